import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyEdits, exactEdits } from '../../server/analysis/fixes.ts';
import { frame } from './support/pages.ts';
import { check, findingsOf, fixOf } from './support/reports.ts';

/** The findings of one rule on paragraphs of a report of that year. */
function find(rule: string, text: string, year = 2025) {
  const report = frame(text, year);
  const findings = findingsOf(`instrument/${rule}`, report);
  return { report, findings, words: findings.map(({ start, end }) => report.slice(start, end)) };
}

function fixed(rule: string, text: string, title: string, year = 2025): string {
  const { report, findings } = find(rule, text, year);
  return applyEdits(report, fixOf(findings[0], title).edits);
}

/** Sentences that must raise nothing, each with the years in which they must not. */
function assertClean(rule: string, cases: readonly (readonly [text: string, ...years: number[]])[]): void {
  for (const [text, ...years] of cases)
    for (const year of years.length > 0 ? years : [2025])
      assert.deepEqual(find(rule, text, year).words, [], `${year}: ${text}`);
}

test('malformed: comma, capital, full stop and space, also where no resolution stands before', () => {
  for (const [written, right] of [
    ['Resolution 179 (Rev. Bucharest 2022)', 'Resolution 179 (Rev. Bucharest, 2022)'],
    ['Resolution 179 (rev. Bucharest, 2022)', 'Resolution 179 (Rev. Bucharest, 2022)'],
    ['Resolution 2 (Rev Hammamet, 2016)', 'Resolution 2 (Rev. Hammamet, 2016)'],
    ['Resolution 2 (Rev.Hammamet, 2016)', 'Resolution 2 (Rev. Hammamet, 2016)'],
    ['Resolution 67 (rev.Buenos\u00a0Aires 2017)', 'Resolution 67 (Rev. Buenos\u00a0Aires, 2017)'],
    ['Resolution 174 (Guadalajara 2010)', 'Resolution 174 (Guadalajara, 2010)'],
    ['the Regulations (rev. Dubai, 2012)', 'the Regulations (Rev. Dubai, 2012)'],
    ['WTSAs-12 and WTSA-16', 'WTSA-12 and WTSA-16'],
  ]) {
    const { report, findings } = find('malformed', `ITU recalls ${written} here.`);
    assert.equal(findings.length, 1, written);
    assert.equal(findings[0].severity, 'warning');
    const once = applyEdits(report, exactEdits(findings));
    assert.ok(once.includes(`ITU recalls ${right} here.`), once);
    assert.deepEqual(findingsOf('instrument/malformed', once), [], 'the second time');
  }
});

test('malformed: sound brackets, other dates, quotations, comments and links are left alone', () =>
  assertClean('malformed', [
    [
      'Resolution 130 (Rev. Dubai, 2018), Resolution 179 (Guadalajara, 2010) and Resolution 1306 (2009) apply.',
    ],
    ['The guide (rev. March 2012) was shown at a seminar (Geneva 2022).'],
    ['The book “Resolution 130 (Rev. Dubai 2018)” is out. <!-- Resolution 130 (rev. Dubai 2018) -->'],
    ['See the [text](https://example.org/Res-130-(Rev.Dubai2018)).'],
    // What was done to it, and no place.
    [
      'Resolution 1380 (Modified 2017) of the Council, Resolution 1282 (Amended 2014), Decision 5 (Adopted 2018) and Resolution 1333 (Revised 2016) apply.',
    ],
    [
      'Resolution 1372 (Council 2015), Resolution 1380 (Last modified 2017) and Resolution 71 (Version 2018) apply.',
    ],
    ['The guide (Revised Edition, 2019) and the manual (Rev. Draft 2020) were shown.'],
  ]));

test('superseded: a revision, by the date of the report', () => {
  const text = 'ITU acts under Resolution 130 (Rev. Dubai, 2018) of the Plenipotentiary Conference.';
  const { findings, words } = find('superseded', text);
  assert.deepEqual(words, ['Resolution 130 (Rev. Dubai, 2018)']);
  assert.equal(findings[0].severity, 'warning');
  assert.match(fixed('superseded', text, 'Change'), /Resolution 130 \(Rev\. Bucharest, 2022\) of the/);
  assertClean('superseded', [
    [text, 2019, 2020, 2021, 2022],
    [
      'ITU acts under Resolution 130 (Rev. Guadalajara, 2010) and Resolution 45 (Rev. Hyderabad, 2010).',
      2014,
    ],
    // The revisions of New Delhi and Baku rest on memory: no finding.
    ['ITU acts under Resolution 50 (Rev. Geneva, 2022) and Resolution 69 (Rev. Kigali, 2022).', 2025],
  ]);
});

