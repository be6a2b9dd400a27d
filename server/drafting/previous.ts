import type { Reading } from '../reading/reading.ts';
import type { Paragraph, Section } from '../report/model.ts';
import { alignParagraphs, type Pair } from './align.ts';
import { lineStart } from './places.ts';
import { Renewal, type Renewed, type Target } from './renew.ts';
import type { Unit } from './units.ts';

/** The last report's paragraph for one of the draft. */
export interface PreviousParagraph {
  readonly earlier: Unit;
  readonly text: string;
  /** Drafting Markdown without the number, with what is bound to its year in marks. */
  readonly insert: string;
  /** Its sentences, each with what to insert for it. */
  readonly sentences: Renewed['sentences'];
}

/**
 * The paragraph of an earlier report that lies beside the one at an offset of the draft; where that one is new, the
 * dropped one behind it.
 */
export function previousParagraph(
  draft: Reading,
  earlier: Reading,
  offset: number,
  target: Target,
): PreviousParagraph | undefined {
  const pairs = alignParagraphs(draft, earlier);
  const at = pairs.findLastIndex(
    pair => pair.draft && lineStart(draft.report, pair.draft.span.start) <= offset,
  );
  const beside = pairs[at];
  const next = pairs[at + 1];
  const found = beside?.earlier ?? (next?.state === 'dropped' ? next.earlier : null);
  if (!found) return undefined;
  const text = found.lines.join('\n');
  return { earlier: found, text, ...renewedFor(found, earlier, pairs, target) };
}

/** Cross-references follow the paragraphs to where the draft has them. */
function renewedFor(
  { paragraph, lines }: Unit,
  earlier: Reading,
  pairs: readonly Pair[],
  target: Target,
): Pick<PreviousParagraph, 'insert' | 'sentences'> {
  if (!paragraph) return { insert: lines.join('\n\n'), sentences: [] };
  const numbers = new Map<Section | Paragraph, string>();
  for (const { draft, earlier: old } of pairs) {
    if (old?.paragraph && draft?.paragraph?.number) numbers.set(old.paragraph, draft.paragraph.number);
  }
  const renewal = new Renewal(earlier, target, numbers);
  const body = renewal.body(paragraph, false, false);
  const items = paragraph.items.map(item => {
    const marker = /^[\w(]/.test(item.marker) ? item.marker : '-';
    return `${marker} ${renewal.item(item, paragraph, body.announces).text}`;
  });
  return { insert: [body.text, ...items].filter(Boolean).join('\n\n'), sentences: body.sentences };
}
