import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { ArchivedReport, CompareAnswer } from '../../server/lsp/protocol.ts';
import { Editor, FOLDER } from './support/editor.ts';

const sample = (path: string) => readFileSync(new URL(`../../samples/${path}`, import.meta.url), 'utf8');
const ARCHIVE = ['archive/2022.txt', 'archive/2023.md', 'archive/2024.gca.md'];
const DRAFT = sample('draft-2025.gca.md');

let editor: Editor;
afterEach(() => editor.stop());

async function start() {
  editor = await Editor.start({ files: Object.fromEntries(ARCHIVE.map(path => [path, sample(path)])) });
  return <R>(method: string, params: object = {}): Promise<R> =>
    editor.connection.sendRequest(`gcaReport/${method}`, params);
}

/** Opens a text under a URI that may lie outside the folder. */
async function openAs(uri: string, text: string): Promise<string> {
  await editor.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'gca-report', version: 1, text },
  });
  return uri;
}

test('the reports of the archive, newest first', async () => {
  const ask = await start();
  const found = await ask<ArchivedReport[]>('archive');
  assert.deepEqual(
    found.map(({ uri, path, year }) => [uri, path, year]),
    [
      [`${FOLDER}/archive/2024.gca.md`, 'archive/2024.gca.md', 2024],
      [`${FOLDER}/archive/2023.md`, 'archive/2023.md', 2023],
      [`${FOLDER}/archive/2022.txt`, 'archive/2022.txt', 2022],
    ],
  );
});

test('an unsaved draft is held against the archive of the folder it will be saved in', async () => {
  const ask = await start();
  for (const name of ['untitled:Untitled-1', 'untitled:/reports/draft-2025.gca.md']) {
    const uri = await openAs(name, DRAFT);
    const compared = await ask<CompareAnswer | null>('compare', { uri });
    assert.equal(compared?.earlier.path, 'archive/2024.gca.md', name);
  }
});

test('an archive that goes away while a comparison is open costs the comparison and nothing else', async () => {
  const ask = await start();
  const uri = await openAs(`${FOLDER}/draft-2025.gca.md`, DRAFT);
  assert.ok(await ask('compare', { uri }));
  for (const path of ARCHIVE) editor.files.delete(editor.uri(path));
  const told = new Promise<void>(resolve =>
    editor.connection.onRequest('workspace/diagnostic/refresh', () => {
      resolve();
      return null;
    }),
  );
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: ARCHIVE.map(path => ({ uri: editor.uri(path), type: 3 })),
  });
  await told;
  assert.deepEqual(await ask('archive'), []);
  assert.equal(await ask('compare', { uri }), null);
  assert.equal(await ask('previousParagraph', { uri, line: 60, character: 5 }), null);
  assert.ok((await editor.items(uri)).length > 10, 'the draft is checked all the same');
});

test('looking up: a Recommendation, a resolution, two at once, a number that is none, and no identifier', async () => {
  const ask = await start();
  const lookUp = (text: string, uri?: string) => ask<string[]>('lookUp', { text, uri });
  assert.match((await lookUp('X.1500')).join(), /Recommendation ITU\\-T X\\\.1500\]/);
  const [resolution] = await lookUp('Resolution 130 (Rev. Bucharest, 2022)');
  assert.match(resolution, /Resolution 130 of the Plenipotentiary Conference/);
  assert.doesNotMatch(resolution, /newest on/, 'no day is known that it could be judged by');
  assert.equal((await lookUp('X.1500 and X.1205, X.1500')).length, 2);
  assert.match((await lookUp('X.15000')).join(), /no such number/);
  assert.deepEqual(await lookUp('the weather'), []);
  const uri = await openAs(`${FOLDER}/draft-2025.gca.md`, DRAFT);
  assert.match((await lookUp('X.1500', uri)).join(), /n force on \d+ \w+ 2025|superseded|replaced/);
});
