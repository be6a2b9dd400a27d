import type { CitationKind } from '../../citations/citation.ts';
import { dayNumber, type PartialDate } from '../../text/dates.ts';
import { say } from '../messages.ts';
import { isHistory, sentenceAround } from '../recommendation/history.ts';
import { type Cited, citedIn, spanOf } from '../recommendation/known.ts';
import { citationsWithin } from '../recommendation/quoted.ts';
import type { Facts, Fix, Remark, Rule, Severity } from '../rule.ts';
import { citedResolution, revisionLabel } from './resolutions.ts';
import { isDatedWithin, isPastBefore, tenseAround } from './tense.ts';

const INSTRUMENTS: ReadonlySet<CitationKind> = new Set([
  'resolution',
  'action-plan',
  'study-period',
  'question',
]);

type Told = Pick<Remark, 'say' | 'with' | 'severity' | 'fixes'>;

export const superseded: Rule = {
  id: 'instrument/superseded',
  title: 'An instrument of the past is cited as that of the day',
  severity: 'warning',
  timing: 'settled',
  judge(block, facts, remark) {
    const { date } = facts;
    if (!date) return;
    for (const one of citedIn(block)) {
      const told = INSTRUMENTS.has(one.citation.kind) ? judged(facts, one, date) : undefined;
      if (told) remark({ ...told, at: spanOf(one) });
    }
  },
};

function judged(facts: Facts, one: Cited, date: PartialDate): Told | undefined {
  switch (one.citation.kind) {
    case 'resolution':
      return resolution(facts, one, date);
    case 'action-plan':
      return actionPlan(facts, one, date);
    case 'study-period':
      return studyPeriod(facts, one, date);
    default:
      return question(facts, one, date);
  }
}

/** An instrument that was replaced in this year or the last was that of the day for a part of the period reported. */
const isRecent = (year: number, date: PartialDate): boolean => year >= date.year - 1;

/**
 * How much a mention of something replaced weighs: a present mandate is wrong, an act of the past under the old one
 * is right where the replacement is recent or the act has a year in which the old one held, and otherwise worth a
 * look. Undefined where nothing is to be said.
 */
function weight(
  { block, citation }: Cited,
  began: number,
  replaced: number,
  date: PartialDate,
): Severity | undefined {
  if (isHistory(block, citation) || isDatedWithin(block, citation, began, replaced)) return undefined;
  if (tenseAround(block, citation) !== 'past') return 'warning';
  return isRecent(replaced, date) ? undefined : 'info';
}

const change = (start: number, end: number, newText: string, by = newText): Fix => ({
  title: say('instrument/superseded:fix', { by }),
  edits: [{ start, end, newText }],
  exact: false,
});

function resolution({ instruments }: Facts, one: Cited, date: PartialDate): Told | undefined {
  const { citation, block } = one;
  const found = citedResolution(instruments, citation);
  if (!found) return undefined;
  const { verdict, certain, by } = instruments.revisionStanding(found.resolution, found.revision, date);
  if (verdict !== 'superseded' || !certain || !by) return undefined;
  const severity = weight(one, found.revision.year, by.year, date);
  if (
    !severity ||
    namesAlso(
      one,
      String(by.year),
      ({ number, revision }) => number === citation.number && revision?.year === by.year,
    )
  )
    return undefined;
  const label = revisionLabel(by);
  const conference = citation.conference;
  return {
    say: 'instrument/superseded',
    with: { cited: citation.id, by: `Resolution ${citation.number} ${label}` },
    severity,
    fixes: () => {
      const text = `Resolution ${citation.number} ${label}`;
      if (citation.revision)
        return [change(citation.revision.span.start, citation.revision.span.end, label, text)];
      const newer = instruments.data.conferences.find(
        ({ body, year }) => body === found.resolution.body && year === by.year,
      );
      const at = conference ? block.view.indexOf(conference, citation.start) : -1;
      // A conference that stands before a list speaks of its other members too.
      if (
        !newer ||
        !conference ||
        at + conference.length > citation.end ||
        at < 0 ||
        citation.list !== undefined
      )
        return [];
      return [change(at, at + conference.length, newer.acronym)];
    },
  };
}

