import { perBlock } from '../../reading/per-block.ts';
import { quotationMarks } from '../../reading/prose.ts';
import type { BlockReading } from '../../reading/reading.ts';
import { sentencesOf } from '../../reading/shared.ts';
import { sentenceAt } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { MASK } from '../../text/view.ts';
import { say } from '../messages.ts';
import type { Fix, Rule } from '../rule.ts';
import { isRunning, replaceBy } from './help.ts';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']' };
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** What may stand before the bracket of a list mark: `a)`, `12)`, `iv)`. */
const LIST_MARK = /(?:^|[\s;:,(])(?:[a-z]|\d{1,2}|[ivx]{1,5})$/i;

/** A list mark that is nothing else even where a bracket is open; `3)` and `A)` may end "(see Figure 3)". */
const SURE_MARK = /(?:^|[\s;:,])[a-z]$/;

interface Bracket {
  readonly at: number;
  readonly mark: string;
}

/** The brackets of one block that are told, quotations left out. */
interface Brackets {
  /** Those without a partner. */
  readonly loose: readonly Bracket[];
  /** Those inside brackets. */
  readonly nested: readonly Span[];
}

const NO_BRACKETS: Brackets = { loose: [], nested: [] };

const bracketsIn = perBlock(({ text, view }): Brackets => {
  // The square brackets of links and marks are masked, both or one of them: they pair with each other all the same.
  const places = [...text.matchAll(BRACKET)].filter(
    ({ index, 0: mark }) => view[index] === mark || (view[index] === MASK && (mark === '[' || mark === ']')),
  );
  if (places.length === 0) return NO_BRACKETS;
  const loose: Bracket[] = [];
  const nested: Span[] = [];
  const open: Record<string, number[]> = { '(': [], '[': [] };
  const quoted = view.includes('"') || view.includes("'") ? quotationMarks(text, view).pairs : [];
  const skips = quoted.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
  let skip = 0;
  // Where the mark of a list stands that was taken for the end of the bracket around it; -1 where none was.
  let marked = -1;
  for (const { index: at, 0: mark } of places) {
    while (skip < skips.length && skips[skip].end <= at) skip++;
    if (skip < skips.length && skips[skip].start < at) continue;
    if (mark in open) {
      open[mark].push(at);
      continue;
    }
    const start = open[OPENING[mark]].pop();
    const isMark = mark === ')' && LIST_MARK.test(view.slice(Math.max(0, at - 8), at));
    if (start === undefined) {
      if (isMark) continue;
      if (mark === ')' && marked >= 0 && closesLater(view, marked, at)) marked = -1;
      else loose.push({ at, mark });
      continue;
    }
    if (isMark && !/^\w{1,5}$/.test(view.slice(start + 1, at))) marked = at;
    if (mark === ')' && open['('].length > 0) nested.push({ start, end: at + 1 });
  }
  for (const mark of Object.keys(open)) for (const at of open[mark]) loose.push({ at, mark });
  return { loose: loose.filter(({ at }) => view[at] !== MASK).sort((a, b) => a.at - b.at), nested };
});

/**
 * Whether a bracket that a list mark seemed to close ends at `at` instead: "(see Annex A b))", "(see item 3 a), item
 * 3 b) and note c))".
 */
function closesLater(view: string, marked: number, at: number): boolean {
  if (view[at - 1] === ')' && LIST_MARK.test(view.slice(Math.max(0, at - 9), at - 1))) return true;
  return (
    SURE_MARK.test(view.slice(Math.max(0, marked - 2), marked)) && !SENTENCE_END.test(view.slice(marked, at))
  );
}

const SENTENCE_END = /[.?!]\s+[A-Z]/;

const BRACKET = /[()[\]]/g;

export const unpairedBracket: Rule = {
  id: 'text/unpaired-bracket',
  title: 'A bracket has no partner',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    const { view } = block;
    for (const { at, mark } of bracketsIn(block).loose) {
      const opens = mark in CLOSING;
      const word = opens
        ? (/^[\w'-]{1,24}/.exec(view.slice(at + 1, at + 25))?.[0].length ?? 0)
        : (/[\w'-]{1,24}$/.exec(view.slice(Math.max(0, at - 24), at))?.[0].length ?? 0);
      remark({
        at: opens ? { start: at, end: at + 1 + word } : { start: at - word, end: at + 1 },
        say: opens ? 'text/unpaired-bracket' : 'text/unpaired-bracket#closing',
        with: { mark },
        fixes: () => bracketFixes(block, at, mark, opens),
      });
    }
  },
};

/** Close it at the sentence's end, or remove it: where it should have closed, only the drafter knows. */
function bracketFixes(block: BlockReading, at: number, mark: string, opens: boolean): readonly Fix[] {
  const { view } = block;
  const remove: Fix = {
    title: say('text/unpaired-bracket:fix-remove', { mark }),
    edits: [{ start: at, end: at + 1, newText: '' }],
    exact: false,
  };
  if (!opens) return [remove];
  const sentence = sentenceAt(sentencesOf(block), at);
  const end = sentence?.end ?? view.length;
  const close = /[.?!]["']?$/.test(view.slice(end - 2, end)) ? end - 1 : end;
  return [
    {
      title: say('text/unpaired-bracket:fix', { mark: CLOSING[mark] }),
      edits: [{ start: close, end: close, newText: CLOSING[mark] }],
      exact: false,
    },
    remove,
  ];
}

export const nestedBrackets: Rule = {
  id: 'text/nested-brackets',
  title: 'Brackets inside brackets',
  severity: 'hint',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block) || !block.prose.includes('(')) return;
    for (const { start, end } of bracketsIn(block).nested) {
      // An acronym or a year inside a bracket reads well enough, and an identifier's bracket is its own.
      const inside = block.prose.slice(start + 1, end - 1).trim();
      if (inside.length <= 8 || !inside.includes(' ')) continue;
      remark({ at: { start, end }, say: 'text/nested-brackets' });
    }
  },
};

export const unpairedQuote: Rule = {
  id: 'text/unpaired-quote',
  title: 'A quotation mark has no partner',
  severity: 'warning',
  timing: 'settled',
  block({ text, view }, remark) {
    if (!view.includes('"')) return;
    for (const { at, opens } of quotationMarks(text, view).loose) {
      const word = opens
        ? (/^[\w'-]{1,24}/.exec(view.slice(at + 1, at + 25))?.[0].length ?? 0)
        : (/[\w'-]{1,24}$/.exec(view.slice(Math.max(0, at - 24), at))?.[0].length ?? 0);
      remark({
        at: opens ? { start: at, end: at + 1 + word } : { start: at - word, end: at + 1 },
        say: opens ? 'text/unpaired-quote' : 'text/unpaired-quote#closing',
        fixes: replaceBy(say('text/unpaired-quote:fix'), { start: at, end: at + 1 }, '', false),
      });
    }
  },
};

export const mixedQuotePair: Rule = {
  id: 'text/mixed-quote-pair',
  title: 'A quotation opens with one kind of mark and closes with another',
  severity: 'warning',
  timing: 'settled',
  block({ text, view }, remark) {
    if (!view.includes('"')) return;
    for (const { start, end, single } of quotationMarks(text, view).pairs) {
      if (single) continue;
      const opening = text[start];
      const closing = text[end - 1];
      if ((opening === '"') === (closing === '"')) continue;
      const wrong = opening === '"' ? { start, end: start + 1 } : { start: end - 1, end };
      const right = opening === '"' ? '\u201c' : opening === '\u00ab' ? '\u00bb' : '\u201d';
      // Straight inside curly is the odd one out; the squiggle takes the word beside it, to be seen.
      const at = opening === '"' ? { start, end: start + 2 } : { start: end - 2, end };
      remark({
        at,
        say: 'text/mixed-quote-pair',
        with: { opening, closing },
        fixes: replaceBy(say('text/mixed-quote-pair:fix', { mark: right }), wrong, right),
      });
    }
  },
};
