import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Workspace } from '../workspace/workspace.ts';

/** Folders in which no report of anyone's is looked for. */
const PASSED_OVER = new Set(['node_modules', '.git', '.hg', '.svn', '.vscode-test']);

/** The disk as a workspace. Locations are absolute paths; labels are relative to `folder` inside it. */
export function diskWorkspace(folder: string): Workspace {
  return {
    async read(location) {
      try {
        return await readFile(location);
      } catch {
        return null;
      }
    },
    list: location => listFiles(location),
    resolve: (base, path) => (isAbsolute(path) ? path : resolve(base, path)),
    label(location) {
      const inside = relative(folder, location);
      return inside.startsWith('..') || isAbsolute(inside) ? location : inside.split(sep).join('/');
    },
  };
}

async function listFiles(location: string): Promise<string[]> {
  try {
    const found = await stat(location);
    if (found.isFile()) return [location];
    const files: string[] = [];
    for (const entry of await readdir(location, { withFileTypes: true })) {
      const path = join(location, entry.name);
      if (entry.isDirectory()) {
        if (!PASSED_OVER.has(entry.name)) files.push(...(await listFiles(path)));
      } else if (entry.isFile()) files.push(path);
    }
    return files.sort();
  } catch {
    return [];
  }
}

/** Writes a file so that a reader, or a crash, meets the old text or the new one and never a part of either. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeFile(temporary, content, { flag: 'wx', mode: await modeOf(path) });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch {
    return undefined;
  }
}
