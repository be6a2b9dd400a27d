import { Disposable, EventEmitter, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { isWorkedOn, LANGUAGE } from '../settings.ts';

const isReport = (document: TextDocument | undefined): document is TextDocument =>
  document?.languageId === LANGUAGE && isWorkedOn(document);

/** The report that commands are about: the active one, else one that can be seen. */
export const activeReport = (): TextEditor | undefined =>
  [window.activeTextEditor, ...window.visibleTextEditors].find(editor => isReport(editor?.document));

/**
 * The report that the drafting views are about: the one worked on last, for as long as it is open. A comparison or
 * another file in front of it does not take it away.
 */
export class CurrentReport implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #listeners: Disposable;
  #document: TextDocument | undefined = activeReport()?.document;

  constructor() {
    this.#listeners = Disposable.from(
      this.#changed,
      window.onDidChangeActiveTextEditor(editor => {
        if (isReport(editor?.document)) this.#take(editor.document);
      }),
      // A document that is given another language is closed and opened again.
      workspace.onDidOpenTextDocument(document => {
        if (document === window.activeTextEditor?.document && isReport(document)) this.#take(document);
      }),
      workspace.onDidCloseTextDocument(document => {
        if (document === this.#document) this.#take(activeReport()?.document);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === this.#document && contentChanges.length > 0) this.#changed.fire();
      }),
    );
  }

  /** Another report, or another text of it. */
  readonly onDidChange = this.#changed.event;

  get document(): TextDocument | undefined {
    return this.#document;
  }

  /** An editor with the report in it, brought to the front where it cannot be seen. */
  async editor(): Promise<TextEditor | undefined> {
    const seen = activeReport();
    if (seen && (!this.#document || seen.document === this.#document)) return seen;
    return this.#document && window.showTextDocument(this.#document);
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #take(document: TextDocument | undefined): void {
    if (document === this.#document) return;
    this.#document = document;
    this.#changed.fire();
  }
}
