import { daysIn, type PartialDate, readDate } from '../text/dates.ts';

/**
 * What the year, the symbol and the date of a document for a session of the Council look like. The editor's client
 * asks by the same rules as the server and the command line answer: what one takes, the others take.
 */

/** The years that a report can be for; the schemas and the settings name the same. */
export const SESSION_YEARS = { first: 1990, last: 2100 } as const;

export const isSessionYear = (year: number): boolean =>
  Number.isInteger(year) && year >= SESSION_YEARS.first && year <= SESSION_YEARS.last;

/** A year as a person writes it; undefined for what is none of a session. */
export function sessionYear(text: string): number | undefined {
  const year = /^\d{4}$/.test(text.trim()) ? Number(text) : 0;
  return isSessionYear(year) ? year : undefined;
}

const SYMBOL =
  /^C(\d{2})(?:\/[A-Z]{1,4})?\/(?:[A-Z]{1,4}-?\d?\/)?\d{1,4}(?:\s?\(Rev\.\s?\d\))?(?:-[EFSRCA])?$/;

/** A symbol as it is written, without the word `Document` before it. */
export const plainSymbol = (text: string): string => text.trim().replace(/^Document\s+/i, '');

/** The year that a document symbol names, as in `C25/18` or `C26/18(Rev.1)-E`; undefined for what is none. */
export function symbolYear(symbol: string): number | undefined {
  const found = SYMBOL.exec(symbol);
  return found ? yearOfDigits(found[1]) : undefined;
}

/** The year that the two digits of a symbol stand for. */
export function yearOfDigits(digits: string): number {
  const year = Number(digits);
  return year >= SESSION_YEARS.first % 100 ? 1900 + year : 2000 + year;
}

/** Reads a day that the calendar has, as in `11 April 2025`; undefined for anything else. */
export function documentDate(text: string): PartialDate | undefined {
  const date = readDate(text);
  if (!date?.day || !date.month) return undefined;
  return date.day <= daysIn(date.month, date.year) ? date : undefined;
}

/** A document may be dated in the year before its session, never after the year of it. */
export const fitsSession = (date: PartialDate, year: number): boolean =>
  date.year === year || date.year === year - 1;
