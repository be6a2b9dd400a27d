import type { ReadBlock } from '../reading/reading.ts';
import type { Report } from '../report/model.ts';
import { firstIndex } from '../text/search.ts';
import { type Config, severityIn } from './config.ts';
import { say } from './messages.ts';
import type { Finding, Fix, Mode, Related, Remark, Rule, Severity } from './rule.ts';

/** From what rules say to findings: the weight, the words, the place. */

/** A finding with offsets in its block, for as long as nobody has asked where the block stands. */
export interface UnplacedFinding extends Omit<Finding, 'fixes'> {
  readonly fixes: Remark['fixes'];
}

/** What the weight of a remark depends on beside its rule. */
export interface Standard {
  readonly mode: Mode;
  readonly config: Config;
  /** Whether the report is in the language that rules are for unless they say otherwise. */
  readonly isEnglish: boolean;
}

/** The configuration's word, else the remark's own, else the rule's for the mode; off in a language it is not for. */
export function severityOf(
  rule: Rule,
  remark: Remark | undefined,
  { mode, config, isEnglish }: Standard,
): Severity | 'off' {
  if (!isEnglish && !rule.anyLanguage) return 'off';
  const byMode = typeof rule.severity === 'string' ? rule.severity : rule.severity[mode];
  const set = severityIn(config, rule.id);
  if (set !== undefined) return set;
  return byMode === 'off' ? 'off' : (remark?.severity ?? byMode);
}

export const unplaced = (rule: Rule, remark: Remark, severity: Severity): UnplacedFinding => ({
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

/** A finding on a block as one on the report: every offset moved to where the block stands. */
export function inBlock(found: UnplacedFinding, { block }: ReadBlock, report: Report): Finding {
  const by = block.span.start;
  const { rule, severity, message, place, related, fixes, timing, start, end } = found;
  return {
    rule,
    severity,
    message,
    place: place ?? block.place,
    related: related?.map(one => movedRelated(one, by)),
    fixes: fixes && (() => fixes({ report, start: by }).map(fix => movedFix(fix, by))),
    timing,
    start: start + by,
    end: end + by,
  };
}

/** A finding on the report as a whole, with the paragraph that it lies in where its rule did not say. */
export function inReport(found: UnplacedFinding, report: Report): Finding {
  const { fixes, place = placeAt(report, found.start) } = found;
  return { ...found, place, fixes: fixes && (() => fixes({ report, start: 0 })) };
}

/** What the last block that begins at or before an offset is called, where it reaches that far. */
function placeAt({ blocks }: Report, offset: number): string | undefined {
  const block = blocks[firstIndex(blocks.length, i => blocks[i].span.start > offset) - 1];
  return block && offset < block.span.end ? block.place : undefined;
}

const movedRelated = (related: Related, by: number): Related =>
  related.path === undefined
    ? { ...related, span: { start: related.span.start + by, end: related.span.end + by } }
    : related;

const movedFix = (fix: Fix, by: number): Fix => ({
  ...fix,
  edits: fix.edits.map(edit => ({ ...edit, start: edit.start + by, end: edit.end + by })),
});
