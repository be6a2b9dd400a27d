import { type Position, Range, Selection, type TextEditor, window } from 'vscode';
import type { EditAnswer, WireRange } from '../../server/lsp/protocol.ts';
import { LANGUAGE } from '../settings.ts';

export const rangeOf = ({ start, end }: WireRange): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** The report that commands are about: the active one, else one that can be seen. */
export const activeReport = (): TextEditor | undefined =>
  [window.activeTextEditor, ...window.visibleTextEditors].find(
    editor => editor?.document.languageId === LANGUAGE,
  );

/** Where a command is to act: at the place that a view names, else at the caret. */
export interface Target {
  readonly editor: TextEditor;
  readonly at: Position;
}

/**
 * Makes the edits of an answer, as one step to undo, and selects what comes next. Edits for another version of the
 * text than the one at hand are dropped: they would land elsewhere.
 *
 * @returns whether anything was done
 */
export async function apply(editor: TextEditor, answer: EditAnswer | null): Promise<boolean> {
  if (!answer || answer.version !== editor.document.version) return false;
  const done = await editor.edit(edit => {
    for (const { range, newText } of answer.edits) edit.replace(rangeOf(range), newText);
  });
  if (done && answer.selection) {
    const { start, end } = rangeOf(answer.selection);
    editor.selection = new Selection(start, end);
    editor.revealRange(editor.selection);
  }
  return done;
}
