import { type FileStat, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import * as protocol from '../server/lsp/protocol.ts';
import { base64Of } from '../server/text/base64.ts';
import { MAX_BYTES } from '../server/text/decode.ts';
import { type Barrier, PASSED_OVER } from '../server/workspace/workspace.ts';
import { LANGUAGE } from './settings.ts';

/** More files than any archive has; a folder named by mistake must not hold the server up. */
const MOST_FILES = 5000;

/**
 * The server's file requests, answered through the editor: what the workspace can show, the server can read, be it
 * on this disk, on another machine or in no file system at all. It reads inside the workspace folders, beside an
 * open report that lies in none of them, what the user picked, and the extension's own data; nothing else, and
 * nothing that a symbolic link leads to: what comes with a workspace cannot point the server out of it.
 */
export class ServedFiles {
  readonly #data: Uri;
  readonly #picked = new Map<string, Uri>();
  /** Folders of reports that lie in no workspace folder. */
  readonly #beside = new Map<string, Uri>();

  constructor(extensionUri: Uri) {
    this.#data = Uri.joinPath(extensionUri, 'dist');
  }

  /** The user has pointed to this file: it is read wherever it lies. */
  allow(uri: Uri): void {
    this.#picked.set(uri.toString(), uri);
  }

  /** Answers a server's requests for files. */
  answer(client: BaseLanguageClient): void {
    client.onRequest(protocol.readFile.method, ({ uri }: protocol.ReadFileParams) => this.read(uri));
    client.onRequest<Barrier | null, void>(protocol.barrierTo.method, ({ uri }: protocol.ReadFileParams) =>
      this.barrier(uri),
    );
    client.onRequest(protocol.listFiles.method, ({ uri, recursive }: protocol.ListFilesParams) =>
      this.list(uri, recursive),
    );
  }

  /** The bytes of a file in base64; null for one that is not there, is barred or cannot be read. */
  async read(uri: string): Promise<string | null> {
    try {
      if (await this.barrier(uri)) return null;
      return base64Of(await workspace.fs.readFile(Uri.parse(uri, true)));
    } catch {
      return null;
    }
  }

  /**
   * The files in a folder, sorted by URI; of a file, its own. A link to a file is named, and not read; a link to a
   * folder is passed over. Empty for a folder that is not there or is barred.
   */
  async list(uri: string, recursive: boolean): Promise<string[]> {
    const files: string[] = [];
    const folders: Uri[] = [];
    try {
      const barred = await this.barrier(uri);
      if (barred === 'outside' || barred === 'link') return [];
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

  /** Why a file is not read and must not be written although it may be there; null where it may be. */
  async barrier(address: string): Promise<Barrier | null> {
    const uri = Uri.parse(address, true);
    const steps = uri.path.split('/');
    // An editor on Windows takes a backslash for a slash.
    if (steps.includes('..') || uri.path.includes('\\')) return 'outside';
    let barrier: Barrier = 'outside';
    for (const root of this.#roots()) {
      const below = stepsBelow(root, uri);
      if (below === null) continue;
      const ways = Array.from({ length: below }, (_, i) =>
        uri.with({ path: steps.slice(0, steps.length - below + i + 1).join('/') }),
      );
      const barred = await barrierOn(ways.length > 0 ? ways : [uri], below > 0);
      if (barred !== 'link') return barred;
      barrier = barred;
    }
    return barrier;
  }

  #roots(): Uri[] {
    for (const { languageId, isUntitled, uri } of workspace.textDocuments) {
      if (languageId !== LANGUAGE || isUntitled || workspace.getWorkspaceFolder(uri)) continue;
      const folder = Uri.joinPath(uri, '..');
      this.#beside.set(folder.toString(), folder);
    }
    const folders = (workspace.workspaceFolders ?? []).map(folder => folder.uri);
    return [...folders, ...this.#beside.values(), ...this.#picked.values(), this.#data];
  }
}

/** How many steps a file lies below a root; null where it lies elsewhere. Compared as VS Code writes addresses. */
function stepsBelow(root: Uri, uri: Uri): number | null {
  const [above, below] = [root.toString().replace(/\/$/, ''), uri.toString().replace(/\/$/, '')];
  if (above === below) return 0;
  return below.startsWith(`${above}/`) ? below.slice(above.length + 1).split('/').length : null;
}

/** What stands on the way: a link, or at its end a file that is too large. The end need not be there. */
async function barrierOn(ways: readonly Uri[], linksBar: boolean): Promise<'link' | 'too-large' | null> {
  const found = await Promise.all(ways.map(statOf));
  if (linksBar && found.some(one => one && one.type & FileType.SymbolicLink)) return 'link';
  return (found.at(-1)?.size ?? 0) > MAX_BYTES ? 'too-large' : null;
}

async function statOf(uri: Uri): Promise<FileStat | undefined> {
  try {
    return await workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}

/** What a folder holds; nothing where it vanished between listing and reading. */
async function entries(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
