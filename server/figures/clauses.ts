import { MONTH } from '../text/dates.ts';
import type { Span } from '../text/span.ts';

/** A new clause begins: behind a semicolon, or where `and` leads to words of time of its own. */
const PARTS =
  /;\s*|,\s+(?:and|but|while|whereas)\s+(?=(?:(?:in|during|throughout|since)\s+(?:19|20)\d{2}|(?:to|till)\s+date|so\s+far|as\s+of)\b)/gi;

/** The clauses of a sentence that its marks and words part: each has its own words of time. */
export function partsOf(sentence: string): Span[] {
  const parts: Span[] = [];
  let start = 0;
  for (const found of sentence.matchAll(PARTS)) {
    if (found.index > start) parts.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  if (start < sentence.length) parts.push({ start, end: sentence.length });
  return parts;
}

/** Where a clause may end, the surest first. */
const BOUNDARIES = [
  /,\s+(?:and|but|while|whereas|which|with)\s/g,
  /\s-\s|\(|:\s/g,
  /,\s/g,
  /\s(?:and|but|while|whereas)\s/g,
];

/**
 * The offset that parts what two words of time speak of: the last of the surest ends of a clause between them that
 * has a figure on both sides; undefined where there is none.
 *
 * @param figures offsets of the figures, in their order
 */
export function boundaryBetween(
  text: string,
  from: number,
  to: number,
  figures: readonly number[],
): number | undefined {
  const first = figures[0] ?? Number.POSITIVE_INFINITY;
  const last = figures[figures.length - 1] ?? 0;
  const between = text.slice(from, to);
  for (const boundary of BOUNDARIES) {
    let best: number | undefined;
    for (const found of between.matchAll(boundary)) {
      const at = from + found.index + found[0].length;
      if (first < at && at <= last) best = at;
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

const STATE_BEHIND =
  /\s(?:and|but|which|that)\s(?:now\s|currently\s)?(?:covers?|serves?|includes?|lists?|contains?|counts?|comprises?|measures?|offers?|involves?|spans?|has|have|is|are)\s/;

/** Where a state is told behind what was done in a year: `was published in 2024 | and covers 194 countries`. */
export function stateBehind(text: string, from: number, figures: readonly number[]): number | undefined {
  if (!figures.some(figure => figure > from)) return undefined;
  const found = STATE_BEHIND.exec(text.slice(from));
  return found ? from + found.index : undefined;
}

const YEAR_INSIDE = new RegExp(
  `\\b(?:in|during|throughout)\\s(?:the\\s(?:course\\sof\\s|year\\s)?|early\\s|late\\s)?(?:${MONTH}\\s)?(?:19|20)\\d{2}\\b(?!\\s?[-/]|\\sto\\b)`,
  'g',
);
/** Nobody names more years in a sentence and means one of them. */
const MOST_YEARS = 12;
/** How far before a year its verb is looked for. */
const REACH = 300;

const PAST_FORM =
  '(?:took|held|met|gave|brought|led|became|began|came|went|saw|did|ran|made|sent|taught|won|built|drew|drawn|given|taken|made|set\\sup|(?!(?:need|indeed|speed|exceed|proceed|succeed|feed|seed|hundred|breed|deed)\\b)[a-z]{2,40}ed)';
/** A verb in the past with its auxiliary; behind an article such a form is an adjective. */
const PAST = new RegExp(
  `\\b(?:(?:was|were|been)\\s(?:[a-z]{2,40}ly\\s|also\\s)?${PAST_FORM}|was|were|(?<!\\b(?:the|an?|its|their)\\s)${PAST_FORM})\\b`,
  'g',
);
const PERFECT_OR_STATE = /\b(?:has|have|had|is|are|currently|now|today|overall)\b/i;
const SUBORDINATE = /\b(?:which|that|who|whose|where|when|since|after|before|until|because)\b/gi;
const JOINED = /,\s(?:and|but|while|whereas)\s/g;
/** `the programme launched in 2010`: the year is that of the programme, not of what was done in it. */
const BEGAN =
  /\b(?:launched|established|created|founded|begun|began|started|adopted|signed|published|released|approved|revised|updated|introduced|issued|developed|initiated|opened|concluded|ended)$/;
const AUXILIARY = /\b(?:was|were|been)\s(?:[a-z]{2,40}ly\s)?[a-z]{2,40}$/;

/** Whether a clause tells in the plain past what was done, and not what is or has been. */
export const isPlainPast = (clause: string): boolean => {
  PAST.lastIndex = 0;
  return !PERFECT_OR_STATE.test(clause) && PAST.test(clause);
};

/** Where a clause names, behind its verb, the year in which its figures came about: `were held in 2024`. */
export function yearBehindVerb(clause: string): Span | undefined {
  let tried = 0;
  for (const found of clause.matchAll(YEAR_INSIDE)) {
    if (++tried > MOST_YEARS) return undefined;
    if (isYearOfVerb(clause.slice(Math.max(0, found.index - REACH), found.index).replace(/,?\s$/, '')))
      return { start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

/** Whether a year that follows these words is that of their main verb. */
function isYearOfVerb(before: string): boolean {
  if (BEGAN.test(before) && !AUXILIARY.test(before)) return false;
  // `…, and four were held`: the last clause, unless it is the end of a list.
  const joint = [...before.matchAll(JOINED)].pop();
  const last = joint ? before.slice(joint.index) : '';
  const clause = countOf(PAST, last) > 0 ? last.replace(/^,/, '') : before;
  const opener = [...clause.matchAll(SUBORDINATE)].pop();
  const main = opener ? clause.slice(opener.index) : clause;
  // `have been held, most recently in 2024`: a comma ends what the perfect speaks of.
  if (/\b(?:has|have)\b/.test(main) && /[,:(]/.test(main.slice(main.search(/\b(?:has|have)\b/))))
    return false;
  return countOf(PAST, main) >= (opener ? 2 : 1);
}

const countOf = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;
