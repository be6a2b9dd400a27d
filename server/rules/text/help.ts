import type { BlockReading } from '../../reading/reading.ts';
import type { Span } from '../../text/span.ts';
import { shifted } from '../../text/span.ts';
import type { Fix } from '../rule.ts';

/** Whether the block is running text rather than a heading or a title. */
export const isRunning = (block: BlockReading): boolean =>
  block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'footnote';

/** Whether nothing between the offsets is quoted, an identifier or a list number: language rules may speak of it. */
export const isProse = ({ view, prose }: BlockReading, start: number, end: number): boolean =>
  view === prose || view.slice(start, end) === prose.slice(start, end);

/** Whether a sentence, a quotation or a bracket begins at the offset. */
export function startsSentence(view: string, at: number): boolean {
  const before = view.slice(Math.max(0, at - 12), at).trimEnd();
  return before === '' || /[.?!:"(]$/.test(before);
}

/** One fix that puts `newText` in the place of a span; an empty one deletes. */
export const replaceBy =
  (title: string, at: Span, newText: string, exact = true): (() => readonly Fix[]) =>
  () => [{ title, edits: [{ start: at.start, end: at.end, newText }], exact }];

/** The span of `[start, end)` of a block as it lies in the report. */
export const inReport = (
  block: { readonly block: { readonly span: Span } },
  start: number,
  end: number,
): Span => shifted({ start, end }, block.block.span.start);
