import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
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
