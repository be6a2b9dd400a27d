import { t } from '../messages/translate.ts';
import type { Report, ReportYear, Section } from '../report/model.ts';
import { placeName } from '../report/place-name.ts';
import { type Finding, SEVERITIES, type Severity } from '../rules/rule.ts';
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

/** What a finding is called, and how many of them there are. */
const NAMES: Readonly<Record<Severity, readonly [() => string, (count: number) => string]>> = {
  error: [() => t('error'), count => (count === 1 ? t('1 error') : t('{count} errors', { count }))],
  warning: [() => t('warning'), count => (count === 1 ? t('1 warning') : t('{count} warnings', { count }))],
  info: [() => t('note'), count => (count === 1 ? t('1 note') : t('{count} notes', { count }))],
  hint: [() => t('hint'), count => (count === 1 ? t('1 hint') : t('{count} hints', { count }))],
};
const MARGIN = '  ';
/** The column of the place, and that of the severity, which is longer in some languages. */
const PLACE_WIDTH = 8;
const nameWidth = (): number => Math.max(8, ...Object.values(NAMES).map(([name]) => name().length + 1));
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
    year ? t('Council {year}', { year }) : t('year unknown'),
    analysis.profile ? t(analysis.profile.profile.title) : t('no profile'),
    t('mode {mode}', { mode: analysis.mode }),
  ];
  if (archive) parts.push(t('held against {archive}', { archive }));
  return `  (${parts.join('; ')})`;
}

function findingLines({ analysis }: ReadFile, finding: Finding, colours: Palette): string[] {
  const { report } = analysis;
  const { line, character } = report.lines.positionAt(finding.start);
  const where = `${line + 1}:${character + 1}`;
  const lines = [
    `${MARGIN}${colours.dim(where.padEnd(PLACE_WIDTH))}${colours.severity(finding.severity, NAMES[finding.severity][0]().padEnd(nameWidth()))}${finding.message}  ${colours.dim(finding.rule)}`,
    ...excerpt(report, finding, colours),
  ];
  for (const place of finding.related ?? []) {
    const at = place.path ?? t('line {line}', { line: report.lines.positionAt(place.span.start).line + 1 });
    lines.push(
      `${MARGIN}${' '.repeat(PLACE_WIDTH + nameWidth())}${colours.dim(`${at}${place.paragraph ? `, ${placeName(place.paragraph)}` : ''}: ${place.message}`)}`,
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
  const indent = `${MARGIN}${' '.repeat(PLACE_WIDTH + nameWidth())}`;
  return [
    `${indent}${colours.dim(`${before}${shown}`)}`,
    `${indent} ${' '.repeat(finding.start - lead)}${colours.severity(finding.severity, '^'.repeat(Math.min(width, Math.max(1, shown.length - (finding.start - lead)))))}`,
  ];
}

export function summaryLine(files: readonly InputFile[]): string {
  const read = files.filter(file => 'analysis' in file).length;
  const count = countBySeverity(files);
  if (count.error + count.warning + count.info + count.hint === 0) {
    if (read === 0) return t('Nothing was checked.');
    return read === 1
      ? t('one report checked: no findings under the enabled rules.')
      : t('{count} reports checked: no findings under the enabled rules.', { count: read });
  }
  const found = SEVERITIES.filter(severity => count[severity] > 0)
    .map(severity => NAMES[severity][1](count[severity]))
    .join(', ');
  return read === 1
    ? t('one report checked: {found}.', { found })
    : t('{count} reports checked: {found}.', { count: read, found });
}

/** Where the year of a report was found. */
const YEAR_FROM: Readonly<Record<ReportYear['from'], () => string>> = {
  setting: () => t('from the setting'),
  symbol: () => t('from the symbol'),
  date: () => t('from the date'),
  period: () => t('from the period'),
  file: () => t('from the file'),
};

/** The report as it was understood, as a tree. */
export function stylishOutline(files: readonly InputFile[], colours: Palette): string {
  const out: string[] = [];
  for (const file of files) {
    if ('refused' in file) continue;
    const { report, profile } = file.analysis;
    out.push(colours.bold(file.label));
    const symbol = report.masthead.symbol?.value.id;
    const year = report.year
      ? t('Council {year} ({from})', { year: report.year.value, from: YEAR_FROM[report.year.from]() })
      : t('year unknown');
    out.push(
      `${MARGIN}${[symbol, year, report.dialect, profile?.profile.id ?? t('no profile')].filter(Boolean).join(' · ')}`,
    );
    for (const head of report.heads) out.push(`${MARGIN}${head.title}`);
    const show = (section: Section, indent: string): void => {
      const title = [section.number, section.title ?? t('(no heading)')].filter(Boolean).join(' ');
      out.push(`${indent}${title} ${colours.dim(`[${section.role}]`)}`);
      const places = section.paragraphs
        .filter(paragraph => paragraph.body.end > paragraph.body.start)
        .map(paragraph => paragraph.number ?? '–');
      if (places.length > 0) out.push(`${indent}${MARGIN}${colours.dim(places.join(' '))}`);
      for (const inner of section.sections) show(inner, `${indent}${MARGIN}`);
    };
    for (const section of report.sections) show(section, MARGIN);
    if (report.footnotes.length > 0)
      out.push(
        MARGIN + t('footnotes {labels}', { labels: report.footnotes.map(note => note.label).join(', ') }),
      );
    out.push('');
  }
  return `${out.join('\n')}\n`;
}
