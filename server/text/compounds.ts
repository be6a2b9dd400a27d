/** What is special about a compound, as bits. */
export const FIRST_CAPITAL = 1;
/** Two capitals or more. */
export const CAPITALS = 2;
/** A capital right behind a small letter. */
export const INNER_CAPITAL = 4;
export const SMALL_LETTER = 8;
export const DIGIT = 16;
export const HYPHEN = 32;

/**
 * A visitor of compounds.
 *
 * @param traits what is special about it
 * @param sum a number made of its letters and digits, small, without hyphens: the same for all spellings
 * @param singular the same without a plural `s`
 */
export type CompoundVisitor = (
  start: number,
  end: number,
  traits: number,
  sum: number,
  singular: number,
) => void;

const HYPHEN_CODE = 45;
const SMALL_S = 115;

/** A plural `s` is taken off longer words only. */
const SHORTEST_PLURAL = 6;

/**
 * Visits every word of a text, with the parts that hyphens join to it, in order: `multi-stakeholder`, `SG17`, `X`. A
 * word begins with a letter and goes on with letters and digits of ASCII. No string is made for any of them.
 */
export function eachCompound(text: string, visit: CompoundVisitor): void {
  const { length } = text;
  for (let at = 0; at < length; at++) {
    let code = text.charCodeAt(at);
    if (!isLetter(code)) continue;
    const start = at;
    let traits = code < 97 ? FIRST_CAPITAL : 0;
    let capitals = 0;
    let before = 0;
    let sum = 0;
    let sumBefore = 0;
    let signs = 0;
    let last = 0;
    let lastButOne = 0;
    for (;;) {
      if (isLetter(code)) {
        if (code < 97) {
          capitals++;
          if (before >= 97) traits |= INNER_CAPITAL;
        } else traits |= SMALL_LETTER;
      } else traits |= DIGIT;
      sumBefore = sum;
      sum = nextSum(sum, code);
      signs++;
      lastButOne = last;
      last = before = code;
      if (++at >= length) break;
      code = text.charCodeAt(at);
      if (isWordCode(code)) continue;
      if (code !== HYPHEN_CODE || at + 1 >= length || !isWordCode(text.charCodeAt(at + 1))) break;
      traits |= HYPHEN;
      before = HYPHEN_CODE;
      code = text.charCodeAt(++at);
    }
    if (capitals > 1) traits |= CAPITALS;
    const isPlural = signs >= SHORTEST_PLURAL && (last | 32) === SMALL_S && (lastButOne | 32) !== SMALL_S;
    visit(start, at, traits, sum >>> 0, (isPlural ? sumBefore : sum) >>> 0);
  }
}

/** The sum of a word that is at hand as a string, of 32 bits; see `CompoundVisitor`. */
export function sumOf(word: string): number {
  let sum = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (isWordCode(code)) sum = nextSum(sum, code);
  }
  return sum >>> 0;
}

/** The sum of two words in a row. */
export const sumOfPair = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ second) >>> 0;

const nextSum = (sum: number, code: number): number => (Math.imul(sum, 31) + (code | 32)) | 0;

/** Whether a code is that of a letter of ASCII. */
export const isLetter = (code: number): boolean => {
  const letter = (code | 32) - 97;
  return letter >= 0 && letter < 26;
};

/** Whether a code is that of a letter or a digit of ASCII. */
export const isWordCode = (code: number): boolean => isLetter(code) || (code >= 48 && code < 58);
