import { isDigit, isSpace, isUpper, isWord, skipSpace } from './chars.ts';
import type { Sector } from './citation.ts';
import { finish, isBelieved, isYear, listed, sectorFor, startsFresh } from './context.ts';
import type { Entrance } from './gate.ts';
import { addLeading, leadingAt } from './leading.ts';
import { dottedEnd, type ReadNumber, readNumber } from './numbers.ts';
import type { Found, Scan } from './scan.ts';
import { readSeriesWord } from './series.ts';
import { isRadioSeries, isSeries, LONG_LETTERS, SINGLE_LETTERS, supplementId } from './series-letters.ts';
import { readEdition, readParts } from './tails.ts';

/** Recommendations of both sectors, Reports ITU-R, and what their numbers carry behind them. */

/** No text bears more numbers than three. */
const MOST_NUMBERS = 3;

function recommendation(scan: Scan, at: number): number {
  if (!startsFresh(scan, at)) return 0;
  const number = readNumber(scan, at);
  if (!number || !isSeries(number.series)) return 0;
  if (number.series === 'Q' && scan.code(number.end) === 47 && isDigit(scan.code(number.end + 1))) return 0;
  const prefixed = scan.prefixed(at);
  const previous = !prefixed && scan.continues(at) ? listed(scan.last()) : undefined;
  if (!isBelieved(scan, at, number, prefixed, previous)) return 0;
  const start = prefixed ? scan.prefixStart : at;
  return (
    readSeriesWord(scan, at, number, start, previous) ||
    range(scan, at, number, start, previous) ||
    single(scan, at, number, start, previous)
  );
}

/** `J.1012-J.1015.1`, `X.1500 to X.1599`, `X.1080-1089`; 0 where the number is not the first of a range. */
function range(
  scan: Scan,
  at: number,
  first: ReadNumber,
  start: number,
  previous: Found | undefined,
): number {
  const { text } = scan;
  const dash = skipSpace(text, first.end, 1);
  let to = -1;
  if (text.charCodeAt(dash) === 45) to = skipSpace(text, dash + 1, 1);
  else if (dash > first.end && text.startsWith('to ', dash)) to = dash + 3;
  else if (dash > first.end && text.startsWith('through ', dash)) to = dash + 8;
  if (to < 0) return 0;
  let last: string;
  let end: number;
  if (text.startsWith(`${first.series}.`, to)) {
    const second = readNumber(scan, to);
    if (!second || second.oddity) return 0;
    if (text.charCodeAt(dash) !== 45 && !isAfter(second.digits, first.digits)) return 0;
    last = second.id;
    end = second.end;
  } else {
    end = dottedEnd(text, to);
    if (to !== dash + 1 || end < 0 || isWord(text.charCodeAt(end))) return 0;
    const digits = text.slice(to, end);
    if (digits.length < 3 || digits.length !== first.digits.length || !isAfter(digits, first.digits))
      return 0;
    last = `${first.series}.${digits}`;
  }
  const found = scan.add('range', `${first.id}-${last}`, start, at, end, end);
  found.ends = [first.id, last];
  finish(scan, found, first, start, at, previous);
  return end;
}

