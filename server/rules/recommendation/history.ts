import type { BlockReading } from '../../reading/reading.ts';
import { sentencesOf } from '../../reading/shared.ts';
import { sentenceAt } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';

/** Whether the words around an identifier tell of the past: then an older text, revision or period is the right one. */

/** The sentence around an offset; of one that runs on for pages only what stands near. */
export function sentenceAround(block: BlockReading, { start, end }: Span): Span {
  const found = sentenceAt(sentencesOf(block), start) ?? { start, end };
  return { start: Math.max(found.start, start - NEAR), end: Math.min(found.end, end + NEAR) };
}

/** No sentence that can be read is longer in one direction. */
const NEAR = 600;

/** How many characters before and behind an identifier belong to what is said of it. */
const BEFORE = 70;
const BEHIND = 50;

/** Words that make what follows or stands before them a thing of the past. */
const PAST_WORDS =
  /\b(?:former(?:ly)?|previous(?:ly)?|earlier|old(?:er)?|obsolete|original(?:ly)?|initial(?:ly)?|first|then|until|supersed\w+|replac\w+|revis(?:ed|ing|ion)|amend(?:ed|ing)|updat(?:ed|ing)|withdr[ae]w\w*|delet\w+|repeal\w+|abrogat\w+|adopt(?:ed|ion)|approv(?:ed|al)|predecessor|history|historical)\b/i;

/**
 * Whether the clause around an identifier names it as something of the past: "former Q22/1", "replaces X.1254",
 * "revised its Resolution 130". Only words of the same clause count, up to a comma, a bracket or a stop: what the
 * report did since is another matter.
 */
export function isHistory(block: BlockReading, span: Span): boolean {
  const sentence = sentenceAround(block, span);
  const before = block.view.slice(Math.max(sentence.start, span.start - BEFORE), span.start);
  const behind = block.view.slice(span.end, Math.min(sentence.end, span.end + BEHIND));
  const clause = before.slice(before.search(/[^,;:()]*$/));
  return PAST_WORDS.test(clause) || PAST_WORDS.test(/^[^,;:()]*/.exec(behind)?.[0] ?? '');
}
