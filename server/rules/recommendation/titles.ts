import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { CatalogueSector, Entry } from '../../catalogue/entry.ts';
import { titleFit, titleWords } from '../../catalogue/titles.ts';
import type { PartialDate } from '../../text/dates.ts';
import { remembered } from './memory.ts';

/** How well a title fits, as `titleFit` counts: from here on it is the text's title, spelled or cut differently. */
export const SAME_TITLE = 0.9;
/** Nearly the title: a word was left out or changed. */
export const NEAR_TITLE = 0.6;
/** Below this, the two have a few common words at most. */
export const OTHER_TITLE = 0.3;

/** The reports abbreviate in titles what ITU writes out. */
const ABBREVIATED: readonly (readonly [short: RegExp, long: string])[] = [
  [/\bICTs\b/g, 'information and communication technologies'],
  [/\bICT\b/g, 'information and communication technology'],
  [/\bIoT\b/g, 'Internet of things'],
];

/** The wordings under which a title is looked for: as it stands, and with house abbreviations written out. */
function wordings(title: string): string[] {
  const long = ABBREVIATED.reduce((text, [short, words]) => text.replace(short, words), title);
  return long === title ? [title] : [title, long];
}

/** How well a quoted title fits a text, or a text that it is a part of. */
export function fitOf(entry: Entry, base: Entry | undefined, quoted: string): number {
  const fits = wordings(quoted).flatMap(wording => [
    titleFit(entry, wording),
    base ? titleFit(base, wording) : 0,
  ]);
  return Math.max(...fits);
}

/** Of the texts whose titles have most of the words, so many are held against a longer wording. */
const CANDIDATES = 6;

/** How many words a title may be longer than the text's and still be its: an abbreviation, a subtitle. */
const MORE_WORDS = 3;

/** Where in a catalogue to look, and for which day: what was not approved by then bears no title yet. */
export interface TitleSearch {
  readonly catalogue: Catalogue;
  readonly date: PartialDate | null;
  readonly sector?: CatalogueSector;
}

/** The texts that bear a title: several where they share it. */
export interface Borne {
  /** Which of the wordings is the title. */
  readonly index: number;
  readonly bearers: readonly Entry[];
}

/**
 * The first of several wordings that is a title, with the texts that bear it; what rests on memory is left out.
 * Among what is loaded.
 *
 * @param titles in the order of preference; they begin alike
 * @param query what they are looked up by: words that all of them have
 */
export function firstBorne(
  { catalogue, date, sector }: TitleSearch,
  titles: readonly string[],
  query: string,
): Borne | undefined {
  const candidates = wordings(query).flatMap(wording =>
    catalogue
      .byTitle(wording, CANDIDATES, sector)
      .map(({ entry }) => entry)
      .filter(entry => mayBear(entry, date)),
  );
  const unique = candidates.filter((entry, i) => candidates.findIndex(other => sameText(other, entry)) === i);
  for (const [index, title] of titles.entries()) {
    const fits = unique.map(entry => ({
      entry,
      fit: isLonger(title, entry) ? 0 : fitOf(entry, undefined, title),
    }));
    const best = Math.max(SAME_TITLE, ...fits.map(({ fit }) => fit));
    const bearers = fits.filter(({ fit }) => fit === best).map(({ entry }) => entry);
    if (bearers.length > 0) return { index, bearers };
  }
  return undefined;
}

/** The texts that bear this very title and had been approved by then. */
export function bearersOf(search: TitleSearch, title: string): readonly Entry[] {
  const { catalogue, date, sector } = search;
  const key = `bearers ${sector} ${date?.year}-${date?.month}-${date?.day} ${title}`;
  return remembered(catalogue, key, () => firstBorne(search, [title], title)?.bearers ?? []);
}

const mayBear = (entry: Entry, date: PartialDate | null): boolean =>
  !entry.unverified &&
  entry.kind !== 'provisional-name' &&
  (date === null || entry.editions.length === 0 || entry.editionAt(date) !== undefined);

const sameText = (a: Entry, b: Entry): boolean => a.id === b.id && a.sector === b.sector;

/** Whether the words are more than a text's title: several titles in a row contain each of them. */
const isLonger = (title: string, entry: Entry): boolean =>
  wordings(title).every(wording => titleWords(wording).length > longest(entry) + MORE_WORDS);

const longest = ({ title, editions }: Entry): number =>
  Math.max(
    ...[title, ...editions.map(edition => edition.title)].map(borne => titleWords(borne ?? '').length),
  );
