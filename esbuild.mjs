import { chmodSync, cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { context } from 'esbuild';

/**
 * Bundles the programs into dist/: `node esbuild.mjs [--minify] [--tests] [--watch]`. Everything that runs is
 * bundled, so that the package carries no node_modules.
 */
const flags = new Set(process.argv.slice(2));
const minify = flags.has('--minify');
const watch = flags.has('--watch');

const shared = {
  bundle: true,
  minify,
  sourcemap: minify ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
};
/** The oldest VS Code supported, 1.91, runs extensions on Node 20. A bundle has no `import.meta`: it has __dirname. */
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  define: { 'import.meta.dirname': 'undefined' },
};
const browser = { ...shared, platform: 'browser', target: 'es2022' };

/**
 * The protocol library gives its editions for Workers to bundles for browsers alone; ours is for both, and takes
 * them from beside the editions for Node, so that what the two share is there once.
 */
const server = createRequire(createRequire(import.meta.url).resolve('vscode-languageserver/node'));
const protocol = createRequire(server.resolve('vscode-languageserver-protocol/node'));
const workerEditions = {
  'vscode-languageserver/browser': beside(
    createRequire(import.meta.url).resolve('vscode-languageserver/node'),
  ),
  'vscode-languageserver-protocol/browser': beside(server.resolve('vscode-languageserver-protocol/node')),
  'vscode-jsonrpc/browser': beside(protocol.resolve('vscode-jsonrpc/node')),
};

/** The edition for Workers beside one for Node. */
function beside(node) {
  return join(dirname(node), '..', 'browser', 'main.js');
}

const bundles = [
  { ...node, entryPoints: ['client/node.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  {
    ...browser,
    entryPoints: ['client/web.ts'],
    outfile: 'dist/client.web.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...browser, entryPoints: ['client/webview/figures.ts'], outfile: 'dist/figures.js', format: 'iife' },
  // One bundle for the server on Node, the server in a Worker and the command line: see server/main.ts.
  {
    ...node,
    entryPoints: ['server/main.ts'],
    outfile: 'dist/server.web.js',
    format: 'iife',
    alias: workerEditions,
    external: ['*/word/index.ts'],
  },
  // Word documents in and out, loaded when the first one is met: by Node as a module, by a Worker as a script.
  {
    ...browser,
    entryPoints: ['server/word/index.ts'],
    outfile: 'dist/word.js',
    format: 'iife',
    globalName: 'gcaReportWord',
    footer: { js: "if (typeof module === 'object') module.exports = gcaReportWord;" },
  },
];

/**
 * The host suite is one; the second bundle is for the browser's extension host, where there is no Node. Mocha's
 * browser edition would export itself in the suite's place: without `exports` in sight it sets its globals.
 */
const suite = { entryPoints: ['test/host/suite.ts'], external: ['vscode'], define: { exports: 'undefined' } };
const suites = [
  { ...node, ...suite, outfile: 'dist/test/suite.js' },
  { ...browser, ...suite, outfile: 'dist/test/web.js', format: 'cjs' },
];

const wanted = flags.has('--tests') ? [...bundles, ...suites] : bundles;

/** Builds one bundle, once or on every change. */
async function build(options) {
  const bundle = await context(options);
  await bundle.rebuild();
  if (watch) await bundle.watch();
  else await bundle.dispose();
}

try {
  await Promise.all(wanted.map(build));
} catch {
  // esbuild has already said what is wrong and where.
  process.exit(1);
}
/** The other names of the one bundle. */
writeFileSync('dist/server.js', "require('./server.web.js');\n");
writeFileSync(
  'dist/cli.js',
  "#!/usr/bin/env node\nglobalThis.gcaReportProgram = 'command line';\nrequire('./server.web.js');\n",
);
chmodSync('dist/cli.js', 0o755);
rmSync('dist/catalogue', { recursive: true, force: true });
if (existsSync('data/catalogue')) cpSync('data/catalogue', 'dist/catalogue', { recursive: true });
if (watch) console.log('Watching. Ctrl+C ends it.');
