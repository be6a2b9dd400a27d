import type { Reading } from '../reading/reading.ts';
import { numberedPlaces } from '../report/crossrefs.ts';
import type { Head, Report, Section } from '../report/model.ts';
import type { Span } from '../text/span.ts';
import type { Mark } from './marks.ts';

/** A paragraph of an earlier report. */
export interface EarlierPlace {
  readonly reading: Reading;
  readonly span: Span;
  readonly place: string;
}

const indexes = new WeakMap<Report, ReadonlyMap<string, Span>>();

/** Paragraphs and heads of a report by the names that marks give them: found once for a report. */
function placesOf(report: Report): ReadonlyMap<string, Span> {
  let places = indexes.get(report);
  if (!places) {
    const found = new Map<string, Span>();
    for (const [number, part] of numberedPlaces(report)) found.set(number, part.span);
    for (const head of report.heads) found.set(plain(head.title), spanOf(head));
    for (const section of report.sections) addUnnumbered(section, found);
    places = found;
    indexes.set(report, places);
  }
  return places;
}

const spanOf = (head: Head): Span => ({ start: head.titleSpan.start, end: head.span.end });

function addUnnumbered(section: Section, found: Map<string, Span>): void {
  for (const { number, place, span } of section.paragraphs)
    if (number === null) found.set(plain(place), span);
  for (const inner of section.sections) addUnnumbered(inner, found);
}

/** A mark's bracket holds no brackets and no colon. */
const plain = (place: string): string => place.replace(/[():]/g, '');

/** The paragraph that a mark's words come from, where the archive has its report. */
export function originOf({ year, from }: Mark, archive: readonly Reading[]): EarlierPlace | undefined {
  if (from === null) return undefined;
  const reading = year === null ? archive.at(-1) : archive.findLast(one => one.report.year?.value === year);
  const span = reading && placesOf(reading.report).get(plain(from));
  return reading && span && { reading, span, place: from };
}
