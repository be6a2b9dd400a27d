import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import {
  type Analysis,
  type DocumentMemory,
  type Facts,
  newDocumentMemory,
  Project,
  type ProjectSettings,
} from '../analysis/project.ts';
import { type Assets, Catalogue } from '../catalogue/catalogue.ts';
import { INSTRUMENTS } from '../catalogue/instruments.ts';
import { progressOf } from '../drafting/marks.ts';
import type { Quotes } from '../drafting/quotes.ts';
import { t } from '../messages/translate.ts';
import type { Reading } from '../reading/reading.ts';
import type { Report } from '../report/model.ts';
import type { FileChange } from '../rules/rule.ts';
import { type WordModule, wordReader } from '../word/reader.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { type Folder, Folders } from './folders.ts';
import { Measures } from './measures.ts';
import type { ReportStatus } from './protocol.ts';
import { statusChanged } from './protocol.ts';

/** What the platform (Node, a Worker, a test) gives the server. */
export interface Host {
  /** The files of a workspace folder, or of the directory of a document that lies in none. */
  readonly workspaceFor: (folderUri: string) => Workspace;
  /** The URI under which `docs/rules` stands. */
  readonly pages?: string;
  /** The data files that ship with the program. */
  readonly assets: Assets;
  /** Loads what reads and writes Word documents; rejects where this platform has none. */
  readonly word: () => Promise<WordModule>;
  /** What the server runs on, and the memory that it has taken. */
  readonly runtime?: () => { readonly name: string; readonly memoryBytes: number };
}

/** Where an earlier report is. */
interface EarlierPlace {
  readonly uri: string;
  readonly report: Report;
}

interface Analysed {
  readonly revision: number;
  readonly state: string;
  readonly analysis: Analysis;
}

/**
 * The server's state: the open documents, a project for each folder, and one analysis for each version of a
 * document, which every feature shares.
 */
export class Session {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly host: Host;
  readonly facts: Facts;
  /** Which figures show last year's value behind them. */
  inlayHints: 'stale' | 'all' | 'off' = 'stale';
  /** Which quotation marks formatting writes. */
  quotes: Quotes = 'keep';
  /** Files that have a problem on the screen which was pushed there. */
  readonly problemsTold = new Set<string>();
  private catalogueTold = false;
  private settings: ProjectSettings = {};
  private readonly folders: Folders;
  private readonly analyses = new Map<string, Analysed>();
  private readonly memories = new Map<string, DocumentMemory>();
  private readonly statuses = new Map<string, string>();
  /** Findings name the same few reports again and again. */
  private readonly places = new WeakMap<Reading, EarlierPlace>();
  private readonly faults = new Set<string>();
  private readonly listeners: (() => void)[] = [];
  /** What is kept of the server's own work. */
  readonly measures = new Measures();

  constructor(connection: Connection, documents: Documents, host: Host) {
    this.connection = connection;
    this.documents = documents;
    this.host = host;
    this.folders = new Folders(documents, uri => this.open(uri));
    const catalogue = new Catalogue(host.assets, ({ file, message }) => this.tellCatalogue(file, message));
    this.facts = { catalogue, instruments: INSTRUMENTS, word: wordReader(() => host.word()) };
  }

  /** A damaged catalogue is told once, whatever is missing of it: the extension goes on without those titles. */
  private tellCatalogue(file: string, message: string): void {
    this.logOnce(file, message);
    if (this.catalogueTold) return;
    this.catalogueTold = true;
    this.warnOnce(t('{message} Titles and status of some Recommendations are not shown.', { message }));
  }

  /** Called when earlier reports, configuration or settings changed: every answer given before is stale. */
  onRefresh(listener: () => void): void {
    this.listeners.push(listener);
  }

  addFolder(uri: string): void {
    this.folders.add(uri);
  }

  removeFolder(uri: string): void {
    this.folders.remove(uri);
  }

  private open(uri: string): Pick<Folder, 'project' | 'ready'> {
    const project = new Project(this.host.workspaceFor(uri), uri, this.settings, this.facts, fault =>
      this.logOnce(fault.rule, fault.error),
    );
    return { project, ready: this.refreshing(project) };
  }

