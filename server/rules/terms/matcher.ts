import type { Span } from '../../text/span.ts';
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

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const found of text.matchAll(TOKEN)) {
    const between = text.slice(end, found.index);
    // What is masked parts words for good: nothing matches across a quotation or an identifier.
    const spaced = between.includes('\uFEFF') ? undefined : between !== '';
    if (spaced === undefined) tokens.push({ text: '\uFEFF', start: end, end: found.index, spaced: true });
    tokens.push({
      text: found[0],
      start: found.index,
      end: found.index + found[0].length,
      spaced: spaced ?? true,
    });
    end = found.index + found[0].length;
  }
  return tokens;
}

const keyOf = (token: Token, first: boolean): string =>
  (first || !token.spaced ? '' : ' ') + token.text.toLowerCase();

const sameButCapitals = (a: string, b: string): boolean => a !== b && a.toLowerCase() === b.toLowerCase();

/**
 * Finds wrong forms of terms in prose, the longest at each place, in one pass. Built once from a list.
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
    tokensOf(form).forEach((token, i) => {
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

  /** The wrong forms in a block's prose, in order and without overlap. */
  *matches(prose: string): Generator<Match> {
    const tokens = tokensOf(prose);
    let i = 0;
    while (i < tokens.length) {
      const found = this.longestAt(prose, tokens, i);
      if (found) {
        yield found.match;
        i = found.after;
      } else i++;
    }
  }

  private longestAt(
    prose: string,
    tokens: readonly Token[],
    from: number,
  ): { match: Match; after: number } | undefined {
    let node: Node | undefined = this.root;
    let best: { match: Match; after: number } | undefined;
    for (let i = from; i < tokens.length && node; i++) {
      node = node.next.get(keyOf(tokens[i], i === from));
      if (!node) break;
      if (node.ends.length === 0) continue;
      const span = { start: tokens[from].start, end: tokens[i].end };
      // Where the line breaks is no part of how a name is written.
      const written = prose.slice(span.start, span.end).replace(/\s+/g, ' ');
      for (const { term, form, exact } of node.ends) {
        if (exact && written !== form) continue;
        if (!isWrong(term, form, written) || !isWhole(prose, span)) continue;
        if (stands(term.notBefore, tokens, i + 1, 1) || stands(term.notAfter, tokens, from - 1, -1)) continue;
        // Of two entries for one form the earlier holds: a workspace's own stand in front.
        best = { match: { ...span, term, form }, after: i + 1 };
        break;
      }
    }
    return best;
  }
}

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

/** Whether one of `words` (of one or more tokens each) stands at a token in a direction. */
function stands(
  words: readonly string[] | undefined,
  tokens: readonly Token[],
  at: number,
  step: 1 | -1,
): boolean {
  if (!words) return false;
  return words.some(word => {
    const wanted = tokensOf(word);
    const from = step > 0 ? at : at - wanted.length + 1;
    return (
      from >= 0 &&
      wanted.every((token, k) => tokens[from + k]?.text.toLowerCase() === token.text.toLowerCase())
    );
  });
}