test('superseded: a first adoption, a conference instead of the place, a list', () => {
  assert.match(
    fixed('superseded', 'ITU acts under Resolution 179 (Guadalajara, 2010).', 'Change'),
    /179 \(Rev\. Bucharest, 2022\)/,
  );
  const { findings } = find('superseded', 'ITU acts under WTDC-10 Resolution 69.', 2020);
  assert.match(findings[0]?.message ?? '', /Rev\. Buenos Aires, 2017/);
  assert.match(
    fixed('superseded', 'ITU acts under WTDC-10 Resolution 69.', 'Change', 2020),
    /WTDC-17 Resolution 69/,
  );
  const list = find(
    'superseded',
    'ITU acts under Resolutions 130 (Rev. Busan, 2014) and 179 (Rev. Bucharest, 2022).',
  );
  assert.deepEqual(list.words, ['Resolutions 130 (Rev. Busan, 2014)']);
});

test('superseded: what is told as past is right', () =>
  assertClean('superseded', [
    ['PP-22 revised Resolution 130 (Rev. Dubai, 2018).', 2023, 2025],
    ['Resolution 130 (Rev. Dubai, 2018) was superseded in Bucharest.'],
    ['The former Resolution 130 (Rev. Dubai, 2018) is at the origin of it.'],
    ['Resolution 130 (Rev. Dubai, 2018) was the ground, and Resolution 130 (Rev. Bucharest, 2022) is now.'],
    ['A workshop was held under Resolution 130 (Rev. Dubai, 2018).', 2023],
    ['The history “Resolution 130 (Rev. Dubai, 2018)” is out.'],
  ]));

test('superseded: an action plan told as the present one', () => {
  const text = 'The courses are offered under the Buenos Aires Action Plan.';
  assert.equal(find('superseded', text).findings[0]?.severity, 'warning');
  assert.match(fixed('superseded', text, 'Kigali'), /under the Kigali Action Plan\./);
  assertClean('superseded', [
    [text, 2018, 2020, 2022],
    ['The courses, first offered under the Buenos Aires Action Plan, go on.'],
    ['The Buenos Aires Action Plan was adopted in 2017, and the courses are given.'],
    ['The courses of the Buenos Aires Action Plan are continued under the Kigali Action Plan.'],
    ['The courses were given under the Buenos Aires Action Plan.', 2023],
  ]);
  assert.equal(
    find('superseded', 'The courses were given under the Buenos Aires Action Plan.').findings[0]?.severity,
    'info',
  );
});

test('superseded: the verb that governs an instrument tells its time', () => {
  assertClean('superseded', [
    ['The manual, printed in 2021 under the Buenos Aires Action Plan, is still used.'],
    ['The manual printed in 2021 under the Buenos Aires Action Plan is still used.'],
    ['Opened under the Buenos Aires Action Plan in 2019, the office has now closed.'],
    ['The manual (issued in 2020 under Resolution 130 (Rev. Dubai, 2018)) is still used.'],
    ['The office is run by a team that was formed in 2020 under the Buenos Aires Action Plan.'],
    ['The manual has been printed in 2020 under the Buenos Aires Action Plan and is used.'],
    [
      'A workshop was held in Accra, Ghana, under the Buenos Aires Action Plan, and its report is online.',
      2023,
    ],
    ['ITU organized a workshop under the Buenos Aires Action Plan, and its report is online.', 2023],
  ]);
  for (const text of [
    'A workshop was held in Accra, Ghana, under the Buenos Aires Action Plan, and its report is online.',
    'The project, launched under the Buenos Aires Action Plan, is now over.',
  ])
    assert.equal(find('superseded', text).findings[0]?.severity, 'info', text);
  for (const text of [
    'The courses, offered in three languages under the Buenos Aires Action Plan, are popular.',
    'The courses opened in 2019 are offered under the Buenos Aires Action Plan.',
    'The office, opened in 1998 under Resolution 130 (Rev. Dubai, 2018), is the place for it.',
    'A manual is printed in 2021 under the Buenos Aires Action Plan.',
    'As requested in 2018 by Resolution 130 (Rev. Dubai, 2018), ITU is helping countries.',
    'As the conference requested the Secretariat in Resolution 130 (Rev. Dubai, 2018), ITU assists countries.',
    'ITU, which trained 300 people in 2021, acts under Resolution 130 (Rev. Dubai, 2018) and is a partner.',
    'A network was set up; under the Buenos Aires Action Plan, countries are helped.',
  ])
    assert.equal(find('superseded', text).findings[0]?.severity, 'warning', text);
});

