import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { CodeLens, Hover, InlayHint, Location } from 'vscode-languageserver-protocol';
import type { Confirmation, FiguresAnswer } from '../../server/lsp/protocol.ts';
import { Editor } from './support/editor.ts';

const sample = (path: string) => readFileSync(new URL(`../../samples/${path}`, import.meta.url), 'utf8');
const DRAFT = sample('draft-2025.gca.md');
const ARCHIVE = ['archive/2022.txt', 'archive/2023.md', 'archive/2024.gca.md'];
const files = Object.fromEntries(ARCHIVE.map(path => [path, sample(path)]));

let editor: Editor | undefined;
const start = async (options: object = {}) => {
  editor = await Editor.start({ files, initializationOptions: options });
  return { editor, uri: await editor.open('draft-2025.gca.md', DRAFT) };
};
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

function positionOf(words: string) {
  const before = DRAFT.slice(0, DRAFT.indexOf(words) + 1).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

test('hover on a figure tells its history and where it stood', async () => {
  const { editor, uri } = await start();
  const hover: Hover = await editor.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: positionOf('40 CyberDrills'),
  });
  const { value } = hover.contents as { value: string };
  assert.match(value, /CyberDrills held/);
  assert.match(value, /2022: 33 · 2023: 37 · 2024: 42 · 2025: 40/);
  assert.match(value, /Lower than/);
});

test('hints give last year’s value behind stale figures, behind all on request, behind none when off', async () => {
  const ask = async (options: object): Promise<InlayHint[]> => {
    const { editor, uri } = await start(options);
    const hints: InlayHint[] = await editor.connection.sendRequest('textDocument/inlayHint', {
      textDocument: { uri },
      range: WHOLE,
    });
    await editor.stop();
    return hints;
  };
  const stale = await ask({});
  assert.ok(stale.some(hint => hint.label === '2024: 42'));
  const all = await ask({ inlayHints: 'all' });
  assert.ok(all.length > stale.length);
  assert.deepEqual(await ask({ inlayHints: 'off' }), []);
  editor = undefined;
});

test('a lens above a section counts what became of its figures', async () => {
  const { editor, uri } = await start();
  const lenses: CodeLens[] = await editor.connection.sendRequest('textDocument/codeLens', {
    textDocument: { uri },
  });
  assert.ok(
    lenses.some(lens => /\d updated, \d lower than before/.test(lens.command?.title ?? '')),
    JSON.stringify(lenses),
  );
});

test('references on a figure are its places through the years', async () => {
  const { editor, uri } = await start();
  const references: Location[] = await editor.connection.sendRequest('textDocument/references', {
    textDocument: { uri },
    position: positionOf('40 CyberDrills'),
    context: { includeDeclaration: true },
  });
  assert.deepEqual(
    references.map(location => location.uri),
    [...ARCHIVE.map(path => editor.uri(path)), uri],
  );
});

test('the figures view gets every series, what is stale first, and follows an edit', async () => {
  const { editor, uri } = await start();
  const ask = (): Promise<FiguresAnswer> => editor.connection.sendRequest('gcaReport/figures', { uri });
  const { series } = await ask();
  const calm = series.findIndex(one => !one.stale);
  assert.ok(calm > 0 && series.slice(calm).every(one => !one.stale));
  const drills = series.find(one => one.label === 'CyberDrills held');
  assert.deepEqual(
    drills?.points.map(point => point.value),
    [33, 37, 42, 40],
  );
  const { line, character } = positionOf('40 CyberDrills');
  await editor.change(uri, line, character - 1, '45', 2);
  const after = (await ask()).series.find(one => one.label === 'CyberDrills held');
  assert.deepEqual([after?.points.at(-1)?.value, after?.stale], [45, false]);
});

test('a confirmation names the version that its line is of', async () => {
  const { editor, uri } = await start();
  const at = positionOf('40 CyberDrills');
  const ask = (line: number): Promise<Confirmation | null> =>
    editor.connection.sendRequest('gcaReport/confirmFigure', { uri, ...at, line });
  const first = await ask(at.line);
  await editor.change(uri, 0, 0, '\n', 0);
  const second = await ask(at.line + 1);
  assert.deepEqual(
    [second?.text, second && first && [second.line - first.line, second.version - first.version]],
    [first?.text, [1, 1]],
  );
});

test('an earlier report that changes is read again', async () => {
  const { editor, uri } = await start();
  await editor.items(uri);
  const told = new Promise<void>(resolve =>
    editor.connection.onRequest('workspace/diagnostic/refresh', () => {
      resolve();
      return null;
    }),
  );
  editor.files.set(
    editor.uri('archive/2024.gca.md'),
    files['archive/2024.gca.md'].replace('42 CyberDrills', '39 CyberDrills'),
  );
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: editor.uri('archive/2024.gca.md'), type: 2 }],
  });
  await told;
  const answer: FiguresAnswer = await editor.connection.sendRequest('gcaReport/figures', { uri });
  assert.deepEqual(
    answer.series.find(one => one.label === 'CyberDrills held')?.points.map(point => point.value),
    [33, 37, 39, 40],
  );
});

for (const clientFiles of [true, false]) {
  test(`${clientFiles ? 'our client is' : 'no other is'} told when everything was read again`, async () => {
    const { editor } = await start({ clientFiles });
    const told = () => editor.notifications.filter(({ method }) => method === 'gcaReport/refreshed').length;
    editor.connection.onRequest('gcaReport/list', () => []);
    editor.connection.onRequest('gcaReport/read', () => null);
    await editor.connection.sendRequest('gcaReport/archive', {});
    assert.equal(told(), 0, 'not before');
    const again = new Promise<void>(resolve =>
      editor.connection.onRequest('workspace/diagnostic/refresh', () => {
        resolve();
        return null;
      }),
    );
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: editor.uri('archive/2024.gca.md'), type: 1 }],
    });
    await again;
    await editor.connection.sendRequest('gcaReport/archive', {});
    assert.equal(told(), clientFiles ? 1 : 0);
  });
}
