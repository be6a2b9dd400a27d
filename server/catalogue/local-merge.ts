import { addressOf } from './address.ts';
import type { Edition, EntryFacts } from './entry.ts';
import type { LocalEdition, LocalEntry } from './local.ts';
import { kindOf, partOf, seriesOf, spellingsOf } from './spelling.ts';

/** The facts of a text with a workspace's additions and corrections over them. */
export function merge(local: LocalEntry, known: EntryFacts | undefined): EntryFacts {
  const base = known ?? unknownText(local);
  const facts = { ...base, ...local.facts };
  const editions = mergeEditions(facts, local.editions);
  return {
    ...facts,
    editions,
    url:
      local.facts.url === undefined && !known
        ? addressOf(local.id, facts.kind, local.sector, editions.at(-1))
        : facts.url,
    unverified: false,
    origin: 'workspace',
  };
}

/** Given editions take the place of known ones of the same date; a newer edition in force ends the older ones. */
function mergeEditions(facts: EntryFacts, given: readonly LocalEdition[]): Edition[] {
  const dates = new Set(given.map(edition => edition.date));
  const kept = facts.editions.filter(edition => !dates.has(edition.date));
  const added = given.map(
    (edition): Edition => ({ title: facts.title, iso: facts.iso, url: null, ...edition }),
  );
  // Known editions keep their order, which for ITU-R is not always that of the dates.
  const all = added.length
    ? [...kept, ...added].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    : kept;
  const newest = all.findLastIndex(edition => edition.status === 'in force');
  return all.map((edition, index) =>
    index < newest && edition.status === 'in force'
      ? { ...edition, status: 'superseded' as const, inferred: true }
      : edition,
  );
}

function unknownText({ id, sector, facts }: LocalEntry): EntryFacts {
  const kind = facts.kind ?? kindOf(id, sector);
  const part = sector === 'ITU-T' ? partOf(id) : undefined;
  return {
    id,
    sector,
    kind,
    series: seriesOf(id, sector),
    title: null,
    editions: [],
    studyGroup: null,
    iso: null,
    supersededBy: null,
    continuedAs: [],
    aka: spellingsOf(id, kind),
    family: [],
    parts: [],
    supplements: [],
    ...(part && { partOf: part.of, ...(part.year && { partOfYear: part.year }) }),
    url: null,
    sources: ['.gca-report/catalogue.json'],
    unverified: false,
    origin: 'workspace',
    asOf: '',
  };
}
