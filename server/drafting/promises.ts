import { perBlock, perBlockAnd } from '../reading/per-block.ts';
import type { BlockReading, Reading } from '../reading/reading.ts';
import { scannedProse } from '../reading/shared.ts';
import type { Report, Role } from '../report/model.ts';
import { type DateMention, mentionsOf } from '../rules/date/mentions.ts';
import { dayNumber, MONTH, monthNumber, type PartialDate } from '../text/dates.ts';
import { Pattern } from '../text/pattern/pattern.ts';
import { startingIn } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import { escaped, marksOf, unescaped } from './marks.ts';
import { keyOf, shared, type Wording, wordingsOf } from './wording.ts';

/** A statement of an earlier report about what was to come. */
export interface Promise {
  readonly reading: Reading;
  readonly role: Role;
  /** The paragraph, as that report numbers it. */
  readonly place: string;
  /** The sentence in that report. */
  readonly span: Span;
  readonly text: string;
  /** When it was to come, in the report's words; null where it gives no date. */
  readonly when: string | null;
  /** The last day it can have meant, counted as in text/dates.ts; null where it gives no date. */
  readonly due: number | null;
  readonly wording: Wording;
}

/**
 * How a draft answers a promise. `waiting`: it was not due on the draft's day. `marked`: its sentence stands in a
 * mark. `repeated`: its sentence stands in the draft word for word. `answered`: the draft tells what came of it, or
 * gives another date. `settled`: the drafter ticked it off.
 */
export type PromiseState = 'open' | 'waiting' | 'marked' | 'repeated' | 'answered' | 'settled';

export interface JudgedPromise {
  readonly promise: Promise;
  readonly state: PromiseState;
  /** The sentence of the draft that answers it. */
  readonly answer: Span | null;
}

/** Something is to happen, and once it has, it is over: not `will continue`, `will support`, `will help`. */
const TO_COME = new Pattern(
  /\b(?:will|shall)\s(?:\w+ly\s|also\s|then\s|soon\s)?(?:be\s(?:\w+ly\s)?(?:launched|published|released|issued|held|organi[sz]ed|hosted|opened|submitted|completed|finali[sz]ed|established|presented|available|ready|conducted|delivered|concluded|approved|adopted|signed|introduced|tested|developed|updated|translated|carried out|repeated|extended)|take place|begin|start|end|open|meet|hold|host|publish|launch|release|issue|submit|present|complete|conclude|organi[sz]e|conduct|execute|report|finali[sz]e|close|appear|visit|train|sign|deliver)\b|\b(?:is|are)\s(?:currently\s|now\s|also\s|being\s)?(?:planned|scheduled|expected|due|foreseen|set|going|organi[sz]ed)\s(?:to|for|in|by|on|at|around|towards)\b|\bplans?\sto\s(?:hold|host|publish|launch|release|issue|submit|complete|organi[sz]e|conduct|open|start)\b/i,
);
/** A time without a year that says when all the same. */
const SOON = new RegExp(
  `\\b(?:in|by|on \\d{1,2}|from|until|since)\\s(${MONTH})(?!\\s\\d)|\\b(?:later this year|early next year|next year|by the end of the year|at the next session)\\b`,
  'i',
);
const FUTURE =
  /\b(?:will|shall|(?<!as )(?:planned|scheduled|expected|foreseen)|plans? to|(?:is|are) (?:due|set) (?:to|for))\b/i;

/** What a block says of things to come, by its text alone. */
const toCome = perBlock(
  (block): readonly { wording: Wording; date: DateMention | null; soon: string | null }[] => {
    if (block.kind !== 'paragraph' && block.kind !== 'item') return [];
    const signs = TO_COME.matches(scannedProse(block));
    if (signs.length === 0) return [];
    return wordingsOf(block).flatMap(wording => {
      const { start, end } = wording.span;
      const sign = signs.find(({ index }) => index >= start && index < end);
      if (!sign || wording.terms.size < 2) return [];
      const dates = startingIn(mentionsOf(block), wording.span);
      const behind = dates.find(date => date.start >= sign.index);
      const soon = SOON.exec(block.prose.slice(start, end));
      const date = behind ?? dates.at(-1) ?? null;
      // Without a date only what is called by a name can be told from good intentions.
      if (!date && !soon && wording.names.size === 0) return [];
      return [{ wording, date, soon: soon?.[0].replace(/\.$/, '') ?? null }];
    });
  },
);

