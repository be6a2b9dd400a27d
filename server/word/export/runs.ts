import {
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  FootnoteReferenceRun,
  NoBreakHyphen,
  type ParagraphChild,
  SimpleField,
  SoftHyphen,
  TextRun,
} from 'docx';
import type { Boundary } from './comments.ts';
import type { Piece } from './pieces.ts';
import { STYLE } from './styles.ts';

/** Footnotes by label: the number under which Word knows each, and whether it is called more than once. */
export interface NoteIds {
  /** The footnote's id at the place of a call; `again` where an earlier place has called it. */
  call(
    label: string,
  ): { readonly id: number; readonly again: boolean; readonly bookmark: string | null } | null;
}

/** Characters that XML cannot hold; a form feed or vertical tab between words becomes a space. */
const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const HALF_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** What stands for itself in a run, what has an element of its own. */
const SPECIAL = /[\u2011\u00ad]/;

/** The text without what XML cannot hold; halves of a pair become the replacement character. */
export const printable = (text: string): string =>
  text
    .replace(UNPRINTABLE, unit => (unit === '\x0b' || unit === '\x0c' ? ' ' : ''))
    .replace(HALF_PAIR, '\ufffd');

/** Pieces as runs, cut where comments begin and end. */
export function runsOf(
  pieces: readonly Piece[],
  boundaries: readonly Boundary[],
  notes: NoteIds,
): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  let next = 0;
  const passBoundaries = (until: number) => {
    for (; next < boundaries.length && boundaries[next].at <= until; next++)
      children.push(...marksOf(boundaries[next]));
  };
  for (const piece of pieces) {
    passBoundaries(piece.source.start);
    if (piece.note !== null) {
      children.push(...noteCall(piece.note, notes));
      continue;
    }
    let at = 0;
    // Only a piece that stands for itself can be cut; an escape or a line's end is one character anyway.
    const exact = piece.text.length === piece.source.end - piece.source.start;
    while (exact && next < boundaries.length && boundaries[next].at < piece.source.end) {
      const cut = Math.max(at, boundaries[next].at - piece.source.start);
      if (cut > at) children.push(...wordsOf(piece, piece.text.slice(at, cut)));
      at = cut;
      passBoundaries(piece.source.start + cut);
    }
    children.push(...wordsOf(piece, piece.text.slice(at)));
  }
  passBoundaries(Number.POSITIVE_INFINITY);
  return children;
}

function marksOf({ id, edge }: Boundary): ParagraphChild[] {
  if (edge === 'start') return [new CommentRangeStart(id)];
  return [
    new CommentRangeEnd(id),
    new TextRun({ style: 'CommentReference', children: [new CommentReference(id)] }),
  ];
}

function noteCall(label: string, notes: NoteIds): ParagraphChild[] {
  const called = notes.call(label);
  if (!called) return [new TextRun(printable(`[^${label}]`))];
  const { id, again, bookmark } = called;
  // Word numbers each call of a footnote anew: a second call is a field that repeats the number.
  if (again) return [new SimpleField(` NOTEREF ${bookmark} \\f \\h `, String(id))];
  const run = new FootnoteReferenceRun(id);
  return bookmark ? [new Bookmark({ id: bookmark, children: [run] })] : [run];
}

function wordsOf(piece: Piece, text: string): ParagraphChild[] {
  const words = printable(text);
  if (words === '') return [];
  const style = piece.code ? STYLE.code : piece.href !== null ? STYLE.link : undefined;
  const content = SPECIAL.test(words) ? { children: withElements(words) } : { text: words };
  const run = new TextRun({
    ...content,
    bold: piece.bold || undefined,
    italics: piece.italic || undefined,
    style,
  });
  return piece.href === null || piece.href === ''
    ? [run]
    : [new ExternalHyperlink({ link: printable(piece.href), children: [run] })];
}

/** Hyphens that Word has elements for: as characters they would be shown in another font. */
const withElements = (words: string): (string | NoBreakHyphen | SoftHyphen)[] =>
  words
    .split(/([\u2011\u00ad])/)
    .filter(part => part !== '')
    .map(part => (part === '\u2011' ? new NoBreakHyphen() : part === '\u00ad' ? new SoftHyphen() : part));
