import assert from 'node:assert/strict';
import { test } from 'node:test';
import { historyText, seriesTable, sparkline } from '../../server/figures/history.ts';
import { builtinIndicators, INDICATORS, indicatorSet } from '../../server/figures/indicators.ts';
import { reportFigures } from '../../server/figures/located.ts';
import { type Figures, linkSeries, type Series } from '../../server/figures/series.ts';
import { ReadingMemory, readReport } from '../../server/reading/read.ts';
import type { Reading } from '../../server/reading/reading.ts';
import { frame } from './support/pages.ts';
import { parse } from './support/reports.ts';

const report = (year: number, text: string, memory?: ReadingMemory): Reading =>
  readReport(`${year}.md`, parse(frame(text, year)), memory);

/** The series of the last report, held against those before it. */
function link(...readings: readonly Reading[]): Figures {
  return linkSeries(readings[readings.length - 1], readings.slice(0, -1), INDICATORS);
}

const points = (series: Series | undefined): string[] =>
  series?.points.map(point => `${point.year} ${point.claim.value} ${point.verdict}`) ?? [];
const byId = (figures: Figures, id: string): Series | undefined => figures.series.find(one => one.id === id);

test('an indicator is followed through wordings that differ from year to year', () => {
  const figures = link(
    report(2019, '4.1 ITU evaluated how prepared 70 Member States are to set up a CIRT.'),
    report(2022, '4.1 CIRT readiness assessments were completed for 78 countries.'),
    report(2025, '3.1 In all, the readiness of 90 countries for a national CSIRT has been assessed so far.'),
  );
  assert.deepEqual(points(byId(figures, 'cirt-assessments')), [
    '2019 70 first',
    '2022 78 updated',
    '2025 90 updated',
  ]);
});

test('what is done and what is under way are two figures', () => {
  const figures = link(
    report(2024, '3.1 So far, 14 national CIRTs have been established. Four CIRT projects are ongoing.'),
    report(2025, '3.1 So far, 17 national CIRTs have been established. Three CIRT projects are ongoing.'),
  );
  assert.deepEqual(points(byId(figures, 'cirts-established')), ['2024 14 first', '2025 17 updated']);
  assert.deepEqual(points(byId(figures, 'cirts-under-way')), ['2024 4 first', '2025 3 updated']);
});

test('the same number of another actor is no continuation', () => {
  const figures = link(
    report(2024, '2.1 The JCA-COP went on under SG17, with three virtual meetings.'),
    report(2025, '2.1 SG17 held three meetings in Geneva.'),
  );
  assert.deepEqual(points(byId(figures, 'sg17-meetings')), ['2025 3 first']);
});

test('only a running total can have decreased', () => {
  const verdict = (before: string, now: string, id: string) =>
    points(byId(link(report(2024, before), report(2025, now)), id))
      .at(-1)
      ?.split(' ')[2];
  const drills = (text: string) => `3.2 ${text}`;
  assert.equal(
    verdict(
      drills('ITU has held 42 CyberDrills so far.'),
      drills('ITU has held 40 CyberDrills so far.'),
      'cyberdrills',
    ),
    'decreased',
  );
  assert.equal(
    verdict(
      drills('ITU has held 42 CyberDrills so far.'),
      drills('In 2024, ITU held 4 CyberDrills.'),
      'cyberdrills',
    ),
    'not-comparable',
  );
  assert.equal(
    verdict('2.1 SG17 began 55 new work items.', '2.1 SG17 began 22 new work items.', 'sg17-work-items'),
    'updated',
  );
  assert.equal(
    verdict(
      '3.1 CIRT assessments were made in 105 countries.',
      '3.1 CIRT assessments were made in more than 100 countries.',
      'cirt-assessments',
    ),
    'not-comparable',
  );
  assert.equal(
    verdict('2.1 The GCA has five pillars.', '2.1 The GCA has five pillars.', 'gca-pillars'),
    'constant',
  );
});

