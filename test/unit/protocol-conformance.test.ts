import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Editor } from './support/editor.ts';
import { faultsOfNotification, faultsOfResult } from './support/meta-model.ts';

/** Every answer of the server against the protocol's own description. */
const sample = (path: string) => readFileSync(new URL(`../../samples/${path}`, import.meta.url), 'utf8');
const DRAFT = sample('draft-2025.gca.md');
const LINES = DRAFT.split('\n');
const ARCHIVE = ['archive/2023.md', 'archive/2024.gca.md'];

let editor: Editor;
let uri: string;

before(async () => {
  editor = await Editor.start({ files: Object.fromEntries(ARCHIVE.map(path => [path, sample(path)])) });
  uri = await editor.open('draft-2025.gca.md', DRAFT);
});
after(() => editor.stop());

const whole = { start: { line: 0, character: 0 }, end: { line: LINES.length, character: 0 } };
/** Places all over the draft: the beginning, the middle and the end of every line that says something. */
const places = LINES.flatMap((words, line) =>
  words === ''
    ? []
    : [...new Set([0, words.length >> 1, words.length])].map(character => ({ line, character })),
);
const options = { tabSize: 2, insertSpaces: true };

/** What is asked for each provider that the server announces, at one place or once. */
const ASKED: Readonly<Record<string, { at?: boolean; params: (position?: object) => object }>> = {
  'textDocument/hover': { at: true, params: position => ({ position }) },
  'textDocument/completion': { at: true, params: position => ({ position }) },
  'textDocument/definition': { at: true, params: position => ({ position }) },
  'textDocument/references': {
    at: true,
    params: position => ({ position, context: { includeDeclaration: true } }),
  },
  'textDocument/documentHighlight': { at: true, params: position => ({ position }) },
  'textDocument/prepareRename': { at: true, params: position => ({ position }) },
  'textDocument/selectionRange': { at: true, params: position => ({ positions: [position] }) },
  'textDocument/codeAction': {
    at: true,
    params: position => ({ range: { start: position, end: position }, context: { diagnostics: [] } }),
  },
  'textDocument/onTypeFormatting': { at: true, params: position => ({ position, ch: '\n', options }) },
  'textDocument/documentSymbol': { params: () => ({}) },
  'textDocument/foldingRange': { params: () => ({}) },
  'textDocument/documentLink': { params: () => ({}) },
  'textDocument/codeLens': { params: () => ({}) },
  'textDocument/inlayHint': { params: () => ({ range: whole }) },
  'textDocument/semanticTokens/full': { params: () => ({}) },
  'textDocument/formatting': { params: () => ({ options }) },
  'textDocument/diagnostic': { params: () => ({}) },
  'workspace/diagnostic': { params: () => ({ previousResultIds: [] }) },
  'workspace/symbol': { params: () => ({ query: 'X.' }) },
};

/** What has nothing to say of this draft; Enter has a test of its own. */
const QUIET: ReadonlySet<string> = new Set(['workspace/symbol', 'textDocument/onTypeFormatting']);

test('what is announced at the start is as described, and every provider is asked below', () => {
  assert.deepEqual(faultsOfResult('initialize', editor.initialized), []);
  const providers = Object.keys(editor.initialized.capabilities).filter(name => name.endsWith('Provider'));
  const named = providers.map(name =>
    name
      .replace(/Provider$/, '')
      .replace('documentFormatting', 'formatting')
      .replace('documentOnTypeFormatting', 'onTypeFormatting')
      .replace('semanticTokens', 'semanticTokens/full')
      .replace('rename', 'prepareRename')
      .toLowerCase(),
  );
  const asked = Object.keys(ASKED).map(method => method.replace(/^[^/]*\//, '').toLowerCase());
  assert.deepEqual(
    named.filter(name => !asked.includes(name) && name !== 'workspacesymbol'),
    [],
  );
});

for (const [method, { at, params }] of Object.entries(ASKED)) {
  test(`${method}: every answer is as the protocol describes it`, async () => {
    let told = 0;
    for (const position of at ? places : [undefined]) {
      const result = await editor.connection.sendRequest(method, {
        textDocument: { uri },
        ...params(position),
      });
      if (result !== null && !(Array.isArray(result) && result.length === 0)) told++;
      assert.deepEqual(faultsOfResult(method, result), [], JSON.stringify(position));
    }
    assert.ok(told > 0 || QUIET.has(method), 'some answer says something');
  });
}

test('rename: its edits are as described', async () => {
  const line = LINES.findIndex(words => words.startsWith('3.1 '));
  const result = await editor.connection.sendRequest('textDocument/rename', {
    textDocument: { uri },
    position: { line, character: 1 },
    newName: '3.9',
  });
  assert.deepEqual(faultsOfResult('textDocument/rename', result), []);
});

test('Enter: its edits are as described', async () => {
  const line = LINES.findIndex(words => words.startsWith('3.1 '));
  const end = LINES.findIndex((words, i) => i > line && words === '');
  const typed = await editor.open(
    'enter.gca.md',
    [...LINES.slice(0, end), '', ...LINES.slice(end)].join('\n'),
  );
  const result = await editor.connection.sendRequest('textDocument/onTypeFormatting', {
    textDocument: { uri: typed },
    position: { line: end, character: 0 },
    ch: '\n',
    options,
  });
  assert.ok(Array.isArray(result) && result.length > 0, 'the next number is there');
  assert.deepEqual(faultsOfResult('textDocument/onTypeFormatting', result), []);
});

test('pushed diagnostics are as described', async () => {
  const pushing = await Editor.start({ pull: false });
  const opened = await pushing.open('draft-2025.gca.md', DRAFT);
  const diagnostics = await pushing.pushed(opened);
  assert.ok(diagnostics.length > 10);
  assert.deepEqual(faultsOfNotification('textDocument/publishDiagnostics', { uri: opened, diagnostics }), []);
  await pushing.stop();
});
