import type { Rule } from '../rule.ts';
import { continued, relatedTo, yearName } from './context.ts';

/**
 * A sentence that opens with one year and then gives the total of all years. That it is the total is shown by the
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
      // A reading that names its period every year counts periods, whatever the catalogue says.
      if (earlier.claim.scope === 'period' && earlier.claim.scopeSaid) continue;
      const sentence = point.block.view.slice(claim.sentence.start, claim.sentence.end);
      const period =
        /\b(?:in|during|throughout|since|over)\b[^,.;]{0,60}/i.exec(sentence)?.[0] ?? sentence.slice(0, 40);
      remark({
        at: point.span,
        say: 'figure/scope',
        with: { text: point.text, period: period.trim(), label: series.label, year: yearName(earlier) },
        place: point.place,
        related: [relatedTo(earlier, `${yearName(earlier)}: ${earlier.text}`)],
      });
    }
  },
};
