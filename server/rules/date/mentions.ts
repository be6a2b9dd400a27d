import { perBlock } from '../../reading/per-block.ts';
import { scannedProse } from '../../reading/shared.ts';
import { MONTHS, monthNumber, type PartialDate } from '../../text/dates.ts';
import { Pattern, ScannedText } from '../../text/pattern/pattern.ts';
import { firstIndex } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';

/** A date or a period as it stands in running text. */
export interface DateMention extends Span {
  readonly from: PartialDate;
  /** The end of a range or of a named part of a year; `from` again for a single date. */
  readonly to: PartialDate;
}

/** The months, in full or abbreviated, with a group for the name; the dot of an abbreviation belongs to it. */
export const MONTH_NAME =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![A-Za-z])\\.?';

const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '((?:19|20)\\d\\d)(?![\\d-]\\d|/\\d)';
/** Between the ends of a range. `and` between two whole dates makes a list, between two days or months of one year a range. */
const TO = '\\s?(?:-|/|to|until|through)\\s?';
const TO_OR_AND = '\\s?(?:-|/|to|and|until|through|&)\\s?';

type Reader = (groups: (string | undefined)[]) => { from: PartialDate; to: PartialDate } | undefined;

const date = (day: string | undefined, month: string, year: string | number): PartialDate => ({
  year: Number(year),
  month: monthNumber(month),
  ...(day ? { day: Number(day) } : {}),
});

/** The last month of what `early`, `mid`, a quarter, a half or a season of a year may mean. */
function partOf(words: string, year: number): { from: PartialDate; to: PartialDate } | undefined {
  const w = words.toLowerCase();
  const months = (a: number, b: number) => ({ from: { year, month: a }, to: { year, month: b } });
  const quarter = /(?:^q|\b)([1-4])\b|\b(first|second|third|fourth)\s+quarter/.exec(w);
  if (/quarter|^q[1-4]/.test(w) && quarter) {
    const n = quarter[1]
      ? Number(quarter[1])
      : ['first', 'second', 'third', 'fourth'].indexOf(quarter[2]) + 1;
    return months(n * 3 - 2, n * 3);
  }
  if (/first (?:half|semester)/.test(w)) return months(1, 6);
  if (/second (?:half|semester)/.test(w)) return months(7, 12);
  if (/early|beginning|start/.test(w)) return months(1, 4);
  if (/mid/.test(w)) return months(4, 8);
  if (/late|end/.test(w)) return months(9, 12);
  if (/spring/.test(w)) return months(3, 6);
  if (/summer/.test(w)) return months(6, 9);
  if (/autumn/.test(w)) return months(9, 12);
  return undefined;
}

