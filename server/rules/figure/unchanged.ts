import type { LocatedClaim } from '../../figures/located.ts';
import { alikeness } from '../../figures/series.ts';
import type { ReportContext, Rule, Severity } from '../rule.ts';
import { type Continued, confirmed, continued, relatedTo, yearName } from './context.ts';
import { staleFixes } from './fixes.ts';
import { mostTelling, yearMovedOn } from './moved-year.ts';

/** From here on two sentences have the same wording. */
const SAME_WORDING = 0.8;

/** The same value in the same words as last time, and nothing shows that anyone looked at it. */
export const unchanged: Rule = {
  id: 'figure/unchanged',
  title: 'A figure is the same as in the last report',
  severity: { drafting: 'info', review: 'warning', submission: 'warning' },
  timing: 'settled',
  anyLanguage: true,
  report: (context, remark) => {
    for (const figure of stale(context)) {
      const { point, earlier, series } = figure;
      const moved = yearMovedOn(context, figure);
      const sure = moved ? moved === 'surely' : series.indicator !== undefined;
      remark({
        at: point.span,
        say: moved ? 'figure/unchanged#year' : 'figure/unchanged',
        with: { text: point.text, year: yearName(earlier), label: series.label },
        severity: sure ? undefined : milder(context),
        place: point.place,
        related: [relatedTo(earlier, `${yearName(earlier)}: ${earlier.text}`)],
        fixes: () => staleFixes(context, point, moved !== undefined),
      });
    }
  },
};

/** Outside the catalogue nobody has said that the number moves at all: two co-chairs, three Sectors. */
const milder = (context: ReportContext): Severity => (context.mode === 'drafting' ? 'hint' : 'info');

/** The figures of the draft that were taken over and may be stale; of a sentence whose year moved on, one. */
export function stale(context: ReportContext): Continued[] {
  const taken = continued(context).filter(({ point, earlier, series }) => {
    return (
      point.verdict === 'unchanged' &&
      mayChange(point, series.indicator !== undefined) &&
      alikeness(point, earlier) >= SAME_WORDING
    );
  });
  const moved = new Set(taken.filter(figure => yearMovedOn(context, figure) !== undefined));
  const told = new Set(mostTelling([...moved]));
  return taken.filter(
    figure =>
      (told.has(figure) || (!moved.has(figure) && !lookedAt(figure))) && !confirmed(context, figure.point),
  );
}

/** A number of years, a single thing or a small number outside the catalogue is part of the story, not a count. */
function mayChange({ claim }: LocatedClaim, catalogued: boolean): boolean {
  if (claim.kind === 'duration' || claim.kind === 'limit' || claim.value <= 1) return false;
  return catalogued || claim.value >= 4;
}

const YEARS = /\b(?:19|20)\d{2}\b/g;

/**
 * Whether the sentence shows that the figure was looked at, or needs no look: a year or another number in it is
 * new, or it tells of a dated event whose figure is history. A running total has no such date. Where the year alone is
 * new, see moved-year.ts.
 */
function lookedAt({ point, earlier, series }: Continued): boolean {
  const years = yearsIn(point);
  const old = yearsIn(earlier);
  if (years.some(year => !old.includes(year))) return true;
  const running = series.scope === 'cumulative' || series.scope === 'as-of';
  if (years.length > 0 && !running) return true;
  const numbers = numbersIn(earlier);
  return numbersIn(point).some(number => !numbers.includes(number));
}

const yearsIn = ({ block, claim }: LocatedClaim): string[] =>
  block.prose.slice(claim.sentence.start, claim.sentence.end).match(YEARS) ?? [];

/** The other figures of the claim's sentence. */
const numbersIn = ({ block, claim }: LocatedClaim): number[] =>
  block.claims
    .filter(other => other !== claim && other.sentence.start === claim.sentence.start)
    .map(other => other.value);
