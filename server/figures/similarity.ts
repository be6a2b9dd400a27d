import type { Claim } from './claim.ts';
import { singularOf } from './patterns.ts';
import { ENDS_PHRASE } from './words.ts';

/** The words around a claim, digits left out, ready to be compared. */
export interface Wordprint {
  /** Every word that carries meaning, stemmed; how often it stands there. */
  readonly words: ReadonlyMap<string, number>;
  /** Length of the vector. */
  readonly norm: number;
  /** Names and acronyms: what tells two sentences of one pattern apart. */
  readonly names: ReadonlySet<string>;
}

/** How far around the number words are taken, in code units. */
const REACH = 220;

const WORD = /[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f\d'-]*/g;
const MONTHS = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Takes the words of a claim's sentence around the claim. */
export function wordprintOf(view: string, claim: Claim): Wordprint {
  const start = Math.max(claim.sentence.start, claim.start - REACH);
  const text = view.slice(start, Math.min(claim.sentence.end, claim.end + REACH));
  const words = new Map<string, number>();
  const names = new Set<string>();
  let first = start === claim.sentence.start;
  for (const [word] of text.matchAll(WORD)) {
    const lower = word.toLowerCase();
    const opening = first;
    first = false;
    if (lower.length < 2 || ENDS_PHRASE.has(lower) || MONTHS.test(lower)) continue;
    const stem = stemOf(lower);
    words.set(stem, (words.get(stem) ?? 0) + 1);
    if (/^[A-Z]/.test(word) && (!opening || /[A-Z]/.test(word.slice(1))) && !EVERYWHERE.has(stem)) names.add(stem);
  }
  let square = 0;
  for (const count of words.values()) square += count * count;
  return { words, norm: Math.sqrt(square), names };
}

/** Names that stand in every other sentence of these reports and tell nothing apart. */
const EVERYWHERE = new Set(['itu', 'cybersecurity', 'member', 'state', 'itu-t', 'itu-d', 'bdt', 'council', 'secretary-general']);

/** Cuts endings that differ between two years' wordings: `conducted`, `conducts`, `conducting`. */
const stemOf = (lower: string): string => singularOf(lower).replace(/(?:ing|ed|e|s)$/, '');

/** How alike two sentences are, 0 to 1: the cosine of their words, lowered where both carry names and share few. */
export function likeness(a: Wordprint, b: Wordprint): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  const [small, large] = a.words.size <= b.words.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [word, count] of small.words) dot += count * (large.words.get(word) ?? 0);
  const cosine = dot / (a.norm * b.norm);
  if (a.names.size === 0 || b.names.size === 0) return cosine;
  let shared = 0;
  for (const name of a.names) if (b.names.has(name)) shared++;
  const overlap = shared / Math.min(a.names.size, b.names.size);
  return cosine * (0.5 + 0.5 * Math.min(1, overlap * 1.5));
}
