import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findCitations } from '../../server/citations/citations.ts';
import { view } from '../../server/text/view.ts';

const ids = (text: string): string[] => findCitations(view(text)).map(c => c.id);

test('what only looks like an identifier is left alone', () => {
  for (const text of [
    'IMT (3G, 4G and 5G) networks',
    'GCIv4 and the WSIS Action Line C5',
    'BYND 2015, WSIS+10 and Telecom World 2013',
    'Objective 2.2 and Programme 2',
    'Objectives D.3, T.5 and R.1 of the strategic plan',
    'agenda item PL 1.1, CAP 1.2, ASN.1, Version 1.0',
    'from 10.30 to 12.00, at a price of 1.205 francs',
    'J.Smith, S.A., U.S.A., M.Sc and A. B. Jones',
    'Annex A.5, Table D.120 and clause B.123',
    'A series of workshops, an X.com page, G.hn and ITU-T G.hn',
    'JCA-COP, CWG-COP and CA/DRM',
    'H.R.1234 and a/X.1205/b',
    'a Recommendation, a Question, a Resolution, a document',
    'In March 2018, 17 new or revised ITU-T Recommendations',
  ]) {
    assert.deepEqual(ids(text), [], text);
  }
});

test('a short number needs words that make it sure', () => {
  assert.deepEqual(ids('as E.1 says, and A.5, and X.25'), []);
  assert.deepEqual(ids('Recommendations ITU-T A.1, A.4 and A.5'), ['A.1', 'A.4', 'A.5']);
  assert.deepEqual(ids('ITU-T approved changes to X.25'), ['X.25']);
  assert.deepEqual(ids('V.8bis, D.42/F.42 and T.4 (1996) Cor. 1'), [
    'V.8bis',
    'D.42/F.42',
    'T.4 (1996) Cor. 1',
  ]);
});

test('markup and look-alike characters do not hide an identifier, and offsets stay those of the text', () => {
  const cited = (text: string) => findCitations(view(text)).map(c => text.slice(c.start, c.end));
  assert.deepEqual(cited('ITU\u2011T\u00a0X.1205'), ['ITU\u2011T\u00a0X.1205']);
  assert.deepEqual(cited('X\\.1205 and ITU\\-T X.1060[^3].'), ['X\\.1205', 'ITU\\-T X.1060']);
  assert.deepEqual(
    cited('**ITU-T X.1205** \\(SG-17\\) and [Resolution 130 (Rev. Dubai, 2018)](http://a.b/c)'),
    ['ITU-T X.1205', 'SG-17', 'Resolution 130 (Rev. Dubai, 2018)'],
  );
  assert.deepEqual(cited('SG\u00ad17, ITU-T\nX.1205'), ['SG\u00ad17', 'ITU-T\nX.1205']);
});

const FRAGMENTS = [
  'ITU-T ',
  'Rec. ',
  'X.',
  '1205',
  'Resolution ',
  '130',
  ' (Rev. ',
  'Dubai, ',
  '2018)',
  'SG',
  '17',
  ', ',
  ' and ',
  'Q',
  '3/2',
  'C19/58',
  '/',
  '-',
  '.',
  ' ',
  '(',
  ')',
  '"',
  'Suppl.',
  '36',
  ' to ',
  'Supplement ',
  'ISO/IEC ',
  '27001',
  'FG-',
  'series',
  'study period ',
  '\uFEFF',
  'é',
  '\n',
  'bis',
  'Amd. 1',
  'Questions ',
  'Documents ',
  '|',
];

test('never throws, keeps order and bounds, and finds the same again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 3 })), { maxLength: 40 }),
      parts => {
        const text = parts.join('');
        const found = findCitations(view(text));
        let last = 0;
        for (const c of found) {
          assert.ok(
            c.start >= last && c.start <= c.core.start && c.core.start < c.core.end && c.core.end <= c.end,
          );
          last = c.end;
        }
        assert.ok(last <= text.length);
        assert.deepEqual(findCitations(view(text)), found);
      },
    ),
    { numRuns: 400, seed: 17 },
  );
});

test('time grows with the length, whatever the text', () => {
  const seeds = [
    'X.',
    'X.1.',
    'X.123-',
    'X.123/',
    'X.123 "',
    'X.123 (',
    'Res. 5, ',
    'Questions 3, ',
    'SGs 5, ',
    'Supplement 1, ',
    'ISO/',
    '"',
    '(',
    ' ',
    '1',
    'A',
    'FG-A-',
    'AB-',
    'a\uFEFF',
    '2018-2021 study period ',
    'Resolution 130 (Rev. Dubai ',
  ];
  const took = (text: string): number => {
    const start = performance.now();
    findCitations(text);
    return performance.now() - start;
  };
  for (const seed of seeds) {
    const text = seed.repeat(40_000 / seed.length);
    took(text);
    const half = Math.min(took(text), took(text));
    const whole = Math.min(took(text.repeat(4)), took(text.repeat(4)));
    assert.ok(
      whole < 4 * 4 * half + 60,
      `${JSON.stringify(seed)}: ${half.toFixed(1)} ms, fourfold ${whole.toFixed(1)} ms`,
    );
  }
});
