import type { Scan } from './scan.ts';

/**
 * Tries to read something that begins at `at`, the start of a word, and tells where the scan goes on; 0 where
 * nothing of its kind begins there.
 */
export type Recogniser = (scan: Scan, at: number) => number;

/** Recognisers with the beginnings of words (two characters or more) at which each is worth trying. */
export type Entrance = readonly [heads: readonly string[], recogniser: Recogniser];

interface Guarded {
  /** The third character that the word must have; 0 where any will do. */
  readonly third: number;
  readonly run: Recogniser;
}

/**
 * The gate of the scan: from the first two characters of a word to the recognisers to try, in the order in which
 * they were given. Nearly every word of prose is turned away here by one look into a table.
 */
export class Gate {
  readonly #cells = new Uint16Array(128 * 128);
  readonly #chains: Guarded[][] = [[]];

  constructor(entrances: readonly Entrance[]) {
    const byHead = new Map<string, Guarded[]>();
    for (const [heads, run] of entrances) {
      for (const head of heads) {
        const third = head.length > 2 ? head.charCodeAt(2) : 0;
        const chain = byHead.get(head.slice(0, 2)) ?? [];
        chain.push({ third, run });
        byHead.set(head.slice(0, 2), chain);
      }
    }
    for (const [head, chain] of byHead) {
      const same = this.#chains.findIndex(
        other =>
          other.length === chain.length &&
          other.every((g, i) => g.run === chain[i].run && g.third === chain[i].third),
      );
      const index = same < 0 ? this.#chains.push(chain) - 1 : same;
      this.#cells[(head.charCodeAt(0) << 7) | head.charCodeAt(1)] = index;
    }
  }

  /** Tries the recognisers for the word at `at`; 0 where none takes it. */
  enter(scan: Scan, at: number): number {
    const first = scan.text.charCodeAt(at);
    const second = scan.text.charCodeAt(at + 1);
    if (!(first < 128 && second < 128)) return 0;
    const cell = this.#cells[(first << 7) | second];
    if (cell === 0) return 0;
    for (const { third, run } of this.#chains[cell]) {
      if (third !== 0 && third !== scan.text.charCodeAt(at + 2)) continue;
      const end = run(scan, at);
      if (end > at) return end;
    }
    return 0;
  }
}
