import type { Shard } from './shard.ts';
import { kindOf } from './spelling.ts';
import { foldWord, titleWords } from './titles.ts';

/** Where a title stands. */
export interface TitleHit {
  readonly shard: Shard;
  readonly line: number;
  /** From 0 to 1: the share of weight that query and title have in common. */
  readonly score: number;
}

/** Texts that people name by their title; an amendment is named by its number. */
const NAMED = new Set(['recommendation', 'supplement', 'report', 'resolution']);

/** A word that begins more words of titles than this is not completed: every one of them would be a guess. */
const MAX_COMPLETIONS = 200;

/** No title has more; of a longer text only so many are looked up. */
const MAX_WORDS = 40;

/** The words of all titles, and which titles have them. Grows by a shard at a time. */
export class TitleIndex {
  private readonly shards: Shard[] = [];
  private readonly owner: number[] = [];
  private readonly line: number[] = [];
  private readonly postings = new Map<string, number[]>();
  private sorted: string[] | undefined;
  private weights: Float32Array | undefined;

  /** Titles share their words: each is folded once. */
  private readonly folded = new Map<string, string>();
  private readonly fold = (word: string): string => {
    let known = this.folded.get(word);
    if (known === undefined) {
      known = foldWord(word);
      this.folded.set(word, known);
    }
    return known;
  };

  has(shard: Shard): boolean {
    return this.shards.includes(shard);
  }

  add(shard: Shard): void {
    const owner = this.shards.push(shard) - 1;
    for (let line = 0; line < shard.size; line++) {
      // Parts begin with what they are parts of and a space, and are named by that.
      const id = shard.idAt(line);
      if (id.includes(' ') && !NAMED.has(kindOf(id, shard.header.sector))) continue;
      for (const title of shard.titlesAt(line))
        this.addTitle(owner, line, new Set(titleWords(title, this.fold)));
    }
    this.sorted = undefined;
    this.weights = undefined;
  }

  private addTitle(owner: number, line: number, words: ReadonlySet<string>): void {
    const title = this.owner.push(owner) - 1;
    this.line.push(line);
    for (const word of words) {
      const list = this.postings.get(word);
      if (list) list.push(title);
      else this.postings.set(word, [title]);
    }
  }

  /** The texts whose titles share most with `text`, the best first; its last word may be unfinished. */
  search(text: string, limit: number): readonly TitleHit[] {
    const words = [...new Set(titleWords(text))].slice(0, MAX_WORDS);
    const weights = this.titleWeights();
    const scores = new Float32Array(this.owner.length);
    const touched: number[] = [];
    let total = 0;
    words.forEach((word, index) => {
      const found = this.postings.get(word);
      const unfinished = index === words.length - 1 && !/\s$/.test(text);
      const completions = unfinished ? this.beginningWith(word) : [];
      total += found
        ? this.weightOf(found)
        : completions.length
          ? this.weightOf(this.postings.get(completions[0])!)
          : 10;
      const seen = new Set<number>();
      const credit = (titles: readonly number[], weight: number) => {
        for (const title of titles) {
          if (seen.has(title)) continue;
          if (unfinished) seen.add(title);
          if (scores[title] === 0) touched.push(title);
          scores[title] += weight;
        }
      };
      if (found) credit(found, this.weightOf(found));
      for (const other of completions) {
        const titles = this.postings.get(other)!;
        credit(titles, this.weightOf(titles) * 0.8);
      }
    });
    const hits = touched.map(title => ({
      title,
      score: Math.min(1, (2 * scores[title]) / (total + weights[title])),
    }));
    hits.sort((a, b) => b.score - a.score || a.title - b.title);
    const found = new Map<string, TitleHit>();
    for (const { title, score } of hits) {
      if (found.size >= limit) break;
      const [owner, line] = [this.owner[title], this.line[title]];
      const text = `${owner} ${line}`;
      if (!found.has(text)) found.set(text, { shard: this.shards[owner], line, score });
    }
    return [...found.values()];
  }

  /** Rare words say more. */
  private weightOf(titles: readonly number[]): number {
    return Math.log(1 + this.owner.length / titles.length);
  }

  private titleWeights(): Float32Array {
    if (this.weights) return this.weights;
    this.weights = new Float32Array(this.owner.length);
    for (const titles of this.postings.values()) {
      const weight = this.weightOf(titles);
      for (const title of titles) this.weights[title] += weight;
    }
    return this.weights;
  }

  /** The longer words that begin with `prefix`. */
  private beginningWith(prefix: string): string[] {
    if (prefix.length < 2) return [];
    this.sorted ??= [...this.postings.keys()].sort();
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < prefix) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (; low < this.sorted.length && this.sorted[low].startsWith(prefix); low++) {
      if (this.sorted[low] !== prefix) found.push(this.sorted[low]);
      if (found.length > MAX_COMPLETIONS) return [];
    }
    return found;
  }
}
