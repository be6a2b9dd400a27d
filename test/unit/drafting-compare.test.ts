import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alignParagraphs } from '../../server/drafting/align.ts';
import { compare } from '../../server/drafting/compare.ts';
import { previousParagraph } from '../../server/drafting/previous.ts';
import { unitsOf } from '../../server/drafting/units.ts';
import { madeFrom, readingOf, requestFor } from './support/drafting.ts';
import { sloppyReport, soundReport, textOf } from './support/random-reports.ts';
import { DIALECTS, numbered, plan2023, withParagraphs, write } from './support/reports.ts';

const texts = [
  'ITU has helped 24 countries to set up a team that responds to incidents.',
  'The exercise for the Arab States took place in Muscat, and that for Africa in Lusaka.',
  'A guide on national strategies is kept up to date together with partners.',
];
const last = write(withParagraphs(plan2023(), '3', numbered('3', ...texts)), 'markdown');
const earlier = readingOf(last, 'archive/2025.md');
const pairsOf = (...now: string[]) =>
  alignParagraphs(
    readingOf(write(withParagraphs(plan2023(), '3', numbered('3', ...now)), 'markdown'), 'draft-2026.md'),
    earlier,
  )
    .filter(pair => (pair.draft ?? pair.earlier)?.role === 'organizational')
    .map(
      ({ state, draft, earlier, moved }) =>
        `${earlier?.place ?? '–'} ${draft?.place ?? '–'} ${state}${moved ? ' moved' : ''}`,
    );

test('carried over, edited, new and dropped, in the draft’s order', () => {
  assert.deepEqual(pairsOf(...texts), [
    '3.1 3.1 carried-over',
    '3.2 3.2 carried-over',
    '3.3 3.3 carried-over',
  ]);
  assert.deepEqual(
    pairsOf(
      'ITU has helped 31 countries to set up a team that responds to incidents.',
      'Something else was begun altogether.',
      texts[2],
    ),
    ['3.1 3.1 edited', '3.2 – dropped', '– 3.2 new', '3.3 3.3 carried-over'],
  );
});

test('what was moved and renumbered stays beside its former self', () => {
  assert.deepEqual(pairsOf(texts[2], texts[0], texts[1]), [
    '3.3 3.1 carried-over moved',
    '3.1 3.2 carried-over',
    '3.2 3.3 carried-over',
  ]);
  const away = alignParagraphs(
    readingOf(write(withParagraphs(plan2023(), '5', numbered('5', texts[1])), 'markdown'), 'draft-2026.md'),
    earlier,
  ).find(({ draft }) => draft?.place === '5.1');
  assert.deepEqual([away?.earlier?.place, away?.moved, away?.state], ['3.2', true, 'carried-over']);
});

test('a new draft is carried over whole, with its open marks counted', () => {
  const draft = readingOf(madeFrom(last, 'archive/2025.md', 2026), 'draft-2026.gca.md');
  const pairs = alignParagraphs(draft, earlier);
  assert.ok(
    pairs.every(({ state, moved }) => state === 'carried-over' && !moved),
    JSON.stringify(pairs.map(({ state }) => state)),
  );
  assert.equal(pairs.find(({ draft }) => draft?.place === '3.1')?.draft?.marks, 1);
});

test('the dialect makes no difference', () => {
  for (const dialect of DIALECTS) {
    const same = readingOf(
      write(withParagraphs(plan2023(), '3', numbered('3', ...texts)), dialect),
      'draft-2026.txt',
    );
    assert.ok(
      alignParagraphs(same, earlier).every(({ state }) => state === 'carried-over'),
      dialect,
    );
  }
});

test('every paragraph of both is there once, in any two reports, and the aligned texts have the same lines', () => {
  fc.assert(
    fc.property(sloppyReport, soundReport, (now, before) => {
      const draft = readingOf(now, 'draft-2025.md');
      const old = readingOf(textOf(before), 'archive/2024.md');
      const { rows, left, right } = compare(draft, old, [old]);
      assert.deepEqual(
        rows.flatMap(row => row.draft ?? []),
        unitsOf(draft),
      );
      assert.deepEqual(new Set(rows.flatMap(row => row.earlier ?? [])), new Set(unitsOf(old)));
      assert.equal(rows.flatMap(row => row.earlier ?? []).length, unitsOf(old).length);
      const [a, b] = [left.split('\n'), right.split('\n')];
      assert.equal(a.length, b.length);
      for (const { draft: d, earlier: e, line } of rows) {
        assert.equal(a[line], e?.lines[0] ?? '');
        assert.equal(b[line], d?.lines[0] ?? '');
      }
    }),
    { seed: 2026, numRuns: 60 },
  );
});

test('pillars: words, figures and Recommendations by year; one that went silent, unless it is still to confirm', () => {
  const one = readingOf(
    write(
      withParagraphs(plan2023(), '2', numbered('2', 'SG17 approved X.1060, X.1061 and X.1060 for 12 teams.')),
      'markdown',
    ),
    'archive/2025.md',
  );
  const silent = readingOf(
    write(
      { ...plan2023(), sections: plan2023().sections.filter(({ number }) => number !== '2') },
      'markdown',
    ),
    'draft-2026.md',
  );
  const pillars = compare(silent, one, [one]).pillars;
  const technical = pillars.find(({ role }) => role === 'technical');
  assert.equal(technical?.silent, true);
  assert.deepEqual(
    technical.years.map(({ words, figures, recommendations }) => [words, figures, recommendations]),
    [
      [9, 1, 2],
      [0, 0, 0],
    ],
  );
  assert.ok(pillars.filter(({ role }) => role !== 'technical').every(pillar => !pillar.silent));
  const fresh = readingOf(madeFrom(one.report.text, 'archive/2025.md', 2026), 'draft-2026.md');
  assert.ok(compare(fresh, one, [one]).pillars.every(pillar => !pillar.silent));
});

test('last year’s paragraph for the one at hand, and the dropped one behind a new one', () => {
  const now = write(
    withParagraphs(plan2023(), '3', numbered('3', 'Something new was begun.', texts[2])),
    'markdown',
  );
  const draft = readingOf(now, 'draft-2026.md');
  const at = (words: string) => previousParagraph(draft, earlier, now.indexOf(words), requestFor(2026));
  assert.equal(at('A guide on')?.earlier.place, '3.3');
  assert.equal(at('A guide on')?.insert, texts[2]);
  assert.deepEqual(
    at('A guide on')?.sentences.map(({ words }) => words),
    [texts[2]],
  );
  assert.match(previousParagraph(draft, earlier, 0, requestFor(2026))?.insert ?? 'none', /none/);
});
