import type { Citation } from '../citations/citation.ts';
import type { IndicatorSet } from '../figures/indicators.ts';
import { reportFigures } from '../figures/located.ts';
import type { ReadBlock, Reading } from '../reading/reading.ts';
import { unquoted } from '../reading/shared.ts';
import { mentionsOf } from '../rules/date/mentions.ts';
import { startingIn } from '../text/search.ts';
import type { Span } from '../text/span.ts';

/**
 * Which sentences of a report cannot stand in the next one without a look: those with a figure or a date, those that
 * announce Recommendations, those that tell an event or a plan. Where it is in doubt a sentence counts as bound to
 * its year: to keep it costs one key, and to overlook it puts old news into a new report.
 */

/** A number that the figures' recogniser refused or did not see; what is glued to letters is a name (5G, SG17). */
const LOOSE_NUMBER = /(?<![\w./+\-:])\d[\d,.\u00a0]*(?![\w/\-+])/;
const NUMBER_WORD =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|several|half|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b/i;

const ANNOUNCES =
  /\b(?:(?:approv|agre|determin|revis|complet|finali[sz]|issu|prepar)e[ds]|(?:adopt|consent|publish|develop)(?:ed|s|es)|new|work items?)\b/i;
const TEXTS: ReadonlySet<Citation['kind']> = new Set([
  'recommendation',
  'supplement',
  'amendment',
  'corrigendum',
  'report',
  'range',
]);

/** Something that was, or has been done: `was held`, `has signed`, `have been trained`. */
const HAPPENED =
  /\b(?:was|were|had)\b|\b(?:has|have)\s(?:\w+ly\s|also\s|since\s|now\s|already\s|further\s|not\s|yet\s|been\s)*(?:\w{2,}ed|held|begun|taken|made|given|built|sent|met|done|seen|led|chosen|written|put|set|brought|become|grown|drawn)\b/i;
/** Verbs of what ITU and its partners do once; behind a comma or before `by` they describe a thing instead. */
const DID =
  /(?<![,(]\s?)\b(?:organi[sz]ed|held|hosted|co-hosted|conducted|signed|launched|published|issued|released|assisted|supported|trained|delivered|celebrated|participated|attended|contributed|provided|presented|announced|completed|approved|agreed|adopted|revised|established|opened|started|began|renewed|received|prepared|executed|performed|partnered|initiated|facilitated|finali[sz]ed|developed|created|met|took|brought|made|instructed|requested|submitted|continued|appointed|moderated|helped|joined|became|led|gave|set up)\b(?!\s(?:by|around)\b)/;
/** What goes on or is to come, and may be over by now. */
const UNDER_WAY =
  /\b(?:will|shall|(?:is|are)\s(?:\w+\s)?(?:planned|scheduled|expected|foreseen|due|set to|about to|underway|under way|ongoing|in preparation|in progress|being)|plans? to|planning|preparations?|currently|ongoing|under ?way|recently|newly|this year|next|upcoming|forthcoming|so far|(?<!up )to date|in the period|reporting period|since (?:its|the) (?:launch|start|beginning)|latest|last)\b/i;

export interface BoundOptions {
  /** What binds no sentence: reporting periods that are moved on, references that follow; sorted by start. */
  readonly free: readonly Span[];
  /** In the front matter only figures and dates bind: its verbs speak of the report itself. */
  readonly front: boolean;
}

/** Whether a sentence of a block has to be confirmed. */
export type IsBound = (block: ReadBlock, sentence: Span, options: BoundOptions) => boolean;

/** The judge of one report's sentences. */
export function boundOf(reading: Reading, indicators: IndicatorSet): IsBound {
  const constants = constantsOf(reading, indicators);
  return (block, sentence, { free, front }) => {
    const fixed = startingIn(constants.get(block) ?? [], sentence);
    const isFree = (span: Span) => free.some(one => one.start <= span.start && span.end <= one.end);
    if (
      startingIn(block.claims, sentence).some(
        claim => !fixed.some(one => one.start === claim.start) && !isFree(claim),
      )
    )
      return true;
    if (startingIn(mentionsOf(block), sentence).some(date => !isFree(date))) return true;
    const words = without(block.prose, sentence, [...startingIn(free, sentence), ...fixed]);
    if (LOOSE_NUMBER.test(words) || NUMBER_WORD.test(words)) return true;
    if (front) return false;
    const cites = startingIn(block.citations, sentence).some(one => TEXTS.has(one.kind));
    if (cites && ANNOUNCES.test(words)) return true;
    const said = unquoted(block).slice(sentence.start, sentence.end);
    return HAPPENED.test(said) || DID.test(said) || UNDER_WAY.test(said);
  };
}

/** A sentence with some spans of it blanked. */
function without(prose: string, sentence: Span, spans: readonly Span[]): string {
  let out = '';
  let at = sentence.start;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at || span.end > sentence.end) continue;
    out += prose.slice(at, span.start) + ' '.repeat(span.end - span.start);
    at = span.end;
  }
  return out + prose.slice(at, sentence.end);
}

/** The figures that never change (the five pillars, the number of Member States), by block. */
function constantsOf(reading: Reading, indicators: IndicatorSet): Map<ReadBlock, Span[]> {
  const found = new Map<ReadBlock, Span[]>();
  for (const { block, claim, match } of reportFigures(reading, indicators).claims) {
    if (match?.indicator.scope !== 'constant') continue;
    const list = found.get(block) ?? [];
    list.push(claim);
    found.set(block, list);
  }
  return found;
}
