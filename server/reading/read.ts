import { findCitations } from '../citations/citations.ts';
import { findClaims } from '../figures/claims.ts';
import type { Block, Report } from '../report/model.ts';
import { view } from '../text/view.ts';
import { prose } from './prose.ts';
import type { BlockReading, ReadBlock, Reading } from './reading.ts';

/**
 * What blocks were found to say, by kind and text. One memory belongs to one document: reading the next version
 * keeps what is still in the text and forgets the rest, so that it never outgrows the document.
 */
export class ReadingMemory {
  private known: Remembered = new Map();
  private next: Remembered = new Map();

  /** The reading of a block's text, from memory where the text was read before. */
  recall(kind: Block['kind'], text: string): BlockReading {
    let readings = this.next.get(kind);
    if (!readings) this.next.set(kind, (readings = new Map()));
    let reading = readings.get(text);
    if (reading) return reading;
    reading = this.known.get(kind)?.get(text) ?? readBlock(kind, text);
    // By the reading's own text: its hash is known already, the slice's would be worked out again.
    readings.set(reading.text, reading);
    return reading;
  }

  /** Forgets what the version just read no longer holds. */
  turn(): void {
    this.known = this.next;
    this.next = new Map();
  }
}

/** A title and a paragraph of the same words are read apart. */
type Remembered = Map<Block['kind'], Map<string, BlockReading>>;

/** Reads one block: its view, its identifiers, its figures, its prose. Depends on the arguments alone. */
export function readBlock(kind: Block['kind'], text: string): BlockReading {
  const seen = view(text);
  const citations = findCitations(seen);
  return {
    text,
    view: seen,
    prose: prose(text, seen, citations),
    kind,
    citations,
    claims: findClaims(seen, citations),
  };
}

/** Reads every block of a report; with a memory only the blocks whose text is new. */
export function readReport(path: string, report: Report, memory = new ReadingMemory()): Reading {
  const blocks = report.blocks.map((block): ReadBlock => {
    const remembered = memory.recall(block.kind, report.text.slice(block.span.start, block.span.end));
    return {
      text: remembered.text,
      view: remembered.view,
      prose: remembered.prose,
      kind: remembered.kind,
      citations: remembered.citations,
      claims: remembered.claims,
      block,
      remembered,
    };
  });
  memory.turn();
  return { path, report, blocks };
}
