import type { Citation } from '../citations/citation.ts';
import type { ReadBlock, Reading } from '../reading/reading.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './project.ts';

/** A place where an identifier stands, in the draft or in an earlier report. */
export interface Mention {
  readonly reading: Reading;
  readonly block: ReadBlock;
  readonly citation: Citation;
  /** Prefix, number and bracketed year, in the report. */
  readonly span: Span;
  /** The number alone, in the report. */
  readonly core: Span;
}

/** What was found in a report, by identifier; a reading never changes, so it is worked out once. */
const indexes = new WeakMap<Reading, ReadonlyMap<string, readonly Mention[]>>();

/**
 * What makes two citations name one thing: for a resolution its body and number, whatever the revision; for the
 * rest the identifier without its edition.
 */
export function keyOf(citation: Citation): string {
  if (citation.kind === 'resolution' || citation.kind === 'decision') {
    return `${citation.kind} ${citation.body ?? ''} ${citation.number ?? citation.id}`;
  }
  return `${citation.sector === 'ITU-R' ? 'ITU-R ' : ''}${citation.id}`;
}

function indexOf(reading: Reading): ReadonlyMap<string, readonly Mention[]> {
  const known = indexes.get(reading);
  if (known) return known;
  const index = new Map<string, Mention[]>();
  for (const block of reading.blocks) {
    for (const citation of block.citations) {
      const key = keyOf(citation);
      const list = index.get(key);
      const mention = mentionOf(reading, block, citation);
      if (list) list.push(mention);
      else index.set(key, [mention]);
    }
  }
  indexes.set(reading, index);
  return index;
}

function mentionOf(reading: Reading, block: ReadBlock, citation: Citation): Mention {
  const by = block.block.span.start;
  return {
    reading,
    block,
    citation,
    span: { start: citation.start + by, end: citation.end + by },
    core: { start: citation.core.start + by, end: citation.core.end + by },
  };
}

/** Where a thing is named in one report, in the order of the text. */
export const mentionsIn = (reading: Reading, key: string): readonly Mention[] =>
  indexOf(reading).get(key) ?? [];

/** Where a thing is named in the earlier reports and in the draft, oldest report first. */
export const mentionsOf = (analysis: Analysis, key: string): Mention[] =>
  [...analysis.archive, analysis.reading].flatMap(reading => mentionsIn(reading, key));

/** Every identifier of a report with the places where it stands. */
export const allMentions = (reading: Reading): Iterable<readonly [string, readonly Mention[]]> =>
  indexOf(reading);

/** The block at an offset of the draft. */
export function blockAt(reading: Reading, offset: number): ReadBlock | undefined {
  const { blocks } = reading;
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle].block.span.start <= offset) low = middle;
    else high = middle - 1;
  }
  const found = blocks[low];
  return found && found.block.span.start <= offset && offset <= found.block.span.end ? found : undefined;
}

/** The identifier at an offset of the draft; of two that touch, the one that begins there. */
export function mentionAt(analysis: Analysis, offset: number): Mention | undefined {
  const block = blockAt(analysis.reading, offset);
  if (!block) return undefined;
  const at = offset - block.block.span.start;
  const touching = block.citations.filter(citation => citation.start <= at && at <= citation.end);
  const found =
    touching.find(citation => citation.core.start <= at && at < citation.core.end) ?? touching.at(-1);
  return found && mentionOf(analysis.reading, block, found);
}

export const yearOfReading = (reading: Reading): number | null => reading.report.year?.value ?? null;
