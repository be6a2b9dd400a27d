import { perBlock } from '../reading/per-block.ts';
import type { ReadBlock, Reading } from '../reading/reading.ts';
import { allParagraphs, type Paragraph, type Role } from '../report/model.ts';
import type { Span } from '../text/span.ts';
import { view } from '../text/view.ts';
import { marksOf, withMarksKept } from './marks.ts';
import { lineStart } from './places.ts';
import { onOneLine } from './segments.ts';

/** A paragraph with its items, as it is compared with those of another year: marks count as if they were kept. */
export interface Unit {
  /** Null for a mark that stands where a paragraph without a number will be. */
  readonly paragraph: Paragraph | null;
  readonly role: Role;
  readonly place: string;
  /** The number's last part; null without a number. */
  readonly position: number | null;
  readonly span: Span;
  /** One line for the paragraph, one for each item. */
  readonly lines: readonly string[];
  /** Words and numbers, small: equal for what was taken over. */
  readonly key: string;
  /** Pairs of neighbouring words with numbers masked, hashed; each once. */
  readonly pairs: ReadonlySet<number>;
  /** Open marks in it. */
  readonly marks: number;
}

const WORD = /[\p{L}\d]+/gu;

interface Words {
  readonly key: string;
  readonly pairs: readonly number[];
  readonly line: string;
}

/** What a conversion left behind, and the footnotes that Word text carries inside. */
const RESIDUE =
  /\[bookmark:[^\]\n]{0,200}\]|\[footnoteRef:\d{1,4}\]|\[\d{1,4}:\s(?:[^[\]\n]|\[[^[\]\n]{0,200}\]){0,4000}\]|<!--(?:(?!<!--)[^>]){0,2000}-->/g;

/** The words of a piece of text; a comment that is no mark says nothing. */
function wordsOf(raw: string): Words {
  const text = withMarksKept(raw);
  const words = view(text).toLowerCase().match(WORD);
  const pairs: number[] = [];
  let before = 0x811c9dc5;
  for (const word of words ?? []) {
    const hash = hashOf(/\d/.test(word) ? '#' : word);
    pairs.push(Math.imul(before, 31) ^ hash);
    before = hash;
  }
  return { key: words?.join(' ') ?? '', pairs, line: onOneLine(text.replace(RESIDUE, '')) };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let value = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

const blockWords = perBlock(block => wordsOf(block.text));

const known = new WeakMap<Reading, readonly Unit[]>();

/** The paragraphs of a report's sections, in the order of the text; what a block says is kept by the block. */
export function unitsOf(reading: Reading): readonly Unit[] {
  let units = known.get(reading);
  if (!units) known.set(reading, (units = findUnits(reading)));
  return units;
}

function findUnits(reading: Reading): Unit[] {
  const { report } = reading;
  const blocks = new Map<Paragraph, ReadBlock[]>();
  for (const block of reading.blocks) {
    const { paragraph } = block.block;
    if (!paragraph || block.kind === 'footnote') continue;
    const list = blocks.get(paragraph);
    if (list) list.push(block);
    else blocks.set(paragraph, [block]);
  }
  const marks = marksOf(report);
  let next = 0;
  const units: Unit[] = [];
  for (const { section, paragraph } of allParagraphs(report.sections)) {
    while (next < marks.length && marks[next].span.end <= paragraph.span.start) next++;
    const from = next;
    while (next < marks.length && marks[next].span.start < paragraph.span.end) next++;
    const words = (blocks.get(paragraph) ?? []).map(block => ({ block, words: blockWords(block) }));
    const markers = new Map(paragraph.items.map(({ body, markerSpan }) => [body.start, markerSpan]));
    const number = paragraph.number;
    units.push({
      paragraph,
      role: section.role,
      place: paragraph.place,
      position: number === null ? null : Number(number.slice(number.lastIndexOf('.') + 1)),
      span: paragraph.span,
      lines: words.map(({ block, words }) => {
        const marker = markers.get(block.block.span.start);
        const lead =
          block.kind === 'paragraph' ? number : marker && report.text.slice(marker.start, marker.end);
        return [lead, words.line].filter(Boolean).join(' ');
      }),
      key: words.map(one => one.words.key).join(' '),
      pairs: new Set(words.flatMap(one => one.words.pairs)),
      marks: next - from,
    });
  }
  return [...units, ...loneMarks(reading, units)].sort((a, b) => a.span.start - b.span.start);
}

/** A paragraph without a number of which nothing but a mark is there yet: a comment to the parser. */
function loneMarks({ report }: Reading, units: readonly Unit[]): Unit[] {
  let next = 0;
  return marksOf(report).flatMap(({ span, role, place, text, closed }): Unit[] => {
    while (next < units.length && units[next].span.end <= span.start) next++;
    const inside = next < units.length && units[next].span.start <= span.start;
    const first = report.text.slice(lineStart(report, span.start), span.start).trim() === '';
    if (inside || !first || !closed || role === 'other') return [];
    const { key, pairs, line } = wordsOf(text);
    return [
      {
        paragraph: null,
        role,
        place,
        position: null,
        span,
        lines: [line],
        key,
        pairs: new Set(pairs),
        marks: 1,
      },
    ];
  });
}
