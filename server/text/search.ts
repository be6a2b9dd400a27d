import type { Span } from './span.ts';

/**
 * The first of `count` indexes for which `holds` is true; `count` where it is true of none. Found by halving: once
 * it is true of an index, it has to be true of all behind it.
 */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The spans that begin inside `outer`, of spans in the order of their starts. */
export function startingIn<T extends Span>(sorted: readonly T[], outer: Span): readonly T[] {
  const from = firstIndex(sorted.length, i => sorted[i].start >= outer.start);
  let to = from;
  while (to < sorted.length && sorted[to].start < outer.end) to++;
  return sorted.slice(from, to);
}

/** Whether a number of a sorted list is in a set: the fewer of the two are looked up. */
export function haveCommon(sorted: Uint32Array, set: ReadonlySet<number>): boolean {
  if (sorted.length < set.size) return sorted.some(sum => set.has(sum));
  for (const sum of set) if (sorted[firstIndex(sorted.length, i => sorted[i] >= sum)] === sum) return true;
  return false;
}
