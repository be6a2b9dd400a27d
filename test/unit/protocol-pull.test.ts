import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { installedAssets } from '../../server/platform/assets.ts';
import { Editor, type EditorOptions } from './support/editor.ts';

const draft = readFileSync(new URL('../../samples/draft-2025.gca.md', import.meta.url), 'utf8');
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
