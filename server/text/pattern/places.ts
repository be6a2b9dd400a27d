import { ANY_KIND } from './kinds.ts';

/** A word at whose place a match begins, or a part of every match is. */
export interface Word {
  /** In small letters. */
  readonly letters: string;
  /** Whether these are the whole word (up to the next character that is no letter), or its beginning. */
  readonly whole: boolean;
}

/** A number or a sign, with the kinds of characters (see kinds.ts) that may stand before and behind it. */
export interface Mark {
  /** The sign's code; `NUMBER` for a row of digits, `WIDE` for any character beyond ASCII. */
  readonly code: number;
  readonly before: number;
  readonly behind: number;
}

export const NUMBER = 0;
export const WIDE = 128;
/** The first of two words that are the same but for capitals. */
export const TWICE = 129;

/** Where to look for matches. */
export interface Places {
  readonly words: readonly Word[];
  readonly marks: readonly Mark[];
}

/** Words longer than this are told by their beginnings. */
export const MOST_LETTERS = 6;

/**
 * Where words begin that are given as they are written, in any capitals: letters, digits and signs alike.
 *
 * @param texts `*` at the end stands for any ending
 */
export function placesOfWords(texts: readonly string[]): Places {
  const words = new Map<string, Word>();
  const codes = new Set<number>();
  for (const text of texts) {
    const letters = /^[A-Za-z]*/.exec(text)?.[0].toLowerCase() ?? '';
    if (letters === '' && text !== '*')
      codes.add(/^\d/.test(text) ? NUMBER : Math.min(text.charCodeAt(0), WIDE));
    else {
      const whole = letters.length <= MOST_LETTERS && text[letters.length] !== '*';
      const word = { letters: letters.slice(0, MOST_LETTERS), whole };
      words.set(`${word.letters}${whole}`, word);
    }
  }
  const marks = [...codes].map(code => ({ code, before: ANY_KIND, behind: ANY_KIND }));
  return { words: [...words.values()], marks };
}
