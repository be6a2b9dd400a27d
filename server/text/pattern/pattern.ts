import { Automaton } from './automaton.ts';
import { type Beginnings, beginningsOf } from './beginnings.ts';
import { knownBeginnings } from './known.ts';
import type { Places } from './places.ts';

/**
 * A text with every place where a pattern may match, found for all patterns in one pass. Worth it wherever more than
 * one or two are asked of the same text.
 */
export class ScannedText {
  readonly text: string;
  /** How many patterns there were at the time of the pass. */
  readonly patterns: number;
  /** For each listener that has places: its number, how many they are, and the places. */
  readonly places: Uint32Array;
  /** A bit for each of them. */
  private readonly present: Uint32Array;
  /** The pass that was made again, for patterns that were made since. */
  private again: ScannedText | undefined;

  constructor(text: string) {
    this.text = text;
    prepare();
    this.patterns = all.length;
    this.present = new Uint32Array((2 * all.length + 31) >> 5);
    this.places = scanned(text, this.present);
  }

  /** A pass in which a pattern was looked for: this one, or for a pattern made since one that is made once more. */
  knowing(pattern: number): ScannedText {
    if (pattern < this.patterns) return this;
    if (!this.again || pattern >= this.again.patterns) this.again = new ScannedText(this.text);
    return this.again;
  }

  /** Whether something stands in the text that was looked for. */
  has(listener: number): boolean {
    return (this.present[listener >> 5] & (1 << (listener & 31))) !== 0;
  }

  /** Where in `places` those of a listener are: the index of their count; -1 where there are none. */
  placesOf(listener: number): number {
    if (!this.has(listener)) return -1;
    const { places } = this;
    let at = 0;
    while (places[at] !== listener) at += 2 + places[at + 1];
    return at + 1;
  }
}

const NONE: readonly RegExpExecArray[] = [];

/**
 * A regular expression that is run only where it can match: at the words, numbers and signs with which its matches
 * begin, or not at all where a text lacks what all of them hold. Which these are is read from the expression itself,
 * once, when the first text is scanned. What it finds is what `matchAll` finds.
 */
export class Pattern {
  private readonly everywhere: RegExp;
  private readonly here: RegExp;
  private readonly number: number;

  /** @param beginnings what is known of its matches, where the expression itself does not tell */
  constructor(expression: RegExp, beginnings?: Beginnings) {
    const flags = expression.flags.replace(/[gy]/g, '');
    this.everywhere = new RegExp(expression.source, `${flags}g`);
    this.here = new RegExp(expression.source, `${flags}y`);
    this.number = registered(
      () => beginnings ?? knownBeginnings(this.everywhere) ?? beginningsOf(this.everywhere),
    );
    expressions.push(this.everywhere);
  }

  /** Every match, in the order of the text and apart from each other. */
  matches(scanned: ScannedText): readonly RegExpExecArray[] {
    const { text } = scanned;
    // A pattern made since has not been looked for.
    if (this.number >= scanned.patterns) return [...text.matchAll(this.everywhere)];
    const { at, holds } = all[this.number];
    if (holds && !scanned.has(heldBy(this.number))) return NONE;
    if (!at) return [...text.matchAll(this.everywhere)];
    return this.matchesAt(scanned, scanned.placesOf(begunBy(this.number)));
  }

  /** Where matches may begin, in order; for patterns of which that is known. */
  placesIn(scanned: ScannedText): Uint32Array {
    return placesOf(scanned.knowing(this.number), this.number);
  }

  /** Whether there is a match. */
  isIn(scanned: ScannedText): boolean {
    return this.matches(scanned).length > 0;
  }

  private matchesAt({ text, places }: ScannedText, index: number): readonly RegExpExecArray[] {
    if (index < 0) return NONE;
    let found: RegExpExecArray[] | undefined;
    let end = 0;
    for (let i = 1; i <= places[index]; i++) {
      const place = places[index + i];
      if (place < end) continue;
      this.here.lastIndex = place;
      const match = this.here.exec(text);
      if (!match) continue;
      end = this.here.lastIndex;
      if (found) found.push(match);
      else found = [match];
    }
    return found ?? NONE;
  }
}

