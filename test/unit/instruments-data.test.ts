/** data/instruments.json keeps to its schema and to the discipline of its facts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const file = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const typeOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : Number.isInteger(value)
        ? 'integer'
        : typeof value;

/** What breaks the schema, as far as these schemas say anything: every object lists its properties. */
function breaches(value: unknown, schema: Schema, root: Schema, path: string): string[] {
  if (schema.$ref) return breaches(value, root.definitions![schema.$ref.split('/').at(-1)!], root, path);
  const found: string[] = [];
  const type = typeOf(value);
  if (schema.type && ![schema.type].flat().includes(type)) found.push(`${path} is of type ${type}`);
  if (schema.enum && !schema.enum.includes(value)) found.push(`${path} is ${value}`);
  if (schema.const !== undefined && schema.const !== value) found.push(`${path} is ${value}`);
  if (schema.pattern && typeof value === 'string' && !new RegExp(schema.pattern).test(value))
    found.push(`${path} is ${value}`);
  if (typeof value === 'number' && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value)))
    found.push(`${path} is ${value}`);
  if (Array.isArray(value)) {
    return [
      ...found,
      ...value.flatMap((item, index) =>
        schema.items ? breaches(item, schema.items, root, `${path}[${index}]`) : [],
      ),
    ];
  }
  if (type !== 'object') return found;
  const object = value as Record<string, unknown>;
  for (const name of schema.required ?? []) if (!(name in object)) found.push(`${path} has no ${name}`);
  for (const [name, of] of Object.entries(object)) {
    const property = schema.properties?.[name];
    found.push(...(property ? breaches(of, property, root, `${path}.${name}`) : [`${path} has a ${name}`]));
  }
  return found;
}

test('the instruments keep to their schema', () => {
  const schema = file('schemas/instruments.schema.json');
  assert.deepEqual(breaches(file('data/instruments.json'), schema, schema, 'instruments'), []);
});

test('the schema of a workspace file knows what the reader knows', () => {
  const schema = file('schemas/catalogue.schema.json');
  const good = {
    $schema: 'x',
    entries: [
      {
        id: 'X.1999',
        sector: 'ITU-T',
        kind: 'recommendation',
        title: 'Guidelines for lighthouse keepers',
        editions: [{ date: '2026-09-01', status: 'in force', title: null, iso: null }],
        studyGroup: '17',
        iso: null,
        supersededBy: null,
        aka: ['X.light-1'],
        supplementTo: 'X.1205',
        url: 'https://www.itu.int/rec/T-REC-X.1999',
        note: 'ours',
        source: 'SG17',
      },
    ],
  };
  assert.deepEqual(breaches(good, schema, schema, 'file'), []);
  assert.ok(breaches({ entries: [{ title: 'No number' }] }, schema, schema, 'file').length > 0);
  assert.ok(
    breaches({ entries: [{ id: 'X.1', editions: [{ date: 'May' }] }] }, schema, schema, 'file').length > 0,
  );
});

test('every fact names its sources, and memory alone is marked', () => {
  const check = (value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') return;
    for (const [name, of] of Object.entries(value)) check(of, `${path}.${name}`);
    if (!('sources' in value)) return;
    const { sources, unverified } = value as { sources: string[]; unverified?: true };
    assert.equal(
      unverified === true,
      sources.every(source => source === 'unverified-memory'),
      path,
    );
  };
  check(file('data/instruments.json'), 'instruments');
});
