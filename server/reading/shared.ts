import { ScannedText } from '../text/pattern/pattern.ts';
import { sentences } from '../text/sentences.ts';
import { perBlock } from './per-block.ts';
import { withoutQuotations } from './prose.ts';
import type { BlockReading } from './reading.ts';

/** What several rules ask of a block, answered once for all of them; offsets count from the block's start. */

/** The sentences of a block's view. */
export const sentencesOf = perBlock(block => sentences(block.view));

/** A block's view with the words of quotations masked: for rules that speak of names and identifiers. */
export const unquoted = perBlock(block => withoutQuotations(block.text, block.view));

/** A block's view, its prose, and its view without quotations, each with the places where patterns may match. */
export const scannedView = ({ scanned }: BlockReading): ScannedText => scanned;

export const scannedProse = perBlock(block =>
  block.prose === block.view ? block.scanned : new ScannedText(block.prose),
);

export const scannedUnquoted = perBlock(block =>
  unquoted(block) === block.view ? block.scanned : new ScannedText(unquoted(block)),
);
