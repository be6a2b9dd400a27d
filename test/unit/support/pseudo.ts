import { allTexts } from '../../../scripts/texts.ts';
import type { Translations } from '../../../server/messages/translate.ts';

/**
 * A language that nobody speaks: every text in letters that only look like English ones, between brackets. What is
 * still in plain letters after that did not go through the translation, or is no text of ours.
 */
const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOOKS_LIKE = 'àƀçđéƒǧħíĵķļɱñöþɋřšţûṽŵẋýžÀƁÇĐÉƑǦĦÍĴĶĻṀÑÖÞɊŘŠŢÛṼŴẊÝŽ';

export const pseudo = (text: string): string =>
  `⟦${text
    .split(/(\{\w+\})/)
    .map((part, i) =>
      i % 2 === 1 ? part : part.replace(/[A-Za-z]/g, letter => LOOKS_LIKE[PLAIN.indexOf(letter)]),
    )
    .join('')}⟧`;

/** The translations into it. */
export const pseudoTranslations = (): Translations =>
  Object.fromEntries(allTexts().map(text => [text, pseudo(text)]));

/** The stretches of a text that are in plain letters: what was filled into its places, and what was not translated. */
export const plainIn = (text: string): string[] =>
  [...text.matchAll(/[A-Za-z](?:[\x20-\x7e’–…]*[A-Za-z])?/g)].map(([found]) => found);
