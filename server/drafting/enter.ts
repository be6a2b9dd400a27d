import type { Item, Paragraph, Report, Section } from '../report/model.ts';
import { separatorOf } from '../rules/numbering/plan.ts';
import type { Edit } from '../rules/rule.ts';
import { lineEnd, paragraphAt } from './places.ts';
import { partsOf, renumbered, shiftedBehind } from './renumber.ts';
import { inOrder } from './segments.ts';

/** What the Enter key begins behind a paragraph or an item. */
export interface Begun {
  /** What stands at the start of the new line: `3.3 `, `c. `; empty where the list or the numbering ends. */
  readonly lead: string;
  /** Whether a blank line parts it from what is before. */
  readonly apart: boolean;
  /** Numbers and marks behind that move on, and what is taken away where the list ends. */
  readonly edits: readonly Edit[];
}

/**
 * What begins where Enter is pressed at an offset: behind a numbered paragraph the next one, behind an item the next
 * item. Enter behind a number or a mark without words takes it away again. Undefined in the middle of a text, where
 * Enter is a line break and no more.
 */
export function begunAt(report: Report, offset: number): Begun | undefined {
  const placed = paragraphAt(report, offset);
  if (!placed || report.text.slice(offset, lineEnd(report, offset)).trim() !== '') return undefined;
  const { section, paragraph } = placed;
  const item = paragraph.items.find(({ span }) => span.start <= offset && endsAt(report, span.end, offset));
  if (item) return nextItem(report, paragraph, item, offset);
  if (paragraph.items.length > 0 || !paragraph.number || !paragraph.numberSpan) return undefined;
  if (!endsAt(report, Math.max(paragraph.span.end, paragraph.numberSpan.end), offset)) return undefined;
  const body = report.text.slice(paragraph.body.start, paragraph.body.end);
  if (body.trim() === '') {
    const { start } = paragraph.numberSpan;
    return { lead: '', apart: false, edits: [{ start, end: offset, newText: '' }] };
  }
  // Whoever breaks lines by hand goes on with the sentence in the next one.
  if (/[\r\n]/.test(body) && !ENDED.test(body.trimEnd().slice(-120))) return undefined;
  return nextParagraph(report, section, paragraph);
}

/** The end of a sentence, a footnote's mark or a mark “to confirm” behind it. */
const ENDED = /[.!?:;][\s"'\u2019\u201d)\]]{0,3}(?:\[\^[^[\]\s]{1,100}\])?$|-->$/;

/** Whether nothing but blanks stands between the end of a part and an offset behind it. */
const endsAt = (report: Report, end: number, offset: number): boolean =>
  offset >= end && /^[^\S\r\n]*$/.test(report.text.slice(end, offset));

function nextParagraph(report: Report, section: Section, paragraph: Paragraph): Begun {
  const { prefix, last } = partsOf(paragraph.number ?? '');
  const number = prefix ? `${prefix}.${last + 1}` : String(last + 1);
  // Where the next number is free already, nothing has to move.
  const taken = section.paragraphs.some(one => one.number === number);
  const edits = taken ? renumbered(report, shiftedBehind(section, paragraph, 1)) : [];
  return { lead: number + separatorOf(report), apart: report.dialect !== 'word-text', edits };
}

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' ');

/** The mark that follows: `b.` behind `a.`, `(3)` behind `(2)`, `iv)` behind `iii)`; the same bullet. */
function nextMarker(marker: string, roman: boolean): string {
  return marker.replace(/[a-z\d]+/i, core => {
    if (/^\d+$/.test(core)) return String(Number(core) + 1);
    if (roman) return ROMAN[ROMAN.indexOf(core) + 1] ?? core;
    return core.length === 1 && core !== 'z' ? String.fromCharCode(core.charCodeAt(0) + 1) : core;
  });
}

function nextItem(report: Report, paragraph: Paragraph, item: Item, offset: number): Begun {
  const { text } = report;
  const i = paragraph.items.indexOf(item);
  if (text.slice(item.body.start, item.body.end).trim() === '') {
    return { lead: '', apart: false, edits: [{ start: item.span.start, end: offset, newText: '' }] };
  }
  const before = paragraph.items[i - 1];
  const roman = item.kind === 'roman' && !(before && /h/i.test(before.marker));
  const lead = nextMarker(item.marker, roman);
  const edits = paragraph.items.slice(i + 1).flatMap((one): Edit[] => {
    if (one.kind === 'bullet') return [];
    return [{ ...one.markerSpan, newText: nextMarker(one.marker, roman) }];
  });
  const neighbour = before ?? paragraph.items[i + 1];
  const between = neighbour
    ? text.slice(Math.min(item.span.end, neighbour.span.end), Math.max(item.span.start, neighbour.span.start))
    : text.slice(paragraph.body.end, item.span.start);
  const apart = /\n[^\S\n]*\r?\n/.test(between);
  return { lead: lead + separatorOf(report), apart, edits };
}

/**
 * The edits behind an Enter that has been typed: the caret stands at the start of the new, empty line.
 *
 * @param offset the caret
 */
export function afterEnter(report: Report, offset: number): readonly Edit[] {
  const line = report.lines.lineAt(offset);
  if (line === 0 || report.text.slice(report.lines.starts[line], lineEnd(report, offset)).trim() !== '')
    return [];
  const start = report.lines.starts[line - 1];
  const above = report.text.slice(start, report.lines.starts[line]).replace(/[\r\n]+$/, '');
  if (above.trim() === '') return [];
  const begun = begunAt(report, start + above.length);
  if (!begun) return [];
  const { lead, apart, edits } = begun;
  if (lead === '') return edits;
  return inOrder([{ start: offset, end: offset, newText: (apart ? '\n' : '') + lead }, ...edits]);
}
