import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { CatalogueSector, Entry } from '../../catalogue/entry.ts';
import { isoDate } from '../../catalogue/status.ts';
import type { Citation, CitationKind } from '../../citations/citation.ts';
import { perBlock } from '../../reading/per-block.ts';
import type { BlockReading } from '../../reading/reading.ts';
import { dayNumber, type PartialDate } from '../../text/dates.ts';
import type { Span } from '../../text/span.ts';
import { isQuoted } from './quoted.ts';

/** What the rules of this group share: the texts that a report cites, and what the catalogue knows of them. */

const TEXTS: ReadonlySet<CitationKind> = new Set([
  'recommendation',
  'supplement',
  'amendment',
  'corrigendum',
  'report',
]);

/** Something cited in a block. */
export interface Cited {
  readonly citation: Citation;
  readonly block: BlockReading;
  /** The first member of the list it stands in; itself where it stands in none. */
  readonly first: Citation;
}

/** What a block cites outside quotations, in the order of the text. */
export const citedIn = perBlock((block): readonly Cited[] => {
  let first: Citation | undefined;
  return block.citations.flatMap(citation => {
    if (first === undefined || first.list !== citation.list || citation.list === undefined) first = citation;
    return isQuoted(block, citation.core) ? [] : [{ citation, block, first }];
  });
});

/** Every Recommendation, Supplement, Report or part of one that a block cites. */
export const citedTexts = perBlock((block): readonly Cited[] =>
  citedIn(block).filter(({ citation }) => TEXTS.has(citation.kind)),
);

/** A link's target as it stands in a view; the marks of emphasis are shorter. */
const TARGET = /\uFEFF{4,}/;

/** A citation as it is underlined: from its number to the bracket behind it, or to the end of the link that it is in. */
export function spanOf({ citation: { core, end }, block }: Cited): Span {
  const target = TARGET.exec(block.view.slice(core.start, end));
  return { start: core.start, end: target ? core.start + target.index : end };
}

/** Whether a citation is the working name of a text in preparation. */
export const isWorkingName = (citation: Citation): boolean =>
  citation.oddities?.includes('working-name') ?? false;

/** The sector where the catalogue can look: it knows nothing of ITU-D. */
export const catalogueSector = (citation: Citation): CatalogueSector | undefined =>
  citation.sector === 'ITU-T' || citation.sector === 'ITU-R' ? citation.sector : undefined;

const decoded = new WeakMap<Catalogue, Map<string, Entry | undefined>>();

/**
 * The text that a citation names, in the sector written or else in any; undefined for one that is unknown or not
 * loaded. Decoded once for each catalogue: several rules ask for the same texts at every keystroke.
 */
export function entryOf(catalogue: Catalogue, citation: Citation): Entry | undefined {
  const sector = catalogueSector(citation);
  return (
    entryNamed(catalogue, citation.id, sector) ?? (sector && entryNamed(catalogue, citation.id, undefined))
  );
}

function entryNamed(
  catalogue: Catalogue,
  id: string,
  sector: CatalogueSector | undefined,
): Entry | undefined {
  let entries = decoded.get(catalogue);
  if (!entries) decoded.set(catalogue, (entries = new Map()));
  const key = `${sector ?? ''} ${id}`;
  if (entries.has(key)) return entries.get(key);
  const entry = catalogue.get(id, sector);
  // What is not found may be found once its series is loaded; after that it never will.
  const series = /^[A-Z]{1,3}(?=\.)/.exec(id)?.[0];
  const sectors: readonly CatalogueSector[] = sector ? [sector] : ['ITU-T', 'ITU-R'];
  if (entry || (series !== undefined && sectors.every(one => catalogue.hasRead(series, one))))
    entries.set(key, entry);
  return entry;
}

/** Whether the day lies within what the facts cover; after that, anything may have been approved. */
export function isCovered(catalogue: Catalogue, date: PartialDate): boolean {
  const asOf = isoDate(catalogue.about?.asOf ?? '');
  return asOf !== undefined && dayNumber(date, 'end') <= dayNumber(asOf, 'end');
}

/** An edition as it is written behind a number: `06/2021` for `2021-06`, `2006` where the month is not known. */
export const editionLabel = (date: string): string => {
  const [year, month] = date.split('-');
  return month ? `${month}/${year}` : year;
};

/** `ITU-T X.1060`: how a message names a text. */
export const nameOf = ({ id, sector }: { readonly id: string; readonly sector: CatalogueSector }): string =>
  id.startsWith('Report ') ? `Report ${sector} ${id.slice(7)}` : `${sector} ${id}`;
