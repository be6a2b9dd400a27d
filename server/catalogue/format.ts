import { addressOf, addressPrefix, editionAddress } from './address.ts';
import type { CatalogueSector, Edition, EditionStatus, EntryFacts, EntryKind } from './entry.ts';
import { kindOf, partOf, seriesOf, spellingsOf } from './spelling.ts';

/**
 * The compact form of the catalogue: one line a text, told apart by TABs, readable by a person and by `grep`. What
 * follows from the identifier by rule (kind, series, spellings, address) is left out; see
 * docs/decisions/catalogue-format.md, which describes every field and mark.
 */

export const MAGIC = 'gca-report catalogue 1';

/** What holds for a whole shard; its first line. */
export interface ShardHeader {
  readonly sector: CatalogueSector;
  readonly series: string;
  /** How many lines follow. */
  readonly entries: number;
  /** The month of the facts. */
  readonly asOf: string;
  /** The study group and the sources of every line that names none. */
  readonly studyGroup: string | null;
  readonly sources: readonly string[];
}

/** What a field with the title of an earlier edition begins with. */
export const TITLE_KEY = "'";

const LIST = ' ; ';

export function encodeHeader(header: ShardHeader): string {
  const { sector, series, entries, asOf, studyGroup, sources } = header;
  return [MAGIC, sector, series, entries, asOf, studyGroup ?? '-', sources.join(LIST)].join('\t');
}

/** The header that a shard's first line gives; undefined for anything else. */
export function decodeHeader(line: string): ShardHeader | undefined {
  const [magic, sector, series, entries, asOf, studyGroup, sources] = line.split('\t');
  if (magic !== MAGIC || (sector !== 'ITU-T' && sector !== 'ITU-R') || sources === undefined)
    return undefined;
  if (!/^\d+$/.test(entries)) return undefined;
  return {
    sector,
    series,
    entries: Number(entries),
    asOf,
    studyGroup: studyGroup === '-' ? null : studyGroup,
    sources: sources.split(LIST),
  };
}

const STATUS: Readonly<Record<string, EditionStatus>> = {
  f: 'in force',
  s: 'superseded',
  w: 'withdrawn',
  n: 'not in force',
  u: null,
};
const LETTER = new Map(Object.entries(STATUS).map(([letter, status]) => [status, letter]));

/** A date of an edition, its status, and its marks. */
const EDITION = /^(\d{4})(\d\d)?(\d\d)?([fswnuS])(.*)$/;
const MARK = /r(\d+)|v(\d+)|a(\d{6})|m(\d{6})|'(\d+)|\|(\d+)|([pd])/g;

const month = (digits: string): string => `${digits.slice(0, 4)}-${digits.slice(4)}`;

/** The part of an identifier that a revision of ITU-R repeats: `M.2083` of `Report M.2083`. */
const revisionStem = (id: string): string => id.replace(/^(?:Report |ITU-R Res\.)/, '');

/** A line of a shard, from the facts of a text; the inverse of `decodeEntry`. `parts` follow from the lines' order. */
export function encodeEntry(entry: EntryFacts, header: ShardHeader): string {
  const { id, sector } = entry;
  const titles: string[] = [];
  const isos: string[] = [];
  const indexIn = (list: string[], value: string): number => {
    if (!list.includes(value)) list.push(value);
    return list.indexOf(value) + 1;
  };
  const editions = entry.editions.map(edition => {
    let text = (edition.approved ?? edition.date).replaceAll('-', '');
    text += edition.inferred ? 'S' : LETTER.get(edition.status);
    const revision = edition.revision?.slice(revisionStem(id).length + 1);
    if (revision) text += `r${revision}`;
    if (edition.version) text += `v${edition.version.replace('V', '')}`;
    if (edition.prepublished) text += 'p';
    if (edition.dateIsPosting) text += 'd';
    if (edition.statusAsOf) text += `a${edition.statusAsOf.replace('-', '')}`;
    if (edition.approved && !edition.approved.startsWith(edition.date))
      text += `m${edition.date.replace('-', '')}`;
    if (edition.title !== entry.title)
      text += `'${edition.title === null ? 0 : indexIn(titles, edition.title)}`;
    if (edition.iso !== entry.iso) text += `|${edition.iso === null ? 0 : indexIn(isos, edition.iso)}`;
    return text;
  });
  const fields = [id, editions.join(' '), entry.title ?? ''];
  const field = (key: string, value: string) => fields.push(key + value);
  if (entry.kind !== kindOf(id, sector)) field('k', entry.kind);
  if (entry.series !== seriesOf(id, sector)) field('S', entry.series);
  if (entry.studyGroup !== header.studyGroup) field('g', entry.studyGroup ?? '-');
  if (entry.iso) field('i', entry.iso);
  for (const iso of isos) field('|', iso);
  for (const title of titles) field(TITLE_KEY, title);
  if (entry.supersededBy) field('>', entry.supersededBy);
  if (entry.continuedAs.length) field('%', entry.continuedAs.join(LIST));
  if (entry.family.length) field('&', entry.family.join(LIST));
  if (entry.aka.join(LIST) !== spellingsOf(id, entry.kind).join(LIST)) field('=', entry.aka.join(LIST));
  if (entry.supplementTo) field('^', entry.supplementTo);
  if (entry.supplements.length) field('+', entry.supplements.join(LIST));
  const address = addressOf(id, entry.kind, sector, entry.editions.at(-1));
  if (entry.url === null) field('u', '-');
  else if (entry.url !== address) field('u', entry.url.slice(addressPrefix(sector).length));
  if (entry.urlInferred) field('p', '');
  entry.editions.forEach((edition, index) => {
    if (edition.url && edition.url !== urlOfEdition(entry, edition, entry.url))
      field('e', `${index} ${edition.url.slice(addressPrefix(sector).length)}`);
  });
  if (entry.note) field('n', entry.note);
  if (entry.sources.join(LIST) !== header.sources.join(LIST)) field('s', entry.sources.join(LIST));
  return fields.join('\t');
}

