import {
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import packageJson from '../../package.json' with { type: 'json' };
import type { ProjectSettings } from '../analysis/project.ts';
import { type Language, languageOf } from '../messages/languages.ts';
import { speak, type Translations, t } from '../messages/translate.ts';
import { builtinProfiles } from '../profiles/builtin.ts';
import { isSessionYear } from '../report/council.ts';
import { MODES } from '../rules/rule.ts';
import { insidePath, leadsOut } from '../workspace/inside.ts';
import { actions } from './actions.ts';
import { clientAssets, clientWorkspace } from './client-files.ts';
import { dataProblems } from './data-problems.ts';
import { diagnostics } from './diagnostics.ts';
import { Documents } from './documents.ts';
import { draftingRequests } from './drafting.ts';
import { editingRequests, formatting, onTypeNumbering, rename } from './editing.ts';
import type { ClientSupport, Feature } from './feature.ts';
import { codeLens, figuresView, inlayHints } from './figures.ts';
import { fileChanges } from './file-changes.ts';
import { health } from './health.ts';
import {
  completion,
  definition,
  highlight,
  hover,
  links,
  references,
  semanticTokens,
  workspaceSymbols,
} from './identifiers.ts';
import { lookUps } from './look-up.ts';
import { newReports } from './new-report.ts';
import { type InitializationOptions, listProfiles } from './protocol.ts';
import { type Host, Session } from './session.ts';
import { folding, selection, symbols } from './structure.ts';
import { wordDocuments } from './word.ts';
import { workspaceDiagnostics } from './workspace-diagnostics.ts';

/** Every feature of the server; each announces and answers for itself. */
const FEATURES: readonly Feature[] = [
  fileChanges,
  diagnostics,
  workspaceDiagnostics,
  dataProblems,
  symbols,
  folding,
  selection,
  actions,
  hover,
  completion,
  links,
  definition,
  references,
  highlight,
  workspaceSymbols,
  semanticTokens,
  inlayHints,
  codeLens,
  figuresView,
  wordDocuments,
  draftingRequests,
  newReports,
  lookUps,
  health,
  formatting,
  onTypeNumbering,
  rename,
  editingRequests,
];

/** What a platform may give: what it leaves out, the client has, or nobody. */
export interface Platform extends Omit<Partial<Host>, 'word'> {
  /** The translations that are installed with the program; a Worker has those that its client gives. */
  readonly translations?: (language: Language) => Promise<Translations>;
  readonly workspaceFor: Host['workspaceFor'];
  /** Loads what reads and writes Word documents from where the extension is installed, as the client says. */
  readonly word?: (extensionUri: string | undefined) => ReturnType<Host['word']>;
}

/**
 * Serves a connection until it closes.
 *
 * @param host what the platform gives: its own files, used where the client does not answer for them; a Worker has
 *   no data files, which the client then reads from where the extension is installed
 */
export function serve(connection: Connection, host: Platform): void {
  const documents = new Documents();
  let session: Session | undefined;
  let client: ClientSupport | undefined;
  let watchesFolders = false;
  connection.onInitialize(async params => {
    await speakLike(params, host);
    const support = supportOf(params);
    client = support;
    watchesFolders = params.capabilities.workspace?.workspaceFolders === true;
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    session = new Session(connection, documents, {
      pages: options.extensionUri ? options.extensionUri.replace(/\/$/, '') : host.pages,
      workspaceFor: options.clientFiles ? folder => clientWorkspace(connection, folder) : host.workspaceFor,
      assets: host.assets ?? clientAssets(connection, options.extensionUri),
      word: async () => {
        if (!host.word) throw new Error('this platform has no reader for them');
        return host.word(options.extensionUri);
      },
      runtime: host.runtime,
    });
    session.setSettings(settingsFrom(options, session));
    session.inlayHints = hintsFrom(options);
    session.quotes = quotesFrom(options);
    documents.listen(connection);
    for (const feature of FEATURES) feature.register(session, support);
    for (const uri of foldersOf(params)) session.addFolder(uri);
    connection.onRequest(listProfiles.method, () => profilesOf(session));
    return {
      capabilities: capabilitiesFor(support),
      serverInfo: { name: packageJson.name, version: packageJson.version },
    };
  });
  connection.onInitialized(() => {
    if (!session || !client) return;
    const here = session;
    for (const feature of FEATURES) feature.start?.(here, client);
    if (!watchesFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders?.(({ added, removed }) => {
      for (const { uri } of removed) here.removeFolder(uri);
      for (const { uri } of added) here.addFolder(uri);
      void here.refresh();
    });
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    const ours = (settings as { gcaReport?: unknown } | null)?.gcaReport;
    // Some editors tell of settings that are none of ours: what was given at the start stays as it is.
    if (typeof ours !== 'object' || ours === null) return;
    const given = ours as InitializationOptions;
    if (session) session.inlayHints = hintsFrom(given);
    if (session) session.quotes = quotesFrom(given);
    void session?.configure(settingsFrom(given, session));
  });
  connection.listen();
}

/** The server speaks its client's language from the first answer on; English where there are no translations. */
async function speakLike({ locale, initializationOptions }: InitializeParams, host: Platform): Promise<void> {
  const given = (initializationOptions ?? {}) as InitializationOptions;
  const language = languageOf(given.locale ?? locale);
  try {
    speak(given.translations ?? (await host.translations?.(language)) ?? {}, language);
  } catch {
    // A translation that cannot be read is no reason not to check: English is always there.
    speak({});
  }
}

function capabilitiesFor(client: ClientSupport): ServerCapabilities {
  const shared: ServerCapabilities = {
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  return Object.assign(shared, ...FEATURES.map(feature => feature.capabilities(client)));
}

function supportOf({ capabilities, initializationOptions }: InitializeParams): ClientSupport {
  const { textDocument, workspace }: ClientCapabilities = capabilities;
  const tellsCaret = (initializationOptions as InitializationOptions | undefined)?.clientFiles === true;
  // Findings change without the text when an earlier report comes or the caret leaves a paragraph: an editor that
  // pulls and cannot be told to pull again would go on showing the old ones.
  const pullDiagnostics =
    textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true;
  return {
    pullDiagnostics,
    pullWorkspace: pullDiagnostics && tellsCaret,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshCodeLens: workspace?.codeLens?.refreshSupport === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    tellsCaret,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders?.length) return workspaceFolders.map(folder => folder.uri);
  return rootUri ? [rootUri] : [];
}

/** Settings come from a file that people edit: what is of the wrong kind counts as not set. */
function settingsFrom(given: InitializationOptions, session: Session): ProjectSettings {
  const { mode, profile, year, archive, trusted } = given;
  return {
    searchFolder: true,
    mode: MODES.find(known => known === mode),
    profile: typeof profile === 'string' && profile !== '' ? profile : undefined,
    year: typeof year === 'number' && isSessionYear(year) ? year : undefined,
    archive: Array.isArray(archive) ? archive.flatMap(place => placeFrom(place, session)) : undefined,
    trusted: trusted !== false,
  };
}

/** A place of the archive as the settings name it; a workspace's settings may be a stranger's. */
function placeFrom(place: unknown, session: Session): string[] {
  if (typeof place !== 'string') return [];
  const inside = insidePath(place);
  if (inside === null) session.warnOnce(`gcaReport.archive: ${leadsOut(place)}`);
  return inside === null ? [] : [inside];
}

const hintsFrom = ({ inlayHints }: InitializationOptions) =>
  inlayHints === 'all' || inlayHints === 'off' ? inlayHints : 'stale';

const quotesFrom = ({ quotes }: InitializationOptions) =>
  quotes === 'curly' || quotes === 'straight' ? quotes : 'keep';

function profilesOf(session: Session | undefined) {
  const profiles = session?.projects[0]?.project.knownProfiles ?? builtinProfiles;
  return profiles.map(profile => ({ id: profile.id, title: t(profile.title) }));
}
