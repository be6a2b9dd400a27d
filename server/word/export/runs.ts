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
import { printable } from './printable.ts';
import { STYLE } from './styles.ts';

/** Footnotes by label: the number under which Word knows each, and whether it is called more than once. */
export interface NoteIds {
  /** The footnote's id at the place of a call; `again` where an earlier place has called it. */
  call(
    label: string,
  ): { readonly id: number; readonly again: boolean; readonly bookmark: string | null } | null;
}

/** What stands for itself in a run, what has an element of its own. */
const SPECIAL = /[\u2011\u00ad]/;

/** Pieces as runs: neighbours of one form are one run, cut where comments begin and end. */
export function runsOf(
  pieces: readonly Piece[],
  boundaries: readonly Boundary[],
  notes: NoteIds,
): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  let form: Piece | undefined;
  let words: string[] = [];
  const flush = () => {
    if (form) children.push(...wordsOf(form, words.join('')));
    form = undefined;
    words = [];
  };
  const add = (piece: Piece, text: string) => {
    if (form && !isAlike(form, piece)) flush();
    form ??= piece;
    words.push(text);
  };
  let next = 0;
  const passBoundaries = (until: number) => {
    for (; next < boundaries.length && boundaries[next].at <= until; next++) {
      flush();
      children.push(...marksOf(boundaries[next]));
    }
  };
  for (const piece of pieces) {
    passBoundaries(piece.source.start);
    if (piece.note !== null) {
      flush();
      children.push(...noteCall(piece.note, notes));
      continue;
    }
    let at = 0;
    // Only a piece that stands for itself can be cut; an escape or a line's end is one character anyway.
    const isExact = piece.text.length === piece.source.end - piece.source.start;
    while (isExact && next < boundaries.length && boundaries[next].at < piece.source.end) {
      const cut = Math.max(at, boundaries[next].at - piece.source.start);
      if (cut > at) add(piece, piece.text.slice(at, cut));
      at = cut;
      passBoundaries(piece.source.start + cut);
    }
    add(piece, piece.text.slice(at));
  }
  passBoundaries(Number.POSITIVE_INFINITY);
  flush();
  return children;
}

const isAlike = (a: Piece, b: Piece): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.href === b.href;

function marksOf({ ids, edge }: Boundary): ParagraphChild[] {
  if (edge === 'start') return ids.map(id => new CommentRangeStart(id));
  return ids.flatMap(id => [
    new CommentRangeEnd(id),
    new TextRun({ style: 'CommentReference', children: [new CommentReference(id)] }),
  ]);
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
