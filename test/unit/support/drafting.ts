import { INSTRUMENTS } from '../../../server/catalogue/instruments.ts';
import { type NewReportRequest, newReport } from '../../../server/drafting/new-report.ts';
import { INDICATORS } from '../../../server/figures/indicators.ts';
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
