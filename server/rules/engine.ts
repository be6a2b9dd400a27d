import type { BlockReading } from '../reading/reading.ts';
import type { Config } from './config.ts';
import { inBlock, inReport, type Standard, severityOf, type UnplacedFinding, unplaced } from './finding.ts';
import type { Facts, Finding, Mode, Remark, ReportContext, Rule } from './rule.ts';
import { Commented, type Weigh } from './suppression/commented.ts';

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

/** Of most blocks nothing is said: these have one list together. */
const NOTHING: readonly never[] = [];

/** What is remembered of a block: what the rules said of it, and what comes of that. */
interface Remembered {
  readonly said: readonly BlockRemark[];
  /** What the rules said that hold it against the facts. */
  judged: { readonly facts: Facts; readonly remarks: readonly BlockRemark[] } | undefined;
  /** What comes of both under a mode, a configuration and a language. */
  findings:
    | {
        readonly of: unknown;
        readonly standard: Standard;
        readonly list: readonly UnplacedFinding[];
      }
    | undefined;
}

/**
 * Applies rules to reports. It remembers what the rules said of each block by the block's reading, so that a
 * keystroke asks them again of one block only.
 */
export class Engine {
  private readonly blockRules: readonly Rule[];
  private readonly judgingRules: readonly Rule[];
  private readonly reportRules: readonly Rule[];
  /** The order of findings on the same words. */
  private readonly rank: ReadonlyMap<string, number>;
  private readonly commented: Commented;
  private readonly remembered = new WeakMap<BlockReading, Remembered>();
  private readonly onFault: (fault: Fault) => void;
  private standard: Standard | undefined;

  constructor(rules: readonly Rule[], onFault: (fault: Fault) => void = () => {}) {
    this.blockRules = rules.filter(rule => rule.block);
    this.judgingRules = rules.filter(rule => rule.judge);
    this.reportRules = rules.filter(rule => rule.report);
    const ordered = [...this.blockRules, ...rules.filter(rule => !rule.block)];
    this.rank = new Map(ordered.map(({ id }, i) => [id, i]));
    this.commented = new Commented(rules);
    this.onFault = onFault;
  }

  /** The findings of every rule that is on, in the order of the text; suppressed ones are left out. */
  check(context: ReportContext, config: Config): Finding[] {
    const { report, reading, mode } = context;
    const standard = this.standardOf(mode, config, report.language === 'en');
    const weigh: Weigh = (rule, remark) => severityOf(rule, remark, standard);
    const findings: Finding[] = [];
    if (report.recognised) {
      const { facts } = context;
      for (const block of reading.blocks) {
        for (const found of this.findingsIn(block.remembered, facts, standard))
          findings.push(inBlock(found, block, report));
      }
    }
    for (const rule of this.reportRules) {
      if (weigh(rule) === 'off') continue;
      this.fenced(rule, () =>
        rule.report?.(context, remark => {
          const severity = weigh(rule, remark);
          if (severity !== 'off') findings.push(inReport(unplaced(rule, remark, severity), report));
        }),
      );
    }
    const rank = ({ rule }: Finding): number => this.rank.get(rule) ?? this.rank.size;
    return this.commented
      .apply(findings, report, weigh)
      .sort((a, b) => a.start - b.start || a.end - b.end || rank(a) - rank(b));
  }

  /** The same object for as long as nothing of it changes: what comes of it is remembered by it. */
  private standardOf(mode: Mode, config: Config, isEnglish: boolean): Standard {
    const last = this.standard;
    if (last?.mode === mode && last.config === config && last.isEnglish === isEnglish) return last;
    this.standard = { mode, config, isEnglish };
    return this.standard;
  }

  /** The findings of one block, with offsets in it. */
  private findingsIn(block: BlockReading, facts: Facts, standard: Standard): readonly UnplacedFinding[] {
    let known = this.remembered.get(block);
    if (!known) {
      known = { said: this.said(block), judged: undefined, findings: undefined };
      this.remembered.set(block, known);
    }
    if (known.judged?.facts !== facts) known.judged = { facts, remarks: this.judged(block, facts) };
    const { said, judged, findings } = known;
    if (said.length === 0 && judged.remarks.length === 0) return NOTHING;
    if (findings?.of === judged && findings.standard === standard) return findings.list;
    const list = [...said, ...judged.remarks].flatMap(({ rule, remark }) => {
      const severity = severityOf(rule, remark, standard);
      return severity === 'off' ? [] : [unplaced(rule, remark, severity)];
    });
    known.findings = { of: judged, standard, list };
    return list;
  }

  private said(block: BlockReading): readonly BlockRemark[] {
    const remarks: BlockRemark[] = [];
    for (const rule of this.blockRules)
      this.fenced(rule, () => rule.block?.(block, remark => remarks.push({ rule, remark })));
    return remarks.length > 0 ? remarks : NOTHING;
  }

  private judged(block: BlockReading, facts: Facts): readonly BlockRemark[] {
    const remarks: BlockRemark[] = [];
    for (const rule of this.judgingRules)
      this.fenced(rule, () => rule.judge?.(block, facts, remark => remarks.push({ rule, remark })));
    return remarks.length > 0 ? remarks : NOTHING;
  }

  private fenced(rule: Rule, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.onFault({ rule: rule.id, error });
    }
  }
}
