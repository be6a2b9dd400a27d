import type { Report, Role, Section } from '../report/model.ts';
import { allSections } from '../report/model.ts';
import type { Edit } from '../rules/rule.ts';
import { lineEnd } from './places.ts';

/** The first section of a role; undefined where the report has none. */
export function sectionOf(report: Report, role: Role): Section | undefined {
  for (const section of allSections(report.sections)) if (section.role === role) return section;
  return undefined;
}

/** Writes a note of ours behind the section it speaks of, on a line of its own; without one behind the last. */
export function noteEdit(report: Report, role: Role, note: string): Edit {
  const section = sectionOf(report, role) ?? report.sections.at(-1);
  const at = section ? lineEnd(report, Math.max(section.heading.end, section.span.end)) : report.text.length;
  const open = at > 0 && report.text[at - 1] !== '\n' ? '\n' : '';
  const apart = report.dialect === 'word-text' ? '' : '\n';
  return { start: at, end: at, newText: `${open}${apart}${note}\n` };
}
