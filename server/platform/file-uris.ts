import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Workspace } from '../workspace/workspace.ts';
import { diskWorkspace } from './disk.ts';

/** The disk as a workspace whose locations are `file:` URIs, as an editor names them. */
export function fileUriWorkspace(folderUri: string | null): Workspace {
  const disk = diskWorkspace(folderUri ? toPath(folderUri) : '/');
  return {
    read: async uri => (isFile(uri) ? disk.read(toPath(uri)) : null),
    list: async uri => (isFile(uri) ? (await disk.list(toPath(uri))).map(toUri) : []),
    barrier: async uri => (isFile(uri) ? disk.barrier(toPath(uri)) : 'outside'),
    resolve: (base, path) => (isFile(base) ? toUri(disk.resolve(toPath(base), path)) : base),
    label: uri => (isFile(uri) ? disk.label(toPath(uri)) : uri),
  };
}

const isFile = (uri: string): boolean => uri.startsWith('file:');
const toPath = (uri: string): string => fileURLToPath(uri).replace(/(?<=.)[\\/]$/, '');
const toUri = (path: string): string => pathToFileURL(path).href;
