import type { Claim } from '../../figures/claim.ts';
import type { LocatedClaim } from '../../figures/located.ts';
import type { ReadBlock } from '../../reading/reading.ts';
import type { ReportContext } from '../rule.ts';
import { type Continued, figuresOf } from './context.ts';

const YEAR = /\b(?:19|20)\d{2}\b/g;

/** A few things come again every year: two co-chairs, four regional forums, six languages. */
const FEW = 6;
/** By chance all figures of a sentence hardly come again where so many other values were as likely. */
const HARDLY_BY_CHANCE = 100;

/** Longer sentences are lists, and no drafter moves nothing but their year. */
const LONGEST = 1500;

/** Before a number: what is counted was known before, as are the 169 targets. */
const KNOWN = /\b(?:the|all|its|their|these|those|both|each of)\s+$/i;
const REGULAR =
  /\b(?:(?:each|every|per|a) (?:day|week|month|quarter|year)|daily|weekly|monthly|quarterly)\b/i;

/**
 * Whether a sentence on one period is that of the earlier report with nothing but its year moved on, so that the
 * figures of one year stand for those of another: surely, or perhaps, where they can have come again by chance.
 */
export function yearMovedOn(
  context: ReportContext,
  { point, earlier }: Continued,
): 'surely' | 'perhaps' | undefined {
  const { claim, block } = point;
  const dated = claim.scope === 'as-of';
  if (claim.sentence.end - claim.sentence.start > LONGEST) return undefined;
  if (!dated && !(claim.scope === 'period' && (claim.scopeSaid || claim.past))) return undefined;
  if (newestYear(point) <= newestYear(earlier) || withoutYears(point) !== withoutYears(earlier))
    return undefined;
  if (isKnown(block, claim)) return undefined;
  const chance = block.claims
    .filter(other => other.sentence.start === claim.sentence.start && isTelling(context, block, other))
    .reduce((product, { value }) => product * significant(value), 1);
  if (chance === 1) return undefined;
  // A state can stay what it was, and say so with a new date.
  return !dated && chance > HARDLY_BY_CHANCE ? 'surely' : 'perhaps';
}

/** Of the figures of each sentence, the one that comes again by chance the least: it is told for all of them. */
export function mostTelling(figures: readonly Continued[]): Continued[] {
  const bySentence = new Map<number, Continued>();
  for (const figure of figures) {
    const { block, claim } = figure.point;
    const place = block.block.span.start + claim.sentence.start;
    const known = bySentence.get(place);
    if (!known || significant(claim.value) > significant(known.point.claim.value))
      bySentence.set(place, figure);
  }
  return [...bySentence.values()];
}

/** The newest year of a claim's sentence that is no part of an identifier. */
const newestYear = ({ block, claim }: LocatedClaim): number =>
  Math.max(0, ...(block.prose.slice(claim.sentence.start, claim.sentence.end).match(YEAR) ?? []).map(Number));

const withoutYears = ({ block, claim }: LocatedClaim): string =>
  block.view.slice(claim.sentence.start, claim.sentence.end).replace(YEAR, '0').replace(/\s+/g, ' ');

/** Whether it says something that a figure comes again: one of many values, of something that changes. */
function isTelling(context: ReportContext, block: ReadBlock, claim: Claim): boolean {
  if (claim.kind === 'ordinal' || claim.kind === 'duration' || claim.kind === 'limit') return false;
  if (claim.value <= FEW || isKnown(block, claim)) return false;
  return figuresOf(context).seriesOf({ claim })?.scope !== 'constant';
}

const isKnown = ({ view }: ReadBlock, { start, sentence }: Claim): boolean =>
  KNOWN.test(view.slice(Math.max(0, start - 12), start)) ||
  REGULAR.test(view.slice(sentence.start, sentence.end));

/** A number without its final zeros: as many others were as likely. `4 200` is 42, and hardly an exact count. */
function significant(value: number): number {
  let rest = value;
  while (rest >= 10 && rest % 10 === 0) rest /= 10;
  return rest;
}
