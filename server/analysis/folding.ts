import { allSections, type Report } from '../report/model.ts';
import type { Span } from '../text/span.ts';

export interface Fold {
  readonly span: Span;
  readonly kind: 'region' | 'comment';
}

/** What can be folded: front matter, heads, sections, paragraphs with items, comments. */
export function foldsOf(report: Report): Fold[] {
  const folds: Fold[] = [];
  const add = (span: Span, kind: Fold['kind'] = 'region') => folds.push({ span, kind });
  const first = report.heads[0];
  const last = report.heads.at(-1);
  if (first && last)
    add({ start: Math.min(report.masthead.span.start, first.span.start), end: last.span.end });
  for (const head of report.heads) add(head.span);
  for (const section of allSections(report.sections)) {
    if (section.title !== null) add(section.span);
    for (const paragraph of section.paragraphs) if (paragraph.items.length > 0) add(paragraph.span);
  }
  for (const comment of report.comments) add(comment, 'comment');
  return folds;
}
