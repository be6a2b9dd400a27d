import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fixAll } from '../../server/commandline/fix.ts';
import { readInput } from '../../server/commandline/input.ts';
import { type Options, readOptions } from '../../server/commandline/options.ts';
import { openSession, readFolder } from '../../server/commandline/session.ts';
import { commandline, Folder } from './support/commandline.ts';
import { plan2019, plan2023, write } from './support/reports.ts';

/** A call in a folder that somebody else put together. */
let folder: Folder;
let elsewhere: string;
beforeEach(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'gca-report-elsewhere-'));
  writeFileSync(join(elsewhere, '2020.md'), write(plan2019(), 'markdown'));
  writeFileSync(join(elsewhere, 'config.json'), '{ "mode": "submission" }');
  folder = new Folder({ 'draft.md': write(plan2023(), 'markdown') });
});
afterEach(() => {
  folder.remove();
  rmSync(elsewhere, { recursive: true, force: true });
});

test('a configuration that leads out of the folder is no clean run', async () => {
  folder.write('.gca-report/config.json', JSON.stringify({ archive: [elsewhere] }));
  const { status, err } = await commandline(['check', 'draft.md']);
  assert.equal(status, 2);
  assert.match(err, /leads out of this folder/);
});

test('an archive that is a link, and a report in it that is one, are told and left out', async () => {
  symlinkSync(elsewhere, join(folder.path, 'archive'));
  assert.match(
    (await commandline(['check', 'draft.md'])).err,
    /place of the archive was left out\. A link leads/,
  );
  rmSync(join(folder.path, 'archive'));
  mkdirSync(join(folder.path, 'archive'));
  symlinkSync(join(elsewhere, '2020.md'), join(folder.path, 'archive', '2020.md'));
  assert.match(
    (await commandline(['check', 'draft.md'])).err,
    /archive\/2020\.md: This file of the archive was left out\. A link leads/,
  );
});

test('.gca-report as a link is told, and nothing of it counts or is written there', async () => {
  symlinkSync(elsewhere, join(folder.path, '.gca-report'));
  const checked = await commandline(['check', 'draft.md']);
  assert.equal(checked.status, 2);
  assert.match(checked.err, /Nothing of \.gca-report is read\. A link leads/);
  assert.doesNotMatch(checked.out, /mode submission/);
  const { status, err } = await commandline(['check', 'draft.md', '--update-baseline']);
  assert.equal(status, 2);
  assert.match(err, /the baseline was not written\. A link leads/);
  assert.ok(!existsSync(join(elsewhere, 'baseline.json')));
});

test('what the call itself names may be anywhere, and be a link', async () => {
  symlinkSync(join(elsewhere, '2020.md'), join(folder.path, 'linked.md'));
  for (const place of [elsewhere, relative(folder.path, elsewhere), 'linked.md'])
    assert.equal((await commandline(['check', 'draft.md', '--archive', place])).status, 0, place);
  assert.equal((await commandline(['check', 'linked.md'])).status, 0);
  const strict = await commandline(['check', 'draft.md', '--config', join(elsewhere, 'config.json')]);
  assert.equal(strict.err, '');
  const baseline = join(elsewhere, 'accepted.json');
  await commandline(['check', 'draft.md', '--update-baseline', '--baseline', baseline]);
  assert.match(readFileSync(baseline, 'utf8'), /findings/);
});

test('a link in a folder was not named, and is passed over', async () => {
  folder.write('reports/own.md', write(plan2023(), 'markdown'));
  symlinkSync(join(elsewhere, '2020.md'), join(folder.path, 'reports', '2020.md'));
  const { out, err, status } = await commandline(['check', 'reports', '--format', 'json']);
  assert.deepEqual([status, err], [0, '']);
  assert.equal(JSON.parse(out).files.length, 1);
});

test('what is written to a link that the call names is written where it leads, and the link stays', async () => {
  const linked = (name: string, target: string): string => {
    symlinkSync(join(elsewhere, target), join(folder.path, name));
    return join(folder.path, name);
  };
  const real = (name: string): string => readFileSync(join(elsewhere, name), 'utf8');
  const doubled = write(plan2023(), 'markdown').replace('The ', 'The the ');
  writeFileSync(join(elsewhere, 'draft.md'), doubled);
  writeFileSync(join(elsewhere, 'baseline.json'), '');
  writeFileSync(join(elsewhere, 'out.json'), 'old');
  const links = [
    linked('link.md', 'draft.md'),
    linked('b.json', 'baseline.json'),
    linked('o.json', 'out.json'),
  ];
  const fixed = await commandline(['check', 'link.md', '--fix', '--format', 'json', '--output', 'o.json']);
  assert.equal(fixed.err, '');
  assert.doesNotMatch(real('draft.md'), /The the/);
  assert.match(real('out.json'), /"files"/);
  await commandline(['check', 'link.md', '--update-baseline', '--baseline', 'b.json']);
  assert.match(real('baseline.json'), /findings/);
  for (const link of links) assert.ok(lstatSync(link).isSymbolicLink(), link);
  const left = [...readdirSync(folder.path), ...readdirSync(elsewhere)].filter(name => name.startsWith('.'));
  assert.deepEqual(left, []);
});

test('a file that became a link between reading and writing was not named as one: it is not followed', async () => {
  const outside = join(elsewhere, 'draft.md');
  const doubled = write(plan2023(), 'markdown').replace('The ', 'The the ');
  folder.write('reports/draft.md', doubled);
  const notes: string[] = [];
  const note = (message: string): void => void notes.push(message);
  const session = openSession(readOptions(['check', 'reports']) as Options, folder.path, note);
  const { finder } = await readFolder(session);
  const files = await readInput(['reports'], finder, session.project);
  writeFileSync(outside, doubled);
  rmSync(join(folder.path, 'reports', 'draft.md'));
  symlinkSync(outside, join(folder.path, 'reports', 'draft.md'));
  const { refused } = await fixAll(files, session.project, session.workspace, { dryRun: false, note });
  assert.ok(refused);
  assert.match(notes.join(), /changed while it was checked/);
  assert.equal(readFileSync(outside, 'utf8'), doubled);
});

test('what is no file is written to as it is', { skip: process.platform === 'win32' }, async () => {
  const pipe = join(folder.path, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const { status, err } = await commandline(['outline', 'draft.md', '--output', 'pipe']);
  const bytesRead = readSync(reader, Buffer.alloc(65_536));
  closeSync(reader);
  assert.deepEqual([status, err, lstatSync(pipe).isFIFO()], [0, '', true]);
  assert.ok(bytesRead > 100);
});
