import { type ExtensionContext, Uri } from 'vscode';
import { activateWith, type ExtensionApi } from './extension.ts';

/** What this file needs of the Worker that browsers have; the project is checked without the types of the DOM. */
declare const Worker: new (script: string) => object;

/** The browser's host: the server is a Worker. */
export function activate(context: ExtensionContext): ExtensionApi {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  return activateWith(context, async (id, name, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    // The Worker starts here. A function that makes one is no use: the client would not know what it gives for a
    // Worker, since this host puts a class of its own there.
    return new LanguageClient(id, name, new Worker(script), options);
  });
}
