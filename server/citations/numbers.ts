import { isDigit, isLower, isUpper, isWord, skipSpace } from './chars.ts';
import type { Oddity } from './citation.ts';
import type { Scan } from './scan.ts';

/**
 * The number of a Recommendation as it stands: series letters, dot, dotted number, suffix. Read character by
 * character, for this is where a dense list spends its time.
 */
export interface ReadNumber {
  /** Canonical: `X.1303bis`, `D.600R`, `Q.1912.5 C`. */
  readonly id: string;
  readonly series: string;
  /** The number alone, without series and suffix: `1303`, `1912.5`. */
  readonly digits: string;
  /** Digits before the first sub-number. */
  readonly mainDigits: number;
  readonly end: number;
  readonly oddity: Oddity | undefined;
}

const MOST_MAIN_DIGITS = 5;
const MOST_SUB_DIGITS = 4;
const MOST_SUB_NUMBERS = 4;

const SECOND = /\s?(bis|ter|quater|quarter)(?!\w)/y;
const ATTACHMENT = /\sattachment(?!\w)/y;

/** Single letters that stand behind a number after a space: national variants of old signalling and telegraph texts. */
const SPACED_LETTER: Readonly<Record<string, string>> = { Q: 'BCDEF', R: 'AB', D: 'R', E: 'R' };

/**
 * The end of digits with dotted sub-numbers that begin at `at` (`1303`, `1080.2`, `3016.1.2`); -1 where there are
 * none, or so many that this is no number of a text. `main` takes the count of digits before the first dot.
 */
export function dottedEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) {
    if (end - at === MOST_MAIN_DIGITS) return -1;
    end++;
  }
  if (end === at) return -1;
  for (let subs = 0; subs < MOST_SUB_NUMBERS; subs++) {
    if (text.charCodeAt(end) !== 46 || !isDigit(text.charCodeAt(end + 1))) break;
    let sub = end + 1;
    while (isDigit(text.charCodeAt(sub))) {
      if (sub - end > MOST_SUB_DIGITS) return -1;
      sub++;
    }
    end = sub;
  }
  return end;
}

/** How many digits begin at `at`. */
function digitsAt(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end - at;
}

/** Where the series letters that begin at `at` end (one to three capitals). */
export function seriesEnd(text: string, at: number): number {
  let end = at;
  while (end - at < 3 && isUpper(text.charCodeAt(end))) end++;
  return end;
}

/**
 * Reads a number that begins with its series letters at `at`; null where none stands there. `X. 1047`, `X1205` and
 * `X 1205` are read too and marked odd: whether they are believed depends on what stands around them.
 */
export function readNumber(scan: Scan, at: number): ReadNumber | null {
  const { text } = scan;
  const letters = seriesEnd(text, at);
  if (letters === at) return null;
  let digits = letters;
  let oddity: Oddity | undefined;
  const dot =
    text.charCodeAt(letters) === 46
      ? letters
      : text.charCodeAt(letters + 1) === 46
        ? skipSpace(text, letters, 1)
        : -1;
  if (dot >= 0) {
    digits = skipSpace(text, dot + 1, 2);
    if (dot !== letters || digits !== dot + 1) oddity = 'space';
    if (dot !== letters && text.charCodeAt(dot) !== 46) return null;
  } else {
    digits = skipSpace(text, letters, 1);
    oddity = 'dot';
  }
  if (!isDigit(text.charCodeAt(digits))) return null;
  const numberEnd = dottedEnd(text, digits);
  if (numberEnd < 0) return null;
  const end = suffixEnd(scan, at, numberEnd);
  if (end < 0) return null;
  const id =
    oddity || end !== numberEnd
      ? `${text.slice(at, letters)}.${text.slice(digits, numberEnd)}${suffix(text, numberEnd, end)}`
      : text.slice(at, end);
  return {
    id,
    series: text.slice(at, letters),
    digits: text.slice(digits, numberEnd),
    mainDigits: digitsAt(text, digits),
    end,
    oddity,
  };
}

/** The suffix in its canonical spelling: the Latin ones and the R of the regional series stand close. */
function suffix(text: string, from: number, to: number): string {
  const written = text.slice(from, to);
  const close = written.trimStart();
  return close.length === 1 && close !== written && close !== 'R'
    ? ` ${close}`
    : close === 'attachment'
      ? written
      : close;
}

/** Where the suffix behind a number ends: `numberEnd` itself where there is none, -1 where the word goes on otherwise. */
function suffixEnd(scan: Scan, at: number, numberEnd: number): number {
  const { text } = scan;
  const next = text.charCodeAt(numberEnd);
  if (next === 32 || isLower(next)) {
    const first = next === 32 ? text.charCodeAt(numberEnd + 1) : next;
    if (first === 98 || first === 116 || first === 113) {
      const end = scan.end(SECOND, numberEnd);
      if (end > 0) return end;
    }
    if (next === 32 && isUpper(first) && !isWord(text.charCodeAt(numberEnd + 2))) {
      const allowed = SPACED_LETTER[text[at]];
      if (allowed?.includes(text[numberEnd + 1]) && text.charCodeAt(numberEnd + 2) !== 38)
        return numberEnd + 2;
    }
    if (first === 97 && next === 32 && text.startsWith('H.350', at)) {
      const end = scan.end(ATTACHMENT, numberEnd);
      if (end > 0) return end;
    }
  }
  // `M.3016.x` stands for several.
  if (next === 46 && text.charCodeAt(numberEnd + 1) === 120) return -1;
  if (!isWord(next)) return numberEnd;
  const boundary = !isWord(text.charCodeAt(numberEnd + 1));
  // `D.600R`, `I.256.2a`
  if (boundary && (next === 82 || (next >= 97 && next <= 108))) return numberEnd + 1;
  // `X.509v3` names a version of what the text defines.
  if (next === 118 && isDigit(text.charCodeAt(numberEnd + 1))) return numberEnd;
  // `X.1205s`: several texts, or a slip.
  if (boundary && next === 115) return numberEnd;
  // `X.1254rev` is a revision under way.
  if (next === 114 && text.startsWith('rev', numberEnd) && !isWord(text.charCodeAt(numberEnd + 3)))
    return numberEnd;
  // `X.8xx`: a series, read elsewhere.
  return -1;
}
