import { lstat, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { MAX_BYTES } from '../text/decode.ts';
import { type Barrier, PASSED_OVER, type Workspace } from '../workspace/workspace.ts';

/**
 * The disk as a workspace. Locations are absolute paths; labels are relative to `folder` inside it. Nothing is read
 * outside the folder and what the user named, and below them no link is followed: a folder that comes from somebody
 * else may hold links to anything.
 *
 * @param named files and folders that the user pointed to, as absolute paths: wherever they are, and links as well
 */
export function diskWorkspace(folder: string, named: readonly string[] = []): Workspace {
  const barrier = (location: string) => barrierOf(location, [folder, ...named]);
  return {
    async read(location) {
      if (await barrier(location)) return null;
      try {
        return await readFile(location);
      } catch {
        return null;
      }
    },
    async list(location, enter) {
      const barred = await barrier(location);
      return barred === null || barred === 'too-large' ? listFiles(location, enter) : [];
    },
    barrier,
    resolve: (base, path) => (isAbsolute(path) ? path : resolve(base, path)),
    label(location) {
      const inside = relative(folder, location);
      return leadsUp(inside) ? location : inside.split(sep).join('/');
    },
  };
}

/** Whether a path from one place to another leaves the first. */
const leadsUp = (inside: string): boolean =>
  inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);

/** What bars a location, seen from the places that may be read: one of them that leads to it is enough. */
async function barrierOf(location: string, roots: readonly string[]): Promise<Barrier | null> {
  let barrier: Barrier = 'outside';
  for (const root of roots) {
    const inside = relative(root, location);
    if (leadsUp(inside)) continue;
    const barred = await barrierBelow(root, inside);
    if (barred !== 'link') return barred;
    barrier = barred;
  }
  return barrier;
}

async function barrierBelow(root: string, inside: string): Promise<'link' | 'too-large' | null> {
  try {
    let path = root;
    for (const step of inside.split(sep)) {
      if (step === '') continue;
      path = join(path, step);
      if ((await lstat(path)).isSymbolicLink()) return 'link';
    }
    return (await stat(path)).size > MAX_BYTES ? 'too-large' : null;
  } catch {
    // Nothing is there: nothing to bar.
    return null;
  }
}

async function listFiles(
  location: string,
  enter: (folder: string) => boolean = () => true,
): Promise<string[]> {
  try {
    const found = await stat(location);
    if (found.isFile()) return [location];
    const files: string[] = [];
    for (const entry of await readdir(location, { withFileTypes: true })) {
      const path = join(location, entry.name);
      if (entry.isDirectory()) {
        if (PASSED_OVER.has(entry.name) || !enter(path)) continue;
        for (const inside of await listFiles(path, enter)) files.push(inside);
      } else if (entry.isFile() || (entry.isSymbolicLink() && (await isLinkToFile(path)))) files.push(path);
    }
    return files.sort();
  } catch {
    return [];
  }
}

const isLinkToFile = (path: string): Promise<boolean> =>
  stat(path).then(
    found => found.isFile(),
    () => false,
  );

/**
 * Writes a file so that a reader, or a crash, meets the old text or the new one and never a part of either.
 *
 * @param still whether it is still to be written: asked when the content is on the disk and only its name is missing
 * @returns whether it was written
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  still: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  const temporary = join(dirname(path), `.${basename(path)}.${crypto.randomUUID()}`);
  try {
    await writeFile(temporary, content, { flag: 'wx', mode: await modeOf(path) });
    if (!(await still())) {
      await rm(temporary, { force: true });
      return false;
    }
    await rename(temporary, path);
    return true;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * The file that a name stands for: where a link leads to, so that what is written takes the place of the file and not
 * of the link; the name itself where there is none yet. For names that the user gave, or whose barrier was asked for:
 * other links are not followed.
 */
export const fileBehind = (path: string): Promise<string> => realpath(path).catch(() => path);

/** Whether anything has this name. */
export const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch {
    return undefined;
  }
}
