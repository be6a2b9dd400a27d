import { t } from '../messages/translate.ts';
import type { Reading } from '../reading/reading.ts';
import type { Scope } from './claim.ts';
import type { Indicator, IndicatorSet } from './indicators.ts';
import { grouped, type LocatedClaim, type ReportFigures, reportFigures } from './located.ts';
import { likeness, type Wordprint, wordprintOf } from './similarity.ts';
import { type Verdict, verdictOf } from './verdicts.ts';

/** One report's value in a series. */
export interface Point extends LocatedClaim {
  readonly verdict: Verdict;
  /** The figure that stands for its report; others of the same report restate or contradict it, or look ahead. */
  readonly primary: boolean;
}

/** One figure through the years, oldest report first. */
export interface Series {
  /** The indicator's id, or one made from the first place where the figure stands. */
  readonly id: string;
  readonly label: string;
  readonly scope: Scope;
  readonly indicator?: Indicator;
  readonly points: readonly Point[];
}

/** A figure of the draft that looks like one of an earlier report, too faintly to be called the same. */
export interface Proposal {
  readonly claim: LocatedClaim;
  readonly earlier: LocatedClaim;
  /** 0 to 1. */
  readonly likeness: number;
}

export interface Figures {
  /** Every figure of the draft, in the order of the text. */
  readonly claims: readonly LocatedClaim[];
  /** Every figure that runs through the reports, in the order of the draft; those it no longer has stand last. */
  readonly series: readonly Series[];
  readonly proposals: readonly Proposal[];
  readonly seriesOf: ReadonlyMap<LocatedClaim, Series>;
}

/** From here on two sentences are taken to give the same figure. */
const SAME = 0.5;
/** From here on the drafter is asked. */
const PERHAPS = 0.36;

/**
 * Follows the figures of a draft through the earlier reports: by the indicators first, then by the likeness of
 * their sentences with digits left out, within one section and one thing counted.
 *
 * @param archive earlier reports, oldest first; what depends on one of them alone is computed once and kept
 */
export function linkSeries(draft: Reading, archive: readonly Reading[], set: IndicatorSet): Figures {
  const now = reportFigures(draft, set);
  const before = archive.map(reading => reportFigures(reading, set));
  const strands: Strand[] = [];
  const taken = new Set<LocatedClaim>();
  for (const indicator of set.all) {
    const strand = strandOf(indicator, [...before, now]);
    if (!strand) continue;
    strands.push(strand);
    for (const claim of strand.groups.flat()) taken.add(claim);
  }
  const proposals: Proposal[] = [];
  for (const { claim, links, maybe } of linkedByLikeness(now, before, taken)) {
    // A sentence whose counterpart the catalogue knows joins the counterpart's series.
    const known = links.find(link => link.match)?.match?.indicator;
    strands.push({
      scope: known?.scope ?? scopeOf(claim),
      groups: [...links.map(link => [link]), [claim]],
      ...(known ? { indicator: known } : {}),
    });
    if (maybe) proposals.push(maybe);
  }
  const series = merged(strands)
    .map(seriesFrom)
    .sort((a, b) => orderOf(a, draft) - orderOf(b, draft));
  const seriesOf = new Map<LocatedClaim, Series>();
  const byClaim = new Map<LocatedClaim['claim'], Series>();
  for (const one of series)
    for (const point of one.points) if (point.reading === draft) byClaim.set(point.claim, one);
  for (const claim of now.claims) {
    const one = byClaim.get(claim.claim);
    if (one) seriesOf.set(claim, one);
  }
  return { claims: now.claims, series, proposals, seriesOf };
}

/** A series in the making: for each report the claims that belong to it, the one that stands for the report first. */
interface Strand {
  readonly indicator?: Indicator;
  readonly scope: Scope;
  readonly groups: readonly (readonly LocatedClaim[])[];
}

function strandOf(indicator: Indicator, reports: readonly ReportFigures[]): Strand | undefined {
  const groups = reports
    .map(report => report.byIndicator.get(indicator.id) ?? [])
    .filter(claims => claims.length > 0)
    .map(claims => chosen(claims, indicator));
  return groups.length ? { indicator, scope: indicator.scope, groups } : undefined;
}

/** How much weaker a second claim of a report may fit its indicator and still count as the same figure. */
const SLACK = 0.35;

/** The claim that stands for its report, then those that restate or contradict it. */
function chosen(claims: readonly LocatedClaim[], indicator: Indicator): LocatedClaim[] {
  const rank = ({ claim, match }: LocatedClaim): number => {
    const elsewhere =
      indicator.scope === 'cumulative' && claim.scopeSaid === true && claim.scope === 'period';
    return (match?.score ?? 0) - (claim.future ? 2 : 0) - (claim.borrowed ? 0.5 : 0) - (elsewhere ? 1 : 0);
  };
  const sorted = [...claims].sort((a, b) => rank(b) - rank(a));
  const first = sorted[0];
  return sorted.filter(
    other =>
      other === first ||
      indicator.scope === 'ordinal' ||
      indicator.scope === 'constant' ||
      other.claim.value === first.claim.value ||
      (other.match?.sure && rank(first) - rank(other) <= SLACK),
  );
}

