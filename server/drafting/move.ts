import { t } from '../messages/translate.ts';
import { findCrossReferences, numberedPlaces } from '../report/crossrefs.ts';
import type { Paragraph, Report, Section } from '../report/model.ts';
import { allSections } from '../report/model.ts';
import type { Edit } from '../rules/rule.ts';
import { overlaps, type Span } from '../text/span.ts';
import { paragraphChunk, sectionChunk } from './chunks.ts';
import { lineEnd, paragraphAt, sectionAt } from './places.ts';
import { type NewNumbers, numberAs, partsOf, renumbered, shiftedBehind, withMarks } from './renumber.ts';
import { edited, inOrder } from './segments.ts';

export type Direction = 'up' | 'down';

export interface Moved {
  /** In the order of the text, without overlap. */
  readonly edits: readonly Edit[];
  /** Where the caret goes with the part, in the text once the edits are made. */
  readonly caret: number;
}

export interface NotMoved {
  /** Why the part stays, for the drafter. */
  readonly refused: string;
}

/** A stretch of lines that goes to another place. */
interface Relocation {
  readonly chunk: Span;
  /** Where it is put in. */
  readonly to: number;
  readonly numbers: NewNumbers;
  /** The number that the paragraph loses, with what parts it from the words. */
  readonly unnumbered?: Span;
}

/**
 * Moves the paragraph at an offset one place up or down, over the end of its section into the next one; its items
 * and footnotes go with it, numbers change, references follow, `above` and `below` are put right.
 */
export function moveParagraph(report: Report, offset: number, direction: Direction): Moved | NotMoved {
  const placed = paragraphAt(report, offset);
  if (!placed) return { refused: t('There is no paragraph of a section here.') };
  const { section, paragraph } = placed;
  const i = section.paragraphs.indexOf(paragraph);
  const neighbour = section.paragraphs[direction === 'up' ? i - 1 : i + 1];
  if (neighbour && !section.sections.some(inner => between(inner.heading.start, paragraph, neighbour))) {
    return relocated(report, exchange(report, section, paragraph, neighbour, direction), offset);
  }
  const all = [...allSections(report.sections)];
  const target = all[all.indexOf(section) + (direction === 'up' ? -1 : 1)];
  if (!target)
    return {
      refused:
        direction === 'up'
          ? t('The paragraph is the first one already.')
          : t('The paragraph is the last one already.'),
    };
  return relocated(report, handOver(report, section, paragraph, target, direction), offset);
}

const between = (at: number, a: Paragraph, b: Paragraph): boolean =>
  Math.min(a.span.start, b.span.start) < at && at < Math.max(a.span.start, b.span.start);

/** Two neighbours change places, and their numbers with them. */
function exchange(
  report: Report,
  section: Section,
  paragraph: Paragraph,
  neighbour: Paragraph,
  direction: Direction,
): Relocation {
  const beside = paragraphChunk(report, section, neighbour);
  const numbers = new Map<Paragraph, string>();
  if (paragraph.number && neighbour.number) {
    numbers.set(paragraph, neighbour.number);
    numbers.set(neighbour, paragraph.number);
  }
  const chunk = paragraphChunk(report, section, paragraph);
  return { chunk, to: direction === 'up' ? beside.start : beside.end, numbers };
}

/** A paragraph goes to the end of the section before its own, or to the beginning of the one behind. */
function handOver(
  report: Report,
  from: Section,
  paragraph: Paragraph,
  to: Section,
  direction: Direction,
): Relocation {
  const chunk = paragraphChunk(report, from, paragraph);
  const last = to.paragraphs.at(-1);
  const heading = to.titleSpan
    ? lineEnd(report, Math.max(to.heading.start, to.heading.end - 1))
    : to.heading.start;
  const place = direction === 'up' && last ? paragraphChunk(report, to, last).end : heading;
  const numbers = new Map<Section | Paragraph, string>(
    paragraph.number ? shiftedBehind(from, paragraph, -1) : [],
  );
  if (!paragraph.number || !paragraph.numberSpan) return { chunk, to: place, numbers };
  if (!to.number) {
    const unnumbered = { start: paragraph.numberSpan.start, end: paragraph.body.start };
    return { chunk, to: place, numbers, unnumbered };
  }
  const counted = to.paragraphs.flatMap(one => (one.number ? [partsOf(one.number)] : []));
  const highest = Math.max(0, ...counted.filter(one => one.prefix === to.number).map(one => one.last));
  if (direction === 'up') numbers.set(paragraph, `${to.number}.${highest + 1}`);
  else {
    numbers.set(paragraph, `${to.number}.1`);
    for (const [other, number] of shiftedBehind(to, null, 1)) numbers.set(other, number);
  }
  return { chunk, to: place, numbers };
}

