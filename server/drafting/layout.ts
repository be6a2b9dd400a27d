import type { Profile, ProfileHead, ProfileSection } from '../profiles/profile.ts';
import { type Head, isNumberable, type Paragraph, type Report, type Section } from '../report/model.ts';
import { titleKey } from '../report/roles.ts';
import { profileSectionFor } from '../rules/structure/match.ts';

/** A section of the new report: what the profile asks for, what earlier sections give their text to it. */
export interface PlannedPart {
  /** Null for a section that the profile does not know. */
  readonly wanted: ProfileSection | null;
  readonly title: string;
  /** The earlier sections whose own paragraphs stand here; two where a subject was split. */
  readonly sources: Section[];
  readonly inner: PlannedPart[];
  /** `2`, `3.4`; null for one without a number. */
  number: string | null;
  /** Whether there is a heading: the introduction of the newer form has none. */
  readonly headed: boolean;
}

export interface PlannedHead {
  readonly title: string;
  readonly source: Head | null;
  readonly starter: string | undefined;
}

export interface Layout {
  readonly heads: readonly PlannedHead[];
  readonly parts: readonly PlannedPart[];
  /** The number of every part and paragraph that gets one. */
  readonly numbers: ReadonlyMap<Section | Paragraph, string>;
}

/** The introduction of the newer form: it has neither heading nor number. */
const isHeadless = (wanted: ProfileSection): boolean =>
  wanted.role === 'introduction' && wanted.number === null;

/**
 * Where the parts of an earlier report stand in a report of another profile: in the profile's order, with its
 * titles and numbers; what the profile does not know stays behind the part that it followed, and nothing is lost.
 *
 * @param profiles every known one: they tell which heads go by several names
 */
export function layoutFor(report: Report | null, profile: Profile, profiles: readonly Profile[]): Layout {
  const parts = profile.sections.map(partOf);
  if (report) new Placing(parts, profile).place(report.sections);
  const kept = pruned(parts);
  const numbers = new Map<Section | Paragraph, string>();
  numberParts(kept, profile, numbers);
  return { heads: headsFor(report, profile, profiles), parts: kept, numbers };
}

const partOf = (wanted: ProfileSection): PlannedPart => ({
  wanted,
  title: wanted.title,
  sources: [],
  inner: (wanted.sections ?? []).map(partOf),
  number: null,
  headed: !isHeadless(wanted),
});

class Placing {
  private readonly parts: PlannedPart[];
  private readonly byWanted = new Map<ProfileSection, PlannedPart>();
  private readonly wanted: ProfileSection[];
  private last: PlannedPart | null = null;

  constructor(parts: PlannedPart[], profile: Profile) {
    this.parts = parts;
    const add = (part: PlannedPart): void => {
      if (part.wanted) this.byWanted.set(part.wanted, part);
      part.inner.forEach(add);
    };
    parts.forEach(add);
    this.wanted = profile.sections.flatMap(section => [section, ...(section.sections ?? [])]);
  }

  place(sections: readonly Section[], around: PlannedPart | null = null): void {
    for (const section of sections) {
      const wanted = profileSectionFor(section, this.wanted);
      const known = wanted && this.byWanted.get(wanted);
      const part = known ?? this.extra(section, around);
      part.sources.push(section);
      if (this.parts.includes(part)) this.last = part;
      this.place(section.sections, part);
    }
  }

  /** A part for a section that the profile has not: inside the one around it, or behind the one it followed. */
  private extra(section: Section, around: PlannedPart | null): PlannedPart {
    const holder = this.holderOf(section);
    if (holder) return holder;
    const title = section.title ?? 'Introduction';
    const part: PlannedPart = {
      wanted: null,
      title,
      sources: [],
      inner: [],
      number: section.number === null ? null : '',
      headed: true,
    };
    if (around) around.inner.push(part);
    // Right behind an introduction without number it would take the first pillar's number: it goes to the end.
    else
      this.parts.splice(this.last?.headed ? this.parts.indexOf(this.last) + 1 : this.parts.length, 0, part);
    return part;
  }

