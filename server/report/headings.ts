import type { Role } from './model.ts';
import { roleOf } from './roles.ts';
import type { Line } from './scan.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a line heads, in its place. */
export interface Heading {
  readonly level: 1 | 2;
  readonly role: Role;
}

/** `II. Legal Measures`, `B) Capacity building`: it counts the title and is no part of it. */
const ENUMERATOR = /^(?:[IVX]{1,5}|[A-H])[.)]\s{1,4}(?=\S)/;

/** The line with the Roman number or the letter before its title passed over; itself where there is none. */
export function withoutEnumerator(text: string, line: Line): Line {
  const found = ENUMERATOR.exec(text.slice(line.textStart, Math.min(line.textEnd, line.textStart + 12)));
  return found ? { ...line, textStart: line.textStart + found[0].length } : line;
}

const ANNEX = /^(?:annex|appendix|attachment)\b(?:\s+[\dA-Z]{1,3})?\b/i;
const MAX_TITLE = 140;
const MAX_WORDS = 16;

/** Whether words end with the stop of a sentence, also one before the call of a footnote. */
function isEnded(words: string): boolean {
  let end = words.length;
  while (words[end - 1] === ']') {
    const call = words.lastIndexOf('[^', end - 1);
    if (call < 0) break;
    end = call;
  }
  return '.;:,'.includes(words[end - 1] ?? ' ');
}

/** Whether words could be a title: short, begun with a capital, and without the stop that ends a sentence. */
export function isTitleLike(words: string): boolean {
  if (words.length === 0 || words.length > MAX_TITLE || isEnded(words)) return false;
  // Chinese and Arabic have no capitals.
  if (!/^["'\u201c\u2018(]?[A-Z\d\u00c0-\u00de\u0410-\u042f\u0600-\u06ff\u4e00-\u9fff]/.test(words))
    return false;
  return words.split(/\s+/).length <= MAX_WORDS;
}

/** The share of longer words that begin with a capital: titles are near 1, sentences near 0.2. */
function capitalised(words: string): number {
  const long = words.split(/[\s/-]+/).filter(word => /^[A-Za-z]{4,}/.test(word));
  return long.length ? long.filter(word => /^[A-Z]/.test(word)).length / long.length : 0;
}

/** The lines of a text with a quick way to the next one that says something. */
export interface Sequence {
  readonly text: string;
  readonly lines: readonly Line[];
  /** Index of the next line after `i` that is neither blank nor comment nor running head; -1 at the end. */
  readonly next: Int32Array;
  /** Whether a paragraph may go on in the next line; in Word text each line is one. */
  readonly wraps: boolean;
}

/**
 * Whether line `i` is the heading of a section, and of which level; undefined for everything else.
 *
 * Titles in reports are bare lines that only their place tells from a list or a short paragraph: the number, the
 * words, and what follows decide together.
 *
 * @param current number of the section at hand (`3`), or null before the first
 */
export function headingAt(
  sequence: Sequence,
  i: number,
  current: string | null,
  vocabulary: Vocabulary,
): Heading | undefined {
  const { text, lines } = sequence;
  const line = withoutEnumerator(text, lines[i]);
  const words = text.slice(line.textStart, line.textEnd).trim();
  if (line.kind === 'numbered' && line.number)
    return numberedHeading(sequence, i, words, current, vocabulary);
  if (line.kind !== 'text' || words.length === 0 || words.length > MAX_TITLE) return undefined;
  const exact = vocabulary.roleOf(words);
  if (line.hashes > 0) return { level: line.hashes > 2 ? 2 : 1, role: exact ?? roleOf(words) };
  if (exact && exact !== 'other') return { level: 1, role: exact };
  if (ANNEX.test(words) && isTitleLike(words) && words.length <= 40) return { level: 1, role: 'other' };
  return undefined;
}

function numberedHeading(
  sequence: Sequence,
  i: number,
  words: string,
  current: string | null,
  vocabulary: Vocabulary,
): Heading | undefined {
  const line = sequence.lines[i];
  const number = line.number ?? '';
  const depth = number.split('.').length;
  // No title is that long, and a line may be as long as the file.
  const titled = words.length <= MAX_TITLE;
  const exact = titled ? vocabulary.roleOf(words) : undefined;
  const role = exact ?? (titled ? roleOf(words) : 'other');
  if (line.hashes > 0) return { level: depth > 1 ? 2 : 1, role };
  if (!titled) return undefined;
  const after = sequence.next[i] < 0 ? undefined : sequence.lines[sequence.next[i]];
  if (depth === 1) {
    if (exact && exact !== 'other') return { level: 1, role };
    if (!isTitleLike(words)) return undefined;
    if (after?.number?.startsWith(`${number}.`)) return { level: 1, role };
    const expected = current === null ? number === '1' : Number(number) === Number(current.split('.')[0]) + 1;
    return expected && (role !== 'other' || capitalised(words) >= 0.5) ? { level: 1, role } : undefined;
  }
  if (depth !== 2 || !after || !isTitleLike(words)) return undefined;
  // A line that runs on in the next one is the beginning of a wrapped paragraph.
  if (sequence.wraps && sequence.lines[i + 1]?.kind === 'text') return undefined;
  // A title inside a section is followed by what it heads, never by its own sibling.
  const heads =
    after.kind === 'item' || after.kind === 'text' || after.number?.startsWith(`${number}.`) === true;
  if (!heads) return undefined;
  if (after.kind === 'text' && after.hashes > 0) return undefined;
  return role !== 'other' || capitalised(words) >= 0.6 ? { level: 2, role } : undefined;
}
