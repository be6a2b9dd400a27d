import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  type Position,
  type Uri,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import * as protocol from '../server/lsp/protocol.ts';
import { followCaret } from './caret.ts';
import { EndNotice, endedBeforeAnswer, errorHandler } from './failure.ts';
import { ServedFiles } from './files.ts';
import type { ReportFacts } from './report-text.ts';
import { Restarts } from './restarts.ts';
import { LANGUAGE, SECTION, serverSettings, workedOnSchemes } from './settings.ts';

/**
 * Makes a client that is not started yet. The library behind it is read then and no earlier: whoever opens a Markdown
 * file that is no report does without.
 */
export type MakeClient = (
  id: string,
  name: string,
  options: LanguageClientOptions,
) => Promise<BaseLanguageClient>;

/** The language server as the rest of the extension sees it: started once, when first needed. */
export class ReportServer implements Disposable {
  readonly #makeClient: MakeClient;
  readonly #extensionUri: Uri;
  readonly #output: LogOutputChannel;
  readonly #files: ServedFiles;
  readonly #statuses = new Map<string, protocol.ReportStatus>();
  readonly #statusChanged = new EventEmitter<void>();
  readonly #refreshed = new EventEmitter<void>();
  readonly #listeners: Disposable[] = [];
  readonly #restarts = new Restarts();
  readonly #notice = new EndNotice();
  /** The clients whose servers ended by themselves. */
  readonly #gone = new WeakSet<BaseLanguageClient>();
  #client: Promise<BaseLanguageClient> | undefined;
  /** The client whose end was not asked for by us. */
  #current: BaseLanguageClient | undefined;
  /** How long the last start took, in milliseconds. */
  #startMs: number | null = null;
  /** Ends the pause before the next start. */
  #pause: AbortController | undefined;

  constructor(makeClient: MakeClient, extensionUri: Uri, output: LogOutputChannel) {
    this.#makeClient = makeClient;
    this.#extensionUri = extensionUri;
    this.#output = output;
    this.#files = new ServedFiles(extensionUri);
  }

  /** A document's status has changed. */
  readonly onDidChangeStatus = this.#statusChanged.event;

  /**
   * What the server answers may be another although no document has changed: it has read the earlier reports again, or
   * it is a fresh one.
   */
  readonly onDidRefresh = this.#refreshed.event;

