import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { readInput } from '../../server/commandline/input.ts';
import { loadText, REFUSALS } from '../../server/workspace/load.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';
import { plan2023, write } from './support/reports.ts';

const sound = write(plan2023(), 'markdown');
const facts = {
  catalogue: new Catalogue({ read: () => Promise.reject(new Error('no data')) }, () => {}),
  instruments: INSTRUMENTS,
};

async function read(names: readonly string[], workspace: ReturnType<typeof memoryWorkspace>) {
  const project = new Project(workspace, '', {}, facts);
  const files = await readInput(names, { folder: '', workspace }, project);
  return files.map(file => [file.label, 'refused' in file ? file.refused : 'read']);
}

test('a file that vanishes between listing and reading is named, and the others are read', async () => {
  const workspace = memoryWorkspace(
    new Map([
      ['in/a.md', sound],
      ['in/b.md', sound],
      ['in/c.md', sound],
    ]),
  );
  const vanishing = {
    ...workspace,
    read: async (location: string) => (location === 'in/b.md' ? null : workspace.read(location)),
  };
  assert.deepEqual(await read(['in'], vanishing), [
    ['in/a.md', 'read'],
    ['in/b.md', REFUSALS.missing()],
    ['in/c.md', 'read'],
  ]);
});

test('files that are no text are refused with the reason', async () => {
  const workspace = memoryWorkspace(
    new Map<string, string | Uint8Array>([
      ['empty.md', ''],
      ['binary.md', new Uint8Array(512)],
      ['sound.md', sound],
    ]),
  );
  assert.deepEqual(await loadText(workspace, 'empty.md'), { refused: REFUSALS.empty() });
  assert.deepEqual(await loadText(workspace, 'binary.md'), { refused: REFUSALS.binary() });
  assert.deepEqual(await loadText(workspace, 'gone.md'), { refused: REFUSALS.missing() });
  assert.deepEqual(await loadText(workspace, 'sound.md'), {
    text: sound,
    encoding: 'utf-8',
    lineEnd: '\n',
  });
});

test('a README in a folder of reports was not asked for; named by itself it was', async () => {
  const workspace = memoryWorkspace(
    new Map([
      ['in/a.md', sound],
      ['in/README.md', '# Read me\n'],
    ]),
  );
  assert.deepEqual(await read(['in'], workspace), [['in/a.md', 'read']]);
  const [[, refused]] = await read(['in/README.md'], workspace);
  assert.match(refused, /does not read like a report/);
});
