import type { Report } from '../report/model.ts';
import { withItem } from '../text/json-edit.ts';
import { type FileProblem, readList } from '../text/json-list.ts';
import type { Claim } from './claim.ts';
import { headOf } from './patterns.ts';

/**
 * A drafter's word that a figure was looked at for one year's report and still holds. It speaks of the number, the
 * thing counted and the year: once one of them changes, it says nothing any more.
 */
export interface Confirmation {
  readonly value: number;
  /** `countries`; any way of writing the thing counted. */
  readonly unit: string;
  /** Year of the report that it was confirmed for. */
  readonly year: number;
  /** For a confirmation in the text: it speaks of the paragraph it stands in, or before. */
  readonly at?: { readonly start: number; readonly end: number };
}

const NOTE = /^<!--\s*gca-report-confirmed\s+(\d[\d., ]*)\s+(\S.*?)\s+((?:19|20)\d{2})\s*(?:--\s.*)?-->$/s;

const kept = new WeakMap<Report, readonly Confirmation[]>();

/** The confirmations in a report's comments: `<!-- gca-report-confirmed 84 countries 2025 -->`. */
export function confirmationsIn(report: Report): readonly Confirmation[] {
  let found = kept.get(report);
  if (!found) {
    found = readComments(report);
    kept.set(report, found);
  }
  return found;
}

function readComments(report: Report): Confirmation[] {
  const found: Confirmation[] = [];
  for (const comment of report.comments) {
    const note = NOTE.exec(report.text.slice(comment.start, Math.min(comment.end, comment.start + 300)));
    if (!note) continue;
    const value = Number(note[1].replace(/[, ]/g, ''));
    if (Number.isFinite(value)) found.push({ value, unit: note[2], year: Number(note[3]), at: comment });
  }
  return found;
}

/** Where confirmations are kept outside the text, relative to the workspace folder. */
export const CONFIRMED_FILE = '.gca-report/confirmed.json';

/** Reads `.gca-report/confirmed.json`; an erroneous entry is told at its place and left out alone. */
export function parseConfirmed(text: string): { entries: Confirmation[]; problems: FileProblem[] } {
  return readList(text, 'confirmed', entry => {
    const value = entry.number('value');
    const unit = entry.text('unit');
    const year = entry.number('year');
    return value === undefined || !unit || year === undefined ? undefined : { value, unit, year };
  });
}

/** The text of `.gca-report/confirmed.json` with one more confirmation; what else the file says stays. */
export function withConfirmation(present: string | undefined, confirmation: Confirmation): string {
  const { value, unit, year } = confirmation;
  if (present !== undefined && parseConfirmed(present).entries.some(other => sameAs(other, confirmation)))
    return present;
  return withItem(present, 'confirmed', { value, unit, year });
}

const sameAs = (a: Confirmation, b: Confirmation): boolean =>
  a.value === b.value && a.year === b.year && headOf(a.unit) === headOf(b.unit);

/** The comment that confirms a claim for a year. */
export const confirmationNote = (claim: Claim, year: number): string =>
  `<!-- gca-report-confirmed ${claim.value} ${claim.unit} ${year} -->`;

/**
 * Whether a claim is confirmed for this year's report.
 *
 * @param year the report's year
 * @param paragraph the stretch of the report that a comment must touch to speak of the claim; a comment right
 *   before it counts
 * @param gap whether only white space and comments stand between two offsets of the report
 */
export function isConfirmed(
  claim: Claim,
  year: number,
  paragraph: { readonly start: number; readonly end: number },
  confirmations: readonly Confirmation[],
  gap: (from: number, to: number) => boolean,
): boolean {
  return confirmations.some(confirmation => {
    if (!sameAs(confirmation, { value: claim.value, unit: claim.unit, year })) return false;
    const { at } = confirmation;
    if (!at || (at.start < paragraph.end && at.end > paragraph.start)) return true;
    return at.end <= paragraph.start && gap(at.end, paragraph.start);
  });
}
