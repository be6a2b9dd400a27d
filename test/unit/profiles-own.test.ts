import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/analysis/fixes.ts';
import { Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { parseProfile } from '../../server/profiles/parse.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';
import { fixOf, plan2023, write } from './support/reports.ts';

const facts = {
  catalogue: new Catalogue({ read: () => Promise.reject(new Error('no data')) }, () => {}),
  instruments: INSTRUMENTS,
};
const SOUND = { id: 'own', sections: [{ role: 'legal', title: 'Laws', number: '1' }] };

test('what is left out has its usual value', () => {
  const { profile, problems } = parseProfile(JSON.stringify(SOUND));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    [profile?.title, profile?.masthead, profile?.heads, profile?.numbering, profile?.sections[0].required],
    ['own', [], [], { section: '1.', paragraphs: 'required', nested: false }, true],
  );
});

test('each slip is told at its place, and what is sound holds', () => {
  for (const [text, at, words] of [
    ['{ "sections": [{ "role": "legal", "title": "Laws" }] }', '{ "sections', '“id” is missing'],
    ['{ "id": "own" }', '{ "id', '“sections” is missing'],
    ['{ "id": 7, "sections": [] }', '7', 'a text in quotation marks'],
    ['{ "id": "own", "sections": {} }', '{}', 'a list'],
    ['{ "id": "own", "sections": [{ "role": "law", "title": "Laws" }] }', '"law"', 'no role of this name'],
    ['{ "id": "own", "sections": ["Laws"] }', '"Laws"', 'A section is an object'],
    [
      '{ "id": "own", "heads": ["Summary"], "sections": [{ "role": "legal", "title": "Laws" }] }',
      '"Summary"',
      'A head is an object',
    ],
    [
      '{ "id": "own", "masthead": ["numero"], "sections": [{ "role": "legal", "title": "Laws" }] }',
      '"numero"',
      'no masthead field',
    ],
    [
      '{ "id": "own", "years": { "from": "now" }, "sections": [{ "role": "legal", "title": "Laws" }] }',
      '"now"',
      'a number',
    ],
    ['[]', '[]', 'A profile is an object'],
  ]) {
    const { problems } = parseProfile(text);
    assert.equal(problems.length, 1, `${text}: ${problems.map(one => one.message)}`);
    assert.ok(problems[0].message.includes(words), `${text}: ${problems[0].message}`);
    assert.equal(problems[0].span.start, text.indexOf(at), text);
  }
  assert.equal(
    parseProfile(
      '{ "id": "own", "years": { "from": "now" }, "sections": [{ "role": "legal", "title": "Laws" }] }',
    ).profile?.id,
    'own',
  );
  assert.equal(parseProfile('').profile, undefined);
  assert.equal(parseProfile('{').profile, undefined);
  assert.ok(parseProfile('\u0000\ud800').problems.length > 0);
});

/** A project whose workspace has these files in `.gca-report/profiles/`. */
async function projectWith(files: Record<string, string>, profile?: string) {
  const entries = Object.entries(files).map(
    ([name, text]) => [`.gca-report/profiles/${name}`, text] as const,
  );
  const project = new Project(memoryWorkspace(new Map(entries)), '', { profile }, facts);
  await project.refresh();
  return project;
}

test('its titles are recognised, and what it asks for is missed and inserted', async () => {
  const profile = {
    ...SOUND,
    heads: [{ title: 'Foreword', starter: '[A few words]' }],
    sections: [...SOUND.sections, { role: 'other', title: 'Outlook on Tomorrow', number: '2' }],
  };
  const project = await projectWith({ 'any-name.json': JSON.stringify(profile) }, 'own');
  assert.deepEqual(project.problems, []);
  const text = '# Report\n\n## 1. Laws\n\n1.1 Words on legal measures.\n';
  const missing = (found: string) =>
    project.analyse('a.md', found).findings.filter(({ rule }) => rule.startsWith('structure/missing'));
  const forced = project.analyse('a.md', text);
  assert.equal(forced.profile?.profile.id, 'own');
  // A text that reads like no report is left alone even so: the profile alone does not make it one.
  assert.deepEqual(missing(text), []);
  const report = write({ ...plan2023(), heads: [{ title: 'Foreword', text: 'A few words.' }] }, 'markdown');
  assert.deepEqual(
    project.analyse('a.md', report).report.heads.map(head => head.title),
    ['Foreword'],
  );
  const [outlook] = missing(report);
  assert.match(outlook.message, /“Outlook on Tomorrow” is missing/);
  const fixed = applyEdits(report, fixOf(outlook, 'Insert').edits);
  assert.match(fixed, /## \d\. Outlook on Tomorrow\n\n\d\.1 \[Text to be written\]/);
  assert.deepEqual(missing(fixed), []);
});

test('one with the id of a profile that ships takes its place', async () => {
  const project = await projectWith({
    'a.json': JSON.stringify({ ...SOUND, id: 'council-2023', title: 'Ours' }),
  });
  assert.deepEqual(
    project.knownProfiles.map(({ id, title }) => (id === 'council-2023' ? title : id)).sort(),
    ['Ours', 'council-2014', 'council-2019', 'thematic'].sort(),
  );
});

test('a broken file is told and harms no other', async () => {
  const project = await projectWith({
    'a.json': '{ "id": ',
    'b.json': JSON.stringify(SOUND),
    'c.txt': 'notes',
  });
  assert.ok(project.problems.length > 0);
  assert.ok(project.problems.every(problem => problem.location.endsWith('a.json')));
  assert.ok(project.knownProfiles.some(({ id }) => id === 'own'));
});
