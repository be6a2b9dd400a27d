import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import fc from 'fast-check';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { withChanges } from '../../server/commandline/fix.ts';
import { endedWith, lineEndOf, withLf } from '../../server/text/line-ends.ts';
import { commandline, Folder } from './support/commandline.ts';
import { Editor } from './support/editor.ts';

/** A period, a month and its year, a list of numbers: whatever a line break may stand in. */
const draft = readFileSync(new URL('../../samples/draft-2025.gca.md', import.meta.url), 'utf8');
const ENDS = ['\r\n', '\r'] as const;

let editor: Editor | undefined;
let folder: Folder | undefined;
afterEach(async () => {
  await editor?.stop();
  folder?.remove();
  editor = folder = undefined;
});

test('what ends the lines of a text', () => {
  assert.deepEqual(['', 'a', 'a\n', 'a\r\nb\n', 'a\rb', 'a\nb\r\n', '\r', '\r\n'].map(lineEndOf), [
    '\n',
    '\n',
    '\n',
    '\r\n',
    '\r',
    '\n',
    '\r',
    '\r\n',
  ]);
  assert.equal(withLf('a\r\nb\rc\n\r\n'), 'a\nb\nc\n\n');
  assert.equal(endedWith('a\nb\r\n', '\r\n'), 'a\r\nb\r\n');
});

for (const end of ENDS) {
  const name = JSON.stringify(end);
  test(`in the editor ${name} ends a line as LF does: the same diagnostics at the same places`, async () => {
    editor = await Editor.start();
    const lf = await editor.items(await editor.open('a/draft-2025.gca.md', draft));
    const other = await editor.items(await editor.open('b/draft-2025.gca.md', draft.replaceAll('\n', end)));
    const told = (items: typeof lf) => JSON.stringify(items).replaceAll('/b/', '/a/');
    assert.equal(told(other), told(lf));
    assert.ok(lf.length > 50);
  });

  test(`edits end their lines with ${name} where the document does`, async () => {
    editor = await Editor.start();
    const text = draft.replaceAll('\n', end);
    const uri = await editor.open('draft-2025.gca.md', text);
    const actions: CodeAction[] = await editor.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source'] },
    });
    assert.equal(actions.length, 3);
    for (const action of actions) {
      const change = action.edit?.documentChanges?.[0] as TextDocumentEdit;
      const after = TextDocument.applyEdits(
        TextDocument.create(uri, '', 1, text),
        change.edits as TextEdit[],
      );
      assert.notEqual(after, text);
      assert.equal(after.replaceAll(end, ''), after.replaceAll(/[\r\n]/g, ''), action.title);
    }
  });

  test(`on the command line ${name} changes no finding, and --fix keeps it`, async () => {
    folder = new Folder({ 'lf/draft.md': draft, 'other/draft.md': draft.replaceAll('\n', end) });
    const check = async (path: string) => {
      const { out } = await commandline(['check', path, '--format', 'json']);
      return out.replaceAll(path, 'draft.md');
    };
    assert.equal(await check('other/draft.md'), await check('lf/draft.md'));
    await commandline(['check', 'lf/draft.md', 'other/draft.md', '--fix']);
    const fixed = readFileSync('lf/draft.md', 'utf8');
    assert.notEqual(fixed, draft);
    assert.equal(readFileSync('other/draft.md', 'utf8'), fixed.replaceAll('\n', end));
  });
}

test('in a file of mixed line ends a change leaves every line end as it is that it does not touch', () => {
  const ended = fc
    .array(fc.tuple(fc.constantFrom('a', 'b', '', 'c d'), fc.constantFrom('\n', '\r\n')), {
      maxLength: 12,
    })
    .map(lines => lines.map(([words, end], i) => words + i + end).join(''));
  fc.assert(
    fc.property(ended, fc.nat(), fc.constantFrom('z', '', 'one\ntwo'), (inFile, n, words) => {
      const before = withLf(inFile);
      const lines = before.split('\n');
      const at = n % lines.length;
      const after = lines.with(at, words).join('\n');
      const changed = withChanges(inFile, before, after);
      assert.equal(withLf(changed), after);
      const ends = inFile.split(/(?<=\r\n|\r(?!\n)|\n)/);
      assert.equal(changed.startsWith(ends.slice(0, at).join('')), true);
      assert.equal(changed.endsWith(ends.slice(at + 1).join('')), true);
    }),
    { seed: 2026 },
  );
  // CR and LF that came to stand together would be one line end.
  assert.equal(withChanges('y\ra\nz', 'y\na\nz', 'y\n\nz'), 'y\r\rz');
});
