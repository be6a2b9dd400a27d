import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import {
  type CodeAction,
  type DocumentSymbol,
  type FoldingRange,
  MessageType,
  type SelectionRange,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol';
import { applyEdits } from '../../server/analysis/fixes.ts';
import { LineIndex } from '../../server/text/lines.ts';
import { Editor, type EditorOptions } from './support/editor.ts';

const draft = readFileSync(new URL('../../samples/draft-2025.gca.md', import.meta.url), 'utf8');
const PATH = 'draft-2025.gca.md';

let editor: Editor | undefined;
const start = async (options?: EditorOptions): Promise<Editor> => (editor = await Editor.start(options));
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

const lineOf = (text: string, words: string): number =>
  text.slice(0, text.indexOf(words)).split('\n').length - 1;

function applied(text: string, action: CodeAction): string {
  const lines = new LineIndex(text);
  const change = action.edit?.documentChanges?.[0] as TextDocumentEdit;
  const edits = change.edits.map(edit => {
    assert.ok('newText' in edit);
    const { start, end } = edit.range;
    return {
      start: lines.offsetAt(start.line, start.character),
      end: lines.offsetAt(end.line, end.character),
      newText: edit.newText,
    };
  });
  return applyEdits(text, edits);
}

test('announces what it answers', async () => {
  const { initialized } = await start();
  const { capabilities } = initialized;
  assert.ok(capabilities.diagnosticProvider && 'workspaceDiagnostics' in capabilities.diagnosticProvider);
  assert.equal((capabilities.textDocumentSync as { change: number }).change, 2);
  assert.ok(
    capabilities.documentSymbolProvider &&
      capabilities.foldingRangeProvider &&
      capabilities.selectionRangeProvider,
  );
  assert.ok(
    typeof capabilities.codeActionProvider === 'object' &&
      capabilities.codeActionProvider.codeActionKinds?.includes('source.fixAll.gca-report'),
  );
});

test('pulled diagnostics carry rule, page and related places', async () => {
  const editor = await start();
  const uri = await editor.open(PATH, draft);
  const items = await editor.items(uri);
  const repeat = items.find(item => item.code === 'numbering/repeat');
  assert.equal(repeat?.source, 'gca-report');
  assert.equal(repeat?.codeDescription?.href, 'file:///extension/docs/rules/numbering-repeat.md');
  assert.equal(repeat?.relatedInformation?.[0].location.uri, uri);
  assert.equal(
    repeat?.range.start.line,
    draft.split('\n').findLastIndex(line => line.startsWith('2.4 ')),
  );
});

test('an unchanged document is said to be unchanged', async () => {
  const editor = await start();
  const uri = await editor.open(PATH, draft);
  const first = await editor.diagnostics(uri);
  assert.ok(first.kind === 'full' && first.resultId);
  assert.equal((await editor.diagnostics(uri, first.resultId)).kind, 'unchanged');
  await editor.change(uri, 0, 0, ' ');
  assert.equal((await editor.diagnostics(uri, first.resultId)).kind, 'full');
});

test('an editor that does not pull gets diagnostics pushed, and again after a change', async () => {
  const editor = await start({ pull: false });
  assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
  const uri = await editor.open(PATH, draft);
  const first = await editor.pushed(uri);
  assert.ok(first.some(item => item.code === 'structure/missing-section'));
  const at = lineOf(draft, '## 6. Child Online');
  await editor.change(uri, at, 0, '## 5. International Cooperation\n\n5.1 ITU works with partners.\n\n');
  const next = await editor.pushed(uri, params => params.version === 2);
  assert.ok(!next.some(item => item.code === 'structure/missing-section'));
});

test('a configuration turns a rule off, and a slip in it is underlined', async () => {
  const config = '{ "rules": { "numbering/repeat": "off", "numbering/nothing": "off" } }';
  const editor = await start({ files: { '.gca-report/config.json': config } });
  const uri = await editor.open(PATH, draft);
  assert.ok(!(await editor.items(uri)).some(item => item.code === 'numbering/repeat'));
  const file = await editor.open('.gca-report/config.json', config);
  const [slip] = await editor.items(file);
  assert.match(String(slip.message), /no rule “numbering\/nothing”/);
  assert.equal(config.slice(slip.range.start.character, slip.range.end.character), '"numbering/nothing"');
});

test('a configuration that changes is read again, once, and the editor told', async () => {
  const editor = await start({ files: {} });
  const uri = await editor.open(PATH, draft);
  assert.ok((await editor.items(uri)).some(item => item.code === 'numbering/repeat'));
  editor.files.set(editor.uri('.gca-report/config.json'), '{ "rules": { "numbering": "off" } }');
  const told = new Promise<void>(resolve =>
    editor.connection.onRequest('workspace/diagnostic/refresh', () => {
      resolve();
      return null;
    }),
  );
  const changes = [{ uri: editor.uri('.gca-report/config.json'), type: 1 }];
  for (let i = 0; i < 20; i++)
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await told;
  assert.ok(!(await editor.items(uri)).some(item => String(item.code).startsWith('numbering/')));
});

test('the lightbulb inserts the missing section in its place', async () => {
  const editor = await start();
  const uri = await editor.open(PATH, draft);
  const diagnostic = (await editor.items(uri)).find(item => item.code === 'structure/missing-section');
  assert.ok(diagnostic);
  const found: CodeAction[] = await editor.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic] },
  });
  const insert = found.find(action => action.title === 'Insert the section “International Cooperation”');
  assert.equal(insert?.diagnostics?.[0].code, 'structure/missing-section');
  assert.ok(insert);
  const text = applied(draft, insert);
  assert.ok(text.indexOf('## 5. International Cooperation\n\n5.1 ') > text.indexOf('## 4. '));
  assert.ok(text.indexOf('## 5. International Cooperation') < text.indexOf('## 6. Child Online'));
});

