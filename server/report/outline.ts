import type { Span } from '../text/span.ts';
import { type Heading, headingAt, type Sequence, withoutEnumerator } from './headings.ts';
import type { Dialect, Head, Item, Paragraph, Section } from './model.ts';
import type { Line } from './scan.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the pass over the lines builds up; it becomes immutable when the pass is done. */
export interface Outline {
  readonly heads: readonly Head[];
  readonly sections: readonly Section[];
  readonly frontRule: Span | null;
  readonly endMark: Span | null;
  /** Lines before the first head, section or rule: the masthead's. */
  readonly before: readonly Line[];
  /** Lines `[^1]: …`: the footnotes' own. */
  readonly footnotes: readonly Line[];
}

type Building<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? Building<U>[] : T[K] };
type OpenParagraph = Omit<Building<Paragraph>, 'items'> & {
  items: { -readonly [K in keyof Item]: Item[K] }[];
};
type OpenSection = Omit<Building<Section>, 'paragraphs' | 'sections'> & {
  paragraphs: OpenParagraph[];
  sections: OpenSection[];
};
type OpenHead = Omit<Building<Head>, 'paragraphs'> & { paragraphs: OpenParagraph[] };

/** A paragraph of a head that is longer than this is the report's introduction, where no rule parts the two. */
const INTRODUCTION_LENGTH = 200;

/** A row of a table, a quotation, a line that is a picture and nothing else. */
const SET_APART = /^(?:\||>|!\[[^\]]{0,200}\]\([^)]{0,190}\)$)/;

/** A line that ends before the number, or before one more of the numbers, that it refers to. */
const REFERS_ON =
  /(?:\b(?:paragraphs?|paras?\.?|sub-?paragraphs?|clauses?|sections?)|§)(?:\s{0,3}[\d.]{1,11}(?:\s{0,2}(?:,|and|or|to|-|\u2013|&)){1,2}){0,9}$/i;

/** One pass over the lines: heads, sections, paragraphs, items. */
export function buildOutline(sequence: Sequence, dialect: Dialect, vocabulary: Vocabulary): Outline {
  return new Pass(sequence, dialect, vocabulary).run();
}

class Pass {
  private readonly sequence: Sequence;
  private readonly dialect: Dialect;
  private readonly vocabulary: Vocabulary;
  private readonly heads: OpenHead[] = [];
  private readonly sections: OpenSection[] = [];
  private readonly before: Line[] = [];
  private readonly footnotes: Line[] = [];
  private frontRule: Span | null = null;
  private endMark: Span | null = null;
  private head: OpenHead | null = null;
  private top: OpenSection | null = null;
  private section: OpenSection | null = null;
  private paragraph: OpenParagraph | null = null;
  /** The last number given, and how many unnumbered paragraphs have followed it. */
  private lastPlace = '';
  private unnumbered = 0;
  /** Whether the line before was blank, so that a wrapped line is told from a new paragraph. */
  private fresh = true;
  private inFootnote = false;

  constructor(sequence: Sequence, dialect: Dialect, vocabulary: Vocabulary) {
    this.sequence = sequence;
    this.dialect = dialect;
    this.vocabulary = vocabulary;
  }

  run(): Outline {
    const { lines } = this.sequence;
    for (let i = 0; i < lines.length; i++) this.line(lines[i], i);
    this.splitIntroduction();
    for (const section of this.sections) closeSection(section);
    for (const head of this.heads) {
      const last = head.paragraphs.at(-1);
      head.span = { start: head.titleSpan.start, end: last ? last.span.end : head.titleSpan.end };
    }
    return {
      heads: this.heads as readonly Head[],
      sections: this.sections as readonly Section[],
      frontRule: this.frontRule,
      endMark: this.endMark,
      before: this.before,
      footnotes: this.footnotes,
    };
  }

  private line(line: Line, i: number): void {
    switch (line.kind) {
      case 'blank':
        this.fresh = true;
        this.inFootnote = false;
        return;
      case 'comment':
      case 'running-head':
        if (!this.started) this.before.push(line);
        return;
      case 'rule':
        this.rule(line);
        return;
      case 'footnote':
        this.footnotes.push(line);
        this.inFootnote = true;
        return;
    }
    if (this.inFootnote && this.goesOnWithFootnote(line)) return;
    this.inFootnote = false;
    this.endMark = null;
    this.content(line, i);
    this.fresh = this.dialect === 'word-text';
  }

  /** A wrapped footnote: its lines up to the next blank one, unless something of the report's own begins. */
  private goesOnWithFootnote(line: Line): boolean {
    const note = this.footnotes.at(-1);
    if (!note || this.dialect === 'word-text' || line.hashes > 0 || this.breaks(line)) return false;
    this.footnotes[this.footnotes.length - 1] = { ...note, end: line.end };
    return true;
  }

  private get started(): boolean {
    return this.heads.length > 0 || this.sections.length > 0 || this.frontRule !== null;
  }

