import type { BlockReading } from '../../reading/reading.ts';
import type { Span } from '../../text/span.ts';
import { sentenceAround } from '../recommendation/history.ts';
import { citationsWithin } from '../recommendation/quoted.ts';

/** Whether a sentence tells what is or what was: an instrument of the past is right in the one and wrong in the other. */

/** Verbs that reports use for what goes on. */
const PRESENT =
  /\b(?:is|are|has|have|will|shall|continues?|remains?|supports?|assists?|provides?|offers?|helps?|serves?|guides?|contributes?|carries|plays|leads|studies)\b/;

const PAST = /\b(?:was|were|had|did|held|took|gave|began|met|led|made|[a-z]{3,}ed)\b/;

/** A verb of either kind, and participles that tell of an act: the last one before a span is the one that governs it. */
const VERB = new RegExp(
  `${PRESENT.source}|\\b(?:was|were|had|did|held|took|gave|began|met|led|made|begun|built|done|drawn up|given|run|set up|written|[a-z]{3,}ed)\\b`,
  'gi',
);

/** An auxiliary that stands right before a participle. */
const AUXILIARY =
  /\b(is|are|be|being|was|were|had been|had|(?:has|have)(?:\sbeen)?)\s(?:\w+ly\s|also\s|first\s|now\s|then\s|still\s)?$/i;

/** An object behind a verb makes it a statement: `organized a workshop`; `courses offered in Accra` may go on. */
const OBJECT =
  /^\s(?:an?|the|its|their|several|many|two|three|four|five|six|seven|eight|nine|ten|[1-9]\d*)\s/i;

/** What is done once, whatever became of it since. */
const DONE_ONCE =
  /^(?:launched|published|issued|released|started|begun|initiated|established|created|founded|set up|completed|concluded|signed)$/i;

/** What an instrument says is to be done holds for as long as it does. */
const MANDATES =
  /^(?:request|instruct|invit|resolv|mandat|call|encourag|ask|task|entrust|authori[sz]|decid|describ|defin|agre|urg|stat|stipulat|requir)\w*ed$/i;

export type Tense = 'present' | 'past' | 'none';

/**
 * The tense of the sentence around a span: present wherever it has a verb of the present, unless the verb that governs
 * the span tells of the past; none without any verb.
 */
export function tenseAround(block: BlockReading, span: Span): Tense {
  const { start, end } = sentenceAround(block, span);
  const words = block.prose.slice(start, end);
  if (!PRESENT.test(words)) return PAST.test(words) ? 'past' : 'none';
  return governing(block, span)?.tense === 'past' ? 'past' : 'present';
}

/** Whether what governs a span was done in a year from `from` to `to`: `published in 2021 under the plan`. */
export function isDatedWithin(block: BlockReading, span: Span, from: number, to: number): boolean {
  const verb = governing(block, span);
  if (!verb || verb.tense === 'present') return false;
  const years = verb.clause.match(/\b(?:19|20)\d\d\b/g)?.map(Number) ?? [];
  return years.length > 0 && years.every(year => from <= year && year <= to);
}

/** Whether the sentence tells of the past before it comes to the span. */
export function isPastBefore(block: BlockReading, span: Span): boolean {
  return PAST.test(block.prose.slice(sentenceAround(block, span).start, span.start));
}

interface Governing {
  /** None for a participle that may tell of what goes on: `offered under the plan`. */
  readonly tense: Tense;
  /** What the verb says: from it to the end of its clause, or to the next verb of the present behind the span. */
  readonly clause: string;
}

/** A clause that only says how or under what: its verb stands before the comma. */
const ADDED = /^\s*(?:under|within|through|in|by|for|on|at|with|of|as|pursuant|according|following)\b/i;

/** The verb that governs a span: the last one before it in its clause, or in one before that has none of its own. */
function governing(block: BlockReading, span: Span): Governing | undefined {
  const sentence = sentenceAround(block, span);
  const { words, at } = bare(block, sentence, span);
  let clause = clauseStart(words, at);
  if (!verbsOf(words.slice(clause, at)).length && !ADDED.test(words.slice(clause, at))) return undefined;
  while (clause > 0 && words[clause - 1] !== ';' && !verbsOf(words.slice(clause, at)).length)
    clause = clauseStart(words, clause - 1);
  const verb = verbsOf(words.slice(clause, at)).at(-1);
  if (!verb) return undefined;
  const [said] = verb;
  const start = clause + verb.index;
  const behind = words.slice(at).search(/[,;:()]/);
  const rest = words.slice(at, behind < 0 ? words.length : at + behind);
  const next = PRESENT.exec(rest)?.index ?? rest.length;
  return {
    tense: tenseOf(said, words.slice(0, start), words.slice(start + said.length)),
    clause: words.slice(start, at + next),
  };
}

/** Behind the last mark before an offset. */
const clauseStart = (words: string, at: number): number =>
  at > 0 ? Math.max(...[...',;:()'].map(mark => words.lastIndexOf(mark, at - 1))) + 1 : 0;

const verbsOf = (words: string): RegExpExecArray[] => [...words.matchAll(VERB)];

function tenseOf(verb: string, before: string, after: string): Tense {
  if (PRESENT.test(verb)) return 'present';
  const auxiliary = AUXILIARY.exec(before)?.[1].toLowerCase() ?? '';
  if (/^(?:is|are|be|being)$/.test(auxiliary) || MANDATES.test(verb)) return 'present';
  if (/^ha(?:s|ve)/.test(auxiliary)) return 'none';
  const told = /^(?:was|were|had|did|took|gave|began)$/i.test(verb) || auxiliary !== '';
  return told || OBJECT.test(after) || DONE_ONCE.test(verb) ? 'past' : 'none';
}

/** A sentence whose citations, and brackets that do not hold the span, are blanked; and where in it the span begins. */
function bare(block: BlockReading, sentence: Span, span: Span): { words: string; at: number } {
  const at = span.start - sentence.start;
  let words = block.prose.slice(sentence.start, sentence.end);
  for (const { start, end } of citationsWithin(block, sentence))
    words = blanked(words, start - sentence.start, end - sentence.start);
  for (const { index, 0: bracket } of words.matchAll(/\([^()]*\)/g)) {
    if (at < index || at >= index + bracket.length) words = blanked(words, index, index + bracket.length);
  }
  return { words, at };
}

const blanked = (words: string, start: number, end: number): string =>
  words.slice(0, start) + '_'.repeat(end - start) + words.slice(end);
