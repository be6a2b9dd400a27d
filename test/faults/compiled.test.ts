import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../scripts/root.ts';
import { RawClient } from './raw-client.ts';

/** What the engine compiled is kept for the next start: it is taken where it is whole, and made anew where it is not. */
const folder = mkdtempSync(join(tmpdir(), 'gca-compiled-'));
const kept = join(folder, 'kept');
after(() => rmSync(folder, { recursive: true }));

const DRAFT = pathToFileURL(join(ROOT, 'samples/draft-2025.gca.md')).href;
const TEXT = readFileSync(join(ROOT, 'samples/draft-2025.gca.md'), 'utf8');

/** One session of a server that keeps what is compiled in `where`: how many findings the sample has. */
async function session(where: string): Promise<number> {
  const server = new RawClient(process.execPath, [join(ROOT, 'dist/server.js'), '--stdio'], {
    GCA_REPORT_COMPILED: where,
  });
  await server.initialize();
  server.open(DRAFT, TEXT);
  const findings = await server.findings(DRAFT);
  assert.equal(await server.stop(), 0);
  assert.equal(server.log, '');
  return findings;
}

/** The one file that is kept. */
function file(): string {
  const files = readdirSync(kept);
  assert.equal(files.length, 1);
  return join(kept, files[0]);
}

let findings = 0;

test('the first start keeps what was compiled, the second runs from it', async () => {
  findings = await session(kept);
  assert.ok(findings > 10);
  const before = readFileSync(file());
  assert.ok(before.length > 100_000);
  assert.equal(await session(kept), findings);
  // Had the engine refused it, it had been made anew, with what this session has compiled.
  assert.ok(readFileSync(file()).equals(before));
});

test('what a disk has damaged is not run, and made anew', async () => {
  const whole = readFileSync(file());
  for (const at of [0.1, 0.5, 0.9]) {
    const damaged = Buffer.from(whole);
    for (let i = 0; i < 8; i++) damaged[Math.floor(at * whole.length) + i] ^= 0xff;
    writeFileSync(file(), damaged);
    assert.equal(await session(kept), findings);
    assert.ok(!readFileSync(file()).equals(damaged));
  }
});

test('what was written in part is not run, and made anew', async () => {
  const whole = readFileSync(file());
  for (const length of [0, 3, whole.length >> 1]) {
    writeFileSync(file(), whole.subarray(0, length));
    assert.equal(await session(kept), findings);
    assert.ok(readFileSync(file()).length > 100_000);
  }
});

test('what an older bundle left is taken away; what is not ours stays', async () => {
  rmSync(file());
  writeFileSync(join(kept, 'gca-report-17-18.5.compiled'), 'old');
  await session(kept);
  assert.ok(!readdirSync(kept).includes('gca-report-17-18.5.compiled'));
  writeFileSync(join(kept, 'notes.txt'), 'mine');
  for (const name of readdirSync(kept)) if (name !== 'notes.txt') rmSync(join(kept, name));
  await session(kept);
  assert.deepEqual(readdirSync(kept).length, 2);
  rmSync(join(kept, 'notes.txt'));
});

test('where nothing can be kept the server runs as well', async () => {
  const noFolder = join(folder, 'a file');
  writeFileSync(noFolder, '');
  assert.equal(await session(noFolder), findings);
  assert.equal(readFileSync(noFolder, 'utf8'), '');
});
