import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import {
  type Item,
  partsOf,
  type Report,
  type Paragraph as ReportParagraph,
  type Section,
  type Stated,
} from '../../report/model.ts';
import type { Span } from '../../text/span.ts';
import type { CommentPlaces } from './comments.ts';
import { tableRows } from './markdown-table.ts';
import { otherLines } from './masthead.ts';
import { Notes } from './notes.ts';
import { ItemNumbers, type ListPlace, ReportNumbers } from './numbers.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { runsOf } from './runs.ts';
import { INDENTS, STYLE } from './styles.ts';

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

/** How one paragraph is set. */
interface Form {
  readonly style: string;
  /** Null takes it out of the list that its style is in. */
  readonly place?: ListPlace | null;
  /** A number or mark that no list gives and that is typed before the words. */
  readonly typed?: { readonly text: string; readonly span: Span };
  /** What stands in for the indent that a list gives. */
  readonly indent?: keyof typeof INDENTS;
  readonly alignment?: Alignment;
  /** What it announces stands on the same page. */
  readonly keepNext?: boolean;
}

const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'auto' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const CELL_MARGINS = { top: 80, bottom: 80, left: 140, right: 140 } as const;
const FRONT_RULE = '____________';
const END_RULE = '_______________';

/** Writes a report's model as the body of a Word document, in the Council's layout. */
export class BodyWriter {
  readonly numbers: ReportNumbers;
  readonly items = new ItemNumbers();
  readonly notes: Notes;
  private readonly report: Report;
  private readonly comments: CommentPlaces;
  private readonly width: number;
  /** What stands behind the numbers of sections. */
  private readonly dot: '.' | '';
  private readonly bodies: ReadonlyMap<number, Span>;

  /** @param width of the text on the page, in twips */
  constructor(report: Report, comments: CommentPlaces, width: number) {
    this.report = report;
    this.comments = comments;
    this.width = width;
    const first = report.sections.find(section => section.numberSpan);
    const isDotted = first?.numberSpan
      ? /^\\?\./.test(report.text.slice(first.numberSpan.end, first.numberSpan.end + 2))
      : true;
    this.dot = isDotted ? '.' : '';
    this.numbers = new ReportNumbers(this.dot);
    this.notes = new Notes(report);
    this.bodies = new Map(
      report.footnotes.flatMap(({ mark, body }) => (mark && body ? [[mark.start, body]] : [])),
    );
  }

  write(): FileChild[] {
    const { report } = this;
    return [
      ...this.masthead(),
      ...(report.heads.length > 0 ? [this.box()] : []),
      ...(report.frontRule ? [this.rule(FRONT_RULE)] : []),
      ...report.sections.flatMap(section => this.section(section)),
      ...this.notes.orphans.map(({ label, span }) =>
        this.paragraph(span, { style: STYLE.text, typed: { text: `[^${label}]: `, span } }),
      ),
      ...(report.endMark ? [this.rule(END_RULE)] : []),
    ];
  }

  private rule(text: string): Paragraph {
    return new Paragraph({ style: STYLE.rule, children: [new TextRun(text)] });
  }

  private children(pieces: readonly Piece[], span: Span): ParagraphChild[] {
    const words = pieces
      .filter(piece => piece.text.trim() !== '' || piece.note !== null)
      .map(piece => piece.source);
    return runsOf(pieces, this.comments.take({ span, words }), this.notes);
  }

  private paragraph(span: Span, { style, place, typed, indent, alignment, keepNext }: Form): Paragraph {
    const pieces = piecesOf(this.report.text, span, this.bodies);
    if (typed)
      pieces.unshift({
        text: typed.text,
        source: typed.span,
        bold: false,
        italic: false,
        code: false,
        href: null,
        note: null,
      });
    return new Paragraph({
      style,
      alignment,
      keepNext: keepNext || undefined,
      numbering: place ? { ...place, custom: true } : place === null ? false : undefined,
      indent: indent && INDENTS[indent],
      children: this.children(
        pieces,
        typed ? { start: Math.min(span.start, typed.span.start), end: span.end } : span,
      ),
    });
  }

  /** The masthead: the Council's table of two columns, what else stands there, who reports, the title. */
  private masthead(): FileChild[] {
    const { masthead } = this.report;
    const field = <T>(stated: Stated<T> | undefined, before = ''): Paragraph[] => {
      if (!stated) return [];
      const { start } = stated.span;
      const typed = before === '' ? undefined : { text: before, span: { start: start - 1, end: start } };
      return [this.paragraph(stated.span, { style: STYLE.masthead, typed })];
    };
    const left = field(masthead.agendaItem);
    const right = [
      ...field(masthead.symbol, 'Document '),
      ...field(masthead.date),
      ...field(masthead.original),
    ];
    const parts: FileChild[] = [];
    if (left.length + right.length > 0) {
      const column = (children: Paragraph[], share: number) =>
        new TableCell({
          children: children.length > 0 ? children : [new Paragraph({ style: STYLE.masthead })],
          width: { size: Math.round(this.width * share), type: WidthType.DXA },
          margins: { left: 0, right: 0 },
          verticalAlign: VerticalAlignTable.TOP,
        });
      parts.push(
        this.table([new TableRow({ children: [column(left, 0.6), column(right, 0.4)] })], [0.6, 0.4], NONE),
      );
    }
    const { before, after } = otherLines(this.report);
    const line = (span: Span) =>
      this.paragraph(span, { style: STYLE.masthead, alignment: AlignmentType.CENTER });
    for (const span of before) parts.push(line(span));
    if (masthead.author) parts.push(this.paragraph(masthead.author.span, { style: STYLE.author }));
    if (masthead.title) parts.push(this.paragraph(masthead.title.span, { style: STYLE.title }));
    for (const span of after) parts.push(line(span));
    return parts;
  }

