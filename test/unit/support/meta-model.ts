import { readFileSync } from 'node:fs';

/**
 * The protocol's own description of itself, version 3.18, without its words: what a message has to look like.
 * https://microsoft.github.io/language-server-protocol/
 */
interface Described {
  readonly requests: readonly { readonly method: string; readonly result: Type }[];
  readonly notifications: readonly { readonly method: string; readonly params?: Type }[];
  readonly structures: readonly Structure[];
  readonly enumerations: readonly {
    readonly name: string;
    readonly type: Type;
    readonly values: readonly { readonly value: unknown }[];
    readonly supportsCustomValues?: boolean;
  }[];
  readonly typeAliases: readonly { readonly name: string; readonly type: Type }[];
}

interface Structure {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly extends?: readonly Type[];
  readonly mixins?: readonly Type[];
}

interface Property {
  readonly name: string;
  readonly type: Type;
  readonly optional?: boolean;
}

type Type =
  | { readonly kind: 'base' | 'reference'; readonly name: string }
  | { readonly kind: 'array'; readonly element: Type }
  | { readonly kind: 'map'; readonly value: Type }
  | { readonly kind: 'and' | 'or' | 'tuple'; readonly items: readonly Type[] }
  | { readonly kind: 'literal'; readonly value: { readonly properties: readonly Property[] } }
  | { readonly kind: 'stringLiteral' | 'integerLiteral' | 'booleanLiteral'; readonly value: unknown };

const FILE = new URL('../fixtures/meta-model.json', import.meta.url);
const MODEL: Described = JSON.parse(readFileSync(FILE, 'utf8'));

const byName = <T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map(one => [one.name, one]));
const structures = byName(MODEL.structures);
const enumerations = byName(MODEL.enumerations);
const aliases = byName(MODEL.typeAliases);

/** What is wrong with the result of a request; empty for one that is as described. */
export function faultsOfResult(method: string, result: unknown): string[] {
  const request = MODEL.requests.find(one => one.method === method);
  return request ? faults(request.result, result, method) : [`${method} is no request of the protocol`];
}

/** The same of a notification's parameters. */
export function faultsOfNotification(method: string, params: unknown): string[] {
  const found = MODEL.notifications.find(one => one.method === method);
  if (!found) return [`${method} is no notification of the protocol`];
  return found.params ? faults(found.params, params, method) : [];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const BASE: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: value => typeof value === 'string',
  DocumentUri: value => typeof value === 'string' && /^[a-z][a-z\d+.-]*:/i.test(value),
  URI: value => typeof value === 'string' && /^[a-z][a-z\d+.-]*:/i.test(value),
  integer: value => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  uinteger: value => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31,
  decimal: value => typeof value === 'number',
  boolean: value => typeof value === 'boolean',
  null: value => value === null,
};

function faults(type: Type, value: unknown, at: string): string[] {
  const wrong = (what: string): string[] => [`${at}: ${JSON.stringify(value)?.slice(0, 80)} is no ${what}`];
  switch (type.kind) {
    case 'base':
      return BASE[type.name]?.(value) ? [] : wrong(type.name);
    case 'reference':
      return ofReference(type.name, value, at);
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((one, i) => faults(type.element, one, `${at}[${i}]`))
        : wrong('list');
    case 'map':
      return isRecord(value)
        ? Object.entries(value).flatMap(([key, one]) => faults(type.value, one, `${at}.${key}`))
        : wrong('record');
    case 'and':
      return type.items.flatMap(one => faults(one, value, at));
    case 'or': {
      const tried = type.items.map(one => faults(one, value, at));
      if (tried.some(one => one.length === 0)) return [];
      // The one with the least faults is what was meant.
      return tried.sort((a, b) => a.length - b.length)[0] ?? wrong('choice');
    }
    case 'tuple':
      return Array.isArray(value) && value.length === type.items.length
        ? type.items.flatMap((one, i) => faults(one, value[i], `${at}[${i}]`))
        : wrong('tuple');
    case 'literal':
      return ofProperties(type.value.properties, value, at);
    default:
      return value === type.value ? [] : wrong(JSON.stringify(type.value));
  }
}

function ofReference(name: string, value: unknown, at: string): string[] {
  if (/^LSP(?:Any|Object|Array)$/.test(name)) return [];
  const alias = aliases.get(name);
  if (alias) return faults(alias.type, value, at);
  const list = enumerations.get(name);
  if (list) {
    const known = list.supportsCustomValues || list.values.some(one => one.value === value);
    return known ? faults(list.type, value, at) : [`${at}: ${JSON.stringify(value)} is no ${name}`];
  }
  return ofProperties(propertiesOf(name), value, at);
}

/** A structure's own properties and those that it takes from others. */
function propertiesOf(name: string): Property[] {
  const found = structures.get(name);
  if (!found) throw new Error(`The protocol does not describe ${name}.`);
  const taken = [...(found.extends ?? []), ...(found.mixins ?? [])];
  return [
    ...found.properties,
    ...taken.flatMap(type => (type.kind === 'reference' ? propertiesOf(type.name) : [])),
  ];
}

function ofProperties(properties: readonly Property[], value: unknown, at: string): string[] {
  if (!isRecord(value)) return [`${at}: ${JSON.stringify(value)?.slice(0, 80)} is no record`];
  const known = new Set(properties.map(({ name }) => name));
  return [
    ...Object.keys(value)
      .filter(key => !known.has(key))
      .map(key => `${at}.${key}: the protocol has no such property here`),
    ...properties.flatMap(({ name, type, optional }) =>
      value[name] === undefined
        ? optional
          ? []
          : [`${at}.${name} is missing`]
        : faults(type, value[name], `${at}.${name}`),
    ),
  ];
}
