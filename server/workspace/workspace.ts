/**
 * Where files come from: the editor's file system, the disk, or a map in a test. The core knows files by their
 * location, an opaque string (a URI in the editor, a path on the command line), and by the label a user reads.
 */
export interface Workspace {
  /** The bytes of a file; null for one that is not there, is barred or cannot be read. Never throws. */
  read(location: string): Promise<Uint8Array | null>;
  /**
   * The files in a folder and the folders inside it, sorted; of a file, itself; of nothing, an empty list. A link to
   * a file is listed, so that it can be told why it is not read; a link to a folder is passed over.
   *
   * @param enter whether to look into a folder inside it; a workspace that cannot choose looks into all
   */
  list(location: string, enter?: (folder: string) => boolean): Promise<readonly string[]>;
  /** Why a location is not read and must not be written to although something may be there; null where it may be. */
  barrier(location: string): Promise<Barrier | null>;
  /** The location of a path (with `/`) relative to a folder; an absolute path is taken as it is. */
  resolve(folder: string, path: string): string;
  /** How a user knows the file: relative to the workspace folder where it lies inside. */
  label(location: string): string;
}

/** The names of folders that hold no reports and may hold very much else: nothing is looked for in them. */
export const PASSED_OVER: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.vscode-test',
]);

/**
 * What bars a location: it lies neither in the workspace folder nor where the user pointed; a symbolic link leads to
 * it, and may lead anywhere; it is larger than anything that is read.
 */
export type Barrier = 'outside' | 'link' | 'too-large';

/** A workspace in memory, for tests: paths with `/` to texts. */
export function memoryWorkspace(files: ReadonlyMap<string, string | Uint8Array>): Workspace {
  const encode = (content: string | Uint8Array) =>
    typeof content === 'string' ? encodeUtf8(content) : content;
  return {
    read: async location => {
      const content = files.get(location);
      return content === undefined ? null : encode(content);
    },
    list: async location =>
      [...files.keys()]
        .filter(path => path === location || path.startsWith(location === '' ? '' : `${location}/`))
        .sort(),
    barrier: async () => null,
    resolve: (folder, path) => (path.startsWith('/') || folder === '' ? path : `${folder}/${path}`),
    label: location => location,
  };
}

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
