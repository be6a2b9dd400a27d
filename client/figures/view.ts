import {
  type CancellationToken,
  commands,
  Disposable,
  env,
  l10n,
  Position,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  type WebviewView,
  type WebviewViewProvider,
  window,
} from 'vscode';
import type { FigureSeries, FiguresAnswer } from '../../server/lsp/protocol.ts';
import type { CurrentReport } from '../drafting/current.ts';
import { changedMeanwhile, hint, openFirst } from '../hints.ts';
import type { ReportServer } from '../server.ts';
import { figuresCsv } from './csv.ts';
import { type FromView, fromViewMessage, type ToView } from './messages.ts';
import { figuresPage, makeNonce } from './page.ts';
import { figureWords } from './words.ts';

const VIEW = 'gcaReport.figures';

/** How long the view waits after an edit before it asks again: it is read, not typed in. */
const PAUSE = 250;

/** The Figures view and the commands on figures. */
export function registerFigures(server: ReportServer, current: CurrentReport, view: FiguresView): Disposable {
  return Disposable.from(
    view,
    window.registerWebviewViewProvider(VIEW, view),
    commands.registerCommand('gcaReport.showFigures', () => commands.executeCommand(`${VIEW}.focus`)),
    commands.registerCommand('gcaReport.nextStaleFigure', () => nextStale(server, current)),
    commands.registerCommand('gcaReport.confirmFigure', () => confirm(server, current)),
    commands.registerCommand('gcaReport.copyFigures', () => view.copyAll()),
  );
}

export class FiguresView implements WebviewViewProvider {
  readonly #server: ReportServer;
  readonly #current: CurrentReport;
  readonly #extensionUri: Uri;
  readonly #listeners: Disposable[] = [];
  #view: WebviewView | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #series: readonly FigureSeries[] = [];
  #ready = false;

  constructor(server: ReportServer, current: CurrentReport, extensionUri: Uri) {
    this.#server = server;
    this.#current = current;
    this.#extensionUri = extensionUri;
    this.#listeners.push(
      current.onDidChange(() => this.#later()),
      server.onDidChangeStatus(() => this.#later()),
      server.onDidRefresh(() => this.#later()),
    );
  }

  /** The series that the view shows now. */
  get series(): readonly FigureSeries[] {
    return this.#series;
  }

  /** Whether the page of the view is there and its script runs. */
  get ready(): boolean {
    return this.#ready;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.dispose();
  }

  resolveWebviewView(view: WebviewView, _context: unknown, _token: CancellationToken): void {
    this.#view = view;
    const dist = Uri.joinPath(this.#extensionUri, 'dist');
    view.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    view.webview.onDidReceiveMessage((message: unknown) => {
      const read = fromViewMessage(message);
      if (read) void this.#receive(read);
    });
    view.onDidChangeVisibility(() => this.#later());
    view.onDidDispose(() => {
      this.#view = undefined;
      this.#ready = false;
    });
    const script = view.webview.asWebviewUri(Uri.joinPath(dist, 'figures.js')).toString();
    view.webview.html = figuresPage(script, makeNonce(), {
      language: env.language,
      title: l10n.t('Figures'),
      empty: l10n.t('Open a report to see its figures.'),
    });
    // What the page cannot show yet it asks for when it is ready; commands need the figures before that.
    void this.#refresh();
  }

  #later(): void {
    if (!this.#view?.visible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), PAUSE);
  }

  async #refresh(): Promise<void> {
    if (!this.#view?.visible) return;
    const answer = await figuresOf(this.#server, this.#current);
    this.#series = answer?.series ?? [];
    const problem = problemWith(answer);
    const stale = this.#series.filter(one => one.stale).length;
    const message: ToView = {
      kind: 'figures',
      series: this.#series,
      summary: l10n.t('{0} figures through the years; {1} look stale.', this.#series.length, stale),
      words: figureWords(),
      problem,
    };
    await this.#view?.webview.postMessage(message);
  }

  async #receive(message: FromView): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#ready = true;
        return this.#refresh();
      case 'next':
        return nextStale(this.#server, this.#current);
      case 'copy':
        // What the page shows, whatever has become of the report since.
        return this.#copy(this.#series.filter(one => message.role === '' || one.role === message.role));
      case 'open':
        return this.#open(message);
    }
  }

  /** Only places that the server named are opened; where the report is on the screen already, there. */
  async #open(place: Extract<FromView, { kind: 'open' }>): Promise<void> {
    if (!this.#series.some(one => one.points.some(point => point.uri === place.uri))) return;
    const uri = Uri.parse(place.uri);
    const selection = new Range(place.line, place.character, place.endLine, place.endCharacter);
    const shown = window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
    await window.showTextDocument(uri, { selection, viewColumn: shown?.viewColumn });
  }

  /** Copies the figures of the report that is worked on now: the view may have been hidden for long. */
  async copyAll(): Promise<void> {
    const answer = await figuresOf(this.#server, this.#current);
    const problem = problemWith(answer);
    if (problem) void window.showInformationMessage(problem);
    else if (answer) await this.#copy(answer.series);
  }

  /** Copies series as a table. */
  async #copy(series: readonly FigureSeries[]): Promise<void> {
    if (series.length === 0) return;
    await env.clipboard.writeText(figuresCsv(series, figureWords()));
    const said = l10n.t('{0} figures copied', series.length);
    window.setStatusBarMessage(said, 3000);
    const message: ToView = { kind: 'said', text: said };
    await this.#view?.webview.postMessage(message);
  }
}

/** Why there are no figures, in a sentence. */
function problemWith(answer: FiguresAnswer | null): string | undefined {
  if (!answer) return l10n.t('Open a report to see its figures.');
  return answer.series.length === 0 ? l10n.t('This report has no figures yet.') : undefined;
}

async function figuresOf(server: ReportServer, { document }: CurrentReport): Promise<FiguresAnswer | null> {
  return document ? server.figures(document.uri) : null;
}

/** Puts the caret on the next figure that looks stale, from the caret on and round. */
async function nextStale(server: ReportServer, current: CurrentReport): Promise<void> {
  const editor = await current.editor();
  if (!editor) return openFirst();
  const answer = await server.figures(editor.document.uri);
  if (!answer) return changedMeanwhile();
  const places = answer.series
    .filter(one => one.stale)
    .flatMap(one => one.points.filter(point => point.uri === answer.uri))
    .map(
      ({ range }) => new Range(range.start.line, range.start.character, range.end.line, range.end.character),
    )
    .sort((a, b) => a.start.compareTo(b.start));
  if (places.length === 0) return hint(l10n.t('No figure looks stale'));
  const next = places.find(place => place.start.isAfter(editor.selection.active)) ?? places[0];
  const shown = await window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
  shown.selection = new Selection(next.end, next.start);
  shown.revealRange(next, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Records in the text that the figure under the caret was looked at for this report's year. */
async function confirm(server: ReportServer, current: CurrentReport): Promise<void> {
  const editor = await current.editor();
  if (!editor) return openFirst();
  const { document, selection } = editor;
  const { version } = document;
  const answer = await server.confirmation(document.uri, selection.active);
  if (!answer && document.version === version) return hint(l10n.t('Put the caret on a figure to confirm it'));
  // A line of another version is another line.
  if (answer?.version !== document.version) return changedMeanwhile();
  const done = await editor.edit(edit => edit.insert(new Position(answer.line, 0), answer.text));
  if (!done) changedMeanwhile();
}
