import { Pattern, type ScannedText } from '../text/pattern/pattern.ts';

/** How a report writes a number: `15 000`, `2,700`, `1.2 million`, `three (3)`, `two hundred and fifty`, `3rd`. */

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINAL_UNITS = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
];

interface NumberWord {
  readonly value: number;
  readonly kind: 'unit' | 'ten' | 'scale';
  readonly ordinal: boolean;
}

const WORDS = new Map<string, NumberWord>([
  ...UNITS.map((word, value): [string, NumberWord] => [word, { value, kind: 'unit', ordinal: false }]),
  ...ORDINAL_UNITS.map((word, value): [string, NumberWord] => [word, { value, kind: 'unit', ordinal: true }]),
  ...TENS.map((word, i): [string, NumberWord] => [word, { value: 20 + 10 * i, kind: 'ten', ordinal: false }]),
  ...TENS.map((word, i): [string, NumberWord] => [
    `${word.slice(0, -1)}ieth`,
    { value: 20 + 10 * i, kind: 'ten', ordinal: true },
  ]),
  ['dozen', { value: 12, kind: 'scale', ordinal: false }],
  ['hundred', { value: 100, kind: 'scale', ordinal: false }],
  ['hundredth', { value: 100, kind: 'scale', ordinal: true }],
  ['thousand', { value: 1e3, kind: 'scale', ordinal: false }],
  ['million', { value: 1e6, kind: 'scale', ordinal: false }],
  ['billion', { value: 1e9, kind: 'scale', ordinal: false }],
]);

/** `[Tt](?:wo|hree|…)`: grouped by first letter. */
function startingWords(): string {
  const groups = new Map<string, string[]>();
  for (const [word, { kind, value }] of WORDS) {
    if (kind === 'scale' || value === 0) continue;
    groups.set(word[0], [...(groups.get(word[0]) ?? []), word.slice(1)]);
  }
  return [...groups]
    .map(
      ([letter, rest]) =>
        `[${letter.toUpperCase()}${letter}](?:${rest.sort((a, b) => b.length - a.length).join('|')})`,
    )
    .join('|');
}

/**
 * Where a number may begin: digits, or a number word. Multiples (`hundred`) start one only after `a`, as in
 * `a hundred` and `half a million`; zero is never a figure of a report.
 */
const BEGINNING = `(?<!\\d)\\d+|\\b(?:(?:[Hh]alf )?[Aa] (?=(?:hundred|thousand|million|billion|dozen)\\b)|(?:${startingWords()})\\b)`;
const BEGINS = new RegExp(BEGINNING, 'y');
const NUMBERS = new Pattern(new RegExp(BEGINNING));

