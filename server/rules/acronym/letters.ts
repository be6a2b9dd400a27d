/**
 * How the letters of an acronym fit the words it stands for. Pure string work, so that the table and the rules can
 * ask it of any pair.
 */

import { CAPITALS, eachCompound } from '../../text/compounds.ts';

/** Words that need no letter of their own. */
const SMALL =
  /^(?:of|the|and|for|in|on|to|a|an|or|with|by|from|at|against|as|under|per|de|la|le|des|du|et|pour|y|del)$/i;

export const isSmall = (word: string): boolean => SMALL.test(word);

/** An acronym without plural, possessive, version and full stops: `CIRTs` gives `CIRT`, `GCIv3` gives `GCI`. */
export function baseOf(acronym: string): string {
  const bare = acronym.replace(/['\u2019]s?$/, '').replace(/\./g, '');
  const singular = /^[A-Z].*[A-Z0-9&]s$/.test(bare) ? bare.slice(0, -1) : bare;
  return singular.replace(/(?<=[A-Z]{2})v\d{1,2}$/, '');
}

/** Whether a text looks like an acronym: two capitals at least, no more than two short words. */
export const isAcronym = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= 16 &&
  /^[A-Za-z][A-Za-z0-9&./+ -]*$/.test(text) &&
  (text.match(/[A-Z]/g)?.length ?? 0) >= 2 &&
  text.split(' ').length <= 2;

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether a hyphen joins it to the word before: `operation` in Co-operation. */
  readonly joined?: boolean;
}

/** The words of a text with their places; the parts of a compound (`long-term`, `CA/DRM`) are words of their own. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}'&]+/gu)].map(found => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
    joined: text[found.index - 1] === '-',
  }));

/**
 * Which of the last words a run of letters stands for: the index of the first of them, or -1. Every letter is
 * found in order; a word gives its first letter, and may give more of its own; small words, and the
 * second half of a compound, may give none.
 */
export function firstWordOf(acronym: string, words: readonly Word[]): number {
  const letters = [
    ...baseOf(acronym)
      .replace(/[^A-Za-z0-9&]/g, '')
      .toLowerCase(),
  ];
  const most = Math.min(words.length, letters.length * 2 + 4);
  for (let first = words.length - 1; first >= words.length - most; first--) {
    if (isSmall(words[first].text) && letters[0] !== words[first].text[0].toLowerCase()) continue;
    if (words[first].text[0].toLowerCase() !== letters[0]) continue;
    if (fits(letters, words, first)) return first;
  }
  return -1;
}

/** Whether the words from `first` on use up the letters. Tables of at most 16 letters by 36 words: no recursion to blow. */
function fits(letters: readonly string[], words: readonly Word[], first: number): boolean {
  // reach[k]: k letters can be used up by the words so far.
  let reach = new Set<number>([0]);
  for (let w = first; w < words.length; w++) {
    const text = words[w].text.toLowerCase();
    const next = new Set<number>();
    for (const used of reach) {
      if ((isSmall(text) || words[w].joined) && w > first) next.add(used);
      if (
        /^\d+$/.test(text)
          ? letters.slice(used, used + text.length).join('') !== text
          : text[0] !== letters[used]
      ) {
        if (!(text === 'and' && letters[used] === '&')) continue;
      }
      if (/^\d+$/.test(text)) {
        next.add(used + text.length);
        continue;
      }
      // The first letter, then any run of further letters found in order inside the word.
      let at = 1;
      let count = used + 1;
      next.add(count);
      while (count < letters.length && count - used < 4) {
        const found = text.indexOf(letters[count], at);
        if (found < 0) break;
        at = found + 1;
        count++;
        next.add(count);
      }
    }
    reach = next;
    if (reach.size === 0) return false;
  }
  return reach.has(letters.length);
}

/** The first letters of the words that carry one, in capitals: `GCA` for `Global Cybersecurity Agenda`. */
export const initialsOf = (words: readonly Word[]): string =>
  words
    .filter(word => !isSmall(word.text))
    .map(word => word.text[0].toUpperCase())
    .join('');

/** What makes two expansions the same: letters alone, without plural, articles and capitals. */
export const expansionKey = (expansion: string): string =>
  wordsOf(expansion)
    .filter(word => !isSmall(word.text))
    .map(word =>
      word.text
        .toLowerCase()
        .replace(/(?:ies|y)$/, 'i')
        .replace(/s$/, ''),
    )
    .join('');

/** A word whose parts hyphens join; `&` counts as a letter. */
const TOKEN = /[A-Za-z][A-Za-z0-9&]*(?:-[A-Za-z0-9&]+)*/y;

/** The words of a text with two capitals or more, and where they stand. */
export function capitalized(text: string): { word: string; index: number }[] {
  const found: { word: string; index: number }[] = [];
  let end = 0;
  eachCompound(text, (start, compoundEnd, traits) => {
    const isJoined =
      text[compoundEnd] === '&' || (text[compoundEnd] === '-' && text[compoundEnd + 1] === '&');
    if (start < end || !((traits & CAPITALS) !== 0 || isJoined)) return;
    if (/[\w@.+-]/.test(text[start - 1] ?? ' ')) return;
    TOKEN.lastIndex = start;
    const word = isJoined ? (TOKEN.exec(text)?.[0] ?? '') : text.slice(start, compoundEnd);
    end = start + word.length;
    if (!isJoined || /[A-Z].*[A-Z]/.test(word)) found.push({ word, index: start });
  });
  return found;
}
