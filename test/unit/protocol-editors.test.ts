import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { CodeAction, Diagnostic, Hover, TextEdit } from 'vscode-languageserver-protocol';
import { Editor, type EditorOptions } from './support/editor.ts';

/** What editors do that are not ours: they know no file of ours by its language, watch nothing, ask for nothing. */

const draft = readFileSync(new URL('../../samples/draft-2025.gca.md', import.meta.url), 'utf8');
const earlier = readFileSync(new URL('../../samples/archive/2024.gca.md', import.meta.url), 'utf8');
const PATH = 'draft-2025.gca.md';
const NOTES = '# Shopping\n\n\n\nBuy milk, and and bread .\n';

let editor: Editor | undefined;
const start = async (options?: EditorOptions): Promise<Editor> => (editor = await Editor.start(options));
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

const codes = (items: readonly Diagnostic[]): unknown[] => items.map(item => item.code);

/** Waits until what was last published for a file has, or has not, a finding of a rule. */
const untilPushed = (uri: string, rule: string, there = true): Promise<Diagnostic[]> =>
  editor!.pushed(uri, ({ diagnostics }) => codes(diagnostics).includes(rule) === there);

test('an editor that pulls and cannot be told to pull again gets diagnostics pushed, and is answered as well', async () => {
  const editor = await start({ plain: true });
  assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
  const uri = await editor.open(PATH, draft);
  await untilPushed(uri, 'structure/missing-section');
  assert.ok(codes(await editor.items(uri)).includes('structure/missing-section'));
});

test('an editor that can watch files is asked to, once, for reports and for our own files', async () => {
  const editor = await start({ watches: true });
  assert.deepEqual(await editor.registration('workspace/didChangeWatchedFiles'), {
    watchers: [
      { globPattern: '**/*.{md,txt,gca,docx}' },
      { globPattern: '**/.gca-report/**' },
      { globPattern: '**/*', kind: 4 },
    ],
  });
});

test('where nobody watches, a saved draft finds the earlier report that has come', async () => {
  const editor = await start({ pull: false, plain: true, files: { [PATH]: draft } });
  const uri = await editor.open(PATH, draft);
  await untilPushed(uri, 'structure/missing-section');
  assert.equal(
    codes(await editor.pushed(uri)).includes('figure/decreased'),
    false,
    'nothing to compare with',
  );
  editor.files.set(editor.uri('archive/2024.gca.md'), earlier);
  await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  const items = await untilPushed(uri, 'figure/decreased');
  const decreased = items.find(item => item.code === 'figure/decreased');
  assert.match(String(decreased?.message), /42/);
});

test('where nobody watches, a draft that is opened later finds the configuration that has come', async () => {
  const editor = await start({ pull: false, plain: true });
  const first = await editor.open(PATH, draft);
  await untilPushed(first, 'numbering/gap');
  editor.files.set(editor.uri('.gca-report/config.json'), '{ "rules": { "numbering/gap": "off" } }');
  const second = await editor.open('another.gca.md', draft);
  await untilPushed(second, 'numbering/gap', false);
  await untilPushed(first, 'numbering/gap', false);
});

test('where the editor watches, saving alone reads nothing again', async () => {
  const editor = await start({ pull: false, watches: true });
  const uri = await editor.open(PATH, draft);
  await untilPushed(uri, 'structure/missing-section');
  editor.files.set(editor.uri('.gca-report/config.json'), '{ "rules": { "numbering/gap": "off" } }');
  await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  await editor.change(uri, 0, 0, ' ');
  const items = await editor.pushed(uri, params => params.version === 2);
  assert.ok(codes(items).includes('numbering/gap'));
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: editor.uri('.gca-report/config.json'), type: 1 }],
  });
  await untilPushed(uri, 'numbering/gap', false);
});

