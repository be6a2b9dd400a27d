import { monthName } from '../../messages/date-name.ts';
import { scannedProse } from '../../reading/shared.ts';
import { dayNumber, daysIn, monthNumber } from '../../text/dates.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { isRunning, replaceBy } from '../text/help.ts';
import { MONTH_NAME, mentionsOf, nameOfMonth, weekdayOf } from './mentions.ts';

const DAY_AND_MONTH = new Pattern(
  new RegExp(`(?<![\\d.:/-])(\\d{1,2})(?:st|nd|rd|th)?\\s${MONTH_NAME}(?:,?\\s((?:19|20)\\d\\d))?`),
);

export const impossible: Rule = {
  id: 'date/impossible',
  title: 'A day that no calendar has',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    for (const found of DAY_AND_MONTH.matches(scannedProse(block))) {
      const [all, day, name, year] = found;
      const month = monthNumber(name);
      if (!month) continue;
      const last = daysIn(month, year ? Number(year) : undefined);
      if (Number(day) >= 1 && Number(day) <= last) continue;
      // `40 May`: a count before a verb is no day. With a year, or up to 31, it is one.
      if (!year && (Number(day) > 31 || name === 'May')) continue;
      remark({
        at: { start: found.index, end: found.index + all.length },
        say: 'date/impossible',
        with: { date: all, month: monthName(month), last },
      });
    }
  },
};

const WEEKDAY = new Pattern(
  new RegExp(
    `\\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(,?\\s(?:the\\s)?)(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH_NAME},?\\s((?:19|20)\\d\\d)`,
  ),
);

export const weekday: Rule = {
  id: 'date/weekday',
  title: 'The weekday does not fit the date',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    for (const found of WEEKDAY.matches(scannedProse(block))) {
      const [all, written, , day, name, year] = found;
      const month = monthNumber(name);
      if (!month || Number(day) < 1 || Number(day) > daysIn(month, Number(year))) continue;
      const right = weekdayOf(Number(year), month, Number(day));
      if (right === written) continue;
      remark({
        at: { start: found.index, end: found.index + all.length },
        say: 'date/weekday',
        with: { date: `${day} ${nameOfMonth(month)} ${year}`, right, written },
        // The day may be right and the date wrong: only the drafter knows.
        fixes: replaceBy(
          say('date/weekday:fix', { right }),
          { start: found.index, end: found.index + written.length },
          right,
          false,
        ),
      });
    }
  },
};

export const backwards: Rule = {
  id: 'date/backwards',
  title: 'A period that ends before it starts',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    for (const { start, end, from, to } of mentionsOf(block)) {
      if (dayNumber(from, 'start') <= dayNumber(to, 'start')) continue;
      const written = block.prose.slice(start, end);
      // `April and March 2021` is a list; `from November to February 2021` leaves the first year unsaid.
      if (/\b(?:and|&)\b|\//.test(written)) continue;
      const unsaid =
        from.year === to.year &&
        (written.match(/(?:19|20)\d\d/g)?.length ?? 0) === 1 &&
        from.month !== to.month;
      remark({
        at: { start, end },
        say: unsaid ? 'date/backwards#unsaid' : 'date/backwards',
        severity: unsaid ? 'info' : undefined,
        with: { written },
      });
    }
  },
};
