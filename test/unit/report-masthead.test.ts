import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from './support/reports.ts';

const REST = `
Summary

What was done.

Action required

To note.

____________

1. Cybersecurity and Countering Spam Activities

1.1 It was a busy period.

2. Legal Measures

2.1 Advice was given.
`;

/** The masthead's fields as words of the text, and as values. */
function masthead(lines: string) {
  const text = `${lines}\n${REST}`;
  const { span, ...fields } = parse(text).masthead;
  const words = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, text.slice(field?.span.start, field?.span.end)]),
  );
  return { fields, words, whole: text.slice(span.start, span.end) };
}

test('a field on each line', () => {
  const { fields, words, whole } = masthead(
    [
      'Agenda item: PL 1.7',
      'Document C17/130(Rev.1)-E',
      '28 April 2017',
      'Original: English',
      'Report by the Secretary-General',
      'ACTIVITIES OF THE UNION ON CONFIDENCE AND SECURITY',
    ].join('\n\n'),
  );
  assert.equal(fields.agendaItem?.value, 'PL 1.7');
  assert.deepEqual(fields.symbol?.value, { id: 'C17/130(Rev.1)', year: 2017 });
  assert.equal(words.symbol, 'C17/130(Rev.1)-E');
  assert.deepEqual(fields.date?.value, { day: 28, month: 4, year: 2017 });
  assert.equal(words.date, '28 April 2017');
  assert.equal(fields.original?.value, 'English');
  assert.equal(fields.author?.value, 'Report by the Secretary-General');
  assert.equal(fields.title?.value, 'ACTIVITIES OF THE UNION ON CONFIDENCE AND SECURITY');
  assert.ok(whole.startsWith('PL 1.7') || whole.startsWith('Agenda'), whole);
  assert.ok(whole.endsWith('SECURITY'));
});

test('fields in the cells of a table', () => {
  const { fields } = masthead(
    '| Agenda item: PL 1.2 | Document C18/24-E |\n|  | 5 March 2018 |\n|  | Original: French/English |\n\nNote by the Secretary-General\n\nA title long enough to be one',
  );
  assert.equal(fields.agendaItem?.value, 'PL 1.2');
  assert.equal(fields.symbol?.value.id, 'C18/24');
  assert.deepEqual(fields.date?.value, { day: 5, month: 3, year: 2018 });
  assert.equal(fields.original?.value, 'French/English');
  assert.equal(fields.author?.value, 'Note by the Secretary-General');
  assert.equal(fields.title?.value, 'A title long enough to be one');
});

test('every form of document symbol', () => {
  for (const [written, id] of [
    ['C14/23-E', 'C14/23'],
    ['C22/18', 'C22/18'],
    ['C20/INF/11', 'C20/INF/11'],
    ['C20/INF/11-F', 'C20/INF/11'],
    ['C17/130(Rev.1)-E', 'C17/130(Rev.1)'],
    ['C17/130 (Rev. 1)-E', 'C17/130(Rev.1)'],
    ['C25/18-E', 'C25/18'],
  ]) {
    assert.equal(masthead(`Document ${written}`).fields.symbol?.value.id, id, written);
  }
  for (const none of ['Resolution 130 (Rev. Dubai, 2018)', 'WTDC22/18', 'C5', 'AC18/24']) {
    assert.equal(masthead(none).fields.symbol, undefined, none);
  }
});

test('dates with ordinals, short months and NBSP', () => {
  for (const written of ['3rd May 2018', '3 May 2018', '3\u00a0May\u00a02018']) {
    assert.deepEqual(masthead(written).fields.date?.value, { day: 3, month: 5, year: 2018 }, written);
  }
  assert.deepEqual(masthead('12 Sept. 2018').fields.date?.value, { day: 12, month: 9, year: 2018 });
  // A sentence that holds a date is no date of the document.
  assert.equal(masthead('The session begins on 3 May 2018 and is short').fields.date, undefined);
});

test('letterhead is no title', () => {
  const { fields } = masthead(
    'Council 2019\nGeneva, 10-20 June 2019\n\nInternational Telecommunication Union\n\nOn confidence and security',
  );
  assert.equal(fields.title?.value, 'On confidence and security');
});

test('a report out of Word that begins with its first head has no masthead', () => {
  const text =
    ' \tSummary\nWhat was done.\nAction required\nTo note.\n____________\n1.\tCybersecurity and Countering Spam Activities\n1.1\tBusy.\n2.\tLegal Measures\n2.1\tAdvice.\n';
  const report = parse(text);
  assert.deepEqual(report.masthead, { span: { start: 0, end: 0 }, title: undefined });
  assert.deepEqual(
    report.heads.map(head => head.title),
    ['Summary', 'Action required'],
  );
});

test('heads in the spellings of every year', () => {
  const heads = [
    'Summary',
    'PURPOSE',
    'Action Required',
    'Action required by the Council:',
    '**References**',
    'Relevant link(s) with the Strategic Plan',
    'Financial implications',
  ];
  const text = `${heads.map(head => `${head}\n\nWords under it.`).join('\n\n')}\n\n____________\n\n1. Legal Measures\n\n1.1 Advice was given.\n`;
  const report = parse(text);
  assert.deepEqual(
    report.heads.map(head => head.title),
    heads.map(head => head.replace(/\*|:/g, '')),
  );
  for (const head of report.heads) {
    assert.equal(head.paragraphs.length, 1, head.title);
    assert.equal(text.slice(head.paragraphs[0].body.start, head.paragraphs[0].body.end), 'Words under it.');
  }
});

test('without a rule, the introduction is not swallowed by the last head', () => {
  const long = 'The sections of this report follow the pillars of the Agenda. '.repeat(6).trim();
  const text = `## Purpose\n\nShort.\n\n## Financial implications\n\nNone.\n\n${long}\n\n## 1. Legal Measures\n\n1.1 Advice was given.\n`;
  const report = parse(text);
  assert.equal(report.frontRule, null);
  assert.equal(report.heads.at(-1)?.paragraphs.length, 1);
  assert.deepEqual(
    report.sections.map(section => [section.role, section.number, section.paragraphs[0].place]),
    [
      ['introduction', null, 'Introduction+1'],
      ['legal', '1', '1.1'],
    ],
  );
});
