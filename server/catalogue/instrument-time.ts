import { dayNumber, type PartialDate } from '../text/dates.ts';
import { isoDate } from './status.ts';

/** When a conference had ended: what it adopted counts only from then on. */
export interface Ending {
  readonly year: number;
  readonly start?: string;
  readonly end?: string;
}

const dayOf = (iso: string, unsaid: 'start' | 'end'): number | undefined => {
  const date = isoDate(iso);
  return date && dayNumber(date, unsaid);
};

/** The last day on which it can have ended; where no source gave its days, the last day of its year. */
const lastDay = ({ year, end }: Ending): number =>
  (end === undefined ? undefined : dayOf(end, 'end')) ?? dayNumber({ year }, 'end');

/** The first day on which it can have begun. */
const firstDay = ({ year, start }: Ending): number =>
  (start === undefined ? undefined : dayOf(start, 'start')) ?? dayNumber({ year }, 'start');

/** Whether it had surely ended before `date`; a date without day or month is taken from its first day on. */
export const hadEnded = (conference: Ending, date: PartialDate): boolean =>
  lastDay(conference) < dayNumber(date, 'start');

/** Whether it had surely not begun by `date`. */
export const wasStillToCome = (conference: Ending, date: PartialDate): boolean =>
  firstDay(conference) > dayNumber(date, 'end');

/** Whether a year had surely begun before `date`: the months before it are past. */
export const yearHadBegun = (year: number, date: PartialDate): boolean =>
  dayNumber({ year }, 'start') <= dayNumber(date, 'start');
