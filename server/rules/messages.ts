import { type MessageValues, t } from '../messages/translate.ts';
import { acronym } from './messages/acronym.ts';
import { date } from './messages/date.ts';
import { drafting } from './messages/drafting.ts';
import { figure } from './messages/figure.ts';
import { instrument } from './messages/instrument.ts';
import { numbering } from './messages/numbering.ts';
import { recommendation } from './messages/recommendation.ts';
import { reference } from './messages/reference.ts';
import { structure } from './messages/structure.ts';
import { suppression } from './messages/suppression.ts';
import { terms } from './messages/terms.ts';
import { text } from './messages/text.ts';

export type { MessageValues } from '../messages/translate.ts';

/**
 * Every text of a finding, a fix or a related place, in English, by key. A finding's key is its rule's id, or the
 * id with a variant behind `#`; a fix's title ends in `:fix` (several: `:fix-…`), a related place's in `:related`.
 * Each says what, why and what to do, in plain words.
 */
export const messages = {
  ...structure,
  ...numbering,
  ...reference,
  ...recommendation,
  ...instrument,
  ...figure,
  ...date,
  ...acronym,
  ...terms,
  ...text,
  ...drafting,
  ...suppression,
} as const;

export type MessageKey = keyof typeof messages;

/** The text behind a key in the program's language, its places filled. */
export const say = (key: MessageKey, values?: MessageValues): string => t(messages[key], values);
