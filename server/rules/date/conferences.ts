import { perBlock } from '../../reading/per-block.ts';
import type { BlockReading } from '../../reading/reading.ts';
import { scannedProse, sentencesOf } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { sentenceAt } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { leavesOpen } from './future.ts';

/** A conference that is named in place of its date, as one to come: `PP-22 will revise the resolution`. */
export interface ConferenceToCome extends Span {
  readonly acronym: string;
}

const CONFERENCE = new Pattern(/\b(?:PP|WTDC|WTSA)-\d\d\b(?!\/)/);

/** What a conference does, once it meets. */
const WILL_MEET =
  /^\s(?:(?:will|shall)|(?:is|are)\s(?:to|(?:expected|due|scheduled|planned|set)\sto))\s(?:also\s|then\s)?(?:be\sheld|take\splace|meet|convene|revise|consider|discuss|decide|adopt|examine|address|review|elect|approve|debate)\b/;

/** What is brought before one. */
const BROUGHT_TO =
  /\b(?:will|shall|(?:is|are)\s(?:to|(?:expected|due|scheduled|planned|set)\sto))\s(?:also\s|then\s)?be\s(?:submitted|presented|discussed|considered|forwarded|transmitted|revised|reviewed|examined|decided|elected|adopted|approved)\s(?:to|at|by|during)\s(?:the\s)?(?:ITU\s)?$/;

const UPCOMING = /\b(?:[Uu]pcoming|[Ff]orthcoming)\s(?:ITU\s)?$/;

/** What opens a sentence or a clause that has the conference as its subject. */
const SUBJECT = /^(?:The\s)?$|\b(?:upcoming|forthcoming|that)\s(?:the\s)?$/;

/** So much of the sentence on either side is looked at. */
const NEAR = 200;

/** What a block says of conferences to come; whether they are depends on the report's day alone. */
export const conferencesToCome = perBlock((block): readonly ConferenceToCome[] =>
  CONFERENCE.matches(scannedProse(block)).flatMap(({ index: start, 0: acronym }) => {
    const span = toCome(block, { start, end: start + acronym.length });
    return span ? [{ ...span, acronym }] : [];
  }),
);

/** A conference with the words that say it is to come; undefined where none do. */
function toCome(block: BlockReading, { start, end }: Span): Span | undefined {
  const sentence = sentenceAt(sentencesOf(block), start);
  if (!sentence) return undefined;
  const before = block.prose.slice(Math.max(sentence.start, start - NEAR), start);
  const behind = block.prose.slice(end, Math.min(sentence.end, end + NEAR));
  const meets = SUBJECT.test(before) ? WILL_MEET.exec(behind) : null;
  if (meets) return { start, end: end + meets[0].length };
  const brought = BROUGHT_TO.exec(before);
  if (brought) return { start: start - (before.length - brought.index), end };
  const upcoming = UPCOMING.exec(before);
  return upcoming && leavesOpen('attribute', before.slice(0, upcoming.index) + behind)
    ? { start: start - (before.length - upcoming.index), end }
    : undefined;
}
