import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { Editor, type EditorOptions } from './support/editor.ts';

const draft = readFileSync(new URL('../../samples/draft-2025.gca.md', import.meta.url), 'utf8');
const OTHER = 'file:///other';
const LOOSE = `${OTHER}/sub/draft-2025.gca.md`;
const REPEAT = 'numbering/repeat';

let editor: Editor | undefined;
const start = async (options?: EditorOptions): Promise<Editor> => (editor = await Editor.start(options));
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

const open = (editor: Editor, uri: string): Promise<void> =>
  editor.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'gca-report', version: 1, text: draft },
  });
const close = (editor: Editor, uri: string): Promise<void> =>
  editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
const change = (
  editor: Editor,
  event: { added?: readonly string[]; removed?: readonly string[] },
): Promise<void> => {
  const named = (uris: readonly string[] = []) => uris.map(uri => ({ uri, name: 'other' }));
  return editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: named(event.added), removed: named(event.removed) },
  });
};
const finds = async (editor: Editor, uri: string, code: string): Promise<boolean> =>
  (await editor.items(uri)).some(item => item.code === code);

/** How many folders the server keeps. */
async function folders(editor: Editor): Promise<number> {
  const health: { folders: unknown[] } = await editor.connection.sendRequest('gcaReport/health', {});
  return health.folders.length;
}

/** A folder whose configuration turns a rule off, so that it shows whether a report is held against it. */
function configured(editor: Editor): void {
  editor.files.set(`${OTHER}/.gca-report/config.json`, `{ "rules": { "${REPEAT}": "off" } }`);
}

test('a report that lies in no folder belongs to the folder that is added around it', async () => {
  const editor = await start();
  configured(editor);
  await open(editor, LOOSE);
  assert.ok(await finds(editor, LOOSE, REPEAT));
  assert.equal(await folders(editor), 2);
  await change(editor, { added: [OTHER] });
  assert.ok(!(await finds(editor, LOOSE, REPEAT)));
  assert.equal(await folders(editor), 2, 'the workspace folder, and the one that was added');
});

test('the very folder of such a report may be added, and taken away again', async () => {
  const editor = await start();
  configured(editor);
  const uri = `${OTHER}/draft-2025.gca.md`;
  await open(editor, uri);
  const before = await editor.diagnostics(uri);
  assert.ok(before.kind === 'full' && !before.items.some(item => item.code === REPEAT));
  await change(editor, { added: [OTHER] });
  assert.equal(await folders(editor), 2);
  await change(editor, { removed: [OTHER] });
  assert.ok(!(await finds(editor, uri, REPEAT)));
  assert.equal(await folders(editor), 2);
  await close(editor, uri);
  assert.equal(await folders(editor), 1);
});

test('what was answered in one folder is not said to be unchanged in another', async () => {
  const editor = await start();
  configured(editor);
  await open(editor, LOOSE);
  let last: DocumentDiagnosticReport = await editor.diagnostics(LOOSE);
  for (const [event, found] of [
    [{ added: [OTHER] }, false],
    [{ removed: [OTHER] }, true],
    [{ added: [OTHER] }, false],
  ] as const) {
    await change(editor, event);
    const next = await editor.diagnostics(LOOSE, last.resultId);
    assert.ok(next.kind === 'full', JSON.stringify(event));
    assert.equal(
      next.items.some(item => item.code === REPEAT),
      found,
    );
    last = next;
  }
});

test('the folder of a report that lies in none is kept while one of its reports is open', async () => {
  const listed: string[] = [];
  const editor = await start({ accessed: (kind, uri) => void (kind === 'list' && listed.push(uri)) });
  const second = `${OTHER}/sub/second.gca.md`;
  await open(editor, LOOSE);
  await open(editor, second);
  await editor.items(second);
  await close(editor, LOOSE);
  // An editor asks a last time for what it has closed.
  await editor.diagnostics(LOOSE);
  assert.equal(await folders(editor), 2);
  await close(editor, second);
  await editor.diagnostics(second);
  assert.equal(await folders(editor), 1);
  listed.length = 0;
  await editor.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { gcaReport: { mode: 'draft' } },
  });
  assert.ok(await finds(editor, await editor.open('draft-2025.gca.md', draft), REPEAT));
  assert.deepEqual(
    listed.filter(uri => uri.startsWith(OTHER)),
    [],
    'nobody reads it any more',
  );
});

test('a document whose address has no steps has a folder of its own', async () => {
  const editor = await start();
  await open(editor, 'note:one');
  assert.ok(await finds(editor, 'note:one', REPEAT));
  assert.equal(await folders(editor), 2);
  await close(editor, 'note:one');
  assert.equal(await folders(editor), 1);
});

test('a Word document is read wherever it lies without anything being read around it', async () => {
  const accessed: string[] = [];
  const editor = await start({ accessed: (kind, uri) => accessed.push(`${kind} ${uri}`) });
  await editor.connection.sendRequest('gcaReport/importWord', { uri: `${OTHER}/last.docx` });
  assert.deepEqual(
    accessed.filter(one => one.includes(OTHER)),
    [`read ${OTHER}/last.docx`],
  );
});
