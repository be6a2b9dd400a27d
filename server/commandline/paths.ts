import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where a call stands: the folder it was made in, and the one that its answers name files from. */
export interface Place {
  readonly folder: string;
  /** The top of the repository where a build runs in a folder of it; else the folder itself. */
  readonly root: string;
}

/** The place of a call; in a workflow of GitHub files are named from the top of the repository. */
export function placeOf(folder: string, { GITHUB_WORKSPACE: top }: NodeJS.ProcessEnv): Place {
  return { folder, root: top && insideOf(top, folder) !== undefined ? resolve(top) : folder };
}

/** A file's path from a folder, with `/`; undefined where it lies outside. */
export function insideOf(folder: string, path: string): string | undefined {
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way.split(sep).join('/');
}

/** A file as annotations name it: from the root with `/`, and in full outside of it. */
export const pathFor = (label: string, { folder, root }: Place): string => {
  const path = resolve(folder, label);
  return insideOf(root, path) ?? path;
};

/** The same as a URI reference. */
export const uriFor = (label: string, place: Place): string => {
  const path = resolve(place.folder, label);
  const inside = insideOf(place.root, path);
  return inside === undefined
    ? pathToFileURL(path).href
    : inside.split('/').map(encodeURIComponent).join('/');
};
