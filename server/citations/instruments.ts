import type { Body, CitationKind } from './citation.ts';
import { bodyNamed, bodyOf, sectorOf } from './conferences.ts';
import type { Entrance } from './gate.ts';
import { type ReadRevision, readRevision } from './revisions.ts';
import { type Found, odd, type Scan } from './scan.ts';

/** Resolutions and decisions, alone and in lists: "Resolutions 71 (Rev. Busan, 2014) and 130", "WTSA-12 Res. 50, 52". */

const RESOLUTION =
  /(?:[Rr]esolution(s)?\b|RESOLUTION(S)?\b|[Rr]es\b(\.)?)\s{0,3}(?:No\.?\s{0,2})?(?:ITU-([RTD])\s{1,2})?(?=\d)/y;

const DECISION = /(?:[Dd]ecision(s)?|DECISION(S)?)\s{1,3}(?:No\.?\s{0,2})?(?=\d)/y;

const NUMBER = /(\d{1,4})(-\d{1,2})?(?![\w/]|\.\d|-\d)/y;

const SEPARATOR =
  /\s{0,2}(?:,\s{0,2}(?:and\s{1,2}|&\s{0,2})?|;\s{0,2}(?:and\s{1,2})?|(?:and|&|or)\s{1,2}|\/)(?=\d)/y;

/** Behind the second number of a list that a singular noun opened: otherwise it may count what follows. */
const CLOSED = /\s{0,2}(?:[,;.:)(]|$|and\s|of\s(?:the\s)?(?:PP|WT|Plenipotentiary|World|Council))/y;

const ADOPTED_BY =
  /\s{1,2}(?:of|by|from|adopted\s(?:by|at))\s{1,2}(?:the\s)?(?:ITU\s)?((?:PP|WTSA|WTDC)(?:-?\s?(?:20)?\d{2})?(?!\w)|Plenipotentiary|World Telecommunication (?:Standardization|Development)|Council|Radiocommunication Assembly)/y;

