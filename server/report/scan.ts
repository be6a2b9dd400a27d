import { MONTH } from '../text/dates.ts';
import type { LineIndex } from '../text/lines.ts';
import type { Item, Residue } from './model.ts';

/** What a line is, seen alone. What it means in its place is decided by outline.ts. */
export type LineKind =
  | 'blank'
  | 'comment'
  | 'rule'
  | 'footnote'
  | 'numbered'
  | 'item'
  | 'text'
  | 'running-head';

export interface Line {
  readonly kind: LineKind;
  /** Without white space around it and without residue before it. */
  readonly start: number;
  readonly end: number;
  /** Markdown heading level, 0 for none. */
  readonly hashes: number;
  /** The paragraph or section number as written, without a closing dot: `3.10`. */
  readonly number: string | null;
  readonly numberStart: number;
  readonly numberEnd: number;
  /** For an item: its mark. */
  readonly marker: string;
  readonly itemKind: Item['kind'] | null;
  /** Where the words begin: behind hashes, number, marker and emphasis. */
  readonly textStart: number;
  /** Where the words end: before closing emphasis. */
  readonly textEnd: number;
}

const SPACE = /[\s\u00a0\u202f\u200b\ufeff]/;
const BOOKMARK = /\[bookmark:[^\]\n]{0,200}\]/y;
const HASHES = /#{1,6}(?=[\s\u00a0])/y;
const RULE = /^(?:(?:\\?_){3,}|[\u2014\u2015]{3,}|-{3,}|\*{3,}|(?:[_*-] ){2,}[_*-])$/;
const RUNNING_HEAD = /^(?:[-\u2013] ?\d{1,3} ?[-\u2013]|C\d{2}\/[\dA-Z/]+(?:\(Rev\.?\d\))?-[EFSRCA])$/;
/** `3.2`, `2.`, `3.4.1`, `2\.`, behind which white space or the end of the line must stand. */
const NUMBER = /(\d{1,2}(?:\.\d{1,2}){0,3})(?:\\?\.)?(?=[\s\u00a0\u202f]|$)/y;
/** `1 March 2022` begins with a day and no number. */
const DATE = new RegExp(`\\d{1,2}[ \\u00a0]+${MONTH}[ \\u00a0,]+\\d{4}`, 'iy');
const LETTER_ITEM = /(?:\(?([a-z]|[ivx]{1,5})\)|([a-z]|[ivx]{1,5})\\?\.|\(?(\d{1,2})\))(?=[\s\u00a0])/y;
const BULLET = /[\u00b7\u2022\u25aa\u25cf\u2023\u25e6\u2013\u2014*+-](?=[\s\u00a0])/y;
const FOOTNOTE = /\[\^[^[\]\s]{1,100}\]:/y;
const EMPHASIS = /\*{1,3}|__/y;

const isSpace = (unit: number): boolean =>
  unit === 32 ||
  unit === 9 ||
  (unit > 127 && SPACE.test(String.fromCharCode(unit))) ||
  unit === 11 ||
  unit === 12 ||
  unit === 13 ||
  unit === 10;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Looks at every line once. `comments` are the HTML comments of the text, in order. */
export function scanLines(
  text: string,
  index: LineIndex,
  comments: readonly { start: number; end: number }[],
  residues: Residue[],
): Line[] {
  const lines: Line[] = [];
  let comment = 0;
  for (let i = 0; i < index.count; i++) {
    let start = index.starts[i];
    let end = i + 1 < index.count ? index.starts[i + 1] : text.length;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (comment < comments.length && comments[comment].end <= start) comment++;
    const over = comments[comment];
    if (over && over.start <= start && over.end >= end && start < end) {
      lines.push(plain('comment', start, end));
      continue;
    }
    lines.push(scanLine(text, start, end, residues));
  }
  return lines;
}

const plain = (kind: LineKind, start: number, end: number): Line => ({
  kind,
  start,
  end,
  hashes: 0,
  number: null,
  numberStart: start,
  numberEnd: start,
  marker: '',
  itemKind: null,
  textStart: start,
  textEnd: end,
});

/** Bookmarks that Word leaves before a number or a title; noted as residue and passed over. */
function skipBookmarks(text: string, from: number, end: number, residues: Residue[]): number {
  let at = from;
  while (text.charCodeAt(at) === 91 && at < end) {
    const found = match(BOOKMARK, text, at);
    if (!found || at + found[0].length > end) break;
    residues.push({ kind: 'bookmark', span: { start: at, end: at + found[0].length } });
    at += found[0].length;
    while (at < end && isSpace(text.charCodeAt(at))) at++;
  }
  return at;
}

function scanLine(text: string, from: number, end: number, residues: Residue[]): Line {
  if (from >= end) return plain('blank', from, end);
  const start = skipBookmarks(text, from, end, residues);
  if (end - start <= 200) {
    const whole = text.slice(start, end);
    if (RULE.test(whole)) return plain('rule', start, end);
    if (RUNNING_HEAD.test(whole)) return plain('running-head', start, end);
  }
  if (match(FOOTNOTE, text, start)) return plain('footnote', start, end);
  let at = start;
  const skipSpace = () => {
    while (at < end && isSpace(text.charCodeAt(at))) at++;
  };
  const hashes = match(HASHES, text, at)?.[0].length ?? 0;
  at += hashes;
  skipSpace();
  let textEnd = end;
  const emphasis = match(EMPHASIS, text, at)?.[0];
  if (
    emphasis &&
    text.endsWith(emphasis, end) &&
    end - at > 2 * emphasis.length &&
    text.indexOf(emphasis, at + 1) === end - emphasis.length
  ) {
    at += emphasis.length;
    textEnd = end - emphasis.length;
  }
  at = skipBookmarks(text, at, textEnd, residues);
  const number = match(DATE, text, at) ? null : match(NUMBER, text, at);
  if (number && number[1].length + at <= textEnd) {
    const numberStart = at;
    at += number[0].length;
    skipSpace();
    at = skipBookmarks(text, at, textEnd, residues);
    return {
      ...plain('numbered', start, end),
      hashes,
      number: number[1],
      numberStart,
      numberEnd: numberStart + number[1].length,
      textStart: Math.min(at, textEnd),
      textEnd,
    };
  }
  const item = hashes ? null : (match(LETTER_ITEM, text, at) ?? match(BULLET, text, at));
  if (item) {
    const markerStart = at;
    at += item[0].length;
    skipSpace();
    return {
      ...plain('item', start, end),
      marker: item[0],
      itemKind: kindOf(item),
      numberStart: markerStart,
      numberEnd: markerStart + item[0].length,
      textStart: Math.min(at, textEnd),
      textEnd,
    };
  }
  return { ...plain('text', start, end), hashes, textStart: at, textEnd };
}

function kindOf(item: RegExpExecArray): Item['kind'] {
  if (item[3]) return 'digit';
  const letters = item[1] ?? item[2];
  if (!letters) return 'bullet';
  return letters.length > 1 || letters === 'i' ? 'roman' : 'letter';
}
