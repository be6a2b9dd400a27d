import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventEmitter, editor, Uri } from './support/vscode.ts';

const { watchArchive } = await import('../../client/archive.ts');
const { Comparison } = await import('../../client/drafting/comparison.ts');
const { ProgressView } = await import('../../client/drafting/progress.ts');
const { FiguresView } = await import('../../client/figures/view.ts');
const { ReportServer } = await import('../../client/server.ts');

/** What the drafter sees follows the earlier reports, although no document and no status has changed. */

const turn = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

test('what shows the archive asks again when it was read again', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const refreshed = new EventEmitter<void>();
  const asked: string[] = [];
  const ask = (what: string, answer: unknown) => async () => {
    asked.push(what);
    return answer;
  };
  let archive: unknown[] = [];
  const server = {
    started: true,
    figures: ask('figures', null),
    progress: ask('progress', null),
    compare: ask('compare', null),
    archive: async () => archive,
    onDidChangeStatus: () => ({ dispose() {} }),
    onDidRefresh: refreshed.event,
  } as never;
  const current = {
    document: { uri: Uri.parse('file:///r/a.gca.md') },
    onDidChange: () => ({ dispose() {} }),
  } as never;
  const figures = new FiguresView(server, current, Uri.file('/extension') as never);
  const webview = {
    options: {},
    html: '',
    asWebviewUri: (uri: unknown) => uri,
    onDidReceiveMessage: () => {},
    postMessage: async () => true,
  };
  const page = { visible: true, webview, onDidChangeVisibility: () => {}, onDidDispose: () => {} };
  figures.resolveWebviewView(page as never, undefined, undefined as never);
  const comparison = new Comparison(server, current);
  comparison.watch();
  const progress = new ProgressView(server, current);
  const watching = watchArchive(server);

  const read = async () => {
    asked.length = 0;
    editor.executed = [];
    refreshed.fire();
    t.mock.timers.tick(1000);
    await turn();
    return [[...asked].sort(), editor.executed];
  };
  t.mock.timers.tick(1000);
  await turn();
  const all = ['compare', 'figures', 'progress'];
  assert.deepEqual(await read(), [all, [['setContext', 'gcaReport.noArchive', true]]]);
  archive = [{ year: 2024 }];
  assert.deepEqual(await read(), [all, [['setContext', 'gcaReport.noArchive', false]]]);
  for (const one of [figures, comparison, progress, watching]) one.dispose();
  assert.deepEqual(await read(), [[], []]);
});

test('the server tells of it, and a fresh server has read everything anew', async () => {
  const handlers = new Map<string, () => void>();
  const client = {
    onRequest: () => {},
    onNotification: (method: string, handler: () => void) => void handlers.set(method, handler),
    start: async () => {},
    dispose: async () => {},
  };
  const output = { error() {}, warn() {}, info() {} };
  const server = new ReportServer(
    (async () => client) as never,
    Uri.file('/extension') as never,
    output as never,
  );
  let told = 0;
  server.onDidRefresh(() => told++);
  await server.ready();
  assert.equal(told, 1);
  handlers.get('gcaReport/refreshed')?.();
  assert.equal(told, 2);
});
