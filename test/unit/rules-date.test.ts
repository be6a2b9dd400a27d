import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateMentions, weekdayOf } from '../../server/rules/date/mentions.ts';
import { reportDate } from '../../server/rules/date/report-date.ts';
import { daysIn } from '../../server/text/dates.ts';
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

test('stale futures: every form in which a date tells when', () => {
  const stale = [
    'The workshop will be held in Accra from 14 to 18 October 2024.',
    'The drill will be held from 28 October to 1 November 2024.',
    'The drill will be held on Monday, 28 October 2024.',
    'The drill will be held in Accra, Ghana, 28-30 October 2024.',
    'The drill will be held in Ghana (Accra, 28-30 October 2024).',
    'The work will be completed towards the end of 2024.',
    'The handbook will be published no later than December 2024.',
    'The drill will take place around October 2024.',
    'Later in 2024, six more countries will be assessed.',
    'Early in 2024, the group will meet.',
    'On Monday, 28 October 2024, the group will meet.',
    'From 14 to 18 October 2024, ITU will host a forum.',
    'Towards the end of 2024, ITU will host a forum.',
    'ITU will host a workshop for Africa in Accra from 14 to 18 October 2024.',
    'The workshop is scheduled from 14 to 18 October 2024.',
    'The workshop is planned for Accra, Ghana, 14-18 October 2024.',
    'The programme will run from January to March 2024.',
    'ITU will host the second meeting of the working group in Geneva from 14 to 18 October 2024.',
    'ITU will hold a workshop on data protection (Accra, 28-30 October 2024).',
  ];
  for (const paragraph of stale) assert.equal(found('date/stale-future', paragraph).length, 1, paragraph);
  const sound = [
    'The tool will build on experience from 2018 to 2021.',
    'The tool will be open from January 2024.',
    'The report will cover incidents from January to June 2024.',
    'The report will cover the period from 1 January to 31 December 2024.',
    'The index will be based on data from January to March 2024.',
    'The tool will build on the forum (Accra, 28-30 October 2024).',
    'ITU will organize a repeat of the drill (Accra, 28-30 October 2024).',
    'The guide will build on the course held from 14 to 18 October 2024.',
    'The drill will be held in Accra from late 2024.',
    'The work will go on from 2024 to 2026.',
    'The drill will be held no later than December 2025.',
    'The exercise will be larger than in October 2024.',
    'The course will be built around 2023 incidents.',
    'The workshop will be held from 28 October 2024 on.',
    'The group will present the outcome at the forum, as it did in Accra, Ghana, 28-30 October 2024.',
    'ITU will host a workshop to review the drill (Accra, 28-30 October 2024).',
    'The Secretariat will report on the workshop held in Accra, Ghana, 28-30 October 2024.',
    'Later in 2025, six more countries will be assessed.',
    'In 2024 terms, the cost will be low.',
    'From January 2024, ITU will host the list.',
    'The training will be offered in three languages from October 2024.',
    'ITU will hold a workshop on incidents from January to June 2024.',
    'The work will contribute towards 2024 targets.',
    'ITU will publish the annual report for 2024.',
    'ITU will publish the statistics on 2024.',
    'Work will go on with the items of the meeting of 2-6 September 2024.',
    'The handbook will be updated, as in October 2024.',
    'A drill for Europe is being organized as a follow-up to the one in May 2024.',
    'A drill for Europe is being organized in Romania (May 2025).',
    'ITU will deliver to members the report of the workshop (Geneva, 28-30 October 2024).',
    'Members will meet in Geneva, following the meeting in Accra, 28-30 October 2024.',
  ];
  for (const paragraph of sound) assert.deepEqual(found('date/stale-future', paragraph), [], paragraph);
});

