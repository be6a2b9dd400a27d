import { trackFix } from '../rules/figure/track.ts';
import { pageOf } from '../rules/index.ts';
import { say } from '../rules/messages.ts';
import { asTheyStand, planNumbers, renumberingEdits } from '../rules/numbering/plan.ts';
import type { Edit, Finding, Fix } from '../rules/rule.ts';
import { completeSkeleton } from '../rules/structure/skeleton.ts';
import type { Span } from '../text/span.ts';
import { figuresIn } from './figures.ts';
import { editsBetween, fixedText } from './fixes.ts';
import { waysOut } from './hide.ts';
import type { Analysis } from './project.ts';

/** A fix offered for a finding at a place. */
export interface Offer {
  /** Absent where the offer is about the words themselves. */
  readonly finding?: Finding;
  readonly fix: Fix;
  /** Set where the offer is to read the rule's page, relative to the project, and nothing is changed. */
  readonly page?: string;
}

/**
 * What can be done about the findings that touch a span: their own fixes first, then for each finding the ways out
 * and its rule's page.
 */
export function offersAt(analysis: Analysis, at: Span): Offer[] {
  const touching = analysis.findings.filter(finding => finding.start <= at.end && at.start <= finding.end);
  const offers: Offer[] = touching.flatMap(finding =>
    (finding.fixes?.() ?? []).map(fix => ({ finding, fix })),
  );
  for (const finding of touching) {
    for (const fix of waysOut(analysis, finding)) offers.push({ finding, fix });
    const why: Fix = { title: say('suppression:why', { rule: finding.rule }), edits: [], exact: false };
    offers.push({ finding, fix: why, page: pageOf(finding.rule) });
  }
  for (const proposal of figuresIn(analysis).proposals) {
    const { span } = proposal.claim;
    if (span.start <= at.end && at.start <= span.end) offers.push({ fix: trackFix(proposal) });
  }
  // The same whole-report fix hangs on many findings; one button is enough.
  const seen = new Set<string>();
  return offers.filter(({ fix }) => {
    const key = `${fix.title}\n${fix.edits.map(edit => `${edit.start} ${edit.end} ${edit.newText}`).join('\n')}`;
    if (fix.edits.length > 0 && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A change to the whole report, as a source action offers it. */
export type SourceChange = 'completeSkeleton' | 'renumber';

/** The edits of a source action; empty where there is nothing to do. */
export function sourceEdits({ report, profile }: Analysis, change: SourceChange): Edit[] {
  if (!report.recognised) return [];
  if (change === 'completeSkeleton') return profile ? completeSkeleton(report, profile.profile) : [];
  return renumberingEdits(report, planNumbers(asTheyStand(report), profile?.profile ?? null));
}

/**
 * The edits that apply every exact fix and those that they uncover: applied a second time they change nothing.
 *
 * @param findingsOf the findings on another text of the same report
 */
export function fixAllEdits(
  { report, findings }: Analysis,
  findingsOf: (text: string) => readonly Finding[],
): Edit[] {
  const fixed = fixedText(report.text, text => (text === report.text ? findings : findingsOf(text)));
  return editsBetween(report.text, fixed);
}