  private table(rows: TableRow[], shares: readonly number[], border: typeof THIN | typeof NONE): Table {
    const columnWidths = shares.map(share => Math.round(this.width * share));
    const borders = {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    };
    return new Table({
      rows,
      columnWidths,
      borders,
      width: { size: this.width, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
    });
  }

  /** The box of the front matter: each head of the year with its text. */
  private box(): Table {
    const children: FileChild[] = [];
    for (const head of this.report.heads) {
      children.push(this.paragraph(head.titleSpan, { style: STYLE.head }));
      for (const paragraph of head.paragraphs)
        children.push(...this.numbered(paragraph, STYLE.front, undefined));
    }
    const cell = new TableCell({
      children: children as Paragraph[],
      margins: CELL_MARGINS,
      width: { size: this.width, type: WidthType.DXA },
    });
    return this.table([new TableRow({ children: [cell] })], [1], THIN);
  }

  private section(section: Section): FileChild[] {
    const parts: FileChild[] = [];
    if (section.titleSpan) {
      const style = section.level > 1 ? STYLE.subsection : STYLE.section;
      if (section.number && section.numberSpan) {
        const place = this.numbers.place(section.number);
        const text = `${section.number}${section.number.includes('.') ? '' : this.dot}\t`;
        const typed = place ? undefined : { text, span: section.numberSpan };
        parts.push(this.paragraph(section.titleSpan, { style, place, typed, indent: typed && 'number' }));
      } else {
        this.numbers.leaveSection();
        parts.push(this.paragraph(section.titleSpan, { style, place: null }));
      }
    }
    const isNumbered = section.paragraphs.some(paragraph => paragraph.number !== null);
    for (const part of partsOf(section))
      parts.push(
        ...('heading' in part
          ? this.section(part)
          : this.numbered(part, STYLE.text, isNumbered ? 'text' : undefined)),
      );
    return parts;
  }

  /** A paragraph with its number and its items. */
  private numbered(paragraph: ReportParagraph, plainStyle: string, indent: Form['indent']): FileChild[] {
    const { number, numberSpan, body, items } = paragraph;
    const parts: FileChild[] = [];
    const keepNext = items.length > 0;
    if (number && numberSpan) {
      const place = this.numbers.place(number);
      const typed = place ? undefined : { text: `${number}\t`, span: numberSpan };
      parts.push(
        this.paragraph(body, { style: STYLE.paragraph, place, typed, indent: typed && 'number', keepNext }),
      );
    } else if (this.report.text.startsWith('|', body.start) && body.end > body.start)
      parts.push(...this.tableOf(body, plainStyle, indent));
    else if (body.end > body.start || items.length === 0)
      parts.push(this.paragraph(body, { style: plainStyle, indent, keepNext }));
    this.items.restart();
    for (const item of items) parts.push(this.item(item));
    return parts;
  }

  private item(item: Item): Paragraph {
    const marker = item.marker.trim();
    const place = this.items.place(marker, item.kind);
    const typed = place ? undefined : { text: `${marker.replace('\\', '')}\t`, span: item.markerSpan };
    return this.paragraph(item.body, { style: STYLE.item, place, typed, indent: typed && 'item' });
  }

  /** A table of Markdown's, `| a | b |`, as a table; what is no such table stays the paragraph that it is. */
  private tableOf(body: Span, style: string, indent: Form['indent']): FileChild[] {
    const rows = tableRows(this.report.text, body);
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (rows.length < 2) return [this.paragraph(body, { style, indent })];
    const shares = new Array<number>(width).fill(1 / width);
    const cellOf = (span: Span | undefined, share: number) =>
      new TableCell({
        children: [span ? this.paragraph(span, { style: STYLE.cell }) : new Paragraph({ style: STYLE.cell })],
        width: { size: Math.round(this.width * share), type: WidthType.DXA },
        margins: { top: 40, bottom: 40, left: 100, right: 100 },
      });
    const table = rows.map(
      (row, i) =>
        new TableRow({
          tableHeader: i === 0,
          cantSplit: true,
          children: shares.map((share, n) => cellOf(row[n], share)),
        }),
    );
    // Without a paragraph between them Word would join the table with what follows.
    return [this.table(table, shares, THIN), new Paragraph({ style: STYLE.cell })];
  }
}
