import type { Report } from '../../report/model.ts';
import { withItem } from '../../text/json-edit.ts';
import { type FileProblem, readList } from '../../text/json-list.ts';
import type { Finding } from '../rule.ts';
import { excerptOf } from './excerpt.ts';

/** Where the baseline is kept, relative to the workspace folder. */
export const BASELINE_FILE = '.gca-report/baseline.json';

/**
 * A finding that was accepted once. It names no line, so that it survives edits elsewhere and a new line break; it
 * comes back when its own words or those beside them change.
 */
export interface BaselineEntry {
  readonly rule: string;
  /** The report as a user knows it: relative to the workspace folder. */
  readonly file: string;
  /** The words of the finding with a little of what surrounds them: see excerptOf. */
  readonly excerpt: string;
}

/** The excerpt where a finding stands on an empty line: what is missing at the end of a report. */
const NO_WORDS = '(no words)';

export const entryFor = (finding: Finding, file: string, report: Report): BaselineEntry => ({
  rule: finding.rule,
  file,
  excerpt: excerptOf(report, finding) || NO_WORDS,
});

const keyOf = ({ rule, file, excerpt }: BaselineEntry): string =>
  `${rule}\n${file.replace(/\\/g, '/')}\n${excerpt}`;

/** The findings that no entry accepts. An entry accepts one finding; two alike need two entries. */
export function withoutAccepted(
  findings: readonly Finding[],
  file: string,
  report: Report,
  baseline: readonly BaselineEntry[],
): readonly Finding[] {
  if (baseline.length === 0) return findings;
  const left = new Map<string, number>();
  for (const entry of baseline) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + 1);
  return findings.filter(finding => {
    const key = keyOf(entryFor(finding, file, report));
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}

/** Reads a baseline; an entry with an error is reported at its place and left out alone. */
export const parseBaseline = (text: string): { entries: BaselineEntry[]; problems: FileProblem[] } =>
  readList(text, 'findings', (entry): BaselineEntry | undefined => {
    const rule = entry.text('rule');
    const file = entry.text('file');
    const excerpt = entry.text('excerpt');
    return rule && file && excerpt ? { rule, file, excerpt } : undefined;
  });

/** A baseline as a file's text: sorted, so that two that hold the same are the same. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const sorted = [...entries].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
  return `${JSON.stringify({ findings: sorted }, null, 2)}\n`;
}

/** The text of a baseline with one more finding; what else the file says stays. */
export const withEntry = (present: string | undefined, entry: BaselineEntry): string =>
  withItem(present, 'findings', entry);
