/** The pause before the first start, in milliseconds; each further one is twice as long. */
const FIRST_PAUSE = 1000;
/** So many starts in a row; who ends more often will end again. */
const MOST = 5;
/** After so long a calm, in milliseconds, an end has nothing to do with the one before. */
const CALM = 5 * 60_000;

/** When a server that has ended by itself is started again: after a pause that grows, and not for ever. */
export class Restarts {
  #ends: number[] = [];
  #count = 0;

  /** How often the server has ended by itself. */
  get count(): number {
    return this.#count;
  }

  /**
   * Notes that the server has ended.
   *
   * @param now in milliseconds
   * @returns how long to wait until it is started again, in milliseconds; null where it is not
   */
  next(now: number): number | null {
    this.#count++;
    this.#ends = [...this.#ends.filter(end => now - end < CALM), now];
    return this.#ends.length > MOST ? null : FIRST_PAUSE * 2 ** (this.#ends.length - 1);
  }

  /** Begins anew: somebody has started the server by hand. */
  forgive(): void {
    this.#ends = [];
  }
}
