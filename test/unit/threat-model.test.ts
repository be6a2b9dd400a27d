import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { MUTATIONS } from '../../scripts/mutations/list.ts';
import { ROOT } from '../../scripts/root.ts';

/** The table of SECURITY.md, the tests that it names, and the mutations that show that the tests hold something. */

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const rows = [...read('SECURITY.md').matchAll(/^\| (S\d+) \|(.*)\|$/gm)].map(([, row, rest]) => {
  const cells = rest.split('|').map(cell => cell.trim());
  return { row, cells, tests: [...cells[4].matchAll(/`([\w-]+)`/g)].map(([, name]) => name), date: cells[5] };
});

test('every row of the threat model is whole, and names tests that there are', () => {
  assert.ok(rows.length >= 25);
  rows.forEach(({ row, cells, tests, date }, i) => {
    assert.equal(row, `S${i + 1}`);
    assert.ok(cells.length === 6 && cells.every(cell => cell !== ''), row);
    assert.match(date, /^20\d\d-\d\d-\d\d$/, row);
    assert.ok(tests.length > 0, row);
    for (const name of tests) assert.ok(existsSync(join(ROOT, 'test', 'unit', `${name}.test.ts`)), name);
  });
});

test('every defence can be taken out, and each test that a row names is shown to hold it', () => {
  const shown = new Set(MUTATIONS.map(({ row, test: [file] }) => `${row} ${file}`));
  for (const { row } of MUTATIONS)
    assert.ok(
      rows.some(one => one.row === row),
      row,
    );
  for (const { row, tests } of rows)
    for (const name of tests) assert.ok(shown.has(`${row} ${name}`), `${row} ${name}`);
});

test('what is taken out stands in its file once, and its test is there', () => {
  for (const {
    row,
    out,
    file,
    from,
    to,
    test: [name, title],
  } of MUTATIONS) {
    assert.equal(read(file).split(from).length - 1, 1, `${row}, ${out}: not once in ${file}`);
    assert.notEqual(from, to);
    const tests = read(`test/unit/${name}.test.ts`);
    // Some names are put together: `${route}: no link is followed`.
    const words = title.slice(title.indexOf(': ') < 0 ? 0 : title.indexOf(': ') + 2);
    assert.ok(
      tests.includes(title) || tests.includes(`: ${words}`),
      `${row}: ${name} has no test “${title}”`,
    );
  }
});
