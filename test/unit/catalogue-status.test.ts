/** The standing of a text on the day of a report, on real facts and on made ones for what real ones do not show. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import type { Edition, EntryFacts, StatusAt } from '../../server/catalogue/entry.ts';
import { isoDate, statusAt } from '../../server/catalogue/status.ts';

const DATA = new URL('../../data/', import.meta.url);
const catalogue = new Catalogue({ read: async name => readFileSync(new URL(name, DATA), 'utf8') });
await catalogue.ready('all');

const day = (iso: string) => isoDate(iso)!;

/** `superseded by 2021-04`, `in force 2008-04`, with a question mark where it is not certain. */
function brief({ status, certain, edition, by }: StatusAt): string {
  const which = by ? ` by ${by.edition?.date}` : edition ? ` ${edition.date}` : '';
  return `${status}${which}${certain ? '' : '?'}`;
}

const on = (id: string, date: string, edition?: string): string =>
  brief(catalogue.get(id)!.statusAt(day(date), edition));

test('an edition cited is judged by what had been approved before the report', () => {
  assert.equal(on('X.1252', '2019-05-01', '2010'), 'in force 2010-04');
  assert.equal(on('X.1252', '2022-03-01', '2010'), 'superseded by 2021-04');
  assert.equal(on('X.1252', '2022-03-01', '2010-04'), 'superseded by 2021-04');
  assert.equal(on('X.1060', '2022-03-01', '2021'), 'in force 2021-06');
  assert.equal(on('X.1060', '2026-05-01', '2021'), 'superseded by 2026-03');
  assert.equal(on('X.509', '2014-02-10', '2008'), 'superseded by 2012-10');
});

test('without an edition the text itself is judged: a later edition does not count before its time', () => {
  assert.equal(on('X.1252', '2019-05-01'), 'in force 2010-04');
  assert.equal(on('X.1252', '2022-03-01'), 'in force 2021-04');
  assert.equal(on('X.509', '2014-02-10'), 'in force 2012-10');
  assert.equal(on('X.1205', '2014-02-10'), 'in force 2008-04');
  assert.equal(catalogue.get('X.509')!.editionAt(day('2010-01-01'))?.date, '2008-11');
  assert.equal(catalogue.get('X.1205')!.editionAt(day('2000-01-01')), undefined);
});

test('before its approval a text does not exist', () => {
  assert.equal(on('X.1702', '2019-05-01'), 'not yet approved 2019-11');
  assert.equal(on('X.1211', '2014-02-10', '2014'), 'not yet approved 2014-09');
  assert.equal(on('X.1211', '2014-09-30'), 'in force 2014-09');
});

test('what a date leaves open counts for the report', () => {
  // X.1252 was approved in April 2021: a report of that year alone may be older or newer.
  assert.equal(on('X.1252', '2021', '2010'), 'in force 2010-04?');
  assert.equal(on('X.1252', '2021-04-01', '2010'), 'in force 2010-04');
  assert.equal(on('X.1252', '2021-05', '2010'), 'superseded by 2021-04');
  assert.match(on('X.1211', '2014'), /^in force/);
});

test('when a text was withdrawn or given up is not known: nothing rests on it before the facts', () => {
  const withdrawn = [...catalogue.ids()].filter(({ id, sector }) => {
    const entry = catalogue.get(id, sector)!;
    return (
      entry.editions.length === 1 &&
      entry.editions[0].status === 'withdrawn' &&
      !entry.supersededBy &&
      !entry.partOf
    );
  });
  assert.ok(withdrawn.length > 100);
  for (const { id, sector } of withdrawn) {
    const entry = catalogue.get(id, sector)!;
    const { approved, date } = entry.editions[0];
    const then = entry.statusAt(day('2019-05-01'));
    if (entry.editions[0].dateIsPosting || (approved ?? date) > '2019') continue;
    assert.deepEqual([then.status, then.reason, then.certain], ['withdrawn', 'end-unknown', false], id);
    assert.equal(entry.statusAt(day('2027-01-01')).certain, true, id);
  }
  assert.equal(on('A.10', '2014-02-10'), 'superseded 1993-03?');
  assert.equal(on('A.10', '2027-01-01'), 'superseded 1993-03');
});

test('an amendment falls with the edition that it amends', () => {
  assert.equal(on('X.509 (2012) Cor. 1', '2019-05-01'), 'superseded by 2016-10');
  assert.equal(on('X.509 (2012) Cor. 1', '2016-01-01'), 'in force 2015-05?');
  assert.equal(on('X.509 (2019) Amd. 1', '2025-01-01'), 'in force 2024-10');
});

