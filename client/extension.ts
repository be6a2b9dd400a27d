import { type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import { watchArchive } from './archive.ts';
import { registerCommands } from './commands.ts';
import { offerLanguage } from './detect.ts';
import { registerDrafting } from './drafting/commands.ts';
import { registerCompare } from './drafting/compare.ts';
import { Comparison } from './drafting/comparison.ts';
import { CurrentReport } from './drafting/current.ts';
import { Origins } from './drafting/origins.ts';
import { PillarsView } from './drafting/pillars.ts';
import { ProgressView } from './drafting/progress.ts';
import { FiguresView, registerFigures } from './figures/view.ts';
import { registerPages } from './pages.ts';
import { registerPreview } from './preview/command.ts';
import { reportPreview } from './preview/plugin.ts';
import { registerReport } from './report-command.ts';
import { registerSamples } from './samples.ts';
import { type MakeClient, ReportServer } from './server.ts';
import { LANGUAGE } from './settings.ts';
import { showStatus } from './status.ts';
import { registerTools } from './tools.ts';
import { showTrust } from './trust.ts';
import { registerWord } from './word.ts';

/** What the extension gives to whoever activates it: the host suite waits for the server with it. */
export interface ExtensionApi {
  readonly server: ReportServer;
  /** The Figures view: what it shows. */
  readonly figures: FiguresView;
  /** The view Drafting progress: what it shows. */
  readonly progress: ProgressView;
  /** The draft beside last year's report. */
  readonly comparison: Comparison;
  /** The view of the pillars through the years: what it shows. */
  readonly pillars: PillarsView;
  /** What VS Code's Markdown preview asks of an extension that adds to it. */
  readonly extendMarkdownIt: typeof reportPreview;
}

/**
 * Sets the extension up on either host. Being active costs next to nothing: the server starts when a report is
 * open or a workspace folder keeps a `.gca-report` folder, not before.
 *
 * @param makeClient how this host makes a language client; the server runs from its `start` on
 */
export function activateWith(context: ExtensionContext, makeClient: MakeClient): ExtensionApi {
  const output = window.createOutputChannel('GCA Report', { log: true });
  const server = new ReportServer(makeClient, context.extensionUri, output);
  const current = new CurrentReport();
  const figures = new FiguresView(server, current, context.extensionUri);
  const comparison = new Comparison(server, current);
  const progress = new ProgressView(server, current);
  const pillars = new PillarsView(comparison);
  context.subscriptions.push(
    output,
    server,
    showStatus(server),
    showTrust(),
    registerCommands(server),
    registerReport(context, server),
    registerFigures(server, current, figures),
    registerPages(context.extensionUri),
    registerWord(server),
    current,
    comparison,
    progress,
    pillars,
    new Origins(comparison, context.extensionUri),
    registerDrafting(server, current, progress),
    registerCompare(current, comparison),
    watchArchive(server),
    registerSamples(context),
    registerTools(server, current),
    registerPreview(),
    offerLanguage(context.workspaceState),
    workspace.onDidOpenTextDocument(document => {
      if (document.languageId === LANGUAGE) server.start();
    }),
    workspace.onDidChangeWorkspaceFolders(() => startForFolders(server)),
  );
  if (workspace.textDocuments.some(document => document.languageId === LANGUAGE)) server.start();
  else void startForFolders(server);
  return {
    server,
    figures,
    progress,
    comparison,
    pillars,
    extendMarkdownIt: md => reportPreview(md, l10n.t('to confirm:')),
  };
}

/** Starts the server where a workspace folder is set up for reports: its reports are checked unopened as well. */
async function startForFolders(server: ReportServer): Promise<void> {
  for (const folder of workspace.workspaceFolders ?? []) {
    try {
      await workspace.fs.stat(Uri.joinPath(folder.uri, '.gca-report'));
      server.start();
    } catch {
      // No such folder: nothing to start for.
    }
  }
}
