import type { Footnote, Paragraph, Report, Section } from '../report/model.ts';
import { contains, type Span } from '../text/span.ts';
import { lineEnd, lineStart } from './places.ts';

/**
 * The whole lines of a part with what belongs to it: comments right above it, footnotes whose text stands right
 * behind it. Blank lines around it belong to nobody.
 */

/** The start of the lines of comments that stand on top of a line without a blank one between. */
export function topOf(report: Report, offset: number, floor: number): number {
  let start = lineStart(report, offset);
  for (;;) {
    if (start <= floor) return start;
    const above = lineStart(report, start - 1);
    const line = report.text.slice(above, start).trim();
    const comment = report.comments.findLast(
      one => one.start <= above + indentOf(report, above) && one.end < start,
    );
    const covers =
      comment !== undefined &&
      contains(comment, {
        start: above + indentOf(report, above),
        end: above + indentOf(report, above) + line.length,
      });
    if (above < floor || line === '' || !covers) return start;
    start = lineStart(report, comment.start);
  }
}

const indentOf = ({ text }: Report, at: number): number =>
  /^[^\S\r\n]*/.exec(text.slice(at, at + 80))?.[0].length ?? 0;

/** A paragraph's lines. */
export function paragraphChunk(report: Report, section: Section, paragraph: Paragraph): Span {
  const i = section.paragraphs.indexOf(paragraph);
  const before = section.paragraphs[i - 1];
  const floor = before ? lineEnd(report, lastOf(before)) : lineEnd(report, section.heading.end);
  const start = Math.max(section.titleSpan || before ? floor : 0, topOf(report, paragraph.span.start, floor));
  const next = nextStart(report, section, paragraph);
  return { start, end: endOf(report, paragraph, next) };
}

const lastOf = ({ span }: Paragraph): number => Math.max(span.start, span.end - 1);

/** Where the next part of the report begins. */
function nextStart(report: Report, section: Section, paragraph: Paragraph): number {
  const after = (start: number) => start > paragraph.span.start;
  const starts = [
    ...section.paragraphs.map(one => one.span.start),
    ...section.sections.map(one => one.heading.start),
    ...report.sections.map(one => one.heading.start),
    report.endMark?.start ?? report.text.length,
  ].filter(after);
  return starts.reduce((first, start) => Math.min(first, start), report.text.length);
}

function endOf(report: Report, paragraph: Paragraph, next: number): number {
  const own = (note: Footnote) => note.mark !== null && contains(paragraph.span, note.mark);
  let end = lineEnd(report, lastOf(paragraph));
  for (const note of report.footnotes) {
    if (!note.body || !own(note)) continue;
    if (note.body.start >= end && note.body.end <= next)
      end = Math.max(end, lineEnd(report, note.body.end - 1));
  }
  return end;
}

/** A section's lines, up to the next section or the rule that ends the report; blank lines at its end left out. */
export function sectionChunk(report: Report, section: Section): Span {
  const i = report.sections.indexOf(section);
  const before = report.sections[i - 1];
  const next = report.sections[i + 1];
  const floor = before ? lineEnd(report, Math.max(before.heading.end, before.span.end - 1)) : 0;
  const start = topOf(report, section.heading.start, floor);
  const limit = next
    ? topOf(report, next.heading.start, lineEnd(report, Math.max(section.heading.end, section.span.end - 1)))
    : (report.endMark?.start ?? report.text.length);
  const end = start + report.text.slice(start, limit).trimEnd().length;
  return { start, end: lineEnd(report, Math.max(start, end - 1)) };
}
