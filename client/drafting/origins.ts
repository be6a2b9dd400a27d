import {
  commands,
  type DecorationOptions,
  Disposable,
  l10n,
  MarkdownString,
  OverviewRulerLane,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
} from 'vscode';
import type { CompareAnswer, ComparedParagraph } from '../../server/lsp/protocol.ts';
import { sideOf } from './compare.ts';
import type { Comparison } from './comparison.ts';

type State = ComparedParagraph['state'];

const STATES: readonly State[] = ['new', 'edited', 'carried-over', 'dropped'];

/** The colour on the overview ruler; what was carried over is the usual case and has none. */
const RULER: Readonly<Partial<Record<State, string>>> = {
  new: 'editorOverviewRuler.addedForeground',
  edited: 'editorOverviewRuler.modifiedForeground',
  dropped: 'editorOverviewRuler.deletedForeground',
};

/**
 * A sign in the margin of each paragraph: new, edited, carried over, or dropped since last year. In a comparison it
 * is always there, in the draft itself for as long as it is asked for. Signs differ in shape, not in colour alone.
 */
export class Origins implements Disposable {
  readonly #comparison: Comparison;
  readonly #signs: Readonly<Record<State, TextEditorDecorationType>>;
  /** Unseen; carries what a hover says. */
  readonly #stories = window.createTextEditorDecorationType({});
  readonly #listeners: Disposable;
  #watching: Disposable | undefined;

  constructor(comparison: Comparison, extensionUri: Uri) {
    this.#comparison = comparison;
    const signs = STATES.map(state => [state, signType(state, extensionUri)] as const);
    this.#signs = Object.fromEntries(signs) as Record<State, TextEditorDecorationType>;
    this.#listeners = Disposable.from(
      this.#stories,
      ...signs.map(([, type]) => type),
      comparison.onDidChange(() => this.#drawAll()),
      window.onDidChangeVisibleTextEditors(() => this.#drawAll()),
      commands.registerCommand('gcaReport.toggleOrigins', () => this.toggle()),
    );
  }

  /** Whether the signs stand in the draft. */
  get shown(): boolean {
    return this.#watching !== undefined;
  }

  /** Shows the signs in the draft, or takes them away. */
  async toggle(): Promise<void> {
    if (this.#watching) {
      this.#watching.dispose();
      this.#watching = undefined;
      this.#drawAll();
      return;
    }
    this.#watching = this.#comparison.watch();
    if (!(await this.#comparison.refresh()))
      window.setStatusBarMessage(l10n.t('There is no earlier report to compare with'), 4000);
  }

  dispose(): void {
    this.#watching?.dispose();
    this.#listeners.dispose();
  }

  #drawAll(): void {
    for (const editor of window.visibleTextEditors) this.#draw(editor);
  }

  #draw(editor: TextEditor): void {
    const { answer } = this.#comparison;
    const side = sideOf(editor.document.uri);
    const isDraft = answer?.uri === editor.document.uri.toString();
    if (!side && !isDraft) return;
    const places = !answer ? [] : side ? placesBeside(answer, side) : this.shown ? placesInDraft(answer) : [];
    const lines = places.map(({ paragraph, line }) => ({
      paragraph,
      range: editor.document.lineAt(Math.min(line, editor.document.lineCount - 1)).range,
    }));
    for (const state of STATES) {
      // At the line's first character alone: a sign behind a whole line stands on each of the rows it wraps to.
      const signs = lines
        .filter(({ paragraph }) => paragraph.state === state)
        .map(({ range: { start } }) => new Range(start, start));
      editor.setDecorations(this.#signs[state], signs);
    }
    const year = answer?.earlier.year ?? null;
    const stories = lines.map(
      ({ paragraph, range }): DecorationOptions => ({ range, hoverMessage: story(paragraph, year) }),
    );
    editor.setDecorations(this.#stories, stories);
  }
}

interface Place {
  readonly paragraph: ComparedParagraph;
  readonly line: number;
}

/** Where the paragraphs of one side begin in a comparison; what a side has not, it has no sign for. */
const placesBeside = ({ paragraphs }: CompareAnswer, side: 'earlier' | 'draft'): Place[] =>
  paragraphs
    .filter(({ state }) => state !== (side === 'earlier' ? 'new' : 'dropped'))
    .map(paragraph => ({ paragraph, line: paragraph.line }));

const placesInDraft = ({ paragraphs }: CompareAnswer): Place[] =>
  paragraphs.flatMap(paragraph => (paragraph.range ? [{ paragraph, line: paragraph.range.start.line }] : []));

/** What became of a paragraph, in a sentence, and the words that it had. */
function story(
  { state, earlierPlace, earlierText, moved }: ComparedParagraph,
  year: number | null,
): MarkdownString {
  const from = [year, earlierPlace].filter(Boolean).join(', ');
  const told: Readonly<Record<State, string>> = {
    new: l10n.t('New: last year’s report has nothing like it.'),
    edited: moved ? l10n.t('Edited, and moved from {0}.', from) : l10n.t('Edited. In {0} it read:', from),
    'carried-over': moved
      ? l10n.t('Moved from {0}, in the same words.', from)
      : l10n.t('Carried over from {0} in the same words.', from),
    dropped: l10n.t('Dropped: it stood in {0}.', from),
  };
  // Words of a document, whatever they look like: no Markdown.
  const hover = new MarkdownString().appendText(told[state]);
  return state === 'edited' && earlierText ? hover.appendText(`\n\n${earlierText}`) : hover;
}

function signType(state: State, extensionUri: Uri): TextEditorDecorationType {
  const colour = RULER[state];
  return window.createTextEditorDecorationType({
    gutterIconPath: Uri.joinPath(extensionUri, 'images', 'origins', `${state}.svg`),
    gutterIconSize: 'contain',
    ...(colour && {
      overviewRulerColor: new ThemeColor(colour),
      overviewRulerLane: OverviewRulerLane.Left,
    }),
  });
}
