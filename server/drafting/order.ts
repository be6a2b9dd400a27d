import type { Instruments } from '../catalogue/instruments.ts';
import type { IndicatorSet } from '../figures/indicators.ts';
import { t } from '../messages/translate.ts';
import { chooseProfile } from '../profiles/choose.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Reading } from '../reading/reading.ts';
import { documentDate, fitsSession, isSessionYear, plainSymbol, symbolYear } from '../report/council.ts';
import { readDate } from '../text/dates.ts';
import { marksOf } from './marks.ts';
import { type NewReport, newReport } from './new-report.ts';

/** A new report as a person asks for it: in words, which may be wrong. */
export interface NewReportOrder {
  /** Year of the Council session. */
  readonly year: number;
  readonly symbol?: string;
  readonly date?: string;
  readonly agendaItem?: string;
  /** A profile's id; left out for that of the year. */
  readonly profile?: string;
}

export interface Known {
  readonly profiles: readonly Profile[];
  readonly instruments: Instruments;
  readonly indicators: IndicatorSet;
}

export interface MadeReport extends NewReport {
  /** `draft-2025.gca.md` */
  readonly fileName: string;
  readonly profile: Profile;
  /** What the person should know of how it was made. */
  readonly notes: readonly string[];
}

export interface RefusedReport {
  /** Why there is no draft, in one sentence. */
  readonly refused: string;
}

/** The month in which a report for a session in spring or summer is usually finished. */
const USUAL_MONTH = 3;

/** Makes a new report, or says what is wrong with what was asked. */
export function orderReport(
  order: NewReportOrder,
  last: Reading | null,
  known: Known,
): MadeReport | RefusedReport {
  const { year } = order;
  const symbol = plainSymbol(order.symbol ?? '') || undefined;
  const date = order.date?.trim() || undefined;
  const wrong = refusal(year, symbol, date, last);
  if (wrong) return { refused: wrong };
  const profile = profileFor(order, last, known.profiles);
  if (!profile) {
    const ids = known.profiles.map(({ id }) => id).join(', ');
    return {
      refused: t('There is no profile “{profile}”. Known are {ids}.', {
        profile: order.profile ?? year,
        ids,
      }),
    };
  }
  const made = newReport(
    {
      year,
      symbol,
      dated: date,
      agendaItem: order.agendaItem?.trim() || undefined,
      date: (date && readDate(date)) || { year, month: USUAL_MONTH },
      profile,
      profiles: known.profiles,
      instruments: known.instruments,
      indicators: known.indicators,
    },
    last,
  );
  return { ...made, fileName: `draft-${year}.gca.md`, profile, notes: notesOn(year, last) };
}

function refusal(
  year: number,
  symbol: string | undefined,
  date: string | undefined,
  last: Reading | null,
): string | undefined {
  if (!isSessionYear(year)) return t('{year} is no year of a Council session.', { year });
  if (symbol !== undefined) {
    const of = symbolYear(symbol);
    if (of === undefined)
      return t('“{symbol}” is no document symbol. It reads as {example} does.', {
        symbol,
        example: `C${String(year).slice(2)}/18`,
      });
    if (of !== year)
      return t('The symbol {symbol} is one of {of}, and the report is for {year}.', {
        symbol,
        of,
        year,
      });
  }
  if (date !== undefined) {
    const read = documentDate(date);
    if (!read)
      return t('“{date}” is no date. It reads as {example} does.', { date, example: `11 April ${year}` });
    if (!fitsSession(read, year))
      return t('The date {date} does not fit a report for the Council of {year}.', { date, year });
  }
  if (!last) return undefined;
  if (!last.report.recognised)
    return t('{path} does not read like a report on Resolution 130: nothing can be taken from it.', {
      path: last.path,
    });
  const lastYear = last.report.year?.value;
  if (lastYear !== undefined && lastYear >= year)
    return t('{path} is the report of {lastYear}. One of {year} is made from an earlier one.', {
      path: last.path,
      lastYear,
      year,
    });
  return undefined;
}

/** The profile asked for, else that of the year: one with pillars inside a section only where the last report is so. */
function profileFor(
  { profile: wanted, year }: NewReportOrder,
  last: Reading | null,
  profiles: readonly Profile[],
): Profile | undefined {
  if (wanted) return profiles.findLast(({ id }) => id === wanted);
  const nested = last && chooseProfile(last.report, profiles)?.profile;
  if (nested?.numbering.nested) return nested;
  const ofYear = profiles.filter(
    ({ years }) => years && (years.from ?? 0) <= year && year <= (years.to ?? Number.POSITIVE_INFINITY),
  );
  return ofYear.at(-1) ?? nested ?? undefined;
}

function notesOn(year: number, last: Reading | null): string[] {
  if (!last) return [];
  const notes: string[] = [];
  const lastYear = last.report.year?.value;
  if (lastYear === undefined)
    notes.push(
      t('No year was found in {path}: it was taken for the report of {year}.', {
        path: last.path,
        year: year - 1,
      }),
    );
  else if (lastYear < year - 1)
    notes.push(
      t('{path} is the report of {lastYear}: what came between it and {year} is not known here.', {
        path: last.path,
        lastYear,
        year,
      }),
    );
  const open = marksOf(last.report).length;
  if (open > 0)
    notes.push(
      t('{path} itself still has {open} marks to confirm; they are open in the draft as well.', {
        path: last.path,
        open,
      }),
    );
  return notes;
}
