import { dateName } from '../../messages/date-name.ts';
import { perBlock } from '../../reading/per-block.ts';
import { scannedProse, sentencesOf } from '../../reading/shared.ts';
import { dayNumber } from '../../text/dates.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { firstIndex, startingIn } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import type { Rule, Severity } from '../rule.ts';
import { inReport, isProse, isRunning } from '../text/help.ts';
import { type DateMention, dateMentions, MONTH_NAME, mentionsOf, monthsOf } from './mentions.ts';

/** What speaks of something to come. */
const FUTURE = new Pattern(
  /\b(?:will|shall)\b|\b(?:is|are)\s(?:currently\s|now\s|also\s)?(?:(?:expected|planned|scheduled|due|foreseen|anticipated|slated)\b|(?:set|going|intended)\s(?:to|for)\b)|\bplans?\sto\b/i,
);

/** Where what follows no longer says when the thing to come will happen. */
const STOP =
  /;|\b(?:which|that|who|whose|where|while|whereas|since|following|after|based on|building on|pursuant to|in line with|as (?:agreed|decided|described|requested|adopted)|(?:results?|outcomes?|conclusions|decisions?|lessons|findings) (?:of|from)|compared|than|unlike)\b/i;

/** A date that tells when: behind a preposition or a bracket. */
const WHEN =
  /(?:\b(?:in|on|by|until|till|before|during|between|within|at|of|for)(?:\s(?:the|early|late|mid))?|\bin the month of|\b(?:end|beginning|start|course|middle|months?|weeks?) of|[(\u2013-]|^)\s?$/i;
/** A date that only begins something. */
const OPEN_ENDED =
  /\b(?:from|since|starting|beginning|as of|as from|effective|onwards?)(?:\s(?:in|on|from))?\s?$/i;
const PAST_WORD =
  /\b(?:\w{3,}ed|held|begun|began|taken|took|made|given|gave|built|sent|met|done|seen|won|led|was|were|had|has|have)$/i;

/** The clause after a sign of the future may be this long and no longer. */
const LONGEST_CLAUSE = 260;

export const staleFuture: Rule = {
  id: 'date/stale-future',
  title: 'Something to come has a date that is past',
  severity: 'warning',
  timing: 'settled',
  report({ reading, date }, remark) {
    if (!date) return;
    const today = dayNumber(date, 'start');
    for (const block of reading.blocks) {
      if (!isRunning(block)) continue;
      for (const promises of promisesIn(block)) {
        const past = promises.find(({ when }) => dayNumber(when.to, 'end') < today);
        if (!past) continue;
        const { sign, when } = past;
        remark({
          at: inReport(block, Math.min(sign.start, when.start), Math.max(sign.end, when.end)),
          say: 'date/stale-future',
          with: {
            sign: block.prose.slice(sign.start, sign.end),
            when: block.text.slice(when.start, when.end),
            today: dateName(date),
          },
          place: block.block.place,
        });
      }
    }
  },
};

/** Something to come with the date it is to come at; offsets count from the block's start. */
interface Promised {
  readonly sign: Span;
  readonly when: DateMention;
}

/** What speaks of the future in a block. */
const signsOf = perBlock((block): readonly Span[] =>
  FUTURE.matches(scannedProse(block)).map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  })),
);

/** What a block says of the future, sentence by sentence: whether it is past depends on the report's day alone. */
const promisesIn = perBlock((block): Promised[][] => {
  const mentions = mentionsOf(block);
  if (mentions.length === 0 || signsOf(block).length === 0) return [];
  const found: Promised[][] = [];
  let next = 0;
  for (const sentence of sentencesOf(block)) {
    const first = next;
    while (next < mentions.length && mentions[next].end <= sentence.end) next++;
    if (next === first) continue;
    const inside = mentions.slice(first, next);
    const promises: Promised[] = [];
    for (const sign of startingIn(signsOf(block), sentence)) {
      if (sign.end > sentence.end) continue;
      const when =
        whenAfter(block.prose, sign.end, sentence.end, inside) ??
        whenBefore(block.prose, sentence.start, sign.start, inside);
      if (when) promises.push({ sign, when });
    }
    if (promises.length > 0) found.push(promises);
  }
  return found;
});

/** The date in the words after a sign of the future: `will be available in March 2021`. */
function whenAfter(
  prose: string,
  from: number,
  end: number,
  mentions: readonly DateMention[],
): DateMention | undefined {
  const clause = prose.slice(from, Math.min(end, from + LONGEST_CLAUSE));
  const stop = STOP.exec(clause);
  const limit = from + (stop ? stop.index : clause.length);
  for (let i = firstIndex(mentions.length, i => mentions[i].start >= from); i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention.end > limit) return undefined;
    const before = prose.slice(from, mention.start);
    if (OPEN_ENDED.test(before)) return undefined;
    if (!WHEN.test(before)) continue;
    const lead = before.replace(WHEN, '').trimEnd();
    // `will build on the course launched in March`: the date is the course's. `will be launched in March` is not.
    const own =
      /^\s*(?:\w+ly\s|also\s|not\s|then\s|have\s|to\s)*(?:be|been|being)\s(?:\w+\s){0,2}\w+$/i.test(lead) ||
      /^\s*have\s\w+\b/i.test(lead);
    if (PAST_WORD.test(lead) && !own) return undefined;
    return mention;
  }
  return undefined;
}

/** The date that opens the sentence: `In March 2021, the group will meet`. */
function whenBefore(
  prose: string,
  start: number,
  sign: number,
  mentions: readonly DateMention[],
): DateMention | undefined {
  const [first] = mentions;
  if (!first || first.end > sign || first.start - start > 40 || sign - first.end > 120) return undefined;
  if (
    !/^(?:In|On|By|During|At|For)(?:\s(?:the|early|late|mid)\b)?[\s-]?(?:(?:end|beginning|start) of\s)?$/.test(
      prose.slice(start, first.start),
    )
  )
    return undefined;
  const between = prose.slice(first.end, sign);
  if (!between.startsWith(',') || STOP.test(between)) return undefined;
  return between.split(/[\s,]+/).some(word => PAST_WORD.test(word)) ? undefined : first;
}

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
