import type { Sector } from './citation.ts';
import type { Entrance } from './gate.ts';
import { questionBehindGroup, sectorOfGroup } from './questions.ts';
import type { Found, Scan } from './scan.ts';

/** Study groups ("SG17", "SG-17", "Study Groups 5 and 11", "SGs 5, 11 and 13") and focus groups ("FG-AI4H", "FG VM"). */

const STUDY_GROUP =
  /(?:[Ss]tudy\s{1,2}[Gg]roup(s|\(s\))?|STUDY GROUPS?|SG(s)?)\s{0,2}-?\s{0,2}(?:No\.?\s{0,2})?(\d{1,2})(?!\d|\/\d|\.\d|[A-Qa-z]|-\d)/y;

const NEXT_NUMBER =
  /(\s{0,2},\s{0,2}(?:(?:and|&)\s{1,2})?|\s{1,2}(?:and|&|or)\s{1,2}|\/)(\d{1,2})(?![\w/%]|\.\d|,\d{3}|-\d)/y;

/** A singular noun is taken to open a list only where the whole list stands there. */
const WHOLE_LIST =
  /(?:(?:,\s{0,2}\d{1,2}){1,12},?\s{1,2}(?:and|&)\s{1,2}\d{1,2}(?![\w/%]|[.,]\d|-\d)|\s{1,2}(?:and|&)\s{1,2}\d{1,2}\s{0,2}(?:[,;:)](?!\d)|\.(?!\d)|$|of\s))/y;

const FOCUS_GROUP =
  /FG(?:-[A-Za-z0-9][A-Za-z0-9&]{0,15}(?:-20\d{2})?|\s{1,2}(?!ITU)[A-Z][A-Z0-9][A-Za-z0-9]{0,13}(?:-20\d{2})?)(?!\w)/y;

/** No study group has a higher number. */
const MOST_GROUPS = 21;

function studyGroup(scan: Scan, at: number): number {
  const head = scan.match(STUDY_GROUP, at);
  if (!head || !isGroup(head[3])) return 0;
  const afterFirst = STUDY_GROUP.lastIndex;
  const prefixed = scan.prefixed(at) && scan.prefixSector !== undefined;
  const stated = prefixed ? scan.prefixSector : undefined;
  const start = prefixed ? scan.prefixStart : at;
  const plural = head[1] !== undefined || head[2] !== undefined || head[0].startsWith('STUDY GROUPS');
  if (!plural) {
    const withQuestion = questionBehindGroup(scan, start, at, afterFirst, head[3], stated);
    if (withQuestion) return withQuestion;
  }
  let previous = add(scan, head[3], start, at, afterFirst, stated);
  previous.prefixed = true;
  let end = afterFirst;
  if (!plural && scan.end(WHOLE_LIST, end) < 0) return end;
  // Behind "and" the list is over.
  for (let closed = false; !closed; ) {
    const next = scan.match(NEXT_NUMBER, end);
    if (!next || !isGroup(next[2])) break;
    closed = /[a&]/.test(next[1]);
    const numberEnd = NEXT_NUMBER.lastIndex;
    const found = add(
      scan,
      next[2],
      numberEnd - next[2].length,
      numberEnd - next[2].length,
      numberEnd,
      stated,
    );
    scan.join(previous, found);
    previous = found;
    end = numberEnd;
  }
  return end;
}

const isGroup = (group: string): boolean => Number(group) >= 1 && Number(group) <= MOST_GROUPS;

function add(
  scan: Scan,
  group: string,
  start: number,
  coreStart: number,
  end: number,
  stated: Sector | undefined,
): Found {
  const found = scan.add('study-group', `SG${Number(group)}`, start, coreStart, end, end);
  const sector = sectorOfGroup(scan, Number(group), stated);
  if (sector) found.sector = sector;
  if (sector === 'ITU-T') scan.evidence(end);
  return found;
}

function focusGroup(scan: Scan, at: number): number {
  const end = scan.end(FOCUS_GROUP, at);
  if (end < 0) return 0;
  const start = scan.prefixed(at) && scan.prefixSector ? scan.prefixStart : at;
  const id = scan.text.slice(at, end).replace(/^FG[\s-]+/, 'FG-');
  scan.add('focus-group', id, start, at, end, end).sector = 'ITU-T';
  return end;
}

export const GROUPS: readonly Entrance[] = [
  [['SG', 'Stu', 'stu', 'STU'], studyGroup],
  [['FG-', 'FG '], focusGroup],
];
