import type { Claim } from '../../figures/claim.ts';
import { alikeness, type Point } from '../../figures/series.ts';
import { placeName } from '../../report/place-name.ts';
import type { Rule } from '../rule.ts';
import { figuresOf } from './context.ts';

/** From here on two sentences of one report surely speak of the same figure. */
const ALIKE = 0.6;

/** One figure with two values in one report. */
export const inconsistent: Rule = {
  id: 'figure/inconsistent',
  title: 'One figure has two values in the report',
  severity: 'info',
  timing: 'settled',
  report: (context, remark) => {
    for (const series of figuresOf(context).series) {
      if (series.scope === 'ordinal' || series.scope === 'period') continue;
      if (series.own.length < 2) continue;
      const sorted = series.own.filter(comparable).sort((a, b) => a.span.start - b.span.start);
      const own = sorted.filter((point, i) => !sorted.slice(0, i).some(whole => breaksDown(point, whole)));
      const first = own[0];
      const other = own.find(point => contradict(point.claim, first.claim));
      if (!other) continue;
      remark({
        at: other.span,
        say: 'figure/inconsistent',
        with: { text: other.text, other: first.text, place: placeName(first.place), label: series.label },
        // A sentence is always like itself: that it has two figures speaks rather for two things counted.
        severity: !inOneSentence(first, other) && alikeness(first, other) >= ALIKE ? 'warning' : undefined,
        place: other.place,
        related: [{ span: first.span, paragraph: first.place, message: first.text }],
      });
    }
  },
};

/** A part (`14 of them`), a plan or the count of one year is another number by right. */
const comparable = ({ claim, match }: Point): boolean =>
  !claim.borrowed && !claim.future && !(claim.scope === 'period' && claim.scopeSaid) && match?.sure !== false;

const inOneSentence = (a: Point, b: Point): boolean =>
  a.block === b.block && a.claim.sentence.start === b.claim.sentence.start;

/** What opens a breakdown right behind the whole: `194 countries (193 Member States and one State)`. */
const OPENS = /^,?\s*(?:\(|:|-\s|namely\b|i\.e\.)[^();.]*$/;

/** Whether a figure is a part of the one before it, told in a bracket or the like. */
const breaksDown = (part: Point, whole: Point): boolean =>
  inOneSentence(part, whole) &&
  part.claim.start - whole.claim.end < 200 &&
  OPENS.test(part.block.view.slice(whole.claim.end, part.claim.start));

/** Whether no number can be both: `133` and `131` contradict each other, `133` and `more than 130` do not. */
export function contradict(a: Claim, b: Claim): boolean {
  const [lowA, highA] = bounds(a);
  const [lowB, highB] = bounds(b);
  return highA < lowB || highB < lowA;
}

function bounds({ value, valueMax, comparator }: Claim): [number, number] {
  if (comparator === '>' || comparator === '>=') return [value, Number.POSITIVE_INFINITY];
  if (comparator === '<') return [value * 0.8, value];
  if (comparator === '~') return [value * 0.9, value * 1.1];
  return [value, valueMax ?? value];
}
