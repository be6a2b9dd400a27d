import { t } from '../messages/translate.ts';
import type { CatalogueSector } from './entry.ts';
import { Shard } from './shard.ts';
import { readings, seriesOf } from './spelling.ts';

/** Reads a data file of the package by its name below `data/`; rejects where there is none. */
export interface Assets {
  read(name: string): Promise<string>;
}

/** A file of the catalogue that is missing or damaged, said once. */
export interface CatalogueProblem {
  readonly file: string;
  readonly message: string;
}

export const SECTORS: readonly CatalogueSector[] = ['ITU-T', 'ITU-R'];

export const INDEX_FILE = 'catalogue/index.json';

/** The name of a shard's file below `data/`. */
export const shardFile = (sector: CatalogueSector, series: string): string =>
  `catalogue/${sector.toLowerCase()}-${series}.txt`;

/** What data/catalogue/index.json says of the whole. */
export interface CatalogueIndex {
  /** The month up to which ITU's database was read: `2026-08`. */
  readonly asOf: string;
  /** The day on which the facts were put together: `2026-11-23`. */
  readonly compiled: string;
  /** Where the facts come from, and how many texts rest on each source. */
  readonly sources: readonly { readonly name: string; readonly entries: number }[];
  readonly shards: readonly {
    readonly sector: CatalogueSector;
    readonly series: string;
    readonly entries: number;
    /** How many texts of each kind. */
    readonly kinds: Readonly<Record<string, number>>;
  }[];
  /** Spellings that lead to a text in another shard, or to one of several: `Y.1331` to `G.709/Y.1331`. */
  readonly elsewhere: Readonly<Record<string, string>>;
  /** Texts whose standing depends on texts in other shards: what replaced them, what they went on as. */
  readonly related: Readonly<Record<string, readonly string[]>>;
}

/** The shards, read one by one as they are asked for, each once. */
export class Library {
  private readonly assets: Assets;
  private readonly report: (problem: CatalogueProblem) => void;
  private readonly told = new Set<string>();
  private contents: CatalogueIndex | undefined;
  /** The files that the index names; undefined until it has been read. */
  private files: ReadonlySet<string> | undefined;
  private readingIndex: Promise<void> | undefined;
  /** Null for a shard that could not be read; none for one that nobody asked for. */
  private readonly shards = new Map<string, Shard | null>();
  private readonly reading = new Map<string, Promise<void>>();

  constructor(assets: Assets, report: (problem: CatalogueProblem) => void) {
    this.assets = assets;
    this.report = report;
  }

  get index(): CatalogueIndex | undefined {
    return this.contents;
  }

  shard(sector: CatalogueSector, series: string): Shard | undefined {
    return this.shards.get(shardFile(sector, series)) ?? undefined;
  }

  /** Whether the shard of a series has been read, or there is none. What could not be read has not been. */
  hasRead(sector: CatalogueSector, series: string): boolean {
    const file = shardFile(sector, series);
    return this.contents !== undefined && (this.files?.has(file) !== true || !!this.shards.get(file));
  }

  /** How much has been read so far: it rises with each file, and nothing that was read goes away. */
  get progress(): number {
    return this.shards.size + (this.contents ? 1 : 0);
  }

  *loaded(): Generator<Shard> {
    for (const shard of this.shards.values()) if (shard) yield shard;
  }

  /** The identifier that a spelling leads to when rule and shard do not tell. */
  elsewhere(spelling: string): string | undefined {
    return own(this.contents?.elsewhere, spelling);
  }

  /** See Catalogue.ready. */
  ready(keys: readonly string[] | 'all', sectors: readonly CatalogueSector[]): Promise<void> | undefined {
    if (!this.files) {
      this.readingIndex ??= this.readIndex();
      return this.readingIndex.then(() => this.ready(keys, sectors));
    }
    const pending: Promise<void>[] = [];
    for (const file of keys === 'all' ? this.files : this.filesFor(keys, sectors)) {
      if (!this.shards.has(file)) pending.push(this.readShard(file));
    }
    return pending.length ? Promise.all(pending).then(() => undefined) : undefined;
  }

  /** Says once that a file is not what it should be. */
  tell(file: string, message: string): void {
    if (this.told.has(file)) return;
    this.told.add(file);
    this.report({ file, message });
  }

  private async readIndex(): Promise<void> {
    try {
      const contents = JSON.parse(await this.assets.read(INDEX_FILE)) as CatalogueIndex;
      if (!Array.isArray(contents.shards) || !contents.elsewhere || !contents.related) {
        throw new Error(t('it is not complete'));
      }
      this.files = new Set(contents.shards.map(({ sector, series }) => shardFile(sector, series)));
      this.contents = contents;
    } catch (error) {
      this.files = new Set();
      this.tell(
        INDEX_FILE,
        t('The catalogue of Recommendations cannot be read: {why}.', { why: reason(error) }),
      );
    }
  }

  private filesFor(keys: readonly string[], sectors: readonly CatalogueSector[]): Set<string> {
    const files = new Set<string>();
    for (const key of keys) {
      for (const sector of sectors) {
        for (const reading of readings(key, sector)) {
          const id = this.elsewhere(reading) ?? reading;
          for (const one of [reading, id, ...(own(this.contents?.related, id) ?? [])]) {
            const file = shardFile(sector, seriesOf(one, sector));
            if (this.files?.has(file)) files.add(file);
          }
        }
      }
    }
    return files;
  }

  private readShard(file: string): Promise<void> {
    const present = this.reading.get(file);
    if (present) return present;
    const reading = this.assets
      .read(file)
      .then(Shard.read)
      .catch(reason)
      .then(shard => {
        this.shards.set(file, typeof shard === 'string' ? null : shard);
        if (typeof shard === 'string') {
          this.tell(
            file,
            t('A part of the catalogue of Recommendations cannot be read: {part}.', { part: shard }),
          );
        }
        this.reading.delete(file);
      });
    this.reading.set(file, reading);
    return reading;
  }
}

/** The value of a key that the facts have; `constructor` and its like are no keys. */
const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

const reason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
