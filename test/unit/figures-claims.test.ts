import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCitations } from '../../server/citations/citations.ts';
import type { Claim } from '../../server/figures/claim.ts';
import { findClaims } from '../../server/figures/claims.ts';
import { ScannedText } from '../../server/text/pattern/pattern.ts';
import { view } from '../../server/text/view.ts';

const claimsOf = (text: string): Claim[] => {
  const seen = view(text);
  return findClaims(new ScannedText(seen), findCitations(seen));
};

/** A claim as one line: `>80 countries`, `10-15 participants`, with the sort of figure where it is no count. */
const brief = (claim: Claim): string => {
  const number = claim.valueMax === undefined ? claim.value : `${claim.value}-${claim.valueMax}`;
  const sign = claim.comparator === '=' || claim.comparator === 'range' ? '' : claim.comparator;
  return `${sign}${number} ${claim.unit}${claim.kind ? ` (${claim.kind})` : ''}`;
};

const found: Readonly<Record<string, readonly string[]>> = {
  // Numbers
  'Courses were held for 2 700 officers, 15,000 pupils and 1.2 million viewers.': [
    '2700 officers',
    '15000 pupils',
    '1200000 viewers',
  ],
  'Two hundred and fifty experts and twenty-five teams took part.': ['250 experts', '25 teams'],
  'ITU held three (3) workshops and a hundred interviews.': ['3 workshops', '100 interviews'],
  'Half a million pupils and a dozen schools were reached.': ['500000 pupils', '12 schools'],
  // Comparators
  'More than 80 countries, at least 12 regions and almost 200 operators replied.': [
    '>80 countries',
    '>=12 regions',
    '<200 operators',
  ],
  'Some 35 agencies, an estimated 900 visitors and up to 40 guests came.': [
    '~35 agencies',
    '~900 visitors',
    '<40 guests',
  ],
  'The tool has 30+ users and 20 or more testers.': ['>30 users', '>=20 testers'],
  'Each course takes 10-15 participants, or between 20 and 30 observers.': [
    '10-15 participants',
    '20-30 observers',
  ],
  'The team trained over 2000 people in 2000.': ['>2000 people'],
  // Things counted, with what stands before them
  'SG17 agreed on 22 new or revised draft standardization work items.': ['22 work items'],
  'Help went to 17 National CIRTs, 49 UN-designated Least Developed Countries and 12 Member States.': [
    '17 National CIRTs',
    '49 Least Developed Countries',
    '12 Member States',
  ],
  'Two United Nations agencies and three Arab States ministries joined.': [
    '2 United Nations agencies',
    '3 ministries',
  ],
  'They held two regional and three national workshops.': ['2 workshops', '3 workshops'],
  'The plan foresees one global index.': ['1 index'],
  // What refers to another figure
  'Of the 54 countries, 14 of them have a team, and three more are building one.': [
    '54 countries',
    '14 countries',
    '3 countries',
  ],
  'A network was set up in 12 of the 22 ministries.': ['12 ministries', '22 ministries'],
  'ITU helped 5 countries in Africa, 3 in the Americas and 2 in Asia.': [
    '5 countries',
    '3 countries',
    '2 countries',
  ],
  'The number of countries with a plan rose from 76 in 2018 to 127 in 2020.': ['127 countries'],
  'The total rose from 75 to 84 countries.': ['84 countries'],
  // Editions
  'The third iteration of the index (GCIv3) and its 5th edition were followed by GCIv6.': [
    '3 iteration (ordinal)',
    '5 edition (ordinal)',
    '6 version (ordinal)',
  ],
  'The group held its 2nd meeting during the 6th Central European Dialogue.': [
    '2 meeting (ordinal)',
    '6 Dialogue (ordinal)',
  ],
  'The third and fourth editions are out.': ['3 editions (ordinal)', '4 editions (ordinal)'],
  // Lengths of time, ages, shares, money
  'A five-day course followed the 10-year anniversary, within 48 hours.': [
    '5 day (duration)',
    '10 year (duration)',
    '48 hours (duration)',
  ],
  'It is meant for pupils aged 8 to 12.': ['8-12 years (limit)'],
  'Of these, 45% or more than 40 per cent are women.': [
    '45 per cent (percentage)',
    '>40 per cent (percentage)',
  ],
  'Some USD 1.2 million and 5000 Swiss francs were given.': [
    '~1200000 USD (amount)',
    '5000 Swiss francs (amount)',
  ],
};

for (const [text, wanted] of Object.entries(found)) {
  test(`figures of: ${text}`, () => assert.deepEqual(claimsOf(text).map(brief), wanted));
}

