import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { YearHints } from '../../server/report/year.ts';
import { yearInName } from '../../server/report/year.ts';
import { parse } from './support/reports.ts';

/** The year of a report with this masthead and this Summary, and where it was found. */
function yearOf({ masthead = '', summary = 'What was done.', hints = {} as YearHints }): string {
  const text = `${masthead}\n\nSummary\n\n${summary}\n\nAction required\n\nTo note.\n\n____________\n\n1. Cybersecurity and Countering Spam Activities\n\n1.1 Busy.\n\n2. Legal Measures\n\n2.1 Advice.\n`;
  const { year } = parse(text, hints);
  return year ? `${year.value} ${year.from}` : 'none';
}

test('the setting wins over the symbol, the symbol over the date, the date over the period, the period over the file', () => {
  const summary = 'This report tells what was done since Council 2018.';
  const fileName = '2015.md';
  const symbol = 'Document C17/20-E';
  const date = '3 May 2016';
  assert.equal(
    yearOf({ masthead: `${symbol}\n\n${date}`, summary, hints: { setting: 2020, fileName } }),
    '2020 setting',
  );
  assert.equal(yearOf({ masthead: `${symbol}\n\n${date}`, summary, hints: { fileName } }), '2017 symbol');
  assert.equal(yearOf({ masthead: date, summary, hints: { fileName } }), '2016 date');
  assert.equal(yearOf({ summary, hints: { fileName } }), '2019 period');
  assert.equal(yearOf({ hints: { fileName } }), '2015 file');
  assert.equal(yearOf({}), 'none');
});

test('the period in many phrasings', () => {
  for (const [summary, year] of [
    ['This report tells what ITU has done since Council 2018 under Resolution 130.', 2019],
    ['It tells what was done since the last report to Council in 2016.', 2017],
    ['It tells what was done since the previous session of the Council, 2016.', 2017],
    ['It tells what was done since the 2017 session of the Council.', 2018],
    ['It tells what was done since the 2017 ordinary session of Council.', 2018],
    ['It covers the period from May 2015 to April 2016.', 2016],
    ['It covers the period from June 2014 until 3 March 2015.', 2015],
    ['It covers activities between July 2017 and February 2018.', 2018],
    ['It covers the work from January to December 2022.', 2023],
    ['It covers the work from\u00a0March 2022 to\u00a0February 2023.', 2023],
    ['It sets out the activities of the Union in 2021 under Resolution 130.', 2022],
    ['It sets out the activities carried out during the period 2020-2021.', 2022],
    ['It sets out the activities for the year 2015 and their results.', 2016],
  ] as const) {
    assert.equal(yearOf({ summary }), `${year} period`, summary);
  }
});

test('a year that is no period says nothing', () => {
  for (const summary of [
    'Resolution 130 (Rev. Dubai, 2018) asks for this report.',
    'The conference of 2018 adopted a plan.',
    'A guide was published in 2016.',
  ]) {
    assert.equal(yearOf({ summary }), 'none', summary);
  }
});

test('the file’s name decides between the years that a period allows, and no other', () => {
  const summary = 'It sets out the activities of the Union in 2021 under Resolution 130.';
  assert.equal(yearOf({ summary, hints: { fileName: '2021.md' } }), '2021 period');
  assert.equal(yearOf({ summary, hints: { fileName: 'report-2022.txt' } }), '2022 period');
  assert.equal(yearOf({ summary, hints: { fileName: '2019.txt' } }), '2022 period');
});

test('years in file names', () => {
  for (const [name, year] of [
    ['2022.txt', 2022],
    ['draft-2025.gca.md', 2025],
    ['Council_2017_report.md', 2017],
    ['S22-CL-C-0018!!MSW-E.docx', 2022],
    ['c19-58.md', 2019],
    ['report.md', undefined],
    ['X1205.md', undefined],
    ['20221231.md', undefined],
  ] as const) {
    assert.equal(yearInName(name), year, name);
  }
});
