import type { Profile, ProfileSection } from '../profiles/profile.ts';
import type { Role } from './model.ts';
import { titleKey } from './roles.ts';

/** The titles by which a report's parts are recognised, drawn from the profiles in use. */
export interface Vocabulary {
  /** Whether a bare line with this text is a head of the front matter. */
  readonly isHead: (title: string) => boolean;
  /** The role that a profile gives a section of exactly this title. */
  readonly roleOf: (title: string) => Role | undefined;
}

/** Heads that the Council's template has or had, whether or not a profile asks for them. */
const TEMPLATE_HEADS = [
  'Summary',
  'Purpose',
  'Action required',
  'Action required by the Council',
  'Reference',
  'References',
  'Relevant link with the Strategic Plan',
  'Relevant links with the Strategic Plan',
  'Relevant link(s) with the Strategic Plan',
  'Financial implications',
];

export function vocabularyOf(profiles: readonly Profile[]): Vocabulary {
  const heads = new Set(TEMPLATE_HEADS.map(titleKey));
  const roles = new Map<string, Role>();
  const addSections = (sections: readonly ProfileSection[]): void => {
    for (const section of sections) {
      for (const title of [section.title, ...(section.aliases ?? [])])
        roles.set(titleKey(title), section.role);
      addSections(section.sections ?? []);
    }
  };
  for (const profile of profiles) {
    for (const head of profile.heads) {
      for (const title of [head.title, ...(head.aliases ?? [])]) heads.add(titleKey(title));
    }
    addSections(profile.sections);
  }
  return { isHead: title => heads.has(titleKey(title)), roleOf: title => roles.get(titleKey(title)) };
}