/** The facts that a line of a shard gives; undefined for a line that is none. `parts` are the caller's to add. */
export function decodeEntry(line: string, header: ShardHeader): EntryFacts | undefined {
  const [id, editionList, title, ...keyed] = line.split('\t');
  if (!id || editionList === undefined || title === undefined) return undefined;
  const { sector } = header;
  const values = new Map<string, string[]>();
  for (const one of keyed) {
    const present = values.get(one[0]);
    if (present) present.push(one.slice(1));
    else values.set(one[0], [one.slice(1)]);
  }
  const one = (key: string): string | undefined => values.get(key)?.[0];
  const list = (key: string): string[] => one(key)?.split(LIST) ?? [];
  const kind = (one('k') as EntryKind | undefined) ?? kindOf(id, sector);
  const base: Defaults = {
    title: title || null,
    iso: one('i') ?? null,
    titles: values.get(TITLE_KEY),
    isos: values.get('|'),
    revision: sector === 'ITU-R' ? revisionStem(id) : undefined,
  };
  const bare: Edition[] = [];
  for (const text of editionList ? editionList.split(' ') : []) {
    const edition = decodeEdition(text, base);
    if (!edition) return undefined;
    bare.push(edition);
  }
  const stored = one('u');
  const url =
    stored === '-'
      ? null
      : stored
        ? addressPrefix(sector) + stored
        : addressOf(id, kind, sector, bare.at(-1));
  const exceptions = new Map(
    values.get('e')?.map(text => [text.split(' ')[0], text.slice(text.indexOf(' ') + 1)]),
  );
  const frame = { id, kind, sector, editions: bare };
  const editions = bare.map((edition, index): Edition => {
    const exception = exceptions.get(String(index));
    return {
      ...edition,
      url: exception ? addressPrefix(sector) + exception : urlOfEdition(frame, edition, url),
    };
  });
  const group = one('g');
  const part =
    sector === 'ITU-T' && kind !== 'recommendation' && kind !== 'supplement' ? partOf(id) : undefined;
  const sources = values.has('s') ? list('s') : header.sources;
  return {
    id,
    sector,
    kind,
    series: one('S') ?? seriesOf(id, sector),
    title: base.title,
    editions,
    studyGroup: group === undefined ? header.studyGroup : group === '-' ? null : group,
    iso: base.iso,
    supersededBy: one('>') ?? null,
    continuedAs: list('%'),
    aka: values.has('=') ? list('=').filter(Boolean) : spellingsOf(id, kind),
    family: list('&'),
    parts: [],
    supplements: list('+'),
    ...(part && { partOf: part.of, ...(part.year && { partOfYear: part.year }) }),
    ...(values.has('^') && { supplementTo: one('^') }),
    url,
    ...(values.has('p') && { urlInferred: true }),
    ...(values.has('n') && { note: one('n') }),
    sources,
    unverified: sources.includes(UNVERIFIED),
    origin: 'built-in',
    asOf: header.asOf,
  };
}

/** How the facts mark what no source showed. */
export const UNVERIFIED = 'unverified-memory';

/** What an edition takes over from its text unless a mark says otherwise. */
interface Defaults {
  readonly title: string | null;
  readonly iso: string | null;
  readonly titles?: readonly string[];
  readonly isos?: readonly string[];
  /** ITU-R: the first revision's name, to which the others add their number. */
  readonly revision?: string;
}

function decodeEdition(text: string, base: Defaults): Edition | undefined {
  const parts = EDITION.exec(text);
  if (!parts) return undefined;
  const [, year, monthOfYear, day, letter, marks] = parts;
  const approved = day ? `${year}-${monthOfYear}-${day}` : undefined;
  const inferred = letter === 'S';
  const edition: Mutable<Edition> = {
    date: monthOfYear ? `${year}-${monthOfYear}` : year,
    ...(approved && { approved }),
    status: inferred ? 'superseded' : STATUS[letter],
    ...(inferred && { inferred }),
    title: base.title,
    iso: base.iso,
    url: null,
    ...(base.revision && { revision: base.revision }),
  };
  for (const [, revision, version, asOf, dated, title, iso, flag] of marks.matchAll(MARK)) {
    if (revision) edition.revision = `${base.revision}-${revision}`;
    else if (version) edition.version = `V${version}`;
    else if (asOf) edition.statusAsOf = month(asOf);
    else if (dated) edition.date = month(dated);
    else if (title) edition.title = base.titles?.[Number(title) - 1] ?? null;
    else if (iso) edition.iso = base.isos?.[Number(iso) - 1] ?? null;
    else if (flag === 'p') edition.prepublished = true;
    else edition.dateIsPosting = true;
  }
  return edition;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The page of an edition by rule; null where the rule needs what is not known. */
function urlOfEdition(
  entry: Pick<EntryFacts, 'kind' | 'sector' | 'editions'>,
  edition: Edition,
  url: string | null,
): string | null {
  if (url === null) return null;
  if (entry.sector === 'ITU-R') {
    if (entry.kind !== 'recommendation' || edition.dateIsPosting || !edition.status || !edition.revision)
      return null;
    return editionAddress(url + edition.revision.slice(edition.revision.lastIndexOf('-')), edition);
  }
  // The address of a part, and of a Supplement to one Recommendation, names its edition already.
  if (/-\d{6}-[A-Z]/.test(url)) return edition.date === entry.editions.at(-1)?.date ? url : null;
  return editionAddress(url, edition);
}