/** A report has a dozen or two; what has more is no report that anybody wrote. */
const MOST_PROMISES = 200;

const kept = new WeakMap<Reading, readonly Promise[]>();

/** The promises of an earlier report, in its order. Found once for a report. */
export function promisesOf(reading: Reading): readonly Promise[] {
  let promises = kept.get(reading);
  if (promises) return promises;
  const year = reading.report.year?.value;
  promises = reading.blocks.flatMap(block => {
    const { role, place, span } = block.block;
    // The front matter speaks of the report, and so does what has no section.
    if (role === 'other' && block.block.paragraph === null) return [];
    return toCome(block).map(({ wording, date, soon }): Promise => {
      const at = { start: span.start + wording.span.start, end: span.start + wording.span.end };
      return {
        reading,
        role,
        place,
        span: at,
        text: reading.report.text.slice(at.start, at.end).replace(/\s+/g, ' '),
        when: date ? block.text.slice(date.start, date.end) : soon,
        due: dueOf(date, soon, reading.report.masthead.date?.value, year),
        wording,
      };
    });
  });
  // Said twice, it is promised once.
  const keys = new Set<string>();
  promises = promises
    .filter(({ wording }) => !keys.has(wording.key) && keys.add(wording.key))
    .slice(0, MOST_PROMISES);
  kept.set(reading, promises);
  return promises;
}

const MONTH_NAME = new RegExp(MONTH, 'i');

/** A month without a year is the next one behind the report's own date. */
function dueOf(
  date: DateMention | null,
  soon: string | null,
  dated: PartialDate | undefined,
  year: number | undefined,
): number | null {
  if (date) return dayNumber(date.to, 'end');
  const name = soon && MONTH_NAME.exec(soon);
  const month = name ? monthNumber(name[0]) : undefined;
  if (!month || year === undefined) return null;
  return dayNumber({ year: month < (dated?.month ?? 1) ? year + 1 : year, month }, 'end');
}

/** What the draft's drafter noted: `<!-- promise settled (2024, 4.1): the first words of the statement -->`. */
const NOTE = /^<!--\s{0,8}promise settled\b[^:]{0,120}:/;

/** The note that ticks a promise off. */
export const settledNote = ({ text, place, reading }: Promise): string =>
  `<!-- promise settled (${[reading.report.year?.value, place.replace(/[():]/g, '')].filter(Boolean).join(', ')}): ${escaped(text)} -->`;

function settledKeys(report: Report): string[] {
  return report.comments.flatMap(({ start, end }) => {
    const note = NOTE.exec(report.text.slice(start, Math.min(end, start + 160)));
    if (!note || !report.text.startsWith('-->', end - 3)) return [];
    return [keyOf(unescaped(report.text.slice(start + note[0].length, end - 3)))];
  });
}

/** Says of a sentence whether it stands in a mark; most marks are one sentence. */
function markedIn(report: Report): (key: string) => boolean {
  const single = new Set<string>();
  const several: string[] = [];
  for (const { text } of marksOf(report)) {
    if (/[.?!]\s/.test(text)) several.push(keyOf(text));
    else single.add(keyOf(text));
  }
  return key => single.has(key) || several.some(words => words.includes(key));
}

/** A note need not repeat the whole statement, but enough to be told from others. */
const LEAST_NOTED = 20;

/**
 * The promises of the newest earlier report, each with what the draft makes of it.
 *
 * @param date the day the draft is judged by
 */
export function judgedPromises(
  draft: Reading,
  archive: readonly Reading[],
  date: PartialDate | null,
): JudgedPromise[] {
  const last = archive.at(-1);
  const promises = last ? promisesOf(last) : [];
  if (!last || promises.length === 0) return [];
  const settled = settledKeys(draft.report);
  const isMarked = markedIn(draft.report);
  const found = answersIn(draft, last);
  const today = date && dayNumber(date, 'start');
  return promises.map((promise, i): JudgedPromise => {
    const { key } = promise.wording;
    const judged = (state: PromiseState, answer: Span | null = null) => ({ promise, state, answer });
    if (settled.some(note => note === key || (note.length >= LEAST_NOTED && key.startsWith(note))))
      return judged('settled');
    if (isMarked(key)) return judged('marked');
    const { repeated, answer } = found[i];
    if (promise.due !== null && today !== null && promise.due >= today) return judged('waiting', repeated);
    if (answer) return judged('answered', answer);
    return repeated ? judged('repeated', repeated) : judged('open');
  });
}

