import { firstIndex } from '../../text/search.ts';
import type { Sign } from './future.ts';
import type { DateMention } from './mentions.ts';

/** When something to come is to happen. */

/** Where what follows no longer says when the thing to come will happen. */
const STOP =
  /;|\b(?:which|that|who|whose|where|while|whereas|since|following|after|based on|builds? on|building on|draws? on|drawing on|pursuant to|in response to|further to|thanks to|in (?:the )?(?:light|view) of|on the basis of|(?:a )?follow-up (?:to|of)|in line with|as (?:in|agreed|decided|described|requested|adopted)|(?:results?|outcomes?|conclusions|decisions?|lessons|findings) (?:of|from)|compared|(?<!\bn(?:o|ot) later )than|unlike)\b/i;

const WEEKDAY = '(?:\\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)?';

/** A date that tells when: behind a preposition or a bracket. */
const WHEN = new RegExp(
  `(?:\\b(?:in|on|by|until|till|before|during|between|within|at|for|later than)(?:\\s(?:the|early|late|mid))?${WEEKDAY}|\\bin the month of|\\b(?:end|beginning|start|course|middle|rest|remainder|months?|weeks?|days) of|[(\\u2013-]|^)\\s?$`,
  'i',
);
/** With a month it tells when; with a year alone it may say what about. */
const AROUND = /\b(?:around|towards?)\s?$/i;
/** With a year alone it says what about: `will publish the report for 2024`, `the figures on 2024`. */
const ABOUT =
  /\b(?:on|at|(?:reports?|figures|statistics|data|index|edition|results|survey|accounts|budget|plan|proceedings|review|list)\sfor)\s?$/i;
/** A period that tells from when to when, or a date that stands by itself behind a place. */
const FROM = /\bfrom\s?$/i;
const APPOSED = new RegExp(`(?:,|\\((?:[A-Z][^()]{0,60},)?)${WEEKDAY}\\s?$`);
/** A date that only begins something. */
const OPEN_ENDED =
  /\b(?:from|since|starting|beginning|as of|as from|effective|onwards?)(?:\s(?:in|on|from))?\s?$/i;
const PAST_WORD =
  /\b(?:\w{3,}ed|held|begun|began|taken|took|made|given|gave|built|sent|met|done|seen|won|led|was|were|had|has|have)$/i;

/** Where the sentence comes back to the past: `Kenya, which is due to host the forum, held a drill in 2024`. */
const TOLD_BEHIND =
  /,\s(?:was|were|had|has|have|took|began|met|held|\w{3,}ed)\s(?!(?:by|in|at|on|with|from|to|for|under)\b)/i;

/** What happens at a time and a place: then the period and the date behind the place are its own. */
const HAPPENS =
  /\b(?:will|shall|to)\s(?:\w+ly\s|also\s|then\s)?(?:be\s(?:\w+ly\s)?(?:held|hosted|co-hosted|(?:co-)?organi[sz]ed|convened|conducted|delivered|celebrated|run|open|opened|offered|given|carried out|repeated)|take place|take part|run|meet|last|hold|host|co-host|(?:co-)?organi[sz]e|convene|conduct|gather|visit|attend|participate|celebrate|deliver|train)\b/i;
/** The same of a plan: with its place and nothing else. */
const IS_PLANNED = /\b(?:expected|planned|scheduled|due|foreseen|anticipated|slated|set)$/i;
const PLACE = /^\s?(?:(?:for|in|at)\s[^,]*(?:,\s[A-Z][^,]*)?)?$/;
/** What has a period of its own: `a workshop on incidents from January to June 2024`. */
const OF_PERIOD =
  /\b(?:period|data|figures|numbers|statistics|incidents|attacks|cases|experiences?|contributions|inputs|results|information|lessons|reports?|activities)$/i;
/** What has a date of its own: `a workshop to review the drill (Accra, 28-30 October 2024)`. */
const OF_ANOTHER = /\b(?:of|on|about|to|for)\s(?:\w+\s)?(?:the|its|their|last|previous)\b/i;

/** The first words of a part of a year: a period, but not one that is told with its two ends. */
const PART =
  /^(?:the|early|mid|late|beginning|start|end|first|second|third|fourth|spring|summer|autumn|q\d)\b/i;

