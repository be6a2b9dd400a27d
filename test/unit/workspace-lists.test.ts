import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';
import { frame } from './support/pages.ts';

const facts = {
  catalogue: new Catalogue({ read: () => Promise.reject(new Error('none')) }),
  instruments: INSTRUMENTS,
};

async function projectWith(files: Record<string, string>): Promise<Project> {
  const project = new Project(memoryWorkspace(new Map(Object.entries(files))), '', {}, facts);
  await project.refresh();
  return project;
}

const rulesIn = (project: Project, paragraph: string) =>
  project.analyse('draft.md', frame(paragraph)).findings.map(one => one.rule);

test('a term of the workspace is looked for', async () => {
  const text = 'The Widget Forum met twice.';
  assert.ok(!rulesIn(await projectWith({}), text).includes('terms/name'));
  const own = '{ "terms": [ { "write": "Gadget Forum", "not": ["Widget Forum"], "kind": "name" } ] }';
  assert.ok(rulesIn(await projectWith({ '.gca-report/terms.json': own }), text).includes('terms/name'));
});

test('an acronym of the house need not be written out', async () => {
  const text = 'The QZX met twice, and the QZX met again. The QZX is new.';
  assert.ok(rulesIn(await projectWith({}), text).some(rule => rule === 'acronym/never-expanded'));
  const own = '{ "acronyms": [ { "acronym": "QZX", "expansion": "Quick Zone Exchange", "house": true } ] }';
  assert.ok(
    !rulesIn(await projectWith({ '.gca-report/acronyms.json': own }), text).some(
      rule => rule === 'acronym/never-expanded',
    ),
  );
});

test('an error in a list is told at its place, and the other entries hold', async () => {
  const text =
    '{ "terms": [ { "write": "A" }, { "write": "Gadget Forum", "not": ["Widget Forum"], "kind": "name" } ] }';
  const project = await projectWith({ '.gca-report/terms.json': text });
  assert.ok(project.problems.length > 0);
  assert.ok(project.problems.every(problem => problem.span.end <= text.indexOf('Gadget')));
  assert.ok(rulesIn(project, 'The Widget Forum met twice.').includes('terms/name'));
});

test('a profile that does not exist is told, with those that do', async () => {
  const project = await projectWith({ '.gca-report/config.json': '{ "profile": "council-2099" }' });
  assert.match(project.problems[0]?.message ?? '', /no profile “council-2099”.*council-2023/);
});
