import { MONTH, monthNumber } from '../text/dates.ts';
import { view } from '../text/view.ts';
import { yearOfDigits } from './council.ts';
import type { Masthead, ReportYear } from './model.ts';

/** What may help to tell a report's year beside its text. */
export interface YearHints {
  /** Set by the user; wins over everything. */
  readonly setting?: number;
  /** The file's name; a year of four digits in it counts last. */
  readonly fileName?: string;
}

/** The month in which a session of the Council is over: what happened later belongs to the next report. */
const LAST_SESSION_MONTH = 7;

/** How much of the text's start tells the reporting period. */
const OPENING = 4000;

const SINCE_COUNCIL =
  /\bsince (?:the )?(?:Council|(?:last |previous )?(?:report|session)s? (?:of|to) (?:the )?Council(?:,? in)?),? ?((?:19|20)\d{2})\b/;
const SINCE_SESSION = /\bsince (?:the )?((?:19|20)\d{2}) (?:ordinary )?session of (?:the )?Council\b/;
const PERIOD = new RegExp(
  `\\b(?:from|between|period)\\b[^.\\n]{0,60}?\\b(?:to|and|until|-)\\s?(?:(?:\\d{1,2} )?(${MONTH}) )?((?:19|20)\\d{2})\\b`,
  'i',
);
const ACTIVITIES_IN =
  /\bactivities\b[^.\n]{0,80}? (?:in|during|for) (?:(?:the )?(?:year|period) )?((?:19|20)\d{2})(?:[-/]((?:19|20)?\d{2}))?\b/;

/** The first and last Council year that a text of the period given can have been written for. */
interface Candidates {
  readonly from: number;
  readonly to: number;
}

/**
 * The year of the Council session that a report is for: from the setting, else the document symbol, the date, the
 * reporting period that its opening names, the file's name.
 *
 * A period leaves a choice ("activities in 2021" is told to the Council of 2022, "from 2020 to 2021" to that of
 * 2021 or 2022); the file's name decides between what the period allows, else the later year is taken.
 *
 * @param opening the text from the first head on
 */
export function yearOf(
  text: string,
  masthead: Masthead,
  opening: number,
  hints: YearHints,
): ReportYear | null {
  if (hints.setting) return { value: hints.setting, from: 'setting' };
  if (masthead.symbol) return { value: masthead.symbol.value.year, from: 'symbol' };
  if (masthead.date) return { value: masthead.date.value.year, from: 'date' };
  const named = yearInName(hints.fileName ?? '');
  const period = periodOf(view(text.slice(opening, opening + OPENING)).replace(/\s+/g, ' '));
  if (period) {
    const value = named && named >= period.from && named <= period.to ? named : period.to;
    return { value, from: 'period' };
  }
  return named ? { value: named, from: 'file' } : null;
}

/** The year that a file's name carries: `2022.txt`, `draft-2025.gca.md`, `S22-CL-C-0018!!MSW-E.docx`. */
export function yearInName(name: string): number | undefined {
  const plain = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(name);
  if (plain) return Number(plain[1]);
  const council = /\b[SC](\d{2})[-/](?:CL|\d)/i.exec(name);
  return council ? yearOfDigits(council[1]) : undefined;
}

function periodOf(opening: string): Candidates | undefined {
  const since = SINCE_COUNCIL.exec(opening) ?? SINCE_SESSION.exec(opening);
  if (since) return { from: Number(since[1]) + 1, to: Number(since[1]) + 1 };
  const range = PERIOD.exec(opening);
  if (range) {
    const year = Number(range[2]);
    const month = range[1] ? monthNumber(range[1]) : undefined;
    if (month === undefined) return { from: year, to: year + 1 };
    const session = month <= LAST_SESSION_MONTH ? year : year + 1;
    return { from: session, to: session };
  }
  const within = ACTIVITIES_IN.exec(opening);
  if (!within) return undefined;
  const first = Number(within[1]);
  if (!within[2]) return { from: first, to: first + 1 };
  const last = within[2].length === 2 ? Math.floor(first / 100) * 100 + Number(within[2]) : Number(within[2]);
  return { from: last, to: last + 1 };
}
