import { perBlock } from '../../reading/per-block.ts';
import type { ReadBlock, Reading } from '../../reading/reading.ts';
import { scannedView, unquoted } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { type Span, shifted } from '../../text/span.ts';
import type { ReportContext } from '../rule.ts';
import { inReport, isRunning } from '../text/help.ts';
import type { Known } from './known.ts';
import { baseOf, capitalized, firstWordOf, isAcronym, isSmall, type Word, wordsOf } from './letters.ts';

/** Where a text writes an acronym out: `Full Name (FN)` or `FN (Full Name)`. */
export interface Definition extends Span {
  /** As written, plural and version included. */
  readonly written: string;
  readonly writtenSpan: Span;
  readonly expansion: string;
  readonly expansionSpan: Span;
  readonly place: string;
  /** Of the front matter, of a heading, inside a quotation: none of these counts as the text's own definition. */
  readonly where: 'body' | 'front' | 'heading' | 'quotation';
  /** False where words and letters do not agree, and only the capitals of the words say that they are a name. */
  readonly fits: boolean;
}

export interface Use extends Span {
  readonly written: string;
  readonly place: string;
  readonly where: 'body' | 'front' | 'heading';
}

export interface Entry {
  readonly acronym: string;
  readonly definitions: readonly Definition[];
  /** Without those inside definitions, quotations and identifiers. */
  readonly uses: readonly Use[];
  /** How often the acronym stands anywhere in the text, definitions, quotations and identifiers included. */
  readonly mentions: number;
}

/** Every acronym of a report by its base (`CIRT` for `CIRTs`), in the order of the text. */
export type AcronymTable = ReadonlyMap<string, Entry>;

/** The table of the report that a rule looks at, made once for all rules of the group. */
export type TableOf = (context: ReportContext) => AcronymTable;

interface Building {
  acronym: string;
  definitions: Definition[];
  uses: Use[];
  mentions: number;
}

/**
 * Reads the acronyms of a report: where each is written out and where it is used.
 *
 * @param known acronyms with small letters (`MoU`, `IoT`) are recognised as such by this list or by a definition
 */
export function acronymTable(reading: Reading, known: Known): AcronymTable {
  const table = new Map<string, Building>();
  const entry = (acronym: string): Building => {
    const found = table.get(acronym) ?? { acronym, definitions: [], uses: [], mentions: 0 };
    table.set(acronym, found);
    return found;
  };
  const front = new Set(reading.report.heads.flatMap(head => head.paragraphs));
  const whereOf = (block: ReadBlock): 'body' | 'front' | 'heading' =>
    !isRunning(block)
      ? 'heading'
      : block.block.paragraph && front.has(block.block.paragraph)
        ? 'front'
        : 'body';
  const defined = new Map<ReadBlock, Definition[]>();
  for (const block of reading.blocks) {
    const definitions = definitionsIn(block).map(one => placed(one, block, whereOf(block)));
    if (definitions.length > 0) defined.set(block, definitions);
    for (const definition of definitions) entry(baseOf(definition.written)).definitions.push(definition);
  }
  const isKnown = (base: string): boolean => table.has(base) || known.has(base);
  for (const block of reading.blocks) {
    const own = (defined.get(block) ?? [])
      .map(({ writtenSpan }) => writtenSpan)
      .sort((a, b) => a.start - b.start);
    const where = whereOf(block);
    let next = 0;
    for (const { base, ...use } of usesIn(block, isKnown)) {
      while (next < own.length && own[next].end <= use.start) next++;
      const isOwn = next < own.length && own[next].start <= use.start;
      if (!isOwn) entry(base).uses.push({ ...use, where });
    }
  }
  countMentions(reading, table);
  return table;
}

function countMentions(reading: Reading, table: ReadonlyMap<string, Building>): void {
  for (const block of reading.blocks) {
    for (const base of basesIn(block)) {
      const entry = table.get(base);
      if (entry) entry.mentions++;
    }
  }
}

/** Everything in a block that may be an acronym, by its base; a compound and its parts each. */
const basesIn = perBlock(({ view }): string[] =>
  capitalized(view).flatMap(({ word }) =>
    (word.includes('-') ? [word, ...word.split('-')] : [word]).map(baseOf),
  ),
);

