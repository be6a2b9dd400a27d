/** `.gca-report/catalogue.json`: what a workspace adds and corrects, and what it gets told about its slips. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { parseLocalCatalogue } from '../../server/catalogue/local.ts';

const DATA = new URL('../../data/', import.meta.url);
const builtIn = new Catalogue({ read: async name => readFileSync(new URL(name, DATA), 'utf8') });
await builtIn.ready(['X', 'M']);

const withLocal = (...entries: unknown[]): Catalogue => {
  const { entries: parsed, problems } = parseLocalCatalogue(JSON.stringify({ entries }));
  assert.deepEqual(problems, []);
  return builtIn.with(parsed);
};

/** What the problems point at, with their messages. */
const told = (text: string): string[] =>
  parseLocalCatalogue(text).problems.map(
    ({ span, message }) => `${text.slice(span.start, span.end)} :: ${message}`,
  );

test('a new text is known, by its number, its other spellings and its title', () => {
  const catalogue = withLocal({
    id: 'X.1999',
    title: 'Guidelines for lighthouse keepers',
    editions: [{ date: '2026-09-01', status: 'in force' }],
    aka: ['X.light-1'],
    source: 'SG17 report of September 2026',
  });
  const entry = catalogue.get('X.1999')!;
  assert.equal(entry.origin, 'workspace');
  assert.equal(entry.kind, 'recommendation');
  assert.equal(entry.url, 'https://www.itu.int/rec/T-REC-X.1999');
  assert.deepEqual(entry.sources, ['SG17 report of September 2026']);
  assert.equal(catalogue.get('X.light-1')?.id, 'X.1999');
  assert.equal(catalogue.byTitle('Guidelines for lighthouse-keepers', 1)[0].entry.id, 'X.1999');
  assert.equal(catalogue.startingWith('X.1999', 3)[0].id, 'X.1999');
  assert.equal(entry.statusAt({ year: 2026, month: 10 }).status, 'in force');
  assert.equal(entry.statusAt({ year: 2026, month: 5 }).status, 'not yet approved');
  assert.equal(builtIn.get('X.1999'), undefined);
});

test('a known text keeps what is not given', () => {
  const catalogue = withLocal({
    id: 'X.1205',
    title: 'Cybersecurity in overview',
    studyGroup: null,
    note: 'as we call it',
  });
  const [known, entry] = [builtIn.get('X.1205')!, catalogue.get('X.1205')!];
  assert.equal(entry.title, 'Cybersecurity in overview');
  assert.equal(entry.studyGroup, null);
  assert.equal(entry.note, 'as we call it');
  assert.deepEqual(
    entry.editions.map(edition => edition.date),
    known.editions.map(edition => edition.date),
  );
  assert.deepEqual(entry.supplements, known.supplements);
  assert.equal(entry.url, known.url);
  assert.equal(
    catalogue.searchTitle('cybersecurity in overview', 1)[0].entry.title,
    'Cybersecurity in overview',
  );
});

test('a newer edition in force ends the older one', () => {
  const catalogue = withLocal({ id: 'X.1205', editions: [{ date: '2026-10', status: 'in force' }] });
  const entry = catalogue.get('X.1205')!;
  assert.deepEqual(
    entry.editions.map(({ date, status }) => [date, status]),
    [
      ['2008-04', 'superseded'],
      ['2026-10', 'in force'],
    ],
  );
  assert.equal(entry.statusAt({ year: 2027 }, '2008').status, 'superseded');
  assert.equal(entry.statusAt({ year: 2022 }, '2008').status, 'in force');
  const corrected = withLocal({ id: 'X.1205', editions: [{ date: '2008-04-20', status: 'withdrawn' }] }).get(
    'X.1205',
  )!;
  assert.deepEqual(
    corrected.editions.map(({ approved, status }) => [approved, status]),
    [['2008-04-20', 'withdrawn']],
  );
});

test('a number that exists wins over another spelling; sectors stay apart', () => {
  const catalogue = withLocal(
    { id: 'X.1999', aka: ['X.1205'] },
    { id: 'M.2083', sector: 'ITU-R', title: 'Vision' },
  );
  assert.equal(catalogue.get('X.1205')?.id, 'X.1205');
  assert.equal(catalogue.get('M.2083', 'ITU-R')?.title, 'Vision');
  assert.notEqual(catalogue.get('M.2083', 'ITU-T')?.title, 'Vision');
});

test('an erroneous entry is told at its place and left out alone', () => {
  const text = `{
  "entries": [
    { "id": "X.1998", "title": 7 },
    { "title": "No number" },
    "X.1997",
    { "id": "X.1996", "sector": "ITU-D" },
    { "id": "X.1995", "editions": [{ "date": "May 2020" }] },
    { "id": "X.1994", "editions": [{ "date": "2020-13" }] },
    { "id": "X.1993", "url": "itu.int" },
    { "id": "X.1992", "aka": "X.one" },
    { "id": "X.1991", "editions": [{ "date": "2020", "status": "valid" }] },
    { "id": "X.1990", "title": "Sound" },
    { "id": "X.1990", "title": "Twice" },
    { "id": "X.1989", "titel": "Misspelt" }
  ]
}`;
  const { entries } = parseLocalCatalogue(text);
  assert.deepEqual(
    entries.map(({ id, facts }) => [id, facts.title]),
    [
      ['X.1990', 'Sound'],
      ['X.1989', undefined],
    ],
  );
  assert.deepEqual(
    told(text).map(line => line.split(' :: ')[0]),
    [
      '7',
      '{',
      '"X.1997"',
      '"ITU-D"',
      '"May 2020"',
      '"2020-13"',
      '"itu.int"',
      '"X.one"',
      '"valid"',
      '"X.1990"',
      '"titel"',
    ],
  );
});

test('a slip of JSON costs what it touches', () => {
  const text = '{ "entries": [ { "id": "X.1998", "title": }, { "id": "X.1997" } ]';
  assert.deepEqual(
    parseLocalCatalogue(text).entries.map(entry => entry.id),
    ['X.1997'],
  );
  assert.deepEqual(
    told(text).map(line => line.split(' :: ')[0]),
    ['{', '}'],
  );
  assert.deepEqual(told('{}'), []);
  assert.match(told('[]')[0], /"entries"/);
  assert.match(told('{"entries": {}}')[0], /list/);
  assert.match(told('{"entry": []}')[0], /"entry" is no property/);
  assert.equal(told('').length, 1);
  assert.deepEqual(told('{"$schema": "x", "entries": []}'), []);
});

test('nothing a person can type makes it throw', () => {
  const key = fc.constantFrom(
    'id',
    'title',
    'editions',
    'date',
    'status',
    'aka',
    'entries',
    '__proto__',
    'url',
    'sector',
  );
  const { value } = fc.letrec(tie => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('X.1205', '', '2020', null, 7, true),
      tie('list'),
      tie('object'),
    ),
    list: fc.array(tie('value'), { maxLength: 3 }),
    object: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  }));
  fc.assert(
    fc.property(value, fc.nat(), (made, cut) => {
      const text = JSON.stringify({ entries: [made] });
      for (const one of [text, text.slice(0, cut % (text.length + 1))]) {
        const { entries, problems } = parseLocalCatalogue(one);
        for (const { span } of problems) assert.ok(span.start <= span.end && span.end <= one.length);
        const catalogue = builtIn.with(entries);
        for (const { id } of entries) catalogue.get(id)?.statusAt({ year: 2022 });
      }
    }),
    { numRuns: 500, seed: 11 },
  );
});
