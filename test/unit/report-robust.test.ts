import assert from 'node:assert/strict';
import { test } from 'node:test';
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
import { assertSound } from './support/sound.ts';

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
