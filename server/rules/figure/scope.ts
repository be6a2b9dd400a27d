import type { LocatedClaim } from '../../figures/located.ts';
import { periodIn } from '../../figures/wording.ts';
import { type Span, shifted, slice } from '../../text/span.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { continued, relatedTo, yearName } from './context.ts';

/** A finding covers period and figure where they stand close together, else the figure alone. */
const LONGEST = 200;

/**
 * A sentence that names one period and then gives the total of all years. That it is the total is shown by the
 * earlier report: the number goes on from there.
 */
export const scope: Rule = {
  id: 'figure/scope',
  title: 'A running total is told as the work of one year',
  severity: { drafting: 'info', review: 'warning', submission: 'warning' },
  timing: 'settled',
  report: (context, remark) => {
    for (const { point, earlier, series } of continued(context)) {
      const { claim } = point;
      if (series.scope !== 'cumulative' || !series.indicator || !point.primary) continue;
      if (claim.scope !== 'period' || !claim.scopeSaid || claim.value < earlier.claim.value) continue;
      // A report that names its period every year counts periods, whatever the catalogue says.
      if (earlier.claim.scope === 'period' && earlier.claim.scopeSaid) continue;
      const period = periodOf(point);
      if (!period) continue;
      const close = period.end <= point.span.start && point.span.end - period.start <= LONGEST;
      const words = slice(context.report.text, period);
      const instead = /^[A-Z]/.test(words) ? 'To date' : 'to date';
      remark({
        at: close ? { start: period.start, end: point.span.end } : point.span,
        say: 'figure/scope',
        with: { text: point.text, period: words, label: series.label, year: yearName(earlier) },
        place: point.place,
        related: [relatedTo(earlier, `${yearName(earlier)}: ${earlier.text}`)],
        fixes: () => [
          {
            title: say('figure/scope:fix', { period: words, instead }),
            edits: [{ ...period, newText: instead }],
            // The period may be right, and the number be that of all years by mistake.
            exact: false,
          },
        ],
      });
    }
  },
};

function periodOf({ block, claim }: LocatedClaim): Span | undefined {
  const { start, end } = claim.sentence;
  const period = periodIn(block.view.slice(start, end), start);
  return period && shifted(period, block.block.span.start);
}
