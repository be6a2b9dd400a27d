import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/**
 * Packs the extension: minified bundles and what they read, into `gca-report-<version>.vsix`. Fails where the
 * package has outgrown its limit.
 */
const LIMIT_BYTES = 1_000_000;

const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const file = `${name}-${version}.vsix`;

/** Runs one of our tools with this Node; ends with its status where it fails. */
function run(script: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

run('esbuild.mjs', '--minify');
// Everything is bundled: no dependencies. The project has no public repository whose pages the README could link.
run(
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  file,
);

const size = statSync(join(ROOT, file)).size;
console.log(`${file}: ${Math.round(size / 1000)} KB of at most ${LIMIT_BYTES / 1000}.`);
if (size > LIMIT_BYTES) {
  console.error('The package has outgrown its limit: look for what a bundle took in.');
  process.exit(1);
}
