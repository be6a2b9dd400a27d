import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../scripts/root.ts';
import { framed, RawClient } from './raw-client.ts';

/**
 * The built server under load and under clients that do wrong, over its standard streams. After each fault the
 * sample draft still has the findings that it has in a sound session.
 */
const DRAFT = pathToFileURL(join(ROOT, 'samples/draft-2025.gca.md')).href;
const TEXT = readFileSync(join(ROOT, 'samples/draft-2025.gca.md'), 'utf8');

/** Codes of JSON-RPC and the protocol. */
const METHOD_NOT_FOUND = -32601;
const NOT_INITIALIZED = -32002;
const INVALID_REQUEST = -32600;
const CANCELLED = -32800;

let client: RawClient | undefined;
afterEach(() => {
  client?.kill();
  client = undefined;
});

async function start(capabilities?: object): Promise<RawClient> {
  client = new RawClient();
  await client.initialize(capabilities);
  return client;
}

/** The findings that the draft has when nothing went wrong. */
let expected: number | undefined;
async function sound(): Promise<number> {
  if (expected !== undefined) return expected;
  const server = new RawClient();
  await server.initialize();
  server.open(DRAFT, TEXT);
  expected = await server.findings(DRAFT);
  assert.equal(await server.stop(), 0);
  assert.ok(expected > 50);
  return expected;
}

/** The server goes on as if nothing had been. */
async function isSound(server: RawClient): Promise<void> {
  server.open(DRAFT, TEXT);
  assert.equal(await server.findings(DRAFT), await sound());
  assert.equal(await server.stop(), 0);
}

test('requests before initialize are refused, and the session begins all the same', async () => {
  client = new RawClient();
  const early = await client.ask('textDocument/hover', {
    textDocument: { uri: DRAFT },
    position: { line: 0, character: 0 },
  });
  assert.ok([NOT_INITIALIZED, METHOD_NOT_FOUND].includes(early.error?.code ?? 0), JSON.stringify(early));
  client.tell('textDocument/didOpen', {
    textDocument: { uri: DRAFT, languageId: 'x', version: 1, text: '' },
  });
  await client.initialize();
  await isSound(client);
});

test('requests after shutdown are refused, and exit ends the process', async () => {
  const server = await start();
  await server.ask('shutdown', undefined);
  const late = await server.ask('textDocument/documentSymbol', { textDocument: { uri: DRAFT } });
  assert.ok(late.error === undefined || [INVALID_REQUEST, METHOD_NOT_FOUND].includes(late.error.code));
  server.tell('exit', undefined);
  assert.equal(await server.ended, 0);
});

test('methods that nobody knows, and parameters of a wrong form, cost their own answer', async () => {
  const server = await start();
  assert.equal((await server.ask('gcaReport/unheardOf', {})).error?.code, METHOD_NOT_FOUND);
  server.tell('$/unheardOf', {});
  server.tell('textDocument/unheardOf', { a: 1 });
  for (const params of [
    undefined,
    null,
    {},
    { textDocument: {} },
    { textDocument: { uri: 5 }, position: 'x' },
  ]) {
    for (const method of [
      'textDocument/hover',
      'textDocument/completion',
      'gcaReport/progress',
      'gcaReport/new',
    ])
      await server.ask(method, params);
  }
  server.tell('textDocument/didChange', {});
  await isSound(server);
});

test('half a message waits for its other half', async () => {
  const server = await start();
  const whole = framed({
    method: 'textDocument/didOpen',
    params: {
      textDocument: { uri: DRAFT, languageId: 'gca-report', version: 1, text: TEXT },
    },
  });
  server.write(whole.slice(0, 1000));
  await new Promise(resolve => setImmediate(resolve));
  server.write(whole.slice(1000));
  assert.equal(await server.findings(DRAFT), await sound());
  assert.equal(await server.stop(), 0);
});

test('a stream that ends in half a message ends the server', async () => {
  const server = await start();
  server.write(framed({ method: 'textDocument/didOpen', params: {} }).slice(0, 40));
  server.child.stdin?.end();
  assert.notEqual(await server.ended, undefined);
});

for (const head of ['Content-Length: many', 'Content-Length:', 'Content-Type: x', 'Length 15']) {
  test(`behind a length that is none nothing can be understood, and the server says so: ${head}`, async () => {
    const server = await start();
    server.open(DRAFT, TEXT);
    server.write(`${head}\r\n\r\n{"jsonrpc":"2.0"}`);
    // Its client lives, and leaves the stream open.
    assert.equal(await server.ended, 1);
    assert.match(server.log, /^gca-report: a message came without a length.*\n$/);
  });
}

test('a message that is no JSON costs itself', async () => {
  const server = await start();
  server.write('Content-Length: 6\r\n\r\n{ é }');
  server.write('content-length: 2\r\nContent-Type: x; charset=utf-8\r\n\r\n{"');
  server.write('Content-Length: 0\r\n\r\n');
  await isSound(server);
});

