import { MONTH, readDate } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import type { Claim, Scope } from './claim.ts';

/** What a sentence says about the figures in it, by its words alone. */
export interface Wording {
  /** For a count; ordinals carry their own scope. */
  readonly scope: Scope;
  /** The words say so; else `scope` is the likeliest reading. */
  readonly scopeSaid: boolean;
  readonly asOf?: NonNullable<Claim['asOf']>;
  /** The sentence speaks of what is still to come. */
  readonly future: boolean;
}

const AS_OF = new RegExp(
  `\\b[Aa]s (?:of|at|on)\\s+(?:the end of\\s+|end[- ])?((?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:${MONTH}\\s+)?(?:19|20)\\d{2})\\b`,
);
/** The words name one period, and the figures are what happened in it. */
const PERIOD =
  /(?:^(?:In|During|Throughout|Over) (?:the course of |the year )?(?:the )?(?:19|20)\d{2}\b(?! to )|\b(?:in|during|over|for) (?:the|this) (?:current |present |last |past )?(?:reporting period|period under review|year)\b|\bsince the (?:last|previous) (?:report|reporting|Council|session)|\bsince (?:the )?Council\b|\bthis year\b)/i;
const RUNNING_TOTAL =
  /\b(?:so far|(?:to|till)[ -]date|until now|up to now|thus far|since (?:its|the) (?:launch|inception|start|beginning|creation|establishment)|since (?:19|20)\d{2}|by (?:the end of )?(?:19|20)\d{2}|in total|cumulative(?:ly)?|as of today|altogether)\b/i;
const STATE = /\b(?:a total of|overall|today|currently|now|has|have)\b/i;
const FUTURE =
  /\b(?:will|shall|plans? to|planned|planning|preparations?|expected|upcoming|forthcoming|scheduled|aims? to|intends? to|objective is|is to be|are to be|would|next (?:edition|iteration|version|meeting|session))\b/i;

/** Where a sentence names the one period that it speaks of: `In 2021`, `during the reporting period`. */
export function periodIn(sentence: string, offset: number): Span | undefined {
  const found = PERIOD.exec(sentence);
  return found ? { start: offset + found.index, end: offset + found.index + found[0].length } : undefined;
}

/** Reads a sentence's wording; `sentence` is a slice of a view that starts at `offset` of it. */
export function wordingOf(sentence: string, offset: number): Wording {
  const asOf = asOfIn(sentence, offset);
  const said: Scope | undefined = asOf
    ? 'as-of'
    : RUNNING_TOTAL.test(sentence)
      ? 'cumulative'
      : PERIOD.test(sentence)
        ? 'period'
        : undefined;
  return {
    scope: said ?? (STATE.test(sentence) ? 'cumulative' : 'period'),
    scopeSaid: said !== undefined,
    future: FUTURE.test(sentence),
    ...(asOf ? { asOf } : {}),
  };
}

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
