import type { Report } from '../../report/model.ts';
import { inReport, unplaced } from '../finding.ts';
import { type Finding, groupOf, type Remark, type Rule, type Severity } from '../rule.ts';
import { type Suppression, suppressionsOf } from './comments.ts';
import { hideBy } from './hidden.ts';
import { removeComment, unknownRule, unusedSuppression } from './index.ts';

/** The weight of a rule's remark in the check at hand. */
export type Weigh = (rule: Rule, remark?: Remark) => Severity | 'off';

/** Comments of the text that hide findings: applied to the outcome of a check, and judged by it. */
export class Commented {
  private readonly rules: readonly Rule[];
  /** Every name that a comment may use: rules and groups. */
  private readonly names: ReadonlySet<string>;

  constructor(rules: readonly Rule[]) {
    this.rules = rules.filter(rule => rule.block || rule.judge || rule.report);
    this.names = new Set(['*', ...rules.flatMap(({ id }) => [id, groupOf(id)])]);
  }

  /** The findings without what comments hide, and with what is wrong about the comments. */
  apply(findings: Finding[], report: Report, weigh: Weigh): Finding[] {
    const suppressions = report.comments.length > 0 ? suppressionsOf(report) : [];
    if (suppressions.length === 0) return findings;
    const { kept, hides } = hideBy(findings, suppressions);
    const lookedFor = report.recognised ? this.lookedFor(weigh) : new Set<string>();
    for (const suppression of suppressions) {
      suppression.rules.forEach((name, k) => {
        const isKnown = this.names.has(name);
        if (isKnown && (!lookedFor.has(name) || hides(suppression, name))) return;
        const rule = isKnown ? unusedSuppression : unknownRule;
        const remark = remarkOn(suppression, name, k, report.text, isKnown);
        const severity = weigh(rule, remark);
        if (severity !== 'off') kept.push(inReport(unplaced(rule, remark, severity), report));
      });
    }
    return kept;
  }

  /** The names of rules that were asked at all: what is off has no findings to hide. */
  private lookedFor(weigh: Weigh): ReadonlySet<string> {
    const asked = this.rules.filter(rule => weigh(rule) !== 'off');
    return new Set(asked.length > 0 ? ['*', ...asked.flatMap(({ id }) => [id, groupOf(id)])] : []);
  }
}

/** That a comment hides nothing by a name, or that no rule has the name. */
function remarkOn(
  { comment, names, rules }: Suppression,
  name: string,
  index: number,
  text: string,
  isKnown: boolean,
): Remark {
  return {
    at: names[index] ?? comment,
    say: isKnown ? 'suppression/unused' : 'suppression/unknown-rule',
    with: { rule: name },
    fixes: () => (isKnown && rules.length === 1 ? [removeComment(text, comment)] : []),
  };
}
