import type { Span } from './span.ts';
import { MASK } from './view.ts';

/**
 * Abbreviations whose full stop ends no sentence, whatever follows. `etc.` is none of them: a capital after it
 * starts a sentence.
 */
const ABBREVIATIONS = new Set(
  (
    'rec recs rev res resol amd cor corr suppl sup add doc docs para paras art arts sec sect ch cf vs viz ' +
    'e.g i.e eg ie approx incl excl resp ext tel fig figs tab eq ref refs vol vols ed eds dept univ intl ' +
    'mr mrs ms dr prof st gen col sen gov messrs h.e'
  ).split(' '),
);

/** Abbreviations only before a number: `No. 5`, `p. 12`, `Oct. 2018`; elsewhere they are words with a full stop. */
const BEFORE_NUMBER = new Set(
  'no nos p pp nr q jan feb mar apr jun jul aug sep sept oct nov dec chap annex'.split(' '),
);

/** Whether a word, without its full stop, abbreviates another whatever follows: `rec`, `e.g`, `etc`. */
export const isAbbreviation = (word: string): boolean => {
  const key = word.toLowerCase();
  return ABBREVIATIONS.has(key) || BEFORE_NUMBER.has(key) || key === 'etc';
};

const isDigit = (c: string): boolean => c >= '0' && c <= '9';
const isLetter = (c: string): boolean => c.toLowerCase() !== c.toUpperCase();
const isUpper = (c: string): boolean => isLetter(c) && c === c.toUpperCase();
const isLower = (c: string): boolean => isLetter(c) && c !== c.toUpperCase();
const isSpace = (c: string): boolean => c === ' ' || c === '\n' || c === '\t' || c === '\r' || c === MASK;
const isCloser = (c: string): boolean => c === '"' || c === "'" || c === ')' || c === ']' || c === MASK;

const LINE_FEED = 10;
const [STOP, QUESTION, EXCLAMATION, ELLIPSIS] = [...'.?!\u2026'].map(mark => mark.charCodeAt(0));

/** Whether a sentence may end with a character. */
const isMark = (code: number): boolean =>
  code === STOP || code === QUESTION || code === EXCLAMATION || code === ELLIPSIS;

/** No word that matters here is longer, and a look back has to be bounded. */
const LONGEST_WORD = 24;

/**
 * The sentences of a view (see view.ts), in order, without the white space between them; what is masked at a
 * sentence's edges does not belong to it. A full stop inside an identifier, a number or an abbreviation ends no
 * sentence; one before a closing quotation mark, a bracket, a link's target or a footnote mark does. A blank line
 * always ends one. Linear in the length of the view.
 */
export function sentences(view: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && isSpace(view[from])) from++;
    while (to > from && isSpace(view[to - 1])) to--;
    if (to > from) found.push({ start: from, end: to });
    start = end;
  };
  for (let i = 0; i < view.length; ) {
    const code = view.charCodeAt(i);
    if (code === LINE_FEED) {
      const after = pastBlankLine(view, i);
      if (after > 0) close(i);
      i = Math.max(after, i + 1);
    } else if (isMark(code)) {
      let run = i + 1;
      while (run < view.length && isMark(view.charCodeAt(run))) run++;
      const end = sentenceEnd(view, start, i, run);
      if (end > 0) close(end);
      i = Math.max(end, run);
    } else {
      i++;
    }
  }
  close(view.length);
  return found;
}

/** The sentence that holds an offset; undefined between two sentences. By halving: reports have thousands. */
export function sentenceAt(all: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = all.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (all[middle].end <= offset) low = middle + 1;
    else if (all[middle].start > offset) high = middle - 1;
    else return all[middle];
  }
  return undefined;
}

/** Where the text goes on after a line break that starts a blank line; 0 where the next line is not blank. */
function pastBlankLine(view: string, lineBreak: number): number {
  let i = lineBreak + 1;
  while (i < view.length && (view[i] === ' ' || view[i] === '\t' || view[i] === '\r')) i++;
  return view[i] === '\n' ? i : 0;
}

/** Where the sentence ends whose last mark stands at `[mark, run)`; 0 where that mark ends none. */
function sentenceEnd(view: string, start: number, mark: number, run: number): number {
  let end = run;
  while (end < view.length && isCloser(view[end])) end++;
  if (end === view.length) return end;
  const single = view[mark] === '.' && run === mark + 1;
  if (!isSpace(view[end]) && !isSpace(view[end - 1])) {
    return single && end === run ? gluedEnd(view, mark) : 0;
  }
  let next = end;
  while (next < view.length && isSpace(view[next])) next++;
  if (next === view.length) return end;
  let opening = next;
  while (opening < view.length && '("[\''.includes(view[opening])) opening++;
  const c = view[opening] ?? '';
  if (isLower(c) || ',;:)-/'.includes(c)) return 0;
  return single && !endsWord(view, start, mark, c) ? 0 : end;
}

/** Whether the full stop at `mark` ends the word before it rather than abbreviating it. */
function endsWord(view: string, start: number, mark: number, next: string): boolean {
  let from = mark;
  while (from > start && mark - from < LONGEST_WORD && (isLetter(view[from - 1]) || view[from - 1] === '.'))
    from--;
  const word = view.slice(from, mark).toLowerCase();
  if (word === '') {
    // `1. Heading`: a number that opens a sentence is its mark, not its end.
    let digits = mark;
    while (digits > start && isDigit(view[digits - 1])) digits--;
    return digits === mark || view.slice(start, digits).trim() !== '';
  }
  if (ABBREVIATIONS.has(word)) return false;
  if (BEFORE_NUMBER.has(word)) return !isDigit(next);
  // Initials: `I.R. Iran`, `J. Smith`. A letter after a digit or a dash (`SG-A.`) is no initial.
  const before = view[from - 1] ?? ' ';
  const initial =
    /^(?:[a-z]\.)*[a-z]$/.test(word) && isUpper(view[from]) && (isSpace(before) || before === '(');
  return !(initial && (word.length > 1 || isUpper(next)) && word !== 'i');
}

/**
 * The end of a sentence that lost the space behind it (`done.The`), or that carries a footnote's number as plain
 * digits (`done.1 The`); 0 where the full stop is inside a word.
 */
function gluedEnd(view: string, mark: number): number {
  const longWord =
    isLower(view[mark - 1] ?? '') && isLower(view[mark - 2] ?? '') && isLetter(view[mark - 3] ?? '');
  if (!longWord) return 0;
  if (isUpper(view[mark + 1]) && isLower(view[mark + 2] ?? '')) return mark + 1;
  let digits = mark + 1;
  while (digits < view.length && digits - mark < 4 && isDigit(view[digits])) digits++;
  const after = view[digits] === ' ' ? view[digits + 1] : undefined;
  return digits > mark + 1 && after !== undefined && isUpper(after) ? digits : 0;
}
