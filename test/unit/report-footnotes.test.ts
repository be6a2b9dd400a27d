import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from './support/reports.ts';

const around = (lines: string): string =>
  `Summary\n\nDone.\n\n____________\n\n1. Cybersecurity and Countering Spam Activities\n\n1.1 Busy.\n\n2. Legal Measures\n\n${lines}\n`;

const footnotes = (text: string) =>
  parse(text).footnotes.map(({ label, mark, body, span }) => ({
    label,
    mark: mark && text.slice(mark.start, mark.end),
    body: body && text.slice(body.start, body.end),
    at: text.slice(span.start, span.end),
  }));

test('Markdown footnotes, wherever their text stands', () => {
  assert.deepEqual(
    footnotes(around('2.1 One.[^1] Two.[^note]\n\n[^1]: First.\n\n2.2 Three.\n\n[^note]: Second.')),
    [
      { label: '1', mark: '[^1]', body: 'First.', at: '[^1]' },
      { label: 'note', mark: '[^note]', body: 'Second.', at: '[^note]' },
    ],
  );
});

test('a footnote called twice is one footnote', () => {
  assert.equal(footnotes(around('2.1 One.[^1] Two.[^1]\n\n[^1]: First.')).length, 1);
});

test('a mark without text, a text without mark', () => {
  assert.deepEqual(footnotes(around('2.1 One.[^1]\n\n[^2]: Second.')), [
    { label: '1', mark: '[^1]', body: null, at: '[^1]' },
    { label: '2', mark: null, body: 'Second.', at: 'Second.' },
  ]);
});

test('footnotes inside the sentence, as Word leaves them', () => {
  const text = around(
    '2.1\tOne[footnoteRef:1] [1:  \tSee [the list] of them.] and two.[footnoteRef:2]',
  ).replace(/\n\n/g, '\n');
  assert.deepEqual(footnotes(text), [
    { label: '1', mark: '[footnoteRef:1]', body: 'See [the list] of them.', at: '[footnoteRef:1]' },
    { label: '2', mark: '[footnoteRef:2]', body: null, at: '[footnoteRef:2]' },
  ]);
  const residues = parse(text).residues.map(({ kind, span }) => [kind, text.slice(span.start, span.end)]);
  assert.deepEqual(residues, [
    ['footnote-reference', '[footnoteRef:1] [1:  \tSee [the list] of them.]'],
    ['footnote-reference', '[footnoteRef:2]'],
  ]);
});

test('a wrapped footnote belongs to no paragraph', () => {
  const report = parse(around('2.1 One.[^1]\n\n[^1]: First line\nsecond line.\n\n2.2 Two.'));
  assert.deepEqual(
    report.sections[1].paragraphs.map(paragraph => paragraph.number),
    ['2.1', '2.2'],
  );
  const [note] = report.footnotes;
  assert.equal(report.text.slice(note.body?.start, note.body?.end), 'First line\nsecond line.');
});

test('a footnote ends where the report goes on, blank line or not', () => {
  const report = parse(
    around('2.1 One.[^1]\n\n[^1]: First.\n2.2 Two.\n\n[^2]: Second.\n## 3. Technical Measures\n\n3.1 Three.'),
  );
  assert.deepEqual(
    report.sections.map(section => section.role),
    ['introduction', 'legal', 'technical'],
  );
  assert.deepEqual(
    report.sections[1].paragraphs.map(paragraph => paragraph.number),
    ['2.1', '2.2'],
  );
});

test('bookmarks before numbers and titles are residue and hide nothing', () => {
  const text =
    'Summary\nDone.\n____________\n 1. [bookmark: dstart][bookmark: dbreak]Cybersecurity and Countering Spam Activities\n1.1\tBusy.\n2.\tLegal Measures\n[bookmark: _Hlk1]2.1\tAdvice.\n2.2\t[bookmark: _Hlk2]More.\n';
  const report = parse(text);
  assert.deepEqual(
    report.sections.map(section => section.title),
    ['Cybersecurity and Countering Spam Activities', 'Legal Measures'],
  );
  assert.deepEqual(
    report.sections[1].paragraphs.map(paragraph => paragraph.number),
    ['2.1', '2.2'],
  );
  assert.deepEqual(
    report.residues.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`),
    [
      'bookmark [bookmark: dstart]',
      'bookmark [bookmark: dbreak]',
      'bookmark [bookmark: _Hlk1]',
      'bookmark [bookmark: _Hlk2]',
    ],
  );
});

test('comments are no text', () => {
  const report = parse(around('2.1 One.\n\n<!-- a note\n\n2.9 not a paragraph\n-->\n\n2.2 Two.'));
  assert.deepEqual(
    report.sections[1].paragraphs.map(paragraph => paragraph.number),
    ['2.1', '2.2'],
  );
  assert.equal(report.comments.length, 1);
});
