import { type ICommentOptions, Paragraph, TextRun } from 'docx';
import type { Span } from '../../text/span.ts';
import type { WordComment } from '../comment.ts';
import { STYLE } from './styles.ts';

/** The comments as docx takes them; `id` is a comment's place in the list, replies have ids of their own behind. */
export function commentParts(comments: readonly WordComment[], date: Date): ICommentOptions[] {
  const paragraphs = (lines: readonly string[]) =>
    lines.map(line => new Paragraph({ style: STYLE.comment, children: [new TextRun(line)] }));
  const initials = (author: string) =>
    author
      .split(/[\s-]+/)
      .map(word => word[0] ?? '')
      .join('')
      .slice(0, 3);
  const parts: ICommentOptions[] = [];
  let next = comments.length;
  comments.forEach(({ author, lines, resolved, replies }, id) => {
    const shared = { author, initials: initials(author), date } as const;
    parts.push({ ...shared, id, resolved, children: paragraphs(lines) });
    for (const reply of replies)
      parts.push({ ...shared, id: next++, parentId: id, children: paragraphs([reply]) });
  });
  return parts;
}

/** A comment's begin or end inside a run of pieces. */
export interface Boundary {
  /** Offset in the source at which the run is cut. */
  readonly at: number;
  readonly id: number;
  readonly edge: 'start' | 'end';
}

/**
 * Hands out comments to the blocks that they are on, in the order of the text: each to the block in which it
 * begins, or to the next one where its words are not printed.
 */
export class CommentPlacer {
  private readonly waiting: { readonly id: number; readonly start: number; readonly end: number }[];
  private next = 0;

  constructor(comments: readonly WordComment[]) {
    this.waiting = comments
      .map(({ start, end }, id) => ({ id, start, end }))
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /**
   * The comments of a block, cut to it; call with the blocks in the order of the text.
   *
   * @param words the block's printed words, none of them empty
   * @param reach where the next block may begin: what begins before belongs here
   */
  take(words: readonly Span[], reach: number): Boundary[] {
    const boundaries: Boundary[] = [];
    const first = words.at(0);
    const last = words.at(-1);
    if (!first || !last) return boundaries;
    for (; this.next < this.waiting.length && this.waiting[this.next].start < reach; this.next++) {
      const { id, start, end } = this.waiting[this.next];
      const from = Math.max(start, first.start);
      const to = Math.min(end, last.end);
      // What has no words of its own is on the whole block: an empty range is hard to find in Word.
      const range = from < to ? { start: from, end: to } : { start: first.start, end: last.end };
      boundaries.push({ at: range.start, id, edge: 'start' }, { at: range.end, id, edge: 'end' });
    }
    return boundaries.sort(
      (a, b) => a.at - b.at || (a.edge === b.edge ? a.id - b.id : a.edge === 'end' ? -1 : 1),
    );
  }
}
