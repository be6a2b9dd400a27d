import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  CancellationTokenSource,
  type Diagnostic,
  FileChangeType,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { installedAssets } from '../../server/platform/assets.ts';
import { Editor, type EditorOptions } from './support/editor.ts';

const draft = readFileSync(new URL('../../samples/draft-2025.gca.md', import.meta.url), 'utf8');
const earlier = readFileSync(new URL('../../samples/archive/2024.gca.md', import.meta.url), 'utf8');
const PATH = 'draft-2025.gca.md';
const data = installedAssets(fileURLToPath(new URL('../../data', import.meta.url)));

let editor: Editor | undefined;
const start = async (options?: EditorOptions): Promise<Editor> => (editor = await Editor.start(options));
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

/** Data that is handed out no sooner than a test says; `asked` settles when the first of it is asked for. */
function heldBack() {
  let release: () => void = () => {};
  let tell: () => void = () => {};
  const released = new Promise<void>(resolve => (release = resolve));
  const asked = new Promise<void>(resolve => (tell = resolve));
  const read = async (name: string) => {
    tell();
    await released;
    return data.read(name);
  };
  return { assets: { read }, asked, release };
}

const counted = (items: readonly Diagnostic[]) =>
  items.map(({ code, range }) => `${code} ${range.start.line}`);
const DOUBLED = 'text/doubled-word';
const lineOf = (words: string): number => draft.slice(0, draft.indexOf(words)).split('\n').length - 1;

test('a text that changes while the catalogue is read: what is answered is of the text that its id names', async () => {
  const { assets, asked, release } = heldBack();
  const editor = await start({ assets });
  const uri = await editor.open(PATH, draft);
  const pulled = editor.diagnostics(uri);
  await asked;
  await editor.change(uri, lineOf('on\non') + 1, 0, '', 'on '.length);
  release();
  const first = await pulled;
  assert.ok(first.kind === 'full');
  const next = await editor.diagnostics(uri);
  assert.ok(next.kind === 'full');
  assert.equal(first.resultId, next.resultId);
  assert.deepEqual(counted(first.items), counted(next.items));
  assert.ok(!first.items.some(item => item.code === DOUBLED));
});

test('figures that are asked for while the text changes are those of the version that is told with them', async () => {
  const { assets, asked, release } = heldBack();
  const editor = await start({ assets });
  const uri = await editor.open(PATH, draft);
  type Answer = { version: number; series: { points: { uri: string; range: object }[] }[] };
  const ask = (): Promise<Answer> => editor.connection.sendRequest('gcaReport/figures', { uri });
  const pending = ask();
  await asked;
  await editor.change(uri, 0, 0, '\n\n');
  release();
  const answer = await pending;
  assert.equal(answer.version, 2);
  assert.deepEqual(answer, await ask());
});

const files = { [PATH]: draft, 'archive/2024.gca.md': earlier };

/** An editor that asks for the workspace as the client's library does: again and again, with the ids it was given. */
class Puller {
  readonly editor: Editor;
  readonly #ids = new Map<string, string>();

  constructor(editor: Editor) {
    this.editor = editor;
  }

  async pull(token = new CancellationTokenSource().token): Promise<WorkspaceDiagnosticReport['items']> {
    const previousResultIds = [...this.#ids].map(([uri, value]) => ({ uri, value }));
    const { items }: WorkspaceDiagnosticReport = await this.editor.connection.sendRequest(
      'workspace/diagnostic',
      { previousResultIds },
      token,
    );
    for (const { uri, resultId } of items) {
      if (resultId) this.#ids.set(uri, resultId);
      else this.#ids.delete(uri);
    }
    return items;
  }
}

/** Whether an answer has come by the time that a later request has been answered. */
async function hasCome(editor: Editor, answer: Promise<unknown>): Promise<boolean> {
  let come = false;
  answer.then(
    () => (come = true),
    () => {},
  );
  for (let i = 0; i < 5; i++) await editor.connection.sendRequest('gcaReport/health', {});
  return come;
}

const tellOf = (editor: Editor, path: string, type: FileChangeType): Promise<void> =>
  editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: editor.uri(path), type }],
  });

