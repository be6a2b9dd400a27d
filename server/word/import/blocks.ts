import { child, childrenOf, elements, valOf, type XmlElement } from '../xml.ts';
import type { Block, Changes, Inline, WordParagraph } from './content.ts';
import { type InlineContext, readInlines } from './inline.ts';
import type { Numbering } from './numbering.ts';

/** What reading blocks needs beside what their words need. */
export interface BlockContext extends InlineContext {
  readonly numbering: Numbering;
}

/** Elements that only hold blocks. */
const TRANSPARENT = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag']);
const CONTENTS_STYLE = /^(?:toc(?: \d| heading)?|table of (?:contents|figures|authorities)|index \d)$/i;

/** Reads the children of a body, a cell, a text box or a footnote as blocks, in order. */
export class BlockReader {
  private readonly context: BlockContext;
  private index = 0;
  /** Inlines of a paragraph whose mark is gone: they go on in the next one. */
  private pending: Inline[] = [];

  constructor(context: BlockContext) {
    this.context = context;
  }

  read(parent: XmlElement): Block[] {
    const blocks: Block[] = [];
    this.into(blocks, parent);
    if (this.pending.length > 0) {
      const last = blocks.at(-1);
      if (last?.kind === 'paragraph')
        blocks[blocks.length - 1] = { ...last, inlines: [...last.inlines, ...this.pending] };
      this.pending = [];
    }
    return blocks;
  }

  private into(blocks: Block[], parent: XmlElement): void {
    for (const element of elements(parent)) {
      switch (element.name) {
        case 'w:p':
          this.paragraph(element, blocks);
          break;
        case 'w:tbl':
          blocks.push({ kind: 'table', rows: this.rows(element) });
          break;
        case 'w:ins':
        case 'w:moveTo':
          if (this.context.changes !== 'rejected') this.into(blocks, element);
          break;
        case 'w:del':
        case 'w:moveFrom':
          if (this.context.changes !== 'accepted') this.into(blocks, element);
          break;
        case 'w:commentRangeStart':
        case 'w:commentRangeEnd':
          this.pending.push({
            kind: 'comment',
            id: element.attributes['w:id'] ?? '',
            edge: element.name === 'w:commentRangeStart' ? 'start' : 'end',
          });
          break;
        case 'w:altChunk':
          this.context.left.inserted++;
          break;
        case 'mc:AlternateContent': {
          const [choice] = elements(element);
          if (choice) this.into(blocks, choice);
          break;
        }
        default:
          if (TRANSPARENT.has(element.name)) this.into(blocks, element);
      }
    }
  }

  private rows(table: XmlElement): Block[][][] {
    const rows: Block[][][] = [];
    for (const row of rowsOf(table)) {
      const changed = child(row, 'w:trPr');
      if (isGone(changed, this.context.changes)) continue;
      const cells: Block[][] = [];
      for (const cell of cellsOf(row)) {
        // The lower part of a cell that spans rows holds nothing of its own.
        const merged = child(child(cell, 'w:tcPr'), 'w:vMerge');
        cells.push(merged && merged.attributes['w:val'] !== 'restart' ? [] : this.read(cell));
      }
      rows.push(cells);
    }
    return rows;
  }

  private paragraph(element: XmlElement, blocks: Block[]): void {
    const { styles, numbering, changes } = this.context;
    const written = child(element, 'w:pPr');
    const properties = (changes === 'rejected' && child(child(written, 'w:pPrChange'), 'w:pPr')) || written;
    const styleId = valOf(properties, 'w:pStyle');
    const style = styles.paragraph(styleId);
    const { inlines, boxes } = readInlines(element, style, this.context);
    const all = this.pending.length > 0 ? [...this.pending, ...inlines] : inlines;
    this.pending = [];
    const index = this.index++;
    if (isGone(child(written, 'w:rPr'), changes)) {
      this.pending = all;
      return;
    }
    if (CONTENTS_STYLE.test(style.name)) return;
    const place = numbering.placeOf(child(properties, 'w:numPr'), style, styleId);
    const paragraph: WordParagraph = {
      kind: 'paragraph',
      index,
      paraId: element.attributes['w14:paraId'],
      inlines: all,
      label: place && numbering.next(place),
      style,
      ruled: inlines.length === 0 && isRuled(child(properties, 'w:pBdr')),
    };
    blocks.push(paragraph);
    for (const box of boxes) blocks.push(...this.read(box));
  }
}

/** Whether a tracked change takes a paragraph's mark or a row away. */
function isGone(properties: XmlElement | undefined, changes: Changes): boolean {
  if (changes === 'marks') return false;
  const names = changes === 'accepted' ? ['w:del', 'w:moveFrom'] : ['w:ins', 'w:moveTo'];
  return elements(properties).some(one => names.includes(one.name));
}

/** Whether a paragraph has a line above or below: an empty one is that line. */
const isRuled = (borders: XmlElement | undefined): boolean =>
  ['w:top', 'w:bottom'].some(side => {
    const line = valOf(borders, side);
    return line !== undefined && line !== 'nil' && line !== 'none';
  });

/** Rows and cells may stand inside content controls. */
const rowsOf = (table: XmlElement): XmlElement[] => unwrapped(table, 'w:tr');
const cellsOf = (row: XmlElement): XmlElement[] => unwrapped(row, 'w:tc');

function unwrapped(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent).flatMap(one => {
    if (one.name === name) return [one];
    if (one.name === 'w:sdt') return childrenOf(one, 'w:sdtContent').flatMap(inner => unwrapped(inner, name));
    return TRANSPARENT.has(one.name) || one.name === 'w:ins' ? unwrapped(one, name) : [];
  });
}
