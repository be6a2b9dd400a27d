import { scannedProse } from '../../reading/shared.ts';
import { monthNumber } from '../../text/dates.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { say } from '../messages.ts';
import type { Remark, Rule } from '../rule.ts';
import { isProse, isRunning, replaceBy } from '../text/help.ts';
import { MONTH_NAME, nameOfMonth } from './mentions.ts';

const MONTH_FIRST = new Pattern(
  new RegExp(`\\b${MONTH_NAME}\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s((?:19|20)\\d\\d)(?!\\d)`),
);
const ORDINAL = new Pattern(new RegExp(`(?<![\\d.])(\\d{1,2})(st|nd|rd|th)(?:\\sof)?\\s(?=${MONTH_NAME})`));
const OF_YEAR = new Pattern(new RegExp(`\\b${MONTH_NAME}\\sof\\s(?=(?:19|20)\\d\\d)`));
const PLURAL = new Pattern(
  /\b(Januarys|Januaries|Februarys|Februaries|Marches|Aprils|Junes|Julys|Julies|Augusts|Septembers|Octobers|Novembers|Decembers)\s(?:of\s)?(?=(?:19|20)\d\d)/,
);
const NUMERIC = new Pattern(/(?<![\w/.-])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?![\w/-]|\.\d)/);
const LOWER_CASE = new Pattern(
  /(?<![\w-])(january|february|april|june|july|august|september|october|november|december)(?=\s(?:19|20)\d\d|\s\d{1,2}\b)|(?<=\d{1,2}\s)(march|may)(?=\s(?:19|20)\d\d)/,
);

/** `will be released early 2022`: the year's part stands without its preposition. */
const BARE_PART = new Pattern(
  /(?<=\b(?:[a-z]{3,}ed|held|begin|start|ready|available|place|out|end)\s)(early|mid|late)\s(?=(?:19|20)\d\d)/,
);

/** The house's form of a date is `10 February 2014`. */
export const form: Rule = {
  id: 'date/form',
  title: 'A date is not in the form of the house',
  severity: 'info',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    const scanned = scannedProse(block);
    const tell = (
      key: Remark['say'],
      start: number,
      length: number,
      written: string,
      right?: string,
    ): void => {
      const at = { start, end: start + length };
      if (!isProse(block, at.start, at.end)) return;
      remark({
        at,
        say: key,
        with: { written, right: right ?? '' },
        fixes: right === undefined ? undefined : replaceBy(say('date/form:fix', { right }), at, right),
      });
    };
    for (const found of MONTH_FIRST.matches(scanned)) {
      const [all, name, day, year] = found;
      const month = monthNumber(name);
      if (month)
        tell('date/form', found.index, all.length, all, `${Number(day)} ${nameOfMonth(month)} ${year}`);
    }
    for (const found of ORDINAL.matches(scanned)) {
      tell('date/form#ordinal', found.index, found[0].trimEnd().length, found[0].trimEnd(), found[1]);
    }
    for (const found of OF_YEAR.matches(scanned)) {
      tell(
        'date/form#of',
        found.index,
        found[0].trimEnd().length,
        found[0].trimEnd(),
        found[0].replace(/\sof\s$/, ''),
      );
    }
    for (const found of PLURAL.matches(scanned)) {
      tell('date/form#plural', found.index, found[0].trimEnd().length, found[1]);
    }
    for (const found of NUMERIC.matches(scanned)) {
      const [all, first, , second] = found;
      // Two numbers above twelve, or a version: no date.
      if (Number(first) > 31 || Number(second) > 31 || (Number(first) > 12 && Number(second) > 12)) continue;
      tell('date/form#numeric', found.index, all.length, all);
    }
    for (const found of BARE_PART.matches(scanned)) {
      tell('date/form#in', found.index, found[1].length, found[1], `in ${found[1]}`);
    }
    for (const found of LOWER_CASE.matches(scanned)) {
      const month = monthNumber(found[0]);
      if (month) tell('date/form#capital', found.index, found[0].length, found[0], nameOfMonth(month));
    }
  },
};

/** Months that have a shorter form; `May` is the same in both and says nothing. */
const ABBREVIATED = new Pattern(
  /(?<![\w-])(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?=,?\s(?:19|20)\d\d|\s\d{1,2}\b|\/[A-Z])|(?<=\d\s)(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?/,
);
const IN_FULL = new Pattern(
  /(?<![\w-])(?:January|February|March|April|August|September|October|November|December)(?=,?\s(?:19|20)\d\d|\s\d{1,2}\b)/,
);

/** Months abbreviated and in full within one paragraph. */
export const monthStyle: Rule = {
  id: 'date/month-style',
  title: 'Months abbreviated here and in full there',
  severity: 'info',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    const scanned = scannedProse(block);
    const [full] = IN_FULL.matches(scanned);
    if (!full) return;
    const short = [...ABBREVIATED.matches(scanned)].map(found => ({
      start: found.index,
      end: found.index + found[0].length,
      written: found[0],
      month: monthNumber(found[1] ?? found[2]) ?? 1,
    }));
    const [first, ...rest] = short;
    if (!first) return;
    remark({
      at: first,
      say: 'date/month-style',
      with: { written: first.written, full: full[0] },
      related: rest.map(({ start, end, written }) => ({
        span: { start, end },
        message: say('date/month-style:related', { written }),
      })),
      fixes: () => [
        {
          title: say('date/month-style:fix'),
          edits: short.map(({ start, end, month }) => ({ start, end, newText: nameOfMonth(month) })),
          exact: true,
        },
      ],
    });
  },
};
