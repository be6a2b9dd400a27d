import { commands, type Disposable, Uri } from 'vscode';

/** The page of a rule, as a person reads it; only the extension's own pages are opened. */
export const registerPages = (extensionUri: Uri): Disposable =>
  commands.registerCommand('gcaReport.openPage', async (page: unknown) => {
    if (typeof page !== 'string') return;
    const uri = Uri.parse(page);
    const pages = Uri.joinPath(extensionUri, 'docs', 'rules');
    if (!uri.path.startsWith(`${pages.path}/`) || uri.scheme !== pages.scheme) return;
    await commands.executeCommand('markdown.showPreview', uri);
  });