  /** In a thematic profile: the part around the pillars, for the section that has pillars inside. */
  private holderOf(section: Section): PlannedPart | undefined {
    const roles = new Set(section.sections.map(inner => inner.role));
    return this.parts.find(part => part.wanted?.sections?.some(inner => roles.has(inner.role)));
  }
}

/**
 * The earlier paragraphs and the parts inside one, in the order in which they stood. Without a number of its own a
 * paragraph behind a part inside would be taken for that one's: all paragraphs stand first then.
 */
export function contentsOf({ sources, inner }: PlannedPart): readonly (Paragraph | PlannedPart)[] {
  const paragraphs = sources.flatMap(source => source.paragraphs);
  const at = (one: Paragraph | PlannedPart): number =>
    'sources' in one ? (one.sources[0]?.span.start ?? Number.MAX_SAFE_INTEGER) : one.span.start;
  const first = Math.min(...inner.map(at));
  if (paragraphs.some(one => one.number === null && one.span.start > first)) return [...paragraphs, ...inner];
  return [...paragraphs, ...inner].sort((a, b) => at(a) - at(b));
}

/** What the profile does not require and nothing came for is left out. */
const pruned = (parts: readonly PlannedPart[]): PlannedPart[] =>
  parts
    .map(part => ({ ...part, inner: pruned(part.inner) }))
    .filter(part => part.sources.length > 0 || part.inner.length > 0 || part.wanted?.required);

function numberParts(
  parts: readonly PlannedPart[],
  profile: Profile,
  numbers: Map<Section | Paragraph, string>,
): void {
  let next = 1;
  for (const part of parts) {
    if (!part.headed || (part.wanted ? part.wanted.number === null : part.number === null)) continue;
    // A section that the profile numbers keeps that number even where one before it is left out.
    next = Math.max(next, Number(part.wanted?.number ?? 0) || 0);
    numberPart(part, String(next++), profile, numbers);
  }
}

/** Paragraphs and the sections inside share one count. */
function numberPart(
  part: PlannedPart,
  number: string,
  profile: Profile,
  numbers: Map<Section | Paragraph, string>,
): void {
  part.number = number;
  let next = 1;
  for (const source of part.sources) if (!numbers.has(source)) numbers.set(source, number);
  for (const one of contentsOf(part)) {
    if ('sources' in one) {
      if (one.wanted !== null || one.number !== null)
        numberPart(one, `${number}.${next++}`, profile, numbers);
    } else {
      const wants = profile.numbering.paragraphs === 'required' && isNumberable(one);
      if (wants || one.number !== null) numbers.set(one, `${number}.${next++}`);
    }
  }
}

/** Every name that goes with a head's title in any profile: Summary and Purpose are one head. */
function namesOf(title: string, profiles: readonly Profile[]): Set<string> {
  const key = titleKey(title);
  const names = new Set([key]);
  for (const profile of profiles) {
    for (const head of profile.heads) {
      const all = [head.title, ...(head.aliases ?? [])].map(titleKey);
      if (all.includes(key)) for (const name of all) names.add(name);
    }
  }
  return names;
}

function headsFor(
  report: Report | null,
  profile: Profile,
  profiles: readonly Profile[],
): readonly PlannedHead[] {
  const used = new Set<Head>();
  const sourceFor = (wanted: ProfileHead): Head | null => {
    const names = namesOf(wanted.title, [profile, ...profiles]);
    const source = report?.heads.find(head => !used.has(head) && names.has(titleKey(head.title)));
    if (source) used.add(source);
    return source ?? null;
  };
  const planned = profile.heads.flatMap((wanted): PlannedHead[] => {
    const source = sourceFor(wanted);
    return source || wanted.required ? [{ title: wanted.title, source, starter: wanted.starter }] : [];
  });
  const others = (report?.heads ?? []).filter(head => !used.has(head));
  return [...planned, ...others.map(source => ({ title: source.title, source, starter: undefined }))];
}
