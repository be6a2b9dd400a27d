import type { Claim } from './claim.ts';
import { singularOf } from './patterns.ts';
import { ENDS_PHRASE } from './words.ts';

/** The words around a claim, digits left out, ready to be compared: hashes in rising order, without repeats. */
export interface Wordprint {
  /** Every word that carries meaning, stemmed. */
  readonly words: Uint32Array;
  /** Names and acronyms: what tells two sentences of one pattern apart. */
  readonly names: Uint32Array;
  /** One bit for each name: names without a common bit have nothing in common, which is quick to see. */
  readonly nameBits: number;
}

/** How far around the number words are taken, in code units. */
const REACH = 220;

const WORD = /[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f\d'-]*/g;
const MONTHS = new Set(
  'january february march april may june july august september october november december'.split(' '),
);
/** Names that stand in every other sentence of these reports and tell nothing apart. */
const EVERYWHERE = new Set(
  'itu cybersecurity member state itu-t itu-d bdt council secretary-general'.split(' '),
);

const prints = new WeakMap<Claim, Wordprint>();

/** The words of a claim's sentence around the claim; `view` is that of the claim's block. Found once for a claim. */
export function wordprintOf(view: string, claim: Claim): Wordprint {
  let print = prints.get(claim);
  if (!print) {
    print = takePrint(view, claim);
    prints.set(claim, print);
  }
  return print;
}

function takePrint(view: string, claim: Claim): Wordprint {
  const start = Math.max(claim.sentence.start, claim.start - REACH);
  const text = view.slice(start, Math.min(claim.sentence.end, claim.end + REACH));
  const words = new Set<number>();
  const names = new Set<number>();
  let opening = start === claim.sentence.start;
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
    const word = found[0];
    const lower = word.toLowerCase();
    const first = opening;
    opening = false;
    if (lower.length < 2 || ENDS_PHRASE.has(lower) || MONTHS.has(lower)) continue;
    const stem = hash(stemOf(lower));
    words.add(stem);
    if (word !== lower && (!first || /[A-Z]/.test(word.slice(1))) && !EVERYWHERE.has(singularOf(lower)))
      names.add(stem);
  }
  let nameBits = 0;
  for (const name of names) nameBits |= 1 << (name & 31);
  return { words: sorted(words), names: sorted(names), nameBits };
}

const sorted = (hashes: ReadonlySet<number>): Uint32Array => Uint32Array.from(hashes).sort();

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Cuts endings that differ between two years' wordings: `conducted`, `conducts`, `conducting`. */
function stemOf(lower: string): string {
  const singular = singularOf(lower);
  for (const ending of ['ing', 'ed', 'e']) {
    if (singular.endsWith(ending)) return singular.slice(0, -ending.length);
  }
  return singular;
}

/**
 * How alike two sentences are, 0 to 1: the cosine of their words, lowered where both carry names and share few.
 * Sentences with names that share none speak of two things: 0.
 */
export function likeness(a: Wordprint, b: Wordprint): number {
  const fewest = Math.min(a.names.length, b.names.length);
  if (fewest > 0 && (a.nameBits & b.nameBits) === 0) return 0;
  const names = fewest === 0 ? 1 : shared(a.names, b.names) / fewest;
  if (names === 0 || a.words.length === 0 || b.words.length === 0) return 0;
  const cosine = shared(a.words, b.words) / Math.sqrt(a.words.length * b.words.length);
  return cosine * (0.5 + 0.5 * Math.min(1, names * 1.5));
}

/** How many numbers two rising lists share. */
function shared(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      count++;
      i++;
      j++;
    } else if (a[i] < b[j]) i++;
    else j++;
  }
  return count;
}
