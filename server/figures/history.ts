import { t } from '../messages/translate.ts';
import type { Claim, Comparator } from './claim.ts';
import type { Point, Series } from './series.ts';
import type { Verdict } from './verdicts.ts';

const SIGN: Readonly<Record<Comparator, string>> = {
  '=': '',
  '>': '>',
  '>=': '≥',
  '<': '<',
  '~': '~',
  range: '',
};

/** `15000` as `15 000`: groups of three, with a no-break space, from five digits on. */
export const digits = (value: number): string =>
  Math.abs(value) < 10_000 ? String(value) : String(value).replace(/\B(?=(?:\d{3})+(?!\d))/g, '\u00a0');

/** A claim's number with its comparator: `>80`, `~200`, `10–15`. */
export function valueText(claim: Claim): string {
  if (claim.comparator === 'range') return `${digits(claim.value)}–${digits(claim.valueMax ?? claim.value)}`;
  return `${SIGN[claim.comparator]}${digits(claim.value)}`;
}

/** The points that stand for their reports, oldest first. */
export const primaryPoints = (series: Series): Point[] => series.points.filter(point => point.primary);

const yearText = (point: Point): string => (point.year === undefined ? t('no year') : String(point.year));

/** A figure's history on one line: `2014: 50 · 2019: 75 · 2020: 76 · 2022: >80`. */
export const historyText = (series: Series): string =>
  primaryPoints(series)
    .map(point => `${yearText(point)}: ${valueText(point.claim)}`)
    .join(' · ');

const BARS = '▁▂▃▄▅▆▇█';

/** The trend of a figure in as many characters as it has reports: `▁▄▅█`; empty for fewer than two. */
export function sparkline(series: Series): string {
  const values = primaryPoints(series).map(point => point.claim.value);
  if (values.length < 2) return '';
  const low = values.reduce((a, b) => Math.min(a, b));
  const range = values.reduce((a, b) => Math.max(a, b)) - low;
  return values
    .map(value => BARS[range === 0 ? 3 : Math.round(((value - low) / range) * (BARS.length - 1))])
    .join('');
}

export interface SeriesRow {
  readonly series: Series;
  /** One for each year of the table; undefined where a report does not give the figure. */
  readonly cells: readonly (Point | undefined)[];
  /** The verdict on the newest report of the table; undefined where it does not give the figure. */
  readonly verdict: Verdict | undefined;
}

export interface SeriesTable {
  /** Years of the columns, oldest first; the draft is the last one even where its year is not known. */
  readonly years: readonly (number | undefined)[];
  readonly rows: readonly SeriesRow[];
}

/** Lays series out with the years as columns; two reports of one year share a column, the later one counts. */
export function seriesTable(all: readonly Series[]): SeriesTable {
  const years = [...new Set(all.flatMap(series => series.points.map(point => point.year)))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity),
  );
  const rows = all.map((series): SeriesRow => {
    const points = primaryPoints(series);
    const cells = years.map(year => points.findLast(point => point.year === year));
    return { series, cells, verdict: cells[cells.length - 1]?.verdict };
  });
  return { years, rows };
}