/** What may be an acronym, or several that hyphens join. */
interface Candidate {
  readonly word: string;
  readonly index: number;
  readonly whole: Base;
  /** Each part of a compound, with where it begins in the word. */
  readonly parts: readonly (Base & { readonly text: string; readonly start: number })[];
}

interface Base {
  /** Without plural, possessive and version. */
  readonly base: string;
  /** Whether it is an acronym by its capitals alone. */
  readonly isCapitals: boolean;
}

const baseFor = (word: string): Base => {
  const base = baseOf(word);
  return { base, isCapitals: isCapitals(base) };
};

/** What may be an acronym in a block's prose; the symbols of documents (`C21/VCC-1`) left out. */
const candidatesIn = perBlock(({ prose }): readonly Candidate[] =>
  capitalized(prose).flatMap(({ word, index }) => {
    if (SYMBOL_BEFORE.test(prose.slice(Math.max(0, index - 4), index))) return [];
    let start = 0;
    const parts = word.split('-').map(text => {
      const part = { ...baseFor(text), text, start };
      start += text.length + 1;
      return part;
    });
    return [{ word, index, whole: baseFor(word), parts }];
  }),
);

const BRACKET = new Pattern(/\(([^()\n]{2,160})\)/);

/** How far back a full name may begin. */
const LONGEST_NAME = 220;

/** Moves what a block defines to where the block stands. */
function placed(one: Definition, { block }: ReadBlock, where: Definition['where']): Definition {
  const by = block.span.start;
  return {
    ...one,
    start: one.start + by,
    end: one.end + by,
    writtenSpan: shifted(one.writtenSpan, by),
    expansionSpan: shifted(one.expansionSpan, by),
    place: block.place,
    where: one.where === 'quotation' ? 'quotation' : where,
  };
}

/** What a block defines; offsets count from its start, and only quotations are told apart. */
const definitionsIn = perBlock((block): Definition[] => {
  const { view } = block;
  if (!view.includes('(')) return [];
  const prose = unquoted(block);
  const found: Definition[] = [];
  for (const bracket of BRACKET.matches(scannedView(block))) {
    const start = bracket.index + 1;
    const inside = bracket[1].replaceAll('\uFEFF', ' ');
    const before = clauseBefore(view, bracket.index);
    const one = nameThenAcronym(before, inside) ?? acronymThenName(before, inside);
    if (!one) continue;
    const from = bracket.index - before.length;
    const writtenSpan = one.inBracket ? { start, end: start } : { start: from, end: from };
    const expansionSpan = one.inBracket ? { start: from, end: from } : { start, end: start };
    const isQuoted = prose[bracket.index] !== view[bracket.index];
    found.push({
      start: from + (one.inBracket ? one.expansion.start : one.written.start),
      end: bracket.index + bracket[0].length,
      written: one.written.text,
      writtenSpan: { start: writtenSpan.start + one.written.start, end: writtenSpan.end + one.written.end },
      expansion: one.expansion.text.replace(/[\s\uFEFF]+/g, ' '),
      expansionSpan: {
        start: expansionSpan.start + one.expansion.start,
        end: expansionSpan.end + one.expansion.end,
      },
      place: '',
      where: isQuoted ? 'quotation' : 'body',
      fits: one.fits,
    });
  }
  return found;
});

/** The words before a bracket as far as a name may reach: not over the end of a sentence, a clause or a bracket. */
function clauseBefore(view: string, bracket: number): string {
  const before = view.slice(Math.max(0, bracket - LONGEST_NAME), bracket);
  const cut = Math.max(
    before.lastIndexOf('('),
    before.lastIndexOf(')'),
    before.lastIndexOf(';'),
    before.lastIndexOf(': '),
    before.lastIndexOf('. '),
  );
  return before.slice(cut + 1).replaceAll('\uFEFF', ' ');
}

interface Pair {
  readonly written: Word;
  readonly expansion: Word;
  readonly inBracket: boolean;
  readonly fits: boolean;
}

