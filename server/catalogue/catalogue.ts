import { t } from '../messages/translate.ts';
import type { PartialDate } from '../text/dates.ts';
import type { CatalogueSector, Entry, EntryFacts, StatusAt } from './entry.ts';
import { type Assets, type CatalogueIndex, type CatalogueProblem, Library, SECTORS } from './library.ts';
import type { LocalEntry } from './local.ts';
import { merge } from './local-merge.ts';
import { nearestIn } from './nearest.ts';
import type { Shard } from './shard.ts';
import { readings, seriesOf } from './spelling.ts';
import { editionCited, newestBy, statusAt } from './status.ts';
import { TitleIndex } from './title-index.ts';
import { titleFit, titleSimilarity } from './titles.ts';

export type { Assets, CatalogueIndex, CatalogueProblem } from './library.ts';

export interface TitleMatch {
  readonly entry: Entry;
  /** From 0 to 1; see `searchTitle` and `byTitle`. */
  readonly score: number;
}

/** How many answers an entry remembers: the days of a few reports. */
const MOST_JUDGED = 32;

/** How many candidates are compared word by word when a whole title is looked for. */
const CANDIDATES = 24;

/**
 * What is known of ITU-T and ITU-R texts: the facts that ship, and over them those of a workspace. Facts are read a
 * series at a time: await `ready` for what a question needs, then ask. What is not loaded is unknown, never wrong.
 */
export class Catalogue {
  private readonly assets: Assets;
  private readonly report: (problem: CatalogueProblem) => void;
  private readonly library: Library;
  private readonly titles: TitleIndex;
  private readonly local: ReadonlyMap<string, LocalEntry>;

  /** `report` hears of each missing or damaged file once. `base` is for `with`. */
  constructor(
    assets: Assets,
    report: (problem: CatalogueProblem) => void = () => {},
    base?: {
      readonly library: Library;
      readonly titles: TitleIndex;
      readonly local: ReadonlyMap<string, LocalEntry>;
    },
  ) {
    this.assets = assets;
    this.report = report;
    this.library = base?.library ?? new Library(assets, report);
    this.titles = base?.titles ?? new TitleIndex();
    this.local = base?.local ?? new Map();
  }

  /** The same catalogue, with what a workspace adds and corrects; the shards are shared. */
  with(entries: readonly LocalEntry[]): Catalogue {
    const local = new Map<string, LocalEntry>();
    for (const entry of entries)
      for (const spelling of entry.facts.aka ?? []) local.set(localKey(entry.sector, spelling), entry);
    for (const entry of entries) local.set(localKey(entry.sector, entry.id), entry);
    return new Catalogue(this.assets, this.report, { library: this.library, titles: this.titles, local });
  }

  /**
   * Loads what is needed to speak of these: identifiers in any spelling (`X.1205`, `Y.1331`), series (`X`,
   * `X-series`), or everything. Undefined when all of it is there already, so that a keystroke need not wait. Never
   * rejects: what cannot be read is reported and stays unknown.
   */
  ready(keys: readonly string[] | 'all', sector?: CatalogueSector): Promise<void> | undefined {
    return this.library.ready(keys, sector ? [sector] : SECTORS);
  }

  /** Counts, sources and date of the facts; undefined before the first `ready`, and where the index is missing. */
  get about(): CatalogueIndex | undefined {
    return this.library.index;
  }

  /** Rises whenever more of the facts has been read: what was unknown under a lower number may be known now. */
  get progress(): number {
    return this.library.progress;
  }

  /** Whether all that there is on a series has been read, so that a number that is not found does not exist. */
  hasRead(series: string, sector: CatalogueSector): boolean {
    return this.library.hasRead(sector, series);
  }

  /**
   * The text that an identifier names, in its canonical or another spelling; undefined for an unknown one. 35
   * numbers exist in both sectors: without `sector`, and where the spelling names none, ITU-T comes first.
   */
  get(id: string, sector?: CatalogueSector): Entry | undefined {
    const found = (sector ? [sector] : sectorsNamed(id)).flatMap(one => this.facts(id, one) ?? []);
    const facts = found.find(one => one.id === id) ?? found[0];
    return facts && this.entry(facts);
  }

  /** In which sectors the identifier names a text. */
  sectorsOf(id: string): readonly CatalogueSector[] {
    return SECTORS.filter(sector => this.facts(id, sector) !== undefined);
  }

  /** Existing texts with numbers like the unknown `id`, the nearest first; among what is loaded. */
  nearest(id: string, limit = 3, sector?: CatalogueSector): readonly Entry[] {
    for (const one of sector ? [sector] : sectorsNamed(id)) {
      const spelled = readings(id, one).at(-1)!;
      const shards = this.shardsOf(one, seriesOf(spelled, one));
      const near = nearestIn(shards, spelled, limit).flatMap(({ shard, line }) => this.at(shard, line));
      if (near.length) return near;
    }
    return [];
  }

  /** Texts whose identifier begins so (`X.12`), in the order of their numbers; among what is loaded. */
  startingWith(prefix: string, limit: number, sector?: CatalogueSector): readonly Entry[] {
    const found: Entry[] = [];
    for (const one of sector ? [sector] : SECTORS) {
      const begin = prefix.replace(/^(?:Recommendation )?(?:ITU-[TR] )?/, '');
      for (const entry of this.localEntries(one)) if (entry.id.startsWith(begin)) found.push(entry);
      const shard = this.library.shard(one, seriesOf(begin, one));
      for (let line = 0; shard && line < shard.size && found.length < limit; line++) {
        if (!shard.idAt(line).startsWith(begin) || this.local.has(localKey(one, shard.idAt(line)))) continue;
        found.push(...this.at(shard, line));
      }
    }
    return found.slice(0, limit);
  }

