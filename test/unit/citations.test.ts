import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Citation } from '../../server/citations/citation.ts';
import { findCitations } from '../../server/citations/citations.ts';
import { view } from '../../server/text/view.ts';

/** What stands in `text`: kind, id and slice of each citation, in order. */
const found = (text: string): string[] => {
  const citations = findCitations(view(text));
  let last = 0;
  for (const c of citations) {
    assert.ok(c.start >= last, `${text}: citations overlap or are out of order`);
    assert.ok(
      c.start <= c.core.start && c.core.start < c.core.end && c.core.end <= c.end && c.end <= text.length,
    );
    last = c.end;
  }
  return citations.map(c => `${c.kind} ${c.id} <${text.slice(c.start, c.end)}>`);
};

const ids = (text: string): string[] => findCitations(view(text)).map(c => c.id);

const only = (text: string): Citation => {
  const citations = findCitations(view(text));
  assert.equal(citations.length, 1, `${text}: ${citations.map(c => c.id).join(', ')}`);
  return citations[0];
};

test('a Recommendation is found with its prefix and its year', () => {
  assert.deepEqual(found('We note Recommendation ITU-T X.1205 (04/2008) again.'), [
    'recommendation X.1205 <Recommendation ITU-T X.1205 (04/2008)>',
  ]);
  assert.deepEqual(found('ITU-T Rec. X.1060, and X.1080.2 too'), [
    'recommendation X.1060 <ITU-T Rec. X.1060>',
    'recommendation X.1080.2 <X.1080.2>',
  ]);
  const cited = only('see Rec. ITU-T H.264 (V16) (06/2026)');
  assert.deepEqual([cited.edition, cited.sector, cited.prefixed], ['2026-06', 'ITU-T', true]);
  assert.equal('see Rec. ITU-T H.264 (V16) (06/2026)'.slice(cited.core.start, cited.core.end), 'H.264');
});

test('suffixes, dual numbers and common texts keep their canonical spelling', () => {
  assert.deepEqual(ids('X.1303 bis, X.1303bis, V.25 ter, D.300 R, D.600R and Q.1912.5 C of ITU-T'), [
    'X.1303bis',
    'X.1303bis',
    'V.25ter',
    'D.300R',
    'D.600R',
    'Q.1912.5 C',
  ]);
  assert.deepEqual(only('ITU-T E.164/I.331/Q.11bis').alsoKnownAs, ['E.164', 'I.331', 'Q.11bis']);
  assert.deepEqual(ids('L.255/L.17, G.709/Y.1331, X.1205/X.1206'), [
    'L.255/L.17',
    'G.709/Y.1331',
    'X.1205',
    'X.1206',
  ]);
  const [text, standard] = findCitations('ITU-T X.1051 | ISO/IEC 27011:2016 is one text');
  assert.deepEqual(text.alsoKnownAs, ['ISO/IEC 27011']);
  assert.deepEqual(
    [standard.id, standard.edition, standard.alsoKnownAs],
    ['ISO/IEC 27011', '2016', ['X.1051']],
  );
});

test('ranges and series', () => {
  assert.deepEqual(found('(ITU-T J.1012-J.1015.1) and X.1500 to X.1599 and X.1080-1089'), [
    'range J.1012-J.1015.1 <ITU-T J.1012-J.1015.1>',
    'range X.1500-X.1599 <X.1500 to X.1599>',
    'range X.1080-X.1089 <X.1080-1089>',
  ]);
  assert.deepEqual(only('X.1500 – X.1599').ends, ['X.1500', 'X.1599']);
  assert.deepEqual(
    found('ITU-T X.8xx series, the X.1000 series, M.3016.x-series, ITU-T Y series and X-series'),
    [
      'series X.8xx-series <ITU-T X.8xx series>',
      'series X.1000-series <X.1000 series>',
      'series M.3016.x-series <M.3016.x-series>',
      'series Y-series <ITU-T Y series>',
      'series X-series <X-series>',
    ],
  );
  assert.deepEqual(ids('the X.1200 and X.1300 series'), ['X.1200-series', 'X.1300-series']);
  assert.deepEqual(ids('the ITU-T H.248 sub-series, the G.9960 subseries and the X.1500 CYBEX sub‑series'), [
    'H.248-series',
    'G.9960-series',
    'X.1500-series',
  ]);
});

test('Supplements in every spelling', () => {
  const spellings = [
    'X.Suppl.36',
    'X.Sup36',
    'X.Supp. 36',
    'X Suppl. 36',
    'X-series Supplement 36',
    'X. Suppl.36',
  ];
  for (const spelling of spellings) {
    assert.deepEqual(found(`agreed ${spelling} now`), [`supplement X.Suppl.36 <${spelling}>`]);
  }
  assert.deepEqual(found('agreed Supplement 36 to ITU-T X-series Recommendations.'), [
    'supplement X.Suppl.36 <Supplement 36 to ITU-T X-series Recommendations>',
  ]);
  assert.deepEqual(ids('Supplements 30, 31 and 32 to the ITU-T X-series'), [
    'X.Suppl.30',
    'X.Suppl.31',
    'X.Suppl.32',
  ]);
  assert.deepEqual(ids('Supplement 3 to Recommendation ITU-T D.50, ITU-T E.156 Suppl. 2'), [
    'D.50 Suppl.3',
    'E.156 Suppl.2',
  ]);
  assert.deepEqual(
    ids('Supplement 13 to ITU-T X.1051'),
    ['X.Suppl.13'],
    'the X series counts its Supplements together',
  );
  const parent = only('a Supplement to ITU-T X.1051 on users');
  assert.deepEqual([parent.kind, parent.id, parent.part], ['recommendation', 'X.1051', 'Supplement']);
});

