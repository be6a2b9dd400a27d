import { readBlock } from '../reading/read.ts';
import type { Item, Report } from '../report/model.ts';
import { dateMentions } from '../rules/date/mentions.ts';
import type { Edit } from '../rules/rule.ts';
import { contains, type Span } from '../text/span.ts';
import type { Mark } from './marks.ts';
import { lineEnd, lineStart, paragraphAt } from './places.ts';
import { renumbered, shiftedBehind } from './renumber.ts';
import { inOrder } from './segments.ts';

/**
 * What a drafter does with a mark: `keep` its words as they are, `change` them (they come out of the mark and what
 * has to change in them is selected), or `drop` them. Where the text has new words already, `keep` keeps those, and
 * `drop` goes back to the earlier ones.
 */
export type Settling = 'keep' | 'change' | 'drop';

export interface Settled {
  /** In the order of the text, without overlap. */
  readonly edits: readonly Edit[];
  /** What to select in the text once the edits are made; empty for a mere place. */
  readonly selection: Span;
}

/**
 * The edits that settle a mark. A paragraph or item of which nothing is left goes, and the numbers close up. None where
 * the mark is not closed: nobody knows where its words end, and the rest of the report would go with it.
 */
export function settle(report: Report, mark: Mark, how: Settling): Settled {
  if (!mark.closed) return { edits: [], selection: place(mark.span.start) };
  if (mark.replaced) return settleReplaced(report, mark, how);
  if (how === 'drop') return dropped(report, mark);
  const edits = [{ ...mark.span, newText: mark.text }];
  const chosen = how === 'change' ? toChange(mark.text) : { start: mark.text.length, end: mark.text.length };
  const by = mark.span.start;
  return { edits, selection: { start: chosen.start + by, end: chosen.end + by } };
}

function settleReplaced(report: Report, mark: Mark, how: Settling): Settled {
  const { text } = report;
  const { start, end } = mark.span;
  const from = /[ \t]/.test(text[start - 1] ?? '') ? start - 1 : start;
  const words = newWordsBefore(text, from, mark.text);
  if (how === 'drop') {
    const edits = [{ start: words.start, end, newText: mark.text }];
    return { edits, selection: place(words.start + mark.text.length) };
  }
  const edits = [{ start: from, end, newText: '' }];
  return { edits, selection: how === 'change' ? words : place(from) };
}

const place = (offset: number): Span => ({ start: offset, end: offset });

/** As many words before an offset as the earlier wording had: a period changes its years alone. */
function newWordsBefore(text: string, end: number, earlier: string): Span {
  let start = end;
  for (let words = earlier.split(/\s+/).length; words > 0; words--) {
    while (start > 0 && /[ \t]/.test(text[start - 1])) start--;
    while (start > 0 && !/[\s>]/.test(text[start - 1])) start--;
  }
  return { start, end };
}

/** The one figure or date of a text; the whole text where there are several or none. */
function toChange(text: string): Span {
  const { claims, prose } = readBlock('paragraph', text);
  const figures = claims.map(({ number }) => number);
  const dates = dateMentions(prose).filter(date => !figures.some(figure => contains(date, figure)));
  const all: readonly Span[] = [...figures, ...dates];
  return all.length === 1 ? { start: all[0].start, end: all[0].end } : { start: 0, end: text.length };
}

function dropped(report: Report, mark: Mark): Settled {
  const { gone, renumbering } = goingWith(report, mark);
  const edits = inOrder([{ ...gone, newText: '' }, ...footnotesOf(report, mark, gone), ...renumbering]);
  const before = edits.filter(edit => edit.end <= gone.start);
  const shift = before.reduce((sum, edit) => sum + edit.newText.length - (edit.end - edit.start), 0);
  return { edits, selection: place(gone.start + shift) };
}

/** What goes with a mark: the item or paragraph of which nothing is left, its own line, or the mark alone. */
function goingWith(report: Report, mark: Mark): { gone: Span; renumbering: readonly Edit[] } {
  const placed = paragraphAt(report, mark.span.start);
  const paragraph = placed && holds(placed.paragraph.span, mark.span) ? placed.paragraph : undefined;
  const item = paragraph?.items.find(({ span }) => holds(span, mark.span));
  if (placed && paragraph && isAlone(report, mark.span, item?.body ?? paragraph.body)) {
    const bare =
      item === undefined || report.text.slice(paragraph.body.start, paragraph.body.end).trim() === '';
    if (bare && paragraph.items.length === (item ? 1 : 0)) {
      const gone = chunk(report, paragraph.span);
      const behind = shiftedBehind(placed.section, paragraph, -1);
      return { gone, renumbering: paragraph.number ? renumbered(report, behind, gone) : [] };
    }
    if (item) return { gone: chunk(report, item.span), renumbering: remarked(report, paragraph.items, item) };
  }
  const gone = isOwnLine(report, mark.span) ? chunk(report, mark.span) : withSpace(report, mark.span);
  return { gone, renumbering: [] };
}

/** A mark may run on over the end of the line that the model gives its paragraph. */
const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.start < outer.end;

/** Whether a stretch says nothing but the span in it. */
const isAlone = ({ text }: Report, span: Span, body: Span): boolean =>
  text.slice(body.start, span.start).trim() === '' && text.slice(span.end, body.end).trim() === '';

const isOwnLine = (report: Report, span: Span): boolean =>
  report.text.slice(lineStart(report, span.start), span.start).trim() === '' &&
  report.text.slice(span.end, lineEnd(report, span.end)).trim() === '';

/** Whole lines, with the blank ones behind them. */
function chunk(report: Report, span: Span): Span {
  const start = lineStart(report, span.start);
  let end = lineEnd(report, Math.max(span.start, span.end - 1));
  while (end < report.text.length && report.text.slice(end, lineEnd(report, end)).trim() === '') {
    end = lineEnd(report, end);
  }
  return { start, end };
}

/** A mark inside a line, with one of the spaces around it. */
function withSpace({ text }: Report, { start, end }: Span): Span {
  if (/[ \t]/.test(text[start - 1] ?? '')) return { start: start - 1, end };
  return { start, end: /[ \t]/.test(text[end] ?? '') ? end + 1 : end };
}

/** The letters and numbers of the items behind one that goes. */
function remarked(report: Report, items: readonly Item[], gone: Item): Edit[] {
  if (gone.kind === 'bullet') return [];
  const behind = items.slice(items.indexOf(gone));
  const edits: Edit[] = [];
  for (let i = 1; i < behind.length; i++) {
    if (behind[i].kind === 'bullet') break;
    edits.push({
      ...behind[i].markerSpan,
      newText: report.text.slice(behind[i - 1].markerSpan.start, behind[i - 1].markerSpan.end),
    });
  }
  return edits;
}

/** The texts of footnotes that only the dropped words called. */
function footnotesOf(report: Report, mark: Mark, gone: Span): Edit[] {
  return report.footnotes.flatMap((note): Edit[] => {
    if (!note.mark || !note.body || !contains(mark.span, note.mark) || contains(gone, note.body)) return [];
    const call = report.text.slice(note.mark.start, note.mark.end);
    return isCalledBehind(report.text, call, note.mark.end)
      ? []
      : [{ ...chunk(report, note.body), newText: '' }];
  });
}

/** Whether a footnote is called once more: what begins its text is no call. */
function isCalledBehind(text: string, call: string, from: number): boolean {
  for (let at = text.indexOf(call, from); at >= 0; at = text.indexOf(call, at + call.length)) {
    if (text[at + call.length] !== ':') return true;
  }
  return false;
}
