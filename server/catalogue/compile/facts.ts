import type { CatalogueSector, Edition, EntryFacts, EntryKind } from '../entry.ts';
import { UNVERIFIED } from '../format.ts';

/** The facts as they are collected: one line of JSON a text. Only `npm run catalogue` and its tests read them. */

/** A line of itu-t.jsonl or itu-r.jsonl. */
export interface Fact {
  readonly id: string;
  readonly kind: EntryKind;
  readonly series: string;
  readonly title: string | null;
  readonly editions: readonly FactEdition[];
  readonly sg: string | null;
  readonly iso: string | null;
  readonly supersededBy: string | null;
  readonly aka?: readonly string[];
  readonly sameEditionFamily?: readonly string[];
  readonly parts?: readonly string[];
  readonly of?: string;
  readonly ofEditionYear?: string;
  readonly supplementTo?: string;
  readonly url: string | null;
  readonly urlFrom?: 'pattern';
  readonly note?: string;
  readonly sources: readonly string[];
}

interface FactEdition {
  readonly date: string;
  readonly approved?: string | null;
  readonly status: Edition['status'];
  readonly statusBasis?: 'later-edition';
  readonly statusAsOf?: string;
  readonly dateIs?: 'published';
  readonly title?: string;
  readonly iso?: string | null;
  readonly version?: string;
  readonly prepublished?: boolean;
  readonly url?: string;
  readonly rev?: string;
}

/** The lines of a file of facts. Throws on a line that is not JSON: facts are mended, not guessed. */
export const readFacts = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T);

/** A line's facts in the terms of the catalogue; `asOf` is the month of the facts. */
export function factsOf(fact: Fact, sector: CatalogueSector, asOf: string): EntryFacts {
  const edition = (one: FactEdition): Edition => ({
    date: one.date,
    ...(one.approved && { approved: one.approved }),
    ...(one.dateIs && { dateIsPosting: true }),
    status: one.status,
    ...(one.statusBasis && { inferred: true }),
    ...(one.statusAsOf && { statusAsOf: one.statusAsOf }),
    title: one.title ?? fact.title,
    iso: one.iso === undefined ? fact.iso : one.iso,
    ...(one.version && { version: one.version.replace(/^V?/, 'V') }),
    ...(one.rev && { revision: one.rev }),
    ...(one.prepublished && { prepublished: true }),
    url: one.url ?? null,
  });
  return {
    id: fact.id,
    sector,
    kind: fact.kind,
    series: fact.series,
    title: fact.title,
    editions: fact.editions.map(edition),
    studyGroup: fact.sg,
    iso: fact.iso,
    supersededBy: fact.supersededBy,
    continuedAs: [],
    aka: fact.aka ?? [],
    family: fact.sameEditionFamily ?? [],
    parts: [...new Set(fact.parts)],
    supplements: [],
    ...(fact.of && { partOf: fact.of }),
    ...(fact.ofEditionYear && { partOfYear: fact.ofEditionYear }),
    ...(fact.supplementTo && { supplementTo: fact.supplementTo }),
    url: fact.url,
    ...(fact.urlFrom && { urlInferred: true }),
    ...(fact.note && { note: fact.note }),
    sources: fact.sources,
    unverified: fact.sources.includes(UNVERIFIED),
    origin: 'built-in',
    asOf,
  };
}

/** The month of the newest copy of ITU's database, from the names of the sources: `relaton-data-itu 2026-08`. */
export function monthOf(facts: readonly Fact[]): string {
  let newest = '';
  for (const { sources } of facts) {
    for (const source of sources) {
      const month = /^relaton\S* .*?(\d{4}-\d\d)/.exec(source)?.[1] ?? '';
      if (month > newest) newest = month;
    }
  }
  return newest;
}
