/** The facts that ship: complete, found by every spelling, small, and the same as what they were compiled from. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { type Fact, factsOf, readFacts } from '../../server/catalogue/compile/facts.ts';
import { compileInstruments, type InstrumentFact } from '../../server/catalogue/compile/instruments.ts';
import { compileCatalogue } from '../../server/catalogue/compile/shards.ts';
import type { EntryFacts } from '../../server/catalogue/entry.ts';
import { encodeEntry, encodeHeader } from '../../server/catalogue/format.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { shardFile } from '../../server/catalogue/library.ts';
import { Shard } from '../../server/catalogue/shard.ts';

const DATA = new URL('../../data/', import.meta.url);
const SOURCE = new URL('../../../shared/catalogue/', import.meta.url);
const read = async (name: string) => readFileSync(new URL(name, DATA), 'utf8');

async function loaded(): Promise<Catalogue> {
  const catalogue = new Catalogue({ read }, ({ file, message }) => assert.fail(`${file}: ${message}`));
  await catalogue.ready('all');
  return catalogue;
}

test('all files together stay below 700 kB, each deflated', () => {
  const folder = new URL('catalogue/', DATA);
  const sizes = readdirSync(folder).map(
    name => deflateRawSync(readFileSync(new URL(name, folder)), { level: 9 }).length,
  );
  const sum = sizes.reduce((total, size) => total + size, 0);
  assert.ok(sum < 700_000, `${sum} bytes`);
});

test('the index tells what the shards hold', async () => {
  const catalogue = await loaded();
  const counts = new Map<string, number>();
  for (const { id, sector } of catalogue.ids()) {
    const entry = catalogue.get(id, sector)!;
    const key = `${entry.sector} ${entry.kind}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const told = new Map<string, number>();
  for (const { sector, kinds } of catalogue.about!.shards) {
    for (const [kind, count] of Object.entries(kinds)) {
      told.set(`${sector} ${kind}`, (told.get(`${sector} ${kind}`) ?? 0) + count);
    }
  }
  assert.deepEqual(counts, told);
  assert.equal(counts.get('ITU-T recommendation'), 6716);
  assert.equal(counts.get('ITU-R recommendation'), 1579);
  assert.match(catalogue.about!.asOf, /^\d{4}-\d\d$/);
  assert.match(catalogue.about!.compiled, /^\d{4}-\d\d-\d\d$/);
});

test('every identifier and every other spelling leads to its text', async () => {
  const catalogue = await loaded();
  const known = new Set([...catalogue.ids()].map(({ id, sector }) => `${sector} ${id}`));
  let spellings = 0;
  for (const { id, sector } of catalogue.ids()) {
    const entry = catalogue.get(id, sector);
    assert.equal(entry?.id, id);
    assert.equal(entry.sector, sector);
    for (const spelling of entry.aka) {
      spellings++;
      const found = catalogue.get(spelling, sector);
      if (known.has(`${sector} ${spelling}`))
        assert.equal(found?.id, spelling, 'an identifier wins over a spelling');
      else
        assert.ok(found && (found.id === entry.id || found.aka.includes(spelling)), `${spelling} of ${id}`);
    }
    for (const part of entry.parts) assert.equal(catalogue.get(part, sector)?.partOf, id);
    for (const supplement of entry.supplements)
      assert.equal(catalogue.get(supplement, sector)?.kind, 'supplement');
    if (entry.supersededBy) assert.ok(catalogue.get(entry.supersededBy, sector), `successor of ${id}`);
    assert.ok(entry.url === null || /^https:\/\/www\.itu\.int\/\S+$/.test(entry.url), `${id}: ${entry.url}`);
    for (const { url } of entry.editions) assert.ok(url === null || !/\s/.test(url), `${id}: ${url}`);
  }
  assert.ok(spellings > 2400);
});

test('one spelling at a time, nothing else loaded, leads to the same text', async () => {
  const all = await loaded();
  const away = Object.entries(all.about!.elsewhere);
  assert.ok(away.length > 150);
  for (const [spelling, id] of away.filter((_, index) => index % 25 === 0)) {
    const fresh = new Catalogue({ read });
    await fresh.ready([spelling]);
    assert.equal(fresh.get(spelling)?.id, id);
  }
  const [id] = Object.keys(all.about!.related).filter(one => all.get(one)!.supersededBy);
  const fresh = new Catalogue({ read });
  await fresh.ready([id]);
  assert.ok(fresh.get(fresh.get(id)!.supersededBy!), 'its successor is loaded with it');
});

test('numbers that exist in both sectors are told apart', async () => {
  const catalogue = await loaded();
  const both = [...catalogue.ids()].filter(
    ({ id, sector }) => sector === 'ITU-R' && catalogue.get(id, 'ITU-T')?.id === id,
  );
  assert.equal(both.length, 35);
  for (const { id } of both) {
    assert.deepEqual(catalogue.sectorsOf(id), ['ITU-T', 'ITU-R']);
    assert.equal(catalogue.get(id)?.sector, 'ITU-T');
    assert.equal(catalogue.get(id, 'ITU-R')?.sector, 'ITU-R');
    assert.equal(catalogue.get(`Recommendation ITU-R ${id}`)?.sector, 'ITU-R');
    assert.notEqual(catalogue.get(id, 'ITU-R')?.title, catalogue.get(id, 'ITU-T')?.title);
  }
});

test('every line is written again as it was read', () => {
  const folder = new URL('catalogue/', DATA);
  let lines = 0;
  for (const name of readdirSync(folder).filter(one => one.endsWith('.txt'))) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const shard = Shard.read(text);
    assert.ok(shard instanceof Shard, `${name}: ${shard}`);
    const [first, ...rest] = text.trimEnd().split('\n');
    assert.equal(encodeHeader(shard.header), first);
    rest.forEach((line, index) => {
      assert.equal(encodeEntry(shard.entryAt(index)!, shard.header), line);
    });
    lines += rest.length;
  }
  assert.equal(lines, 12_229);
});

const absent = existsSync(SOURCE) ? false : 'the facts that the catalogue is compiled from are not here';

test('the committed files are what the facts give', { skip: absent }, () => {
  const { files } = compileCatalogue(facts('itu-t'), facts('itu-r'), compiledOn());
  const committed = readdirSync(new URL('catalogue/', DATA)).map(name => `catalogue/${name}`);
  assert.deepEqual([...files.keys()].sort(), committed.sort());
  for (const [name, text] of files)
    assert.ok(text === readFileSync(new URL(name, DATA), 'utf8'), `${name} is out of date`);
  const instruments = readFacts<InstrumentFact>(readFileSync(new URL('instruments.jsonl', SOURCE), 'utf8'));
  const { $schema: _, ...shipped } = INSTRUMENTS.data as typeof INSTRUMENTS.data & { $schema?: string };
  assert.deepEqual(shipped, compileInstruments(instruments, compiledOn()));
});

test('every fact is read back as it was collected', { skip: absent }, async () => {
  const catalogue = await loaded();
  for (const [file, sector] of [
    ['itu-t', 'ITU-T'],
    ['itu-r', 'ITU-R'],
  ] as const) {
    for (const fact of facts(file)) {
      const { statusAt: _, editionAt: __, edition: ___, ...back } = catalogue.get(fact.id, sector)!;
      const wanted = factsOf(fact, sector, catalogue.about!.asOf);
      assert.deepEqual(comparable(back, fact), comparable(wanted, fact));
      assert.ok(
        wanted.parts.every(part => back.parts.includes(part)),
        fact.id,
      );
    }
  }
});

test('a person can read a shard', () => {
  const shard = readFileSync(new URL(shardFile('ITU-T', 'X'), DATA), 'utf8');
  assert.match(shard, /^gca-report catalogue 1\tITU-T\tX\t\d+\t\d{4}-\d\d\t17\t/);
  assert.match(shard, /^X\.1205\t20080418f\tOverview of cybersecurity(\t|$)/m);
});

const facts = (name: string): Fact[] =>
  readFacts<Fact>(readFileSync(new URL(`${name}.jsonl`, SOURCE), 'utf8'));

const compiledOn = (): string =>
  /compiled (\d{4}-\d\d-\d\d)/.exec(readFileSync(new URL('README.md', SOURCE), 'utf8'))![1];

/** Without what the catalogue adds: parts and Supplements told by others, dual numbers, addresses by rule. */
function comparable(entry: EntryFacts, fact: Fact) {
  const editions = entry.editions.map((one, index) =>
    fact.editions[index].url ? one : { ...one, url: null },
  );
  return { ...entry, editions, parts: [], supplements: [], continuedAs: [] };
}
