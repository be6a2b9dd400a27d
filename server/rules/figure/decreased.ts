import { valueText } from '../../figures/history.ts';
import type { ReportContext, Rule } from '../rule.ts';
import { type Continued, confirmed, continued, relatedTo, yearName } from './context.ts';

/** A running total that fell: either this number or last year's is wrong. */
export const decreased: Rule = {
  id: 'figure/decreased',
  title: 'A running total is below that of an earlier report',
  severity: 'warning',
  timing: 'settled',
  report: (context, remark) => {
    for (const { point, earlier, series } of fallen(context)) {
      remark({
        at: point.span,
        say: point.claim.past ? 'figure/decreased#past' : 'figure/decreased',
        with: {
          text: point.text,
          year: yearName(earlier),
          value: valueText(earlier.claim),
          label: series.label,
        },
        // Outside the catalogue it is the likeness of two sentences that makes them one figure; and what was done, in
        // the plain past, may have been done in one year.
        severity: series.indicator && !point.claim.past ? undefined : 'info',
        place: point.place,
        related: [relatedTo(earlier, `${yearName(earlier)}: ${earlier.text}`)],
      });
    }
  },
};

/** The running totals of the draft that are below an earlier report's. */
export const fallen = (context: ReportContext): Continued[] =>
  continued(context).filter(
    ({ point }) => point.verdict === 'decreased' && point.primary && !confirmed(context, point),
  );