test('what no indicator knows is linked by the likeness of its sentence, or proposed, or left alone', () => {
  const linked = link(
    report(
      2024,
      '4.1 The fellowship fund of Lusaka paid the travel of 18 young engineers to the summer school.',
    ),
    report(
      2025,
      '4.1 The fellowship fund of Lusaka paid the travel of 25 young engineers to the summer school.',
    ),
  );
  const series = linked.series.find(one => one.points.some(point => point.claim.value === 25));
  assert.deepEqual(points(series), ['2024 18 first', '2025 25 updated']);
  assert.match(series?.label ?? '', /engineers/);

  const proposed = link(
    report(2024, '4.1 The fund of Lusaka paid the travel of 18 young engineers to the summer school.'),
    report(
      2025,
      '4.1 Last winter 25 engineers received grants for their travel from the fund of Lusaka, which the ministry pays.',
    ),
  );
  assert.deepEqual(proposed.series, []);
  assert.deepEqual(
    proposed.proposals.map(({ claim, earlier }) => [claim.claim.value, earlier.claim.value]),
    [[25, 18]],
  );

  const apart = link(
    report(2024, '4.1 The workshop in Lima brought together 40 engineers on the safety of ports.'),
    report(2025, '4.1 The workshop in Accra brought together 60 engineers on the safety of ports.'),
  );
  assert.deepEqual([apart.series, apart.proposals], [[], []]);
});

test('a figure is linked in its own section only', () => {
  const text = (number: string, count: number) =>
    `${number} The fellowship fund of Lusaka paid the travel of ${count} young engineers to the summer school.`;
  assert.deepEqual(link(report(2024, text('4.1', 18)), report(2025, text('5.1', 25))).series, []);
});

test('an item draws its subject from the paragraph that introduces it', () => {
  const figures = link(
    report(
      2024,
      '3.1 CyberDrills were held in all regions.\n\na. So far, 40 drills have been organized by ITU.',
    ),
    report(
      2025,
      '3.1 With CyberDrills, these results were reached:\n\na. 44 drills have been organized so far;\n\nb. they involved 130 countries.',
    ),
  );
  assert.deepEqual(points(byId(figures, 'cyberdrill-countries')), ['2025 130 first']);
});

test('an entry of the workspace replaces the shipped one of its id', () => {
  const own = indicatorSet([
    ...builtinIndicators,
    { id: 'cyberdrills', label: 'Drills', scope: 'period', unit: ['drill'] },
  ]);
  const draft = report(2025, '3.2 ITU has held 40 CyberDrills so far.');
  const figures = linkSeries(draft, [report(2024, '3.2 ITU has held 42 CyberDrills so far.')], own);
  assert.deepEqual(points(byId(figures, 'cyberdrills')), ['2024 42 first', '2025 40 updated']);
  assert.equal(own.all.length, builtinIndicators.length);
});

test('shipped indicators have an id of their own each, and words that can be found', () => {
  assert.equal(new Set(builtinIndicators.map(one => one.id)).size, builtinIndicators.length);
  assert.equal(new Set(builtinIndicators.map(one => one.label)).size, builtinIndicators.length);
  for (const one of builtinIndicators) assert.ok(one.unit.length > 0, one.id);
});

test('what an earlier report and an unchanged block say is found once', () => {
  const earlier = report(2024, '3.2 ITU has held 42 CyberDrills so far.');
  assert.equal(reportFigures(earlier, INDICATORS), reportFigures(earlier, INDICATORS));
  const memory = new ReadingMemory();
  const first = report(2025, '3.2 ITU has held 44 CyberDrills so far.\n\n3.3 Nothing else.', memory);
  const second = report(2025, '3.2 ITU has held 44 CyberDrills so far.\n\n3.3 Nothing more.', memory);
  const match = (reading: Reading) => reportFigures(reading, INDICATORS).claims[0].match;
  assert.equal(match(first), match(second));
});

test('a history is told on one line, drawn in a few characters, and laid out by years', () => {
  const figures = link(
    report(2019, '4.1 CIRT assessments were made in 75 countries.'),
    report(2022, '4.1 CIRT assessments were made in more than 80 countries.'),
    report(
      2025,
      '3.1 CIRT assessments were made in 12 000 countries.\n\n3.2 ITU has held 44 CyberDrills so far.',
    ),
  );
  const series = byId(figures, 'cirt-assessments');
  assert.ok(series);
  assert.equal(historyText(series), '2019: 75 · 2022: >80 · 2025: 12\u00a0000');
  assert.equal(sparkline(series), '▁▁█');
  const table = seriesTable(figures.series);
  assert.deepEqual(table.years, [2019, 2022, 2025]);
  const drills = table.rows.find(row => row.series.id === 'cyberdrills');
  assert.deepEqual(
    drills?.cells.map(cell => cell?.claim.value),
    [undefined, undefined, 44],
  );
  assert.equal(drills?.verdict, 'first');
  assert.equal(sparkline(drills.series), '');
});
