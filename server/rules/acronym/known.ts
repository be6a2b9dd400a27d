import data from '../../../data/acronyms.json' with { type: 'json' };

/** One entry of data/acronyms.json, or of a workspace's own list (schemas/acronyms.schema.json). */
export interface KnownAcronym {
  readonly acronym: string;
  readonly expansion: string;
  /** A key of the list's `sources`. */
  readonly source: string;
  /** True: every reader of the house knows it, and it need not be written out. */
  readonly house?: boolean;
}

export interface AcronymList {
  readonly sources: Readonly<
    Record<string, { readonly title: string; readonly url?: string; readonly date: string }>
  >;
  readonly acronyms: readonly KnownAcronym[];
}

/** The list that ships. */
export const builtinAcronyms = data as AcronymList;

export type Known = ReadonlyMap<string, KnownAcronym>;

/** By acronym; of two entries for one acronym the later one, a workspace's own, holds. */
export const knownBy = (acronyms: readonly KnownAcronym[]): Known =>
  new Map(acronyms.map(entry => [entry.acronym, entry]));
