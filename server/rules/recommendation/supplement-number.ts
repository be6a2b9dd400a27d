import type { Entry } from '../../catalogue/entry.ts';
import { titleSimilarity } from '../../catalogue/titles.ts';
import type { BlockReading } from '../../reading/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Facts } from '../rule.ts';
import { citedIn, entryOf } from './known.ts';

/** The noun before a text whose Supplement is meant, where it is one. */
const NOUN = /\b(Supplement)(?=\s{1,3}to\s{1,3}(?:the\s{1,3})?$)/i;

const REACH = 30;

/** How much of what follows may be the Supplement's title. */
const TITLE_REACH = 160;

/** "Supplement to ITU-T X.805" without the number that the Supplement has. */
export interface NamelessSupplement extends Span {
  /** Behind the noun, where the number belongs. */
  readonly after: number;
  readonly base: Entry;
  /** The Supplements that there were by the day of the report, the likeliest first. */
  readonly supplements: readonly Entry[];
}

/** Every Supplement that a block names by its Recommendation alone, where the catalogue has Supplements to that. */
export function* namelessSupplements(
  block: BlockReading,
  { catalogue, date }: Facts,
): Generator<NamelessSupplement> {
  for (const { citation } of citedIn(block)) {
    if (citation.kind !== 'recommendation' || citation.part !== 'Supplement' || date === null) continue;
    const base = entryOf(catalogue, citation);
    const noun = NOUN.exec(block.view.slice(Math.max(0, citation.start - REACH), citation.start));
    if (!base || !noun) continue;
    const start = Math.max(0, citation.start - REACH) + noun.index;
    const words = block.view.slice(citation.end, citation.end + TITLE_REACH);
    const supplements = base.supplements
      .flatMap(id => catalogue.get(id, base.sector) ?? [])
      .filter(entry => !entry.unverified && entry.editionAt(date) !== undefined)
      .map(entry => ({ entry, fit: titleSimilarity(entry.title ?? '', words) }))
      .sort((a, b) => b.fit - a.fit)
      .map(({ entry }) => entry);
    if (supplements.length === 0) continue;
    yield { start, end: citation.core.end, after: start + noun[0].length, base, supplements };
  }
}
