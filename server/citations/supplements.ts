import { listed, startsFresh } from './context.ts';
import type { Entrance } from './gate.ts';
import type { Scan } from './scan.ts';
import { SINGLE_LETTERS } from './series-letters.ts';
import { readEdition, readParts } from './tails.ts';

/**
 * Supplements to a series, by its letter: `X.Suppl.36`, `J.Sup7`, `X Suppl. 36`, `X-series Supplement 36`, "ITU-T
 * G-series Recommendations - Supplement 41", and the old ones to a part of a series, `E-100 series Suppl.1`.
 */

const TO_SERIES =
  /([A-Z])(?:\.\s?|\s|-|(?:-|\s)[Ss]eries\s{1,2}(?:Recommendations?\s{0,2}[-,:]?\s{0,2})?)(?:Supplement\s{1,2}|(?:Supp?l?s?|SUPP?L?|supp?l?)(?:\.?\s?-?))(\d{1,3}(?:\.\d{1,2})?)(?!\w|\.\d)/y;

const TO_PART = /([A-Z])(-?\d{2,4}(?:-\d{2,4})?)(\s[Ss]eries)?\s{1,2}Supp?l?\.?\s{0,2}(\d{1,3})(?!\w|\.\d)/y;

/** What comes between the letter and the rest. */
const AFTER_LETTER = ['.S', '.s', '. ', ' S', ' s', '-S', '-s'];

function toSeries(scan: Scan, at: number): number {
  const found = scan.match(TO_SERIES, at);
  if (!found || !startsFresh(scan, at)) return 0;
  const end = TO_SERIES.lastIndex;
  // "A Supplement 2 …" begins a sentence.
  if (found[0].startsWith(' Supplement', 1) && !scan.prefixed(at)) return 0;
  add(scan, `${found[1]}.Suppl.${found[2]}`, at, end);
  return scan.last()!.end;
}

function toPart(scan: Scan, at: number): number {
  const found = scan.match(TO_PART, at);
  if (!found || !startsFresh(scan, at)) return 0;
  add(scan, `${found[1]}${found[2]}${found[3] ? ' series' : ''} Suppl.${found[4]}`, at, TO_PART.lastIndex);
  return scan.last()!.end;
}

/** Adds a Supplement with its edition, or the amendment or corrigendum to it that follows. */
function add(scan: Scan, id: string, at: number, coreEnd: number): void {
  const start = scan.startOf(at);
  const previous = start === at && scan.continues(at) ? listed(scan.last()) : undefined;
  const bracket = readEdition(scan, coreEnd);
  const parts = readParts(scan, bracket?.end ?? coreEnd, bracket?.year);
  const found = parts
    ? scan.add(parts.kind, id + parts.tail, start, at, parts.end, parts.end)
    : scan.add('supplement', id, start, at, coreEnd, bracket?.end ?? coreEnd);
  found.sector = 'ITU-T';
  if (parts) found.of = id;
  if (bracket?.edition) found.edition = bracket.edition;
  if (start < at) found.prefixed = true;
  if (previous) scan.join(previous, found);
  scan.evidence(found.end);
}

export const SUPPLEMENTS: readonly Entrance[] = [
  [SINGLE_LETTERS.flatMap(letter => AFTER_LETTER.map(next => letter + next)), toSeries],
];

/** Tried before numbers, for `E100-300` could be a range. */
export const PART_SUPPLEMENTS: readonly Entrance[] = [
  [SINGLE_LETTERS.flatMap(letter => [...'0123456789-'].map(next => letter + next)), toPart],
];
