import { editDistance } from './distance.ts';
import type { Shard } from './shard.ts';

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
 */
export function nearestIn(shards: Iterable<Shard>, id: string, limit: number): Near[] {
  const wanted = split(id);
  if (!wanted) return [];
  const found: (Near & { readonly distance: number; readonly apart: number })[] = [];
  for (const shard of shards) {
    const sameSeries = shard.header.series === wanted.series;
    for (let line = 0; line < shard.size; line++) {
      const candidate = shard.idAt(line);
      // Parts and Supplements have a space or a word in their names; nobody means them by a mistyped number.
      if (candidate.includes(' ') || candidate.includes('Suppl')) continue;
      if (!sameSeries && !candidate.includes(wanted.number)) continue;
      for (const part of candidate.split('/')) {
        const other = split(part);
        if (!other || (other.series === wanted.series) !== sameSeries) continue;
        const distance = sameSeries ? editDistance(wanted.number, other.number, LIMIT) : LIMIT;
        if (distance > LIMIT || (!sameSeries && other.number !== wanted.number)) continue;
        const apart = Math.abs(Number.parseFloat(wanted.number) - Number.parseFloat(other.number)) || 0;
        found.push({ shard, line, distance: sameSeries ? distance : LIMIT + 1, apart });
        break;
      }
    }
  }
  found.sort((a, b) => a.distance - b.distance || a.apart - b.apart);
  return found.slice(0, limit).map(({ shard, line }) => ({ shard, line }));
}

function split(id: string): { readonly series: string; readonly number: string } | undefined {
  const parts = /^([A-Z]{1,3})\.(\d\S{0,20})$/.exec(id);
  return parts ? { series: parts[1], number: parts[2] } : undefined;
}
