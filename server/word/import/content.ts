import type { Label } from './numbering.ts';
import type { Style } from './styles.ts';

/** What becomes of tracked changes: taken as accepted, as rejected, or both kept between marks. */
export type Changes = 'accepted' | 'rejected' | 'marks';

/** Words of one form. Tabs stand for themselves. */
export interface Words {
  readonly kind: 'words';
  readonly text: string;
  /** Set by hand or by a style of characters. */
  readonly bold: boolean;
  readonly italic: boolean;
  /** In a style for code or source text. */
  readonly code: boolean;
  /** Whether the words are bold in print: by hand, or by the style of characters or of the paragraph. */
  readonly heavy: boolean;
  /** Where a link leads; null for words without one. */
  readonly href: string | null;
  /** For tracked changes that are kept as marks. */
  readonly change: 'inserted' | 'deleted' | null;
}

export type Inline =
  | Words
  | { readonly kind: 'break' }
  | { readonly kind: 'note'; readonly label: string }
  | { readonly kind: 'comment'; readonly id: string; readonly edge: 'start' | 'end' };

export interface WordParagraph {
  readonly kind: 'paragraph';
  /** Counted from 0 in the order of the document, empty paragraphs included. */
  readonly index: number;
  /** Word's own name for it (`w14:paraId`), where it has one. */
  readonly paraId: string | undefined;
  readonly inlines: readonly Inline[];
  /** The automatic number or bullet. */
  readonly label: Label | null;
  readonly style: Style;
  /** Drawn as a line: an empty paragraph with a border. */
  readonly ruled: boolean;
}

export interface WordTable {
  readonly kind: 'table';
  /** Rows of cells of blocks. */
  readonly rows: readonly (readonly (readonly Block[])[])[];
}

export type Block = WordParagraph | WordTable;

/** What an import leaves out, counted, so that it can be said. */
export interface LeftOut {
  pictures: number;
  inserted: number;
  symbols: number;
}

/** The words of inlines, without form; a break is a space. */
export function plainText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    if (inline.kind === 'words') text += inline.text;
    else if (inline.kind === 'break') text += ' ';
  }
  return text;
}

/** Every paragraph of blocks, those inside tables included, in the order of the document. */
export function* paragraphsOf(blocks: readonly Block[]): Generator<WordParagraph> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block;
    else for (const row of block.rows) for (const cell of row) yield* paragraphsOf(cell);
  }
}