/** Moves the section at an offset before the one above it or behind the one below it; the two change numbers. */
export function moveSection(report: Report, offset: number, direction: Direction): Moved | NotMoved {
  const section = sectionAt(report, offset);
  if (!section?.titleSpan) return { refused: t('There is no section with a heading here.') };
  const i = report.sections.indexOf(section);
  const neighbour = report.sections[direction === 'up' ? i - 1 : i + 1];
  if (!neighbour?.titleSpan)
    return {
      refused:
        direction === 'up'
          ? t('The section is the first one already.')
          : t('The section is the last one already.'),
    };
  const numbers = new Map<Section | Paragraph, string>();
  if (section.number && neighbour.number) {
    numberAs(section, section.number, neighbour.number, numbers);
    numberAs(neighbour, neighbour.number, section.number, numbers);
  }
  const beside = sectionChunk(report, neighbour);
  const chunk = sectionChunk(report, section);
  return relocated(report, { chunk, to: direction === 'up' ? beside.start : beside.end, numbers }, offset);
}

/** The edits of a relocation: the stretch taken out with the blank lines behind it, and put in where it goes. */
function relocated(report: Report, { chunk, to, numbers, unnumbered }: Relocation, offset: number): Moved {
  const { text } = report;
  const changes = inOrder([
    ...renumbered(report, numbers).filter(edit => !unnumbered || !overlaps(edit, unnumbered)),
    ...(unnumbered ? [{ ...unnumbered, newText: '' }] : []),
    ...turnedSides(report, chunk, to),
  ]);
  const apart = report.dialect === 'word-text' ? '' : '\n';
  const inside = (edit: Span) => chunk.start <= edit.start && edit.end <= chunk.end;
  const moved = edited(text, chunk, changes.filter(inside)).trimEnd();
  const caretInside = edited(
    text,
    { start: chunk.start, end: Math.max(chunk.start, Math.min(offset, chunk.end)) },
    changes.filter(edit => inside(edit) && edit.end <= offset),
  ).length;
  const taken = takenOut(report, chunk);
  const atEnd = to >= text.length && !/[\r\n]$/.test(text);
  // What is put in stands apart from what is above and below it.
  const gapAbove = to > 0 && !isBlankAbove(text, to) ? (atEnd ? '\n' : '') + apart : '';
  const gapBelow = `\n${isBlankBelow(text, to) ? '' : apart}`;
  const insertion: Edit = { start: to, end: to, newText: gapAbove + moved + gapBelow };
  const others = changes.filter(edit => !inside(edit));
  const edits = joined(inOrder([...others, { ...taken, newText: '' }, insertion]));
  const before = edits.filter(edit => edit.start < to);
  const shift = before.reduce((sum, edit) => sum + edit.newText.length - (edit.end - edit.start), 0);
  return { edits, caret: to + shift + gapAbove.length + Math.min(caretInside, moved.length) };
}

/** The stretch with the blank lines behind it; at the end of the report, with those before it. */
function takenOut(report: Report, { start, end }: Span): Span {
  let to = end;
  while (to < report.text.length && report.text.slice(to, lineEnd(report, to)).trim() === '')
    to = lineEnd(report, to);
  return { start, end: to };
}

const isBlankAbove = (text: string, at: number): boolean =>
  /(?:^|\n)[^\S\n]*\r?\n$/.test(text.slice(Math.max(0, at - 40), at));
const isBlankBelow = (text: string, at: number): boolean =>
  at >= text.length || /^[^\S\n]*\n/.test(text.slice(at, at + 40));

/** Two edits that touch become one: editors refuse an insert at the edge of a deletion. */
function joined(edits: readonly Edit[]): Edit[] {
  const all: Edit[] = [];
  for (const edit of edits) {
    const last = all.at(-1);
    if (last && last.end === edit.start) {
      all[all.length - 1] = { start: last.start, end: edit.end, newText: last.newText + edit.newText };
    } else all.push(edit);
  }
  return all;
}

/** The words `above` and `below` of references that come to stand on the other side of what they mean. */
function turnedSides(report: Report, chunk: Span, to: number): Edit[] {
  const places = numberedPlaces(report);
  // Halfway between two offsets, and in its own order within.
  const where = (at: number) =>
    chunk.start <= at && at < chunk.end
      ? to - 0.5 + (at - chunk.start) / (2 * (chunk.end - chunk.start))
      : at;
  return findCrossReferences(withMarks(report)).flatMap(({ number, side, sideSpan, span }): Edit[] => {
    const target = places.get(number);
    if (!side || !sideSpan || !target) return [];
    const wasAbove = target.span.start < span.start;
    const isAbove = where(target.span.start) < where(span.start);
    if (wasAbove === isAbove || (side === 'above') !== wasAbove) return [];
    const word = isAbove ? 'above' : 'below';
    const written = report.text.slice(sideSpan.start, sideSpan.end);
    return [{ ...sideSpan, newText: /^[A-Z]/.test(written) ? word[0].toUpperCase() + word.slice(1) : word }];
  });
}
