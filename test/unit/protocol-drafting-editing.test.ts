import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { CompletionList, Hover, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { EditAnswer, RefusedAnswer } from '../../server/lsp/protocol.ts';
import { applyWire, positionOf } from './support/drafting.ts';
import { Editor } from './support/editor.ts';
import { plan2023, withParagraphs, write } from './support/reports.ts';

const text = write(
  withParagraphs(plan2023(), '2', [
    { number: '2.1', text: 'The first study went on, as paragraph 2.3 below says.' },
    { number: '2.2', text: 'The second study has two parts:', items: ['a. one;', 'b. another.'] },
    { number: '2.3', text: 'The third study went on.' },
  ]),
  'markdown',
);
const sample = (path: string) => readFileSync(new URL(`../../samples/${path}`, import.meta.url), 'utf8');

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

async function open(content: string, options: object = {}, files: Record<string, string> = {}) {
  editor = await Editor.start({ files, initializationOptions: options });
  const uri = await editor.open('draft-2025.gca.md', content);
  const { connection } = editor;
  const at = (words: string, behind = false) => positionOf(content, words, behind);
  return {
    at,
    lsp: <R>(method: string, params: object = {}): Promise<R> =>
      connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params }),
    ours: <R>(method: string, params: object): Promise<R> =>
      connection.sendRequest(`gcaReport/${method}`, { uri, ...params }),
  };
}

test('rename: the number and its references; a number that is taken is refused with a reason', async () => {
  const { at, lsp } = await open(text);
  const position = at('2.3 The third');
  const prepared = await lsp<{ placeholder: string }>('prepareRename', { position });
  assert.equal(prepared.placeholder, '2.3');
  assert.equal(await lsp('prepareRename', { position: at('third study') }), null);
  const edit = await lsp<WorkspaceEdit>('rename', { position, newName: '2.4' });
  const [change] = edit.documentChanges ?? [];
  const renamed = applyWire(text, (change as { edits: TextEdit[] }).edits);
  assert.match(renamed, /as paragraph 2\.4 below says/);
  assert.match(renamed, /\n2\.4 The third/);
  await assert.rejects(lsp('rename', { position, newName: '2.1' }), /taken/);
  await assert.rejects(lsp('rename', { position, newName: 'two' }), /no number/);
  const section = await lsp<WorkspaceEdit>('rename', { position: at('2. Technical'), newName: '9' });
  const [whole] = section.documentChanges ?? [];
  assert.match(
    applyWire(text, (whole as { edits: TextEdit[] }).edits),
    /## 9\. Technical[\s\S]*9\.1 The first study went on, as paragraph 9\.3/,
  );
});

/** What stands there after Enter behind some words, once the server has had its say. */
async function afterEnter(before: string, words: string): Promise<string> {
  await editor?.stop();
  const { line } = positionOf(before, words, true);
  const typed = before.replace(words, `${words}\n`);
  const { lsp } = await open(typed);
  const edits = await lsp<TextEdit[]>('onTypeFormatting', {
    position: { line: line + 1, character: 0 },
    ch: '\n',
    options: { tabSize: 2, insertSpaces: true },
  });
  return applyWire(typed, edits);
}

test('Enter behind a paragraph begins the next, behind an item the next item, behind nothing ends it', async () => {
  assert.match(
    await afterEnter(text, '2.3 below says.'),
    /as paragraph 2\.4 below says\.\n\n2\.2 \n\n2\.3 The second study/,
  );
  assert.match(
    await afterEnter(text, '2.3 The third study went on.'),
    /2\.3 The third study went on\.\n\n2\.4 \n/,
  );
  assert.match(await afterEnter(text, 'a. one;'), /a\. one;\n\nb\. \n\nc\. another\./);
  const broken = text.replace('second study', 'second\nstudy');
  assert.equal(await afterEnter(text, 'second'), broken.replace('second\nstudy', 'second\n study'));
  const begun = text.replace('b. another.', 'b. another.\n\nc. ');
  assert.equal(await afterEnter(begun, 'c. '), text.replace('b. another.', 'b. another.\n\n\n'));
});