  /** Every identifier of the loaded facts, sector by sector. */
  *ids(): Generator<{ readonly id: string; readonly sector: CatalogueSector }> {
    for (const shard of this.library.loaded()) {
      for (let line = 0; line < shard.size; line++)
        yield { id: shard.idAt(line), sector: shard.header.sector };
    }
  }

  /**
   * Texts whose titles have these words, the best first, for completion: the last word may be unfinished. Among
   * what is loaded; amendments and other parts are left out.
   */
  searchTitle(words: string, limit: number, sector?: CatalogueSector): readonly TitleMatch[] {
    for (const shard of this.library.loaded()) if (!this.titles.has(shard)) this.titles.add(shard);
    const hits = this.titles.search(words, sector ? limit * 4 : limit);
    const found = hits.flatMap(({ shard, line, score }) =>
      this.at(shard, line).map(entry => ({ entry, score })),
    );
    for (const one of sector ? [sector] : SECTORS) {
      for (const entry of this.localEntries(one)) {
        const score = entry.title === null ? 0 : titleSimilarity(entry.title, words);
        if (score > 0.3) found.push({ entry, score });
      }
    }
    return found
      .filter(({ entry }, index) => found.findIndex(other => sameText(other.entry, entry)) === index)
      .filter(({ entry }) => sector === undefined || entry.sector === sector)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  /**
   * Texts that bear, or in an earlier edition bore, this very title; `score` is its similarity (see
   * `titleSimilarity`: from .9 on it is the same title). Among what is loaded.
   */
  byTitle(title: string, limit: number, sector?: CatalogueSector): readonly TitleMatch[] {
    return this.searchTitle(`${title} `, CANDIDATES, sector)
      .map(({ entry }) => ({ entry, score: titleFit(entry, title) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  private facts(written: string, sector: CatalogueSector): EntryFacts | undefined {
    const spelled = readings(written, sector);
    const found = this.builtIn(spelled, sector);
    for (const id of found ? [found.id, ...spelled] : spelled) {
      const local = this.local.get(localKey(sector, id));
      // A number that exists wins over another spelling of something else.
      if (local && (!found || local.id === id || local.id === found.id))
        return merge(local, this.builtIn([local.id], sector));
    }
    return found;
  }

  private builtIn(spelled: readonly string[], sector: CatalogueSector): EntryFacts | undefined {
    for (const id of spelled) {
      const shard = this.library.shard(sector, seriesOf(id, sector));
      const exact = shard?.lineOf(id);
      if (shard && exact !== undefined) return this.decode(shard, exact);
      const other = sector === 'ITU-T' ? this.library.elsewhere(id) : undefined;
      const away = other === undefined ? undefined : this.library.shard(sector, seriesOf(other, sector));
      const line = away && other !== undefined ? away.lineOf(other) : undefined;
      if (away && line !== undefined) return this.decode(away, line);
      const spelling = shard?.lineOfSpelling(id);
      if (shard && spelling !== undefined) return this.decode(shard, spelling);
    }
    return undefined;
  }

  private decode(shard: Shard, line: number): EntryFacts | undefined {
    const facts = shard.entryAt(line);
    const { sector, series } = shard.header;
    if (!facts)
      this.library.tell(
        `${sector} ${series}`,
        t('A line of the catalogue of Recommendations is damaged: {line}.', {
          line: shard.idAt(line).slice(0, 60),
        }),
      );
    return facts;
  }

  /** The entry on a line, corrected by the workspace; none where the line is damaged. */
  private at(shard: Shard, line: number): Entry[] {
    const facts = this.facts(shard.idAt(line), shard.header.sector);
    return facts ? [this.entry(facts)] : [];
  }

  private entry(facts: EntryFacts): Entry {
    const lookup = (id: string) => this.facts(id, facts.sector);
    // A report asks for its own day again and again, and for one or two editions.
    const judged = new Map<string, StatusAt>();
    return Object.freeze({
      ...facts,
      statusAt: (date: PartialDate, edition?: string) => {
        const key = `${date.year}-${date.month ?? ''}-${date.day ?? ''} ${edition ?? ''}`;
        const known = judged.get(key) ?? statusAt(facts, lookup, date, edition);
        // Only what is certain stays: the rest may change when more of the catalogue is loaded.
        if (known.certain && judged.size < MOST_JUDGED) judged.set(key, known);
        return known;
      },
      editionAt: (date: PartialDate) => newestBy(facts.editions, date),
      edition: (cited: string) => editionCited(facts.editions, cited),
    });
  }

  private *localEntries(sector: CatalogueSector): Generator<Entry> {
    for (const [key, local] of this.local) {
      if (local.sector !== sector || key !== localKey(sector, local.id)) continue;
      yield this.entry(merge(local, this.builtIn([local.id], sector)));
    }
  }

  /** The shard of a series first, then the others of the sector. */
  private *shardsOf(sector: CatalogueSector, series: string): Generator<Shard> {
    const own = this.library.shard(sector, series);
    if (own) yield own;
    for (const shard of this.library.loaded())
      if (shard !== own && shard.header.sector === sector) yield shard;
  }
}

const sameText = (a: Entry, b: Entry): boolean => a.id === b.id && a.sector === b.sector;

const localKey = (sector: CatalogueSector, id: string): string => `${sector} ${id}`;

/** The sectors that a spelling may mean: the one it names, else both. */
function sectorsNamed(id: string): readonly CatalogueSector[] {
  const named = /\bITU-([TR])\b/.exec(id);
  return named ? [named[1] === 'T' ? 'ITU-T' : 'ITU-R'] : SECTORS;
}
