import type { Report } from '../../report/model.ts';
import type { Span } from '../../text/span.ts';

/** How much of the text before and behind a finding belongs to its excerpt, in code units. */
const AROUND = 24;
/** How much is looked at for that: line breaks and indents take room, and are folded away. */
const LOOKED_AT = AROUND * 10;
/** How much of the finding's own words is kept, in code units. */
const LONGEST = 200;

const fold = (words: string): string => words.replace(/[\s\u00a0\u202f]+/g, ' ');

/**
 * The excerpt by which a finding is known again: its words and a little of what stands beside them in the same
 * paragraph, item or heading, white space folded. It names no line and nothing of the neighbours, so that it is
 * the same after the paragraph is wrapped anew, line ends are changed, or paragraphs are put before and behind.
 */
export function excerptOf(report: Report, { start, end }: Span): string {
  const { text } = report;
  const home = homeOf(report, start);
  const before = fold(text.slice(Math.max(home.start, start - LOOKED_AT), start)).slice(-AROUND);
  const after = fold(text.slice(end, Math.max(end, Math.min(home.end, end + LOOKED_AT)))).slice(0, AROUND);
  return `${before}${fold(text.slice(start, end)).slice(0, LONGEST)}${after}`.trim();
}

/** What a place belongs to: its block, else the numbered paragraph or the item around its block, else its line. */
function homeOf(report: Report, offset: number): Span {
  const { blocks } = report;
  const at = blockBefore(report, offset);
  const holds = (span: Span | undefined): span is Span =>
    span !== undefined && span.start <= offset && offset < span.end;
  if (holds(blocks[at]?.span)) return blocks[at].span;
  // Numbers and markers stand before the block that they belong to.
  for (const block of [blocks[at + 1], blocks[at]]) {
    const { paragraph } = block ?? {};
    if (!paragraph) continue;
    const item = paragraph.items.find(one => holds(one.span));
    if (item) return item.span;
    const own = { start: paragraph.span.start, end: paragraph.body.end };
    if (holds(own)) return own;
  }
  return lineOf(report, offset);
}

/** The index of the last block that begins at an offset or before it; -1 where none does. */
function blockBefore({ blocks }: Report, offset: number): number {
  let low = -1;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle].span.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineOf({ text, lines }: Report, offset: number): Span {
  const line = lines.lineAt(offset);
  return { start: lines.starts[line], end: line + 1 < lines.count ? lines.starts[line + 1] : text.length };
}
