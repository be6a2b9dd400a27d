import type { BlockReading } from '../reading/reading.ts';
import { MASK } from '../text/view.ts';
import type { Claim } from './claim.ts';
import type { Indicator, IndicatorSet } from './indicators.ts';
import { type CompiledIndicator, distanceTo, headOf, type Line } from './patterns.ts';

/** An indicator that fits a claim, and how well: a line found next to the number counts most. */
export interface IndicatorMatch {
  readonly indicator: Indicator;
  readonly score: number;
  /** Every line stands in the claim's own sentence. */
  readonly sure: boolean;
}

/** How far around a number its sentence is read: lists of fifty titles say nothing about the number before them. */
const WINDOW = 300;
/** How far behind a claim a word can make it another figure. */
const VETO_REACH = 80;
/** Distance, in code units, at which a line counts a third of one right beside the number. */
const NEAR = 60;

const REFERS_BACK =
  /^(?:it|they|this|these|such|those|of (?:these|those|which)|in total|overall|altogether|to date|so far|the (?:programme|event|exercise|drill|training|initiative|project|course|workshop|report|index)s?)\b/i;

interface Near {
  readonly text: string;
  readonly lower: string;
  /** The claim's place in `text`. */
  readonly from: number;
  readonly to: number;
}

/**
 * The indicator that fits a claim of a block best, if one does.
 *
 * @param lead text that introduces the block (the paragraph before an item); empty where there is none
 */
export function matchIndicator(
  block: BlockReading,
  index: number,
  lead: string,
  set: IndicatorSet,
): IndicatorMatch | undefined {
  const claim = block.claims[index];
  const candidates = set.byHead.get(headOf(claim.unit));
  if (!candidates) return undefined;
  const phrase = phraseOf(block.view, claim);
  const own = nearOf(
    block.view,
    Math.max(claim.sentence.start, claim.start - WINDOW),
    Math.min(claim.sentence.end, claim.end + WINDOW),
    claim,
  );
  const clause = clauseOf(block, index);
  const back = backgroundOf(block, claim, lead);
  let best: IndicatorMatch | undefined;
  for (const candidate of candidates) {
    const score = scoreOf(candidate, claim, phrase, own, clause, back);
    if (score && (!best || score.score > best.score)) best = score;
  }
  return best;
}

/** The counted words with their modifiers, as they stand. */
function phraseOf(view: string, claim: Claim): string {
  if (claim.borrowed || claim.kind === 'ordinal') return claim.unit;
  const words = view.slice(claim.number.end, claim.end).replaceAll(MASK, ' ').trim() || claim.unit;
  // `CyberDrills` ends with `drills`: a name written in one is taken apart.
  return words.replace(/([a-z])([A-Z])/g, '$1 $2');
}

function nearOf(view: string, start: number, end: number, claim: Claim): Near {
  const text = view.slice(start, end);
  return { text, lower: text.toLowerCase(), from: claim.start - start, to: claim.end - start };
}

/** The part of the sentence that speaks of this claim and of no other: a word in it can make it another figure. */
function clauseOf(block: BlockReading, index: number): Near {
  const claim = block.claims[index];
  const before = block.claims[index - 1];
  const floor = Math.max(claim.sentence.start, claim.start - WINDOW);
  const start = before && before.end > floor && before.end <= claim.start ? before.end : floor;
  const behind = block.view.slice(claim.end, Math.min(claim.sentence.end, claim.end + VETO_REACH));
  const stop = /[,;:(]|\sand\s/.exec(behind);
  return nearOf(block.view, start, claim.end + (stop ? stop.index : behind.length), claim);
}

/** What a claim may draw its subject from besides its own sentence. */
function backgroundOf(
  block: BlockReading,
  claim: Claim,
  lead: string,
): { text: string; lower: string } | undefined {
  const sentence = block.view.slice(
    claim.sentence.start,
    Math.min(claim.sentence.end, claim.sentence.start + 40),
  );
  const before = block.view.slice(Math.max(0, claim.sentence.start - WINDOW), claim.sentence.start);
  const refers =
    claim.borrowed || REFERS_BACK.test(sentence) || /\bsuch\b/.test(block.view.slice(claim.start, claim.end));
  const text = `${refers ? before : ''} ${lead}`.trim();
  return text ? { text, lower: text.toLowerCase() } : undefined;
}

function scoreOf(
  candidate: CompiledIndicator,
  claim: Claim,
  phrase: string,
  own: Near,
  clause: Near,
  back: { text: string; lower: string } | undefined,
): IndicatorMatch | undefined {
  const { indicator } = candidate;
  if ((indicator.scope === 'ordinal') !== (claim.kind === 'ordinal')) return undefined;
  if (indicator.values && !indicator.values.includes(claim.value)) return undefined;
  if (!candidate.units.some(unit => unit.test(phrase))) return undefined;
  let score = indicator.values ? 1 : 0;
  let sure = true;
  for (const line of candidate.context) {
    const distance = distanceTo(line, own.text, own.lower, own.from, own.to);
    if (distance !== undefined) score += 0.5 + Math.exp(-distance / NEAR);
    else if (back && found(line, back)) {
      score += 0.25;
      sure = false;
    } else return undefined;
  }
  for (const line of candidate.without) if (found(line, clause)) return undefined;
  return { indicator, score, sure };
}

const found = (line: Line, { text, lower }: { text: string; lower: string }): boolean =>
  distanceTo(line, text, lower, 0, 0) !== undefined;
