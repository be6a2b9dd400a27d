import type { BlockReading } from '../../reading/reading.ts';
import type { Span } from '../../text/span.ts';
import { sentenceAround } from '../recommendation/history.ts';

/** Whether a sentence tells what is or what was: an instrument of the past is right in the one and wrong in the other. */

/** Verbs that reports use for what goes on. */
const PRESENT =
  /\b(?:is|are|has|have|will|shall|continues?|remains?|supports?|assists?|provides?|offers?|helps?|serves?|guides?|contributes?|carries|plays|leads|studies)\b/;

const PAST = /\b(?:was|were|had|did|held|took|gave|began|met|led|made|[a-z]{3,}ed)\b/;

export type Tense = 'present' | 'past' | 'none';

/** The tense of the sentence around a span: present wherever it has a verb of the present; none without any verb. */
export function tenseAround(block: BlockReading, span: Span): Tense {
  const { start, end } = sentenceAround(block, span);
  const words = block.prose.slice(start, end);
  return PRESENT.test(words) ? 'present' : PAST.test(words) ? 'past' : 'none';
}

/** Whether the sentence tells of the past before it comes to the span. */
export function isPastBefore(block: BlockReading, span: Span): boolean {
  return PAST.test(block.prose.slice(sentenceAround(block, span).start, span.start));
}
