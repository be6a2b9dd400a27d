import type { Span } from '../../text/span.ts';
import { MASK } from '../../text/view.ts';
import type { Term } from './term.ts';

export interface Match extends Span {
  readonly term: Term;
  /** The wrong form as the list has it. */
  readonly form: string;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly ends: { term: Term; form: string; exact: boolean }[];
}

/** A word, or one mark that is no white space; a masked stretch matches nothing. */
const TOKEN = /[\p{L}\p{N}]{1,60}|[^\s\p{L}\p{N}\uFEFF]/gu;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether white space stands before it. A line break counts as a space. */
  readonly spaced: boolean;
}

/** The tokens of a text from an offset on, read as they are asked for. */
class Tokens {
  private readonly text: string;
  private readonly read: Token[] = [];
  private end: number;
  private isOver = false;

  constructor(text: string, from = 0) {
    this.text = text;
    this.end = from;
  }

  at(index: number): Token | undefined {
    while (this.read.length <= index && !this.isOver) this.next();
    return this.read[index];
  }

  private next(): void {
    TOKEN.lastIndex = this.end;
    const found = TOKEN.exec(this.text);
    if (!found) {
      this.isOver = true;
      return;
    }
    const start = found.index;
    const between = this.text.slice(this.end, start);
    // What is masked parts words for good: nothing matches across a quotation or an identifier.
    if (between.includes(MASK)) this.read.push({ text: MASK, start: this.end, end: start, spaced: true });
    this.end = start + found[0].length;
    this.read.push({ text: found[0], start, end: this.end, spaced: between !== '' });
  }

  /** All of them. */
  get all(): readonly Token[] {
    while (!this.isOver) this.next();
    return this.read;
  }
}

const wordsOf = (text: string): string[] => new Tokens(text).all.map(token => token.text.toLowerCase());

const keyOf = (token: Token, first: boolean): string =>
  (first || !token.spaced ? '' : ' ') + token.text.toLowerCase();

const sameButCapitals = (a: string, b: string): boolean => a !== b && a.toLowerCase() === b.toLowerCase();

/**
 * Finds wrong forms of terms in prose, the longest at each place. Built once from a list.
 */
export class TermMatcher {
  private readonly root: Node = { next: new Map(), ends: [] };

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      for (const form of term.not)
        this.add(term, form, term.matchCase === true || sameButCapitals(form, term.write));
      if (term.capitals) this.add(term, term.write, false);
    }
  }

  private add(term: Term, form: string, exact: boolean): void {
    let node = this.root;
    new Tokens(form).all.forEach((token, i) => {
      const key = keyOf(token, i === 0);
      let next = node.next.get(key);
      if (!next) {
        next = { next: new Map(), ends: [] };
        node.next.set(key, next);
      }
      node = next;
    });
    node.ends.push({ term, form, exact });
  }

  /** The words with which the forms begin, small. */
  get firstWords(): readonly string[] {
    return [...this.root.next.keys()];
  }

  /**
   * The wrong forms in a block's prose, in order and without overlap.
   *
   * @param places where one may begin, in order, if that is known
   */
  matches(prose: string, places: Iterable<number> = startsOf(prose)): Match[] {
    const found: Match[] = [];
    let end = 0;
    for (const place of places) {
      if (place < end || IN_WORD.test(prose[place - 1] ?? ' ')) continue;
      const match = this.longestAt(prose, place);
      if (!match) continue;
      found.push(match);
      end = match.end;
    }
    return found;
  }

  private longestAt(prose: string, start: number): Match | undefined {
    const tokens = new Tokens(prose, start);
    let node: Node | undefined = this.root;
    let best: Match | undefined;
    for (let i = 0; ; i++) {
      const token = tokens.at(i);
      node = token && node.next.get(keyOf(token, i === 0));
      if (!token || !node) return best;
      const span = { start, end: token.end };
      // Where the line breaks is no part of how a name is written.
      const written = prose.slice(start, token.end).replace(/\s+/g, ' ');
      for (const { term, form, exact } of node.ends) {
        if (exact && written !== form) continue;
        if (!isWrong(term, form, written) || !isWhole(prose, span)) continue;
        if (isBefore(term.notBefore, tokens, i + 1) || isBehind(term.notAfter, prose, start)) continue;
        // Of two entries for one form the earlier holds: a workspace's own stand in front.
        best = { ...span, term, form };
        break;
      }
    }
  }
}

/** Where the tokens of a text begin. */
const startsOf = (text: string): number[] => new Tokens(text).all.map(({ start }) => start);

/** A token does not begin inside a word. */
const IN_WORD = /[\p{L}\p{N}]/u;

/** `write` itself is never wrong; in a line of capitals nothing can be told of it. */
const isWrong = (term: Term, form: string, written: string): boolean =>
  form !== term.write || (written !== term.write && written !== written.toUpperCase());

/** Whether no letter, digit, dot or hyphen goes on with the word: `guinea-bissau-based`, `uae.gov`. */
function isWhole(prose: string, { start, end }: Span): boolean {
  const before = prose[start - 1] ?? ' ';
  const after = prose[end] ?? ' ';
  if (/[\w@/\\-]/.test(before)) return false;
  if (/[\w@\\-]/.test(after)) return false;
  return !(after === '.' && /\w/.test(prose[end + 1] ?? ''));
}

/** Whether one of `words` (of one or more tokens each) stands right behind a form. */
const isBefore = (words: readonly string[] | undefined, tokens: Tokens, from: number): boolean =>
  words?.some(word => wordsOf(word).every((text, k) => tokens.at(from + k)?.text.toLowerCase() === text)) ??
  false;

/** How far back the words before a form are looked for. */
const REACH = 200;

/** Whether one of `words` stands right before a form. */
function isBehind(words: readonly string[] | undefined, prose: string, start: number): boolean {
  if (!words) return false;
  let from = Math.max(0, start - REACH);
  while (from > 0 && IN_WORD.test(prose[from - 1])) from--;
  const text = prose.slice(from, start);
  // What is masked right before the form stands between it and any word.
  if (text.slice(text.trimEnd().length).includes(MASK)) return false;
  const before = wordsOf(text);
  return words.some(word => {
    const wanted = wordsOf(word);
    return before.length >= wanted.length && wanted.every((text, k) => before.at(k - wanted.length) === text);
  });
}
