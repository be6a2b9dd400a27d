import { bitOf, KINDS } from './kinds.ts';
import { type Mark, NUMBER, type Places, TWICE, WIDE } from './places.ts';

/** How much room a node has in the table: a place for each letter, rounded up to a power of two. */
const ROW = 32;
const LETTERS = 26;

/** A letter's place in the alphabet from 0, small and large alike; for what is no letter, something below 0 or above 25. */
const letterOf = (code: number): number => (code | 32) - 97;

const isLetter = (letter: number): boolean => letter >= 0 && letter < LETTERS;

const isDigit = (code: number): boolean => code >= 48 && code < 58;

/** Everyone who wants to know where something stands; 0 for none. */
type Listeners = number;

/** What a pass found: places in the order of the text, and at each the list of those who wait for it. */
export class Found {
  count = 0;
  places = new Uint32Array(1024);
  /** Indexes into `lists`. */
  listeners = new Uint16Array(1024);
  lists: readonly (readonly number[])[] = [];

  grow(): void {
    const { places, listeners } = this;
    this.places = new Uint32Array(places.length * 2);
    this.places.set(places);
    this.listeners = new Uint16Array(listeners.length * 2);
    this.listeners.set(listeners);
  }
}

/**
 * One pass over a text that finds every word, number and sign that somebody waits for. The words of all patterns
 * are one tree: a letter costs one look into a table, whoever may be waiting.
 */
export class Automaton {
  /** For each node and letter the next node; 0 where no word goes on so. The root is node 1. */
  private next = new Uint16Array(1024 * ROW);
  private nodes = 2;
  /** For each node the one that it goes on from. */
  private readonly parents: number[] = [0, 0];
  /** Who is told where a word ends at a node, and where it goes on as no word of the tree does. */
  private readonly ends: Set<number>[] = [];
  private readonly goesOn: Set<number>[] = [];
  /** Who is told of a mark, by its code. */
  private readonly marks: (Mark & { readonly listener: number })[][] = [];
  /** What the last pass found: used again by the next. */
  private readonly found = new Found();
  /** The same in tables, made when everybody has been added. */
  private tables: Tables | undefined;

  /** Tells a listener of each of these places. */
  add(listener: number, { words, marks }: Places): void {
    for (const { letters, whole } of words) {
      let node = 1;
      for (let i = 0; i < letters.length; i++) node = this.child(node, letters.charCodeAt(i));
      setAt(whole ? this.ends : this.goesOn, node).add(listener);
    }
    for (const mark of marks) (this.marks[mark.code] ??= []).push({ ...mark, listener });
    this.tables = undefined;
  }

  private child(node: number, letter: number): number {
    const place = node * ROW + letterOf(letter);
    if (this.next[place] === 0) {
      if ((this.nodes + 1) * ROW > this.next.length) {
        const wider = new Uint16Array(this.next.length * 2);
        wider.set(this.next);
        this.next = wider;
      }
      this.parents[this.nodes] = node;
      this.next[place] = this.nodes++;
    }
    return this.next[place];
  }

  /** Finds each place of the text that somebody waits for, in order, and who does. */
  scan(text: string): Found {
    const { next, found } = this;
    const tables = (this.tables ??= this.tabled());
    const { ends, goesOn, marked } = tables;
    found.lists = tables.lists;
    found.count = 0;
    const length = text.length;
    let lastStart = 0;
    let lastLength = 0;
    for (let at = 0; at < length; ) {
      const start = at;
      const code = text.charCodeAt(at++);
      let letter = letterOf(code);
      if (!isLetter(letter)) {
        if (isDigit(code)) {
          while (at < length && isDigit(text.charCodeAt(at))) at++;
          if (marked[NUMBER] === 1) this.mark(NUMBER, text, start, at, tables);
        } else {
          const sign = code < 128 ? code : WIDE;
          if (marked[sign] === 1) this.mark(sign, text, start, at, tables);
        }
        continue;
      }
      // As far as the word is one of the tree, and from there to its end.
      let node = 1;
      for (;;) {
        const following = next[node * ROW + letter];
        if (following === 0) break;
        node = following;
        letter = at < length ? letterOf(text.charCodeAt(at)) : -1;
        if (!isLetter(letter)) break;
        at++;
      }
      const listeners = isLetter(letter) ? goesOn[node] : ends[node];
      if (isLetter(letter)) while (at < length && isLetter(letterOf(text.charCodeAt(at)))) at++;
      if (listeners !== 0) this.tell(start, listeners);
      if (at - start === lastLength && isTwice(text, lastStart, start, lastLength))
        this.mark(TWICE, text, lastStart, at, tables);
      lastStart = start;
      lastLength = at - start;
    }
    return found;
  }

