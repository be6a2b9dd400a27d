import { type ExtensionContext, Uri } from 'vscode';
import { activateWith, type ExtensionApi } from './extension.ts';
import { type RunningWorker, transportsTo } from './worker.ts';

/** What this file needs of the Worker that browsers have; the project is checked without the types of the DOM. */
declare const Worker: new (script: string) => RunningWorker;

/** The browser's host: the server is a Worker. */
export function activate(context: ExtensionContext): ExtensionApi {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  return activateWith(context, async (id, name, options) => {
    const library = await import('vscode-languageclient/browser');
    // A function that gives the ways to it: given a Worker, the client would not know it for one, since this host
    // puts a class of its own there, and would not notice its end.
    return new library.LanguageClient(
      id,
      name,
      async () => transportsTo(new Worker(script), library),
      options,
    );
  });
}
