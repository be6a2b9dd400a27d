import type { BlockReading, ReadBlock } from '../reading/reading.ts';
import { type Config, severityIn } from './config.ts';
import { say } from './messages.ts';
import type { Finding, Fix, Remark, ReportContext, Rule, Severity } from './rule.ts';
import { speaksOf, suppressionsOf } from './suppression/comments.ts';
import { removeComment, unknownRule, unusedSuppression } from './suppression/index.ts';

/** What a rule said of a block, remembered for as long as the block's text is the same. */
interface BlockRemark {
  readonly rule: Rule;
  readonly remark: Remark;
}

/** A rule that failed on a text: one bug costs one rule's answer, never the check. */
export interface Fault {
  readonly rule: string;
  readonly error: unknown;
}

/**
 * Applies rules to reports. It remembers what the rules said of each block by the block's reading, so that a
 * keystroke asks them again of one block only.
 */
export class Engine {
  private readonly blockRules: readonly Rule[];
  private readonly reportRules: readonly Rule[];
  private readonly ids: ReadonlySet<string>;
  private readonly remembered = new WeakMap<BlockReading, readonly BlockRemark[]>();
  private readonly onFault: (fault: Fault) => void;

  constructor(rules: readonly Rule[], onFault: (fault: Fault) => void = () => {}) {
    this.blockRules = rules.filter(rule => rule.block);
    this.reportRules = rules.filter(rule => rule.report);
    this.ids = new Set(rules.map(rule => rule.id));
    this.onFault = onFault;
  }

  /** The findings of every rule that is on, in the order of the text; suppressed ones are left out. */
  check(context: ReportContext, config: Config): Finding[] {
    const findings: Finding[] = [];
    if (context.report.recognised) {
      for (const block of context.reading.blocks) {
        for (const { rule, remark } of this.remarksOn(block)) {
          const severity = severityOf(rule, remark, context, config);
          if (severity !== 'off') findings.push(inBlock(rule, remark, severity, block));
        }
      }
    }
    for (const rule of this.reportRules) {
      if (severityOf(rule, undefined, context, config) === 'off') continue;
      this.fenced(rule, () =>
        rule.report?.(context, remark => {
          const severity = severityOf(rule, remark, context, config);
          if (severity !== 'off') findings.push(findingOf(rule, remark, severity));
        }),
      );
    }
    return this.withoutSuppressed(findings, context, config)
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map(finding => placed(finding, context.reading.blocks));
  }

  private remarksOn(block: ReadBlock): readonly BlockRemark[] {
    const known = this.remembered.get(block.remembered);
    if (known) return known;
    const remarks: BlockRemark[] = [];
    for (const rule of this.blockRules) {
      this.fenced(rule, () => rule.block?.(block.remembered, remark => remarks.push({ rule, remark })));
    }
    this.remembered.set(block.remembered, remarks);
    return remarks;
  }

  private fenced(rule: Rule, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.onFault({ rule: rule.id, error });
    }
  }

  private withoutSuppressed(findings: Finding[], context: ReportContext, config: Config): Finding[] {
    if (context.report.comments.length === 0) return findings;
    const suppressions = suppressionsOf(context.report);
    if (suppressions.length === 0) return findings;
    const used = new Set<string>();
    const kept = findings.filter(finding => {
      let hidden = false;
      suppressions.forEach((suppression, i) => {
        const inside =
          suppression.covers.start <= finding.start &&
          finding.start < Math.max(suppression.covers.end, suppression.covers.start + 1);
        if (!inside || !speaksOf(suppression, finding.rule)) return;
        hidden = true;
        for (const name of suppression.rules)
          if (name === '*' || name === finding.rule || finding.rule.startsWith(`${name}/`))
            used.add(`${i} ${name}`);
      });
      return !hidden;
    });
    suppressions.forEach((suppression, i) => {
      suppression.rules.forEach((name, k) => {
        const at = suppression.names[k] ?? suppression.comment;
        const known =
          name === '*' || this.ids.has(name) || [...this.ids].some(id => id.startsWith(`${name}/`));
        const rule = known ? unusedSuppression : unknownRule;
        if (known && (used.has(`${i} ${name}`) || !this.looksFor(name, context, config))) return;
        const remark: Remark = {
          at,
          say: rule.id as 'suppression/unused' | 'suppression/unknown-rule',
          with: { rule: name },
          fixes: () =>
            known && suppression.rules.length === 1
              ? [removeComment(context.report.text, suppression.comment)]
              : [],
        };
        const severity = severityOf(rule, remark, context, config);
        if (severity !== 'off') kept.push(findingOf(rule, remark, severity));
      });
    });
    return kept;
  }

  /** Whether any rule that a suppression names was asked at all: what is off, or not a report, has no findings. */
  private looksFor(name: string, context: ReportContext, config: Config): boolean {
    if (!context.report.recognised) return false;
    return [...this.blockRules, ...this.reportRules].some(
      rule =>
        (name === '*' || rule.id === name || rule.id.startsWith(`${name}/`)) &&
        severityOf(rule, undefined, context, config) !== 'off',
    );
  }
}

/** The configuration's word, else the remark's own, else the rule's for the mode; off in a language it is not for. */
function severityOf(
  rule: Rule,
  remark: Remark | undefined,
  context: ReportContext,
  config: Config,
): Severity | 'off' {
  if (context.report.language !== 'en' && !rule.anyLanguage) return 'off';
  const byMode = typeof rule.severity === 'string' ? rule.severity : rule.severity[context.mode];
  const set = severityIn(config, rule.id);
  if (set !== undefined) return set;
  return byMode === 'off' ? 'off' : (remark?.severity ?? byMode);
}

const findingOf = (rule: Rule, remark: Remark, severity: Severity): Finding => ({
  rule: rule.id,
  severity,
  message: say(remark.say, remark.with),
  place: remark.place,
  related: remark.related,
  fixes: remark.fixes,
  timing: rule.timing,
  start: remark.at.start,
  end: remark.at.end,
});

/** A remark on a block as a finding on the report: every offset moved to where the block stands. */
function inBlock(rule: Rule, remark: Remark, severity: Severity, { block }: ReadBlock): Finding {
  const by = block.span.start;
  const { fixes } = remark;
  return {
    ...findingOf(rule, remark, severity),
    start: remark.at.start + by,
    end: remark.at.end + by,
    place: remark.place ?? block.place,
    related: remark.related?.map(related =>
      related.path === undefined
        ? { ...related, span: { start: related.span.start + by, end: related.span.end + by } }
        : related,
    ),
    fixes: fixes ? () => fixes().map(fix => moved(fix, by)) : undefined,
  };
}

/** A finding with the paragraph it lies in, where its rule did not say. */
function placed(finding: Finding, blocks: readonly ReadBlock[]): Finding {
  if (finding.place !== undefined) return finding;
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle].block.span.start <= finding.start) low = middle;
    else high = middle - 1;
  }
  const found = blocks[low]?.block;
  return found && found.span.start <= finding.start && finding.start < found.span.end
    ? { ...finding, place: found.place }
    : finding;
}

const moved = (fix: Fix, by: number): Fix => ({
  ...fix,
  edits: fix.edits.map(edit => ({ ...edit, start: edit.start + by, end: edit.end + by })),
});
