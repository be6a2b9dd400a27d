import type { Entry } from '../../catalogue/entry.ts';
import { say } from '../messages.ts';
import type { Facts, Rule } from '../rule.ts';
import { type Cited, citedTexts, entryOf, isWorkingName, nameOf } from './known.ts';
import { titleBeside, wordsIn } from './quoted.ts';
import { bearersOf } from './titles.ts';

export const workingName: Rule = {
  id: 'recommendation/working-name',
  title: 'A working name stands where a number belongs',
  severity: 'info',
  timing: 'settled',
  judge(block, facts, remark) {
    for (const cited of citedTexts(block)) {
      const { citation } = cited;
      // Technical reports keep such a name for good.
      if (!isWorkingName(citation) || isReport(entryOf(facts.catalogue, citation))) continue;
      const number = numberOf(facts, cited);
      const at = citation.core;
      remark({
        at,
        say: number ? 'recommendation/working-name#became' : 'recommendation/working-name',
        with: { id: citation.id, name: number ? nameOf(number) : '' },
        fixes: number
          ? () => [
              {
                title: say('recommendation/working-name:fix', { id: number.id }),
                edits: [{ ...at, newText: number.id }],
                exact: false,
              },
            ]
          : undefined,
      });
    }
  },
};

const isReport = (entry: Entry | undefined): boolean => entry?.kind === 'technical-report';

/** The text that the name became: as the catalogue or the workspace says, else the one that bears the title beside it. */
function numberOf({ catalogue, date }: Facts, { citation, block }: Cited): Entry | undefined {
  const named = entryOf(catalogue, citation);
  if (named && named.id !== citation.id && !named.unverified) return named;
  const successor =
    named?.supersededBy && !named.unverified ? catalogue.get(named.supersededBy, named.sector) : undefined;
  if (successor) return successor;
  const beside = titleBeside(block, citation);
  const [bearer, ...more] = beside
    ? bearersOf({ catalogue, date, sector: 'ITU-T' }, wordsIn(block, beside.inner))
    : [];
  return more.length === 0 && bearer && bearer.id !== citation.id ? bearer : undefined;
}
