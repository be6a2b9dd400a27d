import { scannedProse } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { isRunning, replaceBy } from '../text/help.ts';

/** `the ITU` where no noun follows: `the ITU Academy`, `the ITU and UNICEF project` are right. */
const THE_ITU = new Pattern(
  /(?<![\w-])[Tt]he (?=ITU(?:'s|[.,;:)]|\s(?:is|was|has|had|have|will|would|should|may|can|shall|also|continues?|continued|organized|held|launched|in|to|at|on|for|with|by|as|from|through|during|since|which|that|and the|and its)\b|$))/,
);

/** The house speaks of ITU without an article. */
export const theItu: Rule = {
  id: 'terms/the-itu',
  title: '“the ITU” where the house says “ITU”',
  severity: 'info',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    for (const found of THE_ITU.matches(scannedProse(block))) {
      const start = found.index;
      remark({
        at: { start, end: start + 7 },
        say: 'terms/the-itu',
        fixes: replaceBy(say('terms:fix', { right: 'ITU' }), { start, end: start + 4 }, '', false),
      });
    }
  },
};
