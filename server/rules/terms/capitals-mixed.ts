import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { replaceBy } from '../text/help.ts';
import { mixedPairs } from './pairs.ts';

const EACH_UP_TO = 6;

/**
 * The same two words with and without a capital on the second, inside sentences: `Arab Region` and `Arab region`.
 * The rarer form is flagged. Headings, quotations and the first word of a sentence are left out.
 */
export const capitalsMixed: Rule = {
  id: 'terms/capital-consistency',
  title: 'The same words with and without capitals',
  severity: 'info',
  timing: 'settled',
  report({ reading }, remark) {
    for (const { upper, lower } of mixedPairs(reading)) {
      const rarer = upper.length <= lower.length ? upper : lower;
      const usual = upper.length <= lower.length ? lower : upper;
      const shown = rarer.length > EACH_UP_TO ? rarer.slice(0, 1) : rarer;
      for (const { start, end, place, word } of shown) {
        remark({
          at: { start, end },
          say: 'terms/capital-consistency',
          with: { word, usual: usual[0].word },
          place,
          related: [usual[0], ...(shown.length < rarer.length ? rarer.slice(1) : [])].map(other => ({
            span: { start: other.start, end: other.end },
            paragraph: other.place,
            message: say('terms/capital-consistency:related', { word: other.word }),
          })),
          fixes: replaceBy(
            say('terms:fix', { right: recased(word, usual[0].word) }),
            { start, end },
            recased(word, usual[0].word),
            false,
          ),
        });
      }
    }
  },
};

/** The capitals of `model` on the second word of `word`; regions of other names keep their own first word. */
function recased(word: string, model: string): string {
  const at = word.lastIndexOf(' ') + 1;
  const upper = /[A-Z]/.test(model[model.lastIndexOf(' ') + 1]);
  return word.slice(0, at) + (upper ? word[at].toUpperCase() : word[at].toLowerCase()) + word.slice(at + 1);
}
