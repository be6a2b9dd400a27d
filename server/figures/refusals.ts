import type { Citation } from '../citations/citation.ts';
import { MONTH } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import { isLabelled } from './labels.ts';
import type { NumberRead } from './numbers.ts';

/**
 * What carries digits and is no quantity: dates and years, numbers of paragraphs, items, notes, goals and versions,
 * names such as 5G or IPv6. Identifiers that the citations recogniser knows are masked before; what is here judges
 * a number by its neighbours alone, so that an identifier nobody has seen is refused as well.
 */

const isLetter = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether digits at `start` are glued to what stands left of them: X.1205, SG17, 3/2, WSIS+10, SG-17, #4. */
function gluedLeft(view: string, start: number): boolean {
  const code = view.charCodeAt(start - 1);
  if (start === 0 || Number.isNaN(code)) return false;
  if (isLetter(code) || isDigit(code)) return true;
  const char = view[start - 1];
  if ('./+_:#@&=\\|^'.includes(char)) return true;
  if (char === "'") return isDigit(view.charCodeAt(start - 2));
  if (char !== '-') return false;
  return start > 1 && !/\s/.test(view[start - 2]);
}

/** Whether digits that end at `end` are glued to what stands right of them: 5G, 3/2, 14:30, 27001:2013, 2-factor. */
function gluedRight(view: string, end: number): boolean {
  const code = view.charCodeAt(end);
  if (Number.isNaN(code)) return false;
  if (isLetter(code)) return true;
  const char = view[end];
  const after = view.charCodeAt(end + 1);
  if (char === '/' || char === '_' || char === '@' || char === '=') return true;
  if (char === ':' || char === '.' || char === ',') return isDigit(after);
  if (char === '+') return isLetter(after) || isDigit(after);
  if (char === '*' || char === '^' || char === '\\') return true;
  return false;
}

const MORE_DAYS = '(?:\\s{0,3}(?:-|to|and|or|,|, and|&|/)\\s{0,3}\\d{1,2}(?:st|nd|rd|th)?)';
const MONTH_AHEAD = new RegExp(`^(?:st|nd|rd|th)?${MORE_DAYS}{0,5}\\s{0,3}(?:of\\s)?${MONTH}`);
const MONTH_BEHIND = new RegExp(
  `${MONTH}\\s{1,3}(?:\\d{1,2}(?:st|nd|rd|th)?\\s{0,3}(?:-|to|and|,|&)\\s{0,3}){0,4}$`,
);

/** Whether a number of one or two digits is a day: `26 to 29 August`, `2-3 December`, `October 29`, `the 14th of May`. */
function isDay(view: string, start: number, end: number, value: number): boolean {
  if (value < 1 || value > 31) return false;
  if (MONTH_AHEAD.test(view.slice(end, end + 60))) return true;
  return (
    MONTH_BEHIND.test(view.slice(Math.max(0, start - 50), start)) &&
    !/^\s+[a-z]/.test(view.slice(end, end + 4))
  );
}

/** Hours of the day: `at 9 a.m.`, `14 h 30`, `10.30 hours`. */
const isTimeOfDay = (view: string, end: number): boolean =>
  /^\s{0,2}(?:a\.?m\b|p\.?m\b|o'clock|hours? (?:CET|CEST|UTC|GMT)|UTC|CET|GMT)/i.test(
    view.slice(end, end + 12),
  );

/** Years that reports name: four digits without a separator. */
function isYear(view: string, start: number, number: NumberRead): boolean {
  if (number.value < 1945 || number.value > 2060 || !/^\d{4}$/.test(view.slice(start, number.end)))
    return false;
  // `more than 2000 people`: a round number behind a comparator is a count after all.
  const compared = /\b(?:more than|over|nearly|almost|about|around|some|at least|approximately|up to)\s+$/i;
  if (number.value % 50 === 0 && compared.test(view.slice(Math.max(0, start - 16), start))) return false;
  return number.value % 1000 !== 0 || !/^\s[a-z]+s\b/.test(view.slice(number.end, number.end + 20));
}

/**
 * Whether the number is part of a name, a date or an identifier, by its neighbours: X.1205, SG17, 5G, 3/2,
 * 26 August, 2021, Phase 2.
 */
export function isIdentifier(view: string, start: number, number: NumberRead): boolean {
  if (!number.digits) {
    if (gluedLeft(view, start) || /[A-Za-z\d]/.test(view[number.end] ?? '')) return true;
    return isLabelled(view, start, number.end);
  }
  if (gluedLeft(view, start) || gluedRight(view, number.end)) return true;
  // `(1)` and `1)` number a point of a list.
  if (view[number.end] === ')' && !/[a-z]/.test(view.slice(Math.max(0, start - 2), start))) return true;
  if (number.ordinal) return isDay(view, start, number.end, number.value);
  if (isYear(view, start, number) || isTimeOfDay(view, number.end)) return true;
  return isDay(view, start, number.end, number.value) || isLabelled(view, start, number.end);
}

/** Longest title in quotation marks; what runs on longer is an unpaired mark. */
const MAX_QUOTED = 300;

/** Identifiers and what stands in quotation marks, in the order of the text: no number in them is a figure. */
export function maskedSpans(view: string, citations: readonly Citation[]): Span[] {
  const spans: Span[] = citations.map(({ start, end }) => ({ start, end }));
  let open = -1;
  for (let at = view.indexOf('"'); at >= 0; at = view.indexOf('"', at + 1)) {
    const opens = at === 0 || /[\s([]/.test(view[at - 1]);
    if (opens && !(open >= 0 && !/[A-Za-z\d]/.test(view[at + 1] ?? ''))) open = at;
    else if (open >= 0) {
      if (at - open <= MAX_QUOTED) spans.push({ start: open, end: at + 1 });
      open = -1;
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** A number that opens the text as a paragraph's or an item's: `3.2 `, `5. `, `(1) `, `2) `. */
export const OPENING_NUMBER = /^\s{0,20}(?:\d{1,3}(?:\.\d{1,3}){1,3}\.?|\d{1,3}[.)]|\(\d{1,3}\))(?=\s)/;

/** Protocols whose version is part of their name. */
export const VERSIONED_NAMES = new Set(
  'IP TLS SSL DTLS HTTP SNMP CVSS STIX TAXII SSH SMB ICMP IMAP POP NTLM WPA OAUTH SAML UML PKCS CMS ASN LDAP RPKI BGP DNS WEB SHA AES'.split(
    ' ',
  ),
);
