import {
  type Command,
  type Disposable,
  EventEmitter,
  MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode';
import type {
  MarkItem,
  ProgressAnswer,
  ProgressGroup,
  PromiseItem,
  WireRange,
} from '../../server/lsp/protocol.ts';
import type { ReportServer } from '../server.ts';
import { activeReport, rangeOf } from './edits.ts';

const VIEW = 'gcaReport.progress';

/** How long the view waits after an edit before it asks again. */
const PAUSE = 300;

/** A row of the view: a section, a mark in it, or a promise of the last report. */
export type Row =
  | { readonly kind: 'group'; readonly group: ProgressGroup }
  | { readonly kind: 'mark'; readonly mark: MarkItem; readonly uri: string }
  | { readonly kind: 'promise'; readonly promise: PromiseItem; readonly uri: string };

/** What of the draft is still to confirm, section by section, with counts. */
export class ProgressView implements TreeDataProvider<Row>, Disposable {
  readonly #server: ReportServer;
  readonly #changed = new EventEmitter<undefined>();
  readonly #listeners: Disposable[];
  readonly onDidChangeTreeData = this.#changed.event;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #answer: ProgressAnswer | null = null;

  constructor(server: ReportServer) {
    this.#server = server;
    const view = window.createTreeView<Row>(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#listeners = [
      view,
      this.#changed,
      window.onDidChangeActiveTextEditor(() => this.#later()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === activeReport()?.document) this.#later();
      }),
      server.onDidChangeStatus(() => this.#later()),
      this.onDidChangeTreeData(() => {
        const { open = 0, total = 0 } = this.#answer ?? {};
        view.description = total > 0 ? `${open} of ${total} to confirm` : undefined;
        view.badge = open > 0 ? { value: open, tooltip: `${open} to confirm` } : undefined;
      }),
    ];
  }

  /** What the view shows now. */
  get answer(): ProgressAnswer | null {
    return this.#answer;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.dispose();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), PAUSE);
  }

  /** Asks the server again and draws what it says. */
  async refresh(): Promise<void> {
    const editor = activeReport();
    this.#answer = editor ? await this.#server.progress(editor.document.uri) : null;
    this.#changed.fire(undefined);
  }

  getChildren(row?: Row): Row[] {
    const answer = this.#answer;
    if (!answer) return [];
    if (!row) {
      return answer.groups
        .filter(group => group.marks.length > 0 || group.promises.length > 0)
        .map(group => ({ kind: 'group', group }));
    }
    if (row.kind !== 'group') return [];
    return [
      ...row.group.marks.map((mark): Row => ({ kind: 'mark', mark, uri: answer.uri })),
      ...row.group.promises.map((promise): Row => ({ kind: 'promise', promise, uri: answer.uri })),
    ];
  }

  getTreeItem(row: Row): TreeItem {
    switch (row.kind) {
      case 'group':
        return groupItem(row.group);
      case 'mark':
        return markItem(row.mark, row.uri);
      case 'promise':
        return promiseItem(row.promise, row.uri);
    }
  }
}

/** The command that goes to a place. */
const goTo = (uri: string, range: WireRange): Command => ({
  title: 'Go to it',
  command: 'vscode.open',
  arguments: [Uri.parse(uri), { selection: rangeOf(range) }],
});

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

function groupItem({ title, marks, promises }: ProgressGroup): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  const open = promises.filter(promise => promise.state === 'open').length;
  item.description = [marks.length > 0 && `${marks.length} to confirm`, open > 0 && `${open} promised`]
    .filter(Boolean)
    .join(', ');
  item.contextValue = 'group';
  return item;
}

function markItem(mark: MarkItem, uri: string): TreeItem {
  const item = new TreeItem(short(mark.text));
  item.description = mark.place;
  item.tooltip = plain(`${mark.year ?? ''} ${mark.from ?? ''}`.trim(), mark.text);
  item.iconPath = new ThemeIcon('circle-outline');
  item.contextValue = 'mark';
  item.command = goTo(uri, mark.range);
  return item;
}

const STATES: Readonly<Record<PromiseItem['state'], string>> = {
  open: 'promised, and not told yet',
  waiting: 'still to come',
  marked: 'to confirm',
  answered: 'told',
  settled: 'ticked off',
};

function promiseItem(promise: PromiseItem, uri: string): TreeItem {
  const item = new TreeItem(short(promise.text));
  item.description = `${promise.year}, ${promise.from}: ${STATES[promise.state]}`;
  item.tooltip = plain(`${promise.year}, ${promise.from}`, promise.text);
  item.iconPath = new ThemeIcon(promise.state === 'open' ? 'watch' : 'check');
  item.contextValue = promise.state === 'open' ? 'promise' : 'promiseSettled';
  if (promise.answer) item.command = goTo(uri, promise.answer);
  else if (promise.earlier) item.command = goTo(promise.earlier.uri, promise.earlier.range);
  return item;
}

/** Words of a document as a tooltip: text, whatever they look like. */
function plain(head: string, text: string): MarkdownString {
  const tooltip = new MarkdownString();
  tooltip.appendText(head ? `${head}: ${text}` : text);
  return tooltip;
}
