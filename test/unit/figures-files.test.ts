import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  confirmationNote,
  confirmationsIn,
  isConfirmed,
  parseConfirmed,
  withConfirmation,
} from '../../server/figures/confirmations.ts';
import { parseIndicators, withIndicator } from '../../server/figures/indicator-file.ts';
import { INDICATORS } from '../../server/figures/indicators.ts';
import { linkSeries } from '../../server/figures/series.ts';
import { readReport } from '../../server/reading/read.ts';
import { indicatorFor, trackFix } from '../../server/rules/figure/track.ts';
import { frame } from './support/pages.ts';
import { parse } from './support/reports.ts';

const entry = (more: object = {}) => ({
  id: 'labs',
  label: 'Laboratories',
  scope: 'cumulative',
  unit: ['laboratory'],
  ...more,
});
const file = (...indicators: readonly object[]) => JSON.stringify({ indicators }, null, 2);

test('an indicators file is read entry by entry, and each slip is told at its place', () => {
  const text = file(
    entry({ context: ['CIRT | CSIRT'], without: ['drill'], pillar: 'technical', values: [3], note: 'ours' }),
    entry({ id: 'second', scope: 'total' }),
    entry({ id: 'third', unit: undefined }),
    entry({ id: 'fourth', units: ['lab'] }),
    entry({ id: 'fifth', context: 'CIRT' }),
  );
  const { indicators, problems } = parseIndicators(text);
  assert.deepEqual(
    indicators.map(one => one.id),
    ['labs'],
  );
  assert.deepEqual(indicators[0].context, ['CIRT | CSIRT']);
  const at = problems.map(({ span }) => text.slice(span.start, span.end));
  assert.equal(at[0], '"total"');
  assert.match(at[1], /"third"/);
  assert.deepEqual(at.slice(2), ['"units"', '"CIRT"']);
  for (const { message } of problems) assert.match(message, /[.]$/);
});

test('an indicators file that is none has one message and no entries', () => {
  for (const text of ['', '[]', '{}', '{"indicators": 3}', 'nonsense', '{"indicators": [']) {
    const { indicators, problems } = parseIndicators(text);
    assert.deepEqual(indicators, []);
    assert.ok(problems.length > 0, text);
  }
});

test('an entry is added to an indicators file, or exchanged', () => {
  const added = withIndicator(undefined, { id: 'labs', label: 'Labs', scope: 'period', unit: ['lab'] });
  const both = withIndicator(added, { id: 'more', label: 'More', scope: 'period', unit: ['more'] });
  const changed = withIndicator(both, { id: 'labs', label: 'Rooms', scope: 'as-of', unit: ['room'] });
  assert.deepEqual(
    parseIndicators(changed).indicators.map(one => one.label),
    ['Rooms', 'More'],
  );
  assert.deepEqual(parseIndicators(changed).problems, []);
});

test('“Track as the same figure” writes an entry that then links the two figures', () => {
  const read = (year: number, text: string) => readReport(`${year}.md`, parse(frame(text, year)));
  const earlier = read(
    2024,
    '4.1 The fund of Lusaka paid the travel of 18 young engineers to the summer school.',
  );
  const draft = read(
    2025,
    '4.1 Last winter 25 engineers received grants for their travel from the fund of Lusaka, which the ministry pays.',
  );
  const { proposals } = linkSeries(draft, [earlier], INDICATORS);
  const [change] = trackFix(proposals[0]).files ?? [];
  assert.equal(change.path, '.gca-report/indicators.json');
  const { indicators, problems } = parseIndicators(change.update(undefined));
  assert.deepEqual(problems, []);
  assert.deepEqual(indicators, [indicatorFor(proposals[0].claim, proposals[0].earlier)]);
});

const reportWith = (text: string) => readReport('2025.md', parse(frame(text, 2025)));

test('a confirmation speaks of one number, one thing and one year', () => {
  const { report, blocks } = reportWith(
    '<!-- gca-report-confirmed 84 countries 2025 -- asked the regional offices -->\n3.1 Help went to 84 countries.',
  );
  const block = blocks.find(one => one.claims.length > 0);
  assert.ok(block);
  const [claim] = block.claims;
  const confirmations = confirmationsIn(report);
  assert.deepEqual(
    confirmations.map(({ value, unit, year }) => ({ value, unit, year })),
    [{ value: 84, unit: 'countries', year: 2025 }],
  );
  const near = () => true;
  const far = () => false;
  const { span } = block.block;
  assert.equal(isConfirmed(claim, 2025, span, confirmations, near), true);
  assert.equal(isConfirmed(claim, 2025, span, confirmations, far), false, 'another paragraph stands between');
  assert.equal(isConfirmed(claim, 2026, span, confirmations, near), false, 'the year moved on');
  assert.equal(
    isConfirmed({ ...claim, value: 85 }, 2025, span, confirmations, near),
    false,
    'the number changed',
  );
  assert.equal(
    isConfirmed({ ...claim, unit: 'schools' }, 2025, span, confirmations, near),
    false,
    'another thing',
  );
});

test('the comment that confirms a figure is read back as its confirmation', () => {
  const [claim] = reportWith('3.1 Help went to more than 12 500 Member States.').blocks.flatMap(
    block => block.claims,
  );
  const { report } = reportWith(`${confirmationNote(claim, 2025)}\n3.1 Nothing.`);
  assert.deepEqual(
    confirmationsIn(report).map(({ value, unit, year }) => [value, unit, year]),
    [[12500, 'Member States', 2025]],
  );
});

test('confirmations in the workspace’s file are kept, each once; what is none is passed over', () => {
  const first = withConfirmation(undefined, { value: 84, unit: 'countries', year: 2025 });
  const again = withConfirmation(first, { value: 84, unit: 'country', year: 2025 });
  const second = withConfirmation(again, { value: 84, unit: 'countries', year: 2026 });
  assert.deepEqual(
    parseConfirmed(second).entries.map(one => one.year),
    [2025, 2026],
  );
  const wrong = parseConfirmed('{"confirmed": [3, {"value": "84", "unit": "a", "year": 2025}, null]}');
  assert.deepEqual(wrong.entries, []);
  assert.equal(wrong.problems.length, 3);
  for (const text of ['', '[]', 'nonsense', '{"confirmed": {}}']) {
    const { entries, problems } = parseConfirmed(text);
    assert.deepEqual(entries, []);
    assert.ok(problems.length > 0, text);
  }
});
