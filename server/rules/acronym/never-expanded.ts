import { perBlock } from '../../reading/per-block.ts';
import { say } from '../messages.ts';
import type { ReportContext, Rule } from '../rule.ts';
import { builtinTerms } from '../terms/listed.ts';
import { replaceBy } from '../text/help.ts';
import type { Known } from './known.ts';
import type { TableOf } from './table.ts';

/** Roman numerals and placeholders. */
const NO_ACRONYM = /^(?:[IVX]{1,5}|TB[ACD]|X+|N+|TODO|FIXME)$/;

/** Acronyms that are a name misspelt (SADEC) or a country's (UAE): the rules on terms tell them. */
const MISNAMED: ReadonlySet<string> = new Set(builtinTerms.terms.flatMap(term => term.not));

/** Never written out in the text, and none that the house takes for granted. */
export const neverExpanded = (tableOf: TableOf, known: Known): Rule => ({
  id: 'acronym/never-expanded',
  title: 'An acronym is never written out',
  severity: 'hint',
  timing: 'settled',
  report(context, remark) {
    const { text } = context.report;
    const table = tableOf(context);
    for (const { acronym, definitions, uses } of table.values()) {
      const entry = known.get(acronym);
      if (definitions.length > 0 || entry?.house || NO_ACRONYM.test(acronym) || MISNAMED.has(acronym))
        continue;
      // Two letters that no list knows are rarely an acronym; a word of the report in capitals is none.
      if (!entry && (acronym.length < 3 || isWordOf(context, acronym.toLowerCase()))) continue;
      // `CIRTS` is another rule's.
      if (
        acronym.endsWith('S') &&
        (known.has(acronym.slice(0, -1)) || table.get(acronym.slice(0, -1))?.definitions.length)
      )
        continue;
      const body = uses.filter(one => one.where === 'body');
      const use = body.find(one => !isShouted(text, one.start, one.end));
      if (!use) continue;
      remark({
        at: use,
        say: entry ? 'acronym/never-expanded#known' : 'acronym/never-expanded',
        with: { acronym, count: body.length, expansion: entry?.expansion ?? '' },
        place: use.place,
        fixes: () =>
          entry
            ? replaceBy(
                say('acronym/never-expanded:fix', { expansion: entry.expansion, acronym: use.written }),
                use,
                `${entry.expansion} (${use.written})`,
                false,
              )()
            : [],
      });
    }
  },
});

/** The longer words of a block that stand in small letters or with one capital: `Africa`, `internet`. */
const smallWordsOf = perBlock(
  ({ prose }): ReadonlySet<string> =>
    new Set(
      [...prose.matchAll(/(?<![\w-])[A-Za-z][a-z]{3,15}(?![\w])/g)].map(([word]) => word.toLowerCase()),
    ),
);

const isWordOf = ({ reading }: ReportContext, word: string): boolean =>
  reading.blocks.some(block => smallWordsOf(block).has(word));

/** Whether a word stands in a line of capitals (`BE SAFE & BE SMART`), where capitals make no acronym. */
export function isShouted(text: string, start: number, end: number): boolean {
  const around = `${text.slice(Math.max(0, start - 24), start)}\u0000${text.slice(start, end)}\u0000${text.slice(end, end + 24)}`;
  const [before, , after] = around.split('\u0000');
  const left = /(?:[A-Z]{2,}[\s&]+)+$/.exec(before)?.[0].match(/[A-Z]{2,}/g)?.length ?? 0;
  const right = /^(?:[\s&]+[A-Z]{2,})+/.exec(after)?.[0].match(/[A-Z]{2,}/g)?.length ?? 0;
  return left + right >= 2;
}