/** The clause after a sign of the future may be this long and no longer. */
export const LONGEST_CLAUSE = 260;

/** The date in the words after a sign of the future: `will be available in March 2021`. */
export function whenAfter(
  prose: string,
  sign: Sign,
  end: number,
  mentions: readonly DateMention[],
): DateMention | undefined {
  const from = sign.end;
  const clause = prose.slice(from, Math.min(end, from + LONGEST_CLAUSE));
  const stop = STOP.exec(clause);
  const limit = from + (stop ? stop.index : clause.length);
  for (let i = firstIndex(mentions.length, i => mentions[i].start >= from); i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention.end > limit) return undefined;
    const lead = leadTo(prose, sign, mention);
    if (lead === 'open-ended') return undefined;
    if (lead === undefined) continue;
    // `will build on the course launched in March`: the date is the course's. `will be launched in March` is not.
    const own =
      /^\s*(?:\w+ly\s|also\s|not\s|then\s|have\s|to\s)*(?:be|been|being)\s(?:\w+\s){0,2}\w+$/i.test(
        lead.words,
      ) || /^\s*have\s\w+\b/i.test(lead.words);
    if ((PAST_WORD.test(lead.words) && !own) || TOLD_BEHIND.test(lead.words)) return undefined;
    if (sign.kind === 'upcoming' && /[^\s,]/.test(lead.words)) return undefined;
    return sign.kind === 'perfect' && mention.to.month === undefined ? undefined : mention;
  }
  return undefined;
}

/** The words between a sign and what says that a date tells when; undefined where nothing says so. */
function leadTo(
  prose: string,
  { start, end, kind }: Sign,
  mention: DateMention,
): { words: string } | 'open-ended' | undefined {
  const before = prose.slice(end, mention.start);
  const has = (mark: RegExp) => mark.test(before);
  const until = (mark: RegExp) => ({ words: before.replace(mark, '').trimEnd() });
  if (has(FROM) && isPeriod(prose, mention)) return its(FROM, OF_PERIOD) ? until(FROM) : 'open-ended';
  if (has(OPEN_ENDED)) return 'open-ended';
  if (has(WHEN)) return mention.to.month === undefined && has(ABOUT) ? undefined : until(WHEN);
  if (mention.to.month === undefined) return undefined;
  if (has(AROUND)) return until(AROUND);
  return has(APPOSED) && its(APPOSED, OF_ANOTHER) ? until(APPOSED) : undefined;

  /** Whether it is the date of what is to come, and not of something that stands nearer. */
  function its(mark: RegExp, other: RegExp): boolean {
    const { words } = until(mark);
    if (kind === 'upcoming') return words === '';
    const sign = prose.slice(start, end);
    return (IS_PLANNED.test(sign) && PLACE.test(words)) || (HAPPENS.test(sign + words) && !other.test(words));
  }
}

/** Whether a mention has two ends, in months or days: `14 to 18 October 2024`. */
const isPeriod = (prose: string, { start, end, from, to }: DateMention): boolean =>
  to.month !== undefined &&
  (from.year !== to.year || from.month !== to.month || from.day !== to.day) &&
  !PART.test(prose.slice(start, end));

const OPENER = new RegExp(
  `^(?:(?:In|On|By|During|At|For|Around|Towards?|(?:Later|Earlier) in|No later than|Not later than)(?:\\s(?:the|early|late|mid)\\b)?[\\s-]?(?:(?:end|beginning|start) of\\s)?${WEEKDAY}\\s?)$`,
);

/** The date that opens the sentence: `In March 2021, the group will meet`. */
export function whenBefore(
  prose: string,
  start: number,
  sign: number,
  mentions: readonly DateMention[],
): DateMention | undefined {
  const [first] = mentions;
  if (!first || first.end > sign || first.start - start > 40 || sign - first.end > 120) return undefined;
  const opener = prose.slice(start, first.start);
  const opens =
    OPENER.test(opener) ||
    (opener === '' && PART.test(prose.slice(start, first.end))) ||
    (opener === 'From ' && isPeriod(prose, first));
  if (!opens) return undefined;
  const between = prose.slice(first.end, sign);
  if (!between.startsWith(',') || STOP.test(between)) return undefined;
  return between.split(/[\s,]+/).some(word => PAST_WORD.test(word)) ? undefined : first;
}
