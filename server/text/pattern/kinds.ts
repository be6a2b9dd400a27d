import type { Characters } from './expression.ts';

/**
 * Kinds of characters, coarse enough for a set of them to be a number: what stands beside a sign or a number tells
 * most patterns at once that they have no business there.
 */

/** Each kind is a bit. */
export const EDGE_OF_TEXT = 1;
const UPPER = 1 << 1;
const LOWER = 1 << 2;
const DIGITS = 1 << 3;
const SPACE = 1 << 4;
const OTHER_SPACE = 1 << 5;
const OTHER_SIGN = 1 << 13;
const WIDE_CHARACTER = 1 << 14;

/** Signs that patterns speak of, each group with a kind of its own. */
const SIGNS = ['.', ',', ';:', '([', ')]', '-', '"\''];

/** How many kinds there are. */
export const KINDS = 15;

export const ANY_KIND = (1 << KINDS) - 1;
export const LETTERS = UPPER | LOWER;
export const WORDS = LETTERS | DIGITS;
export { DIGITS };
/** What may stand before the start of a line. */
export const LINE_START = EDGE_OF_TEXT | OTHER_SPACE;

function kindOf(code: number): number {
  if (code >= 65 && code <= 90) return UPPER;
  if (code >= 97 && code <= 122) return LOWER;
  if (code >= 48 && code <= 57) return DIGITS;
  if (code === 32) return SPACE;
  if (code >= 9 && code <= 13) return OTHER_SPACE;
  const group = SIGNS.findIndex(signs => signs.includes(String.fromCharCode(code)));
  return group < 0 ? OTHER_SIGN : 1 << (6 + group);
}

const BIT = Uint8Array.from({ length: 128 }, (_, code) => 31 - Math.clz32(kindOf(code)));
const WIDE_BIT = 31 - Math.clz32(WIDE_CHARACTER);

/** Which bit the kind of a character code is; 0, that of the edge of the text, for NaN. */
export const bitOf = (code: number): number => (code < 128 ? BIT[code] : code >= 128 ? WIDE_BIT : 0);

/** The kinds of a set of characters. */
export function kindsOf({ ascii, wide }: Characters): number {
  let kinds = wide ? WIDE_CHARACTER : 0;
  for (let code = 0; code < 128; code++) if (ascii[code] === 1) kinds |= 1 << BIT[code];
  return kinds;
}

/** The kinds of all characters that are not in a set; the edge of the text among them. */
export function kindsBeside({ ascii }: Characters): number {
  let kinds = WIDE_CHARACTER | EDGE_OF_TEXT;
  for (let code = 0; code < 128; code++) if (ascii[code] === 0) kinds |= 1 << BIT[code];
  return kinds;
}
