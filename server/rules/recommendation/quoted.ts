import type { Citation } from '../../citations/citation.ts';
import { perBlock } from '../../reading/per-block.ts';
import { quotationMarks } from '../../reading/prose.ts';
import type { BlockReading } from '../../reading/reading.ts';
import { firstIndex } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import { MASK } from '../../text/view.ts';

/** What quotation marks say about identifiers: a quotation is not edited, and a title beside a number is its title. */

/** A quotation: `start` and `end` with its marks, `inner` without. */
export interface Quoted extends Span {
  readonly inner: Span;
}

/** The outermost quotations of a block in the order of the text. */
export const quotationsOf = perBlock((block): readonly Quoted[] => {
  const found: Quoted[] = [];
  if (/["']/.test(block.view)) {
    const { pairs } = quotationMarks(block.text, block.view);
    for (const { start, end } of pairs.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      if (start >= (found.at(-1)?.end ?? 0))
        found.push({ start, end, inner: { start: start + 1, end: end - 1 } });
    }
  }
  return found;
});

/** Whether a span stands inside a quotation: what is quoted is somebody else's and stays as it is. */
export function isQuoted(block: BlockReading, { start, end }: Span): boolean {
  const all = quotationsOf(block);
  const quotation = all[firstEndingBehind(all, start)];
  return quotation !== undefined && quotation.start < start && end <= quotation.inner.end;
}

/** The outermost quotation whose opening mark stands at an offset. */
export function quotationStarting(block: BlockReading, offset: number): Quoted | undefined {
  const all = quotationsOf(block);
  const quotation = all[firstEndingBehind(all, offset)];
  return quotation?.start === offset ? quotation : undefined;
}

/** The citations of a block that lie wholly within a span. */
export function citationsWithin({ citations }: BlockReading, { start, end }: Span): Citation[] {
  const found: Citation[] = [];
  for (let i = firstEndingBehind(citations, start); i < citations.length && citations[i].start < end; i++) {
    if (citations[i].start >= start && citations[i].end <= end) found.push(citations[i]);
  }
  return found;
}

/** The words of a span as a reader sees them: folded, without markup, on one line. */
export const wordsIn = (block: BlockReading, { start, end }: Span): string =>
  block.view.slice(start, end).replaceAll(MASK, '').replace(/\s+/g, ' ').trim();

/** Link targets are masked and may be long; nothing else that parts a number from its title is. */
const LONGEST_GAP = 400;

/**
 * `X.1060 "…"`, `X.1060: "…"`, `X.1060 ("…")`, `X.1060, entitled "…"`; and an edition or a remark in brackets, which
 * a link parts from its number.
 */
const AFTER =
  /^(?:\s?\((?:revised|new|under publication|(?:\d{1,2}\/)?\d{4})\))?[\s,:(-]{0,4}(?:(?:en)?titled|called|named)?\s?$/;

/** `"…" (X.1060)` */
const BEFORE = /^\s?\(\s?$/;

/**
 * The quotation that stands as title beside a number: right behind it, or before it where the number follows in
 * brackets. Undefined where there is none, or where what stands there reads like no title.
 */
export function titleBeside(block: BlockReading, citation: Citation): Quoted | undefined {
  const beside = behind(block, citation) ?? inFront(block, citation);
  return beside && readsLikeTitle(wordsIn(block, beside.inner)) ? beside : undefined;
}

function behind(block: BlockReading, { end }: Span): Quoted | undefined {
  const all = quotationsOf(block);
  const next = all[firstEndingBehind(all, end)];
  return next && next.start >= end && AFTER.test(gap(block, end, next.start)) ? next : undefined;
}

function inFront(block: BlockReading, { start }: Span): Quoted | undefined {
  const all = quotationsOf(block);
  const before = all[firstEndingBehind(all, start) - 1];
  if (!before || !BEFORE.test(gap(block, before.end, start))) return undefined;
  const { citations } = block;
  const claimant = citations[firstEndingBehind(citations, before.start) - 1];
  return claimant && behind(block, claimant) === before ? undefined : before;
}

/** The index of the first span that ends behind `offset`; spans in order and apart. */
const firstEndingBehind = (spans: readonly Span[], offset: number): number =>
  firstIndex(spans.length, i => spans[i].end > offset);

/** What stands between two offsets, as a reader sees it; of a long stretch something that no pattern takes. */
const gap = (block: BlockReading, start: number, end: number): string =>
  end - start > LONGEST_GAP ? '…' : block.view.slice(start, end).replaceAll(MASK, '').replace(/\s+/g, ' ');

/** A title has several words and starts like a name; one word in quotation marks is a term. */
export const readsLikeTitle = (words: string): boolean =>
  /^[A-Z0-9]/.test(words) && words.split(' ').length >= 3;
