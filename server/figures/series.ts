import { t } from '../messages/translate.ts';
import type { Reading } from '../reading/reading.ts';
import type { Scope } from './claim.ts';
import type { Indicator, IndicatorSet } from './indicators.ts';
import { type LocatedClaim, type ReportFigures, reportFigures } from './located.ts';
import { type Links, type Open, Past, printOf } from './past.ts';
import { likeness } from './similarity.ts';
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
  /** The points of the earlier reports alone, and those of the draft. */
  readonly before: readonly Point[];
  readonly own: readonly Point[];
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
  /** The series that a figure of the draft belongs to. */
  readonly seriesOf: (claim: Pick<LocatedClaim, 'claim'>) => Series | undefined;
}

const pasts = new WeakMap<readonly Reading[], { readonly set: IndicatorSet; readonly past: Past }>();

/** What the reports of an archive have, once for as long as it is the same archive. */
function pastOf(archive: readonly Reading[], set: IndicatorSet): Past {
  let known = pasts.get(archive);
  if (known?.set !== set) pasts.set(archive, (known = { set, past: new Past(archive, set, chosen) }));
  return known.past;
}

/**
 * Follows the figures of a draft through the earlier reports: by the indicators first, then by the likeness of
 * their sentences with digits left out, within one section and one thing counted.
 *
 * @param archive earlier reports, oldest first; what depends on them alone is found once for one list
 */
export function linkSeries(draft: Reading, archive: readonly Reading[], set: IndicatorSet): Figures {
  const now = reportFigures(draft, set);
  const past = pastOf(archive, set);
  const strands: Strand[] = [];
  const taken = new Set<LocatedClaim>();
  for (const indicator of set.all) {
    const claims = now.byIndicator.get(indicator.id);
    const before = past.groupsOf(indicator);
    const own = claims ? chosen(claims, indicator) : [];
    if (own.length === 0 && before.length === 0) continue;
    strands.push({ indicator, scope: indicator.scope, before, own });
    for (const claim of own) taken.add(claim);
  }
  const proposals: Proposal[] = [];
  for (const { claim, before, maybe } of linkedByLikeness(draft, now, past, taken)) {
    // A sentence whose counterpart the catalogue knows joins the counterpart's series.
    const known = before.find(([link]) => link.match)?.[0].match?.indicator;
    strands.push({
      scope: known?.scope ?? scopeOf(claim),
      before,
      own: [claim],
      ...(known ? { indicator: known } : {}),
    });
    if (maybe && before.length === 0)
      proposals.push({ claim, earlier: maybe.earlier, likeness: maybe.likeness });
  }
  const series = merged(strands)
    .map(seriesFrom)
    .sort((a, b) => orderOf(a) - orderOf(b));
  let byClaim: Map<LocatedClaim['claim'], Series> | undefined;
  return {
    get claims() {
      return now.claims;
    },
    series,
    proposals,
    seriesOf: ({ claim }) => {
      byClaim ??= new Map(series.flatMap(one => one.own.map(point => [point.claim, one] as const)));
      return byClaim.get(claim);
    },
  };
}

/** A series in the making: the claims that belong to it. */
interface Strand {
  readonly indicator?: Indicator;
  readonly scope: Scope;
  /** Of each earlier report that has any, the one that stands for the report first. */
  readonly before: readonly (readonly LocatedClaim[])[];
  /** Of the draft, likewise. */
  readonly own: readonly LocatedClaim[];
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

/** A claim that the catalogue left over, with what it goes on with. */
interface Linked extends Links {
  readonly claim: LocatedClaim;
}

/** Links what the catalogue left over, in the order of the text. */
function linkedByLikeness(
  draft: Reading,
  now: ReportFigures,
  past: Past,
  taken: ReadonlySet<LocatedClaim>,
): Linked[] {
  if (past.reports.length === 0) return [];
  const byKin = new Map<string, Open[]>();
  for (const block of draft.blocks) {
    if (block.claims.length === 0) continue;
    for (const shared of past.sharedWith(block)) {
      // Only what the catalogue knows can have been taken.
      if (now.isMatched(block, shared.index) && taken.has(now.at(block, shared.index))) continue;
      const open = byKin.get(shared.kin);
      if (open) open.push({ block, shared });
      else byKin.set(shared.kin, [{ block, shared }]);
    }
  }
  const found: Linked[] = [];
  for (const [kin, open] of byKin) {
    const links = past.link(kin, open);
    open.forEach(({ block, shared }, i) => {
      const { before, maybe } = links[i];
      if (before.length > 0 || maybe) found.push({ claim: now.at(block, shared.index), before, maybe });
    });
  }
  return found.sort((a, b) => a.claim.span.start - b.claim.span.start);
}

/** How alike the sentences of two claims are, 0 to 1. */
export const alikeness = (a: LocatedClaim, b: LocatedClaim): number => likeness(printOf(a), printOf(b));

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
      byIndicator.set(strand.indicator.id, known ? joined(known, strand) : strand);
    }
  }
  return [...byIndicator.values(), ...rest].filter(
    ({ indicator, before, own }) => indicator || before.length + (own.length > 0 ? 1 : 0) > 1,
  );
}

function joined(a: Strand, b: Strand): Strand {
  const byReading = new Map<Reading, LocatedClaim[]>();
  for (const group of [...a.before, ...b.before]) {
    const list = byReading.get(group[0].reading) ?? [];
    for (const claim of group) if (!list.includes(claim)) list.push(claim);
    byReading.set(group[0].reading, list);
  }
  const before = [...byReading.values()].sort((x, y) => (x[0].year ?? Infinity) - (y[0].year ?? Infinity));
  return { ...a, before, own: [...a.own, ...b.own.filter(claim => !a.own.includes(claim))] };
}

const pointsBefore = new WeakMap<Strand['before'], readonly Point[]>();

/** The points of the earlier reports: found once for those of an indicator, which are one list for every version. */
function pointsOf({ before, scope }: Strand): readonly Point[] {
  let points = pointsBefore.get(before);
  if (!points) {
    let earlier: LocatedClaim | undefined;
    points = before.flatMap(group => {
      const found = pointsIn(group, scope, earlier);
      earlier = group[0];
      return found;
    });
    pointsBefore.set(before, points);
  }
  return points;
}

const pointsIn = (group: readonly LocatedClaim[], scope: Scope, earlier: LocatedClaim | undefined): Point[] =>
  group.map(claim => ({
    ...claim,
    verdict: verdictOf(claim.claim, scope, earlier?.claim),
    primary: claim === group[0],
  }));

function seriesFrom(strand: Strand): Series {
  const { indicator, scope } = strand;
  const before = pointsOf(strand);
  const own = pointsIn(strand.own, scope, strand.before.at(-1)?.[0]);
  const first = before[0] ?? own[0];
  const newest = own.at(-1) ?? before[before.length - 1];
  return {
    id: indicator?.id ?? `${first.role}-${first.place}-${first.year ?? 'draft'}-${first.claim.start}`,
    label: indicator ? t(indicator.label) : labelOf(newest),
    scope,
    ...(indicator ? { indicator } : {}),
    // A keystroke asks for those of the draft alone.
    get points() {
      return [...before, ...own];
    },
    before,
    own,
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

const orderOf = ({ own }: Series): number => own[0]?.span.start ?? Number.POSITIVE_INFINITY;
