import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { commonCharacters } from '../../server/text/difference.ts';
import { Editor } from './support/editor.ts';

/** What fixes write into `.gca-report`: only what they add, so that nothing is lost of what others added meanwhile. */
const sample = (path: string) => readFileSync(new URL(`../../samples/${path}`, import.meta.url), 'utf8');
const TEXT = sample('draft-2025.gca.md');

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

/** The change that is offered to a file, made to what stands in it when it is chosen. */
async function changed(path: string, words: string, then: string, now: string): Promise<string> {
  const here = (editor = await Editor.start({
    files: { 'archive/2024.gca.md': sample('archive/2024.gca.md'), [path]: then },
  }));
  const uri = await here.open('draft-2025.gca.md', TEXT);
  const position = TextDocument.create('', '', 0, TEXT).positionAt(TEXT.indexOf(words) + 1);
  const actions: CodeAction[] = await here.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: await here.items(uri) },
  });
  const edit = actions
    .flatMap(one => (one.edit?.documentChanges ?? []) as TextDocumentEdit[])
    .find(one => one.textDocument?.uri === here.uri(path));
  assert.ok(edit, `a change to ${path} is offered`);
  return TextDocument.applyEdits(TextDocument.create('', '', 0, now), edit.edits as never);
}

const entry = (n: number) => `    { "rule": "text/article", "file": "other.md", "excerpt": "${n}" }`;
/** What a baseline accepts, in short: its own entries by number, what was added by its rule. */
const accepted = (text: string): string[] =>
  JSON.parse(text).findings.map(({ rule, file, excerpt }: Record<string, string>) =>
    file === 'other.md' ? excerpt : rule,
  );
const file = (entries: readonly string[], end: string) =>
  ['{', '  "findings": [', entries.join(`,${end}`), '  ]', '}', ''].join(end);
const PATH = '.gca-report/baseline.json';

for (const [name, end] of [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
]) {
  test(`what was added between the offer and its choice stays: ${name}`, async () => {
    const then = file([entry(1), entry(2)], end);
    const alone = await changed(PATH, '40 CyberDrills', then, then);
    assert.deepEqual(accepted(alone), ['1', '2', 'figure/decreased']);
    await editor?.stop();
    const text = await changed(PATH, '40 CyberDrills', then, file([1, 2, 3, 4].map(entry), end));
    assert.deepEqual(accepted(text), ['1', '2', 'figure/decreased', '3', '4']);
    assert.ok(end === '\n' || !/(?<!\r)\n/.test(text), 'line ends are as they were');
  });
}

test('what two texts have in common ends with whole characters', () => {
  // Two that begin with the same half, and two that end with the same.
  assert.deepEqual(commonCharacters('a\u{1f600}b', 'a\u{1f601}b'), { start: 1, end: 1 });
  assert.deepEqual(commonCharacters('a\u{1f600}b', 'a\u{1fa00}b'), { start: 1, end: 1 });
  assert.deepEqual(commonCharacters('a\u{1f600}b', 'a\u{1f600}b'), { start: 4, end: 0 });
  assert.deepEqual(commonCharacters('\u{1f600}', ''), { start: 0, end: 0 });
});