/** `Full Name (FN)`; offsets of the expansion count in `before`, those of the acronym in the bracket. */
function nameThenAcronym(before: string, inside: string): Pair | undefined {
  const trimmed = inside.trim();
  if (!isAcronym(trimmed) || /^\d/.test(trimmed)) return undefined;
  const start = inside.indexOf(trimmed);
  const written = { text: trimmed, start, end: start + trimmed.length };
  const words = wordsOf(before);
  const last = words.at(-1);
  // Something between the name and the bracket (a comma, a number) parts the two.
  if (!last || /[,.!?]\s*$/.test(before)) return undefined;
  const first = firstWordOf(trimmed, words);
  if (first >= 0 && words.length - first > 1)
    return { written, expansion: stretch(before, words[first], last), inBracket: true, fits: true };
  // One word too many between the name and its acronym: African, Caribbean and Pacific islands (ACP).
  const early =
    /^[a-z]/.test(last.text) && trimmed.length > 2 ? firstWordOf(trimmed, words.slice(0, -1)) : -1;
  if (early >= 0 && words.length - early > 2) {
    return { written, expansion: stretch(before, words[early], last), inBracket: true, fits: false };
  }
  const capitals = capitalsRun(before, words);
  if (!capitals || trimmed !== trimmed.toUpperCase().replace(/S$/, trimmed.at(-1) ?? '')) return undefined;
  return { written, expansion: stretch(before, capitals, last), inBracket: true, fits: false };
}

/** `FN (Full Name)`; offsets of the acronym count in `before`, those of the expansion in the bracket. */
function acronymThenName(before: string, inside: string): Pair | undefined {
  const acronym = /(?<![\w-])([A-Za-z][A-Za-z0-9&-]{1,14})\s?$/.exec(before);
  if (!acronym || !isAcronym(acronym[1])) return undefined;
  const words = wordsOf(inside);
  if (words.length < 2 || firstWordOf(acronym[1], words) !== 0) return undefined;
  const written = { text: acronym[1], start: acronym.index, end: acronym.index + acronym[1].length };
  return {
    written,
    expansion: stretch(inside, words[0], words[words.length - 1]),
    inBracket: false,
    fits: true,
  };
}

const stretch = (text: string, first: Word, last: Word): Word => ({
  text: text.slice(first.start, last.end),
  start: first.start,
  end: last.end,
});

/** The first of the words with a capital that lead up to a bracket without a common word between; two at least. */
function capitalsRun(before: string, words: readonly Word[]): Word | undefined {
  let first: Word | undefined;
  let count = 0;
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i];
    if (/^[A-Z]/.test(word.text)) {
      first = word;
      count++;
    } else if (!isSmall(word.text) || i === words.length - 1) break;
    const gap = i > 0 ? before.slice(words[i - 1].end, word.start) : '';
    if (/[,.]/.test(gap) && !/^,? ?(?:and )?$/.test(gap)) break;
  }
  return count >= 2 ? first : undefined;
}

/** `C21/VCC-1` is a document's symbol. */
const SYMBOL_BEFORE = /[A-Z]\d\d\/$/;

function* usesIn(
  block: ReadBlock,
  isKnown: (base: string) => boolean,
): Generator<Omit<Use, 'where'> & { base: string }> {
  for (const { word, index, whole, parts } of candidatesIn(block)) {
    const at = (written: string, start: number, base: string) => ({
      ...inReport(block, index + start, index + start + written.length),
      written,
      place: block.block.place,
      base: isKnown(base) ? base : withoutYear(base),
    });
    if (isKnown(whole.base) || (parts.length === 1 && whole.isCapitals)) yield at(word, 0, whole.base);
    else {
      for (const part of parts)
        if (isKnown(part.base) || part.isCapitals) yield at(part.text, part.start, part.base);
    }
  }
}

const isCapitals = (base: string): boolean => /^[A-Z][A-Z&]+\d{0,4}$/.test(base) && base.length <= 15;

/** `GSR2021` is the GSR of 2021. */
const withoutYear = (base: string): string => base.replace(/(?<=[A-Z]{2})(?:19|20)\d\d$/, '');
