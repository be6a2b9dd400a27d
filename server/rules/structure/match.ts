import type { Profile, ProfileHead, ProfileSection } from '../../profiles/profile.ts';
import type { Head, Report, Section } from '../../report/model.ts';
import { titleKey } from '../../report/roles.ts';

interface Titled {
  readonly title: string;
  readonly aliases?: readonly string[];
}

const keys = new WeakMap<Titled, readonly string[]>();

/** The keys of a part's titles; profiles stay, and every section is held against all of theirs. */
function titlesOf(part: Titled): readonly string[] {
  let known = keys.get(part);
  if (!known) keys.set(part, (known = [part.title, ...(part.aliases ?? [])].map(titleKey)));
  return known;
}

/** The head of the report that a profile's head means, by its title or another spelling of it. */
export function headFor(report: Report, wanted: ProfileHead): Head | undefined {
  const titles = titlesOf(wanted);
  return report.heads.find(head => titles.includes(titleKey(head.title)));
}

/** The profile's section that a section of the report stands for: by its title, else by its role. */
export function profileSectionFor(
  section: Section,
  of: readonly ProfileSection[],
): ProfileSection | undefined {
  const key = titleKey(section.title ?? '');
  return (
    of.find(wanted => titlesOf(wanted).includes(key)) ??
    (section.role === 'other' ? undefined : of.find(wanted => wanted.role === section.role))
  );
}

/** Whether a title is one that the profile uses for the section. */
export const hasProfileTitle = (section: Section, wanted: ProfileSection): boolean =>
  section.title !== null && titlesOf(wanted).includes(titleKey(section.title));

/** A place in the profile: a section, and the sections of the report among which it is looked for. */
export interface Level {
  readonly wanted: readonly ProfileSection[];
  readonly found: readonly Section[];
  /** The section of the report around them; null at the top. */
  readonly around: Section | null;
}

/**
 * The levels on which a report is held against its profile: the top, and for a thematic profile the inside of the
 * section that holds the pillars, whatever that section is called.
 */
export function levelsOf(report: Report, profile: Profile): Level[] {
  const levels: Level[] = [
    { wanted: profile.sections.filter(s => !s.sections), found: report.sections, around: null },
  ];
  for (const outer of profile.sections) {
    if (!outer.sections) continue;
    const roles = new Set(outer.sections.map(section => section.role));
    const holder = report.sections.find(section => section.sections.some(inner => roles.has(inner.role)));
    if (holder) levels.push({ wanted: outer.sections, found: holder.sections, around: holder });
  }
  return levels;
}

/** The sections of a level that the profile asks for and the report does not have. */
export function missingSections(level: Level): ProfileSection[] {
  const present = new Set(level.found.map(section => profileSectionFor(section, level.wanted)));
  return level.wanted.filter(wanted => wanted.required && !present.has(wanted));
}
