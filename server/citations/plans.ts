import type { Sector } from './citation.ts';
import type { Entrance } from './gate.ts';
import type { Scan } from './scan.ts';

/** Action plans of the development conferences, and the study periods of the sectors. */

/**
 * The plans by the place of their conference, as WTDC named them, and what else they are called. A plan is
 * recognised by its place: "Buenos Action Plan" can only mean one.
 */
const PLANS: readonly (readonly [place: string, name: string])[] = [
  ['Buenos(?:[\\s-]{1,2}Aires)?', 'Buenos Aires Action Plan'],
  ['Hyderabad', 'Hyderabad Action Plan'],
  ['Dubai', 'Dubai Action Plan'],
  ['Kigali', 'Kigali Action Plan'],
  ['Baku', 'Baku Action Plan'],
  ['Doha', 'Doha Action Plan'],
];

const PLAN = new RegExp(
  `(?:${PLANS.map(([place]) => `(${place})`).join('|')})\\s{1,2}[Aa]ction\\s{1,2}[Pp]lan(?!\\w)`,
  'y',
);

/** Acronyms of plans, with the part of the plan that is spoken of. */
const ACRONYM =
  /(HAP|DuAP|BuAP|BaAP|BAAP|KAP)(?!\w)(?:\s{1,2}(?:Programme|Objective|Output)\s{1,2}\d(?:\.\d{1,2})?(?![\w.]*\d))?/y;

const ACRONYMS: Readonly<Record<string, string>> = {
  HAP: 'Hyderabad Action Plan',
  DuAP: 'Dubai Action Plan',
  BuAP: 'Buenos Aires Action Plan',
  BaAP: 'Buenos Aires Action Plan',
  BAAP: 'Buenos Aires Action Plan',
  KAP: 'Kigali Action Plan',
};

function plan(scan: Scan, at: number): number {
  const found = scan.match(PLAN, at);
  if (!found) return 0;
  const name = PLANS[found.slice(1).findIndex(place => place !== undefined)][1];
  const end = PLAN.lastIndex;
  scan.add('action-plan', name, at, at, end, end).sector = 'ITU-D';
  return end;
}

/** The acronym counts with its conference and its programme: `WTDC-10/HAP Programme 2`. */
function acronym(scan: Scan, at: number): number {
  const found = scan.match(ACRONYM, at);
  if (!found) return 0;
  const end = ACRONYM.lastIndex;
  const start = scan.prefixed(at) && scan.prefixBody === 'WTDC' ? scan.prefixStart : at;
  const explained = scan.last()?.id === ACRONYMS[found[1]] && at - scan.last()!.end <= 2;
  // "KAP" also stands for knowledge, attitudes and practices.
  if (found[1] === 'KAP' && start === at && found[0] === found[1] && !explained) return 0;
  scan.add('action-plan', ACRONYMS[found[1]], start, start, end, end).sector = 'ITU-D';
  return end;
}

const PERIOD_AHEAD =
  /[Ss]tudy\s{1,2}(?:[Pp]eriods?|[Cc]ycles?)(?:,|\s{1,2}(?:of|from|for|in))?\s{1,2}\(?((?:19|20)\d{2})(?:\s?-\s?|\s{1,2}to\s{1,2}|\/)((?:20)?\d{2})(?![\d-])(?:(?:,\s{0,2}|\s{1,2}and\s{1,2})((?:19|20)\d{2})\s?-\s?((?:20)?\d{2})(?![\d-]))?/y;

const PERIOD_WORD = /[Ss]tudy\s{1,2}(?:[Pp]eriod|[Cc]ycle)s?(?!\w)/y;

const PERIOD_BEFORE =
  /(?:((?:19|20)\d{2})\s?-\s?((?:20)?\d{2})(?:,|\s{1,2}and)\s{1,2})?((?:19|20)\d{2})\s?-\s?((?:20)?\d{2})\)?\s{1,2}(?:ITU(?:-([TRD]))?\s{1,2})?$/;

const LOOK_BACK = 40;

const SECTORS: Readonly<Record<string, Sector>> = { T: 'ITU-T', R: 'ITU-R', D: 'ITU-D' };

/** "study period 2018-2021", "study periods 2014-2017 and 2018-2021", "the 2017-2020 ITU-T study period". */
function studyPeriod(scan: Scan, at: number): number {
  const word = scan.end(PERIOD_WORD, at);
  if (word < 0) return 0;
  const ahead = scan.match(PERIOD_AHEAD, at);
  const stated = scan.prefixed(at) ? scan.prefixSector : undefined;
  if (ahead) {
    const end = PERIOD_AHEAD.lastIndex;
    addPeriods(scan, ahead, at, stated ?? scan.sector);
    return end;
  }
  const from = Math.max(0, at - LOOK_BACK);
  const before = PERIOD_BEFORE.exec(scan.text.slice(from, at));
  if (before && !overlapsLast(scan, from + before.index)) {
    addPeriods(scan, before, from + before.index, before[5] ? SECTORS[before[5]] : scan.sector);
  }
  return word;
}

const overlapsLast = (scan: Scan, at: number): boolean => (scan.last()?.end ?? 0) > at;

/** Adds the pairs of years that a pattern caught in its groups 1 to 4, where they span a few years. */
function addPeriods(scan: Scan, read: RegExpExecArray, offset: number, sector: Sector | undefined): void {
  let from = 0;
  for (const [first, last] of [
    [read[1], read[2]],
    [read[3], read[4]],
  ]) {
    if (!first || !last) continue;
    const full = last.length === 2 ? first.slice(0, 2) + last : last;
    const years = Number(full) - Number(first);
    const start = read[0].indexOf(first, from);
    from = read[0].indexOf(last, start + first.length) + last.length;
    if (years < 1 || years > 8) continue;
    const found = scan.add(
      'study-period',
      `${first}-${full}`,
      offset + start,
      offset + start,
      offset + from,
      offset + from,
    );
    if (sector) found.sector = sector;
  }
}

export const PLANS_AND_PERIODS: readonly Entrance[] = [
  [['Bue', 'Hyd', 'Dub', 'Kig', 'Bak', 'Doh'], plan],
  [['HAP', 'DuA', 'BuA', 'BaA', 'BAA', 'KAP'], acronym],
  [['Stu', 'stu'], studyPeriod],
];