  /** Starts the server where it is not running; failures go to the output, and a restart may mend them. */
  start(): void {
    if (this.#client) return;
    if (this.#listeners.length === 0) this.#listen();
    this.#client = this.#launch();
    this.#client.catch(error => this.#output.error('The language server did not start.', error));
  }

  /** Stops the server where it is running, and starts a fresh one. */
  async restart(): Promise<void> {
    this.#restarts.forgive();
    await this.#stop();
    this.start();
  }

  /** How the server is, seen from here. */
  get condition(): ReportFacts['server'] {
    const state = this.#current ? 'running' : this.started ? 'not running' : 'not started';
    return { state, startMs: this.#startMs, ends: this.#restarts.count };
  }

  /** How the server is, by its own word. */
  health(): Promise<protocol.HealthAnswer> {
    return this.#request(protocol.tellHealth, {});
  }

  /** Whether somebody has needed the server yet. */
  get started(): boolean {
    return this.#client !== undefined;
  }

  /** The running client; starts the server where it is not running. Rejects where it does not start. */
  ready(): Promise<BaseLanguageClient> {
    this.start();
    return this.#client!;
  }

  /** How the server took a document; undefined before it said so. */
  status(uri: Uri): protocol.ReportStatus | undefined {
    return this.#statuses.get(uri.toString());
  }

  /** The profiles that a report can be given. */
  async profiles(): Promise<readonly protocol.ProfileChoice[]> {
    return this.#request(protocol.listProfiles, {});
  }

  /** The figures of an open report through the years; null where the report is not known to the server. */
  figures(uri: Uri): Promise<protocol.FiguresAnswer | null> {
    return this.#request(protocol.listFigures, { uri: uri.toString() });
  }

  /** The comment that confirms the figure at a position, and its line; null where there is no figure. */
  confirmation(uri: Uri, { line, character }: Position): Promise<protocol.Confirmation | null> {
    return this.#request(protocol.confirmFigure, { uri: uri.toString(), line, character });
  }

  progress(uri: Uri): Promise<protocol.ProgressAnswer | null> {
    return this.#request(protocol.listProgress, { uri: uri.toString() });
  }

  settle(
    uri: Uri,
    { line, character }: Position,
    how: 'keep' | 'change' | 'drop',
  ): Promise<protocol.EditAnswer | null> {
    return this.#request(protocol.settleMark, { uri: uri.toString(), line, character, how });
  }

  settlePromise(uri: Uri, text: string): Promise<protocol.EditAnswer | null> {
    return this.#request(protocol.settlePromise, { uri: uri.toString(), text });
  }

  compare(uri: Uri): Promise<protocol.CompareAnswer | null> {
    return this.#request(protocol.compareReports, { uri: uri.toString() });
  }

  previousParagraph(uri: Uri, { line, character }: Position): Promise<protocol.EarlierParagraph | null> {
    return this.#request(protocol.previousParagraph, { uri: uri.toString(), line, character });
  }

  newReport(
    params: protocol.NewReportParams,
    token?: CancellationToken,
  ): Promise<protocol.NewReportAnswer | protocol.RefusedAnswer> {
    return this.#request(protocol.newReport, params, token);
  }

  /** The earlier reports of every workspace folder, newest first. */
  archive(): Promise<protocol.ArchivedReport[]> {
    return this.#request(protocol.listArchive, {});
  }

  /** What is known of the identifiers in a few words, judged by the day of a report where one is given. */
  lookUp(text: string, uri: Uri | undefined): Promise<string[]> {
    return this.#request(protocol.lookUp, { text, uri: uri?.toString() });
  }

  move(
    uri: Uri,
    { line, character }: Position,
    part: 'paragraph' | 'section',
    direction: 'up' | 'down',
  ): Promise<protocol.EditAnswer | protocol.RefusedAnswer> {
    return this.#request(protocol.movePart, { uri: uri.toString(), line, character, part, direction });
  }

  importWord(uri: Uri, token?: CancellationToken): Promise<protocol.WordImport> {
    this.#files.allow(uri);
    return this.#request(protocol.importWord, { uri: uri.toString() }, token);
  }

  exportWord(uri: Uri, comments: boolean, token?: CancellationToken): Promise<protocol.WordExport> {
    return this.#request(protocol.exportWord, { uri: uri.toString(), comments }, token);
  }

  showOutput(): void {
    this.#output.show();
  }

  dispose(): Promise<void> {
    for (const listener of this.#listeners) listener.dispose();
    this.#statusChanged.dispose();
    this.#refreshed.dispose();
    return this.#stop();
  }

  async #launch(): Promise<BaseLanguageClient> {
    const ended = () => this.#ended(client);
    const client = await this.#makeClient(SECTION, 'GCA Report', this.#options(ended));
    this.#current = client;
    this.#files.answer(client);
    client.onNotification(protocol.statusChanged.method, (status: protocol.ReportStatus) => {
      this.#statuses.set(status.uri, status);
      this.#statusChanged.fire();
    });
    client.onNotification(protocol.refreshed.method, () => this.#refreshed.fire());
    const began = Date.now();
    try {
      await client.start();
      this.#startMs = Date.now() - began;
      this.#output.info(`The language server started in ${this.#startMs} ms.`);
    } catch (error) {
      ended();
      throw error;
    }
    this.#refreshed.fire();
    return client;
  }

  /** The server is gone, and nobody asked for it: it is started again after a pause, with the settings of then. */
  #ended(client: BaseLanguageClient): void {
    if (this.#current !== client) return;
    this.#gone.add(client);
    this.#current = undefined;
    this.#statuses.clear();
    this.#statusChanged.fire();
    const pause = this.#restarts.next(Date.now());
    const { count } = this.#restarts;
    this.#output.error(`The language server ended by itself (${count}).`);
    this.#client =
      pause === null
        ? Promise.reject(new Error('The language server ended too often. Restart it by hand.'))
        : this.#launchAfter(pause);
    this.#client.catch(error => this.#output.error('The language server does not run.', error));
    void this.#notice.tell(pause === null ? count : null);
  }

  /** Rejects where the pause is broken off. */
  async #launchAfter(ms: number): Promise<BaseLanguageClient> {
    const pause = new AbortController();
    this.#pause = pause;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      pause.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(new Error('It was stopped.'));
      });
    });
    this.#pause = undefined;
    return this.#launch();
  }

  async #stop(): Promise<void> {
    const running = this.#client;
    const waiting = this.#pause;
    this.#client = undefined;
    this.#current = undefined;
    this.#pause = undefined;
    this.#statuses.clear();
    if (waiting) {
      waiting.abort();
      return;
    }
    try {
      const client = await running;
      await client?.dispose();
    } catch (error) {
      this.#output.warn('The language server did not stop in good order.', error);
    }
  }

  #options(ended: () => void): LanguageClientOptions {
    const initializationOptions: protocol.InitializationOptions = {
      clientFiles: true,
      extensionUri: this.#extensionUri.toString(),
      // The server speaks the editor's language; in a Worker it cannot read its translations by itself.
      translations: l10n.bundle,
      ...serverSettings(),
    };
    return {
      documentSelector: workedOnSchemes().map(scheme => ({ language: LANGUAGE, scheme })),
      initializationOptions,
      outputChannel: this.#output,
      // Words of documents come in hovers: nothing in them may run a command or be HTML.
      markdown: { isTrusted: false, supportHtml: false },
      errorHandler: errorHandler(ended),
      initializationFailedHandler: () => false,
      // Failures go to the output; what concerns the user is told by us, once (4: RevealOutputChannelOn.Never).
      revealOutputChannelOn: 4,
    };
  }

  /** Passes settings and the caret on to whichever server is running. */
  #listen(): void {
    const tellSettings = () => {
      const settings: protocol.ConfigurationChange = { gcaReport: serverSettings() };
      this.#notify('workspace/didChangeConfiguration', { settings });
    };
    this.#listeners.push(
      workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration(SECTION)) tellSettings();
      }),
      workspace.onDidGrantWorkspaceTrust(tellSettings),
      followCaret((uri, line) => this.#notify(protocol.caretMoved.method, { uri, line })),
      workspace.onDidCloseTextDocument(document => {
        if (this.#statuses.delete(document.uri.toString())) this.#statusChanged.fire();
      }),
    );
  }

  #notify(method: string, params: object): void {
    this.#client
      ?.then(client => client.sendNotification(method, params))
      .catch(error => this.#output.warn(`${method} was not sent.`, error));
  }

  async #request<P, R>(
    request: protocol.RequestName<P, R>,
    params: P,
    token?: CancellationToken,
  ): Promise<R> {
    const client = await this.ready();
    try {
      return await client.sendRequest<R>(request.method, params, token);
    } catch (error) {
      // The library would say that a connection was disposed of, which tells a drafter nothing.
      throw this.#gone.has(client) ? new Error(endedBeforeAnswer()) : error;
    }
  }
}