test('a client that answers nothing keeps nothing waiting', async () => {
  // The server asks to watch files, for the configuration and for refreshes; nobody ever answers.
  const server = await start({
    textDocument: { diagnostic: {} },
    workspace: {
      didChangeWatchedFiles: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
      configuration: true,
      workspaceFolders: true,
    },
  });
  server.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: DRAFT, type: 2 }] });
  await isSound(server);
});

test('ten thousand events of a file watcher are one reading', async () => {
  const server = await start();
  server.open(DRAFT, TEXT);
  await server.findings(DRAFT);
  const started = performance.now();
  for (let i = 0; i < 10_000; i++)
    server.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: `${DRAFT}.${i}.md`, type: 1 }] });
  assert.equal(await server.findings(DRAFT), await sound());
  assert.ok(performance.now() - started < 20_000);
  assert.equal(await server.stop(), 0);
});

test('two hundred open documents', async () => {
  const server = await start();
  const uris = Array.from({ length: 200 }, (_, i) => DRAFT.replace('draft-2025', `draft-2025-${i}`));
  for (const uri of uris) server.open(uri, TEXT);
  const counts = await Promise.all(uris.map(uri => server.findings(uri)));
  assert.equal(new Set(counts).size, 1, 'each has what the others have');
  for (const uri of uris) server.tell('textDocument/didClose', { textDocument: { uri } });
  await isSound(server);
});

/** How long the edits go on; a minute as users would have it who type for an hour, less in a hurry. */
const EDIT_SECONDS = Number(process.env.GCA_FAULT_SECONDS ?? 5);
const EDITS_A_SECOND = 500;
const LINE = TEXT.split('\n').findIndex(words => words.startsWith('3.1 '));

/** One edit of a pair: a letter is typed behind a paragraph's number, then taken away. */
const edit = (version: number, typed: boolean) => ({
  textDocument: { uri: DRAFT, version },
  contentChanges: [
    {
      range: { start: { line: LINE, character: 4 }, end: { line: LINE, character: typed ? 4 : 5 } },
      text: typed ? 'x' : '',
    },
  ],
});

test(`${EDITS_A_SECOND} edits a second, with requests that are cancelled, lose no character`, async () => {
  const server = await start();
  server.open(DRAFT, TEXT);
  let edits = 0;
  const type = () => server.tell('textDocument/didChange', edit(edits + 2, edits++ % 2 === 0));
  const began = performance.now();
  for (let second = 0; second < EDIT_SECONDS; second = (performance.now() - began) / 1000) {
    // As many as are due by now: the clock sets the pace.
    while (edits < second * EDITS_A_SECOND) {
      type();
      if (edits % 10 !== 0) continue;
      const id = server.begin('textDocument/diagnostic', { textDocument: { uri: DRAFT } });
      server.tell('$/cancelRequest', { id });
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  if (edits % 2 === 1) type();
  // A letter typed and taken away once: what waits until somebody leaves the paragraph waits there as well.
  const calm = new RawClient();
  await calm.initialize();
  calm.open(DRAFT, TEXT);
  calm.tell('textDocument/didChange', edit(2, true));
  calm.tell('textDocument/didChange', edit(3, false));
  assert.equal(await server.findings(DRAFT), await calm.findings(DRAFT));
  assert.equal(await calm.stop(), 0);
  for (const { error } of server.received) assert.ok(error === undefined || error.code === CANCELLED);
  assert.ok(edits >= EDIT_SECONDS * EDITS_A_SECOND * 0.9, `${edits} edits`);
  assert.equal(await server.stop(), 0);
});

test('a parent that dies takes the server with it', async () => {
  // A process that starts the server, tells it its own id, and dies without a word.
  const parent = `
    const { spawn } = require('node:child_process');
    const server = spawn(process.execPath, [${JSON.stringify(join(ROOT, 'dist/server.js'))}, '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'], detached: true });
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize',
      params: { processId: process.pid, rootUri: null, capabilities: {} } });
    server.stdout.once('data', () => { console.log(server.pid); process.kill(process.pid, 'SIGKILL'); });
    server.stdin.write('Content-Length: ' + Buffer.byteLength(body) + '\\r\\n\\r\\n' + body);`;
  const { spawnSync } = await import('node:child_process');
  const { stdout } = spawnSync(process.execPath, ['-e', parent], { encoding: 'utf8' });
  const pid = Number(stdout.trim());
  assert.ok(pid > 0);
  const late = Date.now() + 20_000;
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      break;
    }
    if (Date.now() > late) {
      process.kill(pid, 'SIGKILL');
      assert.fail('The server outlived its parent by 20 seconds.');
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
});

test('killed at any moment, a server started anew has the same findings', async () => {
  for (let i = 0; i < 10; i++) {
    const server = new RawClient();
    await server.initialize();
    server.open(DRAFT, TEXT);
    server.begin('textDocument/diagnostic', { textDocument: { uri: DRAFT } });
    // Ten moments over the first tenth of a second, in which files and catalogue are read.
    await new Promise(resolve => setTimeout(resolve, i * 10));
    server.kill();
    await server.ended;
  }
  await isSound(await start());
});