/** Words, numbers and signs that somebody looks for without a pattern. */
export class Watch {
  private readonly number: number;

  constructor(places: () => Places) {
    this.number = registered(() => ({ at: places() }));
  }

  /** Whether one of them is in a text. */
  isIn(scanned: ScannedText): boolean {
    return scanned.knowing(this.number).has(begunBy(this.number));
  }

  /** Where they stand, in order. */
  placesIn(scanned: ScannedText): Uint32Array {
    return placesOf(scanned.knowing(this.number), this.number);
  }
}

function placesOf(scanned: ScannedText, number: number): Uint32Array {
  const index = scanned.placesOf(begunBy(number));
  return index < 0 ? NOWHERE : scanned.places.subarray(index + 1, index + 1 + scanned.places[index]);
}

/** Words, numbers and signs of which somebody wants to know whether one of them is there at all. */
export class Presence {
  private readonly number: number;

  constructor(places: () => Places) {
    this.number = registered(() => ({ holds: places() }));
  }

  isIn(scanned: ScannedText): boolean {
    return scanned.knowing(this.number).has(heldBy(this.number));
  }
}

const NOWHERE = new Uint32Array(0);

/** What is known of everything that is looked for, by number: a program's patterns are made as its modules load. */
const all: Beginnings[] = [];
/** How to find out, asked when the next text is scanned. */
const asked: (() => Beginnings)[] = [];

const registered = (ask: () => Beginnings): number => asked.push(ask) - 1;

/** The expressions of all patterns: what known.json has to know. */
const expressions: RegExp[] = [];
export const allExpressions = (): readonly RegExp[] => expressions;

/** Each pattern listens twice: for where its matches begin, and for what they hold. */
const begunBy = (pattern: number): number => 2 * pattern;
const heldBy = (pattern: number): number => 2 * pattern + 1;

const automaton = new Automaton();

/** What has words to look for and is made ready only where a text is read: done before the next pass. */
const unready: (() => void)[] = [];

/** Has something made ready before the next text is scanned, so that what it looks for is found in that pass. */
export const readyBeforeScanning = (make: () => void): void => void unready.push(make);

function prepare(): void {
  for (const make of unready.splice(0)) make();
  while (all.length < asked.length) {
    const number = all.length;
    const { at, holds } = (all[number] = asked[number]());
    if (at) automaton.add(begunBy(number), at);
    if (holds) automaton.add(heldBy(number), holds);
  }
}

/** How many places each listener has in the text at hand, then where the next of them goes. */
let counts = new Uint32Array(0);

/** Looks for everything in one pass; sets the bit of each listener that has places, and gives the places by listener. */
function scanned(text: string, present: Uint32Array): Uint32Array {
  if (counts.length < 2 * all.length) counts = new Uint32Array(2 * all.length);
  const found = automaton.scan(text);
  const listeners: number[] = [];
  let size = 0;
  for (let i = 0; i < found.count; i++) {
    for (const listener of found.lists[found.listeners[i]]) {
      const bit = 1 << (listener & 31);
      const isNew = (present[listener >> 5] & bit) === 0;
      if (isNew) present[listener >> 5] |= bit;
      // Of what is only held it is enough to know that it is there.
      if ((listener & 1) === 1) continue;
      if (isNew) listeners.push(listener);
      counts[listener]++;
      size++;
    }
  }
  const places = new Uint32Array(size + 2 * listeners.length);
  let at = 0;
  for (const listener of listeners) {
    const count = counts[listener];
    places[at] = listener;
    places[at + 1] = count;
    counts[listener] = at + 2;
    at += 2 + count;
  }
  for (let i = 0; i < found.count; i++) {
    for (const listener of found.lists[found.listeners[i]])
      if ((listener & 1) === 0) places[counts[listener]++] = found.places[i];
  }
  for (const listener of listeners) counts[listener] = 0;
  return places;
}
