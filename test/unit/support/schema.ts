/** What the schemas of this project use of JSON Schema, draft 7. */
export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** What is wrong with a value, each with its place; empty for a sound one. */
export function problemsOf(value: unknown, schema: Schema, root: Schema = schema, path = '$'): string[] {
  if (schema.$ref) {
    const name = schema.$ref.replace('#/definitions/', '');
    const target = root.definitions?.[name];
    if (!target) throw new Error(`there is no definition ${schema.$ref}`);
    return problemsOf(value, target, root, path);
  }
  const problems: string[] = [];
  const complain = (what: string) => void problems.push(`${path} ${what}`);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some(type => isOfType(value, type))) complain(`is no ${types.join(' or ')}`);
  if (schema.enum && !schema.enum.includes(value)) complain(`is none of ${schema.enum.join(', ')}`);
  if ('const' in schema && value !== schema.const) complain(`is not ${schema.const}`);
  if (typeof value === 'string') {
    if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value))
      complain(`does not match ${schema.pattern}`);
    if (value.length < (schema.minLength ?? 0)) complain('is too short');
  }
  if (typeof value === 'number') {
    if (value < (schema.minimum ?? value) || value > (schema.maximum ?? value)) complain('is out of bounds');
  }
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) complain('has too few items');
    if (schema.uniqueItems && new Set(value).size < value.length) complain('has an item twice');
    value.forEach((item, i) => {
      if (schema.items) problems.push(...problemsOf(item, schema.items, root, `${path}[${i}]`));
    });
  } else if (isOfType(value, 'object')) {
    const object = value as Record<string, unknown>;
    for (const key of schema.required ?? []) if (!Object.hasOwn(object, key)) complain(`has no ${key}`);
    for (const [key, inner] of Object.entries(object)) {
      const known = schema.properties?.[key];
      const other = schema.additionalProperties ?? true;
      if (known) problems.push(...problemsOf(inner, known, root, `${path}.${key}`));
      else if (other === false) complain(`may not have ${key}`);
      else if (other !== true) problems.push(...problemsOf(inner, other, root, `${path}.${key}`));
    }
  }
  return problems;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