test('superseded: a study period in which something still goes on', () => {
  const text = 'Question 3/2 continues its work in study period 2018\u20132021.';
  assert.equal(find('superseded', text).findings[0]?.severity, 'warning');
  assert.match(fixed('superseded', text, 'Change'), /study period 2022\u20132025\./);
  assertClean('superseded', [
    [text, 2019, 2021],
    ['Question 3/2 carried on during study period 2018-2021.', 2022, 2025],
    ['The results of study period 2018-2021 are on the website.'],
    ['The Question was studied in study period 2018-2021 and is closed.'],
    // The assembly that ended ITU-T's period met in 2022.
    ['SG17 continues its work in study period 2017-2020.', 2021, 2022],
  ]);
});

test('superseded: a Question, and the remark on a former one', () => {
  const text = 'ITU-D Question 22/1 continues to collect good practices.';
  assert.equal(find('superseded', text).findings[0]?.severity, 'warning');
  assert.match(fixed('superseded', text, 'Change'), /ITU-D Question 3\/2 continues/);
  const former = 'The work of ITU-D Question 3/2 (former Q22/1) went on.';
  assert.equal(find('superseded', former, 2020).findings[0]?.severity, 'info');
  assertClean('superseded', [
    [text, 2014],
    [former, 2015, 2016],
  ]);
});

test('conference: a year in which none met there, and one that was still to come', () => {
  const text = 'Cooperation is the subject of Resolution 45 (Rev. Kigali, 2021).';
  const { findings, words } = find('conference', text);
  assert.deepEqual(words, ['(Rev. Kigali, 2021)']);
  assert.match(findings[0].message, /WTDC-22/);
  assert.match(fixed('conference', text, '2022'), /\(Rev\. Kigali, 2022\)/);
  const early = 'ITU acts under Resolution 130 (Rev. Bucharest, 2022).';
  assert.match(find('conference', early, 2022).findings[0]?.message ?? '', /PP-22/);
  assert.match(fixed('conference', early, 'Change', 2022), /\(Rev\. Dubai, 2018\)/);
  assertClean('conference', [
    [early, 2023, 2025],
    [
      'See Resolution 22 (Rev. Antalya, 2006), Resolution 2 (Geneva, 1996), Resolution 9 (Geneva, 2003) and Resolution 3 (Dubai, 2012).',
    ],
    ['See Resolution 811 (WRC-19), Resolution 646 (Rev. WRC-15) and Council Resolution 1306 (2009).'],
    ['The book “Resolution 45 (Rev. Kigali, 2021)” is out.'],
  ]);
});

test('subject: only where another resolution of the body clearly has it', () => {
  for (const [text, number] of [
    ['The role of ITU-D is that of Resolution 69 (Rev. Kigali, 2022), on child online protection.', '67'],
    [
      'Resolution 130 (Rev. Bucharest, 2022) of the Plenipotentiary Conference, on child online protection, holds.',
      '179',
    ],
    [
      'Resolution 67 (Rev. Kigali, 2022) “Facilitating creation of national computer incident response teams” holds.',
      '',
    ],
  ]) {
    const { findings } = find('subject', text);
    assert.equal(findings.length, number ? 1 : 0, text);
    if (!number) continue;
    assert.equal(findings[0].severity, 'warning');
    assert.match(fixed('subject', text, number), new RegExp(`Resolution ${number} \\(Rev\\.`));
  }
  assertClean('subject', [
    [
      'Resolution 67 (Rev. Kigali, 2022), on child online protection, and Resolution 69 (Rev. Kigali, 2022), on response teams, hold.',
    ],
    [
      'Resolution 130 (Rev. Bucharest, 2022), on cybersecurity, and Resolution 52 (Rev. Hammamet, 2016), on spam, hold.',
    ],
    ['Resolutions 130 and 179 (Rev. Bucharest, 2022), on child online protection, hold.'],
    [
      'Resolution 130 (Rev. Bucharest, 2022) on strengthening the role of ITU in child online protection holds.',
    ],
    ['Under Resolution 69 (Rev. Kigali, 2022), a course on child online protection was given.'],
  ]);
});

