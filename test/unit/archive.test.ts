import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Project, type ProjectSettings } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { memoryWorkspace, type Workspace } from '../../server/workspace/workspace.ts';
import { frame } from './support/pages.ts';

const facts = {
  catalogue: new Catalogue({ read: () => Promise.reject(new Error('none')) }),
  instruments: INSTRUMENTS,
};
const report = (year: number, drills: number) =>
  frame(`To date, ITU has organized ${drills} CyberDrills.`, year);

async function projectIn(
  files: ReadonlyMap<string, string | Uint8Array>,
  settings: ProjectSettings = {},
): Promise<Project> {
  const project = new Project(memoryWorkspace(files), '', settings, facts);
  await project.refresh();
  return project;
}

const years = (project: Project, label: string, text: string) =>
  project.analyse(label, text).archive.map(reading => reading.report.year?.value);

const ARCHIVE = new Map<string, string | Uint8Array>([
  ['archive/2022.md', report(2022, 30)],
  ['archive/2023.md', report(2023, 34)],
  ['archive/2024.md', report(2024, 38)],
]);

test('the earlier reports come oldest first, and none of the draft’s year or later', async () => {
  const project = await projectIn(ARCHIVE);
  assert.deepEqual(years(project, 'draft.md', report(2025, 40)), [2022, 2023, 2024]);
  assert.deepEqual(years(project, 'draft.md', report(2024, 40)), [2022, 2023]);
  assert.deepEqual(project.archiveProblems, []);
});

test('the draft itself is no earlier report, by name or by content', async () => {
  const draft = report(2025, 40);
  const project = await projectIn(
    new Map([...ARCHIVE, ['archive/copy.md', draft], ['archive/draft.md', report(2021, 28)]]),
  );
  assert.deepEqual(years(project, 'archive/draft.md', draft), [2022, 2023, 2024]);
});

test('a damaged file, two reports of one year, a report without a year: one word each, and the rest works', async () => {
  const noYear = report(2020, 1)
    .replace(/Document C20\S*/, '')
    .replace(/\d{1,2} \w+ 2020/, '')
    .replace(/since Council \d{4}/, '');
  const project = await projectIn(
    new Map<string, string | Uint8Array>([
      ...ARCHIVE,
      ['archive/broken.txt', new Uint8Array([0, 1, 2, 0, 255, 0, 7])],
      ['archive/empty.md', ''],
      ['archive/second-2023.md', report(2023, 35)],
      ['archive/undated.md', noYear],
      ['archive/README.md', '# How this folder is kept\n'],
    ]),
  );
  const told = new Map(project.archiveProblems.map(problem => [problem.label, problem.message]));
  assert.deepEqual([...told.keys()].sort(), [
    'archive/broken.txt',
    'archive/empty.md',
    'archive/second-2023.md',
    'archive/undated.md',
  ]);
  assert.match(told.get('archive/second-2023.md') ?? '', /two reports of 2023; archive\/2023\.md is used/);
  assert.match(told.get('archive/undated.md') ?? '', /No year was found/);
  assert.deepEqual(years(project, 'draft.md', report(2025, 40)), [2022, 2023, 2024]);
});

test('an earlier report that did not change is not read again, one that did is', async () => {
  const files = new Map(ARCHIVE);
  const project = await projectIn(files);
  const before = project.earlierReports;
  files.set('archive/2024.md', report(2024, 39));
  await project.refresh();
  const after = project.earlierReports;
  assert.equal(after[0], before[0]);
  assert.notEqual(after[2], before[2]);
});

test('a file that vanishes between listing and reading is told, and the others are read', async () => {
  const inner = memoryWorkspace(ARCHIVE);
  const flaky: Workspace = {
    ...inner,
    read: async location => (location.endsWith('2023.md') ? null : inner.read(location)),
  };
  const project = new Project(flaky, '', {}, facts);
  await project.refresh();
  assert.deepEqual(
    project.archiveProblems.map(problem => problem.label),
    ['archive/2023.md'],
  );
  assert.deepEqual(years(project, 'draft.md', report(2025, 40)), [2022, 2024]);
});

test('in an editor, older reports of the folder count too where no archive is named', async () => {
  const files = new Map([
    ['old/2023.gca.md', report(2023, 34)],
    ['2024.md', report(2024, 38)],
    ['elsewhere/2022.md', report(2022, 30)],
  ]);
  const draft = report(2025, 40);
  assert.deepEqual(years(await projectIn(files, { searchFolder: true }), 'draft.md', draft), [2023, 2024]);
  assert.deepEqual(years(await projectIn(files), 'draft.md', draft), []);
  assert.deepEqual(
    years(await projectIn(files, { searchFolder: true, archive: ['elsewhere'] }), 'draft.md', draft),
    [2022],
  );
});

test('a hundred readings of the same archive stay one', async () => {
  const project = await projectIn(ARCHIVE);
  const first = project.earlierReports;
  for (let i = 0; i < 20; i++) await project.refresh();
  assert.deepEqual(
    project.earlierReports.map((reading, i) => reading === first[i]),
    [true, true, true],
  );
});