/** Whether `a` comes after `b`, number by number. */
function isAfter(a: string, b: string): boolean {
  const left = a.split('.');
  const right = b.split('.');
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = Number(left[i] ?? -1) - Number(right[i] ?? -1);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** One Recommendation or Report, or a part of one, with its edition. */
function single(
  scan: Scan,
  at: number,
  number: ReadNumber,
  start: number,
  previous: Found | undefined,
): number {
  const names = dual(scan, number);
  let id = names ? names.ids.join('/') : number.id;
  let end = names ? names.end : number.end;
  const sector = sectorFor(scan, number.series, start, at);
  let edition: string | undefined;
  if (scan.code(end) === 45 && isDigit(scan.code(end + 1)) && !names) {
    const read = version(scan, number, sector);
    end = read.end;
    edition = read.edition;
    if (read.partOfNumber) id += scan.text.slice(number.end, end);
  }
  const isReport = reports(scan, number.series, sector, start < at, previous);
  if (isReport) id = `Report ${id}`;
  const coreEnd = end;
  const bracket = readEdition(scan, end);
  const year = bracket?.year;
  if (bracket) {
    edition = bracket.edition ?? edition;
    end = bracket.end;
  }
  const leading = leadingAt(scan, start);
  if (leading) {
    const base = { id, series: number.series, isSeries: false, year, coreStart: at, coreEnd, end };
    if (addLeading(scan, leading, base)) return end;
  }
  const parts = mayHavePart(scan, end) ? readParts(scan, end, year) : null;
  const partId = parts?.supplement
    ? supplementId(id, number.series, parts.supplement)
    : id + (parts?.tail ?? '');
  const found = parts
    ? scan.add(parts.kind, partId, start, at, parts.end, parts.end)
    : scan.add(isReport ? 'report' : 'recommendation', id, start, at, coreEnd, end);
  if (parts) found.of = id;
  if (edition) found.edition = edition;
  if (names) found.alsoKnownAs = names.ids;
  if (leading) found.part = 'Supplement';
  finish(scan, found, number, start, at, previous, sector);
  return found.end;
}

interface Dual {
  readonly ids: readonly string[];
  readonly end: number;
}

/**
 * The numbers of a text with a dual number, `G.709/Y.1331`; null for a single one. The numbers belong to different
 * series; a text that was renumbered within its series bears the new, higher number first (`L.255/L.17`), so that
 * `X.1205/X.1206` are two.
 */
function dual(scan: Scan, first: ReadNumber): Dual | null {
  let ids: string[] | undefined;
  let series = first.series;
  let last = first;
  while (scan.code(last.end) === 47 && isUpper(scan.code(last.end + 1))) {
    const next = readNumber(scan, last.end + 1);
    if (!next || next.oddity || !isSeries(next.series)) break;
    if (series.includes(next.series) && !isAfter(last.digits, next.digits) && series.length === 1) break;
    ids = ids ? [...ids, next.id] : [first.id, next.id];
    series += next.series;
    last = next;
    if (ids.length === MOST_NUMBERS) break;
  }
  return ids ? { ids, end: last.end } : null;
}

interface Version {
  readonly end: number;
  readonly edition: string | undefined;
  /** True for the few ITU-T numbers that run on after a hyphen: `Q.732.2-5`. */
  readonly partOfNumber: boolean;
}

/** The version of an ITU-R text (`M.2083-0`), or the year of an edition (`X.509-2019`). */
function version(scan: Scan, number: ReadNumber, sector: Sector | undefined): Version {
  const none = { end: number.end, edition: undefined, partOfNumber: false };
  let end = number.end + 1;
  while (isDigit(scan.code(end))) end++;
  if (isWord(scan.code(end)) || (scan.code(end) === 46 && isDigit(scan.code(end + 1)))) return none;
  const digits = scan.text.slice(number.end + 1, end);
  if (isYear(digits)) return { end, edition: digits, partOfNumber: false };
  if (digits.length > 2) return none;
  if (sector === 'ITU-T' || !isRadioSeries(number.series))
    return { end, edition: undefined, partOfNumber: true };
  return { end, edition: `-${digits}`, partOfNumber: false };
}

/** Whether a number is that of a Report ITU-R: the word stands before it, or before its list. */
function reports(
  scan: Scan,
  series: string,
  sector: Sector | undefined,
  prefixed: boolean,
  previous: Found | undefined,
): boolean {
  if (scan.prefixNoun !== 'report' || !isRadioSeries(series) || sector === 'ITU-T') return false;
  return prefixed || (previous?.kind === 'report' && scan.prefixPlural);
}

/** A look ahead that spares the patterns of parts for most numbers. */
function mayHavePart(scan: Scan, at: number): boolean {
  let next = at;
  while (next - at < 4) {
    const code = scan.code(next);
    if (code !== 32 && code !== 44 && code !== 45 && code !== 58 && code !== 47 && !isSpace(code)) break;
    next++;
  }
  const code = scan.code(next);
  return next > at && (code === 65 || code === 67 || code === 69 || code === 83 || code === 84);
}

const DIGITS = [...'0123456789'];

export const RECOMMENDATIONS: readonly Entrance[] = [
  [
    [
      ...SINGLE_LETTERS.flatMap(letter => [
        `${letter}.`,
        `${letter} .`,
        ...DIGITS.flatMap(digit => [letter + digit, `${letter} ${digit}`]),
      ]),
      ...LONG_LETTERS.flatMap(letters => (letters.length > 2 ? [letters] : [`${letters}.`, `${letters} `])),
    ],
    recommendation,
  ],
];
