import { MASK } from '../../text/view.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { isQuoted, wordsIn } from './quoted.ts';

/** The letters of a series, and what stands between them and the first digit. */
const LETTERS_AND_GAP = /^([A-Z]{1,3})([\s.]*)(?=\d)/;

export const malformed: Rule = {
  id: 'recommendation/malformed',
  title: 'The number of a text is misspelt',
  severity: 'warning',
  timing: 'settled',
  anyLanguage: true,
  block(block, remark) {
    for (const { core, oddities } of block.citations) {
      if (!oddities?.includes('space') && !oddities?.includes('dot')) continue;
      const spelling = LETTERS_AND_GAP.exec(block.view.slice(core.start, core.end));
      if (!spelling || isQuoted(block, core)) continue;
      const [, letters, gap] = spelling;
      // Emphasis between the letters and the number is none of the reader's business: nothing is misspelt then.
      if (gap.replaceAll(MASK, '') === '.') continue;
      const at = { start: core.start + letters.length, end: core.start + letters.length + gap.length };
      // A backslash before the full stop is Markdown's and may go.
      const plain = /^[\s.\\]*$/.test(block.text.slice(at.start, at.end));
      const right = wordsIn(block, core).replace(LETTERS_AND_GAP, '$1.');
      remark({
        at: core,
        say: 'recommendation/malformed',
        with: { written: wordsIn(block, core), right },
        fixes: plain
          ? () => [
              {
                title: say('recommendation/malformed:fix', { right }),
                edits: [{ ...at, newText: '.' }],
                exact: true,
              },
            ]
          : undefined,
      });
    }
  },
};
