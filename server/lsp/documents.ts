import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type LineEnd, lineEndOf, withLf } from '../text/line-ends.ts';

/** An open document at one version. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  /** As the editor counts; editors have been seen to repeat one, and every opening begins anew. */
  readonly version: number;
  /** What was heard of documents so far, counted: one number, one text. */
  readonly revision: number;
  /** Every line ends with LF here, whatever the editor ends them with: places are told by line and character. */
  readonly text: string;
  /** What the editor ends lines with. */
  readonly lineEnd: LineEnd;
  /** The line on which something was last typed and whose paragraph may still be unfinished; null for none. */
  readonly editingLine: number | null;
}

interface Held {
  revision: number;
  /** As the editor has it. */
  document: TextDocument;
  text: string;
  editingLine: number | null;
}

/** The open documents, kept by incremental changes; the last place of typing is remembered. */
export class Documents {
  private readonly held = new Map<string, Held>();
  private revisions = 0;
  private readonly opened: ((document: OpenDocument) => void)[] = [];
  private readonly changed: ((document: OpenDocument) => void)[] = [];
  private readonly saved: ((uri: string) => void)[] = [];
  private readonly closed: ((uri: string) => void)[] = [];

  listen(connection: Connection): void {
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      this.held.set(uri, {
        revision: ++this.revisions,
        document: TextDocument.create(uri, languageId, version, text),
        text: withLf(text),
        editingLine: null,
      });
      this.emit(this.opened, uri);
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      const held = this.held.get(textDocument.uri);
      if (!held || contentChanges.length === 0) return;
      held.document = TextDocument.update(
        held.document,
        contentChanges,
        textDocument.version ?? held.document.version + 1,
      );
      held.revision = ++this.revisions;
      held.text = withLf(held.document.getText());
      held.editingLine = lineOf(contentChanges);
      this.emit(this.changed, textDocument.uri);
    });
    connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
      this.settle(uri);
      for (const listener of this.saved) listener(uri);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.held.delete(uri);
      for (const listener of this.closed) listener(uri);
    });
  }

  onOpen(listener: (document: OpenDocument) => void): void {
    this.opened.push(listener);
  }

  onChange(listener: (document: OpenDocument) => void): void {
    this.changed.push(listener);
  }

  /** A saved document is finished work: nobody is typing in it. */
  onSave(listener: (uri: string) => void): void {
    this.saved.push(listener);
  }

  onClose(listener: (uri: string) => void): void {
    this.closed.push(listener);
  }

  private emit(listeners: readonly ((document: OpenDocument) => void)[], uri: string): void {
    const document = this.get(uri);
    if (document) for (const listener of listeners) listener(document);
  }

  get(uri: string): OpenDocument | undefined {
    const held = this.held.get(uri);
    if (!held) return undefined;
    const { document, revision, text, editingLine } = held;
    return {
      uri,
      languageId: document.languageId,
      version: document.version,
      revision,
      text,
      get lineEnd() {
        return lineEndOf(document.getText());
      },
      editingLine,
    };
  }

  all(): OpenDocument[] {
    return [...this.held.keys()].flatMap(uri => this.get(uri) ?? []);
  }

  /** Says that nobody is typing in a document any more. */
  settle(uri: string): void {
    const held = this.held.get(uri);
    if (held) held.editingLine = null;
  }
}

/** Typing is one small change; a paste of many lines, an undo of many places or a new text is finished work. */
function lineOf(changes: readonly TextDocumentContentChangeEvent[]): number | null {
  if (changes.length !== 1) return null;
  const [change] = changes;
  if (!('range' in change) || change.text.length > 200) return null;
  return change.range.start.line + (change.text.match(/\n/g)?.length ?? 0);
}
