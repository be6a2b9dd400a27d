import type { Body, Sector } from './citation.ts';

/**
 * Where and when the conferences met that adopt resolutions: the same place serves several bodies, so place and
 * year together decide. Source: the bracketed revisions in ITU's lists of resolutions.
 */
const CONFERENCES: readonly (readonly [place: string, year: number, body: Body])[] = [
  ['Marrakesh', 2002, 'PP'],
  ['Antalya', 2006, 'PP'],
  ['Guadalajara', 2010, 'PP'],
  ['Busan', 2014, 'PP'],
  ['Dubai', 2018, 'PP'],
  ['Bucharest', 2022, 'PP'],
  ['Doha', 2026, 'PP'],
  ['Doha', 2006, 'WTDC'],
  ['Hyderabad', 2010, 'WTDC'],
  ['Dubai', 2014, 'WTDC'],
  ['Buenos Aires', 2017, 'WTDC'],
  ['Kigali', 2022, 'WTDC'],
  ['Baku', 2025, 'WTDC'],
  ['Helsinki', 1993, 'WTSA'],
  ['Geneva', 1996, 'WTSA'],
  ['Montreal', 2000, 'WTSA'],
  ['Florianópolis', 2004, 'WTSA'],
  ['Johannesburg', 2008, 'WTSA'],
  ['Dubai', 2012, 'WTSA'],
  ['Hammamet', 2016, 'WTSA'],
  ['Geneva', 2022, 'WTSA'],
  ['New Delhi', 2024, 'WTSA'],
];

const folded = (place: string): string => place.toLowerCase().replace('ó', 'o').replace(/\s+/g, ' ');

const key = (place: string, year: number) => `${folded(place)} ${year}`;

const BODY = new Map(CONFERENCES.map(([place, year, body]) => [key(place, year), body]));

const PLACES = new Set(CONFERENCES.map(([place]) => folded(place)));

/** Whether a conference that adopts resolutions is known to have met at this place, whenever that was. */
export const isConferencePlace = (place: string): boolean => PLACES.has(folded(place));

/** The body that met at this place in this year; undefined for a place and year that no conference is known for. */
export const bodyAt = (place: string, year: number): Body | undefined => BODY.get(key(place, year));

/** The body that a conference's name or acronym stands for: `WTSA-16`, `PP`, `Plenipotentiary`, `C24`. */
export function bodyNamed(name: string): Body | undefined {
  const head =
    /^(?:WTSA|WTDC|WRC|RA|PP|Plenipotentiary|Council|C|World Telecommunication (?:S|D)|Radiocomm)/i.exec(
      name,
    );
  if (!head) return undefined;
  switch (head[0].toLowerCase()) {
    case 'wtsa':
    case 'world telecommunication s':
      return 'WTSA';
    case 'wtdc':
    case 'world telecommunication d':
      return 'WTDC';
    case 'wrc':
      return 'WRC';
    case 'ra':
    case 'radiocomm':
      return 'RA';
    case 'pp':
    case 'plenipotentiary':
      return 'PP';
    default:
      return 'Council';
  }
}

/** The sector that a body speaks for; undefined for the bodies of the whole Union. */
export const sectorOf = (body: Body | undefined): Sector | undefined =>
  body === 'WTSA'
    ? 'ITU-T'
    : body === 'WTDC'
      ? 'ITU-D'
      : body === 'RA' || body === 'WRC'
        ? 'ITU-R'
        : undefined;

/** The body that speaks for a sector. */
export const bodyOf = (sector: Sector): Body =>
  sector === 'ITU-T' ? 'WTSA' : sector === 'ITU-D' ? 'WTDC' : 'RA';
