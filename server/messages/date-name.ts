import type { PartialDate } from '../text/dates.ts';
import { t } from './translate.ts';

/** Dates as they are told to a person. What goes into a draft is written in English, and not by these. */

const MONTHS: readonly (() => string)[] = [
  () => t('January'),
  () => t('February'),
  () => t('March'),
  () => t('April'),
  () => t('May'),
  () => t('June'),
  () => t('July'),
  () => t('August'),
  () => t('September'),
  () => t('October'),
  () => t('November'),
  () => t('December'),
];

/** The name of a month, 1 to 12, in the program's language. */
export const monthName = (month: number): string => MONTHS[month - 1]?.() ?? String(month);

/** A date in words: `10 March 2025`, `March 2025`, `2025`. */
export function dateName({ year, month, day }: PartialDate): string {
  if (month === undefined) return String(year);
  const values = { month: monthName(month), year };
  if (day === undefined) return t('{month} {year}', values);
  // Some languages count the first of a month otherwise than its other days.
  return day === 1 ? t('1 {month} {year}', values) : t('{day} {month} {year}', { ...values, day });
}

/** The same of a date in figures: `2012-10` as `October 2012`. */
export function isoDateName(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return Number.isNaN(year) ? iso : dateName({ year, month, day });
}
