import { overlaps, type Span } from './span.ts';

/** What has been changed already in a round; a whole change is taken or none of it. */
export class Taken {
  /** In the order of the text, without overlap. */
  private readonly spans: Span[] = [];

  take(edits: readonly Span[]): boolean {
    const places = edits.map(edit => this.placeFor(edit));
    const clear = places.every((at, i) =>
      [at - 1, at].every(k => !this.spans[k] || isApart(this.spans[k], edits[i])),
    );
    if (clear) for (const edit of edits) this.spans.splice(this.placeFor(edit), 0, edit);
    return clear;
  }

  /** The index of the first span that begins at or behind an edit. */
  private placeFor({ start }: Span): number {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.spans[middle].start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const isApart = (a: Span, b: Span): boolean => !overlaps(a, b) && !touches(a, b);

/** Two inserts at one place, or an insert at the edge of a change: their order would be a guess. */
const touches = (a: Span, b: Span): boolean =>
  (a.start === a.end || b.start === b.end) && a.start <= b.end && b.start <= a.end;
