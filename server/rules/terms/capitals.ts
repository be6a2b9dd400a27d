import { scannedProse } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { isRunning, replaceBy } from '../text/help.ts';

/** Nouns that name a kind of thing: with a capital only inside a name. */
const GENERIC =
  'Workshop|Paper|Meeting|Seminar|Training|Document|Study|Survey|Report|Webinar|Exercise|Assessment|Strategy|Project|Programme|Framework|Platform|Toolkit|Session|Forum|Dialogue|Questionnaire|Publication';

/** `held a validation Workshop on`, `a Paper`, `a revised Document`: after an article and common words, before common words. */
const GENERIC_CAPITAL = new Pattern(
  new RegExp(
    `(?<![\\w-])(?:an?)\\s(?:[a-z][a-z-]{2,20}\\s){0,2}(${GENERIC})(?=[.;,)(]|\\s(?:[a-z(]|$)|$)(?!\\s(?:of|on|for|in)\\s(?:the\\s)?[A-Z])`,
  ),
);

/** `and National strategies`: an adjective with a capital before a common noun, inside a sentence. */
const ADJECTIVE_CAPITAL = new Pattern(
  /(?<=[a-z]\s)(National|Regional|International|Global|Technical|Legal)\s(?=(?:strategy|strategies|policy|policies|level|levels|authority|authorities|legislation|capacity|capacities|cooperation|frameworks?|plans?|experts?|standards|measures|assistance|activities|workshops?|priorities|governments?|efforts|organizations?)\b)/,
);

/** `issued recommendations on`: what a study group approves is a Recommendation. */
const RECOMMENDATIONS = new Pattern(
  /\b(?:issued|approved|adopted|agreed|determined|consented|published|revised)\s(?:(?:[a-z]+|\d{1,3})\s){0,2}(recommendations?)(?=[\s,.;:])/,
);

export const capitals: Rule = {
  id: 'terms/capital',
  title: 'A capital where none belongs, or none where one does',
  severity: 'info',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    const tell = (start: number, word: string, right: string): void =>
      remark({
        at: { start, end: start + word.length },
        say: right[0] === right[0].toUpperCase() ? 'terms/capital#recommendation' : 'terms/capital',
        with: { word, right },
        fixes: replaceBy(say('terms:fix', { right }), { start, end: start + word.length }, right, false),
      });
    for (const found of GENERIC_CAPITAL.matches(scannedProse(block))) {
      const [all, noun] = found;
      tell(found.index + all.lastIndexOf(noun), noun, noun.toLowerCase());
    }
    for (const found of ADJECTIVE_CAPITAL.matches(scannedProse(block)))
      tell(found.index, found[1], found[1].toLowerCase());
    if (!block.citations.some(citation => citation.kind === 'recommendation')) return;
    for (const found of RECOMMENDATIONS.matches(scannedProse(block))) {
      const [all, noun] = found;
      tell(found.index + all.length - noun.length, noun, noun.replace('r', 'R'));
    }
  },
};
