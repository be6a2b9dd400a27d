import { perBlockAnd } from '../reading/per-block.ts';
import type { ReadBlock, Reading } from '../reading/reading.ts';
import type { Role } from '../report/model.ts';
import type { Indicator, IndicatorSet } from './indicators.ts';
import { kinOf, type LocatedClaim, type ReportFigures, reportFigures } from './located.ts';
import { likeness, type Wordprint, wordprintOf } from './similarity.ts';

/** From here on two sentences are taken to give the same figure. */
const SAME = 0.5;
/** From here on the drafter is asked. */
const PERHAPS = 0.36;

/** A claim of an earlier report whose sentence is like that of a claim at hand. */
interface Likely {
  /** Which of the earlier reports has it. */
  readonly report: number;
  readonly earlier: LocatedClaim;
  /** From PERHAPS to 1. */
  readonly likeness: number;
}

/** What a claim of a block has in common with the earlier reports. */
interface Shared {
  /** Which claim of the block. */
  readonly index: number;
  readonly kin: string;
  readonly likely: readonly Likely[];
}

/** A claim of the draft that may go on with an earlier figure. */
export interface Open {
  readonly block: ReadBlock;
  readonly shared: Shared;
}

/** What an open claim goes on with. */
export interface Links {
  /** At most one claim of each earlier report, oldest first, each a group of its own. */
  readonly before: readonly (readonly LocatedClaim[])[];
  /** One that is too faintly alike to be called the same, where there is no other. */
  readonly maybe: Likely | undefined;
}

/** The section's role among the earlier reports: the key under which a block keeps what it shares with them. */
interface RoleInPast {
  readonly role: Role;
  readonly past: Past;
}

type Choose = (claims: readonly LocatedClaim[], indicator: Indicator) => LocatedClaim[];

/**
 * The figures of the earlier reports. What does not depend on the draft is worked out once for all its versions, and
 * what depends on it is worked out again for those claims alone that can take one from each other.
 */
export class Past {
  readonly reports: readonly ReportFigures[];
  private readonly choose: Choose;
  private readonly groups = new Map<string, readonly (readonly LocatedClaim[])[]>();
  private readonly roles = new Map<Role, RoleInPast>();
  /** For each kin, the open claims of the last version and what they were linked to. */
  private readonly linked = new Map<
    string,
    { readonly open: readonly Open[]; readonly links: readonly Links[] }
  >();

  /** @param choose picks the claims of one report that stand for an indicator */
  constructor(archive: readonly Reading[], set: IndicatorSet, choose: Choose) {
    this.reports = archive.map(reading => reportFigures(reading, set));
    this.choose = choose;
  }

  /** The claims of an indicator, report by report: of those that have any; the same list whenever it is asked for. */
  groupsOf(indicator: Indicator): readonly (readonly LocatedClaim[])[] {
    let groups = this.groups.get(indicator.id);
    if (!groups) {
      groups = this.reports.flatMap(({ byIndicator }) => {
        const claims = byIndicator.get(indicator.id);
        return claims ? [this.choose(claims, indicator)] : [];
      });
      this.groups.set(indicator.id, groups);
    }
    return groups;
  }

  /** The claims of a block that are like some of the earlier reports. */
  sharedWith(block: ReadBlock): readonly Shared[] {
    const { role } = block.block;
    let given = this.roles.get(role);
    if (!given) this.roles.set(role, (given = { role, past: this }));
    return sharedWithPast(block, given);
  }

  /** Links the open claims of one kin, in the order of the text, report by report, the most alike first. */
  link(kin: string, open: readonly Open[]): readonly Links[] {
    const known = this.linked.get(kin);
    if (known && isSameList(known.open, open)) return known.links;
    const links = linksOf(open, this.reports.length);
    this.linked.set(kin, { open, links });
    return links;
  }
}

const isSameList = (a: readonly Open[], b: readonly Open[]): boolean =>
  a.length === b.length && a.every(({ shared }, i) => shared === b[i].shared);

const sharedWithPast = perBlockAnd((block, { role, past }: RoleInPast): readonly Shared[] =>
  block.claims.flatMap((claim, index) => {
    const kin = `${role} ${kinOf(claim)}`;
    let print: Wordprint | undefined;
    const likely = past.reports.flatMap(({ byKin }, report) =>
      (byKin.get(kin) ?? []).flatMap((earlier): Likely[] => {
        print ??= wordprintOf(block.view, claim);
        const alike = likeness(print, printOf(earlier), PERHAPS);
        return alike >= PERHAPS ? [{ report, earlier, likeness: alike }] : [];
      }),
    );
    return likely.length > 0 ? [{ index, kin, likely }] : [];
  }),
);

/** No earlier claim is linked twice, nor two of one report to the same claim. */
function linksOf(open: readonly Open[], reports: number): readonly Links[] {
  const pairs: { at: number; likely: Likely }[][] = Array.from({ length: reports }, () => []);
  open.forEach(({ shared }, at) => {
    for (const likely of shared.likely) pairs[likely.report].push({ at, likely });
  });
  const links: { before: LocatedClaim[][]; maybe: Likely | undefined }[] = open.map(() => ({
    before: [],
    maybe: undefined,
  }));
  for (const list of pairs) {
    list.sort((a, b) => b.likely.likeness - a.likely.likeness);
    const used = new Set<unknown>();
    for (const { at, likely } of list) {
      if (used.has(at) || used.has(likely.earlier)) continue;
      used.add(at).add(likely.earlier);
      if (likely.likeness < SAME) links[at].maybe = likely;
      else links[at].before.push([likely.earlier]);
    }
  }
  return links;
}

export const printOf = ({ block, claim }: LocatedClaim): Wordprint => wordprintOf(block.view, claim);
