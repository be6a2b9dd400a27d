import { valueText } from '../../figures/history.ts';
import type { Rule } from '../rule.ts';
import { confirmed, continued, relatedTo, yearName } from './context.ts';

/** A running total that fell: either this number or last year's is wrong. */
export const decreased: Rule = {
  id: 'figure/decreased',
  title: 'A running total is below that of an earlier report',
  severity: 'warning',
  timing: 'settled',
  report: (context, remark) => {
    for (const { point, earlier, series } of continued(context)) {
      if (point.verdict !== 'decreased' || !point.primary || confirmed(context, point)) continue;
      remark({
        at: point.span,
        say: 'figure/decreased',
        with: {
          text: point.text,
          year: yearName(earlier),
          value: valueText(earlier.claim),
          label: series.label,
        },
        // Outside the catalogue the sentence's words alone say that it is a running total.
        severity: series.indicator || point.claim.scopeSaid ? undefined : 'info',
        place: point.place,
        related: [relatedTo(earlier, `${yearName(earlier)}: ${earlier.text}`)],
      });
    }
  },
};
