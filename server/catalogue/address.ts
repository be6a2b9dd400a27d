import type { CatalogueSector, Edition, EntryKind } from './entry.ts';
import { partOf } from './spelling.ts';

/**
 * ITU's addresses, by rule; the catalogue stores only the exceptions. The rules are those that 9 709 of 10 013
 * stored addresses follow: the number without spaces, of a dual number the first part, the month of approval, and
 * a letter for the status.
 */

const RECOMMENDATION = 'https://www.itu.int/rec/T-REC-';

/** What stands before the exceptions that are stored. */
export const addressPrefix = (sector: CatalogueSector): string =>
  sector === 'ITU-T' ? RECOMMENDATION : 'https://www.itu.int/';

/** The page of a text and all its editions. `latest` is its newest edition, which the address of a part carries. */
export function addressOf(
  id: string,
  kind: EntryKind,
  sector: CatalogueSector,
  latest: Edition | undefined,
): string {
  if (sector === 'ITU-R') {
    if (kind === 'report') return `https://www.itu.int/pub/R-REP-${id.slice('Report '.length)}`;
    if (kind === 'resolution') return `https://www.itu.int/pub/R-RES-R.${id.slice('ITU-R Res.'.length)}`;
    return `https://www.itu.int/rec/R-REC-${id}`;
  }
  const part = partOf(id);
  if (part && latest) {
    const suffix = id
      .slice(part.of.length)
      .replace(/^ \(\d{4}\)/, '')
      .replace('Technical ', '')
      .replace('Annex ', 'Ann')
      .replace(/[. ]/g, '');
    return `${editionAddress(RECOMMENDATION + firstNumber(part.of), latest)}!${suffix}`;
  }
  return RECOMMENDATION + firstNumber(id).replace('Suppl.', 'Sup').replaceAll(' ', '');
}

const firstNumber = (id: string): string => id.split('/')[0];

const LETTERS = { 'in force': 'I', superseded: 'S', withdrawn: 'W', 'not in force': 'T' } as const;

/** The page of one edition of the text that has its page at `base`. */
export function editionAddress(
  base: string,
  edition: Pick<Edition, 'date' | 'status' | 'prepublished'>,
): string {
  const letter = edition.prepublished ? 'P' : edition.status ? LETTERS[edition.status] : 'I';
  return `${base}-${edition.date.replace('-', '')}-${letter}`;
}
