import type { CatalogueSector, EntryFacts } from '../entry.ts';
import { decodeEntry, encodeEntry, encodeHeader, type ShardHeader } from '../format.ts';
import { type CatalogueIndex, INDEX_FILE, shardFile } from '../library.ts';
import { partOf, seriesOf, spellingsOf } from '../spelling.ts';
import { type Fact, factsOf, monthOf } from './facts.ts';

/** Turns the facts into the files of data/catalogue/. The same facts give the same bytes. */

export interface CompiledCatalogue {
  /** The text of each file, by its name below data/. */
  readonly files: ReadonlyMap<string, string>;
  /** Everything that went in. */
  readonly entries: readonly EntryFacts[];
}

/** Compiles the facts of both sectors; `compiled` is the day on which they were put together. Throws on what would be lost. */
export function compileCatalogue(
  itut: readonly Fact[],
  itur: readonly Fact[],
  compiled: string,
): CompiledCatalogue {
  const asOf = monthOf([...itut, ...itur]);
  const t = compileSector(itut, 'ITU-T', asOf);
  const r = compileSector(itur, 'ITU-R', asOf);
  const entries = [...t.entries, ...r.entries];
  const counts = new Map<string, number>();
  for (const { sources } of entries)
    for (const source of sources) counts.set(source, (counts.get(source) ?? 0) + 1);
  const index: CatalogueIndex = {
    asOf,
    compiled,
    sources: [...counts]
      .map(([name, count]) => ({ name, entries: count }))
      .sort((a, b) => b.entries - a.entries),
    shards: [...t.shards, ...r.shards],
    elsewhere: elsewhere(t.entries),
    related: related(t.entries),
  };
  const files = new Map([[INDEX_FILE, `${JSON.stringify(index, null, 1)}\n`], ...t.files, ...r.files]);
  return { files, entries };
}

function compileSector(facts: readonly Fact[], sector: CatalogueSector, asOf: string) {
  const entries = inFamilies(withBelongings(facts.map(fact => factsOf(fact, sector, asOf))));
  const files: [string, string][] = [];
  const shards: CatalogueIndex['shards'][number][] = [];
  for (const [series, members] of grouped(entries, entry => seriesOf(entry.id, sector))) {
    const header: ShardHeader = {
      sector,
      series,
      entries: members.length,
      asOf,
      studyGroup: usual(members.map(entry => entry.studyGroup)),
      sources: usual(members.map(entry => entry.sources.join('\n'))).split('\n'),
    };
    const lines = members.map(entry => checkedLine(entry, header));
    files.push([shardFile(sector, series), `${[encodeHeader(header), ...lines].join('\n')}\n`]);
    const kinds = [...grouped(members, entry => entry.kind)].map(([kind, of]) => [kind, of.length] as const);
    shards.push({ sector, series, entries: members.length, kinds: Object.fromEntries(kinds.sort()) });
  }
  return { entries, files, shards };
}

/** Adds to each text what others tell of it: its Supplements, parts, and the dual numbers under which it went on. */
function withBelongings(entries: readonly EntryFacts[]): EntryFacts[] {
  const supplements = grouped(
    entries.filter(entry => entry.kind === 'supplement'),
    ({ id, supplementTo }) => supplementTo ?? /^(\S+\d\S*) Suppl\./.exec(id)?.[1] ?? '',
  );
  const parts = grouped(entries, entry => entry.partOf);
  const dual = grouped(
    entries
      .filter(({ id, kind }) => kind === 'recommendation' && id.includes('/'))
      .flatMap(entry => entry.aka.map(part => ({ part, entry }))),
    one => one.part,
  );
  const newer = (entry: EntryFacts) =>
    (dual.get(entry.id) ?? []).map(one => one.entry).filter(other => newestDate(other) > newestDate(entry));
  const ids = (members: readonly EntryFacts[] | undefined) => (members ?? []).map(one => one.id);
  return entries.map(entry => ({
    ...entry,
    continuedAs: ids(newer(entry).sort((a, b) => (newestDate(a) < newestDate(b) ? -1 : 1))),
    parts: [...new Set([...entry.parts, ...ids(parts.get(entry.id))])],
    supplements: ids(supplements.get(entry.id)),
  }));
}

/** Each text, its parts behind it and theirs behind them: the order from which a shard tells what belongs where. */
function inFamilies(entries: readonly EntryFacts[]): EntryFacts[] {
  const byId = new Map(entries.map(entry => [entry.id, entry]));
  const ordered = new Set<EntryFacts>();
  const add = (entry: EntryFacts) => {
    ordered.add(entry);
    for (const part of entry.parts) {
      if (partOf(part)?.of !== entry.id)
        throw new Error(`${part} does not tell by its name that it is a part of ${entry.id}`);
      add(byId.get(part)!);
    }
  };
  for (const entry of entries) if (!entry.partOf || !byId.has(entry.partOf)) add(entry);
  if (ordered.size < entries.length)
    throw new Error(`${entries.length - ordered.size} texts belong to no other and to themselves`);
  return [...ordered];
}

/** The line of an entry, proven to be read back as the same facts. */
function checkedLine(entry: EntryFacts, header: ShardHeader): string {
  const line = encodeEntry(entry, header);
  const back = decodeEntry(line, header);
  // Parts follow from the order of the lines; addresses of editions that the facts do not hold follow by rule.
  const editions = back?.editions.map((one, index) =>
    entry.editions[index].url ? one : { ...one, url: null },
  );
  const same =
    JSON.stringify(sorted({ ...back, editions, parts: entry.parts })) === JSON.stringify(sorted(entry));
  if (!same || line.includes('\n')) throw new Error(`${entry.id} is not read back as it was: ${line}`);
  return line;
}

/** The same value with the properties of its objects in alphabetical order, all the way down. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const properties = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(properties.map(([key, of]) => [key, sorted(of)]));
}

const newestDate = (entry: EntryFacts): string => entry.editions.at(-1)?.date ?? '';

/** Spellings that lead out of their series' shard, or to more than one text: the newest of those has it. */
function elsewhere(entries: readonly EntryFacts[]): Record<string, string> {
  const ids = new Set(entries.map(entry => entry.id));
  const claims = grouped(
    entries.flatMap(entry => entry.aka.map(spelling => ({ spelling, entry }))),
    claim => claim.spelling,
  );
  const found: [string, string][] = [];
  for (const [spelling, claimants] of claims) {
    if (ids.has(spelling)) continue;
    const newest = claimants
      .map(claim => claim.entry)
      .reduce((best, one) => (newestDate(one) > newestDate(best) ? one : best));
    const { id, sector, kind } = newest;
    const byRule =
      spellingsOf(id, kind).includes(spelling) && seriesOf(spelling, sector) === seriesOf(id, sector);
    if (!byRule || claimants.length > 1) found.push([spelling, id]);
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the standing of a text depends on and does not stand in its own shard. */
function related(entries: readonly EntryFacts[]): Record<string, string[]> {
  const found: [string, string[]][] = [];
  for (const { id, sector, supersededBy, continuedAs } of entries) {
    const needed = [...(supersededBy ? [supersededBy] : []), ...continuedAs];
    const away = needed.filter(other => seriesOf(other, sector) !== seriesOf(id, sector));
    if (away.length) found.push([id, away]);
  }
  return Object.fromEntries(found);
}

/** The items by their key, in the order in which the keys come up. */
function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The value that most of the items share. */
function usual<T>(items: readonly T[]): T {
  let best: [T, number] = [items[0], 0];
  for (const [value, same] of grouped(items, item => item))
    if (same.length > best[1]) best = [value, same.length];
  return best[0];
}
