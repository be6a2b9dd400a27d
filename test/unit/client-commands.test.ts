import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { editor, Uri } from './support/vscode.ts';

const { registerCommands } = await import('../../client/commands.ts');
const { registerDrafting } = await import('../../client/drafting/commands.ts');
const { registerFigures } = await import('../../client/figures/view.ts');

/** What the commands say where they do nothing: none is silent, and none names a reason that is not the one. */

const OPEN_FIRST = 'Open a report first: this command works on the report on the screen.';
const CHANGED = 'The report was changed in the meantime. Run the command again.';

const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } };
const edit = { version: 1, edits: [{ range, newText: 'kept' }], selection: null };
const promise = { kind: 'promise', promise: { text: 'A report is to come.' }, uri: 'file:///r/a.gca.md' };
const progress = { groups: [] as unknown[] };

/** What the server answers; `meanwhile` is what happens in the editor while it does. */
let answers: Readonly<Record<string, unknown>> = {};
let meanwhile = () => {};
const server = new Proxy({} as Record<string, unknown>, {
  get: (_, name: string) =>
    name === 'status'
      ? () => ({ mode: 'review', profile: 'p25' })
      : async () => {
          meanwhile();
          return answers[name] ?? null;
        },
});

const view = { selected: undefined as unknown, refresh: async () => {}, dispose() {} };
const current = { editor: async () => editor.active };
registerCommands(server as never);
registerDrafting(server as never, current as never, view as never);
registerFigures(server as never, current as never, view as never);

const document = { uri: Uri.parse('file:///r/a.gca.md'), languageId: 'gca-report', version: 1 };
let edited = 0;

/** Runs a command with a report on the screen, and gives all that was said. */
async function said(command: string, ...given: unknown[]): Promise<string[]> {
  await editor.commands.get(`gcaReport.${command}`)?.(...given);
  return [...editor.hints, ...editor.messages.map(({ message }) => message)];
}

beforeEach(() => {
  answers = {};
  meanwhile = () => {};
  document.version = 1;
  edited = 0;
  view.selected = undefined;
  editor.hints = [];
  editor.messages = [];
  editor.active = {
    document,
    selection: { active: range.start },
    edit: async () => {
      edited++;
      return true;
    },
  } as never;
});

const ON_A_REPORT = [
  'keep',
  'change',
  'drop',
  'nextToConfirm',
  'previousParagraph',
  'insertPreviousParagraph',
  'moveParagraphUp',
  'moveSectionDown',
  'nextStaleFigure',
  'confirmFigure',
  'completeSkeleton',
];

test('without a report, what needs one asks for it', async () => {
  for (const command of ON_A_REPORT) {
    editor.active = undefined;
    editor.messages = [];
    editor.hints = [];
    assert.deepEqual(await said(command), [OPEN_FIRST], command);
  }
});

test('where there is nothing under the caret, that is said', async () => {
  assert.deepEqual(await said('keep'), ['Put the caret on something to confirm']);
  editor.hints = [];
  assert.deepEqual(await said('confirmFigure'), ['Put the caret on a figure to confirm it']);
  editor.hints = [];
  answers = { progress };
  assert.deepEqual(await said('nextToConfirm'), ['Nothing is left to confirm']);
});

test('what the server answers for another version is not done, and that is said', async () => {
  answers = {
    settle: edit,
    settlePromise: edit,
    move: edit,
    confirmation: { version: 1, line: 2, text: '<!-- x -->\n' },
  };
  meanwhile = () => void document.version++;
  const all: [string, unknown?][] = [
    ['keep'],
    ['tickPromise', promise],
    ['moveParagraphDown'],
    ['confirmFigure'],
  ];
  for (const [command, given] of all) {
    document.version = 1;
    editor.messages = [];
    assert.deepEqual(await said(command, given), [CHANGED], command);
  }
  assert.equal(edited, 0);
  // A server that has seen the change already answers nothing at all.
  answers = {};
  for (const command of ['keep', 'confirmFigure', 'nextToConfirm', 'nextStaleFigure', 'previousParagraph']) {
    editor.messages = [];
    assert.deepEqual(await said(command), [CHANGED], command);
  }
});

test('what is done is done, and nothing is said', async () => {
  answers = {
    settle: edit,
    settlePromise: edit,
    move: edit,
    confirmation: { version: 1, line: 2, text: '<!-- x -->\n' },
  };
  for (const command of ['keep', 'moveSectionUp', 'confirmFigure'])
    assert.deepEqual(await said(command), [], command);
  assert.deepEqual(await said('tickPromise', promise), []);
  assert.equal(edited, 4);
});

test('a key in the view that the row has no use for says which row has', async () => {
  view.selected = { kind: 'group' };
  assert.deepEqual(await said('keep', 'selected'), ['Choose something to confirm in Drafting Progress']);
  editor.hints = [];
  assert.deepEqual(await said('tickPromise', 'selected'), ['Choose a promise in Drafting Progress']);
  editor.hints = [];
  assert.deepEqual(await said('tickPromise', promise), ['The last report no longer has this promise']);
});

test('the mode and the profile in use are named as such', async () => {
  const named = () => editor.choices.filter(({ description }) => description?.endsWith('(in use)'));
  await said('setMode');
  assert.deepEqual(
    named().map(({ label }) => label),
    ['Review'],
  );
  answers = {
    profiles: [
      { id: 'p23', title: '2023' },
      { id: 'p25', title: '2025' },
    ],
  };
  await said('setProfile');
  assert.deepEqual(
    named().map(({ label }) => label),
    ['2025'],
  );
});
