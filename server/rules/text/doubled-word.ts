import { scannedView } from '../../reading/shared.ts';
import { WORDS_TWICE } from '../../text/pattern/beginnings.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { isProse, replaceBy, startsSentence } from './help.ts';

/** Words that may stand twice: "the report that that group sent", "had had". */
const MAY_REPEAT = new Set(['that', 'had']);

/** Words that never start a name: a capital or not, twice is once too often. */
const FUNCTION_WORD =
  /^(?:the|a|an|and|or|of|in|on|at|to|for|from|by|with|as|is|are|was|were|be|been|has|have|its|their|this|these|which|it)$/i;

const PHRASE_TWICE = new Pattern(
  /(?<![\w'-])((?:of|in|to|for|on|by|with|from|at|as) (?:the|a|an|its|their))\s{1,40}\1(?![\w'-])/i,
);
const WORD_TWICE = new Pattern(/(?<![\w'-])([A-Za-z]{1,24})(?:\s{1,40}\1)+(?![\w'-])/i, WORDS_TWICE);

/** What may stand between two words without being one: comments, footnote marks, link targets, emphasis. */
const MARKUP = /<!--(?:(?!-->)[\s\S]){0,2000}-->|\[\^[^[\]\s]{1,100}\]|\]\([^()\s]{0,600}\)|[[\]*_\\]/g;

/** A name that repeats itself: Bora Bora, Walla Walla. */
const isName = (word: string, second: string): boolean =>
  /^[A-Z][a-z]/.test(word) && /^[A-Z][a-z]/.test(second) && !FUNCTION_WORD.test(word);

/** Nouns that a letter tells apart: "annex a a month later". */
const LABELLED =
  /(?:^|[^\w-])(?:annex|appendix|attachment|section|chapter|clause|article|item|part|note|table|figure|box|option|category|class|group|grade|level|type|list|schedule|(?:sub-?)?paragraph|point|letter|scenario|case|step|phase)\s$/i;

/** What makes a letter the mark of a list or the beginning of a number: `a)`, `A.1`. */
const MARK_BEHIND = /^(?:\)|\.\d)/;

/** Whether the first of two letters `a` names something, or the second does: "Annex A a)", "Appendix A A.1". */
const isLabel = (view: string, start: number, end: number): boolean =>
  MARK_BEHIND.test(view.slice(end, end + 2)) ||
  // A capital A in a sentence is a letter; at its start it is an article.
  (view[start] === 'A' && !startsSentence(view, start)) ||
  LABELLED.test(view.slice(Math.max(0, start - 16), start));

export const doubledWord: Rule = {
  id: 'text/doubled-word',
  title: 'A word stands twice',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    const { text } = block;
    for (const pattern of [WORD_TWICE, PHRASE_TWICE]) {
      for (const found of pattern.matches(scannedView(block))) {
        const [all, first] = found;
        const start = found.index;
        const end = start + all.length;
        const second = all.slice(-first.length);
        if (MAY_REPEAT.has(first.toLowerCase()) || (first.length === 1 && first.toLowerCase() !== 'a'))
          continue;
        if (isName(first, second)) continue;
        if (first.length === 1 && isLabel(block.view, start, end)) continue;
        // Of a quotation only its own words count, and "A" or a list's letter before an article is no double.
        if (!isProse(block, start, start + first.length) || !isProse(block, end - first.length, end))
          continue;
        const cut = { start: start + first.length, end };
        const between = text.slice(cut.start, end - first.length);
        // Code between the two is a word of its own: "set to `x` to".
        if (between.replace(MARKUP, '').trim() !== '') continue;
        // Emphasis or a link between the two would lose its other half.
        const plain = between.trim() === '';
        remark({
          at: { start, end },
          say: 'text/doubled-word',
          with: { word: first },
          fixes: plain ? replaceBy(say('text/doubled-word:fix', { word: second }), cut, '') : undefined,
        });
      }
    }
  },
};
