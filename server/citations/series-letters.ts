import type { Sector } from './citation.ts';

/**
 * The series of both sectors. ITU-T's are single letters; ITU-R has five single letters of its own besides the
 * longer ones. Source: the list of series in ITU's databases.
 */
const ITU_T = new Set('ABCDEFGHIJKLMNOPQRSTUVXYZ');
const ITU_R = new Set([
  'BO',
  'BR',
  'BS',
  'BT',
  'F',
  'IS',
  'M',
  'P',
  'RA',
  'RS',
  'S',
  'SA',
  'SF',
  'SM',
  'SNG',
  'TF',
  'V',
]);

/** Whether texts of such a series exist. */
export const isSeries = (letters: string): boolean => ITU_T.has(letters) || ITU_R.has(letters);

/** Whether ITU-R has a series of these letters. */
export const isRadioSeries = (letters: string): boolean => ITU_R.has(letters);

/** The only sector that has such a series; undefined where both have one. */
export const sectorOfSeries = (letters: string): Sector | undefined =>
  ITU_R.has(letters) ? (ITU_T.has(letters) ? undefined : 'ITU-R') : 'ITU-T';

/** The single letters, for the gate. */
export const SINGLE_LETTERS: readonly string[] = [...ITU_T];

/** The longer letters of ITU-R. */
export const LONG_LETTERS: readonly string[] = [...ITU_R].filter(letters => letters.length > 1);

/**
 * Series in which single texts have Supplements with numbers of their own (`D.50 Suppl.3`). Elsewhere a Supplement
 * bears the number that it has in its series, whichever text it speaks of.
 */
const OWN_SUPPLEMENTS = 'DEMQVZ';

/** The id of Supplement `number` to the text `id` of `series`. */
export const supplementId = (id: string, series: string, number: string): string =>
  OWN_SUPPLEMENTS.includes(series) ? `${id} Suppl.${number}` : `${series}.Suppl.${number}`;