interface Linked {
  readonly claim: LocatedClaim;
  /** At most one of each earlier report, oldest first. */
  readonly links: readonly LocatedClaim[];
  readonly maybe?: Proposal;
}

/** Links what the catalogue left over, report by report, the most alike first; no claim is linked twice. */
function linkedByLikeness(
  now: ReportFigures,
  before: readonly ReportFigures[],
  taken: ReadonlySet<LocatedClaim>,
): Linked[] {
  const open = now.claims.filter(claim => !taken.has(claim));
  const openByKin = grouped(open, claim => claim.kin);
  const links = new Map<LocatedClaim, LocatedClaim[]>();
  const maybe = new Map<LocatedClaim, Proposal>();
  for (const report of before) {
    const pairs = [...openByKin].flatMap(([kin, claims]) => likePairs(claims, report.byKin.get(kin) ?? []));
    pairs.sort((a, b) => b.likeness - a.likeness);
    const used = new Set<LocatedClaim>();
    for (const pair of pairs) {
      if (used.has(pair.claim) || used.has(pair.earlier)) continue;
      used.add(pair.claim).add(pair.earlier);
      if (pair.likeness < SAME) maybe.set(pair.claim, pair);
      else {
        const list = links.get(pair.claim);
        if (list) list.push(pair.earlier);
        else links.set(pair.claim, [pair.earlier]);
      }
    }
  }
  return open
    .flatMap(claim => {
      const list = links.get(claim);
      const proposal = list ? undefined : maybe.get(claim);
      return list || proposal ? [{ claim, links: list ?? [], ...(proposal ? { maybe: proposal } : {}) }] : [];
    })
    .filter(linked => linked.links.length > 0 || linked.maybe);
}

/** Every pair of claims of one kin that may be the same figure. */
function likePairs(claims: readonly LocatedClaim[], earlier: readonly LocatedClaim[]): Proposal[] {
  const pairs: Proposal[] = [];
  const prints = earlier.map(printOf);
  if (!prints.length) return pairs;
  for (const claim of claims) {
    const print = printOf(claim);
    for (let i = 0; i < prints.length; i++) {
      const alike = likeness(print, prints[i], PERHAPS);
      if (alike >= PERHAPS) pairs.push({ claim, earlier: earlier[i], likeness: alike });
    }
  }
  return pairs;
}

/** How alike the sentences of two claims are, 0 to 1. */
export const alikeness = (a: LocatedClaim, b: LocatedClaim): number => likeness(printOf(a), printOf(b));

const printOf = ({ block, claim }: LocatedClaim): Wordprint => wordprintOf(block.view, claim);

/** Outside the catalogue a figure is a running total only where its sentence says so. */
const scopeOf = ({ claim }: LocatedClaim): Scope =>
  claim.scope === 'cumulative' && !claim.scopeSaid ? 'period' : claim.scope;

/** Strands of one indicator are one series. */
function merged(strands: readonly Strand[]): Strand[] {
  const byIndicator = new Map<string, Strand>();
  const rest: Strand[] = [];
  for (const strand of strands) {
    if (!strand.indicator) rest.push(strand);
    else {
      const known = byIndicator.get(strand.indicator.id);
      byIndicator.set(
        strand.indicator.id,
        known ? { ...known, groups: joined(known.groups, strand.groups) } : strand,
      );
    }
  }
  return [...byIndicator.values(), ...rest].filter(strand => strand.indicator || strand.groups.length > 1);
}

function joined(a: Strand['groups'], b: Strand['groups']): Strand['groups'] {
  const byReading = new Map<Reading, LocatedClaim[]>();
  for (const group of [...a, ...b]) {
    const list = byReading.get(group[0].reading) ?? [];
    for (const claim of group) if (!list.includes(claim)) list.push(claim);
    byReading.set(group[0].reading, list);
  }
  return [...byReading.values()].sort((x, y) => (x[0].year ?? Infinity) - (y[0].year ?? Infinity));
}

function seriesFrom({ indicator, scope, groups }: Strand): Series {
  const points: Point[] = [];
  let earlier: LocatedClaim | undefined;
  for (const group of groups) {
    for (const claim of group) {
      points.push({
        ...claim,
        verdict: verdictOf(claim.claim, scope, earlier?.claim),
        primary: claim === group[0],
      });
    }
    earlier = group[0];
  }
  const first = points[0];
  const newest = points[points.length - 1];
  return {
    id: indicator?.id ?? `${first.role}-${first.place}-${first.year ?? 'draft'}-${first.claim.start}`,
    label: indicator ? t(indicator.label) : labelOf(newest),
    scope,
    ...(indicator ? { indicator } : {}),
    points,
  };
}

/** A name for a series that the catalogue does not have: the counted thing, as written last. */
const labelOf = ({ claim, block, place }: LocatedClaim): string => {
  const words = block.view
    .slice(claim.number.end, claim.end)
    .replace(/[\s\uFEFF]+/g, ' ')
    .trim();
  return `${words || claim.unit} (${place})`;
};

function orderOf(series: Series, draft: Reading): number {
  const own = series.points.find(point => point.reading === draft);
  return own ? own.span.start : Number.POSITIVE_INFINITY;
}
