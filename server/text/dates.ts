/** Calendar words as they stand in reports, and the one reader of dates that everything shares. */

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** A pattern (source) for a month in full or abbreviated, with or without its dot. */
export const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?';

/** A day, a month or a year; month is 1 to 12, and what is not said is undefined. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** The number, 1 to 12, of a month's name or abbreviation; undefined where it is none. */
export function monthNumber(name: string): number | undefined {
  const key = name.slice(0, 3).toLowerCase();
  const index = MONTHS.findIndex(month => month.startsWith(key));
  return key.length === 3 && index >= 0 ? index + 1 : undefined;
}

const DAY_MONTH_YEAR = new RegExp(`^\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH})\\s+(\\d{4})\\s*$`, 'i');
const MONTH_YEAR = new RegExp(`^\\s*(${MONTH})\\s+(\\d{4})\\s*$`, 'i');

/** Reads `10 February 2014`, `February 2014` or `2014`; undefined for anything else. */
export function readDate(text: string): PartialDate | undefined {
  const full = DAY_MONTH_YEAR.exec(text);
  if (full) return { day: Number(full[1]), month: monthNumber(full[2]), year: Number(full[3]) };
  const month = MONTH_YEAR.exec(text);
  if (month) return { month: monthNumber(month[1]), year: Number(month[2]) };
  const year = /^\s*((?:19|20)\d{2})\s*$/.exec(text);
  return year ? { year: Number(year[1]) } : undefined;
}

/** How many days a month has; 29 for February where the year is not known. */
export function daysIn(month: number, year?: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (year === undefined) return 29;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Orders two dates; what is not said counts as the start (`'start'`) or the end (`'end'`) of its period. */
export function dayNumber(date: PartialDate, unsaid: 'start' | 'end'): number {
  const month = date.month ?? (unsaid === 'start' ? 1 : 12);
  const day = date.day ?? (unsaid === 'start' ? 1 : 31);
  return date.year * 372 + (month - 1) * 31 + (day - 1);
}