test('workspace diagnostics cover drafts that nobody has opened, and leave the archive alone', async () => {
  const editor = await start({ files });
  const [item, ...others] = await new Puller(editor).pull();
  assert.deepEqual([item.uri, others.length], [editor.uri(PATH), 0]);
  assert.ok(item.kind === 'full' && item.items.length > 5 && item.resultId);
});

test('while nothing changes, the workspace is asked for and no file is read; a file that changes is told', async () => {
  const accessed: string[] = [];
  const editor = await start({ files, accessed: (kind, uri) => accessed.push(`${kind} ${uri}`) });
  const puller = new Puller(editor);
  await puller.pull();
  accessed.length = 0;
  const held = puller.pull();
  assert.ok(!(await hasCome(editor, held)));
  assert.deepEqual(accessed, []);
  editor.files.set(editor.uri(PATH), draft.replace('on\non', 'on\n'));
  await tellOf(editor, PATH, FileChangeType.Changed);
  const [changed] = await held;
  assert.ok(changed.kind === 'full' && !changed.items.some(item => item.code === DOUBLED));
  const again = puller.pull();
  assert.ok(!(await hasCome(editor, again)));
  editor.files.set(editor.uri('second.gca.md'), draft);
  await tellOf(editor, 'second.gca.md', FileChangeType.Created);
  assert.deepEqual(
    (await again).flatMap(({ uri, resultId }) => (resultId ? [uri] : [])),
    [editor.uri(PATH), editor.uri('second.gca.md')],
  );
});

test('of a draft that is gone, and of one whose folder is, nothing is shown any more', async () => {
  const editor = await start({ files: { ...files, 'later/2026.gca.md': draft } });
  const puller = new Puller(editor);
  assert.equal((await puller.pull()).filter(item => item.resultId).length, 2);
  const nothing = (path: string) => ({ kind: 'full', uri: editor.uri(path), version: null, items: [] });
  for (const [path, told] of [
    [PATH, PATH],
    ['later/2026.gca.md', 'later'],
  ]) {
    editor.files.delete(editor.uri(path));
    const held = puller.pull();
    await tellOf(editor, told, FileChangeType.Deleted);
    assert.deepEqual(
      (await held).filter(item => item.uri === editor.uri(path)),
      [nothing(path)],
    );
  }
});

test('files that are no one’s report may come and go unheard', async () => {
  const accessed: string[] = [];
  const editor = await start({ files, accessed: (kind, uri) => accessed.push(`${kind} ${uri}`) });
  const puller = new Puller(editor);
  await puller.pull();
  accessed.length = 0;
  const held = puller.pull();
  for (const path of ['.git/index.lock', '.git/refs/heads/draft', 'picture.png', 'dist/main.js'])
    await tellOf(editor, path, FileChangeType.Deleted);
  await new Promise(resolve => setTimeout(resolve, 200));
  assert.ok(!(await hasCome(editor, held)));
  assert.deepEqual(accessed, []);
});

test('typing in an open draft does not have the workspace read; closing it does', async () => {
  const editor = await start({ files });
  const puller = new Puller(editor);
  const uri = await editor.open(PATH, draft);
  await puller.pull();
  const held = puller.pull();
  await editor.change(uri, 0, 0, ' ');
  await editor.items(uri);
  assert.ok(!(await hasCome(editor, held)));
  await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  const [closed] = await held;
  assert.ok(closed.kind === 'full' && closed.version === null && closed.items.length > 5);
});

test('who does not know what was told is answered at once', async () => {
  const editor = await start({ files });
  await new Puller(editor).pull();
  const [item] = await new Puller(editor).pull();
  assert.equal(item.kind, 'full');
});

test('a pull that waits ends when it is cancelled and when the server is to end, each of several by itself', async () => {
  const editor = await start({ files });
  const puller = new Puller(editor);
  await puller.pull();
  const source = new CancellationTokenSource();
  const [given, kept] = [puller.pull(source.token), puller.pull()];
  assert.ok(!(await hasCome(editor, given)));
  source.cancel();
  assert.deepEqual(await given, []);
  assert.ok(!(await hasCome(editor, kept)));
  await editor.connection.sendRequest('shutdown');
  assert.deepEqual(await kept, []);
});
