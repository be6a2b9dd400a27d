/** Loading: a series at a time, each once; what is missing or damaged is told once and stays unknown. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Catalogue, type CatalogueProblem } from '../../server/catalogue/catalogue.ts';

const DATA = new URL('../../data/', import.meta.url);

/** A catalogue over the shipped files, some of them replaced (undefined: missing), with a record of what was read. */
function open(replaced: Record<string, string | undefined> = {}) {
  const reads: string[] = [];
  const problems: CatalogueProblem[] = [];
  const read = async (name: string) => {
    reads.push(name);
    if (!(name in replaced)) return readFileSync(new URL(name, DATA), 'utf8');
    const text = replaced[name];
    if (text === undefined) throw new Error(`there is no ${name}`);
    return text;
  };
  return { catalogue: new Catalogue({ read }, problem => problems.push(problem)), reads, problems };
}

const X = 'catalogue/itu-t-X.txt';
const shipped = readFileSync(new URL(X, DATA), 'utf8');

test('a series is read when it is first needed, and once', async () => {
  const { catalogue, reads } = open();
  assert.equal(catalogue.get('X.1205'), undefined);
  await Promise.all([catalogue.ready(['X.1205']), catalogue.ready(['X.1060', 'X-series'])]);
  assert.deepEqual(reads, ['catalogue/index.json', X]);
  assert.equal(catalogue.get('X.1205')?.title, 'Overview of cybersecurity');
  assert.equal(catalogue.ready(['X.1205', 'X', 'X.9999', 'ITU-T X.500']), undefined);
  assert.equal(catalogue.get('Y.3805'), undefined);
  await catalogue.ready('all');
  assert.equal(reads.length, catalogue.about!.shards.length + 1);
  assert.equal(catalogue.ready('all'), undefined);
  assert.equal(catalogue.ready(['Y.3805', 'M.2083']), undefined);
});

test('the sector narrows what is read', async () => {
  const { catalogue, reads } = open();
  await catalogue.ready(['M.2083'], 'ITU-R');
  assert.deepEqual(reads, ['catalogue/index.json', 'catalogue/itu-r-M.txt']);
  assert.equal(catalogue.get('Recommendation ITU-R M.2083-0')?.sector, 'ITU-R');
});

test('what is no identifier loads nothing and finds nothing', async () => {
  const { catalogue, reads } = open();
  for (const odd of [
    '',
    ' ',
    'constructor',
    '__proto__',
    'W.1',
    '5G',
    'x'.repeat(100_000),
    '\ud800',
    'Resolution 130',
  ]) {
    await catalogue.ready([odd]);
    assert.equal(catalogue.get(odd), undefined);
    catalogue.nearest(odd);
    catalogue.startingWith(odd, 3);
  }
  assert.ok(reads.length <= 3, reads.join());
});

test('a missing file is told once, the others keep working', async () => {
  const { catalogue, problems } = open({ [X]: undefined });
  await catalogue.ready('all');
  await catalogue.ready('all');
  assert.equal(catalogue.ready(['X.1205']), undefined);
  assert.equal(catalogue.get('X.1205'), undefined);
  assert.ok(catalogue.get('Y.3805'));
  assert.deepEqual(
    problems.map(problem => problem.file),
    [X],
  );
  assert.match(problems[0].message, /cannot be read: there is no/);
  assert.deepEqual(
    catalogue.nearest('X.1701').filter(entry => entry.series === 'X'),
    [],
  );
});

test('a missing or damaged index is told once, everything is unknown', async () => {
  for (const text of [undefined, '', '{"shards":[]}', 'null', '[']) {
    const { catalogue, problems } = open({ 'catalogue/index.json': text });
    await catalogue.ready(['X.1205']);
    await catalogue.ready('all');
    assert.equal(catalogue.ready(['X.1205']), undefined);
    assert.equal(catalogue.get('X.1205'), undefined);
    assert.equal(catalogue.about, undefined);
    assert.equal(problems.length, 1);
  }
});

test('a damaged shard gives nothing wrong', async () => {
  const lines = shipped.split('\n');
  const damaged: [string, RegExp][] = [
    ['', /first line/],
    ['<html>not found</html>', /first line/],
    [shipped.slice(0, shipped.length / 2), /cut off|lines/],
    [`${lines.slice(0, 100).join('\n')}\n`, /99 of \d+ lines/],
    [`${shipped}X.9999\t20200101f\tMade up\n`, /more than/],
    [shipped.slice(0, -1), /cut off/],
  ];
  for (const [text, message] of damaged) {
    const { catalogue, problems } = open({ [X]: text });
    await catalogue.ready(['X.1205']);
    assert.equal(catalogue.get('X.1205'), undefined);
    assert.equal(problems.length, 1);
    assert.match(problems[0].message, message);
  }
});

test('a damaged line costs its own text alone', async () => {
  const at = shipped.indexOf('\nX.1205\t') + 1;
  const text = `${shipped.slice(0, at)}X.1205\tsometime\tOverview${shipped.slice(shipped.indexOf('\n', at))}`;
  const { catalogue, problems } = open({ [X]: text });
  await catalogue.ready(['X.1205']);
  assert.equal(catalogue.get('X.1205'), undefined);
  assert.equal(catalogue.get('X.1205'), undefined);
  assert.ok(catalogue.get('X.1206'));
  assert.ok(catalogue.searchTitle('cybersecurity', 10).length > 5);
  assert.equal(problems.length, 1);
  assert.match(problems[0].message, /X\.1205/);
});

test('line ends of another system change nothing', async () => {
  const { catalogue, problems } = open({ [X]: shipped.replaceAll('\n', '\r\n') });
  await catalogue.ready(['X.1205']);
  assert.equal(catalogue.get('X.1205')?.title, 'Overview of cybersecurity');
  assert.deepEqual(problems, []);
});

test('an identifier is found however it is written', async () => {
  const { catalogue } = open();
  await catalogue.ready('all');
  const written: [string, string][] = [
    ['X.1303 bis', 'X.1303bis'],
    ['X.1303\u00a0bis', 'X.1303bis'],
    ['X Suppl. 36', 'X.Suppl.36'],
    ['X.Sup36', 'X.Suppl.36'],
    ['X.Suppl36', 'X.Suppl.36'],
    ['X-series Supplement 36', 'X.Suppl.36'],
    ['Recommendation ITU-T X.1205', 'X.1205'],
    ['Rec. ITU-T X.1205', 'X.1205'],
    ['ITU-T Rec. X.1205', 'X.1205'],
    ['G.709', 'G.709'],
    ['G.8013', 'G.8013/Y.1731'],
    ['Y.1331', 'G.709/Y.1331'],
    ['Y.3053 (2018) Amd.1', 'Y.3053 (2018) Amd. 1'],
    ['E.156 Suppl. 2', 'E.156 Suppl.2'],
    ['D.300 R', 'D.300R'],
    ['SEC-QKD', 'TR.sec-qkd'],
    ['QSTR-USSD', 'QSTR-USSD'],
    ['M.2012-7', 'M.2012'],
    ['Report ITU-R M.2083', 'Report M.2083'],
    ['Resolution ITU-R 1-9', 'ITU-R Res.1'],
  ];
  for (const [spelling, id] of written) assert.equal(catalogue.get(spelling)?.id, id, spelling);
  assert.ok(Object.isFrozen(catalogue.get('X.1205')));
});
