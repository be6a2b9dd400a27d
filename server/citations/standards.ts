import type { Entrance } from './gate.ts';
import type { Found, Scan } from './scan.ts';

/** Standards of ISO, IEC, IEEE and IETF: `ISO/IEC 27001:2013`, `ISO/IEC TS 27100`, `IEEE 802.1X`, `RFC 3280`. */

const ISO =
  /(ISO(?:\s?\/\s?(?:IEC|IEEE|SAE|CIE|ASTM)){0,3}|IEC(?:\s?\/\s?IEEE)?)(?:\s?\/\s?|\s{1,2}|-|(?=\d{4}))((?:(?:TS|TR|PAS|IS|DIS|FDIS|CD|WD|PRF|Guide)\s{1,2})?)(?:[Ss]tandards?\s{1,2}|No\.?\s{0,2})?(\d{3,5}(?:-\d{1,4}){0,3})(?!\w|-\d)/y;

const ISO_YEAR =
  /:((?:19|20)\d{2})(?:-\d{2})?(?!\d)|\s{0,2}\(((?:19|20)\d{2})\)|(?<=-)((?:19|20)\d{2})(?!\d)/y;

const ISO_SERIES = /(?:\s{1,2}|-)(?:series|family)(?!\w)/y;

const ISO_MORE =
  /(?:\s{0,2},\s{0,2}(?:and\s{1,2}|&\s{0,2})?|\s{1,2}(?:and|&|or)\s{1,2}|\/)(\d{4,5}(?:-\d{1,3})?)(?![\w/%]|[.,]\d|-\d)/y;

const IEEE =
  /IEEE\s{1,2}(?:[Ss]td\.?\s{1,2}|[Ss]tandards?\s{1,2})?(P?\d{3,5}(?:\.\d{1,3}){0,3}[A-Za-z]{0,3})(?:[-:]((?:19|20)\d{2}))?(?!\w)/y;

const RFC = /(?:IETF\s{1,2})?RFC(s)?(?:\s{1,2}|-)?(\d{3,5})(?!\w|\.\d)/y;

const RFC_MORE =
  /(?:\s{0,2},\s{0,2}(?:and\s{1,2}|&\s{0,2})?|\s{1,2}(?:and|&|or)\s{1,2}|\/)(\d{3,5})(?![\w%]|[.,]\d)/y;

const COMMON_TEXT = /\s{0,2}\|\s{0,2}$/;

const isYear = (digits: string): boolean => /^(?:19[5-9]|20[0-4])\d$/.test(digits);

function iso(scan: Scan, at: number): number {
  const read = scan.match(ISO, at);
  if (!read || isYear(read[3])) return 0;
  let end = ISO.lastIndex;
  const issuer = read[1].replace(/\s/g, '');
  const type = read[2] && read[2].trim() !== 'IS' ? `${read[2].trim()} ` : '';
  const number = splitYear(read[3]);
  const coreEnd = end - (read[3].length - number.number.length);
  const year = scan.match(ISO_YEAR, end);
  if (year) end = ISO_YEAR.lastIndex;
  const series = number.year || year ? -1 : scan.end(ISO_SERIES, end);
  const id = `${issuer} ${type}${number.number}${series > 0 ? '-series' : ''}`;
  if (series > 0) end = series;
  let found = scan.add('standard', id, at, at, series > 0 ? series : coreEnd, end);
  const edition = number.year ?? year?.[1] ?? year?.[2];
  if (edition) found.edition = edition;
  found.prefixed = true;
  twin(scan, found);
  for (;;) {
    const next: RegExpExecArray | null = scan.match(ISO_MORE, found.end);
    if (!next || isYear(next[1])) break;
    // A number of another length is a count.
    if (next[1].split('-')[0].length !== number.number.split('-')[0].length) break;
    const last = ISO_MORE.lastIndex;
    const member: Found = scan.add(
      'standard',
      `${issuer} ${type}${next[1]}`,
      last - next[1].length,
      last - next[1].length,
      last,
      last,
    );
    scan.join(found, member);
    found = member;
  }
  return found.end;
}

/** `27001-2013` is written for `27001:2013`. */
function splitYear(number: string): { number: string; year: string | undefined } {
  const parts = number.split('-');
  const last = parts[parts.length - 1];
  return parts.length > 1 && isYear(last)
    ? { number: parts.slice(0, -1).join('-'), year: last }
    : { number, year: undefined };
}

/** "ITU-T X.1051 | ISO/IEC 27011" is one text with two numbers. */
function twin(scan: Scan, standard: Found): void {
  const text = scan.found[scan.found.length - 2];
  if (!text || standard.start - text.end > 5) return;
  if (text.kind !== 'recommendation' && text.kind !== 'amendment' && text.kind !== 'corrigendum') return;
  if (!COMMON_TEXT.test(scan.text.slice(text.end, standard.start))) return;
  text.alsoKnownAs = [...(text.alsoKnownAs ?? []), standard.id];
  standard.alsoKnownAs = [text.id];
}

function ieee(scan: Scan, at: number): number {
  const read = scan.match(IEEE, at);
  if (!read || isYear(read[1])) return 0;
  const end = IEEE.lastIndex;
  const found = scan.add(
    'standard',
    `IEEE ${read[1]}`,
    at,
    at,
    end - (read[2] ? read[2].length + 1 : 0),
    end,
  );
  if (read[2]) found.edition = read[2];
  found.prefixed = true;
  return end;
}

function rfc(scan: Scan, at: number): number {
  const read = scan.match(RFC, at);
  if (!read) return 0;
  const end = RFC.lastIndex;
  const coreStart = at + read[0].indexOf('RFC');
  let found = scan.add('standard', `RFC ${read[2]}`, at, coreStart, end, end);
  found.prefixed = true;
  while (read[1]) {
    const next: RegExpExecArray | null = scan.match(RFC_MORE, found.end);
    if (!next) break;
    const last = RFC_MORE.lastIndex;
    const member: Found = scan.add(
      'standard',
      `RFC ${next[1]}`,
      last - next[1].length,
      last - next[1].length,
      last,
      last,
    );
    scan.join(found, member);
    found = member;
  }
  return found.end;
}

export const STANDARDS: readonly Entrance[] = [
  [['ISO', 'IEC'], iso],
  [['IEE'], ieee],
  [['RFC', 'IET'], rfc],
];
