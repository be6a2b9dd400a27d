import {
  Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
} from 'vscode';
import type {
  CompareAnswer,
  ComparedParagraph,
  PillarSummary,
  PillarYear,
} from '../../server/lsp/protocol.ts';
import type { Comparison } from './comparison.ts';
import { goTo, rangeOf, short } from './edits.ts';

const VIEW = 'gcaReport.pillars';

/** A row of the view: a pillar, a year of it, or a paragraph that is not as it was. */
export type PillarRow =
  | { readonly kind: 'pillar'; readonly pillar: PillarSummary }
  | { readonly kind: 'year'; readonly year: PillarYear; readonly own: boolean }
  | { readonly kind: 'paragraph'; readonly paragraph: ComparedParagraph };

/** The pillars against the last years: words, figures and Recommendations, and what became of the paragraphs. */
export class PillarsView implements TreeDataProvider<PillarRow>, Disposable {
  readonly #comparison: Comparison;
  readonly #changed = new EventEmitter<undefined>();
  readonly #listeners: Disposable;
  readonly onDidChangeTreeData = this.#changed.event;
  #watching: Disposable | undefined;

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
    const view = window.createTreeView<PillarRow>(VIEW, { treeDataProvider: this, showCollapseAll: true });
    const look = (visible: boolean) => {
      this.#watching?.dispose();
      this.#watching = visible ? comparison.watch() : undefined;
    };
    look(view.visible);
    this.#listeners = Disposable.from(
      view,
      this.#changed,
      view.onDidChangeVisibility(({ visible }) => look(visible)),
      comparison.onDidChange(() => {
        const { answer } = comparison;
        view.description = answer ? String(answer.earlier.year ?? answer.earlier.path) : undefined;
        this.#changed.fire(undefined);
      }),
    );
  }

  dispose(): void {
    this.#watching?.dispose();
    this.#listeners.dispose();
  }

  getChildren(row?: PillarRow): PillarRow[] {
    const { answer } = this.#comparison;
    if (!answer) return [];
    if (!row) return answer.pillars.map(pillar => ({ kind: 'pillar', pillar }));
    if (row.kind !== 'pillar') return [];
    const { role, years } = row.pillar;
    return [
      ...years.map((year, i): PillarRow => ({ kind: 'year', year, own: i === years.length - 1 })),
      ...answer.paragraphs
        .filter(({ role: own, state, moved }) => own === role && (state !== 'carried-over' || moved))
        .map((paragraph): PillarRow => ({ kind: 'paragraph', paragraph })),
    ];
  }

  getTreeItem(row: PillarRow): TreeItem {
    switch (row.kind) {
      case 'pillar':
        return pillarItem(row.pillar);
      case 'year':
        return yearItem(row.year, row.own);
      case 'paragraph':
        return paragraphItem(row.paragraph, this.#comparison.answer!);
    }
  }
}

/** A row's words for a screen reader, which does not say what an icon means. */
function spoken(item: TreeItem, ...more: (string | false | undefined)[]): TreeItem {
  const label = [item.label, item.description, ...more].filter(Boolean).join(', ');
  item.accessibilityInformation = { label };
  return item;
}

const holds = ({ words, figures, recommendations }: PillarYear): string =>
  l10n.t('{0} words, {1} figures, {2} Recommendations', words, figures, recommendations);

function pillarItem({ title, years, counts, silent }: PillarSummary): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
  const [before, now] = years.slice(-2);
  const change = now.words - before.words;
  const states = [
    counts.new > 0 && l10n.t('{0} new', counts.new),
    counts.edited > 0 && l10n.t('{0} edited', counts.edited),
    counts['carried-over'] > 0 && l10n.t('{0} carried over', counts['carried-over']),
    counts.dropped > 0 && l10n.t('{0} dropped', counts.dropped),
  ].filter(Boolean);
  const words = l10n.t('{0} words', `${change < 0 ? '−' : '+'}${Math.abs(change)}`);
  item.description = silent ? l10n.t('says nothing any more') : [...states, words].join(', ');
  item.tooltip = `${title}: ${item.description}`;
  if (silent) item.iconPath = new ThemeIcon('warning');
  return spoken(item);
}

function yearItem(year: PillarYear, own: boolean): TreeItem {
  const name = year.year === null ? year.path : String(year.year);
  const item = new TreeItem(own ? l10n.t('{0} (this draft)', name) : name);
  item.description = holds(year);
  item.iconPath = new ThemeIcon(own ? 'edit' : 'history');
  return spoken(item);
}

const ICONS: Readonly<Record<ComparedParagraph['state'], string>> = {
  new: 'diff-added',
  edited: 'diff-modified',
  'carried-over': 'dash',
  dropped: 'diff-removed',
};

function paragraphItem(paragraph: ComparedParagraph, { uri, earlier }: CompareAnswer): TreeItem {
  const { state, place, range, earlierPlace, earlierRange, earlierText, moved } = paragraph;
  const named: Readonly<Record<ComparedParagraph['state'], string>> = {
    new: l10n.t('new'),
    edited: l10n.t('edited'),
    'carried-over': l10n.t('carried over'),
    dropped: l10n.t('dropped'),
  };
  const draft = workspace.textDocuments.find(document => document.uri.toString() === uri);
  const words = (range && draft?.getText(rangeOf(range))) || earlierText || '';
  const item = new TreeItem(short(words.replace(/\s+/g, ' ')));
  item.description = [
    named[state],
    place ?? earlierPlace,
    moved && l10n.t('moved from {0}', earlierPlace ?? ''),
  ]
    .filter(Boolean)
    .join(', ');
  item.iconPath = new ThemeIcon(ICONS[state]);
  if (range) item.command = goTo(l10n.t('Go to it'), uri, range);
  else if (earlierRange) item.command = goTo(l10n.t('Go to it'), earlier.uri, earlierRange);
  return spoken(item);
}
