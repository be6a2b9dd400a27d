import { firstIndex } from '../text/search.ts';
import type { BlockReading, ReadBlock, Reading } from './reading.ts';

/** What a block has of names, and of the words that matter only beside a name that looks the same. */
export interface Parts {
  readonly names: readonly Name[];
  /** The sums (see text/compounds.ts) of the other words, sorted. */
  readonly others: Uint32Array;
}

/** A name as it stands in one place. */
export interface Name {
  /** The same for every way of writing it. */
  readonly key: string;
  /** The sum of the key. */
  readonly sum: number;
  /** The way in which it is written. */
  readonly form: string;
}

/** Names that may stand in a report in more than one form: their keys, and the sums of these. */
export interface Suspects {
  readonly keys: ReadonlySet<string>;
  readonly sums: ReadonlySet<number>;
}

/**
 * Finds the names of reports that may stand in more than one form. A version of a document is held against the
 * version before, so that a keystroke costs the blocks that came and went, and not the report.
 */
export function suspects(partsOf: (block: BlockReading) => Parts): (reading: Reading) => Suspects {
  const ledgers = new WeakMap<object, Ledger>();
  return ({ document, blocks }) => {
    let ledger = ledgers.get(document);
    if (!ledger) ledgers.set(document, (ledger = new Ledger(partsOf)));
    return ledger.suspectsAmong(blocks);
  };
}

interface Known {
  readonly sum: number;
  /** How often it stands in each form. */
  readonly forms: Map<string, number>;
}

/** As many sums are looked for in each block one by one: it takes less than a look at all of its words. */
const FEW = 16;

/** What was counted for the last version of one document. */
class Ledger {
  private readonly partsOf: (block: BlockReading) => Parts;
  private blocks: readonly BlockReading[] = [];
  private readonly names = new Map<string, Known>();
  /** For the sum of each name, in how many blocks it is among the other words. */
  private readonly beside = new Map<number, number>();

  constructor(partsOf: (block: BlockReading) => Parts) {
    this.partsOf = partsOf;
  }

  suspectsAmong(blocks: readonly ReadBlock[]): Suspects {
    this.turnTo(blocks);
    const keys = new Set<string>();
    const sums = new Set<number>();
    for (const [key, { sum, forms }] of this.names) {
      if (forms.size < 2 && !this.beside.get(sum)) continue;
      keys.add(key);
      sums.add(sum);
    }
    return { keys, sums };
  }

  private turnTo(blocks: readonly ReadBlock[]): void {
    const { gone, come } = changes(this.blocks, blocks);
    if (gone.length + come.length === 0) return;
    this.blocks = blocks.map(({ remembered }) => remembered);
    for (const [sum, count] of this.beside) this.count(sum, come, 1, this.count(sum, gone, -1, count));
    for (const block of come) for (const name of this.partsOf(block).names) this.add(name, 1);
    for (const block of gone) for (const name of this.partsOf(block).names) this.add(name, -1);
    const wanted = new Set<number>();
    for (const { sum } of this.names.values()) wanted.add(sum);
    for (const sum of this.beside.keys()) if (!wanted.has(sum)) this.beside.delete(sum);
    this.countAnew([...wanted].filter(sum => !this.beside.has(sum)));
  }

  /** Counts the blocks among whose other words a sum is. */
  private count(sum: number, blocks: readonly BlockReading[], by: 1 | -1, from: number): number {
    let count = from;
    for (const block of blocks) {
      const { others } = this.partsOf(block);
      if (others[firstIndex(others.length, i => others[i] >= sum)] === sum) count += by;
    }
    this.beside.set(sum, count);
    return count;
  }

  /** The same in all blocks for sums that nobody asked for so far: many of them in one pass over all words. */
  private countAnew(sums: readonly number[]): void {
    if (sums.length <= FEW) {
      for (const sum of sums) this.count(sum, this.blocks, 1, 0);
      return;
    }
    const { beside } = this;
    for (const sum of sums) beside.set(sum, 0);
    const asked = new Set(sums);
    for (const block of this.blocks) {
      let last = -1;
      for (const sum of this.partsOf(block).others) {
        if (sum !== last && asked.has(sum)) beside.set(sum, (beside.get(sum) ?? 0) + 1);
        last = sum;
      }
    }
  }

  private add({ key, sum, form }: Name, by: 1 | -1): void {
    let known = this.names.get(key);
    if (!known) this.names.set(key, (known = { sum, forms: new Map() }));
    const { forms } = known;
    const count = (forms.get(form) ?? 0) + by;
    if (count > 0) forms.set(form, count);
    else forms.delete(form);
    if (forms.size === 0) this.names.delete(key);
  }
}

/** Which blocks went and which came from one version of a document to the next. */
function changes(
  before: readonly BlockReading[],
  now: readonly ReadBlock[],
): { readonly gone: readonly BlockReading[]; readonly come: readonly BlockReading[] } {
  const isSame = (a: number, b: number): boolean => before[a] === now[b].remembered;
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && isSame(start, start)) start++;
  let end = 0;
  while (end < shorter - start && isSame(before.length - 1 - end, now.length - 1 - end)) end++;
  return {
    gone: before.slice(start, before.length - end),
    come: now.slice(start, now.length - end).map(({ remembered }) => remembered),
  };
}
