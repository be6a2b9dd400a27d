import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** The npm package whose `lib/vscode` is a whole VS Code: server, workbench, built-in extensions. */
const PACKAGE = 'code-server';
/** VS Code 1.139. */
const VERSION = '4.139.1';

/** Everything that the host tests fetch; ignored by git. */
export const CACHE = join(ROOT, '.vscode-test');

/** Where an unfinished installation stands, by the process that does it. */
const UNFINISHED = /^installing-(\d+)$/;

/**
 * Installs VS Code's server into the cache, once. An installation happens beside its place and is moved there
 * when it is whole: an interrupted one is never taken for a finished one, and two at a time do no harm.
 *
 * @returns the folder in which `out/server-main.js` runs
 */
export async function installEditor(): Promise<string> {
  const home = join(CACHE, `${PACKAGE}-${VERSION}`);
  const editor = join('node_modules', PACKAGE, 'lib', 'vscode');
  if (existsSync(home)) return join(home, editor);

  await removeUnfinished();
  const unfinished = join(CACHE, `installing-${process.pid}`);
  await mkdir(unfinished, { recursive: true });
  await writeFile(join(unfinished, 'package.json'), '{ "private": true }\n');
  console.log(`Installing VS Code's server (${PACKAGE} ${VERSION}) into .vscode-test, once …`);
  await npm(unfinished, ['install', `${PACKAGE}@${VERSION}`]);
  // The editor's own modules are listed by a lock file in its folder. No native one is built: what they are for
  // (a terminal, a watchdog, a faster log) no test needs.
  await npm(join(unfinished, editor), ['install', '--omit=dev']);
  try {
    await rename(unfinished, home);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return join(home, editor);
}

/** Clears away what interrupted installations left; those of living processes stay. */
async function removeUnfinished(): Promise<void> {
  if (!existsSync(CACHE)) return;
  for (const name of await readdir(CACHE)) {
    const process = UNFINISHED.exec(name)?.[1];
    if (process && !isRunning(Number(process))) await rm(join(CACHE, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Runs npm in a folder without the packages' own scripts; rejects with what it printed. */
export function npm(cwd: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const child = spawn('npm', [...args, ...quiet], { cwd, shell: process.platform === 'win32' });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (printed += chunk));
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${printed}`));
    });
  });
}
