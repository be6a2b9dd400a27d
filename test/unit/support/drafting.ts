import { applyEdits } from '../../../server/analysis/fixes.ts';
import { INSTRUMENTS } from '../../../server/catalogue/instruments.ts';
import { type NewReportRequest, newReport } from '../../../server/drafting/new-report.ts';
import { INDICATORS } from '../../../server/figures/indicators.ts';
import type { WireEdit } from '../../../server/lsp/protocol.ts';
import { builtinProfiles } from '../../../server/profiles/builtin.ts';
import type { Profile } from '../../../server/profiles/profile.ts';
import { readReport } from '../../../server/reading/read.ts';
import type { Reading } from '../../../server/reading/reading.ts';
import { parse } from './reports.ts';

/** A report of the archive, read. */
export const readingOf = (text: string, name = 'archive/2024.gca.md'): Reading =>
  readReport(name, parse(text, { fileName: name.slice(name.lastIndexOf('/') + 1) }));

/** The built-in profile of a Council year. */
export function profileOf(year: number): Profile {
  const found = builtinProfiles.find(
    ({ years }) => years && (years.from ?? 0) <= year && year <= (years.to ?? 9999),
  );
  if (!found) throw new Error(`no profile of ${year}`);
  return found;
}

/** What a new report of a year is asked to be. */
export const requestFor = (year: number, more: Partial<NewReportRequest> = {}): NewReportRequest => ({
  year,
  date: { year, month: 4, day: 11 },
  instruments: INSTRUMENTS,
  indicators: INDICATORS,
  profile: profileOf(year),
  profiles: builtinProfiles,
  symbol: `C${String(year).slice(2)}/18`,
  dated: `11 April ${year}`,
  agendaItem: 'PL 2',
  ...more,
});

/** The text of a new report made from an earlier one. */
export const madeFrom = (
  text: string,
  name: string,
  year: number,
  more?: Partial<NewReportRequest>,
): string => newReport(requestFor(year, more), readingOf(text, name)).text;

/** Line and character of words in a text, or of the place behind them. */
export function positionOf(text: string, words: string, behind = false): { line: number; character: number } {
  const found = text.indexOf(words);
  if (found < 0) throw new Error(`“${words}” is not there`);
  const before = text.slice(0, found + (behind ? words.length : 0)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** A text with edits by positions made; they come in the order of the text. */
export function applyWire(text: string, edits: readonly WireEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ line, character }: WireEdit['range']['start']) =>
    Math.min(text.length, (starts[line] ?? text.length) + character);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText })),
  );
}
