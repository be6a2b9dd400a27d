import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureSeries } from '../../server/lsp/protocol.ts';
import { editor, Uri } from './support/vscode.ts';

const { FiguresView } = await import('../../client/figures/view.ts');

/** The extension's end of the Figures view: what it does on a message, whoever sends it. */

const DRAFT = 'file:///reports/draft.gca.md';
const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 2 } };
const point = {
  year: 2025,
  value: 40,
  shown: '40',
  text: '40 drills',
  path: 'draft.gca.md',
  place: '2.1',
  uri: DRAFT,
  range,
};
const series: FigureSeries = {
  id: 'drills',
  label: 'Drills',
  scope: 'cumulative',
  role: 'capacity',
  verdict: 'first',
  stale: false,
  history: '40',
  points: [point],
};

/** What is known of each report by its address; a report that is not there is none. */
async function shownView(reports: Readonly<Record<string, readonly FigureSeries[]>> = { [DRAFT]: [series] }) {
  const server = {
    figures: async (uri: { toString(): string }) => {
      const known = reports[uri.toString()];
      return known ? { uri: uri.toString(), version: 1, year: 2025, series: known } : null;
    },
    onDidChangeStatus: () => ({}),
    onDidRefresh: () => ({}),
  };
  const current = {
    document: { uri: Uri.parse(DRAFT) } as { uri: ReturnType<typeof Uri.parse> } | undefined,
    onDidChange: () => ({}),
  };
  const view = new FiguresView(server as never, current as never, Uri.file('/extension') as never);
  let receive: (message: unknown) => void = () => {};
  const webview = {
    options: {} as {
      enableScripts?: boolean;
      localResourceRoots?: { path: string }[];
      enableCommandUris?: unknown;
    },
    html: '',
    asWebviewUri: (uri: unknown) => uri,
    onDidReceiveMessage: (listener: typeof receive) => (receive = listener),
    postMessage: async () => true,
  };
  const shown = { visible: true, webview, onDidChangeVisibility: () => {}, onDidDispose: () => {} };
  view.resolveWebviewView(shown as never, undefined, undefined as never);
  const turn = () => new Promise(resolve => setImmediate(resolve));
  await turn();
  return {
    view,
    webview,
    /** Another report is worked on while the view cannot be seen. */
    turnTo(uri: string | undefined) {
      shown.visible = false;
      current.document = uri === undefined ? undefined : { uri: Uri.parse(uri) };
      editor.clipboard = '';
      editor.messages = [];
    },
    async say(message: unknown) {
      editor.shown = [];
      editor.clipboard = '';
      receive(message);
      await turn();
    },
  };
}

const open = (uri: string) => ({ kind: 'open', uri, line: 3, character: 0, endLine: 3, endCharacter: 2 });

test('a place that the server named is opened, and nothing else is', async () => {
  const { say } = await shownView();
  await say(open(DRAFT));
  assert.deepEqual(editor.shown, [DRAFT]);
  for (const uri of [
    'file:///etc/passwd',
    'command:evil',
    'https://evil.example/',
    `${DRAFT}/../secret.md`,
    '',
  ]) {
    await say(open(uri));
    assert.deepEqual(editor.shown, [], uri);
  }
});

test('a message of no known form does nothing', async () => {
  const { say } = await shownView();
  for (const message of [
    { ...open(DRAFT), line: -1 },
    { ...open(DRAFT), kind: 'run' },
    [open(DRAFT)],
    DRAFT,
    null,
  ]) {
    await say(message);
    assert.deepEqual([editor.shown, editor.clipboard], [[], '']);
  }
  await say({ kind: 'copy', role: '' });
  assert.match(editor.clipboard, /Drills/);
});

test('the page reaches the built files alone, and runs no command', async () => {
  const { webview } = await shownView();
  assert.deepEqual(
    webview.options.localResourceRoots?.map(({ path }) => path),
    ['/extension/dist'],
  );
  assert.equal(webview.options.enableCommandUris, undefined);
});

test('the command copies the figures of the report worked on, whatever the view showed before', async () => {
  const other = 'file:///reports/other.gca.md';
  const { view, turnTo } = await shownView({
    [DRAFT]: [series],
    [other]: [{ ...series, label: 'Workshops' }],
  });
  turnTo(other);
  await view.copyAll();
  assert.match(editor.clipboard, /Workshops/);
  assert.doesNotMatch(editor.clipboard, /Drills/);
});

test('where there are no figures to copy, the command says so', async () => {
  const bare = 'file:///reports/bare.gca.md';
  const { view, turnTo } = await shownView({ [DRAFT]: [series], [bare]: [] });
  for (const [uri, said] of [
    [bare, 'This report has no figures yet.'],
    [undefined, 'Open a report to see its figures.'],
  ] as const) {
    turnTo(uri);
    await view.copyAll();
    assert.deepEqual([editor.clipboard, editor.messages.map(({ message }) => message)], ['', [said]]);
  }
});
