import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { context } from 'esbuild';

/**
 * Bundles the programs into dist/: `node esbuild.mjs [--minify] [--tests] [--watch]`. Everything that runs is
 * bundled, so that the package carries no node_modules. With `--meta` nothing is written: what would go into the
 * bundles is printed, as esbuild's metafile has it.
 */
const flags = new Set(process.argv.slice(2));
const minify = flags.has('--minify');
const watch = flags.has('--watch');
const meta = flags.has('--meta');

/** Of the manifest the programs read their own name and version; the views and commands stay out of them. */
const ownManifest = {
  name: 'own manifest',
  setup: build =>
    build.onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => {
      if (dirname(path) !== import.meta.dirname) return undefined;
      const { name, version } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ name, version }), loader: 'json' };
    }),
};

/**
 * Parts of Node that the protocol's library loads at once and needs only for what we never ask of it (pipes of its own,
 * the folder of npm): loaded with the first use, a server that never uses them starts some milliseconds sooner.
 */
const whenUsed = {
  name: 'parts of Node loaded when used',
  setup: build => {
    build.onResolve({ filter: /^(?:crypto|child_process)$/ }, ({ path, namespace }) =>
      namespace === 'when used' ? { path, external: true } : { path, namespace: 'when used' },
    );
    build.onLoad({ filter: /.*/, namespace: 'when used' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require('${path}')[name] });`,
    }));
  },
};

const shared = {
  bundle: true,
  metafile: meta,
  write: !meta,
  plugins: [ownManifest],
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
 * The protocol library gives its editions for Workers to bundles for browsers alone; ours are for both, and take
 * them from beside the editions for Node, so that what the two share is there once.
 */
function editionsFor(library) {
  const own = createRequire(import.meta.url).resolve(`${library}/node`);
  const protocol = createRequire(own).resolve('vscode-languageserver-protocol/node');
  const rpc = createRequire(protocol).resolve('vscode-jsonrpc/node');
  const beside = node => join(dirname(node), '..', 'browser', 'main.js');
  return {
    [`${library}/browser`]: beside(own),
    'vscode-languageserver-protocol/browser': beside(protocol),
    'vscode-jsonrpc/browser': beside(rpc),
  };
}

/** The edition for Workers runs on Node as well; translations are handed to it, and it reads none. */
const translator = createRequire(import.meta.url).resolve('@vscode/l10n/dist/browser.js');

const bundles = [
  // One bundle for both extension hosts: see client/main.ts.
  {
    ...node,
    entryPoints: ['client/main.ts'],
    outfile: 'dist/client.web.js',
    external: ['vscode'],
    alias: editionsFor('vscode-languageclient'),
  },
  { ...browser, entryPoints: ['client/webview/figures.ts'], outfile: 'dist/figures.js', format: 'iife' },
  // One bundle for the server on Node, the server in a Worker and the command line: see server/main.ts.
  {
    ...node,
    entryPoints: ['server/main.ts'],
    outfile: 'dist/server.web.js',
    format: 'iife',
    plugins: [ownManifest, whenUsed],
    alias: { ...editionsFor('vscode-languageserver'), '@vscode/l10n': translator },
    external: ['*/word/index.ts'],
  },
  // What starts the server on Node: see server/start.ts.
  { ...node, entryPoints: ['server/start.ts'], outfile: 'dist/server.js', external: ['./server.web.js'] },
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
 * The host suites are the same on both hosts; the second bundles are for the browser's extension host, where there
 * is no Node. Mocha's browser edition would export itself in the suite's place: without `exports` in sight it sets
 * its globals.
 */
const suite = {
  entryPoints: ['test/host/suite.ts', 'test/host/elsewhere.ts'],
  external: ['vscode'],
  define: { exports: 'undefined' },
};
const suites = [
  { ...node, ...suite, outdir: 'dist/test/node' },
  { ...browser, ...suite, outdir: 'dist/test/web', format: 'cjs' },
];

const wanted = flags.has('--tests') ? [...bundles, ...suites] : bundles;

/** Builds one bundle, once or on every change. */
async function build(options) {
  const bundle = await context(options);
  const { metafile } = await bundle.rebuild();
  if (watch) await bundle.watch();
  else await bundle.dispose();
  return metafile;
}

let metafiles;
try {
  metafiles = await Promise.all(wanted.map(build));
} catch {
  // esbuild has already said what is wrong and where.
  process.exit(1);
}
if (meta) process.stdout.write(JSON.stringify(Object.assign({}, ...metafiles.map(({ outputs }) => outputs))));
else writeBesides();

/** What the programs need beside their bundles. */
function writeBesides() {
  // The other names of the bundles that serve several programs.
  writeFileSync('dist/client.js', "module.exports = require('./client.web.js');\n");
  writeFileSync(
    'dist/cli.js',
    "#!/usr/bin/env node\nglobalThis.gcaReportProgram = 'command line';\nrequire('./server.web.js');\n",
  );
  chmodSync('dist/cli.js', 0o755);
  rmSync('dist/catalogue', { recursive: true, force: true });
  if (existsSync('data/catalogue')) cpSync('data/catalogue', 'dist/catalogue', { recursive: true });
  if (watch) console.log('Watching. Ctrl+C ends it.');
}
