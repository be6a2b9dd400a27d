import type { Body, Oddity } from './citation.ts';
import { bodyAt, bodyNamed } from './conferences.ts';
import type { Scan } from './scan.ts';

/** The bracket behind a resolution's or decision's number: revision, place and year; year; or a conference. */
export interface ReadRevision {
  /** In its canonical spelling, `(Rev. Dubai, 2018)`; undefined where the bracket names a conference only. */
  readonly label: string | undefined;
  readonly revised: boolean;
  readonly place: string | undefined;
  readonly year: number | undefined;
  readonly body: Body | undefined;
  readonly conference: string | undefined;
  readonly oddities: readonly Oddity[];
  /** The bracket itself, without the space before it. */
  readonly start: number;
  readonly end: number;
}

const REVISED = '(?:(R[Ee][Vv](?:ised|ision|ISED)?|rev(?:ised|ision)?)(\\.?)(\\s{0,2})(?:(?:in|at)\\s)?)?';
const PLACE =
  "[A-Z\\u00c0-\\u00de][A-Za-z\\u00c0-\\u024f'-]{2,20}(?:\\s{1,2}[A-Za-z\\u00c0-\\u024f'-]{2,20}){0,2}";

const PLACE_AND_YEAR = new RegExp(
  `\\s{0,2}(\\()?\\s?${REVISED}(${PLACE})(,?)\\s{0,2}((?:19|20)\\d{2})(?!\\w)\\s?\\)?`,
  'y',
);

/** What was done to a text, or what of it is meant, where a place might stand: `(Modified 2017)`, `(Council 2015)`. */
const NO_PLACE =
  /^(?:(?:last|first|newly|previously|originally|as)\s)?(?:modified|mod|amended|revised|rev|adopted|approved|updated|confirmed|suppressed|abrogated|agreed|edition|version|revision|draft|council|session|assembly|conference|plenipotentiary|in|of|since|from|until)(?![\w-])/i;

const YEAR =
  /\s{0,2}\(\s?((?:[Ll]ast\s)?(?:[Mm]od(?:ified|\.)?|[Aa]mended|[Rr]ev(?:ised|\.)?)(?:\sin)?\s)?((?:19|20)\d{2})\s?\)/y;

const CONFERENCE =
  /\s{0,2}\(\s?(R[Ee][Vv]\.?\s{0,2})?((?:PP|WTSAs?|WTDCs?|WRC|RA)(?:\s?-?\s?(?:20)?\d{2})?|C(?:ouncil\s|-)?(?:20)?\d{2})(?:[,;\s][^()]{0,60})?\)/y;

/** Reads the bracket behind a number at `at`; null where there is none that says when or by whom. */
export function readRevision(scan: Scan, at: number): ReadRevision | null {
  return placeAndYear(scan, at) ?? yearAlone(scan, at) ?? conference(scan, at);
}

function placeAndYear(scan: Scan, at: number): ReadRevision | null {
  const found = scan.match(PLACE_AND_YEAR, at);
  if (!found) return null;
  const [text, bracket, mark, dot, gap, written, comma, year] = found;
  // Without its bracket only a revision mark tells the place from the words that follow a number.
  if ((!bracket && !mark) || NO_PLACE.test(written)) return null;
  const place = settle(written);
  const oddities: Oddity[] = [];
  if (!comma) oddities.push('comma');
  if (mark?.startsWith('r')) oddities.push('lower-case');
  if (mark && (gap === '' || (dot === '' && mark.length === 3) || mark.length > 3))
    oddities.push('revision-mark');
  return {
    label: `(${mark ? 'Rev. ' : ''}${place}, ${year})`,
    revised: mark !== undefined,
    place,
    year: Number(year),
    body: bodyAt(place, Number(year)),
    conference: undefined,
    oddities,
    start: at + text.length - text.trimStart().length,
    end: at + text.trimEnd().length,
  };
}

/** One spelling for a place: single spaces, and no capitals throughout. */
function settle(place: string): string {
  const spaced = place.replace(/\s+/g, ' ');
  if (spaced !== spaced.toUpperCase()) return spaced;
  return spaced.replace(/[^\s'-]+/g, word => word[0] + word.slice(1).toLowerCase());
}

function yearAlone(scan: Scan, at: number): ReadRevision | null {
  const found = scan.match(YEAR, at);
  if (!found) return null;
  const mark = found[1]?.trim();
  return {
    label: mark ? `(${mark} ${found[2]})` : `(${found[2]})`,
    revised: mark !== undefined,
    place: undefined,
    year: Number(found[2]),
    body: undefined,
    conference: undefined,
    oddities: [],
    start: at + found[0].length - found[0].trimStart().length,
    end: YEAR.lastIndex,
  };
}

function conference(scan: Scan, at: number): ReadRevision | null {
  const found = scan.match(CONFERENCE, at);
  if (!found) return null;
  const name = found[2];
  const body = bodyNamed(name);
  // Resolutions of radio conferences are known by the conference that revised them: `(Rev. WRC-15)`.
  const label = body === 'WRC' ? `(${found[1] ? 'Rev. ' : ''}${name})` : undefined;
  return {
    label,
    revised: found[1] !== undefined,
    place: undefined,
    year: undefined,
    body,
    conference: name,
    oddities: [],
    start: at + found[0].length - found[0].trimStart().length,
    end: CONFERENCE.lastIndex,
  };
}
