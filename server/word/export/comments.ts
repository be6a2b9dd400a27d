import { type ICommentOptions, Paragraph, TextRun } from 'docx';
import type { Span } from '../../text/span.ts';
import type { WordComment } from '../comment.ts';
import { printable } from './printable.ts';
import { STYLE } from './styles.ts';

/** The ids that comments have in the document: one for each, and one for each of its replies. */
export function threadIds(comments: readonly WordComment[]): number[][] {
  let next = 0;
  return comments.map(({ replies }) => [next++, ...replies.map(() => next++)]);
}

/** The comments as docx takes them, replies behind what they answer. */
export function commentParts(comments: readonly WordComment[], date: Date): ICommentOptions[] {
  const paragraphs = (lines: readonly string[]) =>
    lines.map(line => new Paragraph({ style: STYLE.comment, children: [new TextRun(printable(line))] }));
  const initials = (author: string) =>
    author
      .split(/[\s-]+/)
      .map(word => word[0] ?? '')
      .join('')
      .slice(0, 3);
  const ids = threadIds(comments);
  return comments.flatMap(({ author, lines, resolved, replies }, i) => {
    const [id, ...answers] = ids[i];
    const shared = { author, initials: initials(author), date } as const;
    return [
      { ...shared, id, resolved, children: paragraphs(lines) },
      ...replies.map((reply, n) => ({
        ...shared,
        id: answers[n],
        parentId: id,
        children: paragraphs([reply]),
      })),
    ];
  });
}

/** A comment's begin or end inside a run of pieces. */
export interface Boundary {
  /** Offset in the source at which the run is cut. */
  readonly at: number;
  /** Of the comment and its replies: Word wants all of them on the words, and forgets those that are not. */
  readonly ids: readonly number[];
  readonly edge: 'start' | 'end';
}

/** A stretch of the source that is printed as one paragraph. */
export interface PrintedBlock {
  readonly span: Span;
  /** Its printed words, none of them empty. */
  readonly words: readonly Span[];
}

/** Says which comments begin and end in a block; told of every block as it is written. */
export interface CommentPlaces {
  take(block: PrintedBlock): readonly Boundary[];
}

/** Notes the blocks of a document that is written for this alone: which block a comment is in depends on all. */
export class BlockRecorder implements CommentPlaces {
  readonly blocks: PrintedBlock[] = [];

  take(block: PrintedBlock): readonly Boundary[] {
    if (block.words.length > 0) this.blocks.push(block);
    return [];
  }
}

/**
 * The comments of each block: a comment is in the block that holds its beginning, else, because what it is on is
 * not printed, in the next one; what comes behind the last block is in the last.
 */
export class CommentPlacer implements CommentPlaces {
  private readonly byBlock = new Map<number, Boundary[]>();

  /** @param ids see threadIds */
  constructor(
    comments: readonly Span[],
    ids: readonly (readonly number[])[],
    blocks: readonly PrintedBlock[],
  ) {
    const ordered = blocks.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    comments.forEach((comment, i) => {
      const block = ordered[firstEndingAt(ordered, comment.start)] ?? ordered.at(-1);
      if (!block) return;
      const boundaries = this.byBlock.get(block.span.start) ?? [];
      this.byBlock.set(block.span.start, boundaries);
      boundaries.push(...boundariesOf(comment, ids[i], block.words));
    });
    for (const boundaries of this.byBlock.values()) boundaries.sort(byPlace);
  }

  take({ span }: PrintedBlock): readonly Boundary[] {
    const boundaries = this.byBlock.get(span.start) ?? [];
    // A comment is on one place, even where a line of the masthead is printed twice.
    this.byBlock.delete(span.start);
    return boundaries;
  }
}

/** Index of the first block that ends at a place or behind it. */
function firstEndingAt(blocks: readonly PrintedBlock[], place: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].span.end >= place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where a comment begins and ends in a block, cut to its words; what has none of them is on all of them. */
function boundariesOf({ start, end }: Span, ids: readonly number[], words: readonly Span[]): Boundary[] {
  const first = words[0];
  const last = words[words.length - 1];
  const from = Math.max(start, first.start);
  const to = Math.min(end, last.end);
  // An empty range is hard to find in Word.
  const range = from < to ? { start: from, end: to } : { start: first.start, end: last.end };
  return [
    { at: range.start, ids, edge: 'start' },
    { at: range.end, ids, edge: 'end' },
  ];
}

const byPlace = (a: Boundary, b: Boundary): number =>
  a.at - b.at || (a.edge === b.edge ? a.ids[0] - b.ids[0] : a.edge === 'end' ? -1 : 1);
