import {
  CAPITALS,
  DIGIT,
  eachCompound,
  FIRST_CAPITAL,
  HYPHEN,
  INNER_CAPITAL,
  isWordCode,
  SMALL_LETTER,
  sumOf,
} from '../../text/compounds.ts';
import type { Span } from '../../text/span.ts';

/** Series of names that share a head: study groups, focus groups, joint coordination activities, working groups. */
const HEADS = /^(?:SG|FG|JCA|CWG|WP|IRG|RG)$/;

/** Without a plural `s`, capitals, hyphens and spaces. */
export function keyOf(form: string): string {
  const bare = form.toLowerCase().replace(/[-\u2013 ]/g, '');
  return bare.length > 5 && bare.endsWith('s') && !bare.endsWith('ss') ? bare.slice(0, -1) : bare;
}

/** Shorter words of the language are no names. */
const SHORTEST_WORD = 5;

/**
 * Visits the words of a view that may be written in several ways: names, compounds, longer words, and some pairs.
 *
 * @param visit `isMarked`: looks like a name or is joined by a hyphen; `singular`: the sum without a plural `s`
 */
export function visitNames(
  view: string,
  visit: (start: number, end: number, isMarked: boolean, singular: number) => void,
): void {
  let before: Word | undefined;
  let symbol: Word | undefined;
  eachCompound(view, (from, end, own, _, singular) => {
    const isBehindSymbol = symbol !== undefined && symbol.end === from - 1;
    const start = isBehindSymbol && symbol ? symbol.start : from;
    const traits = isBehindSymbol ? own | CAPITALS | SYMBOL : own;
    const word = { start, end, traits };
    symbol = isSymbol(view, word) ? word : undefined;
    if (symbol) return;
    const pair = before && before.end === start - 1 && view[before.end] === ' ' ? before : undefined;
    if (!isPart(view, start, end)) {
      if ((traits & (CAPITALS | DIGIT | INNER_CAPITAL)) !== 0) visit(start, end, true, singular);
      else if (end - start >= SHORTEST_WORD) visit(start, end, (traits & HYPHEN) !== 0, singular);
      // `SG 17`, `AP CERT`, `FG AI4H`: capitals, a space, capitals or a number.
      if (pair && isShort(pair) && isUpper(word)) visit(pair.start, end, true, 0);
      else if (pair && isCapitalized(pair) && isCapitalized(word))
        visit(pair.start, end, false, sumOf(keyOf(view.slice(pair.start, end))));
    }
    before = word;
    // A number on its own is no word here: `SG 17` is seen by what follows the word.
    if (view[end] !== ' ' || !HEADS.test(view.slice(start, end))) return;
    const number = NUMBER_BEHIND.exec(view.slice(end, end + 6));
    if (number) visit(start, end + number[0].length, true, 0);
  });
}

interface Word extends Span {
  readonly traits: number;
}

/** A trait of our own: begins with a document's symbol, `C21/VCC-1`. */
const SYMBOL = 1 << 10;

/** `C21` where a name follows behind a slash. */
const isSymbol = (view: string, { start, end, traits }: Word): boolean =>
  end - start === 3 &&
  (traits & (FIRST_CAPITAL | DIGIT)) === (FIRST_CAPITAL | DIGIT) &&
  view[end] === '/' &&
  /^[A-Z]\d\d\/[A-Za-z]$/.test(view.slice(start, end + 2)) &&
  !/[\w/]/.test(view[start - 1] ?? ' ');

/** Whether a word is only a part of something else: an address, a path, a number. */
function isPart(view: string, start: number, end: number): boolean {
  const before = start > 0 ? view.charCodeAt(start - 1) : SPACE;
  if (isWordCode(before) || before === UNDERSCORE || before === STOP || joins(before)) return true;
  const next = end < view.length ? view.charCodeAt(end) : SPACE;
  const after = end + 1 < view.length ? view.charCodeAt(end + 1) : SPACE;
  return joins(next) || joins(after) || (next === STOP && (isWordCode(after) || after === UNDERSCORE));
}

const [SPACE, UNDERSCORE, STOP, SLASH, AT] = [...' _./@'].map(sign => sign.charCodeAt(0));
const joins = (code: number): boolean => code === SLASH || code === AT;

/** Capitals alone, two to five. */
const isShort = ({ start, end, traits }: Word): boolean =>
  (traits & (CAPITALS | SMALL_LETTER | DIGIT | HYPHEN | SYMBOL)) === CAPITALS && end - start <= 5;

/** Capitals, and digits behind the first. */
const isUpper = ({ traits }: Word): boolean =>
  (traits & (FIRST_CAPITAL | SMALL_LETTER | HYPHEN | SYMBOL)) === FIRST_CAPITAL;

/** One capital, then small letters. */
const isCapitalized = ({ traits }: Word): boolean =>
  (traits & (FIRST_CAPITAL | CAPITALS | SMALL_LETTER | DIGIT | HYPHEN | SYMBOL)) ===
  (FIRST_CAPITAL | SMALL_LETTER);

const NUMBER_BEHIND = /^ (\d{1,3})(?![\w.,/])/;
