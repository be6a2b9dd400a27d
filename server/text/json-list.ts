import { t } from '../messages/translate.ts';
import { type JsonNode, type JsonObject, member, parseJson } from './json.ts';
import type { Span } from './span.ts';

/** Something wrong in a data file, at its place. */
export interface FileProblem {
  readonly span: Span;
  readonly message: string;
}

/**
 * Reads a data file that is an object with one list, entry by entry: an erroneous entry is reported at its place
 * and left out alone.
 *
 * @param key the list's name: `terms`, `findings` …
 * @param read turns an entry into a value; undefined where it cannot, after having said why through `complain`
 */
export function readList<T>(
  text: string,
  key: string,
  read: (entry: EntryReader) => T | undefined,
): { entries: T[]; problems: FileProblem[] } {
  const { root, errors } = parseJson(text);
  const problems: FileProblem[] = [...errors];
  if (!root) return { entries: [], problems };
  const list = root.kind === 'object' ? member(root, key)?.value : undefined;
  if (list?.kind !== 'array') {
    problems.push({
      span: list ?? root,
      message: t('The file is an object with a list: {form}.', { form: `{ "${key}": [ … ] }` }),
    });
    return { entries: [], problems };
  }
  const entries = list.items.flatMap(node => {
    if (node.kind !== 'object') {
      problems.push({ span: node, message: t('An entry is an object: { … }.') });
      return [];
    }
    const entry = read(new EntryReader(node, problems));
    return entry === undefined ? [] : [entry];
  });
  return { entries, problems };
}

/** One entry of a list, asked property by property. */
export class EntryReader {
  private readonly object: JsonObject;
  private readonly problems: FileProblem[];

  constructor(object: JsonObject, problems: FileProblem[]) {
    this.object = object;
    this.problems = problems;
  }

  /** Says what is wrong with a property, or with the entry where it has none of that name. */
  complain(key: string, message: string): undefined {
    const found = member(this.object, key);
    this.problems.push({ span: found?.value ?? found?.keySpan ?? this.object, message });
    return undefined;
  }

  private node(key: string): JsonNode | undefined {
    return member(this.object, key)?.value;
  }

  /** A text that must be there and not empty. */
  text(key: string): string | undefined {
    const value = this.node(key);
    if (value?.kind === 'string' && value.value !== '') return value.value;
    return this.complain(key, t('“{key}” is a text in quotation marks.', { key }));
  }

  optionalText(key: string): string | undefined {
    return this.node(key) ? this.text(key) : undefined;
  }

  /** A number that must be there. */
  number(key: string): number | undefined {
    const value = this.node(key);
    if (value?.kind === 'number') return value.value;
    return this.complain(key, `“${key}” is a number.`);
  }

  flag(key: string): boolean | undefined {
    const value = this.node(key);
    if (!value) return undefined;
    return value.kind === 'boolean'
      ? value.value
      : this.complain(key, t('“{key}” is true or false.', { key }));
  }

  /** A list of texts; undefined where there is none. */
  texts(key: string): string[] | undefined {
    const value = this.node(key);
    if (!value) return undefined;
    const texts =
      value.kind === 'array'
        ? value.items.flatMap(item => (item.kind === 'string' && item.value ? [item.value] : []))
        : [];
    if (value.kind !== 'array' || texts.length < value.items.length)
      return this.complain(key, t('“{key}” is a list of texts: [ "…" ].', { key }));
    return texts;
  }

  choice<T extends string>(key: string, known: readonly T[]): T | undefined {
    const value = this.node(key);
    if (value?.kind === 'string' && (known as readonly string[]).includes(value.value))
      return value.value as T;
    return this.complain(key, t('“{key}” is one of {known}.', { key, known: known.join(', ') }));
  }
}
