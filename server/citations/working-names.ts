import { isUpper } from './chars.ts';
import type { CitationKind } from './citation.ts';
import { listed, startsFresh } from './context.ts';
import type { Entrance } from './gate.ts';
import { odd, type Scan } from './scan.ts';
import { SINGLE_LETTERS } from './series-letters.ts';

/**
 * Texts that have a short name instead of a number: work items (`X.sgdfs-us`, `G.Suppl.OTNsec`), technical reports
 * and papers (`QSTR-USSD`, `TR.sec-qkd`), implementers' guides (`G.Imp712`). A working name is never a number.
 */

const NAME = /([A-Z])\.(Supp?l?\.)?(\d?[A-Za-z][A-Za-z0-9]{1,19}(?:[-_][A-Za-z0-9]{1,16}){0,4})(?![\w@])/y;

const GUIDE = /[A-Z]\.Imp(?:\d{1,4}(?:\.\d{1,3})?|[A-Z]{2,8})(?!\w)/y;

const CODED_REPORT = /[A-Z]{1,4}ST[RP][-.][A-Za-z0-9]{1,16}(?:[-.][A-Za-z0-9]{1,16}){0,4}(?!\w)/y;

const NAMED_REPORT = /(?:TP|[A-HJ-Z]?TR)[.-][A-Za-z][A-Za-z0-9]{1,16}(?:-[A-Za-z0-9]{1,16}){0,4}(?!\w)/y;

const CAPITALS_REPORT = /[A-Z][A-Z0-9]{1,9}(?:-[A-Z0-9]{1,9}){1,3}(?:\s\(((?:19|20)\d{2})\))?(?!\w)/y;

const CORRIGENDUM = /\s(Amd|Cor|Err)\.?\s?(\d{1,2})(?!\w)/y;

/** Techniques that go by the working name of a text of theirs: no text is meant. */
const TECHNIQUES = new Set(['hn', 'fast', 'mgfast', 'lite', 'shdsl', 'vdsl', 'dmt', 'bis']);

function workingName(scan: Scan, at: number): number {
  const found = scan.match(NAME, at);
  if (!found || !startsFresh(scan, at)) return 0;
  const [text, letter, supplement, name] = found;
  if (TECHNIQUES.has(name)) return 0;
  const start = scan.startOf(at);
  const previous = start === at && scan.continues(at) ? listed(scan.last()) : undefined;
  if (!supplement && !isWorkingName(scan, at, name, start < at, previous !== undefined)) return 0;
  const end = at + text.length;
  const id = supplement ? `${letter}.Suppl.${name}` : text;
  const cited = scan.add(supplement ? 'supplement' : 'recommendation', id, start, at, end, end);
  cited.sector = 'ITU-T';
  if (start < at) cited.prefixed = true;
  odd(cited, 'working-name');
  if (previous) scan.join(previous, cited);
  scan.evidence(end);
  return end;
}

/** A name with a capital first may be a person's (`J.Smith`); one without hyphen needs words that speak of texts. */
function isWorkingName(scan: Scan, at: number, name: string, prefixed: boolean, inList: boolean): boolean {
  const announced = prefixed && (scan.prefixNoun === 'recommendation' || scan.prefixSector === 'ITU-T');
  // `X.1352 (X.ibc)`: the name under which a number was known.
  const former =
    scan.code(at - 1) === 40 && scan.last()?.kind === 'recommendation' && at - scan.last()!.end <= 2;
  const likeSurname = isUpper(name.charCodeAt(0)) && /^[A-Z][a-z]+(?:-[A-Z][a-z]+)*$/.test(name);
  if (likeSurname) return false;
  if (announced || inList || former) return true;
  return name.includes('-') && scan.believable(at);
}

function guide(scan: Scan, at: number): number {
  const end = scan.end(GUIDE, at);
  if (end < 0 || !startsFresh(scan, at)) return 0;
  return report(scan, at, end, scan.text.slice(at, end));
}

function codedReport(scan: Scan, at: number): number {
  const end = scan.end(CODED_REPORT, at);
  return end < 0 || !startsFresh(scan, at) ? 0 : report(scan, at, end, scan.text.slice(at, end));
}

function namedReport(scan: Scan, at: number): number {
  const end = scan.end(NAMED_REPORT, at);
  if (end < 0 || !startsFresh(scan, at)) return 0;
  const dotted = scan.text.startsWith('.', at + 2);
  const announced =
    scan.prefixed(at) && (scan.prefixNoun === 'technical-report' || scan.prefixSector === 'ITU-T');
  if (!announced && !(dotted && scan.believable(at))) return 0;
  const found = report(scan, at, end, scan.text.slice(at, end));
  odd(scan.last()!, dotted && 'working-name');
  return found;
}

/** `Technical Report SEC-QKD`: only the words before it tell it from any other abbreviation. */
function capitalsReport(scan: Scan, at: number): number {
  const announced = scan.prefixed(at) && scan.prefixNoun === 'technical-report';
  const found = scan.match(CAPITALS_REPORT, at);
  if (!found) return 0;
  const end = CAPITALS_REPORT.lastIndex;
  const name = found[1] ? found[0].slice(0, found[0].indexOf(' ')) : found[0];
  const part = scan.match(CORRIGENDUM, end);
  if (part) {
    const kind: CitationKind = part[1] === 'Amd' ? 'amendment' : 'corrigendum';
    const id = `${found[0]} ${part[1]}. ${part[2]}`;
    return report(scan, at, CORRIGENDUM.lastIndex, id, kind, name);
  }
  return announced ? report(scan, at, end, name) : 0;
}

function report(
  scan: Scan,
  at: number,
  end: number,
  id: string,
  kind: CitationKind = 'report',
  of?: string,
): number {
  const start = scan.startOf(at);
  const found = scan.add(kind, id, start, at, end, end);
  found.sector = 'ITU-T';
  if (start < at) found.prefixed = true;
  if (of) found.of = of;
  scan.evidence(end);
  return end;
}

const CAPITALS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

export const WORKING_NAMES: readonly Entrance[] = [
  [SINGLE_LETTERS.map(letter => `${letter}.I`), guide],
  [SINGLE_LETTERS.map(letter => `${letter}.`), workingName],
  [['TR.', 'TR-', 'TP.', 'TP-', ...SINGLE_LETTERS.map(letter => `${letter}TR`)], namedReport],
];

/** Names in capitals: tried last, for the beginnings of other identifiers look like them. */
export const REPORT_NAMES: readonly Entrance[] = [
  [CAPITALS.flatMap(first => CAPITALS.map(second => first + second)), codedReport],
  [CAPITALS.flatMap(first => CAPITALS.map(second => first + second)), capitalsReport],
];