interface Answer {
  readonly repeated: Span | null;
  readonly answer: Span | null;
}

/** For each promise of a report, where the draft repeats or answers it. */
function answersIn(draft: Reading, last: Reading): Answer[] {
  const found = promisesOf(last).map((): { -readonly [K in keyof Answer]: Answer[K] } => ({
    repeated: null,
    answer: null,
  }));
  for (const block of draft.blocks) {
    const by = block.block.span.start;
    for (const { index, span, repeated } of answersOfBlock(block, last)) {
      const at = { start: span.start + by, end: span.end + by };
      if (repeated) found[index].repeated ??= at;
      else found[index].answer ??= at;
    }
  }
  return found;
}

interface BlockAnswer {
  readonly index: number;
  readonly span: Span;
  readonly repeated: boolean;
}

/** What one block of the draft answers of an earlier report's promises. */
const answersOfBlock = perBlockAnd(findAnswers);

/** What an earlier report's promises are found by. */
interface PromiseIndex {
  readonly byKey: ReadonlyMap<string, number>;
  readonly byTerm: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<Reading, PromiseIndex>();

function indexOf(reading: Reading): PromiseIndex {
  let index = indexes.get(reading);
  if (index) return index;
  const byKey = new Map<string, number>();
  const byTerm = new Map<string, number[]>();
  promisesOf(reading).forEach(({ wording }, i) => {
    byKey.set(wording.key, i);
    for (const term of wording.terms) {
      const list = byTerm.get(term);
      if (list) list.push(i);
      else byTerm.set(term, [i]);
    }
  });
  index = { byKey, byTerm };
  indexes.set(reading, index);
  return index;
}

const sentenceKeys = new WeakMap<Reading, ReadonlySet<string>>();

function keysOf(reading: Reading): ReadonlySet<string> {
  let keys = sentenceKeys.get(reading);
  if (!keys) {
    keys = new Set(reading.blocks.flatMap(block => wordingsOf(block).map(({ key }) => key)));
    sentenceKeys.set(reading, keys);
  }
  return keys;
}

function findAnswers(block: BlockReading, last: Reading): BlockAnswer[] {
  if (block.kind !== 'paragraph' && block.kind !== 'item' && block.kind !== 'footnote') return [];
  const promises = promisesOf(last);
  const earlier = keysOf(last);
  const { byKey, byTerm } = indexOf(last);
  return wordingsOf(block).flatMap((wording): BlockAnswer[] => {
    const { span, key, terms } = wording;
    const same = byKey.get(key);
    // What the earlier report said already is no news of what it promised.
    if (earlier.has(key)) return same === undefined ? [] : [{ index: same, span, repeated: true }];
    const common = new Map<number, number>();
    for (const term of terms) for (const i of byTerm.get(term) ?? []) common.set(i, (common.get(i) ?? 0) + 1);
    return [...common]
      .filter(([i, count]) => count >= 2 && answers(block, wording, promises[i], count))
      .map(([index]) => ({ index, span, repeated: false }));
  });
}

/**
 * Whether a sentence speaks of what was promised: a third of what the promise is about, its names among them. Taken
 * widely: a promise that is called open although the draft speaks of it would cost the drafter's trust.
 */
function answers(block: BlockReading, { names, span }: Wording, promise: Promise, common: number): boolean {
  const { wording } = promise;
  const named = wording.names.size === 0 ? 1 : shared(wording.names, names);
  if (named === 0 || common * 3 < Math.min(wording.terms.size, 12)) return false;
  // The same plan with the same date is no news.
  const said = block.view.slice(span.start, span.end);
  return !(FUTURE.test(said) && promise.when !== null && said.includes(promise.when));
}
