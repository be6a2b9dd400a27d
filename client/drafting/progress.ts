import {
  Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { MarkItem, ProgressAnswer, ProgressGroup, PromiseItem } from '../../server/lsp/protocol.ts';
import type { ReportServer } from '../server.ts';
import type { CurrentReport } from './current.ts';
import { goTo, short } from './edits.ts';

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
  readonly #current: CurrentReport;
  readonly #view: TreeView<Row>;
  readonly #changed = new EventEmitter<undefined>();
  readonly #listeners: Disposable;
  readonly onDidChangeTreeData = this.#changed.event;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #answer: ProgressAnswer | null = null;

  constructor(server: ReportServer, current: CurrentReport) {
    this.#server = server;
    this.#current = current;
    this.#view = window.createTreeView<Row>(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#listeners = Disposable.from(
      this.#view,
      this.#changed,
      current.onDidChange(() => this.#later()),
      server.onDidChangeStatus(() => this.#later()),
      server.onDidRefresh(() => this.#later()),
      // A view without a report still tells where to begin.
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#later();
      }),
    );
    this.#later();
  }

  /** What the view shows now. */
  get answer(): ProgressAnswer | null {
    return this.#answer;
  }

  /** The row that a key pressed in the view is about. */
  get selected(): Row | undefined {
    return this.#view.selection[0];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), PAUSE);
  }

  /** Asks the server again and draws what it says. */
  async refresh(): Promise<void> {
    const { document } = this.#current;
    this.#answer = document ? await this.#server.progress(document.uri) : null;
    const { open = 0, total = 0 } = this.#answer ?? {};
    this.#view.description = total > 0 ? l10n.t('{0} of {1} to confirm', open, total) : undefined;
    this.#view.badge = open > 0 ? { value: open, tooltip: l10n.t('{0} to confirm', open) } : undefined;
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

/** A row with its words for a screen reader, which does not say what an icon means. */
function spoken(item: TreeItem, label = [item.label, item.description].filter(Boolean).join(', ')): TreeItem {
  item.accessibilityInformation = { label };
  return item;
}

function groupItem({ title, marks, promises }: ProgressGroup): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  const open = promises.filter(promise => promise.state === 'open').length;
  item.description = [
    marks.length > 0 && l10n.t('{0} to confirm', marks.length),
    open > 0 && l10n.t('{0} promised', open),
  ]
    .filter(Boolean)
    .join(', ');
  item.contextValue = 'group';
  return spoken(item);
}

function markItem(mark: MarkItem, uri: string): TreeItem {
  const item = new TreeItem(short(mark.text));
  item.description = mark.place;
  item.tooltip = plain(`${mark.year ?? ''} ${mark.from ?? ''}`.trim(), mark.text);
  item.iconPath = new ThemeIcon('circle-outline');
  item.contextValue = 'mark';
  item.command = goTo(l10n.t('Go to it'), uri, mark.range);
  return spoken(item, l10n.t('To confirm: {0}', `${mark.text}, ${mark.place}`));
}

/** What became of a promise, in a few words. */
function stateOf({ state }: PromiseItem): string {
  const states: Readonly<Record<PromiseItem['state'], string>> = {
    open: l10n.t('promised, and not told yet'),
    waiting: l10n.t('still to come'),
    marked: l10n.t('to confirm'),
    answered: l10n.t('told'),
    settled: l10n.t('ticked off'),
  };
  return states[state];
}

/** A look for each state; the words beside it say the same. */
const ICONS: Readonly<Record<PromiseItem['state'], string>> = {
  open: 'watch',
  waiting: 'calendar',
  marked: 'circle-outline',
  answered: 'check',
  settled: 'check',
};

function promiseItem(promise: PromiseItem, uri: string): TreeItem {
  const item = new TreeItem(short(promise.text));
  item.description = `${promise.year}, ${promise.from}: ${stateOf(promise)}`;
  item.tooltip = plain(`${promise.year}, ${promise.from}`, promise.text);
  item.iconPath = new ThemeIcon(ICONS[promise.state]);
  item.contextValue = promise.state === 'open' ? 'promise' : 'promiseSettled';
  if (promise.answer) item.command = goTo(l10n.t('Go to it'), uri, promise.answer);
  else if (promise.earlier)
    item.command = goTo(l10n.t('Go to it'), promise.earlier.uri, promise.earlier.range);
  return spoken(item, l10n.t('Promised: {0}', `${promise.text}, ${item.description}`));
}

/** Words of a document as a tooltip: text, whatever they look like. */
function plain(head: string, text: string): MarkdownString {
  const tooltip = new MarkdownString();
  tooltip.appendText(head ? `${head}: ${text}` : text);
  return tooltip;
}