  private rule(line: Line): void {
    const span = { start: line.start, end: line.end };
    this.fresh = true;
    this.paragraph = null;
    if (this.sections.length > 0) {
      // Until something of the report follows: footnotes do not.
      this.endMark = span;
    } else if (this.sections.length === 0 && this.heads.length > 0) {
      this.frontRule ??= span;
      this.head = null;
    }
  }

  private content(line: Line, i: number): void {
    const { text } = this.sequence;
    const words = text.slice(line.textStart, Math.min(line.textEnd, line.textStart + 160));
    if (
      this.sections.length === 0 &&
      line.kind === 'text' &&
      words.length <= 80 &&
      this.vocabulary.isHead(words)
    ) {
      this.openHead(line);
      return;
    }
    const wrapped = !this.fresh && this.paragraph !== null;
    const heading = this.isDocumentTitle(line) ? undefined : this.headingIn(line, i, wrapped);
    if (heading) {
      this.openSection(withoutEnumerator(text, line), heading);
      return;
    }
    if (!this.started) {
      this.before.push(line);
      return;
    }
    if (wrapped && !this.breaks(line)) {
      this.extend(line);
      return;
    }
    const item = this.asItem(line);
    if (item) this.addItem(item);
    else this.addParagraph(line);
  }

  /** `# Title` before everything else names the document and opens no section. */
  private isDocumentTitle(line: Line): boolean {
    return line.hashes === 1 && line.number === null && this.sections.length === 0;
  }

  private headingIn(line: Line, i: number, wrapped: boolean): Heading | undefined {
    if (line.kind === 'item') return undefined;
    // A wrapped line begins a section only where it cannot be the sentence going on.
    if (wrapped && line.hashes === 0) return undefined;
    const heading = headingAt(this.sequence, i, this.top?.number ?? null, this.vocabulary);
    if (!heading) return undefined;
    // Before heads and rule a bare line is the masthead's, unless it is numbered or marked as a heading.
    if (!this.started && line.kind === 'text' && line.hashes < 2) return undefined;
    return heading;
  }

