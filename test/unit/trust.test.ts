import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-protocol';
import packageJson from '../../package.json' with { type: 'json' };
import manifestTexts from '../../package.nls.json' with { type: 'json' };
import { Project, type ProjectSettings } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';
import { Editor, type EditorOptions } from './support/editor.ts';
import { plan2019, plan2023, write } from './support/reports.ts';

/** What a Word document of the archive would say. */
const plan2018 = () => ({ ...plan2019(), symbol: 'C18/20', date: '1 March 2018' });

const REPORT = write(plan2023(), 'markdown').replace('2.2 More', '2.1 More');
/** A folder whose files of ours say as much as they can. */
const OWN = {
  '.gca-report/config.json': '{ "mode": "drafting", "rules": { "numbering": "off" } }',
  '.gca-report/profiles/own.json':
    '{ "id": "own", "sections": [{ "role": "legal", "title": "Laws", "number": "1" }] }',
  '.gca-report/terms.json': '{ "terms": [{ "write": "Gadget", "not": ["work"], "kind": "name" }] }',
  '.gca-report/catalogue.json': '{ "entries": [{ "id": "X.9999", "title": "A title" }] }',
  'archive/2019.md': write(plan2019(), 'markdown'),
  'archive/2020.docx': 'PK',
};

async function projectWith(settings: ProjectSettings) {
  let opened = 0;
  const project = new Project(memoryWorkspace(new Map(Object.entries(OWN))), '', settings, {
    catalogue: new Catalogue({ read: () => Promise.reject(new Error('none')) }),
    instruments: INSTRUMENTS,
    word: async () => {
      opened++;
      return { text: write(plan2018(), 'markdown') };
    },
  });
  await project.refresh();
  return { project, opened: () => opened };
}

const rulesOf = (project: Project) => new Set(project.analyse('r.md', REPORT).findings.map(one => one.rule));

test('in a workspace that is trusted its own files count', async () => {
  const { project, opened } = await projectWith({ trusted: true });
  assert.equal(project.mode, 'drafting');
  assert.ok(project.knownProfiles.some(({ id }) => id === 'own'));
  assert.ok(!rulesOf(project).has('numbering/repeat'));
  assert.ok(project.catalogue.get('X.9999'));
  assert.equal(opened(), 1);
});

test('in one that is not, nothing in .gca-report decides anything, and no Word document is opened', async () => {
  const { project, opened } = await projectWith({ trusted: false });
  assert.equal(project.mode, 'review');
  assert.ok(!project.knownProfiles.some(({ id }) => id === 'own'));
  assert.ok(rulesOf(project).has('numbering/repeat'));
  assert.equal(project.catalogue.get('X.9999'), undefined);
  assert.deepEqual(project.problems, []);
  assert.equal(opened(), 0);
  // Earlier reports that are plain text are data like the draft itself.
  assert.equal(project.earlierReports.length, 1);
  assert.match(project.archiveProblems[0].message, /once you trust the workspace/);
});

test('when trust is given the files count from then on', async () => {
  const { project, opened } = await projectWith({ trusted: false });
  project.configure({ trusted: true });
  await project.refresh();
  assert.equal(project.mode, 'drafting');
  assert.ok(!rulesOf(project).has('numbering/repeat'));
  assert.equal(opened(), 1);
  assert.deepEqual(project.archiveProblems, []);
});

let editor: Editor | undefined;
const start = async (options: EditorOptions): Promise<Editor> => (editor = await Editor.start(options));
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

const REPEATED = 'numbering/repeat';

test('the server takes the word of the editor, and its change', async () => {
  const here = await start({ files: OWN, initializationOptions: { trusted: false } });
  const uri = await here.open('draft.gca.md', REPORT);
  const codes = async () => (await here.items(uri)).map(({ code }) => code);
  assert.ok((await codes()).includes(REPEATED));
  await here.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { gcaReport: { trusted: true } },
  });
  assert.ok(!(await codes()).includes(REPEATED));
});

const sample = (path: string) => readFileSync(new URL(`../../samples/${path}`, import.meta.url), 'utf8');
const earlier = { 'archive/2024.gca.md': sample('archive/2024.gca.md') };

/** Which of our files would be changed by what is offered at the words of the sample draft. */
async function offered(here: Editor, words: string): Promise<string[]> {
  const text = sample('draft-2025.gca.md');
  const uri = await here.open('draft-2025.gca.md', text);
  const before = text.slice(0, text.indexOf(words) + 1).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const actions: CodeAction[] = await here.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: await here.items(uri) },
  });
  const changed = actions.flatMap(({ edit }) => edit?.documentChanges ?? []);
  return changed.flatMap(one => ('textDocument' in one ? [one.textDocument.uri] : []));
}

test('fixes that write into .gca-report are offered where its files are read, and lead nowhere else', async () => {
  const figure = '40 CyberDrills';
  const ours = (uris: string[]) => uris.filter(uri => uri.includes('/.gca-report/'));
  assert.ok(ours(await offered(await start({ files: earlier }), figure)).length > 0);
  await editor?.stop();
  const untrusted = await start({ files: earlier, initializationOptions: { trusted: false } });
  assert.deepEqual(ours(await offered(untrusted, figure)), []);
  await editor?.stop();
  const barrier = (uri: string) => (uri.includes('/.gca-report') ? 'link' : null);
  assert.deepEqual(ours(await offered(await start({ files: earlier, barrier }), figure)), []);
});

test('a setting of the archive that leads out is told once, and not followed', async () => {
  const asked: string[] = [];
  const here = await start({
    initializationOptions: { archive: ['../elsewhere', 'old', '..\\elsewhere', 7] },
    barrier: uri => {
      asked.push(uri);
      return null;
    },
  });
  const uri = await here.open('draft.gca.md', REPORT);
  await here.items(uri);
  const told = here.notifications
    .filter(({ method }) => method === 'window/showMessage')
    .map(({ params }) => (params as { message: string }).message);
  assert.equal(told.length, 2);
  assert.match(told[0], /gcaReport\.archive: “\.\.\/elsewhere” leads out of this folder/);
  assert.ok(asked.some(one => one.endsWith('/reports/old')));
  assert.ok(!asked.some(one => one.includes('elsewhere')));
});

test('what is off in an untrusted workspace is written down where the editor shows it', () => {
  const { untrustedWorkspaces, virtualWorkspaces } = packageJson.contributes
    ? packageJson.capabilities
    : assert.fail();
  assert.equal(untrustedWorkspaces.supported, 'limited');
  assert.equal(untrustedWorkspaces.description, '%untrusted%');
  assert.match(manifestTexts.untrusted, /\.gca-report/);
  assert.equal(virtualWorkspaces, true);
  const { properties } = packageJson.contributes.configuration;
  for (const name of untrustedWorkspaces.restrictedConfigurations) assert.ok(name in properties, name);
  // Whatever decides what is checked, or which files are read.
  for (const name of ['mode', 'profile', 'year', 'archive', 'detect'])
    assert.ok(untrustedWorkspaces.restrictedConfigurations.includes(`gcaReport.${name}`), name);
});
