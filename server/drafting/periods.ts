import type { BlockReading } from '../reading/reading.ts';
import type { Edit } from '../rules/rule.ts';
import { MONTH } from '../text/dates.ts';
import { overlaps, type Span } from '../text/span.ts';

/**
 * Where a report names its own reporting period, the new report names the next one: `since Council 2023` becomes
 * `since Council 2024`, and the years of `activities from May 2023 to April 2024` move on by as many years as lie
 * between the two reports. Nothing else about a date is known, so nothing else is moved.
 */

const SINCE =
  /\bsince (?:the )?(?:Council|(?:last |previous )?(?:session|report) (?:of|to) (?:the )?Council(?:,? in)?),? ((?:19|20)\d{2})\b/gi;
const SESSION = /\bsince (?:the )?((?:19|20)\d{2}) (?:ordinary )?session of (?:the )?Council\b/gi;
const PERIOD = new RegExp(
  `\\b(?:activities|period|progress|work|efforts)\\b[^.\\n]{0,80}?\\b(?:from|between)\\s(?:\\d{1,2}\\s)?(?:${MONTH}\\s)?(?:((?:19|20)\\d{2})\\s)?(?:to|and|until)\\s(?:\\d{1,2}\\s)?(?:${MONTH}\\s)?((?:19|20)\\d{2})\\b`,
  'gi',
);
const WITHIN =
  /\bactivities\b[^.\n]{0,80}?\s(?:in|during|for)\s(?:(?:the\s)?(?:year|period)\s)?((?:19|20)\d{2})(?:[-/]((?:19|20)?\d{2}))?\b/gi;

/** A reporting period that a block names, and its new years; offsets count from the block's start. */
export interface MovedPeriod {
  /** The whole phrase: no date in it binds the sentence any more. */
  readonly span: Span;
  readonly edits: readonly Edit[];
}

/**
 * The reporting periods of a block, in the order of the text.
 *
 * @param last year of the earlier report
 * @param next year of the new one
 */
export function movedPeriods({ prose }: BlockReading, last: number, next: number): MovedPeriod[] {
  const found: MovedPeriod[] = [];
  const take = (match: RegExpExecArray, groups: readonly number[], year: (old: number) => number) => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (found.some(other => overlaps(other.span, span))) return;
    const edits: Edit[] = [];
    let from = 0;
    for (const group of groups) {
      const written = match[group];
      if (!written) continue;
      const at = match[0].indexOf(written, from);
      from = at + written.length;
      const start = match.index + at;
      const old = written.length === 2 ? Math.floor(last / 100) * 100 + Number(written) : Number(written);
      const now = String(year(old)).slice(-written.length);
      if (now !== written) edits.push({ start, end: start + written.length, newText: now });
    }
    if (edits.length > 0) found.push({ span, edits });
  };
  // The session before a report is that of the year before, whichever report it is written from.
  for (const match of prose.matchAll(SINCE)) take(match, [1], () => next - 1);
  for (const match of prose.matchAll(SESSION)) take(match, [1], () => next - 1);
  const recent = (year: number) => year >= last - 2 && year <= last;
  for (const match of prose.matchAll(PERIOD)) {
    if (recent(Number(match[2]))) take(match, [1, 2], old => old + next - last);
  }
  for (const match of prose.matchAll(WITHIN)) {
    if (recent(Number(match[1]))) take(match, [1, 2], old => old + next - last);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
