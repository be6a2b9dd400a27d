import { FileType, Uri, workspace } from 'vscode';

/**
 * The server's file requests, answered through the editor: what the workspace can show, the server can read, be
 * it on this disk, on another machine or in no file system at all.
 */

/** Folders that hold no reports and may hold very much else. */
const PASSED_OVER = new Set(['.git', '.hg', '.svn', 'node_modules', '.vscode-test']);

/** More files than any archive has; a folder named by mistake must not hold the server up. */
const MOST_FILES = 5000;

/** The bytes of a file in base64; null for one that is not there or cannot be read. */
export async function readFile(uri: string): Promise<string | null> {
  try {
    return toBase64(await workspace.fs.readFile(Uri.parse(uri, true)));
  } catch {
    return null;
  }
}

/**
 * The files in a folder, sorted by URI; of a file, its own. Links to files are followed, links to folders are
 * not, since they may lead in a circle. Empty for a folder that is not there.
 */
export async function listFiles(uri: string, recursive: boolean): Promise<string[]> {
  const files: string[] = [];
  const folders: Uri[] = [];
  try {
    const start = Uri.parse(uri, true);
    const { type } = await workspace.fs.stat(start);
    if ((type & FileType.Directory) === 0) return [start.toString()];
    folders.push(start);
  } catch {
    return [];
  }
  for (const folder of folders) {
    for (const [name, type] of await entries(folder)) {
      const entry = Uri.joinPath(folder, name);
      if (type & FileType.File) files.push(entry.toString());
      else if (recursive && type === FileType.Directory && !PASSED_OVER.has(name)) folders.push(entry);
    }
    if (files.length >= MOST_FILES) break;
  }
  return files.slice(0, MOST_FILES).sort();
}

/** What a folder holds; nothing where it vanished between listing and reading. */
async function entries(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** Base64 with what both hosts have; in slices, because a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  const slice = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += slice) {
    binary += String.fromCharCode(...bytes.subarray(at, at + slice));
  }
  return btoa(binary);
}
