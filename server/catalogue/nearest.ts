import { editDistance } from './distance.ts';
import { numberOf, type Shard } from './shard.ts';

/** A text that a mistyped number may have meant. */
export interface Near {
  readonly shard: Shard;
  readonly line: number;
}

/** How many digits may differ. */
const LIMIT = 2;

/**
 * The texts with the nearest numbers: first those of the same series by the fewest changed digits, of those the
 * nearest in counting; then the same number in other series (a wrong letter). `shards` are searched in their order.
 * Parts and Supplements are left out: nobody means them by a mistyped number.
 */
export function nearestIn(shards: Iterable<Shard>, id: string, limit: number): Near[] {
  const wanted = numberOf(id);
  if (!wanted) return [];
  const { series, number } = wanted;
  const found: (Near & { readonly distance: number; readonly apart: number })[] = [];
  for (const shard of shards) {
    const isSameSeries = shard.header.series === series;
    let last = -1;
    for (const other of shard.numbers) {
      // A dual number is found once.
      if ((other.series === series) !== isSameSeries || other.line === last) continue;
      if (!isSameSeries && other.number !== number) continue;
      const distance = isSameSeries ? editDistance(number, other.number, LIMIT) : LIMIT + 1;
      if (isSameSeries && distance > LIMIT) continue;
      const apart = Math.abs(Number.parseFloat(number) - Number.parseFloat(other.number)) || 0;
      found.push({ shard, line: other.line, distance, apart });
      last = other.line;
    }
  }
  found.sort((a, b) => a.distance - b.distance || a.apart - b.apart);
  return found.slice(0, limit).map(({ shard, line }) => ({ shard, line }));
}
