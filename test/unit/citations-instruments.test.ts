import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCitations } from '../../server/citations/citations.ts';
import { view } from '../../server/text/view.ts';

const found = (text: string): string[] =>
  findCitations(view(text)).map(c => `${c.kind} ${c.id} <${text.slice(c.start, c.end)}>`);

const ids = (text: string): string[] => findCitations(view(text)).map(c => c.id);

test('resolutions with their revision and the body that adopted it', () => {
  const [pp, council, wtsa] = findCitations(
    'Resolution 130 (Rev. Dubai, 2018), Council Resolution 1282 (2007), Resolution 50 (Dubai, 2012)',
  );
  assert.deepEqual([pp.id, pp.number, pp.body], ['Resolution 130 (Rev. Dubai, 2018)', '130', 'PP']);
  assert.deepEqual(pp.revision, { revised: true, place: 'Dubai', year: 2018, span: { start: 15, end: 33 } });
  assert.deepEqual(
    [council.id, council.body, council.edition],
    ['Resolution 1282 (2007)', 'Council', '2007'],
  );
  assert.deepEqual([wtsa.body, wtsa.sector, wtsa.revision?.revised], ['WTSA', 'ITU-T', false]);
});

test('what was done to a text is no place', () => {
  const [modified, last] = findCitations(
    'Resolution 1380 (Modified 2017), Resolution 1282 (Last amended 2014)',
  );
  assert.deepEqual([modified.revision, modified.edition, modified.body], [undefined, '2017', 'Council']);
  assert.deepEqual([last.revision, last.edition], [undefined, '2014']);
  assert.deepEqual(ids('Resolution 71 (Kyoto, 1994) and Decision 5 (Adopted 2018)'), [
    'Resolution 71 (Kyoto, 1994)',
    'Decision 5',
  ]);
});

test('lists of resolutions: one citation a member', () => {
  assert.deepEqual(found('Resolutions 71 (Rev. Busan, 2014) and 130 (Rev. Busan, 2014)'), [
    'resolution Resolution 71 (Rev. Busan, 2014) <Resolutions 71 (Rev. Busan, 2014)>',
    'resolution Resolution 130 (Rev. Busan, 2014) <130 (Rev. Busan, 2014)>',
  ]);
  const list = findCitations('WTSA-12 Res. 50, 52 and 75, WTDC-10 Res. 45');
  assert.deepEqual(
    list.map(c => [c.number, c.body, c.conference, c.list, c.listIndex]),
    [
      ['50', 'WTSA', 'WTSA-12', 0, 0],
      ['52', 'WTSA', 'WTSA-12', 0, 1],
      ['75', 'WTSA', 'WTSA-12', 0, 2],
      ['45', 'WTDC', 'WTDC-10', undefined, undefined],
    ],
  );
  assert.deepEqual(
    findCitations('Resolutions 130, 174 and 179 of the Plenipotentiary Conference').map(c => c.body),
    ['PP', 'PP', 'PP'],
  );
  assert.deepEqual(ids('under Resolution 130 and 50 countries'), ['Resolution 130']);
});

test('resolutions of ITU-R and of radio conferences, and decisions', () => {
  assert.deepEqual(ids('Resolution ITU-R 65, ITU-R Resolution 9-5, Resolution 646 (Rev. WRC-19)'), [
    'ITU-R Res.65',
    'ITU-R Res.9',
    'Resolution 646 (Rev. WRC-19)',
  ]);
  assert.deepEqual(found('Decision 641 (C24) and Council Decision 482'), [
    'decision Decision 641 <Decision 641 (C24)>',
    'decision Decision 482 <Council Decision 482>',
  ]);
});

test('resolutions of others are none of ours', () => {
  for (const text of [
    'General Assembly Resolution 64/211',
    'UN Security Council Resolution 1373',
    'UNGA resolution 70/125',
    'Decision No 676/2002/EC',
    'a resolution of 300 dpi',
    'at resolution 720',
    'Resolution 2018',
  ]) {
    assert.deepEqual(ids(text), [], text);
  }
});

