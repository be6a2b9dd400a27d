import { perBlock } from '../../reading/per-block.ts';
import { scannedProse } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import type { Span } from '../../text/span.ts';
import { MONTH_NAME } from './mentions.ts';

/** What speaks of something to come. */

/** What is done with events and publications, once each. */
const DONE_ONCE =
  '(?:held|hosted|co-hosted|organi[sz]ed|co-organi[sz]ed|convened|conducted|delivered|celebrated|opened|launched|published|released|issued|submitted|completed|finali[sz]ed|established|signed|inaugurated|assessed|presented|discussed|approved|adopted|repeated)';
const DOES_ONCE =
  '(?:hold|host|co-host|organi[sz]e|co-organi[sz]e|convene|conduct|deliver|celebrate|open|launch|publish|release|issue|submit|complete|finali[sz]e|establish|sign|start|begin|conclude|take\\splace)';
const TO_BE_DONE = `to\\s(?:be\\s(?:jointly\\s|formally\\s|officially\\s)?${DONE_ONCE}|take\\splace)`;
const PLANNED = '(?:expected|planned|scheduled|due|foreseen|anticipated|slated)';

/** Verbs of the future: what they say is to come whatever else the sentence tells. */
const FINITE = new Pattern(
  new RegExp(
    `\\b(?:will|shall)\\b|\\b(?:is|are)\\s(?:currently\\s|now\\s|also\\s|still\\s|tentatively\\s|provisionally\\s)?(?:${PLANNED}\\b|being\\s(?:organi[sz]ed|planned|arranged)\\b|(?:set|going|intended|likely)\\s(?:to|for)\\b|${TO_BE_DONE}\\b|(?:planning|aiming|hoping|intending|expecting)\\sto\\s${DOES_ONCE}\\b)|\\bplans?\\sto\\b|(?<!\\b(?:an?|the|its|their|this|with)\\s)\\b(?:intend|expect|aim|hope|propose)s?\\sto\\s${DOES_ONCE}\\b`,
    'i',
  ),
);

/** A plan that was made: of the future, unless the sentence goes on to tell what became of it. */
const PERFECT = new Pattern(
  /(?<!\b(?:that|which|who|as|than)\s)\b(?:has|have)\sbeen\s(?:re)?(?:scheduled|planned|foreseen)(?=\s(?:for|to)\b)/i,
);

/** What describes an event as one to come, in a sentence whose verb says whether it still is. */
const ATTRIBUTE = new Pattern(
  new RegExp(
    `(?<=[,-]\\s|\\()(?:(?:now|currently|tentatively|provisionally)\\s)?${PLANNED}\\s(?:${TO_BE_DONE}\\b|(?=(?:for|in|on|by)\\b))|(?<!\\b(?:is|are|was|were|be|been|as|than|and|or|first|not|then|\\w+ly)\\s)\\bscheduled\\s(?=for\\b)|\\b${TO_BE_DONE}\\b`,
    'i',
  ),
);

const EVENT =
  '(?:[Ff]orum|[Cc]onference|[Ww]orkshop|[Dd]rill|[Cc]yber[Dd]rill|[Mm]eeting|[Ss]ummit|[Aa]ssembly|[Ss]eminar|[Ww]ebinar|[Ss]ession|[Ee]vent|[Ss]ymposium|[Cc]ongress|[Cc]ompetition|[Tt]raining|[Cc]ourse|[Hh]ackathon|[Dd]ialogue|[Cc]onsultation)s?';

/** The same by an adjective, with the event and its place. */
const UPCOMING = new Pattern(
  new RegExp(
    `\\b(?:[Uu]pcoming|[Ff]orthcoming)\\s(?:[\\w-]+\\s){0,4}?${EVENT}\\b(?:,?\\s(?:in|at)\\s(?!${MONTH_NAME})[A-Z][\\w'-]+(?:,?\\s(?!${MONTH_NAME})[A-Z][\\w'-]+){0,3})?`,
  ),
);

export type SignKind = 'finite' | 'perfect' | 'attribute' | 'upcoming';

export interface Sign extends Span {
  readonly kind: SignKind;
}

const SIGNS: readonly (readonly [SignKind, Pattern])[] = [
  ['finite', FINITE],
  ['perfect', PERFECT],
  ['attribute', ATTRIBUTE],
  ['upcoming', UPCOMING],
];

/** What speaks of the future in a block, in order; offsets count from the block's start. */
export const signsOf = perBlock((block): readonly Sign[] => {
  const scanned = scannedProse(block);
  const found = SIGNS.flatMap(([kind, pattern]) =>
    pattern
      .matches(scanned)
      .map(({ index, 0: words }) => ({ kind, start: index, end: index + words.length })),
  );
  return found.sort((a, b) => a.start - b.start);
});

/** A verb that tells of the past; participles behind `be` and before a noun tell nothing. */
const TOLD =
  /\b(?:was|were|had|has|have|did|took|gave|began|met|led|made|saw|sent)\b|(?<!\b(?:be|being|been|the|an?|its|their|all|other|most|least)\s(?:\w+ly\s)?)\b(?:held|[a-z]{3,}ed)\b/;

/** A verb that leaves what the sentence speaks of to come. */
const OPEN =
  /\b(?:will|shall|(?:is|are)\s(?:now\s|currently\s|also\s|still\s|well\s)?(?:\w{2,}ing|under\s?way|due|to|expected|planned|scheduled|set|ready|in preparation|intended|open)\b)/i;

/**
 * Whether the words around a sign leave it to come: `the drill, scheduled for May, will be hosted by Kenya`, not `was
 * postponed`. A plan that was made needs no verb beside it.
 */
export const leavesOpen = (kind: SignKind, around: string): boolean =>
  kind === 'finite' || (!TOLD.test(around) && (kind === 'perfect' || OPEN.test(around)));
