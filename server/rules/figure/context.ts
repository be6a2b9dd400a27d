import { confirmationsIn, isConfirmed } from '../../figures/confirmations.ts';
import type { LocatedClaim } from '../../figures/located.ts';
import { type Figures, linkSeries, type Point, type Series } from '../../figures/series.ts';
import type { Reading } from '../../reading/reading.ts';
import type { Facts, Related, ReportContext } from '../rule.ts';

/** What was found for a draft, shared by the rules of one check. */
const kept = new WeakMap<Reading, { readonly facts: Facts; readonly figures: Figures }>();

/** The figures of the context's report and their series: found once for a reading and the facts it is held against. */
export function figuresOf({ reading, facts }: ReportContext): Figures {
  let known = kept.get(reading);
  if (known?.facts !== facts) {
    known = { facts, figures: linkSeries(reading, facts.archive, facts.indicators) };
    kept.set(reading, known);
  }
  return known.figures;
}

/** A figure of the draft with the newest earlier point of its series. */
export interface Continued {
  readonly series: Series;
  readonly point: Point;
  readonly earlier: Point;
}

const continuedIn = new WeakMap<Figures, readonly Continued[]>();

/** Every figure of the draft that an earlier report has, in the order of the text; constants are left out. */
export function continued(context: ReportContext): readonly Continued[] {
  const figures = figuresOf(context);
  let found = continuedIn.get(figures);
  if (!found) {
    found = figures.series.flatMap(series => {
      if (series.scope === 'constant') return [];
      const earlier = series.before.findLast(point => point.primary);
      return earlier ? series.own.map(point => ({ series, point, earlier })) : [];
    });
    continuedIn.set(figures, found);
  }
  return found;
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