  /** Whether a line right behind another begins something of its own. */
  private breaks(line: Line): boolean {
    if (line.kind === 'item') {
      const last = this.paragraph?.items.at(-1);
      // A dash may stand at the start of a wrapped line inside a sentence: it lists only what was announced.
      if (/^[\u2013\u2014]/.test(line.marker)) return last?.marker === line.marker || this.announcesList();
      if (line.itemKind === 'bullet') return true;
      return last
        ? last.kind === line.itemKind || line.itemKind === 'roman'
        : /^\(?[ai1]\W/.test(line.marker);
    }
    if (line.kind !== 'numbered' || !line.number) return false;
    const [first] = line.number.split('.');
    if (!line.number.includes('.') || first !== (this.top?.number ?? '').split('.')[0]) return false;
    // “see paragraph”, and in the next line “2.3 above”: the number is the one referred to.
    const end = this.paragraph?.span.end ?? line.start;
    return !REFERS_ON.test(this.sequence.text.slice(Math.max(0, end - 120), end));
  }

  private announcesList(): boolean {
    const announcing = this.paragraph?.items.at(-1) ?? this.paragraph;
    return this.sequence.text[(announcing?.body.end ?? 0) - 1] === ':';
  }

  /**
   * The line as an item, where there is something it can belong to. `1.` inside a numbered section, whose
   * paragraphs are 2.1, 2.2 …, counts points and no paragraphs.
   */
  private asItem(line: Line): Line | undefined {
    if (line.kind === 'item') return this.paragraph || this.section ? line : undefined;
    if (line.kind !== 'numbered' || line.number?.includes('.') || !this.top?.number) return undefined;
    const { text } = this.sequence;
    const numberEnd = line.numberEnd + (text[line.numberEnd] === '.' ? 1 : 0);
    return {
      ...line,
      kind: 'item',
      itemKind: 'digit',
      marker: text.slice(line.numberStart, numberEnd),
      numberEnd,
    };
  }

  private openHead(line: Line): void {
    const titleSpan = { start: line.textStart, end: line.textEnd };
    const title = this.sequence.text
      .slice(line.textStart, line.textEnd)
      .replace(/[\s\u00a0]+/g, ' ')
      .replace(/:$/, '')
      .trim();
    this.head = { title, titleSpan, span: titleSpan, paragraphs: [] };
    this.heads.push(this.head);
    this.paragraph = null;
    this.lastPlace = title;
    this.unnumbered = 0;
  }

  private openSection(line: Line, heading: Heading): void {
    const nested = heading.level === 2 && this.top !== null;
    const section: OpenSection = {
      number: line.number,
      numberSpan: line.number ? { start: line.numberStart, end: line.numberEnd } : null,
      title: this.sequence.text.slice(line.textStart, line.textEnd).trim() || null,
      titleSpan: { start: line.textStart, end: line.textEnd },
      role: heading.role,
      level: nested ? 2 : 1,
      heading: { start: line.start, end: line.end },
      span: { start: line.start, end: line.end },
      paragraphs: [],
      sections: [],
    };
    if (nested) this.top?.sections.push(section);
    else {
      this.sections.push(section);
      this.top = section;
    }
    this.section = section;
    this.head = null;
    this.paragraph = null;
    this.lastPlace = line.number ?? section.title ?? '';
    this.unnumbered = 0;
  }

  /** Text before the first section is a section of its own, without number and title. */
  private openIntroduction(at: number): OpenSection {
    const empty = { start: at, end: at };
    const section: OpenSection = {
      number: null,
      numberSpan: null,
      title: null,
      titleSpan: null,
      role: 'introduction',
      level: 1,
      heading: empty,
      span: empty,
      paragraphs: [],
      sections: [],
    };
    this.sections.push(section);
    this.top = section;
    this.section = section;
    this.lastPlace = 'Introduction';
    this.unnumbered = 0;
    return section;
  }

  private addParagraph(line: Line): void {
    if (!this.head && !this.section) this.openIntroduction(line.start);
    // A number that leaves the section inside (3.4 … 3.5) goes back to the section around it.
    if (
      this.section &&
      this.section !== this.top &&
      line.number &&
      !line.number.startsWith(`${this.section.number}.`)
    ) {
      this.section = this.top;
    }
    const numbered = line.kind === 'numbered' && line.number !== null;
    if (numbered) {
      this.lastPlace = line.number ?? '';
      this.unnumbered = 0;
    } else this.unnumbered++;
    const start = numbered || line.kind === 'item' ? line.start : line.textStart;
    const paragraph: OpenParagraph = {
      number: numbered ? line.number : null,
      numberSpan: numbered ? { start: line.numberStart, end: line.numberEnd } : null,
      span: { start, end: line.end },
      body: { start: numbered ? line.textStart : start, end: line.end },
      items: [],
      isSetApart:
        !numbered && SET_APART.test(this.sequence.text.slice(start, Math.min(line.end, start + 400))),
      place: numbered || this.head ? this.lastPlace : `${this.lastPlace}+${this.unnumbered}`,
    };
    (this.head ?? this.section)?.paragraphs.push(paragraph);
    this.paragraph = paragraph;
  }

  private addItem(line: Line): void {
    if (!this.paragraph) {
      // Items right under a title: the title stands for the sentence that they complete.
      this.addParagraph({ ...line, kind: 'text', textStart: line.start, end: line.start });
    }
    const paragraph = this.paragraph;
    if (!paragraph) return;
    const span = { start: line.start, end: line.end };
    paragraph.items.push({
      marker: line.marker,
      kind: line.itemKind ?? 'bullet',
      markerSpan: { start: line.numberStart, end: line.numberEnd },
      span,
      body: { start: line.textStart, end: line.end },
    });
    paragraph.span = { start: paragraph.span.start, end: line.end };
  }

  /** A wrapped line: the paragraph or its last item goes on. */
  private extend(line: Line): void {
    const paragraph = this.paragraph;
    if (!paragraph) return;
    const item = paragraph.items.at(-1);
    if (item) {
      item.span = { start: item.span.start, end: line.end };
      item.body = { start: item.body.start, end: line.end };
    } else paragraph.body = { start: paragraph.body.start, end: line.end };
    paragraph.span = { start: paragraph.span.start, end: line.end };
  }

  /**
   * Where no rule ends the front matter, the last head would swallow the introduction: its long paragraphs behind
   * the first are given back. Summary and Purpose keep theirs.
   */
  private splitIntroduction(): void {
    const head = this.heads.at(-1);
    if (!head || this.frontRule || /^(?:summary|purpose)$/i.test(head.title)) return;
    const from = head.paragraphs.findIndex(
      (p, i) => i > 0 && p.body.end - p.body.start > INTRODUCTION_LENGTH,
    );
    if (from < 0) return;
    const moved = head.paragraphs.splice(from);
    const first = this.sections[0];
    const start = moved[0].span.start;
    const section: OpenSection = {
      number: null,
      numberSpan: null,
      title: null,
      titleSpan: null,
      role: 'introduction',
      level: 1,
      heading: { start, end: start },
      span: { start, end: start },
      paragraphs: moved,
      sections: [],
    };
    moved.forEach((paragraph, i) => {
      if (paragraph.number === null) paragraph.place = `Introduction+${i + 1}`;
    });
    if (first && first.title === null && first.role === 'introduction') first.paragraphs.unshift(...moved);
    else this.sections.unshift(section);
  }
}

function closeSection(section: OpenSection): void {
  let end = section.heading.end;
  for (const inner of section.sections) {
    closeSection(inner);
    end = Math.max(end, inner.span.end);
  }
  const last = section.paragraphs.at(-1);
  if (last) end = Math.max(end, last.span.end);
  section.span = { start: section.heading.start, end };
}
