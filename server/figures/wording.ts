import { MONTH, readDate } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import type { Claim, Scope } from './claim.ts';

/** What a sentence says about the figures in it, by its words alone. */
export interface Wording {
  /** For a count; ordinals carry their own scope. */
  readonly scope: Scope;
  readonly asOf?: NonNullable<Claim['asOf']>;
  /** The sentence speaks of what is still to come. */
  readonly future: boolean;
}

const AS_OF = new RegExp(
  `\\b[Aa]s (?:of|at|on)\\s+(?:the end of\\s+|end[- ])?((?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:${MONTH}\\s+)?(?:19|20)\\d{2})\\b`,
);
const PERIOD =
  /\b(?:(?:in|during|throughout|over|for) (?:the (?:year|course of|current|present|last|past) ?)?(?:the )?(?:(?:19|20)\d{2}|reporting|period|biennium)|since the (?:last|previous) (?:report|reporting|Council|session)|since (?:the )?Council|(?:reporting|this|current) (?:period|year)|held (?:a|an|its|in|on|from)|in (?:January|February|March|April|May|June|July|August|September|October|November|December))\b/i;
const CUMULATIVE =
  /\b(?:so far|to date|to-date|until now|up to now|thus far|since (?:its|the) (?:launch|inception|start|beginning|creation|establishment)|since (?:19|20)\d{2}|in total|a total of|altogether|cumulative(?:ly)?|overall|as of today|today|currently|now|has|have)\b/i;
const FUTURE =
  /\b(?:will|shall|plans? to|planned|planning|preparations?|expected|upcoming|forthcoming|scheduled|aims? to|intends? to|objective is|is to be|are to be|would|next (?:edition|iteration|version|meeting|session))\b/i;

/** Reads a sentence's wording; `sentence` is a slice of a view that starts at `offset` of it. */
export function wordingOf(sentence: string, offset: number): Wording {
  const asOf = asOfIn(sentence, offset);
  const scope: Scope = asOf ? 'as-of' : PERIOD.test(sentence) ? 'period' : CUMULATIVE.test(sentence) ? 'cumulative' : 'period';
  return { scope, future: FUTURE.test(sentence), ...(asOf ? { asOf } : {}) };
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
