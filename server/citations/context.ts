import { isOpener, isSpace } from './chars.ts';
import type { Sector } from './citation.ts';
import type { ReadNumber } from './numbers.ts';
import { type Found, odd, type Scan } from './scan.ts';
import { sectorOfSeries } from './series-letters.ts';

/** What surrounds a number: whether it is believed to be one, the list it stands in, the sector it belongs to. */

/** Words that give a lettered number another meaning: "Annex B.101", "Table D.120". */
const OTHER_NUMBERING =
  /(?:Annex|Appendix|Section|Table|Figure|Fig\.|Part|Chapter|Clause|[Pp]ara(?:graph|\.)?|Item|Box|Room|Building|Hall|Article|Step|Action|Target|Indicator|Output|Outcome|Objective|Programme|Line|Option|Level|Phase):?\s$/;

const LAST_WORD = 14;

/** Series whose numbers are too short, or letters too common, to be believed without a prefix. */
const NEVER_ALONE = 'ABC';

/** The last citation where a number may go on with its list: a text of a series, or a part of one. */
export function listed(last: Found | undefined): Found | undefined {
  switch (last?.kind) {
    case 'recommendation':
    case 'supplement':
    case 'amendment':
    case 'corrigendum':
    case 'report':
    case 'series':
    case 'range':
      return last;
    default:
      return undefined;
  }
}

const HYPHEN = 45;
const SLASH = 47;

/** Right behind one of these, letters go on with initials, an address or a name: `H.R.1234`, `a@X.123`, `R&D.100`. */
const COMPOUNDS = new Set([...'.@#&='].map(sign => sign.charCodeAt(0)));

/** Whether the letters at `at` begin something new and are not the tail of initials, a path or a compound. */
export function startsFresh(scan: Scan, at: number): boolean {
  if (at === 0) return true;
  const before = scan.code(at - 1);
  if (isSpace(before) || isOpener(before) || scan.prefixed(at)) return true;
  if (before === HYPHEN) return at === 1 || isSpace(scan.code(at - 2));
  if (before === SLASH) return scan.last()?.end === at - 1;
  return !COMPOUNDS.has(before);
}

/** Whether a number is believed, by its spelling and by what stands before it. */
export function isBelieved(
  scan: Scan,
  at: number,
  number: ReadNumber,
  prefixed: boolean,
  previous: Found | undefined,
): boolean {
  const { mainDigits, oddity } = number;
  const announced = prefixed && announcesNumber(scan);
  if (oddity === undefined) {
    if (announced || previous) return true;
    if (number.series.length > 1) return mainDigits >= 3 || telling(scan, number);
    if (OTHER_NUMBERING.test(scan.text.slice(Math.max(0, at - LAST_WORD), at))) return false;
    if (mainDigits >= 3 && !NEVER_ALONE.includes(number.series)) return true;
    return (mainDigits === 2 && scan.believable(at)) || telling(scan, number);
  }
  if (oddity === 'space')
    return (announced && mainDigits >= 2) || (sameSeries(scan, previous, number) && mainDigits >= 3);
  if (mainDigits < 3) return false;
  // `X 2015` may be a name and a year.
  const spaced = isSpace(scan.code(at + number.series.length));
  if (spaced && isYear(number.digits)) return false;
  if (announced || sameSeries(scan, previous, number)) return true;
  return (
    !spaced && mainDigits >= 4 && !isYear(number.digits) && number.series.length === 1 && scan.believable(at)
  );
}

/** What only a text of ITU has behind its number: `V.8bis`, `D.42/F.42`, `X.25 (10/1996)`, `T.4 (1996) Cor. 1`. */
const TELLING_TAIL =
  /\/[A-Z]\.\d|\s\(\d{1,2}\/(?:19|20)\d{2}\)|\s(?:\((?:19|20)\d{2}\)\s)?(?:(?:Amd|Amendment|(?:Technical\s)?Cor|Corrigendum|Err|Add|Supp?l?)\.?\s?\d|Annex\s[A-Z]\b|App\.\s?[IVX])/y;

const telling = (scan: Scan, number: ReadNumber): boolean =>
  /(?:bis|ter|quar?ter)$/.test(number.id) || scan.end(TELLING_TAIL, number.end) > 0;

/** Whether the prefix just read speaks of a numbered text. */
function announcesNumber(scan: Scan): boolean {
  const { prefixNoun, prefixSector } = scan;
  if (prefixSector === 'ITU-T' || prefixSector === 'ITU-R') return true;
  return prefixNoun === 'recommendation' || prefixNoun === 'report' || prefixNoun === 'technical-report';
}

const sameSeries = (scan: Scan, previous: Found | undefined, number: ReadNumber): boolean =>
  previous !== undefined && scan.text.startsWith(number.series, previous.core.start);

export const isYear = (digits: string): boolean => /^(?:19[5-9]|20[0-4])\d$/.test(digits);

/** The sector of a number: what its own prefix says, else its letters, else what was named last. */
export function sectorFor(scan: Scan, series: string, start: number, at: number): Sector | undefined {
  const stated = start < at ? scan.prefixSector : undefined;
  return stated ?? sectorOfSeries(series) ?? scan.sector;
}

/** What every citation of a number carries. */
export function finish(
  scan: Scan,
  found: Found,
  number: ReadNumber,
  start: number,
  at: number,
  previous: Found | undefined,
  sector = sectorFor(scan, number.series, start, at),
): void {
  if (sector) found.sector = sector;
  if (start < at) found.prefixed = true;
  odd(found, number.oddity);
  if (previous) scan.join(previous, found);
  scan.evidence(found.end);
}
