import { digits, historyText, primaryPoints } from '../../figures/history.ts';
import type { Point } from '../../figures/series.ts';
import type { Rule } from '../rule.ts';
import { confirmed, continued, relatedTo, yearName } from './context.ts';

/** With a single earlier value only a jump like that of a slipped digit is told. */
const JUMP_FROM_ONE = 8;
/** How many times the strongest growth so far is out of line. */
const JUMP = 5;

/** A figure far out of the line of its series: often a digit too many, or another thing counted. */
export const implausible: Rule = {
  id: 'figure/implausible',
  title: 'A figure grew far more than in the years before',
  severity: 'info',
  timing: 'settled',
  anyLanguage: true,
  report: (context, remark) => {
    for (const { point, earlier, series } of continued(context)) {
      if (!point.primary || series.scope === 'ordinal' || point.claim.kind === 'amount') continue;
      const before = primaryPoints(series).filter(other => other.reading !== context.reading);
      if (!outOfLine(before, point) || confirmed(context, point)) continue;
      remark({
        at: point.span,
        say: 'figure/implausible',
        with: {
          text: point.text,
          year: yearName(earlier),
          value: digits(earlier.claim.value),
          history: historyText({ ...series, points: before }),
        },
        place: point.place,
        related: [relatedTo(earlier, `${yearName(earlier)}: ${earlier.text}`)],
      });
    }
  },
};

/** Whether a value leaves the line of the earlier ones: by growth a year, and by its size. */
export function outOfLine(before: readonly Point[], point: Point): boolean {
  const last = before[before.length - 1];
  const value = point.claim.value;
  if (!last || last.claim.value < 5 || value < 2 * last.claim.value) return false;
  if (before.length === 1) return value >= JUMP_FROM_ONE * last.claim.value;
  const growths = before.slice(1).map((next, i) => perYear(before[i], next));
  const usual = growths.reduce((most, growth) => Math.max(most, Math.abs(growth)), 1);
  const highest = before.reduce((most, other) => Math.max(most, other.claim.value), last.claim.value);
  return perYear(last, point) > JUMP * usual && value >= 2 * highest;
}

const perYear = (from: Point, to: Point): number =>
  (to.claim.value - from.claim.value) / Math.max(1, (to.year ?? 0) - (from.year ?? 0) || 1);