test('source actions are given for the asking, and renumbering twice changes nothing', async () => {
  const editor = await start();
  const uri = await editor.open(PATH, draft);
  const ask = (only: string[] | undefined): Promise<CodeAction[]> =>
    editor.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only },
    });
  assert.deepEqual(
    (await ask(undefined)).filter(action => action.kind?.startsWith('source')),
    [],
  );
  const [renumber] = await ask(['source.renumber']);
  const text = applied(draft, renumber);
  await editor.change(uri, 0, 0, '', 0);
  const second = await Editor.start();
  const again = await second.open(PATH, text);
  assert.ok(
    !(await second.items(again)).some(item => /numbering\/(gap|repeat|order|prefix)/.test(String(item.code))),
  );
  assert.deepEqual(
    await second.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: again },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.renumber'] },
    }),
    [],
  );
  await second.stop();
});

test('symbols nest sections and paragraphs, folds and selections fit inside them', async () => {
  const editor = await start();
  const uri = await editor.open(PATH, draft);
  const symbols: DocumentSymbol[] = await editor.connection.sendRequest('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  const technical = symbols.find(symbol => symbol.name.startsWith('2. Technical'));
  assert.ok(technical?.children?.some(child => child.name.startsWith('2.1 ')));
  const folds: FoldingRange[] = await editor.connection.sendRequest('textDocument/foldingRange', {
    textDocument: { uri },
  });
  assert.ok(folds.some(fold => fold.startLine === lineOf(draft, '## 2. Technical')));
  const line = lineOf(draft, '2.1 ');
  const [selection]: SelectionRange[] = await editor.connection.sendRequest('textDocument/selectionRange', {
    textDocument: { uri },
    positions: [{ line, character: 6 }],
  });
  let depth = 0;
  for (let at: SelectionRange | undefined = selection; at; at = at.parent) depth++;
  assert.ok(depth >= 4, `word, sentence, paragraph, section, report: ${depth}`);
});

test('what waits for the end of a paragraph waits while it is typed, and shows when the caret has left', async () => {
  const editor = await start({ pull: false });
  const uri = await editor.open(PATH, draft);
  await editor.pushed(uri);
  const line = lineOf(draft, 'from eight universities');
  const codesOn = (items: readonly { code?: number | string; range: { start: { line: number } } }[]) =>
    items.filter(item => item.range.start.line === line && item.code === 'reference/paragraph');
  await editor.change(uri, line, 0, 'x');
  assert.deepEqual(codesOn(await editor.pushed(uri, params => params.version === 2)), []);
  await editor.connection.sendNotification('gcaReport/caret', { uri, line: line + 30 });
  const settled = await editor.pushed(
    uri,
    params => params.version === 2 && codesOn(params.diagnostics).length > 0,
  );
  assert.equal(codesOn(settled).length, 1);
});

test('a text that is no report raises one information and nothing else', async () => {
  const editor = await start();
  const uri = await editor.open('notes.gca.md', '# Notes\n\nBuy milk, and and bread .\n');
  const items = await editor.items(uri);
  assert.deepEqual(
    items.map(item => [item.code, item.severity]),
    [['structure/not-a-report', 3]],
  );
});

test('unknown documents, positions out of bounds and strange texts are answered, and the server lives', async () => {
  const editor = await start();
  const uri = await editor.open('strange.gca.md', `\ud800\u0000\uFEFF${'x'.repeat(100_000)}`);
  for (const document of [uri, editor.uri('never-opened.gca.md')]) {
    await editor.diagnostics(document);
    await editor.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: document } });
    await editor.connection.sendRequest('textDocument/selectionRange', {
      textDocument: { uri: document },
      positions: [{ line: 999, character: 999 }],
    });
  }
  const good = await editor.open(PATH, draft);
  assert.ok((await editor.items(good)).length > 5);
});

