import { isCardinalWord } from './numbers.ts';
import { ENDS_PHRASE, isAttributivePlural, isPlural } from './words.ts';

/** The thing counted, read to the right of a number. */
export interface Phrase {
  /** The counted noun as written, with the words that make its name: `Member States`, `work items`. */
  readonly unit: string;
  /** Offset of the first word behind the number. */
  readonly start: number;
  /** Offset behind the counted noun. */
  readonly end: number;
  /** Every word from `start` to `end`, as written. */
  readonly words: readonly string[];
  readonly plural: boolean;
}

/** A counted thing has few modifiers; what runs on longer is a sentence. */
const MAX_WORDS = 11;

const WORD = /\s*([A-Za-z\u00c0-\u024f\d][A-Za-z\u00c0-\u024f\d'&/.+-]*)/y;
const PARENTHESIS = /\s{0,3}\([^()\n]{1,40}\)/y;
const COMMA = /,(?=\s{1,3}[A-Za-z])/y;
const TRAILING = /(?<!['&/.+-])['&/.+-]+$/;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function wordAt(view: string, at: number): Word | undefined {
  WORD.lastIndex = at;
  const found = WORD.exec(view);
  if (!found) return undefined;
  const text = found[1].replace(TRAILING, '');
  const start = at + found[0].length - found[1].length;
  return { text, start, end: start + text.length };
}

const isAnd = (word: string): boolean => /^(?:and|or|and\/or|&)$/i.test(word);

/**
 * Reads the counted thing that begins at `at`: modifiers, then the first plural noun (with nouns that belong to it,
 * as in `United Nations agencies`). Undefined where a verb, a preposition, a number or the end comes first.
 */
export function pluralPhrase(view: string, at: number): Phrase | undefined {
  const words: Word[] = [];
  let place = at;
  for (let i = 0; i < MAX_WORDS; i++) {
    const word = wordAt(view, place) ?? wordAt(view, skipped(view, place));
    if (!word || !canStand(word.text) || (i === 0 && cannotOpen(word.text))) return undefined;
    words.push(word);
    if (isPlural(word.text)) return phraseOf(extended(view, words), true);
    place = word.end;
    COMMA.lastIndex = place;
    // `new, revised or withdrawn texts`: a comma joins modifiers, which are in small letters.
    if (COMMA.test(view)) {
      if (!/^[a-z-]+$/.test(word.text)) return undefined;
      place++;
    }
  }
  return undefined;
}

/** Jumps over a short bracket between a number and its noun: `six (out of ten) regions`. */
function skipped(view: string, at: number): number {
  PARENTHESIS.lastIndex = at;
  const found = PARENTHESIS.exec(view);
  return found ? at + found[0].length : at;
}

/** Whether a word may stand between a number and its noun. */
function canStand(word: string): boolean {
  if (/^\d+$/.test(word)) return /^(?:19|20)\d{2}$/.test(word);
  return isAnd(word) || !(ENDS_PHRASE.has(word.toLowerCase()) || isCardinalWord(word));
}

/** `14 and 15` join two numbers, `two thirds` are a fraction. */
const cannotOpen = (word: string): boolean =>
  isAnd(word) || /^(?:thirds|quarters|fifths|sixths|tenths)$/i.test(word);

/** Takes in what follows a plural that only modifies: another plural, or one behind a single noun. */
function extended(view: string, words: Word[]): Word[] {
  const last = words[words.length - 1];
  const next = plainNext(view, last.end);
  if (!next) return words;
  if (isPlural(next.text)) return [...words, next];
  if (!isAttributivePlural(last.text)) return words;
  const second = /ed$/.test(next.text) ? undefined : plainNext(view, next.end);
  return second && isPlural(second.text) ? [...words, next, second] : words;
}

/** The next word where only white space parts it from the last one. */
function plainNext(view: string, at: number): Word | undefined {
  const word = wordAt(view, at);
  if (!word || isAnd(word.text) || !canStand(word.text)) return undefined;
  return /^\s+$/.test(view.slice(at, word.start)) ? word : undefined;
}

/**
 * Reads the counted thing behind `one` or an ordinal: the words up to the next preposition, verb or stop, a
 * singular noun last.
 */
export function singularPhrase(view: string, at: number): Phrase | undefined {
  const words: Word[] = [];
  let place = at;
  for (let i = 0; i < MAX_WORDS; i++) {
    const word = wordAt(view, place);
    if (!word || !canStand(word.text) || isAnd(word.text) || /ed$/.test(word.text)) break;
    words.push(word);
    place = word.end;
  }
  return words.length ? phraseOf(words, false) : undefined;
}

function phraseOf(words: readonly Word[], plural: boolean): Phrase {
  return {
    unit: unitOf(words),
    start: words[0].start,
    end: words[words.length - 1].end,
    words: words.map(word => word.text),
    plural,
  };
}

/** Nouns that name a thing only together with the word before them. */
const COMPOUND_HEADS =
  /^(?:states|items?|teams|countries|nations|agencies|groups|bodies|organi[sz]ations|institutions|points|exercises|drills|frameworks|courses|sessions|meetings|centres|centers|projects|strategies)$/i;

/** The counted noun with the words before it that make its name: capitals, or the first noun of a compound. */
function unitOf(words: readonly Word[]): string {
  let from = words.length - 1;
  const name = (word: Word) => /^[A-Z]/.test(word.text) && !/-[a-z]+ed$/.test(word.text);
  const compound =
    from > 0 && COMPOUND_HEADS.test(words[from].text) && !/(?:ed|ing|al|new|ic)$/.test(words[from - 1].text);
  if (compound && !name(words[from])) from--;
  if (name(words[from])) while (from > 0 && name(words[from - 1])) from--;
  return words
    .slice(from)
    .map(word => word.text)
    .join(' ');
}
