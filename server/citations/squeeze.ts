import type { Span } from '../text/span.ts';
import { MASK } from '../text/view.ts';
import type { Citation } from './citation.ts';

/**
 * A view without the masks that stand inside words: `X\.1205` and a soft hyphen leave a single mask, which would
 * cut an identifier in two. Longer masks (link targets, footnote marks) become one space, for they do separate.
 */
export interface Squeezed {
  readonly text: string;
  /** Brings what was found in `text` back to the offsets of the view. */
  readonly restored: (found: readonly Citation[]) => Citation[];
}

const MASKS = /\uFEFF+/g;

/** The squeezed view; null where there is nothing to squeeze. */
export function squeeze(view: string): Squeezed | null {
  if (!view.includes(MASK)) return null;
  // Cut k takes `removed[k] - removed[k - 1]` characters out in front of the squeezed offset `cuts[k]`.
  const cuts: number[] = [];
  const removed: number[] = [];
  let gone = 0;
  const text = view.replace(MASKS, (masks, at: number) => {
    const kept = masks.length === 1 ? '' : ' ';
    cuts.push(at - gone + kept.length);
    gone += masks.length - kept.length;
    removed.push(gone);
    return kept;
  });
  const back = (offset: number): number => {
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cuts[middle] <= offset) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? offset : offset + removed[low - 1];
  };
  const restore = (s: Span): Span => ({ start: back(s.start), end: back(s.end - 1) + 1 });
  const restored = (found: readonly Citation[]) =>
    found.map(citation => ({
      ...citation,
      ...restore(citation),
      core: restore(citation.core),
      ...(citation.revision && { revision: { ...citation.revision, span: restore(citation.revision.span) } }),
    }));
  return { text, restored };
}
