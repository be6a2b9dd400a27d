import { findCrossReferences, numberedPlaces } from '../../report/crossrefs.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const paragraph: Rule = {
  id: 'reference/paragraph',
  title: 'A cross-reference leads nowhere',
  severity: { drafting: 'warning', review: 'error', submission: 'error' },
  timing: 'settled',
  report({ report }, remark) {
    if (!report.recognised) return;
    const references = findCrossReferences(report);
    if (references.length === 0) return;
    const places = numberedPlaces(report);
    for (const reference of references) {
      if (places.has(reference.number)) continue;
      remark({
        at: reference.span,
        say: reference.kind === 'section' ? 'reference/paragraph#section' : 'reference/paragraph',
        with: { number: reference.number },
        place: reference.place,
      });
    }
  },
};

export const side: Rule = {
  id: 'reference/side',
  title: '“above” or “below” points the wrong way',
  severity: { drafting: 'warning', review: 'warning', submission: 'error' },
  timing: 'settled',
  report({ report }, remark) {
    if (!report.recognised) return;
    const references = findCrossReferences(report).filter(reference => reference.side);
    if (references.length === 0) return;
    const places = numberedPlaces(report);
    for (const { kind, number, side: said, sideSpan, span, place } of references) {
      const target = places.get(number);
      if (!target || !said || !sideSpan) continue;
      // A reference from inside the part itself ("section 4 above", said in 4.3) is on neither side.
      if (target.span.start <= span.start && span.end <= target.span.end) continue;
      const actual = target.span.start < span.start ? 'above' : 'below';
      if (actual === said) continue;
      remark({
        at: { start: span.start, end: sideSpan.end },
        say: kind === 'section' ? 'reference/side#section' : 'reference/side',
        with: { number, actual, said },
        place,
        fixes: () => [
          {
            title: say('reference/side:fix', { said, actual }),
            edits: [{ ...sideSpan, newText: actual }],
            exact: false,
          },
        ],
      });
    }
  },
};
