import {
  commands,
  Disposable,
  l10n,
  languages,
  type Memento,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { looksLikeReport } from '../server/report/detect.ts';
import { detectSetting, isWorkedOn, LANGUAGE, SECTION } from './settings.ts';

/** What was said of a file: it is a report, or it is to be left alone. */
type Answer = 'report' | 'other';

const ANSWERS = 'gcaReport.detected';
/** Answers kept per workspace; the oldest go first. */
const MOST_ANSWERS = 500;

/**
 * Offers our language for a Markdown or text file that reads like a report: once per file, and the answer, where one
 * is given, is remembered in the workspace. Looks at a file when it is shown and when it is saved, so that a file grows
 * into a report as well. The command does it unasked.
 *
 * A Markdown file wakes the extension, a text file does not: VS Code's own input fields are plain text, so that an
 * extension that is woken by plain text is awake in every window. Text files are looked at where the extension is
 * awake anyway, which it is in a folder set up for reports.
 */
export function offerLanguage(memory: Memento): Disposable {
  const detector = new Detector(memory);
  const consider = (document: TextDocument | undefined) => {
    if (document) void detector.consider(document);
  };
  consider(window.activeTextEditor?.document);
  return Disposable.from(
    window.onDidChangeActiveTextEditor(editor => consider(editor?.document)),
    workspace.onDidSaveTextDocument(document => {
      if (document === window.activeTextEditor?.document) consider(document);
    }),
    workspace.onDidCloseTextDocument(document => detector.closed(document)),
    workspace.onDidOpenTextDocument(document => void detector.opened(document)),
    commands.registerCommand('gcaReport.checkAsReport', () => detector.switchActive()),
  );
}

class Detector {
  readonly #memory: Memento;
  /** Files that were asked about since they were opened: who closes the question is not asked at every look. */
  readonly #asked = new Set<string>();
  /** Documents that were closed in this turn, with the language that they had. */
  readonly #closed = new Map<TextDocument, string>();

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  async consider(document: TextDocument): Promise<void> {
    if (document.languageId !== 'markdown' && document.languageId !== 'plaintext') return;
    const setting = detectSetting();
    if (setting === 'never' || !isWorkedOn(document)) return;
    const file = document.uri.toString();
    const answer = this.#answers()[file];
    if (answer === 'other' || this.#asked.has(file)) return;
    if (answer === 'report') return this.#switch(document);
    if (!looksLikeReport(document.getText())) return;
    if (setting === 'always') return this.#switch(document);
    await this.#ask(document, file);
  }

  /** A document that is given another language is closed and, in the same turn, opened again; else it is gone. */
  closed(document: TextDocument): void {
    this.#closed.set(document, document.languageId);
    queueMicrotask(() => {
      if (this.#closed.delete(document)) this.#asked.delete(document.uri.toString());
    });
  }

  /** Whoever makes a report another file is not contradicted. */
  async opened(document: TextDocument): Promise<void> {
    const before = this.#closed.get(document);
    this.#closed.delete(document);
    if (before !== LANGUAGE || document.languageId === LANGUAGE) return;
    await this.#remember(document.uri.toString(), 'other');
  }

  /** Makes the file on the screen a report, now and whenever it is opened again. */
  async switchActive(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document || document.languageId === LANGUAGE || !isWorkedOn(document)) return;
    await this.#remember(document.uri.toString(), 'report');
    await this.#switch(document);
  }

  async #ask(document: TextDocument, file: string): Promise<void> {
    const check = l10n.t('Check as a Report');
    const always = l10n.t('Always');
    this.#asked.add(file);
    const choice = await window.showInformationMessage(
      l10n.t('{0} reads like a Council report on cybersecurity. Check it as one?', name(document)),
      check,
      always,
      l10n.t('Leave as It Is'),
    );
    // A question that was closed is not answered: it comes again when the file is opened again.
    if (choice === undefined) return;
    const report = choice === check || choice === always;
    await this.#remember(file, report ? 'report' : 'other');
    if (choice === always) await workspace.getConfiguration(SECTION).update('detect', 'always', true);
    if (report) await this.#switch(document);
  }

  async #switch(document: TextDocument): Promise<void> {
    if (document.isClosed) return;
    await languages.setTextDocumentLanguage(document, LANGUAGE);
  }

  #answers(): Readonly<Record<string, Answer>> {
    return this.#memory.get<Record<string, Answer>>(ANSWERS, {});
  }

  async #remember(file: string, answer: Answer): Promise<void> {
    const others = Object.entries(this.#answers()).filter(([known]) => known !== file);
    await this.#memory.update(ANSWERS, Object.fromEntries([...others, [file, answer]].slice(-MOST_ANSWERS)));
  }
}

/** A file's name without its folders. */
const name = (document: TextDocument): string =>
  document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
