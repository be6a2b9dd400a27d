import { t } from '../../messages/translate.ts';
import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import type { Fix, ReportContext, Rule } from '../rule.ts';
import { headFor, levelsOf, missingSections, profileSectionFor } from './match.ts';
import { completeSkeleton, insertHead, insertSections } from './skeleton.ts';

/** A line to underline for what is not there: the neighbour that it should stand beside. */
function lineAt(context: ReportContext, offset: number): Span {
  const { report } = context;
  const line = report.lines.lineAt(offset);
  const start = report.lines.starts[line];
  const end = line + 1 < report.lines.count ? report.lines.starts[line + 1] : report.text.length;
  const words = report.text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, words.trimEnd().length) };
}

const skeletonFix = (context: ReportContext): Fix[] =>
  context.profile
    ? [
        {
          title: say('structure/missing-section:fix-all'),
          edits: completeSkeleton(context.report, context.profile),
          exact: false,
        },
      ]
    : [];

export const missingHead: Rule = {
  id: 'structure/missing-head',
  title: 'A head of the front matter is missing',
  severity: { drafting: 'hint', review: 'warning', submission: 'error' },
  timing: 'typing',
  report(context, remark) {
    const { report, profile } = context;
    if (!profile || !report.recognised) return;
    for (const [rank, head] of profile.heads.entries()) {
      if (!head.required || headFor(report, head)) continue;
      const later = profile.heads.slice(rank + 1).flatMap(other => headFor(report, other) ?? [])[0];
      const beside =
        later?.titleSpan.start ??
        report.heads.at(-1)?.titleSpan.start ??
        report.sections[0]?.heading.start ??
        0;
      remark({
        at: lineAt(context, beside),
        say: 'structure/missing-head',
        with: { title: head.title, year: report.year?.value ?? t('this kind') },
        fixes: () => [
          {
            title: say('structure/missing-head:fix', { title: head.title }),
            edits: insertHead(report, profile, head),
            exact: false,
          },
          ...skeletonFix(context),
        ],
      });
    }
  },
};

export const missingSection: Rule = {
  id: 'structure/missing-section',
  title: 'A section of the profile is missing',
  severity: { drafting: 'hint', review: 'error', submission: 'error' },
  timing: 'typing',
  report(context, remark) {
    const { report, profile } = context;
    if (!profile || !report.recognised) return;
    for (const level of levelsOf(report, profile)) {
      for (const missing of missingSections(level)) {
        const rank = level.wanted.indexOf(missing);
        const next = level.found.find(section => {
          const wanted = profileSectionFor(section, level.wanted);
          return wanted !== undefined && level.wanted.indexOf(wanted) > rank;
        });
        const beside = next ?? level.found.at(-1) ?? level.around;
        remark({
          at: lineAt(context, beside?.heading.start ?? report.text.length),
          say: 'structure/missing-section',
          with: { title: missing.title, profile: t(profile.title) },
          place: beside?.number ?? undefined,
          fixes: () => [
            {
              title: say('structure/missing-section:fix', { title: missing.title }),
              edits: insertSections(report, profile, level, [missing]),
              exact: false,
            },
            ...skeletonFix(context),
          ],
        });
      }
    }
  },
};