test('a Markdown file that is no report is left alone, whatever is asked of it', async () => {
  const editor = await start({ pull: false });
  const uri = await editor.open('README.md', NOTES, 'markdown');
  assert.deepEqual(await editor.pushed(uri), []);
  const textDocument = { uri };
  const edits = await editor.connection.sendRequest<TextEdit[]>('textDocument/formatting', {
    textDocument,
    options: { tabSize: 2, insertSpaces: true },
  });
  assert.deepEqual(edits, []);
  const symbols = await editor.connection.sendRequest<unknown[]>('textDocument/documentSymbol', {
    textDocument,
  });
  assert.deepEqual(symbols, []);
  const hover = await editor.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument,
    position: { line: 4, character: 5 },
  });
  assert.equal(hover, null);
});

test('a Markdown file that reads like a report is checked, and no longer when it is one no more', async () => {
  const editor = await start({ pull: false });
  const uri = await editor.open('2025.md', draft, 'markdown');
  await untilPushed(uri, 'structure/missing-section');
  await editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: NOTES }],
  });
  assert.deepEqual(await editor.pushed(uri, params => params.version === 2), []);
});

test('our own ending makes a file a report in every editor', async () => {
  const editor = await start({ pull: false });
  const uri = await editor.open('notes.gca.md', NOTES, 'markdown');
  assert.deepEqual(codes(await editor.pushed(uri)), ['structure/not-a-report']);
});

test('settings given at the start stay where an editor later tells of none', async () => {
  const options = { mode: 'drafting' };
  const editor = await start({ pull: false, initializationOptions: options });
  const uri = await editor.open(PATH, draft);
  const severity = (items: readonly Diagnostic[]) =>
    items.find(item => item.code === 'structure/missing-section')?.severity;
  const given = severity(await untilPushed(uri, 'structure/missing-section'));
  for (const settings of [null, {}, { another: { mode: 'review' } }]) {
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  }
  await editor.change(uri, 0, 0, ' ');
  const after = await editor.pushed(uri, params => params.version === 2);
  assert.equal(severity(after), given, 'as it was');
  await editor.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { gcaReport: { mode: 'review' } },
  });
  await editor.pushed(uri, ({ diagnostics }) => severity(diagnostics) !== given);
});

test('a slip in the configuration is pushed to its file, and taken back when it is mended', async () => {
  const editor = await start({ pull: false, files: { '.gca-report/config.json': '{ "mode": "careless" }' } });
  const config = editor.uri('.gca-report/config.json');
  const [slip] = await editor.pushed(config, ({ diagnostics }) => diagnostics.length > 0);
  assert.match(String(slip.message), /mode/);
  editor.files.set(config, '{ "mode": "review" }');
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: config, type: 2 }],
  });
  await editor.pushed(config, ({ diagnostics }) => diagnostics.length === 0);
});

test('a slip in the configuration is not taken back because the file is opened', async () => {
  const text = '{ "mode": "careless" }';
  const editor = await start({ pull: false, files: { '.gca-report/config.json': text } });
  const config = editor.uri('.gca-report/config.json');
  await editor.pushed(config, ({ diagnostics }) => diagnostics.length > 0);
  const pushedAgain = editor.nextPush(config);
  await editor.open('.gca-report/config.json', text, 'json');
  assert.equal((await pushedAgain).length, 1);
});

test('an editor that cannot make files is not offered what makes one', async () => {
  for (const plain of [true, false]) {
    const editor = await start({ pull: false, plain, files: { [PATH]: draft } });
    const uri = await editor.open(PATH, draft);
    const [gap] = (await untilPushed(uri, 'numbering/gap')).filter(item => item.code === 'numbering/gap');
    const offered = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: gap.range,
      context: { diagnostics: [gap] },
    });
    assert.ok(offered.length > 2, 'something is offered');
    const makes = offered.filter(action => JSON.stringify(action.edit).includes('.gca-report/'));
    assert.equal(makes.length, plain ? 0 : 2, plain ? 'a plain editor' : 'an editor that makes files');
    for (const { title, edit } of offered) assert.ok(edit?.changes || edit?.documentChanges, title);
    if (plain) await editor.stop();
  }
});
