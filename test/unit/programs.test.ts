import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type Hover,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import packageJson from '../../package.json' with { type: 'json' };
import { ROOT } from '../../scripts/root.ts';
import { built } from './support/built.ts';

/** What our programs never do, held in their sources, in everything that is bundled, and while they run. */

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
/** Code without its comments; a `//` behind a colon is an address. */
const codeOf = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<![:'"`\\])\/\/.*$/gm, '');

const NEVER: Readonly<Record<string, RegExp>> = {
  'code made of text': /\beval\s*\(|\bFunction\s*\(|\bset(?:Timeout|Interval)\(\s*['"`]|['"](?:node:)?vm['"]/,
  'the network':
    /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(|['"](?:node:)?(?:https?|http2|net|tls|dgram|dns(?:\/promises)?)['"]|\bopenExternal\b/,
  'a process or a thread':
    /['"](?:node:)?(?:child_process|cluster|worker_threads)['"]|\bnew (?:Shared)?Worker\(|\bcreateTerminal\b|\bexecuteTask\b|\bShellExecution\b|\bProcessExecution\b/,
  'another script': /\bimportScripts\s*\(|\bimport\(\s*[^'"\s]|\bimport\(\s*['"]https?:/,
  'markup made of text': /\.(?:inner|outer)HTML\s*=|\binsertAdjacentHTML\b|\bdocument\.write\b|\bsrcdoc\b/,
  'Markdown that may act': /(?<!workspace\.)\bisTrusted\b(?!: false)|\bsupportHtml\b(?!: false)|\]\(command:/,
};

/** Where our own code does one of these, and why. */
const OURS: Readonly<Record<string, readonly string[]>> = {
  // The language server of the browser's host is a Worker: the extension's own script.
  'client/web.ts': ['a process or a thread'],
  // What reads Word documents, from where the Worker itself came from.
  'server/web.ts': ['another script'],
  // The bundle beside it, from what the engine compiled of it.
  'server/start.ts': ['code made of text'],
};

/** Where bundled packages do. */
const THEIRS: Readonly<Record<string, readonly string[]>> = {
  // The protocol's library starts the server and talks to it.
  'vscode-languageclient/lib/node/main.js': ['a process or a thread'],
  'vscode-languageclient/lib/node/processes.js': ['a process or a thread'],
  'vscode-languageserver/lib/node/files.js': ['a process or a thread'],
  'vscode-jsonrpc/lib/node/main.js': ['the network', 'a process or a thread'],
  // It opens an address where a server asks for it, which ours does not, and draws Markdown as the client sets it.
  'vscode-languageclient/lib/common/client.js': ['the network', 'Markdown that may act'],
  'vscode-languageclient/lib/common/protocolConverter.js': ['Markdown that may act'],
  // It reads translations from an address where it is given one; it is given their contents (see below).
  '@vscode/l10n/dist/browser.js': ['the network'],
  // Unpacking beside the main thread, which nothing here asks for and no bundle takes in (see below).
  'fflate/esm/browser.js': ['a process or a thread'],
};

/** What of NEVER is in a text. */
const foundIn = (text: string): string[] => {
  const code = codeOf(text);
  return Object.entries(NEVER).flatMap(([what, pattern]) => (pattern.test(code) ? [what] : []));
};

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    );

test('the patterns find what they are for', () => {
  for (const [code, what] of [
    ['eval("1")', 'code made of text'],
    ['new Function("x")', 'code made of text'],
    ["import { request } from 'node:https';", 'the network'],
    ['await fetch(url)', 'the network'],
    ["require('child_process')", 'a process or a thread'],
    ['await import(name)', 'another script'],
    ['node.innerHTML = text', 'markup made of text'],
    ['hover.isTrusted = true', 'Markdown that may act'],
    ['`[x](command:y)`', 'Markdown that may act'],
  ] as const)
    assert.deepEqual(foundIn(code), [what], code);
  assert.deepEqual(foundIn('// eval(x)\n/* fetch(y) */ const a = 1;'), []);
});

test('our sources evaluate nothing, start nothing and speak to nobody', () => {
  const files = [...filesIn('client'), ...filesIn('server')];
  assert.ok(files.length > 300);
  for (const file of files) {
    const found = foundIn(read(file)).filter(what => !OURS[file]?.includes(what));
    assert.deepEqual(found, [], file);
  }
});

/** What goes into each bundle, by esbuild. */
type Bundles = Record<string, { inputs: Record<string, unknown>; imports: { path: string }[] }>;
let bundles: Bundles;
before(() => {
  const args = [join(ROOT, 'esbuild.mjs'), '--meta'];
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  bundles = JSON.parse(stdout);
});

test('nor does what is bundled with them, but for the library of the protocol', () => {
  const files = new Set(Object.values(bundles).flatMap(({ inputs }) => Object.keys(inputs)));
  const packages = [...files].filter(file => file.includes('node_modules/'));
  assert.ok(packages.length > 100);
  for (const file of packages) {
    const name = file.slice(file.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const found = foundIn(read(file)).filter(what => !THEIRS[name]?.includes(what));
    assert.deepEqual(found, [], name);
  }
});

test('of what bundled packages could do nothing is left in the bundle that reads Word documents, and in the view', () => {
  built('server.js');
  assert.deepEqual(foundIn(read('dist/figures.js')), []);
  assert.deepEqual(foundIn(read('dist/word.js').replace(/await fetch\(\w+\)/g, '')), []);
});

test('translations are handed over, and never looked for at an address', () => {
  const calls = [...filesIn('server'), ...filesIn('client')].flatMap(
    file => codeOf(read(file)).match(/\bl10n\.config\([^)]*/g) ?? [],
  );
  assert.deepEqual(calls, ['l10n.config({ contents: { ...translations } }']);
});

test('what bundles ask of their host is known', () => {
  const asked = (file: string) =>
    [...new Set(bundles[`dist/${file}`].imports.map(({ path }) => path.replace('node:', '')))].sort();
  assert.deepEqual(asked('figures.js'), []);
  assert.deepEqual(asked('word.js'), []);
  for (const one of asked('client.web.js'))
    assert.ok(
      ['vscode', 'child_process', 'crypto', 'fs', 'net', 'os', 'path', 'readline', 'util'].includes(one),
      one,
    );
  assert.deepEqual(asked('server.js'), ['./server.web.js', 'fs', 'module', 'path', 'v8', 'vm', 'zlib']);
  for (const one of asked('server.web.js'))
    assert.ok(
      // net and child_process are of the protocol's library.
      [
        'child_process',
        'crypto',
        'fs',
        'fs/promises',
        'module',
        'net',
        'os',
        'path',
        'stream/consumers',
        'url',
        'util',
      ].includes(one),
      one,
    );
});

/** Commands of VS Code that a link of ours runs. */
const OF_THE_EDITOR = ['vscode.openFolder'];

test('a link that acts, in the manifest, runs one of our own commands, shows a view, or is named here', () => {
  const { commands, views } = packageJson.contributes;
  const ours = new Set([
    ...commands.map(({ command }) => command),
    ...Object.values(views).flatMap(all => all.map(({ id }) => `${id}.focus`)),
    ...OF_THE_EDITOR,
  ]);
  // In every language, and in the manifest itself.
  const texts = readdirSync(ROOT).filter(name => /^package\..*json$/.test(name));
  const links = texts
    .flatMap(file => [...read(file).matchAll(/\(command:([\w.]+)/g)])
    .map(([, name]) => name);
  assert.ok(links.length > 0);
  for (const name of links) assert.ok(ours.has(name), name);
});

test('tools that a language model may call ask the server, and change nothing', () => {
  const code = codeOf(read('client/tools.ts'));
  const asked = new Set([...code.matchAll(/\bserver\.(\w+)\(/g)].map(([, name]) => name));
  assert.deepEqual([...asked].sort(), ['figures', 'lookUp', 'progress']);
  assert.doesNotMatch(code, /applyEdit|executeCommand|workspace\.fs|writeFile|clipboard|\.edit\(/);
});

/** No code out of text; files to read, none to write; no child process, no Worker; no network. */
const CONFINED = [
  '--permission',
  `--allow-fs-read=${ROOT}`,
  '--disallow-code-generation-from-strings',
  '--require',
  join(ROOT, 'test', 'unit', 'support', 'no-network.cjs'),
];
const options = { cwd: join(ROOT, 'samples'), encoding: 'utf8', maxBuffer: 64_000_000 } as const;

test('the confinement holds what it is for', () => {
  for (const code of [
    "require('child_process').spawnSync('true')",
    "eval('1')",
    "require('fs').writeFileSync('x', '')",
    "new (require('worker_threads').Worker)('1', { eval: true })",
    "fetch('http://localhost')",
    "require('net').connect(1)",
  ])
    assert.notEqual(spawnSync(process.execPath, [...CONFINED, '-e', code], options).status, 0, code);
});

test('the command line gives the same answer where it may do nothing but read', () => {
  const call = ['check', 'draft-2025.gca.md', '--format', 'json'];
  const free = spawnSync(process.execPath, [built('cli.js'), ...call], options);
  const confined = spawnSync(process.execPath, [...CONFINED, built('cli.js'), ...call], options);
  assert.equal(confined.status, 1, confined.stderr);
  assert.equal(confined.stdout, free.stdout);
  assert.equal(confined.stderr, free.stderr);
});

test('so does the language server, Word documents of the archive included', async () => {
  const child = spawn(process.execPath, [...CONFINED, built('server.js'), '--stdio'], { cwd: ROOT });
  let said = '';
  child.stderr.on('data', chunk => (said += chunk));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  try {
    const folder = pathToFileURL(join(ROOT, 'samples')).href;
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'samples' }],
      capabilities: { textDocument: { diagnostic: {} } },
    });
    await connection.sendNotification('initialized', {});
    const uri = `${folder}/draft-2025.gca.md`;
    const text = read('samples/draft-2025.gca.md');
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'gca-report', version: 1, text },
    });
    const report: DocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
    });
    assert.ok(report.kind === 'full' && report.items.length > 10);
    const before = text.slice(0, text.indexOf('40 CyberDrills')).split('\n');
    const hover: Hover = await connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
    });
    // 2020 stands in a Word document of the archive.
    assert.match((hover.contents as { value: string }).value, /2020: /);
    await connection.sendRequest('shutdown');
    assert.equal(said, '');
  } finally {
    connection.dispose();
    child.kill();
  }
});
