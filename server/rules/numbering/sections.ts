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
    const known = report.sections.map(section =>
      profile ? profileSectionFor(section, profile.sections) : undefined,
    );
    // Out of order, doubled or not yet complete: other rules say so, and the numbers follow from their fixes.
    const ranks = known.flatMap((one, i) =>
      one && known.indexOf(one) === i ? [profile?.sections.indexOf(one) ?? 0] : [],
    );
    if (ranks.some((rank, i) => i > 0 && rank < ranks[i - 1])) return;
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
      const doubled = known[i] !== undefined && known.indexOf(known[i]) < i;
      if (
        !doubled &&
        expected !== null &&
        !shifted &&
        section.number !== expected &&
        !profile?.numbering.nested
      ) {
        remark({
          at: section.numberSpan,
          say: 'numbering/section',
          with: { title: section.title ?? '', number: section.number, expected },
          place: section.number,
          fixes: () => renumberFix(context),
        });
      } else if (
        !doubled &&
        number !== before + 1 &&
        (expected === null || shifted || profile?.numbering.nested)
      ) {
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
