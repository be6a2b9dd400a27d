import { t } from '../messages/translate.ts';
import { type Paragraph, partsOf, type Report, type Section } from '../report/model.ts';
import type { Span } from '../text/span.ts';
import { MASK, view } from '../text/view.ts';

/** A node of the outline as a person reads it. */
export interface OutlineNode {
  readonly kind: 'head' | 'section' | 'paragraph';
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  /** What is selected when the node is: the title or the number. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

const LONGEST_NAME = 60;

/** Heads, sections and paragraphs as a tree, each within its parent's span. */
export function outlineOf(report: Report): OutlineNode[] {
  return [
    ...report.heads.map(
      (head): OutlineNode => ({
        kind: 'head',
        name: head.title,
        detail: '',
        span: head.span,
        selection: head.titleSpan,
        children: [],
      }),
    ),
    ...report.sections.map(section => sectionNode(report, section)),
  ];
}

function sectionNode(report: Report, section: Section): OutlineNode {
  const inside = partsOf(section)
    .filter(part => 'heading' in part || part.body.end > part.body.start)
    .map(part => ('heading' in part ? sectionNode(report, part) : paragraphNode(report, part)));
  return {
    kind: 'section',
    name: [section.number, section.title ?? t('Introduction')].filter(Boolean).join('. '),
    detail: '',
    span: section.span,
    selection: section.titleSpan ?? { start: section.span.start, end: section.span.start },
    children: inside,
  };
}

function paragraphNode(report: Report, paragraph: Paragraph): OutlineNode {
  const raw = report.text.slice(
    paragraph.body.start,
    Math.min(paragraph.body.end, paragraph.body.start + 2 * LONGEST_NAME),
  );
  const words = view(raw).replaceAll(MASK, '').replace(/\s+/g, ' ').trim();
  const name = words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME).replace(/\s\S*$/, '')}…` : words;
  return {
    kind: 'paragraph',
    name: paragraph.number ? `${paragraph.number} ${name}` : name || '–',
    detail: '',
    span: paragraph.span,
    selection: paragraph.numberSpan ?? { start: paragraph.body.start, end: paragraph.body.start },
    children: [],
  };
}
