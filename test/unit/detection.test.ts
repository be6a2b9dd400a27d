import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { ROOT } from '../../scripts/root.ts';
import { activated, closed, editor, languages, opened, Uri } from './support/vscode.ts';

const { offerLanguage } = await import('../../client/detect.ts');

/** Which files the client makes reports, and what it remembers of them. */

const REPORT = readFileSync(join(ROOT, 'samples/archive/2023.md'), 'utf8');

interface FakeDocument {
  readonly uri: ReturnType<typeof Uri.parse>;
  languageId: string;
  isClosed: boolean;
  readonly getText: () => string;
}

const kept = new Map<string, unknown>();
const memory = {
  get: (key: string, otherwise: unknown) => kept.get(key) ?? otherwise,
  update: async (key: string, value: unknown) => void kept.set(key, value),
};
const answers = () => kept.get('gcaReport.detected') ?? {};

const turn = () => new Promise(resolve => setImmediate(resolve));

const FILE = 'file:///reports/2023.md';

async function show(document: FakeDocument): Promise<void> {
  editor.active = { document };
  activated.fire(editor.active);
  await turn();
}

/** Opens the file as an editor does: a document of its own each time. */
async function openFile(text = REPORT): Promise<FakeDocument> {
  const document = { uri: Uri.parse(FILE), languageId: 'markdown', isClosed: false, getText: () => text };
  opened.fire(document);
  await show(document);
  return document;
}

async function close(document: FakeDocument): Promise<void> {
  document.isClosed = true;
  closed.fire(document);
  editor.active = undefined;
  activated.fire(undefined);
  await turn();
}

offerLanguage(memory as never);

beforeEach(() => {
  kept.clear();
  editor.settings = {};
  editor.messages = [];
  editor.active = undefined;
  editor.answer = () => undefined;
});

test('a file that was accepted as a report is one whenever it is opened again', async () => {
  editor.answer = ([check]) => check;
  for (let i = 0; i < 3; i++) {
    const document = await openFile();
    assert.equal(document.languageId, 'gca-report', `opening ${i + 1}`);
    await close(document);
  }
  assert.equal(editor.messages.length, 1, 'asked once');
  assert.deepEqual(answers(), { [FILE]: 'report' });
});

test('where a report always is one, it is so again', async () => {
  editor.settings = { detect: 'always' };
  for (let i = 0; i < 3; i++) {
    const document = await openFile();
    assert.equal(document.languageId, 'gca-report', `opening ${i + 1}`);
    await close(document);
  }
  assert.deepEqual([editor.messages, answers()], [[], {}]);
});

test('whoever changes a report back is not contradicted, now and when it is opened again', async () => {
  editor.settings = { detect: 'always' };
  const document = await openFile();
  await languages.setTextDocumentLanguage(document, 'markdown');
  await show(document);
  assert.equal(document.languageId, 'markdown');
  assert.deepEqual(answers(), { [FILE]: 'other' });
  await close(document);
  assert.equal((await openFile()).languageId, 'markdown');
});

test('a question that is closed unanswered decides nothing: it comes with the next opening, not before', async () => {
  const document = await openFile();
  await show(document);
  assert.deepEqual([document.languageId, editor.messages.length, answers()], ['markdown', 1, {}]);
  await close(document);
  editor.answer = ([check]) => check;
  assert.equal((await openFile()).languageId, 'gca-report');
  assert.equal(editor.messages.length, 2);
});

test('a file that is to be left as it is is not asked about again', async () => {
  editor.answer = ([, , leave]) => leave;
  await close(await openFile());
  assert.equal((await openFile()).languageId, 'markdown');
  assert.deepEqual([editor.messages.length, answers()], [1, { [FILE]: 'other' }]);
});

test('a text that reads like no report is left alone', async () => {
  editor.settings = { detect: 'always' };
  assert.equal((await openFile('# Legal\n\nA note on Legal Measures.\n')).languageId, 'markdown');
});
