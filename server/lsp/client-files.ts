import type { Connection } from 'vscode-languageserver';
import type { Assets } from '../catalogue/catalogue.ts';
import { bytesOf } from '../text/base64.ts';
import type { Barrier, Workspace } from '../workspace/workspace.ts';
import { barrierTo, listFiles, readFile } from './protocol.ts';

/**
 * The editor's own file system as a workspace: remote, virtual and browser folders work as a disk does. A client
 * that fails to answer is a client without the file.
 */
export function clientWorkspace(connection: Connection, folderUri: string): Workspace {
  return {
    async read(uri) {
      try {
        const content = await connection.sendRequest<string | null>(readFile.method, { uri });
        return content === null ? null : bytesOf(content);
      } catch {
        return null;
      }
    },
    async list(uri) {
      try {
        return await connection.sendRequest<string[]>(listFiles.method, { uri, recursive: true });
      } catch {
        return [];
      }
    },
    async barrier(uri) {
      try {
        return await connection.sendRequest<Barrier | null>(barrierTo.method, { uri });
      } catch {
        // What nobody answers for is not written to either.
        return 'outside';
      }
    },
    resolve: (base, path) => resolveUri(base, path),
    label: uri => labelIn(folderUri, uri),
  };
}

/** The data files of the program, read by the editor from where the extension is installed. */
export function clientAssets(connection: Connection, extensionUri: string | undefined): Assets {
  return {
    async read(name) {
      if (!extensionUri) throw new Error('the editor did not say where the extension is installed');
      const uri = `${extensionUri.replace(/\/$/, '')}/dist/${name}`;
      const content = await connection.sendRequest<string | null>(readFile.method, { uri });
      if (content === null) throw new Error(`${name} is missing`);
      return new TextDecoder().decode(bytesOf(content));
    },
  };
}

/** A path with `/` under a folder's URI; `..` goes up, and never above the authority. */
function resolveUri(base: string, path: string): string {
  const folder = base.endsWith('/') ? base : `${base}/`;
  try {
    return new URL(path.split('/').map(encodeURIComponent).join('/'), folder).href;
  } catch {
    return folder + path;
  }
}

function labelIn(folderUri: string, uri: string): string {
  const folder = folderUri.endsWith('/') ? folderUri : `${folderUri}/`;
  const inside = uri.startsWith(folder) ? uri.slice(folder.length) : uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(inside);
  } catch {
    return inside;
  }
}
