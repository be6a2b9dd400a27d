import type { ReadBlock } from '../../reading/reading.ts';
import { MASK } from '../../text/view.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { inReport, replaceBy } from './help.ts';

/** A paragraph of fewer words may be a caption, a signature, an address. */
const SHORTEST_SENTENCE = 6;
/** Without a number it may be a table's row or a list of references: more is asked of it. */
const SHORTEST_UNNUMBERED = 14;

/** What an open end looks like: a lead to a list, an item of one, a question, an ellipsis. */
const ENDED = /[.?!:;,\u2026\-\u2013\u2014][\s"'\u2019\u201d)\]*_\uFEFF]*$/;

export const missingFullStop: Rule = {
  id: 'text/missing-full-stop',
  title: 'A paragraph ends without a full stop',
  severity: { drafting: 'info', review: 'warning', submission: 'warning' },
  timing: 'settled',
  report({ reading, report }, remark) {
    const listHeads = report.heads
      .filter(head => /^(?:references?|relevant|agenda|attachments?|annex)/i.test(head.title))
      .map(head => head.span);
    for (const [i, block] of reading.blocks.entries()) {
      if (block.kind !== 'paragraph' || !block.block.paragraph || block.block.paragraph.items.length > 0)
        continue;
      if (listHeads.some(span => span.start <= block.block.span.start && block.block.span.start < span.end))
        continue;
      const end = sentenceEnd(block);
      if (end === undefined) continue;
      // A page break cut the sentence in two: it goes on in the next block.
      if (/^\s*[a-z]/.test(reading.blocks[i + 1]?.view ?? '')) continue;
      const from = Math.max(0, end - 40);
      const word = /(?:[\w'-]{1,24}\W{0,4}|.)$/su.exec(block.view.slice(from, end))?.[0].length ?? 1;
      remark({
        at: inReport(block, end - word, end),
        say: 'text/missing-full-stop',
        place: block.block.place,
        fixes: replaceBy(say('text/missing-full-stop:fix'), inReport(block, end, end), '.'),
      });
    }
  },
};

/** Where the full stop belongs; undefined where the paragraph ends as it should or is no sentence. */
function sentenceEnd(block: ReadBlock): number | undefined {
  const { text, view } = block;
  const visible = view.trimEnd();
  if (
    ENDED.test(text.slice(Math.max(0, text.trimEnd().length - 60), text.trimEnd().length)) ||
    ENDED.test(visible.slice(-60))
  ) {
    return undefined;
  }
  // A paragraph that ends in an address keeps it clear of a full stop; one that ends in code is code.
  if (/(?:https?:\/\/|www\.)\S+$|`$/.test(text.slice(-300).trimEnd())) return undefined;
  const words = visible.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  const numbered = block.block.paragraph?.number != null;
  if (words < (numbered ? SHORTEST_SENTENCE : SHORTEST_UNNUMBERED)) return undefined;
  if (!/^["'(]?[A-Z0-9]/.test(visible.trimStart()) || isTitle(visible)) return undefined;
  // A row of a table, or the last line of leaders.
  if (visible.includes('|') && /\|\s*$/.test(visible)) return undefined;
  let end = text.trimEnd().length;
  // What is masked behind the last word (a link's target, a footnote mark) may belong to it; a comment does not.
  const tail = view.slice(visible.length, end);
  if (tail.includes(MASK) && /<!--/.test(text.slice(visible.length, end))) end = visible.length;
  return end;
}

/** A line of words with capitals, as a heading inside a section has them. */
function isTitle(line: string): boolean {
  const words = line.slice(0, 200).match(/(?<![\w-])[A-Za-z]{4,}/g) ?? [];
  return words.length <= 14 && words.filter(word => /^[A-Z]/.test(word)).length > words.length * 0.6;
}

export const headingFullStop: Rule = {
  id: 'text/heading-full-stop',
  title: 'A heading ends with a full stop',
  severity: 'warning',
  timing: 'settled',
  block({ kind, view }, remark) {
    if (kind !== 'section' && kind !== 'head' && kind !== 'title') return;
    const end = view.trimEnd().length;
    // An abbreviation keeps its own, and `etc.` too.
    if (
      view[end - 1] !== '.' ||
      view[end - 2] === '.' ||
      /(?:^|[\s.(])(?:[A-Z]|etc|No|Rev|Ltd|Inc)\.$/.test(view.slice(Math.max(0, end - 8), end))
    )
      return;
    remark({
      at: { start: end - (/\S{1,24}$/.exec(view.slice(Math.max(0, end - 24), end))?.[0].length ?? 1), end },
      say: 'text/heading-full-stop',
      fixes: replaceBy(say('text/heading-full-stop:fix'), { start: end - 1, end }, ''),
    });
  },
};
