import {
  commands,
  type Disposable,
  EventEmitter,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ReportServer } from '../server.ts';
import { activeReport } from './edits.ts';

const SCHEME = 'gca-report-compare';

/** The two sides of a comparison as documents that no file stands behind: aligned by paragraph, not by line. */
class Sides implements TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;

  set(uri: Uri, text: string): void {
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }
}

/** The command *Compare with Last Year*: VS Code's own diff editor over the two aligned texts. */
export function registerCompare(server: ReportServer): Disposable[] {
  const sides = new Sides();
  return [
    workspace.registerTextDocumentContentProvider(SCHEME, sides),
    commands.registerCommand('gcaReport.compare', async () => {
      const editor = activeReport();
      const compared = editor && (await server.compare(editor.document.uri));
      if (!editor || !compared) {
        window.showInformationMessage(
          'There is no earlier report to compare with. Put one into the folder archive.',
        );
        return;
      }
      const name = editor.document.uri.path.split('/').at(-1) ?? 'draft';
      const left = Uri.from({ scheme: SCHEME, path: `/${compared.earlier.path}`, query: 'earlier' });
      const right = Uri.from({ scheme: SCHEME, path: `/${name}`, query: 'draft' });
      sides.set(left, compared.left);
      sides.set(right, compared.right);
      await commands.executeCommand(
        'vscode.diff',
        left,
        right,
        `${compared.earlier.year ?? 'Earlier'} ↔ ${name}`,
      );
      const silent = compared.pillars.filter(pillar => pillar.silent).map(pillar => pillar.title);
      if (silent.length > 0)
        window.showWarningMessage(`The draft says nothing of its own on: ${silent.join(', ')}.`);
    }),
  ];
}