/** Bodies of other organizations whose resolutions and decisions are none of ITU's. */
const FOREIGN =
  /(?:Security Council|General Assembly|Health Assembly|UNSC|UNGA|UN|United Nations|UNESCO|ECOSOC|Economic and Social Council|HRC|UNHRC|Rights Council|European Council|EU|European Union|Parliament|Commission|WHO|WHA|GA)(?:'s)?\s$/;

const LOOK_BACK = 32;

/** From here on Council resolutions are counted; other bodies have not come so far. */
const COUNCIL_FROM = 1000;

/** Numbers from here on are years. */
const NO_NUMBER_FROM = 1900;

function resolution(scan: Scan, at: number): number {
  const head = scan.match(RESOLUTION, at);
  if (!head) return 0;
  const sector = head[4] ? (`ITU-${head[4]}` as 'ITU-T' | 'ITU-R' | 'ITU-D') : undefined;
  return members(scan, at, RESOLUTION.lastIndex, {
    kind: 'resolution',
    noun: 'Resolution',
    // "Res." serves for one and for several.
    plural: head[1] !== undefined || head[2] !== undefined || head[3] !== undefined,
    lowerCase: head[0].startsWith('r'),
    body: sector && bodyOf(sector),
  });
}

function decision(scan: Scan, at: number): number {
  const head = scan.match(DECISION, at);
  if (!head) return 0;
  return members(scan, at, DECISION.lastIndex, {
    kind: 'decision',
    noun: 'Decision',
    plural: head[1] !== undefined || head[2] !== undefined,
    lowerCase: head[0].startsWith('d'),
    body: undefined,
  });
}

interface Head {
  readonly kind: CitationKind;
  readonly noun: string;
  /** Whether several numbers may follow: a plural, or an abbreviation that serves as one. */
  readonly plural: boolean;
  /** "resolution 4" may be prose: it needs a body or a bracket. */
  readonly lowerCase: boolean;
  readonly body: Body | undefined;
}

/** Reads the numbers that follow a noun at `at`; 0 where the first is none of ITU's. */
function members(scan: Scan, at: number, firstNumber: number, head: Head): number {
  const prefixed = scan.prefixed(at);
  const stated =
    head.body ??
    (prefixed ? (scan.prefixBody ?? (scan.prefixSector && bodyOf(scan.prefixSector))) : undefined);
  if (FOREIGN.test(scan.text.slice(Math.max(0, at - LOOK_BACK), at))) return 0;
  const start = prefixed && stated ? scan.prefixStart : at;
  const conference = prefixed ? scan.prefixConference : undefined;
  let next = firstNumber;
  let end = 0;
  let previous: Found | undefined;
  for (let index = 0; ; index++) {
    const found = member(
      scan,
      index === 0 ? start : next,
      index === 0 ? at : next,
      next,
      head,
      stated,
      index,
    );
    if (!found) break;
    if (index === 0) {
      found.prefixed = true;
      if (conference) odd(found, scan.prefixOddity);
    }
    if (conference && !found.conference) found.conference = conference;
    if (previous) scan.join(previous, found);
    previous = found;
    end = found.end;
    const separated = scan.end(SEPARATOR, end);
    if (separated < 0) break;
    next = separated;
  }
  if (previous?.body) shareBody(scan, previous, previous.body);
  return end;
}

/** "Resolutions 130, 174 and 179 of the Plenipotentiary Conference": the body is said once, behind the last. */
function shareBody(scan: Scan, last: Found, body: Body): void {
  for (
    let i = scan.found.length - 2;
    i >= 0 && last.list !== undefined && scan.found[i].list === last.list;
    i--
  ) {
    const found = scan.found[i];
    if (found.body || found.revision) continue;
    found.body = body;
    if (last.sector) found.sector = last.sector;
  }
}

/** Reads one number with its bracket and adds it; undefined where none is meant. */
function member(
  scan: Scan,
  start: number,
  coreStart: number,
  numberAt: number,
  head: Head,
  stated: Body | undefined,
  index: number,
): Found | undefined {
  const number = scan.match(NUMBER, numberAt);
  if (!number || Number(number[1]) >= NO_NUMBER_FROM) return undefined;
  const numberEnd = NUMBER.lastIndex;
  const revision = readRevision(scan, numberEnd);
  const later = index > 0;
  if (index === 1 && !head.plural && !revision && scan.end(CLOSED, numberEnd) < 0) return undefined;
  if (head.lowerCase && !later && !revision && !stated && scan.end(ADOPTED_BY, numberEnd) < 0)
    return undefined;
  const end = revision?.end ?? numberEnd;
  const body = bodyFor(scan, Number(number[1]), end, revision, stated, head.kind);
  if (number[2] && body !== 'RA') return undefined;
  const label = revision?.label;
  const id =
    body === 'RA' ? `ITU-R Res.${number[1]}` : `${head.noun} ${number[1]}${label ? ` ${label}` : ''}`;
  const found = scan.add(head.kind, id, start, coreStart, end, end);
  found.number = number[1];
  if (body) found.body = body;
  const sector = sectorOf(body);
  if (sector) found.sector = sector;
  if (number[2]) found.edition = number[2];
  if (revision) describe(found, revision);
  return found;
}

function describe(found: Found, revision: ReadRevision): void {
  if (revision.year !== undefined && revision.place !== undefined) {
    const { revised, place, year, start, end } = revision;
    found.revision = { revised, place, year, span: { start, end } };
  } else if (revision.year !== undefined) found.edition = String(revision.year);
  if (revision.conference) found.conference = revision.conference;
  for (const oddity of revision.oddities) odd(found, oddity);
}

/** Who adopted it: what the text says, else place and year, else the height of the number. */
function bodyFor(
  scan: Scan,
  number: number,
  end: number,
  revision: ReadRevision | null,
  stated: Body | undefined,
  kind: CitationKind,
): Body | undefined {
  if (stated) return stated;
  if (revision?.body) return revision.body;
  const after = scan.match(ADOPTED_BY, end);
  if (after) return bodyNamed(after[1]);
  return kind === 'resolution' && number >= COUNCIL_FROM ? 'Council' : undefined;
}

export const INSTRUMENTS: readonly Entrance[] = [
  [['Res', 'res', 'RES'], resolution],
  [['Dec', 'dec', 'DEC'], decision],
];
