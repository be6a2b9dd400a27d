import type { ProfileSection } from '../../profiles/profile.ts';
import type { Section } from '../../report/model.ts';
import type { Rule } from '../rule.ts';
import { missingSections, profileSectionFor } from '../structure/match.ts';
import { renumberFix } from './paragraphs.ts';

/** Section numbers against the profile, or, where the profile says nothing of a section, against the one before. */
export const sectionNumber: Rule = {
  id: 'numbering/section',
  title: 'A section has the wrong number',
  severity: { drafting: 'warning', review: 'error', submission: 'error' },
  timing: 'typing',
  anyLanguage: true,
  report(context, remark) {
    const { report, profile } = context;
    if (!report.recognised) return;
    const known = new Map<Section, ProfileSection>();
    const doubled = new Set<Section>();
    const ranks: number[] = [];
    const seen = new Set<ProfileSection>();
    for (const section of report.sections) {
      const wanted = profile ? profileSectionFor(section, profile.sections) : undefined;
      if (!wanted) continue;
      known.set(section, wanted);
      if (seen.has(wanted)) doubled.add(section);
      else ranks.push(profile?.sections.indexOf(wanted) ?? 0);
      seen.add(wanted);
    }
    // Out of order, doubled or not yet complete: other rules say so, and the numbers follow from their fixes.
    if (ranks.some((rank, i) => i > 0 && rank < ranks[i - 1])) return;
    const level = { wanted: profile?.sections ?? [], found: report.sections, around: null };
    const awaited = new Set(missingSections(level).flatMap(section => section.number ?? []));
    const explained = (from: number, to: number): boolean => {
      for (let n = from; n < to; n++) if (!awaited.has(String(n))) return false;
      return true;
    };
    const byProfile = (section: Section): string | null =>
      profile?.numbering.nested ? null : (known.get(section)?.number ?? null);
    let before = 0;
    // Behind a section that the profile does not know, its numbers are no longer to be expected.
    let shifted = false;
    for (const section of report.sections) {
      if (section.title !== null && !known.has(section)) shifted = true;
      if (!section.number || !section.numberSpan) continue;
      const number = Number(section.number);
      const expected = shifted ? null : byProfile(section);
      const wrong =
        expected !== null
          ? section.number !== expected
          : number !== before + 1 && (number <= before || !explained(before + 1, number));
      if (wrong && !doubled.has(section)) {
        remark({
          at: section.numberSpan,
          say: expected !== null ? 'numbering/section' : outOfRow(before),
          with: { title: section.title ?? '', number: section.number, expected: expected ?? '', before },
          place: section.number,
          fixes: () => renumberFix(context),
        });
      }
      before = number;
    }
  },
};

const outOfRow = (before: number) => (before > 0 ? 'numbering/section#sequence' : 'numbering/section#first');
