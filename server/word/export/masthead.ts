import type { Report } from '../../report/model.ts';
import { overlaps, type Span } from '../../text/span.ts';

const RULE = /^(?:[_\u2014\u2015-]{3,}|\*{3,})$/;

/**
 * The lines of the masthead that carry no field: letterhead, subtitles. What stands before the first field of the
 * title goes before it, the rest behind.
 */
export function otherLines(report: Report): { readonly before: Span[]; readonly after: Span[] } {
  const { text, lines, masthead } = report;
  const fields = [
    masthead.agendaItem,
    masthead.symbol,
    masthead.date,
    masthead.original,
    masthead.author,
    masthead.title,
  ];
  const spans = fields.flatMap(field => (field ? [field.span] : []));
  const end = Math.min(
    report.frontRule?.start ?? text.length,
    report.heads[0]?.titleSpan.start ?? text.length,
    report.sections[0]?.span.start ?? text.length,
  );
  const middle = Math.min(masthead.author?.span.start ?? end, masthead.title?.span.start ?? end);
  const before: Span[] = [];
  const after: Span[] = [];
  let comment = 0;
  for (let i = 0; i < lines.count && lines.starts[i] < end; i++) {
    const from = lines.starts[i];
    const raw = text.slice(from, Math.min(end, i + 1 < lines.count ? lines.starts[i + 1] : text.length));
    const start = from + raw.length - raw.trimStart().length;
    const span = { start, end: start + raw.trim().length };
    while (comment < report.comments.length && report.comments[comment].end <= span.start) comment++;
    const over = report.comments[comment];
    // `## ` stands before the head that ends the masthead.
    if (
      span.start >= span.end ||
      (over && overlaps(over, span)) ||
      RULE.test(raw.trim()) ||
      /^#{1,6}$/.test(raw.trim())
    )
      continue;
    if (spans.some(field => overlaps(field, span))) continue;
    (span.start < middle ? before : after).push(span);
  }
  return { before, after };
}
