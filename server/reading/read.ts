import { findCitations } from '../citations/citations.ts';
import type { Claim } from '../figures/claim.ts';
import { findClaims } from '../figures/claims.ts';
import type { Block, Report } from '../report/model.ts';
import { copied } from '../text/copy.ts';
import { commonEnds } from '../text/difference.ts';
import { ScannedText } from '../text/pattern/pattern.ts';
import { view } from '../text/view.ts';
import { prose } from './prose.ts';
import type { BlockReading, ReadBlock, Reading } from './reading.ts';
import { sentencesOf } from './shared.ts';

/**
 * What blocks were found to say, by kind and text. One memory belongs to one document: reading the next version
 * keeps what is still in the text and forgets the rest, so that it never outgrows the document.
 */
export class ReadingMemory {
  private text = '';
  private blocks: readonly ReadBlock[] = [];

  /** Reads every block of a report; those whose text is new are read, the others are known. */
  read({ text, blocks }: Report): readonly ReadBlock[] {
    const known = this.blocks;
    const common = commonEnds(this.text, text);
    const shift = text.length - this.text.length;
    const isKept = (now: Block, before: Block, by: number): boolean =>
      now.kind === before.kind &&
      now.span.start === before.span.start + by &&
      now.span.end === before.span.end + by;
    // What stands before the first change and behind the last one is as it was.
    const shorter = Math.min(known.length, blocks.length);
    let first = 0;
    while (
      first < shorter &&
      blocks[first].span.end <= common.start &&
      isKept(blocks[first], known[first].block, 0)
    )
      first++;
    let last = 0;
    while (last < shorter - first) {
      const now = blocks[blocks.length - 1 - last];
      const before = known[known.length - 1 - last].block;
      if (now.span.start < text.length - common.end || !isKept(now, before, shift)) break;
      last++;
    }
    const remembered = new Remembered(known.slice(first, known.length - last));
    this.text = text;
    this.blocks = blocks.map((block, i) => {
      const fromEnd = blocks.length - i;
      if (i < first) return placed(known[i].remembered, block);
      if (fromEnd <= last) return placed(known[known.length - fromEnd].remembered, block);
      return placed(remembered.recall(block.kind, text.slice(block.span.start, block.span.end)), block);
    });
    return this.blocks;
  }
}

/** Readings by kind and text: a title and a paragraph of the same words are read apart. */
class Remembered {
  private readonly kinds = new Map<Block['kind'], Map<string, BlockReading>>();

  constructor(blocks: readonly ReadBlock[]) {
    for (const { remembered } of blocks) this.keep(remembered);
  }

  private keep(reading: BlockReading): void {
    let readings = this.kinds.get(reading.kind);
    if (!readings) this.kinds.set(reading.kind, (readings = new Map()));
    readings.set(reading.text, reading);
  }

  /** The reading of a block's text, from memory where the text was read before. */
  recall(kind: Block['kind'], text: string): BlockReading {
    const known = this.kinds.get(kind)?.get(text);
    if (known) return known;
    const reading = readBlock(kind, copied(text));
    this.keep(reading);
    return reading;
  }
}

/** A reading in its place in a report. */
const placed = (remembered: BlockReading, block: Block): ReadBlock => ({
  text: remembered.text,
  view: remembered.view,
  prose: remembered.prose,
  kind: remembered.kind,
  citations: remembered.citations,
  claims: remembered.claims,
  scanned: remembered.scanned,
  answers: remembered.answers,
  block,
  remembered,
});

/** Reads one block: its view, its identifiers, its figures, its prose. Depends on the arguments alone. */
export function readBlock(kind: Block['kind'], text: string): BlockReading {
  const seen = view(text);
  const citations = findCitations(seen);
  const scanned = new ScannedText(seen);
  const block = {
    text,
    view: seen,
    prose: prose(text, seen, citations),
    kind,
    citations,
    claims: [] as readonly Claim[],
    scanned,
    answers: [],
  };
  block.claims = findClaims(scanned, citations, () => sentencesOf(block));
  return block;
}

/** Reads every block of a report; with a memory only the blocks whose text is new. */
export const readReport = (path: string, report: Report, memory = new ReadingMemory()): Reading => ({
  path,
  report,
  blocks: memory.read(report),
  document: memory,
});