test('an edition that never was is told, unless its year is that of an amendment', () => {
  assert.equal(on('X.1205', '2022-03-01', '2010'), 'unknown');
  assert.equal(on('X.509', '2025-01-01', '2024'), 'unknown?');
  assert.equal(on('X.1205', '2030-01-01', '2029'), 'unknown?');
});

test('ITU-R: by revision, and nothing rests on a date of posting', () => {
  const on = (id: string, date: string, edition?: string) =>
    brief(catalogue.get(id, 'ITU-R')!.statusAt(day(date), edition));
  assert.equal(on('M.2012', '2022-06-01', '-1'), 'superseded by 2022-02');
  assert.equal(on('M.2012', '2013-02-10', '-0'), 'in force 2012-01');
  assert.equal(catalogue.get('M.2012', 'ITU-R')!.edition('-7')?.date, '2026-02');
  // Its status comes from a snapshot of 2020.
  assert.equal(on('M.2083', '2019-05-01'), 'in force 2015-09');
  assert.equal(on('M.2083', '2023-05-01'), 'in force 2015-09?');
  for (const { id, sector } of catalogue.ids()) {
    const entry = catalogue.get(id, sector)!;
    if (!entry.editions[0]?.dateIsPosting) continue;
    const before = entry.statusAt(day('1950-01-01'));
    assert.deepEqual([before.status, before.certain], ['not yet approved', false], id);
  }
});

test('nothing certain is ever said of what rests on memory', () => {
  for (const { id, sector } of catalogue.ids()) {
    const entry = catalogue.get(id, sector)!;
    if (!entry.unverified) continue;
    for (const date of ['1990', '2014-02-10', '2022-03-01', '2030'])
      assert.equal(entry.statusAt(day(date)).certain, false, id);
  }
});

const edition = (date: string, status: Edition['status'], more: Partial<Edition> = {}): Edition => ({
  date: date.slice(0, 7),
  ...(date.length > 7 && { approved: date }),
  status,
  title: 'Made up',
  iso: null,
  url: null,
  ...more,
});

const made = (id: string, editions: readonly Edition[], more: Partial<EntryFacts> = {}): EntryFacts => ({
  ...catalogue.get('X.1205')!,
  id,
  editions,
  ...more,
});

test('another number takes the place from its approval on; a merger with an older text has no date', () => {
  const texts = new Map([
    ['X.2', made('X.2', [edition('2010-03-05', 'in force')])],
    ['X.3', made('X.3', [edition('1990-01-01', 'in force')])],
  ]);
  const old = made('X.1', [edition('2001-06-01', 'superseded')], { supersededBy: 'X.2' });
  const on = (entry: EntryFacts, date: string) => brief(statusAt(entry, id => texts.get(id), day(date)));
  assert.equal(on(old, '2011'), 'superseded by 2010-03');
  assert.equal(on(old, '2009'), 'superseded 2001-06?');
  assert.equal(on({ ...old, supersededBy: 'X.3' }, '2011'), 'superseded 2001-06?');
  assert.equal(on({ ...old, supersededBy: 'X.4' }, '2011'), 'superseded 2001-06?');
});

test('a number that went on as part of a dual one is judged as that', () => {
  assert.equal(on('G.709', '1999-01-01'), 'withdrawn 1993-03?');
  assert.equal(on('G.709', '2018-01-01'), 'in force 2016-06');
  assert.equal(catalogue.get('G.709')!.statusAt(day('2018-01-01')).as, 'G.709/Y.1331');
  assert.equal(on('G.709', '2018-01-01', '2012'), 'superseded by 2016-06');
  assert.equal(on('Y.1731', '2026-01-01'), 'in force 2023-06');
  assert.equal(on('X.400', '2022-01-01', '1999'), 'in force 1999-06');
  assert.equal(on('X.400', '2022-01-01', '1984'), 'superseded by 1999-06');
});

test('the day of the report itself: an edition approved on it neither replaces nor is missing', () => {
  const entry = made('X.1', [edition('2001-06-01', 'superseded'), edition('2014-02-10', 'in force')]);
  const on = (date: string, cited?: string) => brief(statusAt(entry, () => undefined, day(date), cited));
  assert.equal(on('2014-02-10', '2001'), 'in force 2001-06?');
  assert.equal(on('2014-02-11', '2001'), 'superseded by 2014-02');
  assert.equal(on('2014-02-10', '2014'), 'in force 2014-02');
  assert.equal(on('2014-02-09', '2014'), 'not yet approved 2014-02');
});

test('a text without editions is unknown', () => {
  assert.deepEqual(
    statusAt(made('X.1', []), () => undefined, day('2014')),
    { status: 'unknown', reason: 'not-stated', certain: false },
  );
  assert.equal(isoDate('May 2014'), undefined);
});
