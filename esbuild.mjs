import { chmodSync, cpSync, existsSync, rmSync } from 'node:fs';
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

const bundles = [
  { ...node, entryPoints: ['client/node.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...node, entryPoints: ['server/node.ts'], outfile: 'dist/server.js' },
  {
    ...node,
    entryPoints: ['server/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...browser,
    entryPoints: ['client/web.ts'],
    outfile: 'dist/client.web.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...browser, entryPoints: ['client/webview/figures.ts'], outfile: 'dist/figures.js', format: 'iife' },
  // Packages that have an edition for pages and one for workers must give the latter: a worker has no document.
  {
    ...browser,
    entryPoints: ['server/web.ts'],
    outfile: 'dist/server.web.js',
    format: 'iife',
    conditions: ['worker'],
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
chmodSync('dist/cli.js', 0o755);
rmSync('dist/catalogue', { recursive: true, force: true });
if (existsSync('data/catalogue')) cpSync('data/catalogue', 'dist/catalogue', { recursive: true });
if (watch) console.log('Watching. Ctrl+C ends it.');