/** Whether the same sentence cites something else of the kind that `is` the one of the day: then it compares. */
function namesAlso(
  { citation, block }: Cited,
  hint: string,
  is: (other: Cited['citation']) => boolean,
): boolean {
  const sentence = sentenceAround(block, citation);
  if (!block.view.slice(sentence.start, sentence.end).includes(hint)) return false;
  return citationsWithin(block, sentence).some(other => other.kind === citation.kind && is(other));
}

function actionPlan({ instruments }: Facts, one: Cited, date: PartialDate): Told | undefined {
  const { citation } = one;
  const plan = instruments.actionPlan(citation.id);
  if (!plan) return undefined;
  const { verdict, certain, by } = instruments.planStanding(plan, date);
  if (verdict !== 'superseded' || !certain || !by) return undefined;
  const severity = weight(one, plan.year, by.year, date);
  if (!severity || namesAlso(one, by.place, other => other.id === by.title)) return undefined;
  return {
    say: 'instrument/superseded#plan',
    with: { cited: citation.id, by: by.title },
    severity,
    fixes: () => [change(citation.core.start, citation.core.end, by.title)],
  };
}

/** What stands before the years of a period in which something is done: "in study period", "during the". */
const WITHIN =
  /\b(?:in|during|for|throughout|current|present)\s(?:the\s)?(?:current\s|present\s)?(?:ITU-[DT]\s)?(?:[Ss]tudy\s(?:period|cycle)s?,?\s(?:(?:of|from|for|in)\s)?\(?)?$/;

const REACH = 60;

function studyPeriod({ instruments }: Facts, one: Cited, date: PartialDate): Told | undefined {
  const { citation, block } = one;
  const { start, end } = citation;
  const [from, to] = citation.id.split('-').map(Number);
  const before = block.view.slice(Math.max(0, start - REACH), start).replace(/\s+/g, ' ');
  // Only what goes on within a period that is over is wrong: its results may be spoken of for long.
  if (!WITHIN.test(before) || tenseAround(block, citation) !== 'present') return undefined;
  if (isPastBefore(block, citation) || isHistory(block, citation)) return undefined;
  const found = (['ITU-D', 'ITU-T'] as const).find(
    sector => instruments.periodStanding(sector, from, to, date).cited !== undefined,
  );
  if (!found) return undefined;
  const { verdict, certain, by } = instruments.periodStanding(found, from, to, date);
  if (verdict !== 'superseded' || !certain || !by) return undefined;
  const dash = /\d(\D+)\d/.exec(block.text.slice(start, end))?.[1] ?? '-';
  return {
    say: 'instrument/superseded#period',
    with: { cited: citation.id, by: `${by.from}-${by.to}` },
    fixes: () => [change(start, end, `${by.from}${dash}${by.to}`)],
  };
}

/** Readers know a Question by its last number for about one study period. */
const REMEMBERED_YEARS = 4;

function question({ instruments }: Facts, one: Cited, date: PartialDate): Told | undefined {
  const { citation, block } = one;
  const found =
    citation.sector === 'ITU-T' || citation.sector === 'ITU-R'
      ? undefined
      : instruments.question(citation.id);
  if (!found) return undefined;
  const { verdict, certain, by } = instruments.questionStanding(found, date);
  if (verdict !== 'superseded' || !certain || !by) return undefined;
  const year = by.terms[0].from;
  const told = { with: { cited: citation.id, by: by.id, year } };
  const before = block.view.slice(Math.max(0, citation.start - REACH), citation.start);
  if (/\bformer(?:ly)?\s(?:ITU-D\s)?$/.test(before)) {
    const age = dayNumber(date, 'start') - dayNumber({ year: year + REMEMBERED_YEARS }, 'start');
    return age > 0 ? { ...told, say: 'instrument/superseded#former', severity: 'info' } : undefined;
  }
  const severity = citation.sector === 'ITU-D' ? weight(one, found.terms[0].from, year, date) : undefined;
  if (!severity) return undefined;
  return {
    ...told,
    say: 'instrument/superseded#question',
    severity,
    fixes: () => [change(citation.core.start, citation.core.end, `Question ${by.id.slice(1)}`)],
  };
}