  private async refreshing(project: Project): Promise<void> {
    const began = performance.now();
    await this.fenced('reading the folder', undefined, () => project.refresh());
    const problems = project.problems.length + project.archiveProblems.length;
    this.connection.console.info(
      `A folder was read in ${Math.round(performance.now() - began)} ms: ${project.earlierReports.length} earlier reports, ${problems} problems.`,
    );
  }

  /** The settings that the first folders are opened with. */
  setSettings(settings: ProjectSettings): void {
    this.settings = settings;
  }

  /** Takes new settings and reads every folder again. */
  async configure(settings: ProjectSettings): Promise<void> {
    this.settings = settings;
    for (const { project } of this.folders.all) project.configure(settings);
    await this.refresh();
  }

  /** Reads the files of every folder again and tells the listeners. */
  async refresh(): Promise<void> {
    this.folders.tidy();
    const folders = this.folders.all;
    for (const folder of folders) folder.ready = folder.ready.then(() => this.refreshing(folder.project));
    await Promise.all(folders.map(folder => folder.ready));
    for (const listener of this.listeners) listener();
  }

  get projects(): readonly Folder[] {
    return this.folders.all;
  }

  /** See Folders; its files need not have been read yet. */
  folderOf(uri: string): Folder {
    return this.folders.of(uri);
  }

  folderUriOf(uri: string): string {
    return this.folders.uriOf(uri);
  }

  projectOf(uri: string): Project {
    return this.folderOf(uri).project;
  }

  /** What an answer rests on beside the text: which folder the document lies in, and how often that was read. */
  stateOf(uri: string): string {
    const { number, project } = this.folderOf(uri);
    return `${number}.${project.generation}`;
  }

  /**
   * The analysis of an open report's present version; undefined for one that is not open, and for no report. A text
   * that changes while its folder or the catalogue is read is analysed again: what is answered is of the document as
   * it is right behind the wait.
   */
  async analysisOf(uri: string): Promise<Analysis | undefined> {
    // One that is not open asks for no folder: editors ask a last time for what they have closed.
    while (this.documents.get(uri)) {
      const folder = this.folderOf(uri);
      await folder.ready;
      if (this.folderOf(uri) !== folder) continue;
      const document = this.documents.get(uri);
      if (!document) return undefined;
      const analysis = this.analysed(document);
      if (!isReport(document, analysis)) return undefined;
      await folder.project.prepare(analysis);
      if (this.known(this.documents.get(uri)) === analysis) return analysis;
    }
    return undefined;
  }

  /** As `analysisOf`, without waiting for the folder's files: for what must answer at once. */
  analysed(document: OpenDocument): Analysis {
    const known = this.known(document);
    if (known) return known;
    const { project } = this.folderOf(document.uri);
    let memory = this.memories.get(document.uri);
    if (!memory) this.memories.set(document.uri, (memory = newDocumentMemory()));
    const label = this.host.workspaceFor(this.folderOf(document.uri).uri).label(document.uri);
    const analysis = project.analyse(label, document.text, memory);
    this.analyses.set(document.uri, {
      revision: document.revision,
      state: this.stateOf(document.uri),
      analysis,
    });
    this.tellStatus(document.uri, analysis);
    return analysis;
  }

  /** The analysis of a document as it is now, where there is one. */
  private known(document: OpenDocument | undefined): Analysis | undefined {
    const known = document && this.analyses.get(document.uri);
    if (!known || known.revision !== document.revision) return undefined;
    return known.state === this.stateOf(document.uri) ? known.analysis : undefined;
  }

  /** Analyses a text that is no open document: a file of the workspace that nobody has opened. */
  async analyseClosed(uri: string, text: string): Promise<Analysis> {
    const { uri: folder, project } = this.folderOf(uri);
    const analysis = project.analyse(this.host.workspaceFor(folder).label(uri), text);
    await project.prepare(analysis);
    return analysis;
  }

  /** The analysis of a text that an open document might become: what a fix would lead to. */
  reanalysed(uri: string, text: string): Analysis {
    const { uri: folder, project } = this.folderOf(uri);
    return project.analyse(this.host.workspaceFor(folder).label(uri), text);
  }

