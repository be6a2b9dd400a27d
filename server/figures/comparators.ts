import type { Comparator } from './claim.ts';

/** What stands before a number and says how exact it is, the longest first. */
const BEFORE: readonly (readonly [Comparator, string])[] = [
  [
    '>=',
    'no (?:less|fewer) than|not (?:less|fewer) than|at least|at the least|a minimum of|minimum of|minimum',
  ],
  ['<', 'no more than|not more than|at most|up to|a maximum of|maximum of|as many as'],
  [
    '>',
    '(?:well |slightly |just |far |much |little )?(?:more than|over|above|in excess of|upwards of|greater than|exceeding|exceeds|exceeded|surpassing|surpassed|beyond)',
  ],
  ['<', 'almost|nearly|close to|nearing|approaching|(?:just )?(?:under|below|less than|fewer than)|barely'],
  [
    '~',
    '(?:an )?estimated|an estimate of|approximately|approx\\.?|about|around|roughly|circa|ca\\.|some|in the order of|in the region of|on the order of|an average of|on average',
  ],
];

const PATTERNS = BEFORE.map(
  ([comparator, words]) =>
    [
      comparator,
      new RegExp(
        `(?<![A-Za-z-])(?:${words})\\s{1,4}(?:a total of\\s{1,4}|an? (?:estimated|additional)\\s{1,4})?$`,
        'i',
      ),
    ] as const,
);
/** The words that a comparator can end with: most numbers have none of them before, and are done with quickly. */
const LAST_WORDS = new Set(
  (
    'than least minimum maximum most to of many over above exceeding exceeds exceeded surpassing surpassed beyond ' +
    'almost nearly nearing approaching under below barely estimated additional approximately approx about around ' +
    'roughly circa ca some average as'
  ).split(' '),
);
const SIGN = /(?:~|>|≥|<|≤)\s?$/;

/** A comparator's reading: what it says, and where the claim now starts. */
export interface ComparatorRead {
  readonly comparator: Comparator;
  readonly start: number;
}

/** Longest stretch before a number in which its comparator can stand. */
const REACH = 48;

/**
 * Reads the comparator that ends right before `start`: `more than`, `some`, `an estimated`; undefined where there
 * is none. Before a measure of time `over` and `about` are no comparators: `over three days` says when.
 */
export function comparatorBefore(
  view: string,
  start: number,
  countsTime: boolean,
): ComparatorRead | undefined {
  const from = Math.max(0, start - REACH);
  const before = view.slice(from, start);
  const last = lastWord(before);
  for (const [comparator, pattern] of LAST_WORDS.has(last) ? PATTERNS : []) {
    const found = pattern.exec(before);
    if (!found) continue;
    if (countsTime && /^(?:over|about|around|above|under|below)\b/i.test(found[0])) return undefined;
    return { comparator, start: from + found.index };
  }
  const sign = SIGN.exec(before);
  if (!sign) return undefined;
  const comparator: Comparator =
    sign[0][0] === '~' ? '~' : sign[0][0] === '>' ? '>' : sign[0][0] === '≥' ? '>=' : '<';
  return { comparator, start: from + sign.index };
}

/** The last word of a stretch of text, small, without the white space and the full stop behind it. */
function lastWord(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.]/.test(text[end - 1])) end--;
  let start = end;
  while (start > 0 && /[A-Za-z]/.test(text[start - 1])) start--;
  return text.slice(start, end).toLowerCase();
}

const AFTER: readonly (readonly [Comparator, RegExp])[] = [
  ['>', /^\+(?![\dA-Za-z])/],
  ['>=', /^\s{1,3}(?:or more|and more|or above|and above|plus)\b/i],
  ['<', /^\s{1,3}(?:or (?:less|fewer)|at (?:the )?most)\b/i],
  ['~', /^\s{1,3}or so\b/i],
];

/** Reads a comparator glued on or following: `30+`, `20 or more`; with the offset behind it. */
export function comparatorAfter(
  view: string,
  end: number,
): { comparator: Comparator; end: number } | undefined {
  const after = view.slice(end, end + 16);
  for (const [comparator, pattern] of AFTER) {
    const found = pattern.exec(after);
    if (found) return { comparator, end: end + found[0].length };
  }
  return undefined;
}
