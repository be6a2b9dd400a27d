import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { ROOT } from '../../scripts/root.ts';

/**
 * The built server as a Worker has it: no disk, no Node, files from the editor. What reads Word documents is a
 * script beside it that is loaded when the archive has one.
 */
const DIST = join(ROOT, 'dist');
const EXTENSION = 'https://extension.example/gca';
const FOLDER = 'memfs://reports';
const DRAFT = `${FOLDER}/draft-2025.gca.md`;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string };
  readonly result?: unknown;
}

const onDisk = (uri = '') => uri.replace(FOLDER, join(ROOT, 'samples')).replace(EXTENSION, ROOT);

/** What an editor answers when the server asks for its files. */
function answer({ method, params }: Message): unknown {
  const path = onDisk(params?.uri);
  if (method === 'gcaReport/read') return existsSync(path) ? readFileSync(path).toString('base64') : null;
  if (method !== 'gcaReport/list' || !existsSync(path)) return method === 'gcaReport/list' ? [] : null;
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).replace(join(ROOT, 'samples'), FOLDER))
    .sort();
}

/** The built server in a world that has what Workers have. */
class Worker {
  readonly loaded: string[] = [];
  closed = false;
  private readonly waiting = new Map<number, (message: Message) => void>();
  private readonly self: Record<string, unknown> = {
    onmessage: null,
    addEventListener: () => undefined,
    postMessage: (message: Message) => this.receive(message),
    close: () => {
      this.closed = true;
    },
  };

  constructor() {
    const world = vm.createContext({
      WorkerGlobalScope: class {},
      self: this.self,
      importScripts: (address: string) => {
        this.loaded.push(address);
        vm.runInContext(readFileSync(onDisk(address), 'utf8'), world);
        // Of a Worker `self` is the global object.
        this.self.gcaReportWord = vm.runInContext('gcaReportWord', world);
      },
      ...{ setTimeout, clearTimeout, queueMicrotask, console, performance },
      ...{ TextDecoder, TextEncoder, URL, Blob, atob, btoa },
    });
    vm.runInContext(readFileSync(join(DIST, 'server.web.js'), 'utf8'), world);
  }

  private receive(message: Message): void {
    if (message.method !== undefined && message.id !== undefined)
      this.send({ id: message.id, result: answer(message) });
    else if (message.id !== undefined) this.waiting.get(message.id)?.(message);
  }

  send(message: object): void {
    (this.self.onmessage as (event: object) => void)({ data: { jsonrpc: '2.0', ...message } });
  }

  /** Waits until the script has set itself up; its parts are loaded in turns of their own. */
  async ready(): Promise<void> {
    for (let turn = 0; turn < 1000 && this.self.onmessage === null; turn++) {
      await new Promise(resolve => setImmediate(resolve));
    }
    assert.ok(this.self.onmessage, 'the server listens');
  }

  /** Waits until the Worker has ended itself: nobody else does. */
  async hasClosed(): Promise<void> {
    for (let turn = 0; turn < 1000 && !this.closed; turn++)
      await new Promise(resolve => setImmediate(resolve));
    assert.ok(this.closed, 'the Worker ended itself');
  }

  async ask<T>(method: string, params: object): Promise<T> {
    const id = this.waiting.size + 1;
    const message = await new Promise<Message>(resolve => {
      this.waiting.set(id, resolve);
      this.send({ id, method, params });
    });
    return message.result as T;
  }
}

test('in a Worker the figures run through the Word documents of an archive', {
  skip: existsSync(join(DIST, 'word.js')) ? false : 'Not built: npm run build.',
}, async () => {
  const worker = new Worker();
  await worker.ready();
  const initializationOptions = { clientFiles: true, extensionUri: EXTENSION };
  await worker.ask('initialize', {
    processId: null,
    rootUri: FOLDER,
    workspaceFolders: [{ uri: FOLDER, name: 'reports' }],
    capabilities: {},
    initializationOptions,
  });
  worker.send({ method: 'initialized', params: {} });
  const text = readFileSync(onDisk(DRAFT), 'utf8');
  worker.send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri: DRAFT, languageId: 'gca-report', version: 1, text } },
  });
  const { series } = await worker.ask<{
    series: { label: string; points: { year: number; uri: string }[] }[];
  }>('gcaReport/figures', { uri: DRAFT });
  const drills = series.find(one => one.label === 'CyberDrills held');
  assert.deepEqual(
    // Of another world: its arrays are no arrays of this one.
    Array.from(drills?.points.slice(0, 2) ?? [], ({ year, uri }) => [year, uri]),
    [
      [2020, `${FOLDER}/archive/2020.docx`],
      [2021, `${FOLDER}/archive/2021.docx`],
    ],
  );
  assert.deepEqual(worker.loaded, [`${EXTENSION}/dist/word.js`], 'loaded once');
});

test('a Worker ends itself when the editor has done with it', {
  skip: existsSync(join(DIST, 'server.web.js')) ? false : 'Not built: npm run build.',
}, async () => {
  const worker = new Worker();
  await worker.ready();
  await worker.ask('initialize', { processId: null, rootUri: null, capabilities: {} });
  await worker.ask('shutdown', {});
  assert.equal(worker.closed, false, 'it waits for the word to go');
  worker.send({ method: 'exit' });
  await worker.hasClosed();
});
