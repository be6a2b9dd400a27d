import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Workspace } from '../workspace/workspace.ts';
import { diskWorkspace } from './disk.ts';

/** The disk as a workspace whose locations are `file:` URIs, as an editor names them; of another folder, nothing. */
export function fileUriWorkspace(folderUri: string): Workspace {
  const disk = isFile(folderUri) ? diskWorkspace(toPath(folderUri)) : undefined;
  return {
    read: async uri => (disk && isFile(uri) ? disk.read(toPath(uri)) : null),
    list: async uri => (disk && isFile(uri) ? (await disk.list(toPath(uri))).map(toUri) : []),
    barrier: async uri => (disk && isFile(uri) ? disk.barrier(toPath(uri)) : 'outside'),
    resolve: (base, path) => (disk && isFile(base) ? toUri(disk.resolve(toPath(base), path)) : base),
    label: uri => (disk && isFile(uri) ? disk.label(toPath(uri)) : uri),
  };
}

/** Whether a URI names a place on the disk. Some that begin with `file:` do not: `file://.` has a host and no path. */
function isFile(uri: string): boolean {
  try {
    return uri.startsWith('file:') && fileURLToPath(uri) !== '';
  } catch {
    return false;
  }
}
const toPath = (uri: string): string => fileURLToPath(uri).replace(/(?<=.)[\\/]$/, '');
const toUri = (path: string): string => pathToFileURL(path).href;
