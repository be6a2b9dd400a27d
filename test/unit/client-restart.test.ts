import assert from 'node:assert/strict';
import { beforeEach, type TestContext, test } from 'node:test';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { editor, Uri } from './support/vscode.ts';

const { ReportServer } = await import('../../client/server.ts');
const { Restarts } = await import('../../client/restarts.ts');

/** What happened to the clients that were made, without a server behind them. */
interface Made {
  readonly options: LanguageClientOptions;
  started: boolean;
  disposed: boolean;
}

let made: Made[];
let logged: string[];
let failing: boolean;

function newServer() {
  const log = (...words: unknown[]) => void logged.push(words.map(String).join(' '));
  const output = { error: log, warn: log, info: log, show: () => {} };
  const make = (_id: string, _name: string, options: LanguageClientOptions) => {
    const client: Made = { options, started: false, disposed: false };
    made.push(client);
    return {
      onRequest: () => {},
      onNotification: () => {},
      start: async () => {
        if (failing) throw new Error('it does not start');
        client.started = true;
      },
      dispose: async () => {
        client.disposed = true;
      },
      sendRequest: async (method: string) => `${method} by ${made.length}`,
      sendNotification: async () => {},
    };
  };
  return new ReportServer(make as never, Uri.file('/extension') as never, output as never);
}

beforeEach(() => {
  made = [];
  logged = [];
  failing = false;
  editor.messages = [];
  editor.settings = {};
});

/** Lets what is waiting for nothing but its turn go on. */
const turn = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

const end = async () => {
  await made.at(-1)?.options.errorHandler?.closed();
  await turn();
};

const clock = (t: TestContext) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  return async (ms: number) => {
    t.mock.timers.tick(ms);
    await turn();
  };
};

test('a server that ends by itself is started again after a pause, and told once', async t => {
  const pass = clock(t);
  const server = newServer();
  await server.ready();
  for (const pause of [1000, 2000, 4000]) {
    const before = made.length;
    await end();
    await pass(pause - 1);
    assert.equal(made.length, before, 'not before the pause is over');
    await pass(1);
    assert.equal(made.length, before + 1);
    assert.ok(made.at(-1)?.started);
  }
  assert.deepEqual(
    editor.messages.map(({ kind, options }) => [kind, options.every(one => typeof one === 'string')]),
    [['warning', true]],
    'one message, and no modal one: that would have an object with options',
  );
  assert.equal(logged.filter(line => line.includes('ended by itself')).length, 3);
});

test('what is asked in the pause is answered after it', async t => {
  const pass = clock(t);
  const server = newServer();
  await server.ready();
  await end();
  const profiles = server.profiles();
  await pass(1000);
  assert.equal(await profiles, 'gcaReport/profiles by 2');
});

test('the new server has the settings of now', async t => {
  const pass = clock(t);
  const server = newServer();
  await server.ready();
  editor.settings = { mode: 'submission' };
  await end();
  await pass(1000);
  assert.equal((made[1].options.initializationOptions as { mode?: string }).mode, 'submission');
});

test('one that ends over and over is given up, told, and started by hand', async t => {
  const pass = clock(t);
  const server = newServer();
  await server.ready();
  for (let i = 0; i < 6; i++) {
    await end();
    await pass(16_000);
  }
  assert.equal(made.length, 6);
  assert.deepEqual(
    editor.messages.map(({ kind }) => kind),
    ['warning', 'error'],
  );
  await assert.rejects(server.profiles(), /ended too often/);
  await server.restart();
  await turn();
  assert.equal(made.length, 7);
  assert.ok(made[6].started);
  await server.profiles();
  // It has all its starts again.
  await end();
  await pass(1000);
  assert.equal(made.length, 8);
});

test('a server that does not start is tried again as well', async t => {
  const pass = clock(t);
  failing = true;
  const server = newServer();
  server.start();
  await turn();
  failing = false;
  await pass(1000);
  assert.equal(made.length, 2);
  assert.ok(made[1].started);
  assert.equal(editor.messages.length, 1);
});

test('a stop in the pause is a stop, and an end that we asked for is none', async t => {
  const pass = clock(t);
  const server = newServer();
  await server.ready();
  await end();
  await server.dispose();
  await pass(60_000);
  assert.equal(made.length, 1);

  const other = newServer();
  await other.ready();
  const before = made.length;
  await other.dispose();
  await end();
  await pass(60_000);
  assert.equal(made.length, before);
});

test('a restart by hand does not wait for the pause', async t => {
  const pass = clock(t);
  const server = newServer();
  await server.ready();
  await end();
  await server.restart();
  await turn();
  assert.equal(made.length, 2);
  await pass(60_000);
  assert.equal(made.length, 2);
});

test('errors on the connection: the first are let pass, the fourth is an end', async t => {
  const pass = clock(t);
  const server = newServer();
  await server.ready();
  const { error } = made[0].options.errorHandler!;
  for (const count of [1, 2, 3])
    assert.deepEqual(await error(new Error('x'), undefined, count), { action: 1, handled: true });
  assert.deepEqual(await error(new Error('x'), undefined, 4), { action: 2, handled: true });
  await end();
  await pass(1000);
  assert.equal(made.length, 2, 'its end is told by both, and counts once');
});

test('pauses double, and after five minutes of calm they begin anew', () => {
  const restarts = new Restarts();
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5].map(at => restarts.next(at)),
    [1000, 2000, 4000, 8000, 16_000, null],
  );
  assert.equal(restarts.next(5 * 60_000 + 6), 1000);
  assert.equal(restarts.count, 7);
});
