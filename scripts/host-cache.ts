import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** Everything that the host tests fetch; ignored by git. */
export const CACHE = join(ROOT, '.vscode-test');

/** Where an unfinished installation stands, by the process that does it. */
const UNFINISHED = /^installing-(\d+)$/;

/**
 * A folder of the cache that is filled once. It is filled beside its place and moved there when it is whole: an
 * interrupted installation is never taken for a finished one, and two at a time do no harm.
 *
 * @param name the folder's name, with a version in it
 * @param fill puts everything into the folder it is given, which holds an empty package to begin with
 */
export async function installOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const home = join(CACHE, name);
  if (existsSync(home)) return home;

  await removeUnfinished();
  console.log(`Installing ${name} into .vscode-test, once …`);
  const unfinished = join(CACHE, `installing-${process.pid}`);
  await mkdir(unfinished, { recursive: true });
  await writeFile(join(unfinished, 'package.json'), '{ "private": true }\n');
  try {
    await fill(unfinished);
    await rename(unfinished, home);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

/** Clears away what interrupted installations left; those of living processes stay. */
async function removeUnfinished(): Promise<void> {
  if (!existsSync(CACHE)) return;
  for (const name of await readdir(CACHE)) {
    const pid = UNFINISHED.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) await rm(join(CACHE, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}

/** Runs npm in a folder, without the packages' own scripts. Rejects with what it printed. */
export function npm(cwd: string, args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return run('npm', [...args, ...quiet], cwd);
}

/** Runs a program to its end. Rejects with what it printed where it fails. */
export function run(
  program: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    const child = spawn(program, args, {
      cwd,
      env,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        printed += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ${args.join(' ')} failed in ${cwd}:\n${printed}`));
    });
  });
}