/** Longest first: what an earlier pattern took is not read again. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  // 29 October to 16 November 2018, 29 October 2018 - 16 November 2018
  [
    new RegExp(
      `(?<!\\d)${DAY}\\s${MONTH_NAME}(?:\\s${YEAR}${TO}|${TO_OR_AND})${DAY}\\s${MONTH_NAME},?\\s${YEAR}`,
    ),
    ([d1, m1, y1, d2, m2, y2]) => ({
      from: date(d1, m1 ?? '', y1 ?? y2 ?? ''),
      to: date(d2, m2 ?? '', y2 ?? ''),
    }),
  ],
  // 26 to 29 August 2013, 2-3 December 2013
  [
    new RegExp(`(?<![\\d.])${DAY}${TO_OR_AND}${DAY}\\s${MONTH_NAME},?\\s${YEAR}`),
    ([d1, d2, m, y]) => ({ from: date(d1, m ?? '', y ?? ''), to: date(d2, m ?? '', y ?? '') }),
  ],
  // 10 February 2014
  [
    new RegExp(`(?<![\\d.])${DAY}\\s(?:of\\s)?${MONTH_NAME},?\\s${YEAR}`),
    ([d, m, y]) => ({ from: date(d, m ?? '', y ?? ''), to: date(d, m ?? '', y ?? '') }),
  ],
  // September-December 2021, June and July 2013
  [
    new RegExp(`\\b${MONTH_NAME}(?:\\s${YEAR}${TO}|${TO_OR_AND})${MONTH_NAME},?\\s(?:of\\s)?${YEAR}`),
    ([m1, y1, m2, y2]) => ({
      from: date(undefined, m1 ?? '', y1 ?? y2 ?? ''),
      to: date(undefined, m2 ?? '', y2 ?? ''),
    }),
  ],
  // February 10, 2014
  [
    new RegExp(`\\b${MONTH_NAME}\\s${DAY},?\\s${YEAR}`),
    ([m, d, y]) => ({ from: date(d, m ?? '', y ?? ''), to: date(d, m ?? '', y ?? '') }),
  ],
  // March 2021, April of 2022
  [
    new RegExp(`\\b${MONTH_NAME},?\\s(?:of\\s)?${YEAR}`),
    ([m, y]) => ({ from: date(undefined, m ?? '', y ?? ''), to: date(undefined, m ?? '', y ?? '') }),
  ],
  // early 2022, mid-2014, the first quarter of 2021, Q1 2021
  [
    new RegExp(
      `\\b((?:early|mid|late)(?:\\s|-)?(?:in\\s)?|(?:the\\s)?(?:beginning|start|end|first half|second half|first semester|second semester|(?:first|second|third|fourth) quarter|spring|summer|autumn)\\s(?:of\\s)?|Q[1-4](?:\\s|/))${YEAR}`,
      'i',
    ),
    ([part, y]) => partOf(part ?? '', Number(y)),
  ],
  // 2018-2021, 2018 to 2021
  [
    /(?<![\w/.-])((?:19|20)\d\d)\s?(?:-|to|until)\s?((?:19|20)\d\d)(?![\w/-])/,
    ([a, b]) => ({ from: { year: Number(a) }, to: { year: Number(b) } }),
  ],
  // 2021
  [
    /(?<![\w/.,-])((?:19|20)\d\d)(?![\w/]|-\w|,\d|\.\d|\s?(?:countries|participants|people|experts))/,
    ([y]) => ({ from: { year: Number(y) }, to: { year: Number(y) } }),
  ],
];

const PATTERNS = READERS.map(([expression, read]) => ({ pattern: new Pattern(expression), read }));

/** The dates of a text, in order and without overlap; years alone included. */
export function dateMentions(text: string | ScannedText): DateMention[] {
  if (typeof text === 'string') return /\d/.test(text) ? dateMentions(new ScannedText(text)) : [];
  if (!NUMBER.isIn(text)) return [];
  const found: DateMention[] = [];
  for (const { pattern, read } of PATTERNS) {
    const taken = found.length;
    for (const match of pattern.matches(text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (isTaken(found, taken, start, end)) continue;
      const value = read(match.slice(1));
      if (value) found.push({ start, end, ...value });
    }
    // What a pattern finds lies apart and in order; so does what was found before.
    found.sort((a, b) => a.start - b.start);
  }
  return found;
}

const NUMBER = new Pattern(/(?<!\d)\d/);

/** Whether the start or the end of a stretch lies in one of the first `count` mentions, which are in order. */
function isTaken(mentions: readonly DateMention[], count: number, start: number, end: number): boolean {
  const next = firstIndex(count, i => mentions[i].end > start);
  const last = firstIndex(count, i => mentions[i].end > end - 1);
  return (next < count && mentions[next].start <= start) || (last < count && mentions[last].start <= end - 1);
}

/** The dates of a block's prose. */
export const mentionsOf = perBlock(block => dateMentions(scannedProse(block)));

/** The months of a block's prose, each by its name alone. */
export const monthsOf = perBlock(block => MONTH_ALONE.matches(scannedProse(block)));

const MONTH_ALONE = new Pattern(new RegExp(`\\b${MONTH_NAME}`));

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** The weekday of a date in the Gregorian calendar, by Sakamoto's method. */
export function weekdayOf(year: number, month: number, day: number): (typeof WEEKDAYS)[number] {
  const y = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1];
  return WEEKDAYS[(y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7];
}

/** `March`, `October`: the name of a month, 1 to 12. */
export const nameOfMonth = (month: number): string => {
  const name = MONTHS[month - 1];
  return name[0].toUpperCase() + name.slice(1);
};