  forget(uri: string): void {
    this.analyses.delete(uri);
    this.memories.delete(uri);
    this.statuses.delete(uri);
    this.folders.tidy();
  }

  /** URI and report of an earlier report that a finding names by its path. */
  earlier(uri: string, path: string): EarlierPlace | undefined {
    const folder = this.folderOf(uri);
    const reading = folder.project.earlierReports.find(one => one.path === path);
    if (!reading) return undefined;
    let place = this.places.get(reading);
    if (!place) {
      const at = this.host.workspaceFor(folder.uri).resolve(folder.uri, path);
      this.places.set(reading, (place = { uri: at, report: reading.report }));
    }
    return place;
  }

  /** The earlier reports of a folder and its open drafts, each with its URI. */
  readingsIn(folderUri: string): { uri: string; reading: Reading }[] {
    const workspace = this.host.workspaceFor(folderUri);
    const { project } = this.folderOf(`${folderUri}/`);
    const archived = project.earlierReports.map(reading => ({
      uri: workspace.resolve(folderUri, reading.path),
      reading,
    }));
    const open = this.documents
      .all()
      .filter(document => this.folderOf(document.uri).uri === folderUri)
      .map(document => ({ document, analysis: this.analysed(document) }))
      .filter(({ document, analysis }) => isReport(document, analysis))
      .map(({ document: { uri }, analysis: { reading } }) => ({ uri, reading }));
    return [...open, ...archived.filter(({ uri }) => !open.some(one => one.uri === uri))];
  }

  private tellStatus(uri: string, analysis: Analysis): void {
    const { report, profile, mode } = analysis;
    const status: ReportStatus = {
      uri,
      recognised: report.recognised,
      profile: profile?.profile.id ?? null,
      profileTitle: profile ? t(profile.profile.title) : null,
      year: report.year?.value ?? null,
      yearFrom: report.year?.from ?? null,
      mode,
      ...toConfirmIn(report),
    };
    const key = JSON.stringify(status);
    if (this.statuses.get(uri) === key) return;
    this.statuses.set(uri, key);
    void this.connection.sendNotification(statusChanged.method, status);
  }

  /** One bug is told once, however many keystrokes meet it. */
  logOnce(where: string, error: unknown): void {
    const message = `${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    if (this.faults.has(message)) return;
    this.faults.add(message);
    this.measures.failed(where, error);
    this.connection.console.error(message);
  }

  /**
   * Tells the user something once. A notification, not the request that the library's `window` would send: some
   * editors make that one a question that has to be answered.
   */
  warnOnce(message: string): void {
    if (this.faults.has(message)) return;
    this.faults.add(message);
    void this.connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message,
    });
  }

  /** Whether changes to the data files of a document's folder would be read, and land inside it. */
  async mayWrite(uri: string, changes: readonly FileChange[]): Promise<boolean> {
    const folder = this.folderOf(uri);
    if (!folder.project.trusted) return false;
    const workspace = this.host.workspaceFor(folder.uri);
    for (const { path } of changes)
      if (await workspace.barrier(workspace.resolve(folder.uri, path))) return false;
    return true;
  }

  /** Runs a request's work; a bug costs this one answer, is logged once, and never the server. */
  async fenced<T>(where: string, fallback: T, work: () => Promise<T> | T): Promise<T> {
    const began = performance.now();
    let failed = false;
    try {
      return await work();
    } catch (error) {
      failed = true;
      this.logOnce(where, error);
      return fallback;
    } finally {
      this.measures.took(where, performance.now() - began, failed);
    }
  }
}

/**
 * Whether a document is to be checked: a report by its language or its name, or a text that reads like one. An editor
 * that does not know our language opens every Markdown file as it opens a report.
 */
const isReport = ({ languageId, uri }: OpenDocument, { report }: Analysis): boolean =>
  languageId === LANGUAGE || /\.gca(?:\.md)?$/i.test(uri) || report.recognised;

/** The language of reports, as our client names it. */
const LANGUAGE = 'gca-report';

/** How far a draft has come; nothing for a text that never had marks. */
function toConfirmIn(report: Report): Pick<ReportStatus, 'toConfirm'> {
  const toConfirm = progressOf(report);
  return toConfirm.total > 0 ? { toConfirm } : {};
}
