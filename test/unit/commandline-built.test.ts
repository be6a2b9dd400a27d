import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ROOT } from '../../scripts/root.ts';
import { built } from './support/built.ts';
import { plan2023, write } from './support/reports.ts';

/** The command line as it ships. */
const folder = mkdtempSync(join(tmpdir(), 'gca-report-built-'));

let cli: string;

before(() => {
  cli = built('cli.js');
  writeFileSync(join(folder, 'sound.md'), write(plan2023(), 'markdown'));
  writeFileSync(join(folder, 'faulty.md'), write(plan2023(), 'markdown').replace('2.2 More', '2.1 More'));
});

after(() => rmSync(folder, { recursive: true, force: true }));

const call = (argv: readonly string[], input = '') =>
  spawnSync(process.execPath, [cli, ...argv], { cwd: folder, input, encoding: 'utf8' });

test('the exit status is that of the run', () => {
  assert.equal(call(['check', 'sound.md']).status, 0);
  assert.equal(call(['check', 'faulty.md']).status, 1);
  assert.equal(call(['check', 'nowhere.md']).status, 2);
  assert.equal(call(['nonsense']).status, 2);
});

test('nothing but the answer goes to standard output', () => {
  const { stdout, stderr, status } = call(['check', 'nowhere.md', 'faulty.md', '--format', 'json']);
  assert.equal(status, 2);
  assert.equal(JSON.parse(stdout).files.length, 2);
  assert.match(stderr, /^gca-report: nowhere\.md: /);
});

test('standard input', () => {
  assert.equal(call(['check', '-'], readFileSync(join(folder, 'faulty.md'), 'utf8')).status, 1);
});

test('a place where nothing can be written ends with a word and 2, not with a stack', () => {
  const { stderr, status } = call(['check', 'sound.md', '--output', join('no', 'where.json')]);
  assert.equal(status, 2);
  assert.match(stderr, /^gca-report: /);
  assert.doesNotMatch(stderr, /\n\s+at /);
});

test('the samples: the archive has no error, the draft has', () => {
  const samples = join(ROOT, 'samples');
  assert.equal(call(['check', join(samples, 'archive')]).status, 0);
  assert.equal(
    call(['check', join(samples, 'draft-2025.gca.md'), '--archive', join(samples, 'archive')]).status,
    1,
  );
});

test('an answer that nobody reads to its end is no failure, and the status is still that of the run', {
  skip: process.platform === 'win32',
}, () => {
  for (const [command, status] of [
    ['--help', 0],
    ['check faulty.md --format json', 1],
    ['new --year 2026', 0],
    ['check faulty.md nowhere.md', 2],
  ] as const) {
    const script = `("${process.execPath}" "${cli}" ${command}; echo "status $?" >&2) | true`;
    const { stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
    assert.match(stderr, new RegExp(`status ${status}\n$`), command);
    assert.doesNotMatch(stderr, /\n\s+at |EPIPE/, command);
  }
});

test('a watch ends when nobody reads its answers any more', { skip: process.platform === 'win32' }, () => {
  const script = `("${process.execPath}" "${cli}" check faulty.md --watch; echo "status $?" >&2) | true`;
  const { stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8', timeout: 10_000 });
  assert.match(stderr, /^gca-report: watching.*\nstatus 1\n$/);
});
