import type { Claim } from './claim.ts';
import { isOtherLetter, isSign } from './other-scripts.ts';
import { ENDS_PHRASE } from './words.ts';

/** The words around a claim, digits left out, ready to be compared: hashes in rising order, each once. */
export interface Wordprint {
  /** Every word that carries meaning, stemmed. */
  readonly words: readonly number[];
  /** Names and acronyms: what tells two sentences of one pattern apart. */
  readonly names: readonly number[];
  /** One bit for each name: names without a common bit have nothing in common, which is quick to see. */
  readonly nameBits: number;
}

/** How far around the number words are taken, in code units. */
const REACH = 180;

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
/** Names that stand in every other sentence of these reports and tell nothing apart. */
const COMMON_NAMES =
  'ITU ITUs Cybersecurity Member Members State States ITU-T ITU-D BDT Council Secretary-General'.split(' ');

const isUpper = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
const isLower = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0x24f) || isOtherLetter(code);
const isLetter = (code: number): boolean => isUpper(code) || isLower(code);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** An apostrophe or a hyphen inside a word. */
const isJoint = (code: number): boolean => code === 39 || code === 45;

/** FNV-1a of the small letters of a stretch of text, 32 bits. */
function hashOf(text: string, start: number, end: number): number {
  let value = 0x811c9dc5 | 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    value = Math.imul(value ^ (code >= 65 && code <= 90 ? code + 32 : code), 0x01000193);
  }
  return value;
}

const hashes = (words: Iterable<string>): ReadonlySet<number> =>
  new Set([...words].map(word => hashOf(word, 0, word.length)));
const IGNORED = hashes([...ENDS_PHRASE, ...MONTHS]);
const UNTELLING = hashes(COMMON_NAMES);

/** Where a word's stem ends: without what differs between two years (`conducted`, `conducts`, `conducting`). */
function stemEnd(text: string, start: number, end: number): number {
  let stop = end;
  if (stop - start > 3 && /[sS]/.test(text[stop - 1])) stop--;
  for (const ending of ['ing', 'ed', 'ie', 'e', 'y']) {
    if (stop - start - ending.length >= 2 && text.endsWith(ending, stop)) return stop - ending.length;
  }
  return stop;
}

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

/** Reads code units, not substrings: a report has thousands of words, and each is looked at for one hash alone. */
function takePrint(view: string, claim: Claim): Wordprint {
  const from = Math.max(claim.sentence.start, claim.start - REACH);
  const to = Math.min(claim.sentence.end, claim.end + REACH);
  const words: number[] = [];
  const names: number[] = [];
  let nameBits = 0;
  let at = from;
  while (at < to) {
    const first = view.charCodeAt(at);
    if (isSign(first)) {
      words.push(hashOf(view, at, ++at));
      continue;
    }
    if (!isLetter(first)) {
      at++;
      continue;
    }
    const start = at;
    let capitals = 0;
    for (; at < to; at++) {
      const code = view.charCodeAt(at);
      if (isUpper(code)) capitals++;
      else if (!isLower(code) && !isDigit(code) && !isJoint(code)) break;
    }
    if (at - start < 2) continue;
    const whole = hashOf(view, start, at);
    if (IGNORED.has(whole)) continue;
    const stem = hashOf(view, start, stemEnd(view, start, at));
    words.push(stem);
    // A sentence's first word is a name only where it has more than its one capital.
    const named = isUpper(first) ? capitals > 1 || start !== claim.sentence.start : capitals > 0;
    if (!named || UNTELLING.has(whole)) continue;
    names.push(stem);
    nameBits |= 1 << (stem & 31);
  }
  return { words: risen(words), names: risen(names), nameBits };
}

/** Numbers in rising order, each once. */
function risen(numbers: number[]): number[] {
  numbers.sort((a, b) => a - b);
  return numbers.filter((number, i) => i === 0 || number !== numbers[i - 1]);
}

/**
 * How alike two sentences are, 0 to 1: the cosine of their words, lowered where both carry names and share few.
 * Sentences with names that share none speak of two things: 0.
 *
 * @param least what is less alike need not be measured and gives 0
 */
export function likeness(a: Wordprint, b: Wordprint, least = 0): number {
  const fewest = Math.min(a.names.length, b.names.length);
  if (fewest > 0 && (a.nameBits & b.nameBits) === 0) return 0;
  const names = fewest === 0 ? 1 : shared(a.names, b.names, 1) / fewest;
  if (names === 0 || a.words.length === 0 || b.words.length === 0) return 0;
  const weight = 0.5 + 0.5 * Math.min(1, names * 1.5);
  const size = Math.sqrt(a.words.length * b.words.length);
  const needed = (least * size) / weight;
  if (needed > Math.min(a.words.length, b.words.length)) return 0;
  return (shared(a.words, b.words, needed) / size) * weight;
}

/** How many numbers two rising lists share; 0 as soon as it is clear that they share fewer than `least`. */
function shared(a: readonly number[], b: readonly number[], least: number): number {
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      count++;
      i++;
      j++;
    } else {
      if (a[i] < b[j]) i++;
      else j++;
      if (count + Math.min(a.length - i, b.length - j) < least) return 0;
    }
  }
  return count;
}
