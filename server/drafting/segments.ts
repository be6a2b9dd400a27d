import type { BlockReading } from '../reading/reading.ts';
import { sentencesOf } from '../reading/shared.ts';
import type { Edit } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';

/**
 * A block cut into its sentences without a rest: what stands between two (a footnote's mark, the bracket of a link,
 * a comment) goes with the one it touches. Spans count from the block's start.
 *
 * @param whole spans that are never cut, in any order: comments, footnotes inside the text, quotations
 */
export function segmentsOf(block: BlockReading, whole: readonly Span[]): Span[] {
  const { text } = block;
  const all = sentencesOf(block);
  const uncut = [...whole].sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts: number[] = [];
  let next = 0;
  /** How far what may not be cut reaches, of all that began before the place at hand. */
  let reach = 0;
  for (let i = 1; i < all.length; i++) {
    for (let at = all[i - 1].end; at <= all[i].start; at++) {
      while (next < uncut.length && uncut[next].start <= at) reach = Math.max(reach, uncut[next++].end);
      if (at < reach) at = reach - 1;
      else if (at === all[i].start || /\s/.test(text[at])) {
        cuts.push(at);
        break;
      }
    }
  }
  const starts = [0, ...cuts];
  return text.trim() === '' ? [] : starts.map((start, i) => ({ start, end: cuts[i] ?? text.length }));
}

/** A slice of a text with the edits inside it made; edits that reach out of it are left out. */
export function edited(text: string, { start, end }: Span, edits: readonly Edit[]): string {
  let out = '';
  let at = start;
  for (const edit of edits) {
    if (edit.start < at || edit.end > end) continue;
    out += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return out + text.slice(at, end);
}

/** Running text on one line: drafting Markdown keeps a paragraph on a line. */
export const onOneLine = (text: string): string => text.replace(/[^\S\u00a0\u202f]+/g, ' ').trim();

/** Spans in the order of the text. */
export const inOrder = <T extends Span>(spans: readonly T[]): T[] =>
  [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
