import type { StatusAt } from '../catalogue/entry.ts';
import { statusName } from '../catalogue/status-name.ts';
import type { CitationKind } from '../citations/citation.ts';
import { kindName } from '../citations/kind-name.ts';
import { historyText, seriesTable, valueText } from '../figures/history.ts';
import type { Figures } from '../figures/series.ts';
import { verdictName } from '../figures/verdict-name.ts';
import { t } from '../messages/translate.ts';
import { placeName } from '../report/place-name.ts';
import type { InputFile } from './input.ts';
import type { Palette } from './stylish.ts';

/** A value as a cell of a CSV file (RFC 4180); one that a spreadsheet would run as a formula is made text. */
function cell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csv = (rows: readonly (readonly (string | number | null | undefined)[])[]): string =>
  rows.map(row => `${row.map(cell).join(',')}\r\n`).join('');

export interface CitationRow {
  readonly path: string;
  readonly paragraph: string;
  readonly id: string;
  readonly kind: CitationKind;
  readonly text: string;
  readonly title: string;
  readonly edition: string;
  readonly status: StatusAt['status'] | '';
}

export function citationsCsv(rows: readonly CitationRow[]): string {
  const head = ['file', 'paragraph', 'identifier', 'kind', 'as written', 'title', 'edition', 'status'];
  return csv([
    head,
    ...rows.map(one => [
      one.path,
      one.paragraph,
      one.id,
      one.kind,
      one.text,
      one.title,
      one.edition,
      one.status,
    ]),
  ]);
}

/** Every identifier once a paragraph, with what is known of it. */
export function stylishCitations(rows: readonly CitationRow[], colours: Palette): string {
  const out: string[] = [];
  let path = '';
  const width = Math.min(44, Math.max(0, ...rows.map(row => row.id.length)));
  for (const row of rows) {
    if (row.path !== path) {
      path = row.path;
      if (out.length > 0) out.push('');
      out.push(colours.bold(path));
    }
    const known = [row.title, row.edition && `(${row.edition})`, row.status && statusName(row.status)]
      .filter(Boolean)
      .join(' ');
    out.push(
      `  ${colours.dim(`${placeName(row.paragraph)} `.padEnd(9))}${row.id.padEnd(width)}  ${known || colours.dim(kindName(row.kind))}`,
    );
  }
  out.push('', t('{count} identifiers.', { count: rows.length }));
  return `${out.join('\n')}\n`;
}

/** The series of a file as a table with the years as columns, then how many figures have no earlier one. */
export function stylishFigures(
  files: readonly InputFile[],
  figures: ReadonlyMap<InputFile, Figures>,
  colours: Palette,
): string {
  const out: string[] = [];
  for (const file of files) {
    const found = figures.get(file);
    if (!found || 'refused' in file) continue;
    out.push(colours.bold(file.label));
    const { years, rows } = seriesTable(
      found.series.filter(series => series.points.some(point => point.reading === file.analysis.reading)),
    );
    const shown = rows.filter(row => row.cells.filter(Boolean).length > 0);
    const label = Math.min(56, Math.max(10, ...shown.map(row => row.series.label.length)));
    out.push(`  ${''.padEnd(label)}  ${years.map(year => String(year ?? '–').padStart(7)).join('')}`);
    for (const { series, cells, verdict } of shown) {
      const name = series.label.length > label ? `${series.label.slice(0, label - 1)}…` : series.label;
      const values = cells.map(point => (point ? valueText(point.claim) : '').padStart(7)).join('');
      out.push(`  ${name.padEnd(label)}  ${values}  ${colours.dim(verdict ? verdictName(verdict) : '')}`);
    }
    out.push(
      `  ${t('{figures} figures, {series} series.', { figures: found.claims.length, series: found.series.length })}`,
      '',
    );
  }
  return `${out.join('\n')}\n`;
}

export function figuresCsv(files: readonly InputFile[], figures: ReadonlyMap<InputFile, Figures>): string {
  const head = [
    'file',
    'series',
    'figure',
    'report',
    'year',
    'paragraph',
    'comparator',
    'value',
    'as written',
    'verdict',
    'history',
  ];
  const rows = files.flatMap(file =>
    'refused' in file
      ? []
      : (figures.get(file)?.series ?? []).flatMap(series =>
          series.points.map(point => [
            file.label,
            series.id,
            series.label,
            point.reading.path,
            point.year,
            point.place,
            point.claim.comparator,
            point.claim.value,
            point.text,
            point.verdict,
            historyText(series),
          ]),
        ),
  );
  return csv([head, ...rows]);
}
