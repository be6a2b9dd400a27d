import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { fileUriWorkspace } from '../../server/platform/file-uris.ts';

test('a folder on the disk is read by URIs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gca-report-uris-'));
  try {
    writeFileSync(join(folder, 'a report.md'), 'text');
    const uri = pathToFileURL(folder).href;
    const workspace = fileUriWorkspace(uri);
    const [file] = await workspace.list(uri);
    assert.equal(file, `${uri}/a%20report.md`);
    assert.equal(workspace.label(file), 'a report.md');
    assert.equal(String.fromCharCode(...((await workspace.read(file)) ?? [])), 'text');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a folder that is no place on the disk has no files, and does no harm', async () => {
  // What editors send for a buffer without a name, and for files of other systems.
  for (const uri of ['file://.', 'untitled:draft', 'https://example.org/reports', 'file:///%E0%A4%A']) {
    const workspace = fileUriWorkspace(uri);
    assert.deepEqual(await workspace.list(uri), [], uri);
    assert.equal(await workspace.read(`${uri}/archive`), null, uri);
    assert.equal(await workspace.read(import.meta.url), null, `${uri} opens nothing else`);
    assert.deepEqual(await workspace.list(import.meta.url), [], uri);
    assert.equal(await workspace.barrier(import.meta.url), 'outside', uri);
    assert.equal(typeof workspace.label(uri), 'string', uri);
    assert.equal(typeof workspace.resolve(uri, 'archive'), 'string', uri);
  }
});
