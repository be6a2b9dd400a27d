import type { Entry } from '../../catalogue/entry.ts';
import { say } from '../messages.ts';
import type { ReportContext, Rule } from '../rule.ts';
import { inReport } from '../text/help.ts';
import { type Cited, citedTexts, entryOf, isWorkingName, nameOf } from './known.ts';
import { titleBeside, wordsIn } from './quoted.ts';
import { bearersOf } from './titles.ts';

export const workingName: Rule = {
  id: 'recommendation/working-name',
  title: 'A working name stands where a number belongs',
  severity: 'info',
  timing: 'settled',
  report(context, remark) {
    for (const cited of citedTexts(context)) {
      const { citation, block } = cited;
      // Technical reports keep such a name for good.
      if (!isWorkingName(citation) || isReport(entryOf(context.catalogue, citation))) continue;
      const number = numberOf(context, cited);
      const at = inReport(block, citation.core.start, citation.core.end);
      remark({
        at,
        say: number ? 'recommendation/working-name#became' : 'recommendation/working-name',
        with: { id: citation.id, name: number ? nameOf(number) : '' },
        place: block.block.place,
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
function numberOf({ catalogue, date }: ReportContext, { citation, block }: Cited): Entry | undefined {
  const named = entryOf(catalogue, citation);
  if (named && named.id !== citation.id && !named.unverified) return named;
  const successor =
    named?.supersededBy && !named.unverified ? catalogue.get(named.supersededBy, named.sector) : undefined;
  if (successor) return successor;
  const beside = titleBeside(block.remembered, citation);
  const [bearer, ...more] = beside
    ? bearersOf({ catalogue, date, sector: 'ITU-T' }, wordsIn(block, beside.inner))
    : [];
  return more.length === 0 && bearer && bearer.id !== citation.id ? bearer : undefined;
}
