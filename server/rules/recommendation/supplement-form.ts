import type { Citation } from '../../citations/citation.ts';
import { perBlock } from '../../reading/per-block.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { inReport } from '../text/help.ts';
import { citedIn } from './known.ts';
import { wordsIn } from './quoted.ts';

/** A Supplement to a series: its letter, what says that it is one, and its number or working name. */
const SPELLING = /^([A-Z])([.\s]\s?Sup[a-z]{0,12}\.?\s?)(\w[\w.-]*)$/;

interface Spelled {
  readonly citation: Citation;
  readonly written: string;
  readonly middle: string;
}

/** The Supplements that a block cites, with how they are spelt. */
const spelledIn = perBlock((block): readonly Spelled[] =>
  citedIn(block).flatMap(({ citation }) => {
    if (citation.kind !== 'supplement') return [];
    const written = wordsIn(block, citation.core);
    const middle = SPELLING.exec(written)?.[2];
    return middle === undefined ? [] : [{ citation, written, middle }];
  }),
);

/** `J.Sup7` among `X.Suppl.36` and `Q.Suppl.75`: the rarer spelling, by evidence in the report. */
export const supplementForm: Rule = {
  id: 'recommendation/supplement-form',
  title: 'Supplements are written in several ways',
  severity: 'info',
  timing: 'settled',
  report({ report, reading }, remark) {
    if (!report.recognised) return;
    const places = reading.blocks.flatMap(block => spelledIn(block).map(one => ({ ...one, block })));
    const counts = new Map<string, number>();
    for (const { middle } of places) counts.set(middle, (counts.get(middle) ?? 0) + 1);
    const [[usual, most] = ['', 0], [, second] = ['', 0]] = [...counts].sort((a, b) => b[1] - a[1]);
    // Where two spellings are equally frequent, neither is the usual one.
    if (counts.size < 2 || most === second) return;
    const model = places.find(({ middle }) => middle === usual)?.written ?? '';
    for (const { citation, block, written, middle } of places) {
      if (middle === usual) continue;
      const right = written.replace(SPELLING, `$1${usual}$3`);
      const at = inReport(block, citation.core.start, citation.core.end);
      // Emphasis or a link inside the number would be lost.
      const plain = block.text.slice(citation.core.start, citation.core.end).length === written.length;
      remark({
        at,
        say: 'recommendation/supplement-form',
        with: { written, right, model },
        place: block.block.place,
        fixes: plain
          ? () => [
              {
                title: say('recommendation/supplement-form:fix', { right }),
                edits: [{ ...at, newText: right }],
                exact: true,
              },
            ]
          : undefined,
      });
    }
  },
};
