import { allSections, type Paragraph, type Report, type Role, type Section } from '../report/model.ts';

/** Where something stands in a report, for a reader. */
export interface Where {
  readonly role: Role;
  /** The paragraph's number, else that of the nearest one before; the head's title in the front matter. */
  readonly place: string;
}

interface Stop extends Where {
  readonly start: number;
}

const known = new WeakMap<Report, readonly Stop[]>();

/** Everything that gives a place its name, in the order of the text: found once for a report. */
function stopsOf(report: Report): readonly Stop[] {
  let stops = known.get(report);
  if (stops) return stops;
  const found: Stop[] = [];
  const add = (start: number, place: string, role: Role) => found.push({ start, place, role });
  for (const head of report.heads) add(head.titleSpan.start, head.title, 'other');
  for (const section of allSections(report.sections)) {
    add(section.heading.start, section.number ?? section.title ?? 'Introduction', section.role);
    for (const paragraph of section.paragraphs) add(paragraph.span.start, paragraph.place, section.role);
  }
  stops = found.sort((a, b) => a.start - b.start);
  known.set(report, stops);
  return stops;
}

/** What stands before the first head. */
export const MASTHEAD = 'masthead';

/** The section and paragraph at an offset; what stands between two paragraphs belongs to the one before. */
export function placeAt(report: Report, offset: number): Where {
  const stops = stopsOf(report);
  let low = -1;
  let high = stops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (stops[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  const stop = stops[low];
  if (stop) return { role: stop.role, place: stop.place };
  return { role: 'other', place: MASTHEAD };
}

/** A paragraph with the section it stands in. */
export interface Placed {
  readonly section: Section;
  readonly paragraph: Paragraph;
}

/** The paragraph at an offset: the one that holds it, else the last one before it in the same section. */
export function paragraphAt(report: Report, offset: number): Placed | undefined {
  let found: Placed | undefined;
  for (const section of allSections(report.sections)) {
    if (section.heading.start > offset) break;
    // A heading begins another section: what stood before it is not meant there.
    found = undefined;
    for (const paragraph of section.paragraphs) {
      if (report.lines.starts[report.lines.lineAt(paragraph.span.start)] > offset) break;
      found = { section, paragraph };
    }
  }
  return found;
}

/** The section of the first level at an offset. */
export const sectionAt = (report: Report, offset: number): Section | undefined =>
  report.sections.findLast(section => section.heading.start <= offset);

/** The first offset of the line at an offset. */
export const lineStart = (report: Report, offset: number): number =>
  report.lines.starts[report.lines.lineAt(offset)];

/** The first offset behind the line at an offset, its break included. */
export function lineEnd(report: Report, offset: number): number {
  const line = report.lines.lineAt(offset);
  return line + 1 < report.lines.count ? report.lines.starts[line + 1] : report.text.length;
}
