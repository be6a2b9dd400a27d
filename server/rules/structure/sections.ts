import { t } from '../../messages/translate.ts';
import type { Section } from '../../report/model.ts';
import { allSections } from '../../report/model.ts';
import { titleKey } from '../../report/roles.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { hasProfileTitle, levelsOf, profileSectionFor } from './match.ts';
import { reorderSections } from './skeleton.ts';

const placeOf = (section: Section): string | undefined => section.number ?? section.title ?? undefined;

export const order: Rule = {
  id: 'structure/order',
  title: 'Sections stand out of the profile’s order',
  severity: { drafting: 'warning', review: 'error', submission: 'error' },
  timing: 'typing',
  report({ report, profile }, remark) {
    if (!profile || !report.recognised) return;
    for (const level of levelsOf(report, profile)) {
      let highest = -1;
      let before: Section | undefined;
      const seen = new Set<unknown>();
      for (const section of level.found) {
        const wanted = profileSectionFor(section, level.wanted);
        // Of two sections on one subject the second has to be joined to the first, wherever it stands.
        if (!wanted || section.titleSpan === null || seen.has(wanted)) continue;
        seen.add(wanted);
        const rank = level.wanted.indexOf(wanted);
        if (rank < highest && before?.title) {
          remark({
            at: section.titleSpan,
            say: 'structure/order',
            with: { title: section.title ?? '', before: before.title },
            place: placeOf(section),
            fixes: () =>
              level.around
                ? []
                : [
                    {
                      title: say('structure/order:fix'),
                      edits: reorderSections(report, profile),
                      exact: false,
                    },
                  ],
          });
        } else if (rank > highest) {
          highest = rank;
          before = section;
        }
      }
    }
  },
};

/** Annexes and other matter behind the sections belong to no profile and are no one's mistake. */
const MATTER_BEHIND =
  /^(?:annex|appendix|attachment|conclusions?|acknowledge?ments?|references|abbreviations|acronyms)\b/;

export const unknownSection: Rule = {
  id: 'structure/unknown-section',
  title: 'A section is not in the profile',
  severity: 'info',
  timing: 'settled',
  report({ report, profile }, remark) {
    // A thematic report has sections of its own: that is what makes it one.
    if (!profile || !report.recognised || profile.numbering.nested) return;
    for (const section of report.sections) {
      if (!section.title || !section.titleSpan || profileSectionFor(section, profile.sections)) continue;
      if (MATTER_BEHIND.test(titleKey(section.title))) continue;
      remark({
        at: section.titleSpan,
        say: 'structure/unknown-section',
        with: { title: section.title, profile: t(profile.title) },
        place: placeOf(section),
      });
    }
  },
};

export const duplicateSection: Rule = {
  id: 'structure/duplicate-section',
  title: 'Two sections on one subject',
  severity: { drafting: 'warning', review: 'error', submission: 'error' },
  timing: 'typing',
  report({ report, profile }, remark) {
    if (!profile || !report.recognised) return;
    for (const level of levelsOf(report, profile)) {
      const seen = new Map<unknown, Section>();
      for (const section of level.found) {
        const wanted = profileSectionFor(section, level.wanted);
        if (!wanted || !section.titleSpan || !section.title) continue;
        const first = seen.get(wanted);
        if (!first) {
          seen.set(wanted, section);
          continue;
        }
        remark({
          at: section.titleSpan,
          say: 'structure/duplicate-section',
          with: { title: section.title },
          place: placeOf(section),
          related: [
            {
              span: first.heading,
              message: say('structure/duplicate-section:related'),
              paragraph: placeOf(first),
            },
          ],
        });
      }
    }
  },
};

export const sectionTitle: Rule = {
  id: 'structure/title',
  title: 'A section’s title differs from the profile’s',
  severity: { drafting: 'hint', review: 'warning', submission: 'warning' },
  timing: 'settled',
  report({ report, profile }, remark) {
    if (!profile || !report.recognised) return;
    for (const level of levelsOf(report, profile)) {
      for (const section of level.found) {
        const wanted = profileSectionFor(section, level.wanted);
        const span = section.titleSpan;
        if (!wanted || !span || !section.title || hasProfileTitle(section, wanted)) continue;
        remark({
          at: span,
          say: 'structure/title',
          with: { title: wanted.title, found: section.title },
          place: placeOf(section),
          // In a thematic report the wording around a pillar's name is the author's.
          severity: level.around ? 'info' : undefined,
          fixes: () => [
            {
              title: say('structure/title:fix', { title: wanted.title }),
              edits: [{ ...span, newText: wanted.title }],
              exact: !level.around,
            },
          ],
        });
      }
    }
  },
};

export const emptySection: Rule = {
  id: 'structure/empty-section',
  title: 'A section has no text',
  severity: { drafting: 'hint', review: 'warning', submission: 'error' },
  timing: 'settled',
  anyLanguage: true,
  report({ report }, remark) {
    if (!report.recognised) return;
    for (const section of allSections(report.sections)) {
      if (
        section.paragraphs.length > 0 ||
        section.sections.length > 0 ||
        !section.titleSpan ||
        !section.title
      )
        continue;
      remark({
        at: section.titleSpan,
        say: 'structure/empty-section',
        with: { title: section.title },
        place: placeOf(section),
      });
    }
  },
};
