import type { Severity } from '../rules/rule.ts';
import type { InputFile } from './input.ts';
import { type Place, pathFor } from './paths.ts';

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
export function githubAnnotations(files: readonly InputFile[], place: Place): string {
  const lines = files.flatMap(file => {
    const path = property(pathFor(file.label, place));
    if ('refused' in file) return [`::error file=${path}::${escaped(file.refused)}`];
    const { report, findings } = file.analysis;
    return findings.map(finding => {
      const title = `title=${property(finding.rule)}`;
      // A Word document has no lines: there the paragraph says where.
      if (file.fromWord) {
        const where = finding.place ? `${finding.place}: ` : '';
        return `::${COMMANDS[finding.severity]} file=${path},${title}::${escaped(where + finding.message)}`;
      }
      const start = report.lines.positionAt(finding.start);
      const end = report.lines.positionAt(finding.end);
      const where = [
        `file=${path}`,
        `line=${start.line + 1}`,
        `endLine=${end.line + 1}`,
        // Columns are shown only where a finding stays on its line.
        ...(end.line === start.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
        title,
      ];
      return `::${COMMANDS[finding.severity]} ${where.join(',')}::${escaped(finding.message)}`;
    });
  });
  return lines.map(line => `${line}\n`).join('');
}
