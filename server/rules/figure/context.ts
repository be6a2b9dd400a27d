import { confirmationsIn, isConfirmed } from '../../figures/confirmations.ts';
import type { IndicatorSet } from '../../figures/indicators.ts';
import type { LocatedClaim } from '../../figures/located.ts';
import { type Figures, linkSeries, type Point, type Series } from '../../figures/series.ts';
import type { Reading } from '../../reading/reading.ts';
import type { Related, ReportContext } from '../rule.ts';

interface Kept {
  readonly archive: readonly Reading[];
  readonly indicators: IndicatorSet;
  readonly figures: Figures;
}

/** What was found for a draft, shared by the rules of one check. */
const kept = new WeakMap<Reading, Kept>();

/** The figures of the context's report and their series: computed once for a reading and its archive. */
export function figuresOf(context: ReportContext): Figures {
  const { reading, archive, indicators } = context;
  const known = kept.get(reading);
  if (known?.indicators === indicators && sameList(known.archive, archive)) return known.figures;
  const figures = linkSeries(reading, archive, indicators);
  kept.set(reading, { archive, indicators, figures });
  return figures;
}

const sameList = (a: readonly Reading[], b: readonly Reading[]): boolean =>
  a.length === b.length && a.every((reading, i) => reading === b[i]);

/** A figure of the draft with the newest earlier point of its series. */
export interface Continued {
  readonly series: Series;
  readonly point: Point;
  readonly earlier: Point;
}

/** Every figure of the draft that an earlier report has, in the order of the text; constants are left out. */
export function continued(context: ReportContext): Continued[] {
  return figuresOf(context).series.flatMap(series => {
    if (series.scope === 'constant') return [];
    const own = series.points.filter(point => point.reading === context.reading);
    const earlier = series.points.findLast(point => point.reading !== context.reading && point.primary);
    return earlier ? own.map(point => ({ series, point, earlier })) : [];
  });
}

/** The earlier report's place, for a finding's related information. */
export const relatedTo = (claim: LocatedClaim, message: string): Related => ({
  path: claim.reading.path,
  span: claim.span,
  paragraph: claim.place,
  message,
});

/** Whether the drafter confirmed the figure for this report's year, in a comment or in the workspace's file. */
export function confirmed(
  context: ReportContext,
  { claim, block }: Pick<LocatedClaim, 'claim' | 'block'>,
): boolean {
  const year = context.report.year?.value;
  if (year === undefined) return false;
  const all = [...confirmationsIn(context.report), ...context.confirmed];
  return (
    all.length > 0 &&
    isConfirmed(claim, year, block.block.span, all, (from, to) => onlyComments(context, from, to))
  );
}

/** Whether nothing but white space, comments and the paragraph's number stands between two offsets. */
function onlyComments({ report }: ReportContext, from: number, to: number): boolean {
  if (to - from > 2000) return false;
  let rest = report.text.slice(from, to);
  for (let open = rest.indexOf('<!--'); open >= 0; open = rest.indexOf('<!--')) {
    const close = rest.indexOf('-->', open);
    if (close < 0) return false;
    rest = rest.slice(0, open) + rest.slice(close + 3);
  }
  return /^\s*(?:\(?[\da-z]{1,3}(?:\.\d{1,3})*[.)]?\s*)?$/i.test(rest);
}

/** The year of a point as it is told to the drafter: `2022`, or the file's name where no year is known. */
export const yearName = ({ year, reading }: LocatedClaim): string | number => year ?? reading.path;
