import type { Report, Section } from '../report/model.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { InputFile, ReadFile } from './input.ts';
import { countBySeverity } from './json.ts';

/** Colours of a terminal; without one the words stand alone. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

const CODES: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36', hint: '2' };
const wrapped = (code: string) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;

export const palette = (colour: boolean): Palette =>
  colour
    ? { bold: wrapped('1'), dim: wrapped('2'), severity: (severity, text) => wrapped(CODES[severity])(text) }
    : { bold: text => text, dim: text => text, severity: (_, text) => text };

const NAMES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'hint',
};
const MARGIN = '  ';
const WIDEST_EXCERPT = 96;

/** The findings of every file, each with its place, its words and the text around it. */
export function stylishCheck(files: readonly InputFile[], colours: Palette): string {
  const out: string[] = [];
  for (const file of files) {
    if ('refused' in file || file.analysis.findings.length === 0) continue;
    out.push(colours.bold(file.label) + colours.dim(aboutFile(file)));
    for (const finding of file.analysis.findings) out.push(...findingLines(file, finding, colours));
    out.push('');
  }
  out.push(summaryLine(files));
  return `${out.join('\n')}\n`;
}

function aboutFile({ analysis }: ReadFile): string {
  const year = analysis.report.year?.value;
  const archive = analysis.archive.map(reading => reading.report.year?.value).join(', ');
  const parts = [
    year ? `Council ${year}` : 'year unknown',
    analysis.profile?.profile.title ?? 'no profile',
    `mode ${analysis.mode}`,
  ];
  if (archive) parts.push(`held against ${archive}`);
  return `  (${parts.join('; ')})`;
}

function findingLines({ analysis }: ReadFile, finding: Finding, colours: Palette): string[] {
  const { report } = analysis;
  const { line, character } = report.lines.positionAt(finding.start);
  const where = `${line + 1}:${character + 1}`;
  const lines = [
    `${MARGIN}${colours.dim(where.padEnd(8))}${colours.severity(finding.severity, NAMES[finding.severity].padEnd(8))}${finding.message}  ${colours.dim(finding.rule)}`,
    ...excerpt(report, finding, colours),
  ];
  for (const place of finding.related ?? []) {
    const at = place.path ?? `line ${report.lines.positionAt(place.span.start).line + 1}`;
    lines.push(
      `${MARGIN}${' '.repeat(16)}${colours.dim(`${at}${place.paragraph ? `, ${place.paragraph}` : ''}: ${place.message}`)}`,
    );
  }
  return lines;
}

/** The line of the finding, cut to what fits around its words, and a mark under them. */
function excerpt(report: Report, finding: Finding, colours: Palette): string[] {
  const line = report.lines.lineAt(finding.start);
  const lineStart = report.lines.starts[line];
  const lineEnd = line + 1 < report.lines.count ? report.lines.starts[line + 1] : report.text.length;
  const end = Math.min(finding.end, lineEnd);
  const lead = Math.max(lineStart, Math.min(finding.start - 30, lineEnd - WIDEST_EXCERPT));
  const shown = report.text
    .slice(lead, Math.min(lineEnd, lead + WIDEST_EXCERPT))
    .replace(/[\r\n]+$/, '')
    .replace(/[\t\u00a0]/g, ' ');
  if (shown.trim() === '') return [];
  const before = lead > lineStart ? '…' : ' ';
  const width = Math.max(1, Math.min(end, lead + WIDEST_EXCERPT) - finding.start);
  const indent = `${MARGIN}${' '.repeat(16)}`;
  return [
    `${indent}${colours.dim(`${before}${shown}`)}`,
    `${indent} ${' '.repeat(finding.start - lead)}${colours.severity(finding.severity, '^'.repeat(Math.min(width, Math.max(1, shown.length - (finding.start - lead)))))}`,
  ];
}

export function summaryLine(files: readonly InputFile[]): string {
  const read = files.filter(file => 'analysis' in file).length;
  const count = countBySeverity(files);
  const reports = read === 1 ? 'one report' : `${read} reports`;
  if (count.error + count.warning + count.info + count.hint === 0) {
    return read > 0 ? `${reports} checked: no findings under the enabled rules.` : 'Nothing was checked.';
  }
  const parts = [
    [count.error, 'error'],
    [count.warning, 'warning'],
    [count.info, 'note'],
    [count.hint, 'hint'],
  ].flatMap(([n, name]) => (n ? [`${n} ${name}${n === 1 ? '' : 's'}`] : []));
  return `${reports} checked: ${parts.join(', ')}.`;
}

/** The report as it was understood, as a tree. */
export function stylishOutline(files: readonly InputFile[], colours: Palette): string {
  const out: string[] = [];
  for (const file of files) {
    if ('refused' in file) continue;
    const { report, profile } = file.analysis;
    out.push(colours.bold(file.label));
    const symbol = report.masthead.symbol?.value.id;
    const year = report.year ? `Council ${report.year.value} (from the ${report.year.from})` : 'year unknown';
    out.push(
      `${MARGIN}${[symbol, year, report.dialect, profile?.profile.id ?? 'no profile'].filter(Boolean).join(' · ')}`,
    );
    for (const head of report.heads) out.push(`${MARGIN}${head.title}`);
    const show = (section: Section, indent: string): void => {
      const title = [section.number, section.title ?? '(no heading)'].filter(Boolean).join(' ');
      out.push(`${indent}${title} ${colours.dim(`[${section.role}]`)}`);
      const places = section.paragraphs
        .filter(paragraph => paragraph.body.end > paragraph.body.start)
        .map(paragraph => paragraph.number ?? '–');
      if (places.length > 0) out.push(`${indent}${MARGIN}${colours.dim(places.join(' '))}`);
      for (const inner of section.sections) show(inner, `${indent}${MARGIN}`);
    };
    for (const section of report.sections) show(section, MARGIN);
    if (report.footnotes.length > 0)
      out.push(`${MARGIN}footnotes ${report.footnotes.map(note => note.label).join(', ')}`);
    out.push('');
  }
  return `${out.join('\n')}\n`;
}
