import { sectionAt } from '../drafting/places.ts';
import { partsOf } from '../drafting/renumber.ts';
import { t } from '../messages/translate.ts';
import { separatorOf } from '../rules/numbering/plan.ts';
import { headFor, missingSections } from '../rules/structure/match.ts';
import type { Completion } from './complete.ts';
import type { Analysis } from './project.ts';

/** Where a heading is being written: behind hashes, or at the start of a line. */
const HEADING = /^(#{1,3})[ \t]*([^#\n]{0,60})$/;
/** The beginning of a paragraph's number, or nothing yet. */
const NUMBER = /^\d{0,2}(?:\.\d{0,2})?$/;

/**
 * Titles of the heads and sections that the profile asks for and the report has not, behind `#`; and at the start of
 * an empty line the number of the next paragraph.
 */
export function structureCompletions(analysis: Analysis, offset: number): Completion[] {
  const { report } = analysis;
  const start = report.lines.starts[report.lines.lineAt(offset)];
  const before = report.text.slice(start, offset);
  const heading = HEADING.exec(before);
  if (heading) return headings(analysis, start, offset, heading[1]);
  return NUMBER.test(before) ? nextNumber(analysis, start, offset) : [];
}

function headings(analysis: Analysis, start: number, offset: number, hashes: string): Completion[] {
  const { report, profile } = analysis;
  if (!profile || hashes.length !== 2) return [];
  const { heads, sections, numbering } = profile.profile;
  const replaces = { start, end: offset };
  const make = (title: string, detail: string): Completion => ({
    label: title,
    detail,
    replaces,
    newText: `## ${title}`,
    filterText: `## ${title}`,
    kind: 'heading',
  });
  const firstSection =
    report.sections.find(section => section.titleSpan)?.heading.start ?? report.text.length;
  const missingHeads = heads.filter(head => !headFor(report, head)).map(head => make(head.title, t('head')));
  const wanted = sections.filter(section => section.number !== null || section.role !== 'introduction');
  const missing = missingSections({ wanted, found: report.sections, around: null }).map(({ number, title }) =>
    make(number ? `${number}${numbering.section === '1.' ? '.' : ''} ${title}` : title, t('section')),
  );
  return offset < firstSection ? [...missingHeads, ...missing] : missing;
}

function nextNumber(analysis: Analysis, start: number, offset: number): Completion[] {
  const { report } = analysis;
  const section = sectionAt(report, offset);
  if (!section?.number) return [];
  const before = section.paragraphs.findLast(one => one.number !== null && one.span.start < start);
  const { prefix, last } = partsOf(before?.number ?? `${section.number}.0`);
  const lead = `${prefix}.${last + 1}${separatorOf(report)}`;
  return [
    {
      label: lead.trim(),
      detail: t('next paragraph'),
      replaces: { start, end: offset },
      newText: lead,
      filterText: lead.trim(),
      kind: 'number',
    },
  ];
}
