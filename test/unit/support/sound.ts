import assert from 'node:assert/strict';
import { allSections, type Paragraph, type Report } from '../../../server/report/model.ts';
import { contains, type Span } from '../../../server/text/span.ts';

/** Every span lies in the text, runs forward, and lies in the span around it. */
export function assertSound(report: Report): void {
  const whole = { start: 0, end: report.text.length };
  const inside = (outer: Span, inner: Span | null | undefined, what: string) => {
    if (!inner) return;
    assert.ok(inner.start <= inner.end, `${what} runs backward`);
    assert.ok(
      contains(outer, inner),
      `${what} ${inner.start}-${inner.end} outside ${outer.start}-${outer.end}`,
    );
  };
  const paragraphs = (list: readonly Paragraph[], around: Span) => {
    let end = around.start;
    for (const one of list) {
      inside(around, one.span, 'a paragraph');
      assert.ok(one.span.start >= end, 'paragraphs overlap');
      end = one.span.end;
      inside(one.span, one.numberSpan, 'a number');
      inside(one.span, one.body, 'a body');
      if (one.numberSpan)
        assert.equal(report.text.slice(one.numberSpan.start, one.numberSpan.end), one.number);
      for (const item of one.items) {
        inside(one.span, item.span, 'an item');
        inside(item.span, item.markerSpan, 'a marker');
        inside(item.span, item.body, 'an item’s body');
        assert.equal(report.text.slice(item.markerSpan.start, item.markerSpan.end), item.marker);
      }
    }
  };
  inside(whole, report.masthead.span, 'the masthead');
  for (const head of report.heads) {
    inside(whole, head.span, 'a head');
    inside(head.span, head.titleSpan, 'a head’s title');
    paragraphs(head.paragraphs, head.span);
  }
  for (const section of allSections(report.sections)) {
    inside(whole, section.span, 'a section');
    inside(section.span, section.heading, 'a heading');
    inside(section.heading, section.titleSpan, 'a title');
    inside(section.heading, section.numberSpan, 'a section’s number');
    paragraphs(section.paragraphs, section.span);
    for (const inner of section.sections) inside(section.span, inner.span, 'an inner section');
  }
  for (const note of report.footnotes) {
    inside(whole, note.mark, 'a mark');
    inside(whole, note.body, 'a footnote');
  }
  for (const residue of report.residues) inside(whole, residue.span, 'residue');
  inside(whole, report.frontRule, 'the rule');
  inside(whole, report.endMark, 'the end mark');
  let at = 0;
  for (const block of report.blocks) {
    inside(whole, block.span, 'a block');
    assert.ok(block.span.start >= at, 'blocks out of order');
    at = block.span.start;
  }
}
