import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type {
  CompletionList,
  DocumentLink,
  Hover,
  Location,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { Editor } from './support/editor.ts';

const EARLIER = `Document C24/18-E
1 March 2024

## Purpose

To report since Council 2023.

## 1. Legal Measures

1.1 Nothing new.

## 2. Technical and Procedural Measures

2.1 SG17 approved Recommendation ITU-T X.1750 and kept ITU-T X.1205.

## 3. Organizational Structures

3.1 Nothing new.
`;

const DRAFT = `Document C25/18-E
1 March 2025

## Purpose

To report since Council 2024 under Resolution 130 (Rev. Bucharest, 2022).

## 1. Legal Measures

1.1 See paragraph 2.1 below.

## 2. Technical and Procedural Measures

2.1 Recommendation ITU-T X.1205 is kept, and so is X.1205 in other words. No one knows ITU-T X.1999.
2.2 ITU-T X.12
2.3 Resolution 13

## 3. Organizational Structures

3.1 The text of Recommendation ITU-T X.1058 (03/2017) is used.
`;

let editor: Editor | undefined;
const start = async (
  files: Record<string, string> = { 'archive/2024.gca.md': EARLIER },
): Promise<{ editor: Editor; uri: string }> => {
  editor = await Editor.start({ files });
  return { editor, uri: await editor.open('draft.gca.md', DRAFT) };
};
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

function positionOf(words: string, into = 0, after = 0): { line: number; character: number } {
  const offset = DRAFT.indexOf(words, after) + into;
  const before = DRAFT.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

const at = (uri: string, words: string, into = 2) => ({
  textDocument: { uri },
  position: positionOf(words, into),
});

test('hover on a number tells title, standing on the report’s day, and where it was named before', async () => {
  const { editor, uri } = await start();
  const hover: Hover = await editor.connection.sendRequest('textDocument/hover', at(uri, 'X.1205'));
  const { value } = hover.contents as { value: string };
  assert.match(value, /\[Recommendation ITU\\-T X\\.1205\]\(https:\/\/www\.itu\.int\//);
  assert.match(value, /Overview of cybersecurity/);
  assert.match(value, /In force on 1 March 2025/);
  assert.match(value, /Named in earlier reports — 2024: 2\\\.1/);
});

test('hover on a resolution tells its subject and its revisions', async () => {
  const { editor, uri } = await start();
  const hover: Hover = await editor.connection.sendRequest('textDocument/hover', at(uri, 'Resolution 130'));
  const { value } = hover.contents as { value: string };
  assert.match(value, /Resolution 130 of the Plenipotentiary Conference/);
  assert.match(value, /Bucharest/);
});

test('hover on an unknown number names the numbers near it', async () => {
  const { editor, uri } = await start();
  const hover: Hover = await editor.connection.sendRequest('textDocument/hover', at(uri, 'X.1999'));
  assert.match((hover.contents as { value: string }).value, /no such number[\s\S]*Near it: X\\\./);
});

test('completion behind “ITU-T X.12” offers the numbers that begin so, with their titles', async () => {
  const { editor, uri } = await start();
  const list: CompletionList = await editor.connection.sendRequest(
    'textDocument/completion',
    at(uri, 'X.12\n', 4),
  );
  const found = list.items.find(item => item.label === 'X.1205');
  assert.ok(found && list.items.every(item => item.label.startsWith('X.12')));
  assert.equal((found.textEdit as { newText: string }).newText, 'X.1205');
  assert.match((found.documentation as { value: string }).value, /Overview of cybersecurity/);
});

test('completion of a resolution writes the revision in force on the report’s day', async () => {
  const { editor, uri } = await start();
  const list: CompletionList = await editor.connection.sendRequest(
    'textDocument/completion',
    at(uri, 'Resolution 13\n', 13),
  );
  const texts = list.items.map(item => (item.textEdit as { newText: string }).newText);
  assert.ok(texts.includes('130 (Rev. Bucharest, 2022)'), texts.join('; '));
});

test('prose is never interrupted by proposals', async () => {
  const { editor, uri } = await start();
  assert.deepEqual(await editor.connection.sendRequest('textDocument/completion', at(uri, 'is kept', 3)), []);
});

test('a number is a link to ITU’s page', async () => {
  const { editor, uri } = await start();
  const links: DocumentLink[] = await editor.connection.sendRequest('textDocument/documentLink', {
    textDocument: { uri },
  });
  assert.ok(links.some(link => link.target === 'https://www.itu.int/rec/T-REC-X.1205'));
  assert.ok(links.some(link => link.target?.startsWith('https://www.itu.int/rec/T-REC-X.1058-2017')));
});

test('definition goes to the first report that named it, references cover draft and archive', async () => {
  const { editor, uri } = await start();
  const definition: Location = await editor.connection.sendRequest(
    'textDocument/definition',
    at(uri, 'X.1205'),
  );
  assert.equal(definition.uri, editor.uri('archive/2024.gca.md'));
  const references: Location[] = await editor.connection.sendRequest('textDocument/references', {
    ...at(uri, 'X.1205'),
    context: { includeDeclaration: true },
  });
  assert.deepEqual(
    references.map(location => location.uri),
    [editor.uri('archive/2024.gca.md'), uri, uri],
  );
});

test('a cross-reference leads to its paragraph, and both places are highlighted', async () => {
  const { editor, uri } = await start();
  const definition: Location = await editor.connection.sendRequest(
    'textDocument/definition',
    at(uri, 'paragraph 2.1', 11),
  );
  assert.deepEqual(definition.range.start, positionOf('2.1 Recommendation'));
  const highlights: unknown[] = await editor.connection.sendRequest(
    'textDocument/documentHighlight',
    at(uri, '2.1 Recommendation', 1),
  );
  assert.equal(highlights.length, 2);
});

test('workspace symbols find an identifier in draft and archive', async () => {
  const { editor } = await start();
  const symbols: SymbolInformation[] = await editor.connection.sendRequest('workspace/symbol', {
    query: 'x.1205',
  });
  assert.deepEqual(
    symbols.map(symbol => symbol.name),
    ['X.1205', 'X.1205'],
  );
});

test('colours tell known, unknown and replaced texts apart', async () => {
  const { editor, uri } = await start();
  const { data }: SemanticTokens = await editor.connection.sendRequest('textDocument/semanticTokens/full', {
    textDocument: { uri },
  });
  const modifiers = [];
  for (let i = 0; i < data.length; i += 5) modifiers.push(data[i + 4]);
  assert.ok(modifiers.includes(0) && modifiers.includes(1));
});

test('the workspace’s own catalogue adds a number', async () => {
  const own = '{ "entries": [ { "id": "X.1999", "sector": "ITU-T", "title": "A title of our own" } ] }';
  const { editor, uri } = await start({ '.gca-report/catalogue.json': own });
  const hover: Hover = await editor.connection.sendRequest('textDocument/hover', at(uri, 'X.1999'));
  assert.match((hover.contents as { value: string }).value, /A title of our own[\s\S]*this workspace/);
});

test('whoever asks while the catalogue is being read waits for it as well', async () => {
  const { editor, uri } = await start();
  // An editor asks for several things at once when a document is opened; the first of them has the catalogue read.
  const tokens = editor.connection.sendRequest('textDocument/semanticTokens/full', { textDocument: { uri } });
  const items = await editor.items(uri);
  await tokens;
  assert.ok(
    items.some(item => item.code === 'recommendation/unknown'),
    items.map(item => item.code).join(', '),
  );
});