test('moving answers with edits and the caret, or with the reason why not', async () => {
  const { at, ours } = await open(text);
  const moved = await ours<EditAnswer>('move', { ...at('third study'), part: 'paragraph', direction: 'up' });
  const after = applyWire(text, moved.edits);
  assert.match(after, /as paragraph 2\.2 below[\s\S]*2\.2 The third study went on\.\n\n2\.3 The second/);
  const { line, character } = moved.selection?.start ?? assert.fail();
  assert.ok(after.split('\n')[line].slice(character).startsWith('third study'));
  const refused = await ours<RefusedAnswer>('move', {
    ...at('Technical and'),
    part: 'section',
    direction: 'up',
  });
  assert.ok(!('refused' in refused));
  const first = await ours<RefusedAnswer>('move', { ...at('1. Legal'), part: 'section', direction: 'up' });
  assert.match(first.refused, /first/);
});

test('Format Document touches what it changes, with the quotation marks of the setting', async () => {
  const sloppy = text.replace('third study', 'third  "study"').replace('2.3 The', '2.5 The');
  const { lsp } = await open(sloppy, { quotes: 'curly' });
  const options = { tabSize: 2, insertSpaces: true };
  const edits = await lsp<TextEdit[]>('formatting', { options });
  assert.equal(applyWire(sloppy, edits), text.replace('third study', 'third “study”'));
  assert.ok(edits.length <= 2);
});

test('completion: what the profile still wants behind #, the next number, acronyms, names, last year’s sentences', async () => {
  const archive = { 'archive/2024.gca.md': sample('archive/2024.gca.md') };
  const draft = `${sample('draft-2025.gca.md').trimEnd()}\n\n## \n`;
  const { lsp } = await open(draft, {}, archive);
  const labels = async (position: object, triggerKind: 1 | 2 = 1) => {
    const found = await lsp<CompletionList | []>('completion', { position, context: { triggerKind } });
    return Array.isArray(found) ? [] : found.items.map(item => item.label);
  };
  const last = { line: draft.split('\n').length - 2, character: 3 };
  assert.deepEqual(await labels(last, 2), ['5. International Cooperation']);
  const behind = positionOf(draft, 'have taken part in them so far.', true);
  assert.deepEqual(await labels(behind, 2), []);
  const drills = positionOf(
    draft,
    'and the\nCyberDrill open to all regions in Valletta, Malta, from 28 to 31 October 2024.',
    true,
  );
  assert.ok(
    (await labels(drills)).some(label => label.startsWith('ITU has organized 42 CyberDrills')),
    String(await labels(drills)),
  );
  await editor?.stop();
  const words = text.replace('The third study went on.', 'UNO and the Global Cyb\n\n2.');
  const { lsp: ask } = await open(words);
  const at = async (position: object) =>
    (await ask<CompletionList>('completion', { position, context: { triggerKind: 1 } })).items;
  assert.ok((await at(positionOf(words, 'UNO', true))).some(({ label }) => label === 'UNODC'));
  assert.ok(
    (await at(positionOf(words, 'Global Cyb', true))).some(
      ({ label }) => label === 'Global Cybersecurity Agenda',
    ),
  );
  const number = await at(
    positionOf(words, '\n2.', true).line ? { line: positionOf(words, 'UNO').line + 2, character: 2 } : {},
  );
  assert.deepEqual(
    number.map(({ label }) => label),
    ['2.4'],
  );
});

test('hover on a mark tells where its words come from', async () => {
  const marked = text.replace(
    '2.3 The third study went on.',
    '2.3 <!-- confirm (2024, 3.1): There were 86 countries. -->',
  );
  const { at, lsp } = await open(marked, {}, { 'archive/2024.gca.md': sample('archive/2024.gca.md') });
  const hover = await lsp<Hover>('hover', { position: at('86 countries') });
  const { value } = hover.contents as { value: string };
  assert.match(value, /Still to confirm[\s\S]*2024, 3\\\.1: “There were 86 countries[\s\S]*archive/);
});
