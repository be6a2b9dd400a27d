import { type Command, Range, Selection, type TextEditor, Uri } from 'vscode';
import type { EditAnswer, WireRange } from '../../server/lsp/protocol.ts';

export const rangeOf = ({ start, end }: WireRange): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** The command that goes to a place. */
export const goTo = (title: string, uri: string, range: WireRange): Command => ({
  title,
  command: 'vscode.open',
  arguments: [Uri.parse(uri), { selection: rangeOf(range) }],
});

/** Words of a document for a row of a view: their beginning. */
export const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

/** What came of an answer: made, nothing to make, or made for another version of the text than the one at hand. */
export type Applied = 'done' | 'nothing' | 'stale';

/**
 * Asks for edits and makes them, as one step to undo, and selects what comes next. Edits for another version of the
 * text than the one at hand are dropped: they would land elsewhere.
 */
export async function apply(editor: TextEditor, ask: () => Promise<EditAnswer | null>): Promise<Applied> {
  const { document } = editor;
  const { version } = document;
  const answer = await ask();
  // Of a text that moved on while it was looked at, the server says nothing.
  if (!answer) return document.version === version ? 'nothing' : 'stale';
  if (answer.version !== document.version) return 'stale';
  const done = await editor.edit(edit => {
    for (const { range, newText } of answer.edits) edit.replace(rangeOf(range), newText);
  });
  if (!done) return 'stale';
  if (answer.selection) {
    const { start, end } = rangeOf(answer.selection);
    editor.selection = new Selection(start, end);
    editor.revealRange(editor.selection);
  }
  return 'done';
}