/** Where the digits or the number word end with which a number begins at an offset; -1 where none does. */
export function beginningAt(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  if (end > at) return end;
  BEGINS.lastIndex = at;
  return BEGINS.test(text) ? BEGINS.lastIndex : -1;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Where to look for the numbers of a text, in order: `beginningAt` tells whether one is there. */
export const placesOfNumbers = (scanned: ScannedText): Uint32Array => NUMBERS.placesIn(scanned);

/** `two`, `Thirty`, `hundred`: a number word that is no ordinal. */
export const isCardinalWord = (word: string): boolean => WORDS.get(word.toLowerCase())?.ordinal === false;

/** A number as a report writes it: in words up to twenty, in digits beyond. */
export const numberInWords = (value: number): string =>
  Number.isInteger(value) && value >= 0 && value < UNITS.length
    ? UNITS[value]
    : value === 20
      ? 'twenty'
      : String(value);

/** A number as read: where it ends, and what it says. */
export interface NumberRead {
  readonly value: number;
  /** Offset behind its last code unit. */
  readonly end: number;
  readonly ordinal: boolean;
  /** Written in digits. */
  readonly digits: boolean;
  /** Written with a decimal point (`2.2`, `1.0`): rarely a figure, often the number of an objective or a version. */
  readonly decimal: boolean;
}

/** More digits than this are no count of anything. */
const MAX_DIGITS = 12;

/** Bounded: of a list without spaces (`1,1,1,…`) no more than an address is read. */
const DIGITS = /\d{1,20}(?:[.,]\d{1,20}){0,6}/y;
const THOUSANDS = /(?: \d{3}){1,4}(?!\d)/y;
const ORDINAL_SUFFIX = /(?:st|nd|rd|th)\b/y;
const MULTIPLIER = /[\s-]{1,3}(hundred|thousand|million|billion)\b/iy;
const DOUBLED = /\s{0,2}\((\d{1,6})\)/y;
const NEXT_WORD = /(\s{1,3}and\s{1,3}|[\s-]{1,3})([A-Za-z]{2,11})\b/y;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/**
 * Reads the number that begins at `at` (a place where `beginningAt` finds one); undefined where the digits are no plain
 * number (`1.2.3`, `192.168.0.1`, sixteen digits of a card).
 */
export function readNumber(view: string, at: number): NumberRead | undefined {
  const code = view.charCodeAt(at);
  return code >= 48 && code <= 57 ? readDigits(view, at) : readWords(view, at);
}

function readDigits(view: string, at: number): NumberRead | undefined {
  const token = matchAt(DIGITS, view, at)![0];
  if (token.length > MAX_DIGITS + 4) return undefined;
  let end = at + token.length;
  let value: number;
  let decimal = false;
  if (/^\d{1,3}(?:,\d{3})+$/.test(token)) value = Number(token.replaceAll(',', ''));
  else if (/^\d+$/.test(token)) {
    value = Number(token);
    const groups = token.length <= 3 ? matchAt(THOUSANDS, view, end) : null;
    if (groups && groups[0].length <= 12) {
      value = Number((token + groups[0]).replaceAll(' ', ''));
      end += groups[0].length;
    }
  } else if (/^\d+\.\d+$/.test(token)) {
    value = Number(token);
    decimal = true;
  } else {
    // `5,6` or `1.2.3`: a list without spaces, a version, an address. Only a list's first member is plain.
    return undefined;
  }
  const suffix = matchAt(ORDINAL_SUFFIX, view, end);
  if (suffix) return { value, end: end + suffix[0].length, ordinal: true, digits: true, decimal };
  const scale = matchAt(MULTIPLIER, view, end);
  if (scale) {
    value = Math.round(value * WORDS.get(scale[1].toLowerCase())!.value * 1000) / 1000;
    end += scale[0].length;
    decimal = false;
  }
  return { value, end, ordinal: false, digits: true, decimal };
}

function readWords(view: string, at: number): NumberRead | undefined {
  let end = at;
  let total = 0;
  let group = 0;
  let ordinal = false;
  let last: NumberWord | undefined;
  const first = /[A-Za-z]+/y;
  first.lastIndex = at;
  let word = first.exec(view)?.[0].toLowerCase() ?? '';
  let next = at + word.length;
  const half = word === 'half';
  if (half) next += ' a'.length;
  if (word === 'a' || half) {
    group = half ? 0.5 : 1;
    last = WORDS.get('one');
    word = '';
  }
  for (let steps = 0; steps < 12; steps++) {
    if (word !== '') {
      const read = WORDS.get(word);
      if (!read || !follows(last, read)) break;
      if (read.kind !== 'scale') group += read.value;
      else if (read.value <= 100) group = (group || 1) * read.value;
      else {
        total += (group || 1) * read.value;
        group = 0;
      }
      last = read;
      end = next;
      if (read.ordinal) {
        ordinal = true;
        break;
      }
    }
    const following = matchAt(NEXT_WORD, view, next);
    if (!following) break;
    // `and` joins inside a number only after a multiple: `two hundred and fifty`, but `five and six`.
    if (following[1].includes('and') && last?.kind !== 'scale') break;
    word = following[2].toLowerCase();
    next += following[0].length;
  }
  if (end === at) return undefined;
  const value = total + group;
  const doubled = matchAt(DOUBLED, view, end);
  if (doubled && Number(doubled[1]) === value) end += doubled[0].length;
  return { value, end, ordinal, digits: false, decimal: false };
}

/** Whether `next` may follow `last` inside one number: `twenty five`, `two hundred`, never `five six`. */
function follows(last: NumberWord | undefined, next: NumberWord): boolean {
  if (!last) return true;
  if (next.kind === 'scale') return !last.ordinal;
  if (last.kind === 'scale') return true;
  return last.kind === 'ten' && next.kind === 'unit' && next.value < 10 && next.value > 0;
}
