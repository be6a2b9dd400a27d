import type { Rule } from '../rule.ts';
import { backwards, impossible, weekday } from './calendar.ts';
import { form, monthStyle } from './form.ts';
import { staleFuture } from './stale-future.ts';
import { outsidePeriod, vagueTime, withoutYear } from './time.ts';

/** The rules of the group `date`. */
export const dateRules: readonly Rule[] = [
  staleFuture,
  outsidePeriod,
  impossible,
  weekday,
  backwards,
  form,
  monthStyle,
  withoutYear,
  vagueTime,
];