const refused = [
  'Recommendations ITU-T X.1205, X.1060 and Y.3056 (2021) were noted with ISO/IEC 27011 and RFC 3280.',
  'Resolution 130 (Rev. Bucharest, 2022), Decision 482, Question 3/2 and C19/58 apply.',
  'SG17, FG-AI4H, WSIS+20, PP-22, G20, COVID-19, 5G, 3D, IPv6, TLS 1.3 and SHA-256 are names.',
  'It ran from 26 to 29 August 2013, on 2-3 December, on October 29, 2018 and on the 14th of May.',
  'Between 2018 and 2021, in 2020/21, in the 2030 Agenda and the 2022 edition nothing else was counted.',
  'Under Programme 2, Objective 2.2, Goal 9, Phase 1, Annex 3, paragraphs 3, 4 and 7 and Table 5.',
  'The session began at 9 a.m., ended at 14:30, and ran 24/7 with a 2-factor login.',
  'The event “Three steps in 30 days” and the paper "Top 10 tips for 5 regions" were well received.',
  'First, no one was there; second, a third party spoke in the second half of the 21st century.',
  'Two thirds agreed, and one of the speakers came back.',
  'Points are: (1) detection, (2) response, 3) recovery.',
  '[75 countries](https://example.org/2019/12-reports) is a link, and https://example.org/30-days is none.'.slice(
    58,
  ),
];

for (const text of refused) {
  test(`no figure in: ${text}`, () => assert.deepEqual(claimsOf(text).map(brief), []));
}

test('a paragraph’s own number is no figure, and a figure that opens a paragraph is one', () => {
  assert.deepEqual(claimsOf('3.2\tCountries were helped.').map(brief), []);
  assert.deepEqual(claimsOf('5. Workshops on safety').map(brief), []);
  assert.deepEqual(claimsOf('24 CyberDrills were held.').map(brief), ['24 CyberDrills']);
});

test('offsets are those of the text, under no-break spaces, links and emphasis', () => {
  const text = 'ITU trained **more\u00a0than** [2\u202f700 officers](https://example.org) in all regions.';
  const [claim] = claimsOf(text);
  assert.equal(text.slice(claim.number.start, claim.number.end), '2\u202f700');
  assert.equal(brief(claim), '>2700 officers');
  assert.ok(text.slice(claim.start, claim.end).endsWith('officers'));
});

test('the words around a figure say what it is a total of', () => {
  const scope = (text: string) => claimsOf(text)[0].scope;
  assert.equal(scope('To date, 34 drills were held.'), 'cumulative');
  assert.equal(scope('In 2021, ITU helped 12 countries.'), 'period');
  assert.equal(scope('Since the last report, three meetings took place.'), 'period');
  assert.equal(scope('The fourth edition was released in 2021.'), 'ordinal');
  const [claim] = claimsOf('As of 31 May 2023, 148 countries had replied.');
  assert.equal(claim.scope, 'as-of');
  assert.equal(claim.asOf?.value, '2023-05-31');
  assert.equal(claimsOf('Six workshops will follow.')[0].future, true);
});

test('each clause says what its own figures are totals of', () => {
  const scopes = (text: string) =>
    claimsOf(text).map(({ scope, scopeSaid }) => `${scope}${scopeSaid ? '' : '?'}`);
  assert.deepEqual(scopes('Four drills were held in 2024; to date, 43 drills have been held.'), [
    'period',
    'cumulative',
  ]);
  assert.deepEqual(scopes('In 2024, four drills were held, with 40 experts in 2 labs.'), [
    'period',
    'period',
    'period',
  ]);
  assert.deepEqual(scopes('In 2024, four drills were held; 12 labs were opened.'), ['period', 'period']);
  assert.deepEqual(scopes('Four drills were held; to date, 43 drills have been held.'), [
    'period?',
    'cumulative',
  ]);
  assert.deepEqual(scopes('As of May 2024, 150 countries had replied, and 12 labs were opened in 2023.'), [
    'as-of',
    'period',
  ]);
  assert.deepEqual(scopes('So far in 2024, ITU has held four drills.'), ['period']);
  assert.deepEqual(scopes('People who came from 71 countries were trained in 2024.'), ['period']);
  assert.deepEqual(scopes('The index came out in 2024 and covers 71 countries.'), ['period?']);
  assert.deepEqual(scopes('The labs serve 71 countries under the plan adopted in 2014.'), ['period?']);
  assert.deepEqual(scopes('ITU has set up 71 labs, with tools that were released in 2014.'), ['cumulative?']);
});

test('the sentence of a figure does not end at an abbreviation', () => {
  const text = 'Under Res. 130 help went to 12 countries. More will follow.';
  const [claim] = claimsOf(text);
  assert.equal(
    text.slice(claim.sentence.start, claim.sentence.end),
    'Under Res. 130 help went to 12 countries.',
  );
});

test('nothing throws, and the time grows with the text, not with its square', () => {
  const pieces = [
    '7 ',
    '(',
    '"',
    'two ',
    'hundred and ',
    '5 countries: ',
    '7 - ',
    '2nd and ',
    'of 3, ',
    '\uFEFF',
    '1,',
  ];
  for (const piece of pieces) {
    const time = (length: number) => {
      const text = piece.repeat(length / piece.length);
      const start = performance.now();
      findClaims(new ScannedText(text), []);
      return performance.now() - start;
    };
    time(8_000);
    const small = Math.max(0.5, time(16_000));
    // Eight times the text: a square would take 64 times as long.
    assert.ok(time(128_000) < 30 * small + 20, `slow on “${piece}”`);
  }
});
