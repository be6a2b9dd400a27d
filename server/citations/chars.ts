/** Questions about single characters, answered from their code without making a string. */

const WORD = new Uint8Array(128);
for (let code = 0; code < 128; code++) WORD[code] = /\w/.test(String.fromCharCode(code)) ? 1 : 0;

/** Whether a code unit is part of a word: letters of any script, digits and the underscore; NaN (no character) is not. */
export const isWord = (code: number): boolean => (code < 128 ? WORD[code] === 1 : isWideWord(code));

/**
 * Beyond ASCII everything counts as a letter but spaces, punctuation, the mask, and the signs of Chinese: it writes no
 * spaces, so that an identifier ends where they begin.
 */
const isWideWord = (code: number): boolean =>
  code >= 0xaa && code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x9fff) && code < 0xfe00;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isUpper = (code: number): boolean => code >= 65 && code <= 90;

export const isLower = (code: number): boolean => code >= 97 && code <= 122;

/** White space, the mask included; NaN (no character) is none. */
export const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;

/** The first position from `at` on, within `most` characters, that is no white space. */
export function skipSpace(text: string, at: number, most = 3): number {
  let to = at;
  while (to - at < most && isSpace(text.charCodeAt(to))) to++;
  return to;
}

const OPENERS = new Set([...'("\',:;'].map(opener => opener.charCodeAt(0)));

/** What may stand right before a new word without a space: an opening bracket or quotation mark, or punctuation. */
export const isOpener = (code: number): boolean => OPENERS.has(code);
