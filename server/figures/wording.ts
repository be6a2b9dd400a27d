import { MONTH, readDate } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import type { Claim, Scope } from './claim.ts';
import { boundaryBetween, isPlainPast, partsOf, stateBehind, yearBehindVerb } from './clauses.ts';

/** What a clause says about the figures in it, by its words alone. */
export interface Wording {
  /** For a count; ordinals carry their own scope. */
  readonly scope: Scope;
  /** The words say so; else `scope` is the likeliest reading. */
  readonly scopeSaid: boolean;
  /** Nothing says the scope, and the verb is in the plain past: `assisted`, not `has assisted`. */
  readonly past: boolean;
  readonly asOf?: NonNullable<Claim['asOf']>;
  /** The sentence speaks of what is still to come. */
  readonly future: boolean;
}

const AS_OF = new RegExp(
  `\\b[Aa]s (?:of|at|on)\\s+(?:the end of\\s+|end[- ])?((?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:${MONTH}\\s+)?(?:19|20)\\d{2})\\b`,
);
/** The words name one period, and the figures are what happened in it. */
const PERIOD =
  /(?:^(?:In|During|Throughout|Over) (?:the course of |the year )?(?:the )?(?:19|20)\d{2}\b(?! to )|\b(?:in|during|over|for) (?:the|this) (?:current |present |last |past )?(?:reporting period|period under review|year)\b|\bsince the (?:last|previous) (?:report|reporting|Council|session)|\bsince (?:the )?Council\b|\bthis year\b|\bso far in (?:19|20)\d{2}\b)/i;
const RUNNING_TOTAL =
  /\b(?:so far(?! in (?:19|20)\d{2}\b| this year\b)|(?:to|till)(?<!up[ -]to)[ -]date|until now|up to now|thus far|since (?:its|the) (?:launch|inception|start|beginning|creation|establishment)|since (?:19|20)\d{2}|by (?:the end of )?(?:19|20)\d{2}|(?:bring|mak)(?:s|ing) (?:the|its|their) (?:overall |cumulative )?(?:total|number)|in total|cumulative(?:ly)?|as of today|altogether)\b/i;
/** Of these, what can also be said of the sum of one year. */
const SUM = /^(?:in total|altogether)$/i;
const STATE = /\b(?:a total of|overall|today|currently|now|has|have)\b/i;
const FUTURE =
  /\b(?:will|shall|plans? to|planned|planning|preparations?|expected|upcoming|forthcoming|scheduled|aims? to|intends? to|objective is|is to be|are to be|would|next (?:edition|iteration|version|meeting|session))\b/i;

/** Where a sentence names the one period that all of it speaks of: `In 2021`, `during the reporting period`. */
export function periodIn(sentence: string, offset: number): Span | undefined {
  const found = RUNNING_TOTAL.test(sentence) || AS_OF.test(sentence) ? null : PERIOD.exec(sentence);
  return found ? { start: offset + found.index, end: offset + found.index + found[0].length } : undefined;
}

/** Words of time in a clause: of a period, or of what is counted up to a day. */
interface Mark extends Span {
  readonly scope: 'period' | 'cumulative' | 'as-of';
  readonly asOf?: Wording['asOf'];
  /** Holds for the figures behind it, too, up to other words of time. */
  readonly carries: boolean;
  /** Says little beside words for a period: `In 2024, five were held in total`. */
  readonly sum: boolean;
}

/**
 * Reads a sentence's wording, clause by clause: what is said of one year and what is said of all years can stand in
 * one sentence. `sentence` is a slice of a view that starts at `offset` of it.
 *
 * @param figures where in the view the sentence's figures stand, in their order
 * @returns what is said of each of them
 */
