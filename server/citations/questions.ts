import type { Sector } from './citation.ts';
import type { Entrance } from './gate.ts';
import type { Found, Scan } from './scan.ts';

/**
 * Study Questions: `Q22/1`, `Q 3/2`, `Q22-1/1`, "Question 11/3", "Questions 3/2 and 4/2", and by words, "Question 3 of
 * ITU-D Study Group 2". A Question is known by its number and its study group's.
 */

const HEAD =
  /(?:Questions?|questions?|QUESTIONS?|Qs?\.?)\s{0,2}(?:No\.?\s{0,2})?(?:ITU-([TRD])\s{1,2})?(?=\d)/y;

const NUMBER = /(\d{1,3}(?:-\d{1,2})?)\/(\d{1,2})(?![\w/]|-\d|\.\d)/y;

const OF_GROUP =
  /(\d{1,3}(?:-\d{1,2})?)\s{0,2}[,/(]?\s{0,2}(?:(?:of|under|in|from|at)\s{1,2})?(?:the\s)?(?:ITU-([TRD])(?:'s)?\s{1,2})?(?:Study Group|study group|SG)\s?-?\s?(\d{1,2})(?!\d|\w)/y;

const SEPARATOR = /\s{0,2}(?:,\s{0,2}(?:and\s{1,2}|&\s{0,2})?|;\s{0,2}|(?:and|&|or)\s{1,2})(?=\d)/y;

/** "Questions 3 and 4/17": the group stands behind the last number only. */
const SHARED_GROUP =
  /\d{1,3}(?:-\d{1,2})?(?:(?:,\s{0,2}|\s)(?:(?:and|&)\s{1,2})?\d{1,3}(?:-\d{1,2})?){1,12}\/(\d{1,2})(?![\w/])/y;

/** No study group has a higher number. */
const MOST_GROUPS = 21;

/** Study groups from here on exist in ITU-T only. */
const ITU_T_FROM = 8;

const SECTORS: Readonly<Record<string, Sector>> = { T: 'ITU-T', R: 'ITU-R', D: 'ITU-D' };

/** The sector of a study group by its number and by the sector named nearest before. */
export function sectorOfGroup(scan: Scan, group: number, stated: Sector | undefined): Sector | undefined {
  return stated ?? (group >= ITU_T_FROM ? 'ITU-T' : scan.sector);
}

function question(scan: Scan, at: number): number {
  const head = scan.match(HEAD, at);
  if (!head) return 0;
  const from = HEAD.lastIndex;
  const prefixed = scan.prefixed(at) && scan.prefixSector !== undefined;
  const stated = head[1] ? SECTORS[head[1]] : prefixed ? scan.prefixSector : undefined;
  const start = prefixed ? scan.prefixStart : at;
  const shared = scan.match(SHARED_GROUP, from);
  if (shared) return sharing(scan, start, at, from, SHARED_GROUP.lastIndex, shared[1], stated);
  let next = from;
  let end = 0;
  let previous: Found | undefined;
  for (let index = 0; ; index++) {
    const read = scan.match(NUMBER, next);
    if (!read || !isGroup(read[2])) break;
    end = NUMBER.lastIndex;
    const first = index === 0;
    const found = add(scan, read[1], read[2], first ? start : next, first ? at : next, end, stated);
    if (first) found.prefixed = true;
    if (previous) scan.join(previous, found);
    previous = found;
    const separated = scan.end(SEPARATOR, end);
    if (separated < 0) break;
    next = separated;
  }
  return end || ofGroup(scan, start, at, from, stated);
}

const isGroup = (group: string): boolean => Number(group) >= 1 && Number(group) <= MOST_GROUPS;

function add(
  scan: Scan,
  number: string,
  group: string,
  start: number,
  coreStart: number,
  end: number,
  stated: Sector | undefined,
): Found {
  const found = scan.add('question', `Q${number}/${group}`, start, coreStart, end, end);
  const sector = sectorOfGroup(scan, Number(group), stated);
  if (sector) found.sector = sector;
  found.number = number;
  return found;
}

/** "Question 3 of ITU-D Study Group 2": one citation, from the noun to the group's number. */
function ofGroup(scan: Scan, start: number, at: number, from: number, stated: Sector | undefined): number {
  const read = scan.match(OF_GROUP, from);
  if (!read || !isGroup(read[3])) return 0;
  const sector = read[2] ? SECTORS[read[2]] : stated;
  if (sector) scan.sector = sector;
  const groupEnd = OF_GROUP.lastIndex;
  const end = read[0].includes('(') && scan.code(groupEnd) === 41 ? groupEnd + 1 : groupEnd;
  add(scan, read[1], read[3], start, at, end, sector).prefixed = true;
  return end;
}

/** "Questions 3, 4 and 5/17": one citation a number. */
function sharing(
  scan: Scan,
  start: number,
  at: number,
  from: number,
  end: number,
  group: string,
  stated: Sector | undefined,
): number {
  if (!isGroup(group)) return 0;
  const slash = end - group.length - 1;
  let previous: Found | undefined;
  for (const number of scan.text.slice(from, slash).matchAll(/\d+(?:-\d+)?/g)) {
    const first = from + number.index;
    const last = first + number[0].length;
    const found = add(
      scan,
      number[0],
      group,
      previous ? first : start,
      previous ? first : at,
      last === slash ? end : last,
      stated,
    );
    if (previous) scan.join(previous, found);
    else found.prefixed = true;
    previous = found;
  }
  return end;
}

/** What stands behind a study group's number where its Question follows: "Study Group 2 Question 3", "SG17/Q4". */
const BEHIND_GROUP =
  /\s{0,2}[,/]?\s{0,2}(?:Question\s{1,2}|Q\.?\s?)(\d{1,3}(?:-\d{1,2})?)(?![\w/]|-\d|\.\d)/y;

/** Reads the Question that follows a study group's number at `at`, as one citation; 0 where none follows. */
export function questionBehindGroup(
  scan: Scan,
  start: number,
  coreStart: number,
  at: number,
  group: string,
  stated: Sector | undefined,
): number {
  const read = scan.match(BEHIND_GROUP, at);
  if (!read) return 0;
  const end = BEHIND_GROUP.lastIndex;
  add(scan, read[1], group, start, coreStart, end, stated).prefixed = true;
  return end;
}

export const QUESTIONS: readonly Entrance[] = [
  [['Que', 'que', 'QUE', 'Qs', 'Q.', 'Q ', ...[...'0123456789'].map(digit => `Q${digit}`)], question],
];
