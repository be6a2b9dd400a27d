import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { ProtocolConnection } from 'vscode-languageserver-protocol/browser';
import { ROOT } from '../../scripts/root.ts';
import { editor, Uri } from '../unit/support/vscode.ts';
import './for-browsers.ts';
import { RawClient } from './raw-client.ts';
import { SmallWorker } from './small-worker.ts';

const library = await import('vscode-languageserver-protocol/browser');
const { ReportServer } = await import('../../client/server.ts');
const { transportsTo } = await import('../../client/worker.ts');

/**
 * A server that runs out of memory, in a Worker and as a process: who asked is told, the editor goes on, and the
 * next server has what the last one had.
 */
const DRAFT = pathToFileURL(join(ROOT, 'samples/draft-2025.gca.md')).href;
const TEXT = readFileSync(join(ROOT, 'samples/draft-2025.gca.md'), 'utf8');
/** More than a server with so little memory can read. */
const HUGE = `${TEXT}\n${'Two words and 84 countries. '.repeat(400_000)}`;
const MEGABYTES = 48;

let workers: SmallWorker[] = [];
let connection: ProtocolConnection;
afterEach(async () => {
  for (const worker of workers) await worker.terminate();
  workers = [];
});

/** A client over the same ways, and with the same answers to errors and ends, as the library's own. */
function makeClient(options: LanguageClientOptions) {
  const worker = new SmallWorker(MEGABYTES);
  workers.push(worker);
  const { reader, writer } = transportsTo(worker, library);
  const own = library.createProtocolConnection(reader, writer);
  connection = own;
  own.onError(([error, message, count]) => void options.errorHandler?.error(error, message, count));
  own.onClose(() => {
    own.dispose();
    void options.errorHandler?.closed();
  });
  return {
    onRequest: (method: string, answer: (params: never) => unknown) => own.onRequest(method, answer),
    onNotification: (method: string, take: (params: unknown) => void) => own.onNotification(method, take),
    async start() {
      own.listen();
      await own.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
      await own.sendNotification('initialized', {});
    },
    sendRequest: (method: string, params: object) => own.sendRequest(method, params),
    sendNotification: (method: string, params: object) => own.sendNotification(method, params),
    dispose: async () => own.dispose(),
  };
}

const open = (uri: string, text: string) =>
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'gca-report', version: 1, text },
  });

test('a Worker without memory: who asked is told, and the next one answers', async () => {
  const log: string[] = [];
  const write = (...words: unknown[]) => void log.push(words.map(String).join(' '));
  const output = { error: write, warn: write, info: write, show: () => {} };
  const server = new ReportServer(
    (async (_id: string, _name: string, options: LanguageClientOptions) => makeClient(options)) as never,
    Uri.file('/extension') as never,
    output as never,
  );
  const uri = Uri.parse('memfs://reports/draft-2025.gca.md');
  await server.ready();
  await open(uri.toString(), TEXT);
  const before = await server.figures(uri as never);
  assert.ok((before?.series.length ?? 0) > 5);

  const huge = Uri.parse('memfs://reports/huge-2025.gca.md');
  await open(huge.toString(), HUGE);
  const asked = [server.figures(huge as never), server.progress(huge as never), server.profiles()];
  for (const answer of await Promise.allSettled(asked)) {
    assert.equal(answer.status, 'rejected');
    assert.match(String((answer as PromiseRejectedResult).reason), /needed more memory than there is/);
  }
  assert.equal(workers[0].ended, 'ERR_WORKER_OUT_OF_MEMORY');
  assert.equal(server.condition.state, 'not running');

  // What is asked now waits for the next one: an editor opens its documents there by itself.
  assert.ok((await server.profiles()).length > 0);
  await open(uri.toString(), TEXT);
  assert.deepEqual(await server.figures(uri as never), before);
  assert.equal(workers.length, 2);
  assert.equal(server.condition.ends, 1);
  assert.equal(editor.messages.length, 1, 'told once');
  await server.dispose();
});

test('a process without memory ends, and the next one has the same findings', async () => {
  const draft = async (client: RawClient) => {
    await client.initialize();
    client.open(DRAFT, TEXT);
    return client.findings(DRAFT);
  };
  const args = [join(ROOT, 'dist/server.js'), '--stdio'];
  const small = new RawClient(process.execPath, [`--max-old-space-size=${MEGABYTES}`, ...args]);
  const before = await draft(small);
  assert.ok(before > 50);
  small.open(DRAFT.replace('draft', 'huge'), HUGE);
  small.begin('gcaReport/figures', { uri: DRAFT.replace('draft', 'huge') });
  assert.notEqual(await small.ended, 0);
  const next = new RawClient(process.execPath, args);
  assert.equal(await draft(next), before);
  assert.equal(await next.stop(), 0);
});
