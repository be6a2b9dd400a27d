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
const WINDOW = 250;
/** How far behind a claim a word can make it another figure. */
const VETO_REACH = 80;
/** Distance, in code units, at which a line counts a third of one right beside the number. */
const NEAR = 60;

const REFERS_BACK =
  /^(?:it|they|this|these|such|those|of (?:these|those|which)|in total|overall|altogether|to date|so far|the (?:programme|event|exercise|drill|training|initiative|project|course|workshop|report|index)s?)\b/i;

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
  const around = new Surroundings(block, index, lead);
  let best: IndicatorMatch | undefined;
  for (const candidate of candidates) {
    const match = matchOf(candidate, claim, phrase, around);
    if (match && (!best || match.score > best.score)) best = match;
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

function matchOf(
  { indicator, units, context, without }: CompiledIndicator,
  claim: Claim,
  phrase: string,
  around: Surroundings,
): IndicatorMatch | undefined {
  if ((indicator.scope === 'ordinal') !== (claim.kind === 'ordinal')) return undefined;
  if (indicator.values && !indicator.values.includes(claim.value)) return undefined;
  if (!units.test(phrase)) return undefined;
  let score = indicator.values ? 1 : 0;
  let sure = true;
  for (const line of context) {
    const distance = around.distance(line);
    if (distance !== undefined) score += 0.5 + Math.exp(-distance / NEAR);
    else if (around.inBackground(line)) {
      score += 0.25;
      sure = false;
    } else return undefined;
  }
  return without.some(line => around.inClause(line)) ? undefined : { indicator, score, sure };
}

/** A stretch of text that is searched for words. */
interface Searched {
  readonly text: string;
  readonly lower: string;
}

const searched = (text: string): Searched => ({ text, lower: text.toLowerCase() });

const found = (line: Line, { text, lower }: Searched): boolean =>
  distanceTo(line, text, lower, 0, 0) !== undefined;

/** What stands around a claim, taken out of the block when it is asked for, and what was found there. */
class Surroundings {
  private readonly block: BlockReading;
  private readonly index: number;
  private readonly lead: string;
  private readonly claim: Claim;
  private readonly start: number;
  private sentence: Searched | undefined;
  private readonly distances = new Map<Line, number | undefined>();
  private clause: Searched | undefined;
  private background: Searched | undefined;

  constructor(block: BlockReading, index: number, lead: string) {
    this.block = block;
    this.index = index;
    this.lead = lead;
    const claim = block.claims[index];
    this.claim = claim;
    this.start = Math.max(claim.sentence.start, claim.start - WINDOW);
  }

  /** How far from the claim a line is found in its sentence. */
  distance(line: Line): number | undefined {
    if (!line.mayBeIn(this.block.scanned)) return undefined;
    if (this.distances.has(line)) return this.distances.get(line);
    this.sentence ??= searched(this.sentenceText());
    const { text, lower } = this.sentence;
    const distance = distanceTo(
      line,
      text,
      lower,
      this.claim.start - this.start,
      this.claim.end - this.start,
    );
    this.distances.set(line, distance);
    return distance;
  }

  private sentenceText(): string {
    const { view } = this.block;
    return view.slice(this.start, Math.min(this.claim.sentence.end, this.claim.end + WINDOW));
  }

  /** Whether a line is found in the part of the sentence that speaks of this claim and of no other. */
  inClause(line: Line): boolean {
    if (!line.mayBeIn(this.block.scanned)) return false;
    this.clause ??= searched(this.clauseText());
    return found(line, this.clause);
  }

  private clauseText(): string {
    const { view, claims } = this.block;
    const { claim } = this;
    const before = claims[this.index - 1];
    const start = before && before.end > this.start && before.end <= claim.start ? before.end : this.start;
    const behind = view.slice(claim.end, Math.min(claim.sentence.end, claim.end + VETO_REACH));
    const stop = /[,;:(]|\sand\s/.exec(behind);
    return view.slice(start, claim.end + (stop ? stop.index : behind.length));
  }

  /** Whether a line is found in what the claim may draw its subject from besides its own sentence. */
  inBackground(line: Line): boolean {
    if (this.lead === '' && !line.mayBeIn(this.block.scanned)) return false;
    this.background ??= searched(this.backgroundText());
    return this.background.text !== '' && found(line, this.background);
  }

  private backgroundText(): string {
    const { view } = this.block;
    const { claim } = this;
    const { start, end } = claim.sentence;
    const refers =
      claim.borrowed ||
      REFERS_BACK.test(view.slice(start, Math.min(end, start + 40))) ||
      /\bsuch\b/.test(view.slice(claim.start, claim.end));
    const before = refers ? view.slice(Math.max(0, start - WINDOW), start) : '';
    return `${before} ${this.lead}`.trim();
  }
}
