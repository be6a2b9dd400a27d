import { t } from '../messages/translate.ts';
import { type JsonMember, type JsonNode, type JsonObject, member, parseJson } from '../text/json.ts';
import type { Span } from '../text/span.ts';
import type { CatalogueSector, Edition, EditionStatus, EntryFacts, EntryKind } from './entry.ts';
import { isoDate } from './status.ts';

/**
 * `.gca-report/catalogue.json`: what a workspace adds to the catalogue and corrects in it. An entry with a known
 * identifier overrides only the properties that it gives; an erroneous entry is reported and left out alone.
 */

/** A property of an edition that was given; the rest is the text's. */
export type LocalEdition = Pick<Edition, 'date' | 'status'> &
  Partial<Pick<Edition, 'approved' | 'title' | 'iso'>>;

export interface LocalEntry {
  readonly id: string;
  readonly sector: CatalogueSector;
  /** The properties that were given. */
  readonly facts: Partial<
    Pick<
      EntryFacts,
      | 'kind'
      | 'title'
      | 'studyGroup'
      | 'iso'
      | 'supersededBy'
      | 'aka'
      | 'supplementTo'
      | 'url'
      | 'note'
      | 'sources'
    >
  >;
  readonly editions: readonly LocalEdition[];
  /** Where the entry stands in the file. */
  readonly span: Span;
  readonly idSpan: Span;
}

export interface LocalProblem {
  readonly span: Span;
  readonly message: string;
}

export interface LocalCatalogue {
  readonly entries: readonly LocalEntry[];
  /** In the order of the text. */
  readonly problems: readonly LocalProblem[];
}

const STATUSES: readonly EditionStatus[] = ['in force', 'superseded', 'withdrawn', 'not in force'];
const KINDS: readonly EntryKind[] = [
  'recommendation',
  'supplement',
  'amendment',
  'corrigendum',
  'erratum',
  'addendum',
  'annex',
  'appendix',
  'report',
  'technical-report',
  'resolution',
  'provisional-name',
];

/** Reads the file's text; never throws. */
export function parseLocalCatalogue(text: string): LocalCatalogue {
  const { root, errors } = parseJson(text);
  const problems: LocalProblem[] = [...errors];
  const entries: LocalEntry[] = [];
  const seen = new Set<string>();
  if (root && root.kind !== 'object')
    problems.push(problem(root, t('The file is an object with the property "entries".')));
  const list = root?.kind === 'object' ? member(root, 'entries') : undefined;
  if (root?.kind === 'object') {
    for (const { key, keySpan } of root.members) {
      if (key !== 'entries' && key !== '$schema')
        problems.push(problem(keySpan, t('"{key}" is no property of this file.', { key: shown(key) })));
    }
  }
  if (list && list.value?.kind !== 'array')
    problems.push(problem(list.keySpan, t('"entries" is a list of entries.')));
  for (const node of list?.value?.kind === 'array' ? list.value.items : []) {
    const entry = new EntryReader(problems).read(node);
    if (!entry) continue;
    const key = `${entry.sector} ${entry.id}`;
    if (seen.has(key))
      problems.push(
        problem(entry.idSpan, t('{id} stands here twice; the first entry counts.', { id: shown(entry.id) })),
      );
    else entries.push(entry);
    seen.add(key);
  }
  problems.sort((a, b) => a.span.start - b.span.start);
  return { entries, problems };
}

const problem = (at: Span, message: string): LocalProblem => ({
  span: { start: at.start, end: at.end },
  message,
});

/** What a person wrote, short enough for a message. */
const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

class EntryReader {
  private readonly problems: LocalProblem[];
  private sound = true;

  constructor(problems: LocalProblem[]) {
    this.problems = problems;
  }

  read(node: JsonNode): LocalEntry | undefined {
    if (node.kind !== 'object') {
      this.fail(node, t('An entry is an object, with at least an "id".'));
      return undefined;
    }
    const id = this.text(node, 'id');
    const idMember = member(node, 'id');
    if (!idMember)
      this.fail(
        { start: node.start, end: node.start + 1 },
        t('This entry has no "id": the number, as in X.1205.'),
      );
    if (id !== undefined && !/^\S.{0,98}\S$/.test(id))
      this.fail(idMember!, t('The id is a number as in X.1205.'));
    const sector = this.choice(node, 'sector', ['ITU-T', 'ITU-R'] as const) ?? 'ITU-T';
    const sources = this.text(node, 'source');
    const facts: { [K in keyof LocalEntry['facts']]: LocalEntry['facts'][K] } = {
      kind: this.choice(node, 'kind', KINDS),
      title: this.nullable(node, 'title'),
      studyGroup: this.nullable(node, 'studyGroup'),
      iso: this.nullable(node, 'iso'),
      supersededBy: this.nullable(node, 'supersededBy'),
      aka: this.list(node, 'aka'),
      supplementTo: this.text(node, 'supplementTo'),
      url: this.address(node),
      note: this.text(node, 'note'),
      sources: sources === undefined ? undefined : [sources],
    };
    for (const key of Object.keys(facts) as (keyof typeof facts)[])
      if (facts[key] === undefined) delete facts[key];
    const editions = this.editions(node);
    this.unknown(node, ['id', 'sector', 'source', 'editions', ...FACTS]);
    if (!this.sound || id === undefined || !idMember?.value) return undefined;
    return { id, sector, facts, editions, span: spanOf(node), idSpan: spanOf(idMember.value) };
  }

