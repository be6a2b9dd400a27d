import type { Citation } from '../citations/citation.ts';
import type { Claim } from '../figures/claim.ts';
import type { Block, Report } from '../report/model.ts';
import type { ScannedText } from '../text/pattern/pattern.ts';

/**
 * What one block says, found from its text alone and remembered by it. Offsets in `citations` and `claims` count
 * from the block's start (`block.span.start` in the report).
 */
export interface BlockReading {
  readonly text: string;
  /** See text/view.ts: same length as the text, folded, what is no prose masked. */
  readonly view: string;
  /** The view with identifiers and quoted titles masked too: what a language rule reads. */
  readonly prose: string;
  readonly kind: Block['kind'];
  readonly citations: readonly Citation[];
  readonly claims: readonly Claim[];
  /** The view with the places where patterns may match. */
  readonly scanned: ScannedText;
  /** What was asked of the block so far: see per-block.ts, which alone reads and writes it. */
  readonly answers: unknown[];
}

/** A block in its place in a report. */
export interface ReadBlock extends BlockReading {
  readonly block: Block;
  /** The remembered reading: the same object for as long as the text is the same, hence a key for caches. */
  readonly remembered: BlockReading;
}

/** A report with what its blocks say: of the draft, and of every earlier report of the archive. */
export interface Reading {
  /** As a user knows the file: relative to the workspace folder, or as given on the command line. */
  readonly path: string;
  readonly report: Report;
  readonly blocks: readonly ReadBlock[];
  /** The same object for every version of a document, hence a key for what is carried from one to the next. */
  readonly document: object;
}
