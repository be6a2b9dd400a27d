import { perBlock } from '../../reading/per-block.ts';
import type { Reading } from '../../reading/reading.ts';
import { type CrossReference, inReport, numberedPlaces, referencesIn } from '../../report/crossrefs.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';

const referencesOf = perBlock(block => referencesIn(block.kind, block.text, () => block.view));

/** Every cross-reference of a report. */
const allReferences = ({ blocks }: Reading): CrossReference[] =>
  blocks.flatMap(block => referencesOf(block).map(reference => inReport(reference, block.block)));

export const paragraph: Rule = {
  id: 'reference/paragraph',
  title: 'A cross-reference leads nowhere',
  severity: { drafting: 'warning', review: 'error', submission: 'error' },
  timing: 'settled',
  report({ report, reading }, remark) {
    if (!report.recognised) return;
    const references = allReferences(reading);
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
  report({ report, reading }, remark) {
    if (!report.recognised) return;
    const references = allReferences(reading).filter(reference => reference.side);
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