test('amendments, corrigenda and annexes', () => {
  assert.deepEqual(found('Rec. ITU-T Y.3053 (2018) Amd.1 and X.509 (10/2019) Cor. 1 (10/2021)'), [
    'amendment Y.3053 (2018) Amd. 1 <Rec. ITU-T Y.3053 (2018) Amd.1>',
    'corrigendum X.509 (2019) Cor. 1 <X.509 (10/2019) Cor. 1 (10/2021)>',
  ]);
  assert.deepEqual(ids('ITU-T X.509 (2019) Amendment 1; ITU-T H.262 (1995) Technical Corrigendum 1'), [
    'X.509 (2019) Amd. 1',
    'H.262 (1995) Technical Cor. 1',
  ]);
  const leading = only('Amendment 1 to Recommendation ITU-T X.509 (2019)');
  assert.deepEqual([leading.kind, leading.id, leading.of], ['amendment', 'X.509 (2019) Amd. 1', 'X.509']);
  assert.deepEqual(ids('Corrigenda 1 and 2 to X.509'), ['X.509 Cor. 1', 'X.509 Cor. 2']);
  assert.deepEqual(ids('G.729 Annex C+ and G.711 Appendix II'), ['G.729 Annex C+', 'G.711 App. II']);
});

test('reports, guides and working names', () => {
  assert.deepEqual(found('Technical Report QSTR-USSD, FSTP-VS, Technical Report TR.sec-qkd, G.Imp712'), [
    'report QSTR-USSD <Technical Report QSTR-USSD>',
    'report FSTP-VS <FSTP-VS>',
    'report TR.sec-qkd <Technical Report TR.sec-qkd>',
    'report G.Imp712 <G.Imp712>',
  ]);
  assert.deepEqual(found("the Implementers' Guide of ITU-T J.1012"), [
    "report J.Imp1012 <Implementers' Guide of ITU-T J.1012>",
  ]);
  const names = findCitations('draft Recommendation X.sgdfs-us, X.srdidm and ITU-T G.Suppl.OTNsec');
  assert.deepEqual(
    names.map(c => [c.kind, c.id, c.oddities]),
    [
      ['recommendation', 'X.sgdfs-us', ['working-name']],
      ['recommendation', 'X.srdidm', ['working-name']],
      ['supplement', 'G.Suppl.OTNsec', ['working-name']],
    ],
  );
});

test('the text decides the sector of a number that both sectors have', () => {
  const sectors = (text: string) => findCitations(text).map(c => c.sector);
  assert.deepEqual(sectors('Recs. ITU-R M.1078, M.1223 and F.746, then ITU-T F.746'), [
    'ITU-R',
    'ITU-R',
    'ITU-R',
    'ITU-T',
  ]);
  assert.deepEqual(found('Report ITU-R M.2083-0 and Recommendation ITU-R M.2083-0 (09/2015)'), [
    'report Report M.2083 <Report ITU-R M.2083-0>',
    'recommendation M.2083 <Recommendation ITU-R M.2083-0 (09/2015)>',
  ]);
  assert.equal(only('Rec. ITU-R M.2012-7').edition, '-7');
  assert.deepEqual(ids('Reports ITU-R M.2370, M.2376 and SM.2424'), [
    'Report M.2370',
    'Report M.2376',
    'Report SM.2424',
  ]);
});

test('malformed spellings are what they were meant to be, and say what is odd', () => {
  const odd = (text: string) => findCitations(view(text)).map(c => [c.id, ...(c.oddities ?? [])].join(' '));
  assert.deepEqual(odd('X.1046, X. 1047, X.1054'), ['X.1046', 'X.1047 space', 'X.1054']);
  assert.deepEqual(odd('ITU-T X 1205; Rec. X1205; ITU-T X .1205'), [
    'X.1205 dot',
    'X.1205 dot',
    'X.1205 space',
  ]);
  assert.deepEqual(odd('Resolution 130 (Rev. Bucharest 2022)'), [
    'Resolution 130 (Rev. Bucharest, 2022) comma',
  ]);
  assert.deepEqual(odd('Resolution 50 (rev. Dubai, 2012)'), ['Resolution 50 (Rev. Dubai, 2012) lower-case']);
  assert.deepEqual(odd('Resolution 50 (Rev.Hammamet, 2016)'), [
    'Resolution 50 (Rev. Hammamet, 2016) revision-mark',
  ]);
  assert.deepEqual(odd('WTSAs-12 Res. 50 and 52'), ['Resolution 50 plural', 'Resolution 52']);
});