  private fail(at: Span, message: string): void {
    this.sound = false;
    this.problems.push(problem(at, message));
  }

  /** Tells of properties that nobody knows; the entry still counts. */
  private unknown(node: JsonObject, known: readonly string[]): void {
    for (const { key, keySpan } of node.members) {
      if (!known.includes(key))
        this.problems.push(
          problem(keySpan, t('"{key}" is no property of an entry; it is left out.', { key: shown(key) })),
        );
    }
  }

  private value(node: JsonObject, key: string): JsonMember | undefined {
    const found = member(node, key);
    // A missing value has been told already, as an error of the file.
    if (found && !found.value) this.sound = false;
    return found?.value ? found : undefined;
  }

  private text(node: JsonObject, key: string): string | undefined {
    const found = this.value(node, key);
    if (!found) return undefined;
    if (found.value?.kind === 'string' && found.value.value.trim()) return found.value.value;
    this.fail(found.value!, t('"{key}" is a text.', { key }));
    return undefined;
  }

  private nullable(node: JsonObject, key: string): string | null | undefined {
    return this.value(node, key)?.value?.kind === 'null' ? null : this.text(node, key);
  }

  private choice<T extends string>(node: JsonObject, key: string, values: readonly T[]): T | undefined {
    const found = this.text(node, key);
    if (found === undefined || values.includes(found as T)) return found as T | undefined;
    this.fail(
      member(node, key)!.value!,
      t('"{key}" is one of: {values}.', { key, values: values.join(', ') }),
    );
    return undefined;
  }

  private list(node: JsonObject, key: string): readonly string[] | undefined {
    const found = this.value(node, key);
    if (!found?.value) return undefined;
    const items = found.value.kind === 'array' ? found.value.items : undefined;
    if (items?.every(item => item.kind === 'string')) return items.map(item => item.value);
    this.fail(found.value, t('"{key}" is a list of texts.', { key }));
    return undefined;
  }

  private address(node: JsonObject): string | null | undefined {
    const url = this.nullable(node, 'url');
    if (!url || /^https?:\/\/[^\s]+$/.test(url)) return url;
    this.fail(member(node, 'url')!.value!, t('"url" is an address that begins with https://.'));
    return undefined;
  }

  private editions(node: JsonObject): LocalEdition[] {
    const found = this.value(node, 'editions');
    if (!found?.value) return [];
    if (found.value.kind !== 'array') {
      this.fail(found.value, t('"editions" is a list of editions, each with a date.'));
      return [];
    }
    const editions: LocalEdition[] = [];
    for (const item of found.value.items) {
      if (item.kind !== 'object') {
        this.fail(item, t('An edition is an object with a "date".'));
        continue;
      }
      const written = this.text(item, 'date');
      if (!member(item, 'date'))
        this.fail(
          { start: item.start, end: item.start + 1 },
          t('This edition has no "date", as in 2021-10.'),
        );
      if (written === undefined) continue;
      if (!isDate(written)) {
        this.fail(
          member(item, 'date')!.value!,
          t('The date is a year, a month or a day, as in 2021, 2021-10 or 2021-10-29.'),
        );
        continue;
      }
      const title = this.nullable(item, 'title');
      const iso = this.nullable(item, 'iso');
      this.unknown(item, ['date', 'status', 'title', 'iso']);
      editions.push({
        date: written.slice(0, 7),
        ...(written.length > 7 && { approved: written }),
        status: this.choice(item, 'status', STATUSES as readonly NonNullable<EditionStatus>[]) ?? null,
        ...(title !== undefined && { title }),
        ...(iso !== undefined && { iso }),
      });
    }
    return editions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  }
}

const FACTS = ['kind', 'title', 'studyGroup', 'iso', 'supersededBy', 'aka', 'supplementTo', 'url', 'note'];

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function isDate(text: string): boolean {
  const date = isoDate(text);
  if (!date || date.year < 1900) return false;
  return (date.month ?? 1) >= 1 && (date.month ?? 1) <= 12 && (date.day ?? 1) >= 1 && (date.day ?? 1) <= 31;
}
