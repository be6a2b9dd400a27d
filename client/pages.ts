import { commands, type Disposable, Uri } from 'vscode';

/** The page of a rule, as a person reads it; only the extension's own pages are opened. */
export const registerPages = (extensionUri: Uri): Disposable =>
  commands.registerCommand('gcaReport.openPage', async (page: unknown) => {
    const uri = pageUri(extensionUri, page);
    if (uri) await commands.executeCommand('markdown.showPreview', uri);
  });

/** The address of one of our pages; undefined for whatever else a command may be given. */
export function pageUri(extensionUri: Uri, page: unknown): Uri | undefined {
  if (typeof page !== 'string') return undefined;
  const name = /\/([a-z0-9-]+\.md)$/.exec(page)?.[1];
  const uri = name && Uri.joinPath(extensionUri, 'docs', 'rules', name);
  return uri && Uri.parse(page).toString() === uri.toString() ? uri : undefined;
}
