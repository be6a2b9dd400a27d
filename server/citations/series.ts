import { finish, listed, sectorFor, startsFresh } from './context.ts';
import type { Entrance } from './gate.ts';
import { addLeading, leadingAt } from './leading.ts';
import type { ReadNumber } from './numbers.ts';
import type { Found, Scan } from './scan.ts';
import { SINGLE_LETTERS } from './series-letters.ts';

/** Series and sub-series: `X-series`, `X.1000 series`, `X.8xx series`, `M.3016.x-series`. */

const WHOLE = /([A-Z]{1,3})(-|\s)[Ss]eries(?!\w)/y;

/** "A series of workshops" is prose; a series without hyphen needs a word that says what it is a series of. */
const TEXTS_FOLLOW = /\s{1,2}(?:of\s(?:ITU-T\s)?)?(?:Rec(?:ommendation|\.|s)|Suppl)/y;

const PATTERN =
  /([A-Z])\.(\d{1,4}x{1,3}(?:\.x)?|\d{1,5}(?:\.\d{1,4}){0,3}\.x{1,2})(?:(?:\s|-)[Ss]eries)?(?!\w)/y;

const WORD_BEHIND = /(?:\s{1,2}|-)(?:\(?[A-Z]{3,}\)?\s)?(?:[Ss]ub[-\s]?)?[Ss]eries(?!\w)/y;

const SUPPLEMENT_BEHIND =
  /\s{1,2}(?:Recommendations?\s)?(?:-\s)?Supp?l?(?:ement)?\.?\s{0,2}(\d{1,3})(?!\w|\.\d|\s(?:to|of)\s)/y;

function whole(scan: Scan, at: number): number {
  const found = scan.match(WHOLE, at);
  if (!found || !startsFresh(scan, at)) return 0;
  const end = WHOLE.lastIndex;
  const prefixed = scan.prefixed(at);
  const start = prefixed ? scan.prefixStart : at;
  const announced = prefixed && (scan.prefixSector !== undefined || scan.prefixNoun === 'recommendation');
  if (found[2] !== '-' && !announced && scan.end(TEXTS_FOLLOW, end) < 0) return 0;
  const leading = leadingAt(scan, start);
  if (leading) {
    const trailing = scan.end(/\sRec(?:ommendations?|s?\.?)(?!\w)/y, end);
    const whole = { id: found[1], series: found[1], isSeries: true, year: undefined };
    const last = trailing > 0 ? trailing : end;
    if (addLeading(scan, leading, { ...whole, coreStart: at, coreEnd: end, end: last })) return last;
  }
  add(scan, `${found[1]}-series`, found[1], start, at, end);
  return end;
}

function pattern(scan: Scan, at: number): number {
  const found = scan.match(PATTERN, at);
  if (!found || !startsFresh(scan, at)) return 0;
  const end = PATTERN.lastIndex;
  add(scan, `${found[1]}.${found[2]}-series`, found[1], scan.startOf(at), at, end);
  return end;
}

function add(scan: Scan, id: string, series: string, start: number, at: number, end: number): void {
  const previous = start === at && scan.continues(at) ? listed(scan.last()) : undefined;
  const found = scan.add('series', id, start, at, end, end);
  if (previous) scan.join(previous, found);
  const sector = sectorFor(scan, series, start, at);
  if (sector) found.sector = sector;
  if (start < at) found.prefixed = true;
  scan.evidence(end);
}

/**
 * Reads "series" behind a number, and a Supplement behind that; 0 where the word does not follow. ITU counts the
 * Supplements by the series' letter, in the E series by the hundred ("E.1100 series Suppl.1").
 */
export function readSeriesWord(
  scan: Scan,
  at: number,
  number: ReadNumber,
  start: number,
  previous: Found | undefined,
): number {
  const behind = scan.code(number.end);
  if (behind !== 45 && behind !== 32) return 0;
  const end = scan.end(WORD_BEHIND, number.end);
  if (end < 0) return 0;
  const supplement = scan.match(SUPPLEMENT_BEHIND, end);
  if (supplement) {
    const last = SUPPLEMENT_BEHIND.lastIndex;
    const id =
      number.series === 'E'
        ? `${number.id} series Suppl.${supplement[1]}`
        : `${number.series}.Suppl.${supplement[1]}`;
    finish(scan, scan.add('supplement', id, start, at, last, last), number, start, at, previous);
    return last;
  }
  const leading = leadingAt(scan, start);
  const base = {
    id: number.series,
    series: number.series,
    isSeries: true,
    year: undefined,
    coreStart: at,
    coreEnd: end,
    end,
  };
  if (leading && addLeading(scan, leading, base)) return end;
  const found = scan.add('series', `${number.id}-series`, start, at, end, end);
  finish(scan, found, number, start, at, previous);
  if (previous) shareWord(scan, found);
  return end;
}

/** "The X.1200 and X.1300 series": the word is said once, behind the last; sub-series begin at a full hundred. */
function shareWord(scan: Scan, last: Found): void {
  for (let i = scan.found.length - 2; i >= 0; i--) {
    const found = scan.found[i];
    if (found.list !== last.list || found.kind !== 'recommendation' || !/^[A-Z]\.\d*00$/.test(found.id))
      return;
    found.kind = 'series';
    found.id = `${found.id}-series`;
  }
}

export const SERIES: readonly Entrance[] = [
  [SINGLE_LETTERS.flatMap(letter => [`${letter}-s`, `${letter}-S`, `${letter} s`, `${letter} S`]), whole],
  [['BO', 'BR', 'BS', 'BT', 'RA', 'RS', 'SA', 'SF', 'SM', 'SNG', 'TF'], whole],
  [SINGLE_LETTERS.map(letter => `${letter}.`), pattern],
];
