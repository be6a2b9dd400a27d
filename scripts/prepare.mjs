import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * What npm runs by itself after an installation in this folder, before it packs the package, and where somebody
 * installs it out of a repository: builds the programs. npm installs globally out of a repository (as pre-commit
 * does) without what a build needs; then that is installed here first. Plain JavaScript, for any Node that npm has.
 */
const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a script with this Node; what goes wrong there ends this as well. */
function run(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function canBuild() {
  try {
    createRequire(import.meta.url).resolve('esbuild');
    return true;
  } catch {
    return false;
  }
}

const npm = process.env.npm_execpath;
if (!canBuild() && npm)
  run(npm, 'ci', '--no-global', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund');
run('esbuild.mjs', '--minify');
