import type { PartialDate } from '../text/dates.ts';
import type { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { ReportLanguage } from './language.ts';

/** Where a text comes from, told by its marks. */
export type Dialect = 'word-text' | 'converted-markdown' | 'markdown';

/** What a section is about: the five pillars of the Global Cybersecurity Agenda, COP, and what surrounds them. */
export const ROLES = [
  'introduction',
  'background',
  'legal',
  'technical',
  'organizational',
  'capacity',
  'cooperation',
  'cop',
  'other',
] as const;
export type Role = (typeof ROLES)[number];

/** A value that stands in the text, with the words that say it. */
export interface Stated<T> {
  readonly value: T;
  readonly span: Span;
}

/** The document symbol, as in `C22/18(Rev.1)-E`. */
export interface DocumentSymbol {
  /** Without language: `C22/18`, `C20/INF/11`, `C17/130(Rev.1)`. */
  readonly id: string;
  /** Four digits: the year of the Council's session. */
  readonly year: number;
}

export interface Masthead {
  /** From the first to the last line of the masthead; empty at the start of the text where there is none. */
  readonly span: Span;
  readonly agendaItem?: Stated<string>;
  readonly symbol?: Stated<DocumentSymbol>;
  readonly date?: Stated<PartialDate>;
  /** The original language, as written. */
  readonly original?: Stated<string>;
  readonly author?: Stated<string>;
  readonly title?: Stated<string>;
}

/** A lettered, numbered or bulleted point inside a paragraph. */
export interface Item {
  /** As written, without the separator: `a.`, `(1)`, `·`. */
  readonly marker: string;
  readonly kind: 'letter' | 'roman' | 'digit' | 'bullet';
  readonly markerSpan: Span;
  /** Marker and text. */
  readonly span: Span;
  /** The text alone. */
  readonly body: Span;
}

export interface Paragraph {
  /** `3.2`; null for a paragraph without a number. */
  readonly number: string | null;
  readonly numberSpan: Span | null;
  /** Number, text and items. */
  readonly span: Span;
  /** The text alone, without number and items. */
  readonly body: Span;
  readonly items: readonly Item[];
  /** Whether it is a table, a picture or a quotation set apart: it goes with what stands before and bears no number. */
  readonly isSetApart: boolean;
  /** What the paragraph is called in a message: its number, `6.1+1` for the first unnumbered one after 6.1. */
  readonly place: string;
}

/** Paragraphs and sections right inside a section, in the order of the text. */
export const partsOf = ({ paragraphs, sections }: Section): readonly (Paragraph | Section)[] =>
  [...paragraphs, ...sections].sort((a, b) => a.span.start - b.span.start);

/**
 * Whether the paragraphs of a report are counted through, `1` to `40`, under headings without numbers: the second
 * heading does not begin at 1 again.
 */
export function countsThrough(sections: readonly Section[]): boolean {
  const first = sections.flatMap(({ number, paragraphs }) => {
    const numbers = paragraphs.flatMap(one => one.number ?? []);
    return numbers.length > 0 ? [number === null ? numbers[0] : ''] : [];
  });
  return first.length > 1 && first.every((number, i) => /^\d+$/.test(number) && (i === 0 || number !== '1'));
}

/** Whether reports number such a paragraph: not one without words of its own (items right under a title), nor one set apart. */
export const isNumberable = ({ body, isSetApart }: Paragraph): boolean =>
  body.end > body.start && !isSetApart;

/** A heading of the front matter: Summary, Action required, References, Purpose … */
export interface Head {
  readonly title: string;
  readonly titleSpan: Span;
  readonly span: Span;
  readonly paragraphs: readonly Paragraph[];
}

export interface Section {
  /** `2`, `3.4`; null for text before the first section and for sections without a number. */
  readonly number: string | null;
  readonly numberSpan: Span | null;
  readonly title: string | null;
  readonly titleSpan: Span | null;
  readonly role: Role;
  /** 1 for a section, 2 for a section inside one. */
  readonly level: number;
  /** The heading's line, without white space around it; empty at the start for text before the first section. */
  readonly heading: Span;
  /** From the heading to the end of the last paragraph of the section or of a section inside it. */
  readonly span: Span;
  readonly paragraphs: readonly Paragraph[];
  readonly sections: readonly Section[];
}

export interface Footnote {
  readonly label: string;
  /** Where the text calls the footnote; null where nothing does. */
  readonly mark: Span | null;
  /** The footnote's text; null for a mark without text. */
  readonly body: Span | null;
  /** Mark where there is one, else the text. */
  readonly span: Span;
}

/** What a conversion from Word or PDF left behind. */
export interface Residue {
  readonly kind: 'bookmark' | 'footnote-reference' | 'empty-link';
  readonly span: Span;
}

/** How a report's year was found, from the surest way to the weakest. */
export type YearSource = 'setting' | 'symbol' | 'date' | 'period' | 'file';

export interface ReportYear {
  /** The year of the Council session that the report is written for. */
  readonly value: number;
  readonly from: YearSource;
}

/**
 * A stretch of running text: the unit in which recognisers and language rules work and whose results are
 * remembered by its text. A paragraph is one block, each of its items another.
 */
export interface Block {
  readonly kind: 'title' | 'head' | 'section' | 'paragraph' | 'item' | 'footnote';
  readonly span: Span;
  /** See Paragraph.place; the section's number or title for headings, the head's title in the front matter. */
  readonly place: string;
  readonly role: Role;
  /** The paragraph that the block belongs to, where it belongs to one. */
  readonly paragraph: Paragraph | null;
}

/** A report as it was understood. Immutable; every span is exact in `text`. */
export interface Report {
  readonly text: string;
  readonly lines: LineIndex;
  readonly dialect: Dialect;
  /** False for a text that is no report of this kind: a README, a resolution, a page of figures. */
  readonly recognised: boolean;
  /** What most of the text is written in. */
  readonly language: ReportLanguage;
  readonly masthead: Masthead;
  readonly heads: readonly Head[];
  readonly sections: readonly Section[];
  readonly footnotes: readonly Footnote[];
  readonly residues: readonly Residue[];
  /** HTML comments, in order: notes, suppressions, marks of the extension. */
  readonly comments: readonly Span[];
  /** The rule of underscores or dashes after the front matter. */
  readonly frontRule: Span | null;
  /** The rule of underscores that ends the report. */
  readonly endMark: Span | null;
  readonly year: ReportYear | null;
  /** Every block in the order of the text. */
  readonly blocks: readonly Block[];
}

/** Every section, each before the sections inside it. */
export function* allSections(sections: readonly Section[]): Generator<Section> {
  for (const section of sections) {
    yield section;
    yield* allSections(section.sections);
  }
}

/** Every paragraph of the sections, in the order of the text. */
export function* allParagraphs(
  sections: readonly Section[],
): Generator<{ section: Section; paragraph: Paragraph }> {
  for (const section of allSections(sections)) {
    for (const paragraph of section.paragraphs) yield { section, paragraph };
  }
}
