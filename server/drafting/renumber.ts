import type { Block, Paragraph, Report, Section } from '../report/model.ts';
import { renumberingEdits } from '../rules/numbering/plan.ts';
import type { Edit } from '../rules/rule.ts';
import { contains, type Span } from '../text/span.ts';
import { marksOf } from './marks.ts';

/** New numbers for parts of a report. */
export type NewNumbers = ReadonlyMap<Section | Paragraph, string>;

/**
 * The edits that give parts their new numbers, every reference to them following: in the text, and in the marks,
 * whose words will stand in the text one day.
 *
 * @param gone what is about to be deleted: nothing in it is touched
 */
export function renumbered(report: Report, numbers: NewNumbers, gone?: Span): Edit[] {
  const edits = renumberingEdits(withMarks(report), { numbers });
  return gone ? edits.filter(edit => !contains(gone, edit)) : edits;
}

/** The report with the words of its marks among its blocks, so that references in them are found. */
export function withMarks(report: Report): Report {
  const marks = marksOf(report);
  if (marks.length === 0) return report;
  const blocks = marks.map(
    ({ words, place, role }): Block => ({ kind: 'paragraph', span: words, place, role, paragraph: null }),
  );
  return { ...report, blocks: [...report.blocks, ...blocks].sort((a, b) => a.span.start - b.span.start) };
}

/** A number taken apart: prefix `3` and last part 2 of `3.2`. */
export function partsOf(number: string): { readonly prefix: string; readonly last: number } {
  const cut = number.lastIndexOf('.');
  return { prefix: cut < 0 ? '' : number.slice(0, cut), last: Number(number.slice(cut + 1)) };
}

/** The numbers of the paragraphs behind `from`, moved by `by`: only those that count on in its section. */
export function shiftedBehind(section: Section, from: Paragraph | null, by: number): Map<Paragraph, string> {
  const numbers = new Map<Paragraph, string>();
  const at = from ? section.paragraphs.indexOf(from) : -1;
  for (const paragraph of section.paragraphs.slice(at + 1)) {
    if (!paragraph.number) continue;
    const { prefix, last } = partsOf(paragraph.number);
    if (prefix === section.number) numbers.set(paragraph, `${prefix}.${last + by}`);
  }
  return numbers;
}

/** Gives a section and all in it another first number: `2.4` becomes `3.4` with 2 becoming 3. */
export function numberAs(
  section: Section,
  old: string,
  now: string,
  numbers: Map<Section | Paragraph, string>,
): void {
  for (const part of [section, ...section.paragraphs]) {
    if (part.number === old || part.number?.startsWith(`${old}.`))
      numbers.set(part, now + part.number.slice(old.length));
  }
  for (const inner of section.sections) numberAs(inner, old, now, numbers);
}
