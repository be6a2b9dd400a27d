import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allSections, type Paragraph, type Report } from '../../server/report/model.ts';
import { contains, type Span } from '../../server/text/span.ts';
import {
  check,
  DIALECTS,
  essence,
  numbered,
  parse,
  plan2019,
  plan2023,
  withParagraphs,
  write,
} from './support/reports.ts';

/** Every span lies in the text, runs forward, and lies in the span around it. */
function assertSound(report: Report): void {
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

const SAMPLES = DIALECTS.flatMap(dialect =>
  [plan2019(), plan2023()].map(plan =>
    write(
      withParagraphs({ ...plan, footnotes: { 1: 'A word on it.' } }, '2', [
        {
          number: '2.1',
          text: 'Three subjects, see paragraph 3.1 below:',
          items: ['a. the first', 'b. the second'],
          footnote: '1',
        },
        ...numbered('2', 'One “[link](https://example.org/a)” and more.').map(one => ({
          ...one,
          number: '2.2',
        })),
        { text: '<!-- gca-report-disable-next-line -->' },
        { text: 'Without a number.' },
      ]),
      dialect,
    ),
  ),
);

test('every range lies in the text and in what is around it', () => {
  for (const text of SAMPLES) assertSound(parse(text));
});

test('every beginning of a report is understood without failing', () => {
  for (const text of SAMPLES) {
    for (let end = 0; end <= text.length; end += 3) assertSound(parse(text.slice(0, end)));
  }
});

test('every beginning of a report is checked without failing, and every finding lies in it', () => {
  for (const text of SAMPLES) {
    for (let end = 0; end <= text.length; end += 97) {
      const part = text.slice(0, end);
      for (const finding of check(part).findings) {
        assert.ok(
          0 <= finding.start && finding.start <= finding.end && finding.end <= part.length,
          finding.rule,
        );
        for (const fix of finding.fixes?.() ?? []) {
          for (const edit of fix.edits)
            assert.ok(0 <= edit.start && edit.start <= edit.end && edit.end <= part.length, fix.title);
        }
      }
    }
  }
});

test('lines in any order, doubled or cut, never fail', () => {
  let seed = 11;
  const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (const text of SAMPLES) {
    for (let round = 0; round < 25; round++) {
      const lines = text.split('\n');
      for (let i = 0; i < 6; i++) {
        const at = random(lines.length);
        if (i % 3 === 0) lines.splice(at, 1);
        else if (i % 3 === 1) lines.splice(random(lines.length), 0, lines[at]);
        else lines[at] = lines[at].slice(random(lines[at].length + 1));
      }
      const report = parse(lines.join('\n'));
      assertSound(report);
      for (const finding of check(report.text).findings) finding.fixes?.();
    }
  }
});

test('texts that are no report, or hardly a text', () => {
  for (const text of [
    '',
    ' ',
    '\n',
    '\r\n\r\n',
    'one line',
    '\u0000\u0001\u0002',
    '\ud800',
    'a\udfff\ud83d b',
    '\ufeff',
    '#',
    '##',
    '1.',
    '1.1',
    '[^',
    '[^1]:',
    '<!--',
    '|',
    '____________',
  ]) {
    const report = parse(text);
    assert.equal(report.recognised, false, JSON.stringify(text));
    assertSound(report);
    assert.ok(check(text).findings.length <= 1);
  }
});

test('a report without any line break but one, or without the last one', () => {
  const text = SAMPLES[0];
  assert.deepEqual(essence(parse(text.trimEnd())), essence(parse(text)));
  assert.equal(parse(text.replaceAll('\n', ' ')).recognised, false);
});

test('lone surrogates and control characters inside a report', () => {
  const odd = SAMPLES[2].replace('More of it', 'More\ud800 of\u0007 it\udfff');
  assertSound(parse(odd));
  assert.equal(parse(odd).recognised, true);
});

/** Milliseconds of work that a call takes, however busy the machine is with other things. */
function took(call: () => void): number {
  const start = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

test('10 MB on one line, whatever they are made of, in less than two seconds', () => {
  for (const piece of [
    'word ',
    '12.3 ',
    '[',
    '(a) ',
    'a',
    '-',
    '__ ',
    '**',
    '\u00a0',
    '<!-- ',
    '"a ',
    '2.1\t',
  ]) {
    const text = piece.repeat(10_000_000 / piece.length);
    const time = took(() => parse(text));
    assert.ok(time < 2000, `${JSON.stringify(piece)} took ${Math.round(time)} ms`);
  }
});

test('a report with 2 MB in one paragraph is checked by every rule', () => {
  const text = SAMPLES[4].replace('More of it is planned.', 'More of it is planned. '.repeat(88_000));
  assert.ok(text.length > 2_000_000);
  const time = took(() => assert.ok(check(text).findings.length >= 0));
  assert.ok(time < 5000, `took ${Math.round(time)} ms`);
});

test('50 000 paragraphs, and as many lines that are nothing, in less than two seconds', () => {
  const many = Array.from({ length: 50_000 }, (_, i) => ({
    number: `3.${(i % 99) + 1}`,
    text: `Paragraph ${i} tells of a meeting.`,
  }));
  for (const dialect of DIALECTS) {
    const text = write(withParagraphs(plan2019(), '3', many), dialect);
    const time = took(() => assert.equal(parse(text).sections[2].paragraphs.length, 50_000));
    assert.ok(time < 2000, `${dialect} took ${Math.round(time)} ms`);
  }
  assert.ok(took(() => parse('\n'.repeat(1_000_000))) < 2000);
});
