import { commands, type Disposable, window } from 'vscode';
import { LANGUAGE } from '../settings.ts';

/** The Markdown preview of the active report, beside it. */
export const registerPreview = (): Disposable =>
  commands.registerCommand('gcaReport.showPreview', async () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId === LANGUAGE)
      await commands.executeCommand('markdown.showPreviewToSide', document.uri);
  });
