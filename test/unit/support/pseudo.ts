import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/root.ts';
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

/**
 * The stretches of a text in plain letters, up to the next punctuation mark: what was filled into its places, and what
 * was not translated. What stands in quotation marks is the draft's, or what is to stand there.
 */
export const plainIn = (text: string): string[] =>
  [...text.replace(/“[^”]*”/g, '“”').matchAll(/[A-Za-z](?:[\w '’-]*\w)?/g)]
    .map(([found]) => found)
    .filter(found => /[A-Za-z]{3}/.test(found));

/** Every string in the project's data: titles, names, terms. */
function dataStrings(value: unknown, found: Set<string>): Set<string> {
  if (typeof value === 'string') found.add(oneLine(value));
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) dataStrings(one, found);
  return found;
}

const oneLine = (text: string): string => text.replace(/[\\*]/g, '').replace(/\s+/g, ' ').trim();

const DATA = join(ROOT, 'data');
const data = new Set<string>();
for (const name of readdirSync(DATA).filter(name => name.endsWith('.json')))
  dataStrings(JSON.parse(readFileSync(join(DATA, name), 'utf8')), data);
/** Titles are quoted in parts, up to a comma or a bracket. */
const titles = [
  ...data,
  ...readdirSync(join(DATA, 'catalogue')).map(name => readFileSync(join(DATA, 'catalogue', name), 'utf8')),
].join('\n');

/**
 * What a text says in plain letters that nobody wrote: neither the draft and the other texts given, nor a title or a
 * name of the data.
 *
 * @param given the texts that a message may quote
 */
export function untranslated(said: string, given: readonly string[]): string[] {
  const quoted = given.map(oneLine);
  return plainIn(oneLine(said).replace(IDENTIFIER, '#')).filter(
    words =>
      !quoted.some(text => text.includes(words)) &&
      !data.has(words) &&
      !(words.split(' ').length >= 3 && titles.includes(words)),
  );
}

/** Numbers and names of texts as the house writes them. */
const IDENTIFIER =
  /\bResolution \d+(?: \((?:Rev\. )?[^()]*\))?|\bITU-[TRD]\b|\b(?:ISO|IEC|RFC)[\w /.-]*\d[\d-]*|\b(?:Cor|Amd|Suppl)\.? \d+|\b[A-Z]{1,3}\.?(?:Suppl\.)?\d[\w.-]*/g;
