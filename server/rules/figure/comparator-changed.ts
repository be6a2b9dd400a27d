import { valueText } from '../../figures/history.ts';
import type { Rule } from '../rule.ts';
import { continued, relatedTo, yearName } from './context.ts';

/** An exact number became a vague one: nobody can tell next year by how much it grew. */
export const comparatorChanged: Rule = {
  id: 'figure/comparator-changed',
  title: 'An exact figure has become a vague one',
  severity: 'info',
  timing: 'settled',
  report: (context, remark) => {
    for (const { point, earlier, series } of continued(context)) {
      if (!point.primary || point.claim.comparator === '=' || earlier.claim.comparator !== '=') continue;
      if (series.scope === 'period' || series.scope === 'ordinal') continue;
      if (point.claim.kind === 'duration' || point.claim.kind === 'limit') continue;
      remark({
        at: point.span,
        say: 'figure/comparator-changed',
        with: {
          text: point.text,
          year: yearName(earlier),
          value: valueText(earlier.claim),
          label: series.label,
        },
        place: point.place,
        related: [relatedTo(earlier, `${yearName(earlier)}: ${earlier.text}`)],
      });
    }
  },
};
