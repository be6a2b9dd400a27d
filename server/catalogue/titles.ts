import { editDistance } from './distance.ts';

/** How titles are compared: by their words, whatever the case, the punctuation and the variety of English. */

/** Words that say nothing about what a text is about. */
const EMPTY_WORDS = new Set('a an and as at by for from in into of on or the their to via with'.split(' '));

/** A report or a Supplement names the number before the title: `ITU-T X.1051 - Supplement on …`. */
const PREFIX =
  /^\s*(?:(?:draft|new|revised)\s+)*(?:recommendations?\s+|rec\.\s*)?itu-[tr]\s+(?:recommendations?\s+)?[a-z]{1,4}[.\s]?\d[\w./-]{0,40}\s*(?:\(\d{2,4}(?:\/\d{4})?\)\s*)?[-:,(]*\s*/;

/** A title taken apart. */
interface FoldedTitle {
  /** The words that carry meaning, folded. */
  readonly words: readonly string[];
  /** How many of them stand before each end of a segment (at a colon, a dash, a bracket). */
  readonly ends: ReadonlySet<number>;
}

/** Lower case, accents off, look-alikes of hyphens and quotation marks folded, ITU's prefix off. */
function plain(title: string): string {
  const bare = ASCII.test(title)
    ? title
    : title
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/[\u2010-\u2015\u2212]/g, '-');
  return bare.toLowerCase().replace(PREFIX, '').replaceAll('&', ' and ');
}

const ASCII = /^[\t\n\r\x20-\x7e]*$/;

/** One spelling for both varieties of English and for singular and plural. Not English any more, but the same twice. */
export function foldWord(word: string): string {
  return word
    .replace(/^programme(?=s?$)/, 'program')
    .replace(/(..)ies$/, '$1y')
    .replace(/(...?[^su])s$/, '$1')
    .replace(/(..)is(e|ed|er|ing|ation)$/, '$1iz$2')
    .replace(/(..)our$/, '$1or')
    .replace(/(.)ence$/, '$1ense')
    .replace(/([tb])re$/, '$1er')
    .replace(/logue$/, 'log')
    .replace(/ll(ing|ed|er)$/, 'l$1');
}

/** The folded words of a title that carry meaning; all its words where none does. `fold` may remember its answers. */
export function titleWords(title: string, fold = foldWord): readonly string[] {
  const written = wordsOf(plain(title));
  const words = written.filter(word => !EMPTY_WORDS.has(word));
  return (words.length ? words : written).map(fold);
}

/** The words of a plain text. Most titles are ASCII, and the wider pattern is far slower. */
const wordsOf = (text: string): readonly string[] =>
  text.match(ASCII.test(text) ? /[a-z\d]+/g : /[\p{L}\p{N}]+/gu) ?? [];

function foldTitle(title: string): FoldedTitle {
  const words: string[] = [];
  const ends = new Set<number>();
  const all: string[] = [];
  for (const segment of plain(title).split(/\s-+\s|[:;()[\]]/)) {
    for (const word of wordsOf(segment)) {
      const folded = foldWord(word);
      all.push(folded);
      if (!EMPTY_WORDS.has(word)) words.push(folded);
    }
    ends.add(words.length);
  }
  return { words: words.length ? words : all, ends };
}

/** More words than any title has; what is longer is compared without its misprints. */
const MISPRINT_WORDS = 24;

/**
 * How far two titles say the same, from 0 to 1. From .9 on they are one title, spelled or cut differently; below .6
 * they are two. Order of words counts only where one title is a part of the other.
 */
export function titleSimilarity(a: string, b: string): number {
  const one = foldTitle(a);
  const two = foldTitle(b);
  const [short, long] = one.words.length <= two.words.length ? [one, two] : [two, one];
  if (short.words.length === 0) return 0;
  const shared = countShared(short.words, long.words);
  const overlap = (2 * shared) / (short.words.length + long.words.length);
  return Math.max(overlap, partScore(short, long));
}

/** How many words of `short` have a partner in `long`, each used once; a misprint still is a partner. */
function countShared(short: readonly string[], long: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of long) left.set(word, (left.get(word) ?? 0) + 1);
  const unmatched: string[] = [];
  let shared = 0;
  for (const word of short) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      left.set(word, count - 1);
      shared++;
    } else unmatched.push(word);
  }
  if (unmatched.length > MISPRINT_WORDS || long.length > MISPRINT_WORDS * 2) return shared;
  for (const word of unmatched) {
    // Numbers and short words differ by a letter and mean another thing.
    const limit = /\d/.test(word) ? 0 : word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
    if (limit === 0) continue;
    for (const [other, count] of left) {
      if (count > 0 && !/\d/.test(other) && editDistance(word, other, limit) <= limit) {
        left.set(other, count - 1);
        shared += 0.95;
        break;
      }
    }
  }
  return shared;
}

/**
 * A title cut at a subtitle, or without what stands before or after its own part, is still that title; one that
 * merely occurs in a longer one may be another.
 */
function partScore(short: FoldedTitle, long: FoldedTitle): number {
  const size = short.words.length;
  if (size < 3 || size === long.words.length || long.words.length > MAX_WORDS) return 0;
  for (let offset = 0; offset + size <= long.words.length; offset++) {
    if (!short.words.every((word, index) => word === long.words[index + offset])) continue;
    const starts = offset === 0 || long.ends.has(offset);
    const ends = long.ends.has(offset + size);
    return starts && ends ? 0.93 : starts || ends ? 0.78 : 0.7;
  }
  return 0;
}

/** No title is longer; of a text that is, only the shared words are counted. */
const MAX_WORDS = 200;

/** The best fit of a quoted title among all that a text has borne. */
export function titleFit(
  text: { readonly title: string | null; readonly editions: readonly { readonly title: string | null }[] },
  quoted: string,
): number {
  const borne = new Set([text.title, ...text.editions.map(edition => edition.title)]);
  let best = 0;
  for (const title of borne) if (title !== null) best = Math.max(best, titleSimilarity(title, quoted));
  return best;
}