test('group-name: another group’s name, or a former one, by the date of the report', () => {
  assert.deepEqual(find('group-name', 'Study Group 13 (Security) met.').words, ['Security']);
  assert.match(
    fixed('group-name', 'Study Group 13 (Security) met.', 'number'),
    /Study Group 17 \(Security\)/,
  );
  const former =
    'SG11 “Signalling requirements, protocols, test specifications and combating counterfeit products” met.';
  assert.match(find('group-name', former, 2023).findings[0]?.message ?? '', /2017-2020/);
  assert.equal(find('group-name', 'The Focus Group on metaverse (FG-AN) met.').findings[0]?.severity, 'info');
  assertClean('group-name', [
    [former, 2019, 2021],
    [
      'Study Group 17 (Security) and SG20 “Smart cities of all kinds” met. Study Group 13 (security matters) met.',
    ],
    ['ITU-D Study Group 2 (Security) and the Focus Group on Autonomous Networks (FG-AN) met.'],
    ['Study Groups 13 and 17 (Security) met; SG13 (Geneva, May 2024) met as well.'],
  ]);
});

test('question-sector: by evidence in the report, and where ITU-D has the Question', () => {
  const first = '4.1 The work of ITU-D Question 3/2 went on.\n\n4.2 ';
  const text = `${first}It was shown to ITU-T Study Group 2 Question 3.`;
  const { findings, words } = find('question-sector', text);
  assert.deepEqual(words, ['ITU-T Study Group 2 Question 3']);
  assert.equal(findings[0].related?.[0].paragraph, '4.1');
  assert.match(fixed('question-sector', text, 'ITU-D'), /shown to ITU-D Study Group 2 Question 3\./);
  assertClean('question-sector', [
    ['It was shown to ITU-T Study Group 2 Question 3.'],
    [`${first}It was shown to ITU-T Question 4/17 and to Study Group 2 Question 3.`],
    [`${first}The talk “ITU-T Question 3/2” was held.`],
  ]);
});

test('body-missing: by evidence in the report', () => {
  const text =
    'Council Resolution 1305 (2009) names the issues. [Resolution 1306](https://example.org/1306) (2009) and Resolution 1332 (2016) follow.';
  const { words } = find('body-missing', text);
  assert.deepEqual(words, ['Resolution 1306', 'Resolution 1332 (2016)']);
  const { report, findings } = find('body-missing', text);
  const after = applyEdits(report, exactEdits(findings));
  assert.match(after, /\[Council Resolution 1306\].* and Council Resolution 1332 \(2016\) follow/);
  assert.deepEqual(findingsOf('instrument/body-missing', after), []);
  assertClean('body-missing', [
    ['Resolution 1305 (2009) and Resolution 1306 (2009) apply.'],
    ['Council Resolutions 1305 (2009) and 1306 (2009), and Resolution 1332 (2016) of the Council, apply.'],
  ]);
});

const corpus = new URL('../../../shared/corpus/', import.meta.url);

test('real reports are judged by their own date', {
  skip: existsSync(corpus) ? false : 'the corpus is not here',
}, () => {
  for (const file of ['2014.md', '2019.txt', '2022.txt']) {
    const text = readFileSync(new URL(file, corpus), 'utf8');
    const told = check(text, {}, file).findings.filter(
      ({ rule, severity }) => /^(?:instrument|recommendation)\//.test(rule) && severity === 'warning',
    );
    const words = told.map(({ start, end }) => text.slice(start, end).replaceAll('\u00a0', ' '));
    const wanted: Record<string, string[]> = {
      '2014.md': ['(rev. Dubai, 2012)', 'WTSAs', 'X. 500'],
      '2022.txt': ['X. 1047'],
    };
    assert.deepEqual(words, wanted[file] ?? [], file);
  }
});
