import type { Project } from '../analysis/project.ts';
import type { Documents } from './documents.ts';

export interface Folder {
  readonly uri: string;
  readonly project: Project;
  /** Whether the editor has it among its folders; else it was made for a report that lies in none of them. */
  readonly named: boolean;
  /** No two folders have the same, not even one that was closed and opened again. */
  readonly number: number;
  /** Settles when the folder's files have been read; later refreshes replace it. */
  ready: Promise<void>;
}

/**
 * The folders that reports are held against: those of the editor, and the directory of a report that lies in none of
 * them, for as long as one is open there.
 */
export class Folders {
  readonly #documents: Documents;
  readonly #open: (uri: string) => Pick<Folder, 'project' | 'ready'>;
  readonly #held = new Map<string, Folder>();
  #opened = 0;

  constructor(documents: Documents, open: (uri: string) => Pick<Folder, 'project' | 'ready'>) {
    this.#documents = documents;
    this.#open = open;
  }

  get all(): readonly Folder[] {
    return [...this.#held.values()];
  }

  add(uri: string): void {
    if (this.#held.get(uri)?.named) return;
    this.#make(uri, true);
    this.tidy();
  }

  remove(uri: string): void {
    if (this.#held.get(uri)?.named) this.#held.delete(uri);
    this.tidy();
  }

  /**
   * The folder that a document lies in, or will lie in once it is saved: an unsaved one without a place belongs to
   * the first. For one outside all, its own directory becomes a folder.
   */
  of(uri: string): Folder {
    return this.#holding(uri) ?? this.#make(directoryOf(uri), false);
  }

  /** The address of that folder, which nobody reads for the asking. */
  uriOf(uri: string): string {
    return this.#holding(uri)?.uri ?? directoryOf(uri);
  }

  /** Drops the directories in which no report is open any more, or whose reports lie in a folder of the editor now. */
  tidy(): void {
    const used = new Set(this.#documents.all().map(({ uri }) => this.#holding(uri)));
    for (const folder of this.all) if (!folder.named && !used.has(folder)) this.#held.delete(folder.uri);
  }

  #make(uri: string, named: boolean): Folder {
    const folder = { uri, named, number: ++this.#opened, ...this.#open(uri) };
    this.#held.set(uri, folder);
    return folder;
  }

  /** The folder of the editor that holds a document closest, before any directory that was made a folder. */
  #holding(uri: string): Folder | undefined {
    const unsaved = uri.startsWith(UNSAVED);
    const of = (one: string): string => (unsaved ? pathOf(one) : one);
    const byRank = [...this.#held.values()].sort(
      (a, b) => Number(b.named) - Number(a.named) || b.uri.length - a.uri.length || a.number - b.number,
    );
    const closest = byRank.find(
      folder => folder.uri === uri || of(uri).startsWith(of(folder.uri).replace(/\/?$/, '/')),
    );
    if (closest || !unsaved) return closest;
    return this.all.find(folder => folder.named) ?? this.all[0];
  }
}

/** Where a document lies; of one whose address has no steps, itself. */
const directoryOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/'))) || uri;

/** The scheme of documents that no file stands behind yet. */
const UNSAVED = 'untitled:';

/** The path of a URI: what is behind scheme and host. */
const pathOf = (uri: string): string => uri.replace(/^[a-z][a-z\d+.-]*:(?:\/\/[^/]*)?/i, '');
