import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Runs the built command line and language server with whichever Node this script is started with, and checks that
 * both find the same number of findings in the sample draft. Plain JavaScript, so that older editions of Node run
 * it: the oldest VS Code supported has Node 20.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const draft = fileURLToPath(new URL('../samples/draft-2025.gca.md', import.meta.url));
const archive = fileURLToPath(new URL('../samples/archive', import.meta.url));

/** How long the server may take for everything. */
const LIMIT_MS = 30_000;

function findingsOfCommandLine() {
  const args = ['dist/cli.js', 'check', draft, '--archive', archive, '--format', 'json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 1) throw new Error(`The command line ended with ${status} instead of 1:\n${stderr}`);
  return JSON.parse(stdout).files[0].findings.length;
}

/** A language server over stdio, and the little of a client that asks it one thing after the other. */
function startServer() {
  const child = spawn(process.execPath, ['dist/server.js', '--stdio'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = new Map();
  let received = Buffer.alloc(0);
  child.stdout.on('data', chunk => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(received.toString('latin1', 0, end))[1]);
      if (received.length < end + 4 + length) return;
      const message = JSON.parse(received.toString('utf8', end + 4, end + 4 + length));
      received = received.subarray(end + 4 + length);
      if (message.method === undefined) waiting.get(message.id)?.(message);
      else if (message.id !== undefined) send({ id: message.id, result: null });
    }
  });
  const send = message => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  let asked = 0;
  const ask = (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, ({ error, result }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
      );
      send({ id, method, params });
    });
  const ended = new Promise(resolve => child.on('exit', resolve));
  return {
    ask,
    tell: (method, params) => send({ method, params }),
    ended,
    kill: () => child.kill('SIGKILL'),
  };
}

async function findingsOfServer() {
  const server = startServer();
  const late = setTimeout(() => {
    console.error(`The server has not answered within ${LIMIT_MS / 1000} s.`);
    server.kill();
    process.exit(1);
  }, LIMIT_MS);
  const uri = pathToFileURL(draft).href;
  await server.ask('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    capabilities: { textDocument: { diagnostic: {} } },
    workspaceFolders: [
      { uri: pathToFileURL(fileURLToPath(new URL('../samples', import.meta.url))).href, name: 'samples' },
    ],
  });
  server.tell('initialized', {});
  const text = readFileSync(draft, 'utf8');
  server.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'gca-report', version: 1, text } });
  const report = await server.ask('textDocument/diagnostic', { textDocument: { uri } });
  await server.ask('shutdown');
  server.tell('exit');
  const status = await server.ended;
  clearTimeout(late);
  if (status !== 0) throw new Error(`The server ended with ${status}.`);
  return report.items.length;
}

const counts = { commandLine: findingsOfCommandLine(), server: await findingsOfServer() };
if (counts.server === 0 || counts.server !== counts.commandLine) {
  console.error(
    `The command line has ${counts.commandLine} findings in the sample draft, the server ${counts.server}.`,
  );
  process.exit(1);
}
console.log(
  `Node ${process.versions.node}: command line and server agree on ${counts.server} findings in the sample draft.`,
);
