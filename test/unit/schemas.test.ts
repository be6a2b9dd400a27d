import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import packageJson from '../../package.json' with { type: 'json' };
import { ROOT } from '../../scripts/root.ts';
import { builtinProfiles } from '../../server/profiles/builtin.ts';
import { parseProfile } from '../../server/profiles/parse.ts';
import { parseConfig } from '../../server/rules/config.ts';
import { ruleIds, rules } from '../../server/rules/index.ts';
import { groupOf, MODES } from '../../server/rules/rule.ts';
import { problemsOf, type Schema } from './support/schema.ts';

const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const profileSchema: Schema = read('schemas/profile.schema.json');
const configSchema: Schema = read('schemas/config.schema.json');

test('the profiles that ship are what their schema says', () => {
  const folder = join(ROOT, 'data', 'profiles');
  const names = readdirSync(folder);
  assert.equal(names.length, builtinProfiles.length);
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8');
    assert.deepEqual(problemsOf(JSON.parse(text), profileSchema), [], name);
    const { profile, problems } = parseProfile(text);
    assert.deepEqual(problems, [], name);
    assert.equal(`${profile?.id}.json`, name);
  }
});

test('the profile of the documentation is what the schema says', () => {
  const page = readFileSync(join(ROOT, 'docs', 'profiles.md'), 'utf8');
  const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  assert.deepEqual(problemsOf(JSON.parse(example), profileSchema), []);
  const { profile, problems } = parseProfile(example);
  assert.deepEqual(problems, []);
  assert.equal(profile?.sections.length, 4);
});

test('the schema of profiles refuses what no profile has', () => {
  const sound = { id: 'own', sections: [{ role: 'legal', title: 'Laws', number: '1' }] };
  assert.deepEqual(problemsOf(sound, profileSchema), []);
  for (const wrong of [
    { ...sound, id: 'Own Profile' },
    { ...sound, sections: [] },
    { ...sound, sections: [{ role: 'law', title: 'Laws' }] },
    { ...sound, sections: [{ role: 'legal' }] },
    { ...sound, sections: [{ role: 'legal', title: 'Laws', number: 1 }] },
    { ...sound, years: { from: '2019' } },
    { ...sound, heads: ['Summary'] },
    { ...sound, masthead: ['number'] },
    { ...sound, numbering: { section: '1)' } },
    { ...sound, setions: [] },
    { sections: sound.sections },
  ]) {
    assert.notDeepEqual(problemsOf(wrong, profileSchema), [], JSON.stringify(wrong));
  }
});

test('the configuration of the samples is what the schema says', () => {
  const text = readFileSync(join(ROOT, 'samples', '.gca-report', 'config.json'), 'utf8');
  assert.deepEqual(problemsOf(JSON.parse(text), configSchema), []);
  assert.deepEqual(parseConfig(text, ruleIds).problems, []);
});

test('the schema of configurations and their reader agree', () => {
  const cases: [object, boolean][] = [
    [{ mode: 'submission', profile: 'own', year: 2025, archive: ['archive', 'old/2014.md'] }, true],
    [{ rules: { numbering: 'off', 'numbering/gap': 'error', 'structure/order': 'hint' } }, true],
    [{ mode: 'strict' }, false],
    [{ year: '2025' }, false],
    [{ year: 1900 }, false],
    [{ archive: 'archive' }, false],
    [{ archive: [7] }, false],
    [{ rules: { 'numbering/gap': 'fatal' } }, false],
    [{ rules: { 'numbering/gaps': 'off' } }, false],
    [{ rules: [] }, false],
    [{ severity: {} }, false],
  ];
  for (const [value, sound] of cases) {
    const text = JSON.stringify(value);
    assert.equal(problemsOf(value, configSchema).length === 0, sound, `the schema on ${text}`);
    assert.equal(parseConfig(text, ruleIds).problems.length === 0, sound, `the reader on ${text}`);
  }
});

test('the schema of configurations knows every rule and group, with a word on each', () => {
  const entries = configSchema.properties?.rules.properties ?? {};
  const names = [...new Set(rules.map(rule => groupOf(rule.id)))];
  assert.deepEqual(Object.keys(entries), [...names, ...ruleIds]);
  for (const [name, entry] of Object.entries(entries)) assert.ok(entry.description, name);
  assert.deepEqual(configSchema.properties?.mode.enum, MODES);
});

/** Every property of a schema, with its path. */
function* properties(schema: Schema, path = ''): Generator<[string, Schema]> {
  for (const [name, inner] of Object.entries({ ...schema.properties, ...schema.definitions })) {
    yield [`${path}/${name}`, inner];
    yield* properties(inner, `${path}/${name}`);
  }
  if (schema.items) yield* properties(schema.items, `${path}[]`);
}

test('every property says in words what it is for', () => {
  for (const schema of [profileSchema, configSchema]) {
    for (const [path, property] of properties(schema)) {
      // What stands under definitions is described where it is used.
      if (/^\/[^/]+$/.test(path) && path.slice(1) in (schema.definitions ?? {})) continue;
      assert.ok(property.description || property.$ref, path);
    }
  }
});

test('every schema says what it is', () => {
  for (const name of readdirSync(join(ROOT, 'schemas'))) {
    const schema: Schema = read(`schemas/${name}`);
    assert.ok(schema.title && schema.description, name);
  }
});

test('the editor is told of every schema that there is', () => {
  for (const { url } of packageJson.contributes.jsonValidation) {
    if (!existsSync(join(ROOT, url))) assert.fail(`${url} is not there`);
  }
});
