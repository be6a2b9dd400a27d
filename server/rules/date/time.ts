import { dateName } from '../../messages/date-name.ts';
import { perBlock } from '../../reading/per-block.ts';
import { scannedProse, sentencesOf } from '../../reading/shared.ts';
import { dayNumber } from '../../text/dates.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { firstIndex } from '../../text/search.ts';
import type { Rule, Severity } from '../rule.ts';
import { inReport, isProse, isRunning } from '../text/help.ts';
import { type DateMention, dateMentions, MONTH_NAME, mentionsOf, monthsOf } from './mentions.ts';

/** Something done, with ITU or its partners as those who did it. */
const DONE_HERE =
  /\b(?:organized|organised|co-organized|held|hosted|co-hosted|conducted|signed|took place|participated|celebrated|delivered|trained|carried out|convened|attended|opened|published|launched)\b/i;
const DONE = new Pattern(DONE_HERE);
/** What makes an old date background rather than news. */
const BACKGROUND =
  /\b(?:since|first|originally|initially|following|after|pursuant|based on|established|founded|created|adopted|anniversary|previous|previously|earlier|background|history|in line with|revised|mandate|launched in|started in|began|resolution|between|from)\b/i;

export const outsidePeriod: Rule = {
  id: 'date/outside-period',
  title: 'An event from before the last report, told as news',
  severity: 'info',
  timing: 'settled',
  report({ reading, report, archive }, remark) {
    const year = report.year?.value;
    if (year === undefined) return;
    // The last report's own date where it is at hand; else the start of the year before is surely too early.
    const last = archive.findLast(earlier => earlier.report.year?.value === year - 1)?.report.masthead.date
      ?.value;
    const start = last && last.year === year - 1 ? last : { year: year - 1, month: 1, day: 1 };
    for (const block of reading.blocks) {
      if (!isRunning(block) || block.block.role === 'other') continue;
      for (const event of eventsIn(block)) {
        if (dayNumber(event.to, 'end') >= dayNumber(start, 'start')) continue;
        remark({
          at: inReport(block, event.start, event.end),
          say: 'date/outside-period',
          with: { when: block.prose.slice(event.start, event.end), start: dateName(start) },
          place: block.block.place,
        });
      }
    }
  },
};

/** The dates of what a block tells as done, with their month; offsets count from the block's start. */
const eventsIn = perBlock((block): DateMention[] => {
  const dated = mentionsOf(block).filter(mention => mention.to.month !== undefined);
  if (dated.length === 0 || !DONE.isIn(scannedProse(block))) return [];
  return sentencesOf(block).flatMap(({ start, end }) => {
    const first = dated[firstIndex(dated.length, i => dated[i].end > start)];
    if (!first || first.start >= end) return [];
    const words = block.prose.slice(start, end);
    if (!DONE_HERE.test(words) || BACKGROUND.test(words)) return [];
    return dateMentions(words)
      .filter(mention => mention.to.month !== undefined)
      .map(mention => ({ ...mention, start: mention.start + start, end: mention.end + start }));
  });
});

/** Words whose time nobody can tell a year later; the first group says less than the second. */
const VAGUE: readonly (readonly [Pattern, Severity])[] = [
  [
    new Pattern(
      /\b(?:as of today|today|this year|last year|next year|this month|last month|next month|nowadays|at the time of writing)\b(?!')/i,
    ),
    'info',
  ],
  [
    new Pattern(
      /\b(?:recently|currently|at the moment|at present|in the near future|under publication|upcoming period)\b/i,
    ),
    'hint',
  ],
];

export const vagueTime: Rule = {
  id: 'date/vague-time',
  title: 'A time that only the day of writing explains',
  severity: 'hint',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    for (const [pattern, severity] of VAGUE) {
      for (const found of pattern.matches(scannedProse(block))) {
        const start = found.index;
        const end = start + found[0].length;
        if (!isProse(block, start, end)) continue;
        // A date close by says what the word leaves open: `recently (March 2021)`.
        if (/(?:19|20)\d\d/.test(block.prose.slice(end, end + 24))) continue;
        remark({ at: { start, end }, say: 'date/vague-time', severity, with: { word: found[0] } });
      }
    }
  },
};

const IN_MONTH = new RegExp(
  `\\b(?:in|since|until|by|during|of|on(?:\\s\\d{1,2}))\\s${MONTH_NAME}(?!\\s?\\d|,?\\s(?:19|20)\\d\\d)`,
  'g',
);
/** From a month on to its year: other months, days, `and`, marks. */
const ON_TO_YEAR = new RegExp(
  `^(?:[\\s,/&-]|and|to|or|until|in|of|\\d{1,2}(?:st|nd|rd|th)?(?!\\d)|(?:${MONTH_NAME}))*(?:19|20)\\d\\d`,
);

export const withoutYear: Rule = {
  id: 'date/without-year',
  title: 'A month without a year',
  severity: 'info',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    if (monthsOf(block).length === 0) return;
    let before = '';
    for (const { start, end } of sentencesOf(block)) {
      const words = block.prose.slice(start, end);
      const year = words.search(/(?:19|20)\d\d/);
      const saidBefore = /(?:19|20)\d\d/.test(before);
      for (const found of saidBefore ? [] : words.matchAll(IN_MONTH)) {
        const after = found.index + found[0].length;
        // The year said just before holds on; else it has to follow, behind nothing but other months and days.
        if ((year >= 0 && year < found.index) || ON_TO_YEAR.test(words.slice(after, after + 80))) continue;
        remark({
          // The dot may be the sentence's.
          at: { start: start + found.index, end: start + after - (found[0].endsWith('.') ? 1 : 0) },
          say: 'date/without-year',
          with: { month: found[1] },
        });
      }
      before = words;
    }
  },
};
