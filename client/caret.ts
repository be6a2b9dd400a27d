import { Disposable, type TextEditor, window } from 'vscode';
import { isWorkedOn, LANGUAGE } from './settings.ts';

/** Where the caret is: a document's URI and a line, or null for a document that it has left. */
export type CaretListener = (uri: string, line: number | null) => void;

/** Tells of every change of the caret's line in a report; within a line it says nothing. */
export function followCaret(tell: CaretListener): Disposable {
  let uri: string | undefined;
  let line = -1;

  const follow = (editor: TextEditor | undefined) => {
    const ours = editor && editor.document.languageId === LANGUAGE && isWorkedOn(editor.document);
    const nextUri = ours ? editor.document.uri.toString() : undefined;
    const nextLine = ours ? editor.selection.active.line : -1;
    if (uri !== undefined && uri !== nextUri) tell(uri, null);
    if (nextUri !== undefined && (uri !== nextUri || line !== nextLine)) tell(nextUri, nextLine);
    uri = nextUri;
    line = nextLine;
  };

  follow(window.activeTextEditor);
  return Disposable.from(
    window.onDidChangeActiveTextEditor(follow),
    window.onDidChangeTextEditorSelection(event => {
      if (event.textEditor === window.activeTextEditor) follow(event.textEditor);
    }),
  );
}
