import { t } from '../messages/translate.ts';
import { findCrossReferences, numberedPlaces } from '../report/crossrefs.ts';
import { allParagraphs, allSections, type Paragraph, type Report, type Section } from '../report/model.ts';
import type { Edit } from '../rules/rule.ts';
import { contains, type Span } from '../text/span.ts';
import { numberAs, renumbered } from './renumber.ts';

type Part = Section | Paragraph;

/** The number of a paragraph or section at an offset, where it stands or where the text refers to it. */
export interface Renamable {
  readonly span: Span;
  readonly number: string;
  readonly part: Part;
}

export function renamableAt(report: Report, offset: number): Renamable | undefined {
  const at = { start: offset, end: offset };
  for (const part of partsOf(report)) {
    if (part.number && part.numberSpan && contains(part.numberSpan, at))
      return { span: part.numberSpan, number: part.number, part };
  }
  const reference = findCrossReferences(report).find(({ span }) => contains(span, at));
  const part = reference && numberedPlaces(report).get(reference.number);
  return reference && part && { span: reference.span, number: reference.number, part };
}

function* partsOf(report: Report): Generator<Part> {
  yield* allSections(report.sections);
  for (const { paragraph } of allParagraphs(report.sections)) yield paragraph;
}

const PARAGRAPH = /^\d{1,2}(?:\.\d{1,2}){1,3}$/;
const SECTION = /^\d{1,2}(?:\.\d{1,2}){0,3}$/;

/**
 * The edits that give a part another number: the number, those inside a section, every reference. A number that
 * another part has is refused: to change the order is another matter (see move.ts).
 */
export function renameNumber(
  report: Report,
  { part, number }: Renamable,
  wanted: string,
): readonly Edit[] | { readonly refused: string } {
  const name = wanted.trim();
  const isSection = 'heading' in part;
  if (!(isSection ? SECTION : PARAGRAPH).test(name))
    return {
      refused: isSection
        ? t('“{name}” is no number of a section. One reads as {number} does.', { name, number })
        : t('“{name}” is no number of a paragraph. One reads as {number} does.', { name, number }),
    };
  const other = numberedPlaces(report).get(name);
  if (other && other !== part)
    return {
      refused: t('{name} is taken. Move the paragraph to its place, and the numbers follow.', { name }),
    };
  if (name === number) return [];
  const numbers = new Map<Part, string>();
  if (isSection) numberAs(part, number, name, numbers);
  else numbers.set(part, name);
  // References to a number that stands twice mean the first: they stay where they are.
  if (numberedPlaces(report).get(number) !== part)
    return part.numberSpan ? [{ ...part.numberSpan, newText: name }] : [];
  return renumbered(report, numbers);
}