test('the status tells profile, year and mode', async () => {
  const editor = await start();
  const uri = await editor.open(PATH, draft);
  await editor.items(uri);
  const status = editor.notifications.find(one => one.method === 'gcaReport/status')?.params as Record<
    string,
    unknown
  >;
  assert.deepEqual(
    { profile: status.profile, year: status.year, yearFrom: status.yearFrom, mode: status.mode },
    { profile: 'council-2023', year: 2025, yearFrom: 'symbol', mode: 'review' },
  );
});

test('an editor that can do little is served all the same, and nothing is logged as an error', async () => {
  const editor = await start({ pull: false, plain: true });
  const uri = await editor.open(PATH, draft);
  assert.ok((await editor.pushed(uri)).length > 5);
  assert.deepEqual(
    editor.notifications.filter(
      ({ method, params }) =>
        method === 'window/logMessage' && (params as { type: number }).type === MessageType.Error,
    ),
    [],
  );
});

test('versions that repeat or come out of order: what is shown is of the text that was heard last', async () => {
  const editor = await start();
  const uri = await editor.open(PATH, draft);
  const first = await editor.diagnostics(uri);
  assert.ok(first.kind === 'full' && first.items.some(item => item.code === 'numbering/repeat'));
  const at = lineOf(draft, '2.4 Operators');
  let last = first.resultId;
  for (const [version, put, repeats] of [
    [1, '2.40', false],
    [1, '2.4', true],
    [-3, '2.41', false],
    [0, '2.4', true],
  ] as const) {
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [
        {
          range: { start: { line: at, character: 0 }, end: { line: at, character: repeats ? 4 : 3 } },
          text: put,
        },
      ],
    });
    const report = await editor.diagnostics(uri, last);
    assert.ok(report.kind === 'full');
    assert.equal(
      report.items.some(item => item.code === 'numbering/repeat'),
      repeats,
    );
    last = report.resultId;
  }
});

test('a document opened anew with the version that it had is another text', async () => {
  const editor = await start();
  const uri = await editor.open(PATH, draft);
  const first = await editor.diagnostics(uri);
  await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await editor.open(PATH, draft.replace('2.4 Operators', '2.40 Operators'));
  const second = await editor.diagnostics(uri, first.resultId);
  assert.ok(second.kind === 'full' && !second.items.some(item => item.code === 'numbering/repeat'));
});

test('a position beyond the end of a line is its end, one inside a character is its start', async () => {
  const editor = await start();
  const text = draft.replace('2.4 Operators', '2.4 😀 Operators');
  const uri = await editor.open(PATH, text);
  const line = lineOf(text, '2.4 😀');
  const selected = async (character: number): Promise<object> => {
    const [{ range }]: SelectionRange[] = await editor.connection.sendRequest('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [{ line, character }],
    });
    return range;
  };
  const end = text.split('\n')[line].length;
  assert.deepEqual(await selected(9999), await selected(end));
  assert.deepEqual(await selected(5), await selected(4));
});
