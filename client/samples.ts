import { commands, type Disposable, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import { SAMPLE_FILES } from './sample-files.ts';

/** Writes the sample workspace into a folder; what stands there under the same names is replaced. */
export async function writeSamples(extensionUri: Uri, folder: Uri): Promise<void> {
  for (const path of SAMPLE_FILES) {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'samples', path));
    await workspace.fs.writeFile(Uri.joinPath(folder, path), bytes);
  }
}

/** *Open Sample Workspace*: a draft full of mistakes and five earlier reports, in a folder of the extension's own. */
export function registerSamples({ extensionUri, globalStorageUri }: ExtensionContext): Disposable {
  return commands.registerCommand('gcaReport.openSamples', async () => {
    const folder = Uri.joinPath(globalStorageUri, 'samples');
    const wanted = await freshOrAsLeft(folder);
    if (!wanted) return;
    if (wanted === 'fresh') await writeSamples(extensionUri, folder);
    const forceNewWindow = workspace.workspaceFolders !== undefined;
    await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
  });
}

/** Samples that were worked on before are asked for; undefined where the drafter gave up. */
async function freshOrAsLeft(folder: Uri): Promise<'fresh' | 'as left' | undefined> {
  try {
    await workspace.fs.stat(Uri.joinPath(folder, SAMPLE_FILES[1]));
  } catch {
    return 'fresh';
  }
  const asLeft = { label: l10n.t('As it was left'), answer: 'as left' as const };
  const fresh = {
    label: l10n.t('Fresh'),
    description: l10n.t('what was changed in it is lost'),
    answer: 'fresh' as const,
  };
  const title = l10n.t('Open the sample workspace');
  return (await window.showQuickPick([asLeft, fresh], { title }))?.answer;
}
