import type { Citation } from '../citations/citation.ts';
import type { Span } from '../text/span.ts';
import { MASK } from '../text/view.ts';

/** Two quotation marks that belong together. `start` is that of the opening mark, `end` lies behind the closing one. */
export interface Quotation extends Span {
  readonly single: boolean;
}

export interface QuotationMarks {
  /** In the order of their closing marks; nested ones come before those around them. */
  readonly pairs: readonly Quotation[];
  /** Double marks without a partner. Single ones are never called loose: they may be apostrophes. */
  readonly loose: readonly { readonly at: number; readonly opens: boolean }[];
}

/** No single-quoted title is longer; a look ahead has to be bounded. */
const LONGEST_SINGLE = 400;

const isLetter = (c: string): boolean => c.toLowerCase() !== c.toUpperCase();
const isDigit = (c: string): boolean => c >= '0' && c <= '9';
const isSpace = (c: string): boolean => c === '' || /\s/.test(c);

/**
 * Pairs the quotation marks of a text. Curly marks say themselves whether they open; straight ones are told by
 * what stands around them. Apostrophes, possessives and inch marks are no quotation marks. A straight mark may
 * close what a curly one opened. Linear in the length of the text.
 *
 * @param view the text's view (see text/view.ts)
 */
export function quotationMarks(text: string, view: string): QuotationMarks {
  const pairs: Quotation[] = [];
  const loose: { at: number; opens: boolean }[] = [];
  const open: number[] = [];
  for (let i = view.indexOf('"'); i !== -1; i = view.indexOf('"', i + 1)) {
    const side = doubleSide(text[i], charBefore(view, i), charAfter(view, i), open.length > 0);
    if (side === 'opens') open.push(i);
    else if (side === 'closes') {
      const start = open.pop();
      if (start === undefined) loose.push({ at: i, opens: false });
      else pairs.push({ start, end: i + 1, single: false });
    }
  }
  for (const at of open) loose.push({ at, opens: true });
  loose.sort((a, b) => a.at - b.at);
  return { pairs: view.includes("'") ? [...pairs, ...singlePairs(text, view)] : pairs, loose };
}

/** What a double mark does; `neither` for inches. */
function doubleSide(
  raw: string,
  before: string,
  after: string,
  someOpen: boolean,
): 'opens' | 'closes' | 'neither' {
  if (raw === '\u201c' || raw === '\u201e' || raw === '\u00ab') return 'opens';
  if (raw === '\u201d' || raw === '\u00bb') return 'closes';
  if (isDigit(before) && !someOpen) return 'neither';
  const mayOpen = (isSpace(before) || '([{-/"\''.includes(before)) && !isSpace(after);
  const mayClose = !isSpace(before) && (isSpace(after) || !(isLetter(after) || isDigit(after)));
  if (mayOpen && mayClose) return someOpen ? 'closes' : 'opens';
  if (mayOpen) return 'opens';
  if (mayClose) return 'closes';
  return someOpen ? 'closes' : 'opens';
}

/** The character before `i` that is not masked; empty at the text's start. Link brackets and emphasis are masked. */
function charBefore(view: string, i: number): string {
  let at = i - 1;
  while (at >= 0 && i - at < 8 && view[at] === MASK) at--;
  return at < 0 ? '' : view[at] === MASK ? ' ' : view[at];
}

function charAfter(view: string, i: number): string {
  if (view[i + 1] !== MASK) return view[i + 1] ?? '';
  // Up to a link's whole target may be masked behind a closing mark; a mark before text is a bracket or two.
  let at = i + 1;
  while (at < view.length && at - i < 8 && view[at] === MASK) at++;
  return at < view.length && view[at] !== MASK ? view[at] : ' ';
}

function singlePairs(text: string, view: string): Quotation[] {
  const pairs: Quotation[] = [];
  let from = 0;
  for (let i = view.indexOf("'"); i !== -1; i = view.indexOf("'", Math.max(i + 1, from))) {
    if (!opensSingle(text, view, i)) continue;
    const close = closingSingle(text, view, i);
    if (close < 0) continue;
    pairs.push({ start: i, end: close + 1, single: true });
    from = close + 1;
  }
  return pairs;
}

function opensSingle(text: string, view: string, i: number): boolean {
  const before = charBefore(view, i);
  if (!(isSpace(before) || '([{-/"'.includes(before))) return false;
  const after = charAfter(view, i);
  // `’90s`, `’tis`: a curly closing mark before a word is an apostrophe.
  return text[i] !== '\u2019' && (isLetter(after) || isDigit(after) || after === '"');
}

/** The mark that closes the single quotation opened at `i`; -1 where none does. */
function closingSingle(text: string, view: string, i: number): number {
  let possessive = -1;
  const limit = Math.min(view.length, i + LONGEST_SINGLE);
  for (let at = i + 1; at < limit; at++) {
    if (view[at] !== "'") continue;
    if (opensSingle(text, view, at)) break;
    const after = charAfter(view, at);
    if (isSpace(view[at - 1]) || isLetter(after) || isDigit(after)) continue;
    // `States’ own` may be a possessive inside the quotation: taken only where nothing better follows.
    if (view[at - 1].toLowerCase() === 's' && /^\s[a-z]/.test(view.slice(at + 1, at + 3))) {
      if (possessive < 0) possessive = at;
    } else return at;
  }
  return possessive;
}

/** Numbers and letters that count points inside a sentence: `(1)`, `(iv)`, `(b)`. */
const LIST_NUMBER = /\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)/g;

/**
 * What a language rule reads: the view with identifiers, the words of quotations and quoted titles, and list
 * numbers in brackets masked; the quotation marks themselves stay. Same length as the text, so that offsets hold.
 *
 * @param citations those of the text, with offsets in it
 */
export function prose(text: string, view: string, citations: readonly Citation[]): string {
  const spans: Span[] = citations.map(c => ({ start: c.start, end: c.end }));
  if (view.includes('"') || view.includes("'")) {
    for (const { start, end } of quotationMarks(text, view).pairs)
      spans.push({ start: start + 1, end: end - 1 });
  }
  if (view.includes('(')) {
    for (const found of view.matchAll(LIST_NUMBER)) {
      spans.push({ start: found.index, end: found.index + found[0].length });
    }
  }
  return masked(view, spans);
}

/** The view with the words of quotations masked and nothing else: for rules that speak of names and identifiers. */
export function withoutQuotations(text: string, view: string): string {
  if (!view.includes('"') && !view.includes("'")) return view;
  return masked(
    view,
    quotationMarks(text, view).pairs.map(({ start, end }) => ({ start: start + 1, end: end - 1 })),
  );
}

/** `view` with every span masked; spans may overlap and come in any order. */
export function masked(view: string, spans: readonly Span[]): string {
  if (spans.length === 0) return view;
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (const { start, end } of sorted) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    out += view.slice(at, from) + MASK.repeat(end - from);
    at = end;
  }
  return out + view.slice(at);
}
