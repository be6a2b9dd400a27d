import type { Scan } from './scan.ts';

/** What may stand behind a number: the edition in brackets, and parts of a text with their own numbers and dates. */

export interface ReadEdition {
  /** `2012`, `2012-04`; undefined where only a version is named. */
  readonly edition: string | undefined;
  readonly year: string | undefined;
  readonly end: number;
}

const EDITION =
  /\s{0,2}(?:\(?[Vv]\.?\s?\d{1,2}\)?\s{0,2})?\((?:(\d{1,2})\/)?((?:19|20)\d{2})(?:-(\d{1,2}))?\)|\s{0,2}\([Vv]\.?\s?\d{1,2}\)/y;

/** Reads `(2012)`, `(04/2008)`, `(V16) (06/2026)` right behind a number; null where there is nothing of the kind. */
export function readEdition(scan: Scan, at: number): ReadEdition | null {
  const next = scan.code(at) === 32 ? scan.code(at + 1) : scan.code(at);
  if (next !== 40 && next !== 118 && next !== 86) return null;
  const found = scan.match(EDITION, at);
  if (!found) return null;
  const month = found[1] ?? found[3];
  const year = found[2];
  const edition = year && month ? `${year}-${month.padStart(2, '0')}` : year;
  return { edition, year, end: EDITION.lastIndex };
}

export interface ReadParts {
  readonly kind: 'amendment' | 'corrigendum' | 'supplement' | 'recommendation';
  /** What follows the number in the canonical spelling: ` (2018) Amd. 1`, ` Annex C+`. */
  readonly tail: string;
  /** The number of a Supplement that nothing follows. */
  readonly supplement: string | undefined;
  readonly end: number;
}

const AMENDMENT =
  /(?:\s{0,2}[-,:/]\s{0,2}|\s{0,2})(Amd|Amendment|Am|(?:Technical\s)?Cor(?:rigendum|r)?|Err(?:atum)?|Add(?:endum)?)\.?\s{0,2}(\d{1,2})(?!\w|\.\d|\s(?:to|of)\s)/y;

const ANNEX =
  /\s{1,2}(Annex\s([A-Z]{1,2}\d?\+?)|App(?:endix|\.)?\s{0,2}([IVX]{1,5})(?:\s(?:Software|test vectors))?)(?!\w|\+)/y;

const SUPPLEMENT =
  /(?:,\s|\s{1,2})Supp?l?(?:ement)?\.?\s{0,2}(\d{1,3}(?:\.\d{1,2})?)(?!\w|\.\d|\s(?:to|of)\s)/y;

/** Reads as many amendments, corrigenda, annexes and supplements as stand behind a number, with their editions. */
export function readParts(scan: Scan, at: number, yearBefore: string | undefined): ReadParts | null {
  let end = at;
  let tail = '';
  let year = yearBefore;
  let kind: ReadParts['kind'] | undefined;
  for (let depth = 0; depth < 4; depth++) {
    const annex = year === undefined || depth === 0 ? readAnnex(scan, end) : null;
    const own = annex ?? readAmendment(scan, end);
    if (!own) break;
    const joined = own.joint ? `${own.joint}${own.text}` : ` ${own.text}`;
    tail += year === undefined ? joined : ` (${year})${joined}`;
    kind = own.kind;
    const edition = readEdition(scan, own.end);
    // A date behind an amendment is its own; behind an annex it is the edition that a further part amends.
    year = annex ? edition?.year : undefined;
    end = edition?.end ?? own.end;
  }
  return kind
    ? { kind, tail, supplement: kind === 'supplement' ? tail.split('.').slice(1).join('.') : undefined, end }
    : null;
}

interface Part {
  readonly kind: ReadParts['kind'];
  readonly text: string;
  readonly joint: string;
  readonly end: number;
}

function readAmendment(scan: Scan, at: number): Part | null {
  const found = scan.match(AMENDMENT, at);
  if (!found) return null;
  const word = found[1];
  const technical = word.startsWith('T') ? 'Technical ' : '';
  const short = technical ? 'Cor' : word.startsWith('Am') ? 'Amd' : word.slice(0, 3);
  return {
    kind: short === 'Amd' || short === 'Add' ? 'amendment' : 'corrigendum',
    text: `${technical}${short}. ${found[2]}`,
    joint: found[0].startsWith('/') ? '/' : '',
    end: AMENDMENT.lastIndex,
  };
}

function readAnnex(scan: Scan, at: number): Part | null {
  const supplement = scan.match(SUPPLEMENT, at);
  if (supplement) {
    return { kind: 'supplement', text: `Suppl.${supplement[1]}`, joint: '', end: SUPPLEMENT.lastIndex };
  }
  const found = scan.match(ANNEX, at);
  if (!found) return null;
  const rest = found[0].replace(/^\s+(?:Annex|App(?:endix|\.)?)\s*/, '');
  return {
    kind: 'recommendation',
    text: found[2] ? `Annex ${rest}` : `App. ${rest}`,
    joint: '',
    end: ANNEX.lastIndex,
  };
}