test('stale futures: every form in which something is said to come', () => {
  const stale = [
    'The forum is to be held in October 2024.',
    'The next CyberDrill, scheduled for 12-14 November 2024, will be hosted by Kenya.',
    'Preparations for the next forum, to be held in New Delhi from 15 to 24 October 2024, are under way.',
    'ITU intends to publish the handbook in December 2024.',
    'ITU is planning to hold a forum in October 2024.',
    'The handbook is likely to be published in December 2024.',
    'A drill has been scheduled for November 2024.',
    'A drill has been planned for Accra in November 2024.',
    'Preparations for the upcoming forum in October 2024 are under way.',
    'The upcoming forum (Accra, 28-30 October 2024) will address it.',
    'The forthcoming regional workshop in Accra, Ghana, on 28 October 2024 is being prepared.',
    'The drill (planned for November 2024) will be hosted by Kenya.',
    'ITU is preparing the forum, scheduled for November 2024.',
    'The forum to be held in October 2024 will discuss it.',
    'The secretariat hopes to complete the study by December 2024.',
    'The group aims to finalize the text by December 2024.',
    'The next drill, expected in late 2024, will be hosted by Kenya.',
    'The drill, now planned for November 2024, will be hosted by Kenya.',
    'The next drill scheduled for 12-14 November 2024 will be hosted by Kenya.',
    'Two countries are to be assessed in 2024.',
    'A drill for Europe is being organized in Romania (May 2024).',
    'It is scheduled to be held in Accra from 14 to 18 October 2024.',
  ];
  for (const paragraph of stale) assert.equal(found('date/stale-future', paragraph).length, 1, paragraph);
  const sound = [
    'The drill, scheduled for November 2024, was postponed.',
    'The drill was to be held in October 2024 but took place in December.',
    'The drill had been planned for October 2024.',
    'The drill took place as scheduled in October 2024.',
    'The Council decided that the forum be held in October 2024.',
    'The drill, scheduled for November 2024, has been postponed.',
    'The drill, originally scheduled for November 2024, will be held in May 2025.',
    'The drill, scheduled for November 2024, will be held in May 2025.',
    'A drill has been scheduled for November 2024 but was cancelled.',
    'The modules that have been planned for 2024 are complete.',
    'ITU presented the upcoming forum in October 2024.',
    'The upcoming study on incidents in 2024 will help.',
    'The activities planned for 2024 are described in the annex.',
    'The drill, planned for November 2024, is now over.',
    'The participants were invited to the forum to be held in October 2024.',
    'The group agreed on a forum to be held in October 2024.',
    'In October 2024, the upcoming forum was presented.',
    'The aim of the survey is to measure the commitment of countries in 2024.',
    'The survey aims to measure the commitment of countries in 2024.',
    'The forum, to be held in October 2025, will be hosted by Kenya.',
    'The next forum, to be held in October 2025, will build on the one of October 2024.',
    'Held in October 2024 as planned, the drill is now a model.',
    'ITU is preparing the report on the drill held in October 2024.',
    'The pilots that were due for completion in 2024 will go on.',
    'The upcoming forum will build on the drill of October 2024.',
    'The index is to be seen in the light of October 2024.',
    'ITU met partners with the aim to hold a forum in October 2024 and is grateful.',
    'A budget has been planned for 2024.',
    'Kenya, which is due to host the forum, held a drill in 2024.',
    'The report on the drill (Nairobi, 12-14 November 2024) will be published in June 2025.',
    'The forum, due to be held in October 2024, had to be cancelled.',
    'The plan, due for approval in 2024, is still under discussion.',
    'The training is part of the series, scheduled for 2024, which is now complete.',
    'The programme, expected to run from January 2024 to December 2026, is funded.',
  ];
  for (const paragraph of sound) assert.deepEqual(found('date/stale-future', paragraph), [], paragraph);
});

test('stale futures: a conference in place of its date', () => {
  const stale = [
    'PP-22 will revise Resolution 130.',
    'The WTSA-24 is to adopt new resolutions.',
    'Preparations for the upcoming WTDC-22 are under way.',
    'The upcoming PP-22 is expected to review the role of ITU.',
    'The proposals will be submitted to PP-22.',
    'The report will be presented at WTSA-24.',
  ];
  for (const paragraph of stale) {
    assert.equal(found('date/stale-future', paragraph).length, 1, paragraph);
    assert.deepEqual(found('date/stale-future', paragraph, 2022), [], paragraph);
  }
  const sound = [
    'WTDC-25 will review the programme.',
    'PP-26 will revise Resolution 130.',
    'The outcomes of PP-22 will guide the work.',
    'Resolution 130, as revised by PP-22, will guide the work.',
    'In line with PP-22 and WTDC-22, ITU will go on.',
    'ITU prepared for the upcoming PP-22.',
    'The proposals submitted to PP-22 will be reviewed.',
    'The decisions that PP-22 will be remembered for are many.',
    'Since PP-22 and the Council will not meet at once, ITU is ready.',
    'The discussions at PP-22 will be taken into account.',
    'ITU noted that the upcoming PP-22 was to be held in Bucharest.',
    'WTSA-24 Resolution 50 will be followed.',
  ];
  for (const paragraph of sound) assert.deepEqual(found('date/stale-future', paragraph), [], paragraph);
  const dated = 'PP-22 will be held in October 2022.';
  assert.deepEqual(found('date/stale-future', dated), ['will be held in October 2022']);
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
