import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { withoutAddress } from './readme.ts';
import { ROOT } from './root.ts';

/**
 * Packs the extension, for desktop and web alike: minified bundles and what they read, into
 * `gca-report-<version>.vsix`. Fails where something has outgrown its limit.
 *
 * `--at ADDRESS`: where the project's files are on the web, as in `https://github.com/OWNER/NAME/raw/main`. The README
 * then shows its pictures from there and links there; a `repository` in package.json does the same.
 */

/** Of the whole package, in bytes. */
const PACKAGE_LIMIT = 2_000_000;

/**
 * Of the language server with the command line, in bytes as the package holds them, deflated. The catalogue and the
 * reading and writing of Word have files of their own.
 */
const SERVER_LIMIT = 350 * 1024;
const SERVER = 'dist/server.web.js';

const BUNDLES = ['dist/client.web.js', 'dist/figures.js', SERVER, 'dist/word.js'];

const { at } = parseArgs({ options: { at: { type: 'string' } } }).values;
const { name, version, repository } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const file = `${name}-${version}.vsix`;

/** Runs one of our tools with this Node; ends with its status where it fails. */
function run(script: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** What vsce needs to know of the README, which is prepared where the project has no address. */
function readme(): string[] {
  if (at) return ['--baseContentUrl', at, '--baseImagesUrl', at, '--allow-missing-repository'];
  if (repository) return [];
  const path = join('dist', 'README.md');
  writeFileSync(join(ROOT, path), withoutAddress(readFileSync(join(ROOT, 'README.md'), 'utf8')));
  return ['--readme-path', path, '--no-rewrite-relative-links', '--allow-missing-repository'];
}

run('esbuild.mjs', '--minify');
// Everything is bundled: no dependencies.
run('node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', ...readme(), '--out', file);

const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`.padStart(11);
console.log('\n   minified    deflated');
for (const bundle of BUNDLES) {
  const bytes = readFileSync(join(ROOT, bundle));
  const deflated = deflateRawSync(bytes, { level: 9 }).length;
  const limit = bundle === SERVER ? `, deflated at most ${SERVER_LIMIT / 1024} KiB` : '';
  console.log(`${kib(bytes.length)} ${kib(deflated)}  ${bundle}${limit}`);
  if (limit && deflated > SERVER_LIMIT) outgrown(bundle);
}
const size = statSync(join(ROOT, file)).size;
console.log(`${file}: ${(size / 1e6).toFixed(2)} MB of at most ${PACKAGE_LIMIT / 1e6}.`);
if (size > PACKAGE_LIMIT) outgrown(file);

function outgrown(what: string): void {
  console.error(`${what} has outgrown its limit: look for what a bundle took in.`);
  process.exitCode = 1;
}
