import type { Severity } from '../rules/rule.ts';
import type { InputFile } from './input.ts';

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** What a workflow command's text may not hold as it is. */
const escaped = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Findings as the workflow commands that GitHub Actions shows beside the lines they are about. */
export function githubAnnotations(files: readonly InputFile[]): string {
  const lines = files.flatMap(file => {
    if ('refused' in file) return [`::error file=${property(file.label)}::${escaped(file.refused)}`];
    const { report, findings } = file.analysis;
    return findings.map(finding => {
      const start = report.lines.positionAt(finding.start);
      const end = report.lines.positionAt(finding.end);
      const where = [
        `file=${property(file.label)}`,
        `line=${start.line + 1}`,
        `endLine=${end.line + 1}`,
        // Columns are shown only where a finding stays on its line.
        ...(end.line === start.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
        `title=${property(finding.rule)}`,
      ];
      return `::${COMMANDS[finding.severity]} ${where.join(',')}::${escaped(finding.message)}`;
    });
  });
  return lines.map(line => `${line}\n`).join('');
}
