import type { Sector } from './citation.ts';
import { bodyNamed, sectorOf } from './conferences.ts';
import type { Entrance } from './gate.ts';
import type { Scan } from './scan.ts';

/**
 * Words that stand before a number and say what it is: the sector, "Recommendation", "Report", "Document", the
 * conference. They are no citations themselves; the scan remembers them for what follows.
 */

const SECTOR_MARK = /(?:ITU\s?-\s?([TRD])|CCI(TT|R))(?!\w)/y;

const RECOMMENDATION = /[Rr]ec(?:ommendations?\b|s?\b\.?)|RECOMMENDATIONS?\b/y;

const REPORT = /(?:[Tt]echnical\s{1,2}(?:[Rr]eport|[Pp]aper|[Ss]pecification)s?|[Rr]eports?)\b|Reps?\./y;

const DOCUMENT = /[Dd]oc(?:uments?\b|s?\b\.?)/y;

const CONFERENCE = /(?:WTSA|WTDC|WRC|PP)(s)?(?:\s?-?\s?(?:20)?\d{2}(?!\d))?(?!\w)/y;

const CONFERENCE_NAME =
  /(?:Plenipotentiary(?:\s[Cc]onference)?|Council|World\s[Tt]elecommunication\s(?:Standardization\sAssembly|Development\sConference))\b/y;

const SECTORS: Readonly<Record<string, Sector>> = { T: 'ITU-T', R: 'ITU-R', D: 'ITU-D' };

function sectorMark(scan: Scan, at: number): number {
  const mark = scan.match(SECTOR_MARK, at);
  if (!mark) return 0;
  const end = SECTOR_MARK.lastIndex;
  const sector = mark[1] ? SECTORS[mark[1]] : mark[2] === 'R' ? 'ITU-R' : 'ITU-T';
  scan.prefix(at, end);
  scan.prefixSector = scan.sector = sector;
  if (sector !== 'ITU-D') scan.evidence(end);
  return end;
}

function recommendation(scan: Scan, at: number): number {
  const end = scan.end(RECOMMENDATION, at);
  if (end < 0) return 0;
  scan.prefix(at, end);
  scan.prefixNoun = 'recommendation';
  scan.evidence(end);
  return end;
}

function report(scan: Scan, at: number): number {
  const end = scan.end(REPORT, at);
  if (end < 0) return 0;
  scan.prefix(at, end);
  scan.prefixNoun =
    scan.text.charCodeAt(at) === 82 || scan.text.charCodeAt(at) === 114 ? 'report' : 'technical-report';
  scan.prefixPlural = scan.text.charCodeAt(end - 1) === 115;
  return end;
}

function document(scan: Scan, at: number): number {
  const end = scan.end(DOCUMENT, at);
  if (end < 0) return 0;
  scan.prefix(at, end);
  scan.prefixNoun = 'document';
  scan.prefixPlural = /s\.?$/.test(scan.text.slice(end - 2, end));
  return end;
}

function conference(scan: Scan, at: number): number {
  const named = scan.match(CONFERENCE, at);
  if (!named) return 0;
  const end = CONFERENCE.lastIndex;
  scan.prefix(at, end);
  scan.prefixBody = bodyNamed(named[0]);
  scan.prefixConference = named[1] ? named[0].replace(/s(?=\W|$)/, '') : named[0];
  scan.prefixOddity = named[1] ? 'plural' : undefined;
  scan.sector = sectorOf(scan.prefixBody) ?? scan.sector;
  return end;
}

function conferenceName(scan: Scan, at: number): number {
  const end = scan.end(CONFERENCE_NAME, at);
  if (end < 0) return 0;
  scan.prefix(at, end);
  scan.prefixBody = bodyNamed(scan.text.slice(at, end));
  if (scan.prefixBody === 'Council') scan.prefixNoun = 'council';
  scan.sector = sectorOf(scan.prefixBody) ?? scan.sector;
  return end;
}

export const PREFIXES: readonly Entrance[] = [
  [['ITU', 'CCI'], sectorMark],
  [['Rec', 'rec', 'REC'], recommendation],
  [['Rep', 'rep', 'Tec', 'tec'], report],
  [['Doc', 'doc'], document],
  [['WTS', 'WTD', 'WRC', 'PP'], conference],
  [['Ple', 'Cou', 'Wor'], conferenceName],
];
