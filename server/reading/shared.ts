import { sentences } from '../text/sentences.ts';
import { perBlock } from './per-block.ts';
import { withoutQuotations } from './prose.ts';

/** What several rules ask of a block, answered once for all of them; offsets count from the block's start. */

/** The sentences of a block's view. */
export const sentencesOf = perBlock(block => sentences(block.view));

/** A block's view with the words of quotations masked: for rules that speak of names and identifiers. */
export const unquoted = perBlock(block => withoutQuotations(block.text, block.view));
