import type { Rule } from '../rule.ts';
import { missingSections, profileSectionFor } from '../structure/match.ts';
import { renumberFix } from './paragraphs.ts';

/** Section numbers against the profile, or, where the profile says nothing of a section, against the one before. */
export const sectionNumber: Rule = {
  id: 'numbering/section',
  title: 'A section has the wrong number',
  severity: { drafting: 'warning', review: 'error', submission: 'error' },
  timing: 'typing',
  report(context, remark) {
    const { report, profile } = context;
    if (!report.recognised) return;
    // Out of order, doubled or not yet complete: other rules say so, and the numbers follow from their fixes.
    const known = report.sections.map(section =>
      profile ? profileSectionFor(section, profile.sections) : undefined,
    );
    const level = { wanted: profile?.sections ?? [], found: report.sections, around: null };
    const numbersOf = new Set(missingSections(level).flatMap(section => section.number ?? []));
    let before = 0;
    report.sections.forEach((section, i) => {
      if (!section.number || !section.numberSpan) return;
      const number = Number(section.number);
      const expected = known[i]?.number ?? null;
      const shifted = report.sections.some(
        (other, k) => k < i && other.title !== null && known[k] === undefined,
      );
      if (expected !== null && !shifted && section.number !== expected && !profile?.numbering.nested) {
        remark({
          at: section.numberSpan,
          say: 'numbering/section',
          with: { title: section.title ?? '', number: section.number, expected },
          place: section.number,
          fixes: () => renumberFix(context),
        });
      } else if (number !== before + 1 && (expected === null || shifted || profile?.numbering.nested)) {
        const explained = range(before + 1, number).every(n => numbersOf.has(String(n)));
        if (!explained || number <= before) {
          remark({
            at: section.numberSpan,
            say: 'numbering/section#sequence',
            with: { number: section.number, before: before || 'none' },
            place: section.number,
            fixes: () => renumberFix(context),
          });
        }
      }
      before = number;
    });
  },
};

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