  private tell(at: number, listeners: Listeners): void {
    const { found } = this;
    if (found.count === found.places.length) found.grow();
    found.places[found.count] = at;
    found.listeners[found.count++] = listeners;
  }

  /** Tells those who wait for a mark between the characters beside it. */
  private mark(code: number, text: string, start: number, end: number, tables: Tables): void {
    const before = start > 0 ? bitOf(text.charCodeAt(start - 1)) : 0;
    const behind = end < text.length ? bitOf(text.charCodeAt(end)) : 0;
    const place = (code * KINDS + before) * KINDS + behind;
    let listeners = tables.between[place];
    if (listeners === UNSEEN) {
      const told = (this.marks[code] ?? []).filter(
        mark => (mark.before & (1 << before)) !== 0 && (mark.behind & (1 << behind)) !== 0,
      );
      tables.between[place] = listeners = tables.listed(new Set(told.map(({ listener }) => listener)));
    }
    if (listeners !== 0) this.tell(start, listeners);
  }

  private tabled(): Tables {
    const lists: (readonly number[])[] = [[]];
    const known = new Map<string, Listeners>();
    const listed = (listeners: ReadonlySet<number>): Listeners => {
      if (listeners.size === 0) return 0;
      const list = [...listeners].sort((a, b) => a - b);
      const key = list.join();
      let index = known.get(key);
      if (index === undefined) known.set(key, (index = lists.push(list) - 1));
      return index;
    };
    const ends = new Uint16Array(this.nodes);
    const goesOn = new Uint16Array(this.nodes);
    // A node was made after the one that it goes on from.
    const all: ReadonlySet<number>[] = [NOBODY, NOBODY];
    for (let node = 1; node < this.nodes; node++) {
      const [prefixes, endings, parent] = [this.goesOn[node], this.ends[node], this.parents[node]];
      all[node] = prefixes ? new Set([...all[parent], ...prefixes]) : all[parent];
      goesOn[node] = prefixes ? listed(all[node]) : goesOn[parent];
      ends[node] = endings ? listed(new Set([...all[node], ...endings])) : goesOn[node];
    }
    const marked = Uint8Array.from({ length: CODES }, (_, code) => (this.marks[code] ? 1 : 0));
    const between = new Uint16Array(CODES * KINDS * KINDS).fill(UNSEEN);
    return { lists, listed, ends, goesOn, marked, between };
  }
}

/** The codes that a mark may have: those of ASCII and the ones of places.ts. */
const CODES = TWICE + 1;

const UNSEEN = 0xffff;

/** Who listens where, as indexes into `lists`. */
interface Tables {
  readonly lists: readonly (readonly number[])[];
  readonly listed: (listeners: ReadonlySet<number>) => Listeners;
  readonly ends: Uint16Array;
  readonly goesOn: Uint16Array;
  /** 1 for each code of a mark that somebody waits for. */
  readonly marked: Uint8Array;
  /** By the code of a mark and the kinds of the characters beside it. */
  readonly between: Uint16Array;
}

/** Whether two words of one length are the same but for capitals. */
function isTwice(text: string, first: number, second: number, length: number): boolean {
  for (let i = 0; i < length; i++)
    if ((text.charCodeAt(first + i) | 32) !== (text.charCodeAt(second + i) | 32)) return false;
  return true;
}

const NOBODY: ReadonlySet<number> = new Set();

const setAt = (sets: Set<number>[], index: number): Set<number> => (sets[index] ??= new Set());
