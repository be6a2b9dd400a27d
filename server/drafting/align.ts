import type { Reading } from '../reading/reading.ts';
import { type Unit, unitsOf } from './units.ts';

export type ParagraphState = 'new' | 'edited' | 'carried-over' | 'dropped';

/** A paragraph of the draft beside the one that it came from. */
export interface Pair {
  readonly state: ParagraphState;
  /** Null for a paragraph that was dropped. */
  readonly draft: Unit | null;
  /** Null for a new one. */
  readonly earlier: Unit | null;
  /** Another section, or another order within its own. */
  readonly moved: boolean;
  /** Share of word pairs that both have, 0 to 1. */
  readonly likeness: number;
}

/** From here on two paragraphs of one section are the same paragraph, edited; of two sections, moved. */
const SAME_SECTION = 0.3;
const OTHER_SECTION = 0.45;
/** With the same number in the same section, so much is enough. */
const SAME_NUMBER = 0.12;
/** How much a section and a number weigh beside the words, where several paragraphs are alike. */
const SECTION_BONUS = 0.15;
const NUMBER_BONUS = 0.05;
/** Word pairs that stand in more paragraphs than this tell none of them apart. */
const MOST_PLACES = 24;
/** So many of the likeliest are looked at for each paragraph. */
const MOST_CANDIDATES = 12;

interface Candidate {
  readonly draft: number;
  readonly earlier: number;
  readonly likeness: number;
  readonly rank: number;
}

/**
 * Lays the paragraphs of a draft beside those of an earlier report: by section, by number, by the likeness of their
 * words with numbers masked. Every paragraph of both is in the answer once, in the draft's order; what was dropped
 * stands behind what it followed.
 */
export function alignParagraphs(draft: Reading, earlier: Reading): Pair[] {
  const now = unitsOf(draft);
  const before = unitsOf(earlier);
  const partner = new Map<number, Candidate>();
  const taken = new Set<number>();
  for (const candidate of candidatesOf(now, before)) {
    if (partner.has(candidate.draft) || taken.has(candidate.earlier)) continue;
    partner.set(candidate.draft, candidate);
    taken.add(candidate.earlier);
  }
  const kept = inSequence([...partner.values()].sort((a, b) => a.draft - b.draft));
  const pairs = now.map((unit, i): Pair => {
    const found = partner.get(i);
    if (!found) return { state: 'new', draft: unit, earlier: null, moved: false, likeness: 0 };
    const old = before[found.earlier];
    return {
      state: unit.key === old.key ? 'carried-over' : 'edited',
      draft: unit,
      earlier: old,
      moved: unit.role !== old.role || !kept.has(found),
      likeness: found.likeness,
    };
  });
  return withDropped(pairs, before, taken);
}

/** Every pair that may be one paragraph, the likeliest first. */
function candidatesOf(now: readonly Unit[], before: readonly Unit[]): Candidate[] {
  const places = new Map<number, number[]>();
  before.forEach((unit, i) => {
    for (const pair of unit.pairs) {
      const list = places.get(pair);
      if (!list) places.set(pair, [i]);
      else if (list.length <= MOST_PLACES) list.push(i);
    }
  });
  const found: Candidate[] = [];
  now.forEach((unit, draft) => {
    for (const [earlier, shared] of sharedWith(unit, places)) {
      const old = before[earlier];
      const likeness = unit.key === old.key ? 1 : (2 * shared) / (unit.pairs.size + old.pairs.size || 1);
      const together = unit.role === old.role;
      const numbered = together && unit.position !== null && unit.position === old.position;
      const least = numbered ? SAME_NUMBER : together ? SAME_SECTION : OTHER_SECTION;
      if (likeness < least) continue;
      const rank = likeness + (together ? SECTION_BONUS : 0) + (numbered ? NUMBER_BONUS : 0);
      found.push({ draft, earlier, likeness, rank });
    }
  });
  return found.sort((a, b) => b.rank - a.rank || a.draft - b.draft || a.earlier - b.earlier);
}

/** The earlier paragraphs that share most word pairs with one of the draft, with how many. */
function sharedWith(unit: Unit, places: ReadonlyMap<number, readonly number[]>): [number, number][] {
  const counts = new Map<number, number>();
  for (const pair of unit.pairs) {
    const list = places.get(pair);
    if (!list || list.length > MOST_PLACES) continue;
    for (const earlier of list) counts.set(earlier, (counts.get(earlier) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_CANDIDATES);
}

/** The longest row of pairs, in the draft's order, that stands in the same order in both: the rest was moved. */
function inSequence(pairs: readonly Candidate[]): ReadonlySet<Candidate> {
  const ends: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(({ earlier }, i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]].earlier < earlier) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[i] = ends[low - 1];
    ends[low] = i;
  });
  const kept = new Set<Candidate>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i]) kept.add(pairs[i]);
  return kept;
}

/** Puts each dropped paragraph behind the one that it followed in the earlier report. */
function withDropped(pairs: readonly Pair[], before: readonly Unit[], taken: ReadonlySet<number>): Pair[] {
  const rowOf = new Map(pairs.flatMap((pair, row) => (pair.earlier ? [[pair.earlier, row] as const] : [])));
  const firstOf = new Map<Unit['role'], number>();
  pairs.forEach(({ draft }, i) => {
    if (draft && !firstOf.has(draft.role)) firstOf.set(draft.role, i);
  });
  const behind = new Map<number, Pair[]>();
  let row = -1;
  let role: Unit['role'] | null = null;
  before.forEach((unit, i) => {
    if (unit.role !== role) {
      // A section begins where the draft has it, whatever stood before it.
      const first = firstOf.get(unit.role);
      if (first !== undefined) row = first - 1;
      role = unit.role;
    }
    if (taken.has(i)) {
      const own = rowOf.get(unit);
      if (own !== undefined && pairs[own].draft?.role === unit.role) row = own;
      return;
    }
    const pair: Pair = { state: 'dropped', draft: null, earlier: unit, moved: false, likeness: 0 };
    const list = behind.get(row);
    if (list) list.push(pair);
    else behind.set(row, [pair]);
  });
  return [...(behind.get(-1) ?? []), ...pairs.flatMap((pair, i) => [pair, ...(behind.get(i) ?? [])])];
}
