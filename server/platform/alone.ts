import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { t } from '../messages/translate.ts';
import { lazy } from '../text/lazy.ts';

/** How long is waited between two looks at a lock that another process holds, in milliseconds. */
const PAUSE = 20;
/** As old as this, in milliseconds, a lock of a process that cannot be seen from here was left behind. */
const OLD = 30_000;
/** A lock that does not say whose it is was left while it was made, after as many milliseconds. */
const NAMELESS = 2000;
/** How long is waited in all, in milliseconds: reading and writing one file takes far less. */
const PATIENCE = 2 * OLD;

/** This process: another may have had its number before, on a machine of the same name. */
const self = lazy(() => [process.pid, hostname(), crypto.randomUUID()].join('\n'));

/**
 * Carries out what reads a file and writes it while no other process of ours does so with the same file: what one has
 * written the next one reads. A lock stands beside the file meanwhile; one that a killed process left is taken over.
 *
 * @param path the file; its folder is there
 */
export async function alone<T>(path: string, change: () => Promise<T>): Promise<T> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  await take(lock);
  try {
    return await change();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<void> {
  const late = Date.now() + PATIENCE;
  while (!(await made(lock))) {
    if (Date.now() > late)
      throw new Error(
        t('Another gca-report writes it; if none runs, delete {lock}.', { lock: basename(lock) }),
      );
    if (await isLeft(lock)) await clearAway(lock);
    else await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
}

/** Makes a lock, and says whose it is; false where there is one. */
async function made(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, `${self()}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    // Windows refuses a name whose file is just being deleted.
    if (code === 'EEXIST' || (process.platform === 'win32' && code === 'EPERM')) return false;
    throw error;
  }
}

/** Whether nobody will take a lock away: its process is gone. */
async function isLeft(lock: string): Promise<boolean> {
  try {
    const age = Date.now() - (await stat(lock)).mtimeMs;
    const holder = await readFile(lock, 'utf8');
    if (!holder.endsWith('\n')) return age > NAMELESS;
    const [pid, host] = holder.split('\n');
    // A process of another machine, or of another container, cannot be seen from here.
    if (host !== hostname()) return age > OLD;
    return Number(pid) === process.pid ? holder !== `${self()}\n` : !lives(Number(pid));
  } catch {
    // It is gone.
    return false;
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== 'ESRCH';
  }
}

/**
 * Takes a lock away that was left, one process at a time: of two that found it left, the second would take away what
 * the first has made meanwhile.
 */
async function clearAway(lock: string): Promise<void> {
  const clearing = `${lock}.left`;
  if (await made(clearing)) {
    if (await isLeft(lock)) await rm(lock, { force: true });
    await rm(clearing, { force: true });
  } else if (await isLeft(clearing)) await rm(clearing, { force: true });
}