export function wordingsOf(sentence: string, offset: number, figures: readonly number[]): Wording[] {
  const future = FUTURE.test(sentence);
  const wordings: Wording[] = [];
  let carried: Mark | undefined;
  for (const part of partsOf(sentence)) {
    const end = offset + part.end;
    let count = 0;
    while (wordings.length + count < figures.length && figures[wordings.length + count] < end) count++;
    const own = figures.slice(wordings.length, wordings.length + count);
    const text = sentence.slice(part.start, part.end);
    for (const clause of clausesOf(text, offset + part.start, own)) {
      const marks = clause.marks.length || !carried ? clause.marks : [carried];
      carried = clause.marks.findLast(mark => mark.carries) ?? carried;
      const wording = { ...saidBy(marks, clause.text), future };
      for (let i = 0; i < clause.figures; i++) wordings.push(wording);
    }
  }
  while (wordings.length < figures.length) wordings.push({ ...saidBy([], ''), future });
  return wordings;
}

/** What a clause says by its words of time, or else by its verb. */
function saidBy(marks: readonly Mark[], text: string): Omit<Wording, 'future'> {
  const of = (scope: Mark['scope']) => marks.find(mark => mark.scope === scope);
  const dated = of('as-of');
  const running = of('cumulative');
  const period = of('period');
  const open = running?.sum === true && period !== undefined;
  const said = open ? undefined : (dated ?? running ?? period)?.scope;
  return {
    scope: said ?? (open || STATE.test(text) ? 'cumulative' : 'period'),
    scopeSaid: said !== undefined,
    past: said === undefined && isPlainPast(text),
    ...(dated?.asOf ? { asOf: dated.asOf } : {}),
  };
}

interface Clause {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** How many figures it has. */
  readonly figures: number;
}

/** A stretch as one clause, or as two where words for a period and for a total can be parted. */
function clausesOf(text: string, offset: number, figures: readonly number[]): Clause[] {
  const marks = marksIn(text, offset);
  const at = figures.map(figure => figure - offset);
  const cutAt = (cut: number, count: number): Clause[] => {
    const before = at.filter(figure => figure < cut).length;
    return [
      { text: text.slice(0, cut), marks: marks.slice(0, count), figures: before },
      { text: text.slice(cut), marks: marks.slice(count), figures: at.length - before },
    ];
  };
  for (let i = 1; i < marks.length; i++) {
    const [one, other] = [marks[i - 1], marks[i]];
    if ((one.scope === 'period') === (other.scope === 'period')) continue;
    const cut = boundaryBetween(text, one.end, other.start, at);
    if (cut !== undefined) return cutAt(cut, i);
  }
  const [only, ...rest] = marks;
  const state = only && !only.carries && rest.length === 0 ? stateBehind(text, only.end, at) : undefined;
  if (state !== undefined) return cutAt(state, 1);
  return [{ text, marks, figures: figures.length }];
}

/** The first words of each sort in a stretch of text, in their order; spans count from its start. */
function marksIn(text: string, offset: number): Mark[] {
  const marks: Mark[] = [];
  const asOf = asOfIn(text, offset);
  if (asOf) {
    const [start, end] = [asOf.span.start - offset, asOf.span.end - offset];
    marks.push({ start, end, scope: 'as-of', asOf, carries: true, sum: false });
  }
  const running = RUNNING_TOTAL.exec(text);
  if (running) {
    const sum = SUM.test(running[0]);
    marks.push({ ...spanOf(running), scope: 'cumulative', carries: true, sum });
  }
  const named = PERIOD.exec(text);
  const period = named ? spanOf(named) : yearBehindVerb(text);
  if (period) marks.push({ ...period, scope: 'period', carries: named !== null, sum: false });
  return marks.sort((a, b) => a.start - b.start);
}

const spanOf = ({ index, 0: words }: RegExpExecArray): Span => ({ start: index, end: index + words.length });

function asOfIn(sentence: string, offset: number): NonNullable<Claim['asOf']> | undefined {
  const found = AS_OF.exec(sentence);
  const date = found ? readDate(found[1].replace(/(\d)(?:st|nd|rd|th)\b/, '$1')) : undefined;
  if (!found || !date) return undefined;
  const value = [date.year, date.month, date.day]
    .filter(part => part !== undefined)
    .map(part => String(part).padStart(2, '0'))
    .join('-');
  const span: Span = { start: offset + found.index, end: offset + found.index + found[0].length };
  return { value, span };
}
