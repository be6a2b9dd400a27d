import { confirmationNote } from '../figures/confirmations.ts';
import { historyText, primaryPoints, sparkline, valueText } from '../figures/history.ts';
import type { LocatedClaim } from '../figures/located.ts';
import type { Figures, Point, Series } from '../figures/series.ts';
import type { Role } from '../report/model.ts';
import { figuresOf } from '../rules/figure/context.ts';
import type { Span } from '../text/span.ts';
import { yearOfReading } from './mentions.ts';
import type { Analysis } from './project.ts';

/** The figures of a draft with the series they belong to. */
export const figuresIn = (analysis: Analysis): Figures => figuresOf(analysis.context);

/** The figure at an offset of the draft. */
export function figureAt(
  analysis: Analysis,
  offset: number,
): { figure: LocatedClaim; series: Series | undefined } | undefined {
  const figures = figuresIn(analysis);
  const figure = figures.claims.find(claim => claim.span.start <= offset && offset <= claim.span.end);
  return figure && { figure, series: figures.seriesOf(figure) };
}

/** The newest earlier point of a series: the value that a figure of the draft is held against. */
export const earlierPoint = (analysis: Analysis, series: Series): Point | undefined =>
  primaryPoints(series).findLast(point => point.reading !== analysis.reading);

const own = (analysis: Analysis, series: Series): Point[] =>
  series.own.filter(point => point.reading === analysis.reading);

/** Last year's value behind a figure. */
export interface FigureHint {
  /** Offset behind the figure. */
  readonly at: number;
  readonly text: string;
  readonly tooltip: string;
  /** Whether the figure looks stale: the others are shown only on request. */
  readonly stale: boolean;
}

const STALE: ReadonlySet<Point['verdict']> = new Set(['unchanged', 'decreased']);

/** Last year's value for every figure of the draft that an earlier report has. */
export function figureHints(analysis: Analysis): FigureHint[] {
  return figuresIn(analysis)
    .series.filter(series => series.scope !== 'constant')
    .flatMap(series => {
      const earlier = earlierPoint(analysis, series);
      if (!earlier) return [];
      return own(analysis, series).map(point => ({
        at: point.span.end,
        text: `${yearOfReading(earlier.reading) ?? earlier.reading.path}: ${valueText(earlier.claim)}`,
        tooltip: `${series.label}: ${historyText(series)}`,
        stale: STALE.has(point.verdict),
      }));
    })
    .sort((a, b) => a.at - b.at);
}

/** How the figures of a section stand against the earlier reports. */
export interface SectionFigures {
  readonly span: Span;
  readonly updated: number;
  readonly unchanged: number;
  readonly decreased: number;
  readonly added: number;
}

/** One for each section with figures, in the order of the text. */
export function sectionFigures(analysis: Analysis): SectionFigures[] {
  const figures = figuresIn(analysis);
  const points = figures.series.flatMap(series => own(analysis, series));
  return analysis.report.sections.flatMap(section => {
    if (!section.titleSpan) return [];
    const inside = points.filter(
      point => section.span.start <= point.span.start && point.span.end <= section.span.end,
    );
    const count = (verdict: Point['verdict']) => inside.filter(point => point.verdict === verdict).length;
    const counted = {
      updated: count('updated'),
      unchanged: count('unchanged'),
      decreased: count('decreased'),
      added: count('first'),
    };
    return Object.values(counted).some(Boolean) ? [{ span: section.heading, ...counted }] : [];
  });
}

/** A series as a view shows it: plain values, places as spans in the reports named. */
export interface SeriesView {
  readonly id: string;
  readonly label: string;
  readonly scope: Series['scope'];
  readonly role: Role;
  /** Whether the draft's figure looks stale. */
  readonly stale: boolean;
  readonly verdict: Point['verdict'] | 'dropped';
  readonly history: string;
  readonly trend: string;
  readonly points: readonly PointView[];
}

export interface PointView {
  readonly year: number | null;
  readonly value: number;
  /** With its comparator: `>80`. */
  readonly shown: string;
  readonly text: string;
  readonly path: string;
  readonly place: string;
  readonly point: Point;
}

/** Every series that runs through draft and archive: the stale ones first, then in the order of the draft. */
export function seriesViews(analysis: Analysis): SeriesView[] {
  const views = figuresIn(analysis).series.map((series): SeriesView => {
    const mine = own(analysis, series);
    const points = primaryPoints(series);
    const last = points.at(-1);
    return {
      id: series.id,
      label: series.label,
      scope: series.scope,
      role: mine[0]?.role ?? last?.role ?? 'other',
      stale: series.scope !== 'constant' && mine.some(point => STALE.has(point.verdict)),
      verdict: mine[0]?.verdict ?? 'dropped',
      history: historyText(series),
      trend: sparkline(series),
      points: points.map(point => ({
        year: point.year ?? null,
        value: point.claim.value,
        shown: valueText(point.claim),
        text: point.text,
        path: point.reading.path,
        place: point.place,
        point,
      })),
    };
  });
  return [...views.filter(view => view.stale), ...views.filter(view => !view.stale)];
}

/** The comment that confirms the figure at an offset for the report's year, and the offset where it is inserted. */
export function confirmationAt(analysis: Analysis, offset: number): { at: number; text: string } | undefined {
  const { report } = analysis;
  const found = figureAt(analysis, offset);
  if (!found || !report.year) return undefined;
  const at = report.lines.starts[report.lines.lineAt(found.figure.block.block.span.start)];
  return { at, text: `${confirmationNote(found.figure.claim, report.year.value)}\n` };
}
