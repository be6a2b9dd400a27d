import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  TabInputTextDiff,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { CompareAnswer } from '../../server/lsp/protocol.ts';
import { patiently } from '../patience.ts';
import type { Comparison } from './comparison.ts';
import type { CurrentReport } from './current.ts';

export const COMPARE_SCHEME = 'gca-report-compare';

/** The two sides of a comparison as documents that no file stands behind: aligned by paragraph, not by line. */
class Sides implements TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;

  set(uri: Uri, text: string): void {
    if (this.#texts.get(uri.toString()) === text) return;
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }
}

/** Which side of a comparison a document is; null for any other document. */
export function sideOf(uri: Uri): 'earlier' | 'draft' | null {
  if (uri.scheme !== COMPARE_SCHEME) return null;
  return uri.query === 'earlier' ? 'earlier' : 'draft';
}

/** A side's address: with our ending whatever the file's is, so that it is coloured as a report. */
function sideUri(path: string, side: 'earlier' | 'draft'): Uri {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.gca)?\.[^.]*$/, '');
  return Uri.from({ scheme: COMPARE_SCHEME, path: `/${name}.gca.md`, query: side });
}

/** Whether a comparison of ours is open in some tab. */
const isOpen = (): boolean =>
  window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputTextDiff && sideOf(input.modified) !== null),
  );

/**
 * The command *Compare with Last Year*: VS Code's own diff editor over the two aligned texts, kept up to date while
 * the draft is worked on. An archive that goes away meanwhile leaves the last comparison standing.
 */
export function registerCompare(current: CurrentReport, comparison: Comparison): Disposable {
  const sides = new Sides();
  let watching: Disposable | undefined;

  const fill = ({ uri, earlier, left, right }: CompareAnswer): [Uri, Uri] => {
    const pair: [Uri, Uri] = [sideUri(earlier.path, 'earlier'), sideUri(Uri.parse(uri).path, 'draft')];
    sides.set(pair[0], left);
    sides.set(pair[1], right);
    return pair;
  };

  const compare = async () => {
    const { document } = current;
    if (!document) {
      void window.showInformationMessage(l10n.t('Open the report that is to be compared.'));
      return;
    }
    const compared = await patiently(l10n.t('Comparing with last year…'), () => comparison.refresh());
    if (compared === undefined) return;
    if (compared === null) {
      void window.showInformationMessage(
        l10n.t('There is no earlier report to compare with. Put one into the folder archive.'),
      );
      return;
    }
    watching ??= comparison.watch();
    const [left, right] = fill(compared);
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    const title = `${compared.earlier.year ?? compared.earlier.path} ↔ ${name}`;
    await commands.executeCommand('vscode.diff', left, right, title);
    const silent = compared.pillars.filter(pillar => pillar.silent).map(pillar => pillar.title);
    if (silent.length > 0)
      void window.showWarningMessage(l10n.t('The draft says nothing of its own on: {0}.', silent.join(', ')));
  };

  return Disposable.from(
    workspace.registerTextDocumentContentProvider(COMPARE_SCHEME, sides),
    commands.registerCommand('gcaReport.compare', compare),
    comparison.onDidChange(() => {
      if (watching && comparison.answer) fill(comparison.answer);
    }),
    window.tabGroups.onDidChangeTabs(() => {
      if (!watching || isOpen()) return;
      watching.dispose();
      watching = undefined;
    }),
    new Disposable(() => watching?.dispose()),
  );
}