test('Questions, old and new', () => {
  assert.deepEqual(found('ITU-D Q 3/2 (former Q22/1), Q22-1/1 and Question 11/3'), [
    'question Q3/2 <ITU-D Q 3/2>',
    'question Q22/1 <Q22/1>',
    'question Q22-1/1 <Q22-1/1>',
    'question Q11/3 <Question 11/3>',
  ]);
  assert.deepEqual(found('Question 3 of ITU-D Study Group 2, Q4 of SG17, ITU-T Study Group 2 Question 3'), [
    'question Q3/2 <Question 3 of ITU-D Study Group 2>',
    'question Q4/17 <Q4 of SG17>',
    'question Q3/2 <ITU-T Study Group 2 Question 3>',
  ]);
  assert.deepEqual(ids('Questions 3/2 and 4/2; Questions 3, 4 and 5/17; Question ITU-R 229/5'), [
    'Q3/2',
    'Q4/2',
    'Q3/17',
    'Q4/17',
    'Q5/17',
    'Q229/5',
  ]);
  assert.deepEqual(ids('Q1/2021, Q3 2021, Question 3'), [], 'quarters, and a number without its group');
});

test('study groups and focus groups', () => {
  assert.deepEqual(found('ITU-T Study Group 17 (SG-17), SGs 5, 11 and 13 and ITU-T Study Groups 2 and 3'), [
    'study-group SG17 <ITU-T Study Group 17>',
    'study-group SG17 <SG-17>',
    'study-group SG5 <SGs 5>',
    'study-group SG11 <11>',
    'study-group SG13 <13>',
    'study-group SG2 <ITU-T Study Groups 2>',
    'study-group SG3 <3>',
  ]);
  assert.deepEqual(ids('SG17 and 30 new texts, SGs 5 and 11, 22 new items'), ['SG17', 'SG5', 'SG11']);
  assert.deepEqual(ids('FG-AI4H, (FG VM), FG NET-2030'), ['FG-AI4H', 'FG-VM', 'FG-NET-2030']);
});

test('Council documents', () => {
  assert.deepEqual(found('Council Documents C05/32, C05/EP/10, C14/23-E and C17/130(Rev.1)-E'), [
    'council-document C05/32 <Council Documents C05/32>',
    'council-document C05/EP/10 <C05/EP/10>',
    'council-document C14/23 <C14/23-E>',
    'council-document C17/130(Rev.1) <C17/130(Rev.1)-E>',
  ]);
  assert.deepEqual(ids('Documents C21/71 and 72; C21/VCC1'), ['C21/71', 'C21/72']);
});

test('action plans and study periods', () => {
  assert.deepEqual(
    found('the Buenos Aires Action Plan, the Buenos Action Plan and WTDC-10/HAP Programme 2'),
    [
      'action-plan Buenos Aires Action Plan <Buenos Aires Action Plan>',
      'action-plan Buenos Aires Action Plan <Buenos Action Plan>',
      'action-plan Hyderabad Action Plan <WTDC-10/HAP Programme 2>',
    ],
  );
  assert.deepEqual(ids('the Buenos Aires Plan of Action, a national action plan, a KAP survey'), []);
  assert.deepEqual(
    found('study period 2018–2021; the 2017-2020 ITU-T study period; study periods 2014-2017 and 2018-21'),
    [
      'study-period 2018-2021 <2018–2021>',
      'study-period 2017-2020 <2017-2020>',
      'study-period 2014-2017 <2014-2017>',
      'study-period 2018-2021 <2018-21>',
    ],
  );
  assert.deepEqual(ids('the strategy 2019-2022, September-December 2021'), []);
});

test('standards of ISO, IEC, IEEE and IETF', () => {
  assert.deepEqual(
    found('ISO/IEC 27001:2013, ISO/IEC TS 27100, IEEE 802.1X, IETF RFC 3280 and RFCs 5280 and 6960'),
    [
      'standard ISO/IEC 27001 <ISO/IEC 27001:2013>',
      'standard ISO/IEC TS 27100 <ISO/IEC TS 27100>',
      'standard IEEE 802.1X <IEEE 802.1X>',
      'standard RFC 3280 <IETF RFC 3280>',
      'standard RFC 5280 <RFCs 5280>',
      'standard RFC 6960 <6960>',
    ],
  );
  assert.deepEqual(ids('ISO/IEC 27001 and 27002; ISO/IEC JTC 1/SC 27; IEEE 2021'), [
    'ISO/IEC 27001',
    'ISO/IEC 27002',
  ]);
});
