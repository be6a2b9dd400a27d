import type { Profile, ProfileSection } from '../../profiles/profile.ts';
import { findCrossReferences } from '../../report/crossrefs.ts';
import { countsThrough, type Paragraph, partsOf, type Report, type Section } from '../../report/model.ts';
import type { Edit } from '../rule.ts';
import { profileSectionFor } from '../structure/match.ts';

/** A section as it shall stand: one of the report's, or one that a fix is about to insert. */
export type PlannedSection = { readonly existing: Section } | { readonly inserted: ProfileSection };

/** New numbers for what is in the report, and for what a fix inserts. */
export interface NumberPlan {
  readonly numbers: ReadonlyMap<Section | Paragraph | ProfileSection, string>;
}

/** Annexes and the like stand after the numbered sections and carry no number of that sequence. */
const isApart = (section: Section): boolean =>
  section.number === null && section.title !== null && section.role === 'other';

/** Numbers for the paragraphs of a report that counts them through. */
function planThrough(sections: readonly Section[], alsoNumber: ReadonlySet<Paragraph>): NumberPlan {
  const numbers = new Map<Paragraph, string>();
  for (const paragraph of sections.flatMap(({ paragraphs }) => paragraphs))
    if (paragraph.number !== null || alsoNumber.has(paragraph))
      numbers.set(paragraph, String(numbers.size + 1));
  return { numbers };
}

/**
 * Numbers for the sections and paragraphs of a report, in the order given: without gap or repeat, paragraphs with
 * their section's number before their own.
 *
 * Sections take the profile's numbers (the introduction has none from 2023 on); those that it does not know follow
 * on. Paragraphs without a number stay without, save those in `alsoNumber`.
 */
export function planNumbers(
  order: readonly PlannedSection[],
  profile: Profile | null,
  alsoNumber: ReadonlySet<Paragraph> = new Set(),
): NumberPlan {
  const existing = order.flatMap(one => ('existing' in one ? [one.existing] : []));
  if (countsThrough(existing)) return planThrough(existing, alsoNumber);
  const numbers = new Map<Section | Paragraph | ProfileSection, string>();
  const introductionNumbered =
    profile?.sections.find(section => section.role === 'introduction')?.number !== null;
  let next = 1;
  // A section that the profile numbers keeps that number even while one before it is still missing.
  const take = (wanted: ProfileSection | undefined): string => {
    next = Math.max(next, Number(wanted?.number ?? 0));
    return String(next++);
  };
  for (const planned of order) {
    if ('inserted' in planned) {
      if (planned.inserted.number !== null) numbers.set(planned.inserted, take(planned.inserted));
      continue;
    }
    const section = planned.existing;
    if (section.title === null || isApart(section)) continue;
    if (section.role === 'introduction' && section.number === null && !introductionNumbered) continue;
    const number = take(profile ? profileSectionFor(section, profile.sections) : undefined);
    numbers.set(section, number);
    numberInside(section, number, numbers, alsoNumber);
  }
  return { numbers };
}

/** Paragraphs and inner sections share one count, in the order of the text. */
function numberInside(
  section: Section,
  prefix: string,
  numbers: Map<Section | Paragraph | ProfileSection, string>,
  alsoNumber: ReadonlySet<Paragraph>,
): void {
  let next = 1;
  for (const part of partsOf(section)) {
    const isSection = 'heading' in part;
    if (part.number === null && (isSection || !alsoNumber.has(part))) continue;
    const number = `${prefix}.${next++}`;
    numbers.set(part, number);
    if (isSection) numberInside(part, number, numbers, alsoNumber);
  }
}

/**
 * The edits that bring a report to a plan: numbers in place, and every cross-reference following the paragraph it
 * meant. A reference to a number that two paragraphs share follows the first.
 */
export function renumberingEdits(report: Report, plan: NumberPlan): Edit[] {
  const edits: Edit[] = [];
  const moved = new Map<string, string>();
  for (const [part, number] of plan.numbers) {
    if (!('span' in part)) continue;
    if (part.number === null) {
      const at = 'body' in part ? part.body.start : part.heading.start;
      edits.push({ start: at, end: at, newText: `${number}${separatorOf(report)}` });
      continue;
    }
    if (!moved.has(part.number)) moved.set(part.number, number);
    if (part.number !== number && part.numberSpan) edits.push({ ...part.numberSpan, newText: number });
  }
  for (const reference of findCrossReferences(report)) {
    const number = moved.get(reference.number);
    if (number && number !== reference.number) edits.push({ ...reference.span, newText: number });
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** The part of a plan that touches sections whose own number changes; the others keep even their gaps. */
export function movedSections(plan: NumberPlan): NumberPlan {
  const numbers = new Map(plan.numbers);
  for (const [part, number] of plan.numbers) {
    if (!('heading' in part) || part.level !== 1 || part.number !== number) continue;
    numbers.delete(part);
    for (const inner of numbers.keys()) {
      if ('span' in inner && part.span.start <= inner.span.start && inner.span.end <= part.span.end)
        numbers.delete(inner);
    }
  }
  return { numbers };
}

/** What stands between a paragraph's number and its text: a tab in Word text, a space elsewhere. */
export const separatorOf = (report: Report): string => (report.dialect === 'word-text' ? '\t' : ' ');

/** The report's own sections in the order of the text, as a plan takes them. */
export const asTheyStand = (report: Report): PlannedSection[] =>
  report.sections.map(existing => ({ existing }));
