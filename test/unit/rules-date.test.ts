import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateMentions, daysIn, weekdayOf } from '../../server/rules/date/mentions.ts';
import { reportDate } from '../../server/rules/date/report-date.ts';
import { frame } from './support/pages.ts';
import { findingsOf, parse } from './support/reports.ts';

const found = (rule: string, paragraphs: string, year = 2025): string[] => {
  const text = frame(paragraphs, year);
  return findingsOf(rule, text).map(({ start, end }) => text.slice(start, end));
};

const one = ({ year, month, day }: { year: number; month?: number; day?: number }): string =>
  [year, month, day].filter(part => part !== undefined).join('-');
const mentions = (text: string): string[] =>
  dateMentions(text).map(
    ({ start, end, from, to }) => `${text.slice(start, end)} = ${one(from)}..${one(to)}`,
  );

test('dates and periods of every form are read', () => {
  assert.deepEqual(mentions('from 29 October to 16 November 2018'), [
    '29 October to 16 November 2018 = 2018-10-29..2018-11-16',
  ]);
  assert.deepEqual(mentions('on 2-3 December 2013'), ['2-3 December 2013 = 2013-12-2..2013-12-3']);
  assert.deepEqual(mentions('26 to 29 August 2013 and 1 May 2014'), [
    '26 to 29 August 2013 = 2013-8-26..2013-8-29',
    '1 May 2014 = 2014-5-1..2014-5-1',
  ]);
  assert.deepEqual(mentions('September-December 2021; April of 2022; Oct 2018'), [
    'September-December 2021 = 2021-9..2021-12',
    'April of 2022 = 2022-4..2022-4',
    'Oct 2018 = 2018-10..2018-10',
  ]);
  assert.deepEqual(mentions('early 2022, mid-2014, the first quarter of 2021, Q3 2020, 2018-2021, in 2024'), [
    'early 2022 = 2022-1..2022-4',
    'mid-2014 = 2014-4..2014-8',
    'the first quarter of 2021 = 2021-1..2021-3',
    'Q3 2020 = 2020-7..2020-9',
    '2018-2021 = 2018..2021',
    '2024 = 2024..2024',
  ]);
  assert.deepEqual(
    mentions('IMT-2020, 2000 participants? 2700, 2,015, X.2018, C2019'),
    ['2000 = 2000..2000'].slice(1),
  );
});

test('the calendar', () => {
  assert.deepEqual(
    [daysIn(2, 2023), daysIn(2, 2024), daysIn(2, 1900), daysIn(2, 2000), daysIn(6), daysIn(12)],
    [28, 29, 28, 29, 30, 31],
  );
  assert.equal(weekdayOf(2024, 9, 12), 'Thursday');
  assert.equal(weekdayOf(2000, 1, 1), 'Saturday');
});

test('a report is judged by its masthead’s date, else by March of its year', () => {
  assert.deepEqual(reportDate(parse(frame('Text.', 2025))), { year: 2025, month: 3, day: 10 });
  const bare = frame('Text.', 2022).replace(/^10 March 2022\n\n/m, '');
  assert.deepEqual(reportDate(parse(bare)), { year: 2022, month: 3 });
});

test('stale futures: only where the date is the future’s own', () => {
  const stale = [
    'The tool will be launched in 2023.',
    'The pilot is expected to end by the end of May 2024.',
    'In June 2024, the group will hold a second forum.',
    'The course is planned for the first semester of 2024 in all regions.',
    'It shall be completed between 2021 and 2023.',
    'By then 300 pupils will have seen it, by the end of the pilot in January 2025.',
  ];
  for (const paragraph of stale) assert.equal(found('date/stale-future', paragraph).length, 1, paragraph);
  const sound = [
    'The tool will build on the course launched in March 2023.',
    'The group will continue the work that was begun in 2020.',
    'The second phase will follow the one held in May 2024.',
    'From January 2024, the site will be open to all.',
    'The work will go on in the study period 2022-2025.',
    'The results will be submitted to Council 2025 and used at WSIS Forum 2024.',
    'The next round is set to start in April of 2025, and more are expected early 2026.',
    'The group noted that “the tool will be launched in 2023” was right.',
    'The forum was held in 2024 and will be repeated.',
    'The tool will be published following the outcome of the survey in 2023.',
    'The baseline is set in 2023 terms.',
  ];
  for (const paragraph of sound) assert.deepEqual(found('date/stale-future', paragraph), [], paragraph);
});

test('a date is held against the report’s own day, not against today', () => {
  const text = 'The guide will be ready in June 2014.';
  assert.deepEqual(found('date/stale-future', text, 2014), []);
  assert.equal(found('date/stale-future', text, 2018).length, 1);
});

test('events outside the period: background is let pass', () => {
  assert.equal(found('date/outside-period', 'The team held a workshop in Accra in May 2022.').length, 1);
  const sound = [
    'The team held a workshop in Accra in May 2024.',
    'The agenda was launched in 2007.',
    'Since May 2022, the team held ten workshops.',
    'Following the forum held in May 2022, the plan was revised.',
  ];
  for (const paragraph of sound) assert.deepEqual(found('date/outside-period', paragraph), [], paragraph);
});

test('calendar rules leave sound dates alone', () => {
  const sound =
    'Held from 29 February to 2 March 2024, on Thursday, 12 September 2024, in 2018-2021, in April and March 2024, with 31 pupils in May and 30 June as the end.';
  for (const rule of ['date/impossible', 'date/weekday', 'date/backwards'])
    assert.deepEqual(found(rule, sound), [], rule);
  assert.deepEqual(found('date/impossible', 'It ended on 29 February 2023 and 31 April 2024.'), [
    '29 February 2023',
    '31 April 2024',
  ]);
  assert.deepEqual(found('date/backwards', 'It ran from 2024 to 2021.'), ['2024 to 2021']);
});

test('date form: versions, ratios and ordinals of other things are none', () => {
  assert.deepEqual(
    found('date/form', 'Version 3.11.2024.1, the 5th edition, may 2 teams go on, section 3.2.2020-x.'),
    [],
  );
});

test('a month without a year: the sentence or the one before may say it', () => {
  const sound = [
    'In 2024, the team met in April and in June.',
    'The team met in May 2024. It met again in October.',
    'It met in April and August/September 2024, and on 3 and 5 May 2024.',
  ];
  for (const paragraph of sound) assert.deepEqual(found('date/without-year', paragraph), [], paragraph);
  assert.deepEqual(found('date/without-year', 'The team met in April and in June.'), ['in April', 'in June']);
});
