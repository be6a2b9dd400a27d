import type { FigureSeries } from '../../server/lsp/protocol.ts';
import type { FigureWords } from './messages.ts';

/** A value as a cell of a CSV file (RFC 4180); one that a spreadsheet would run as a formula is made text. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Series as a table, in the words of the view, with the years as columns, ready for a spreadsheet. */
export function figuresCsv(series: readonly FigureSeries[], words: FigureWords): string {
  const years = [...new Set(series.flatMap(one => one.points.map(point => point.year)))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity),
  );
  const rows = [
    [words.figure, ...years.map(year => year ?? ''), words.inTheDraft],
    ...series.map(one => [
      one.label,
      ...years.map(year => one.points.find(point => point.year === year)?.shown ?? ''),
      words.verdicts[one.verdict] ?? one.verdict,
    ]),
  ];
  return rows.map(row => `${row.map(cell).join(',')}\r\n`).join('');
}
