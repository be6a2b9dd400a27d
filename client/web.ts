import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type ExtensionApi } from './extension.ts';

/** What this file needs of the Worker that browsers have; the project is checked without the types of the DOM. */
declare const Worker: new (script: string) => object;

/** The browser's host: the server is a Worker. */
export function activate(context: ExtensionContext): ExtensionApi {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  // A client is made when the server is to start, so that its Worker starts then. A function that makes one is no
  // use: the client would not know what it gives for a Worker, since this host puts a class of its own there.
  return activateWith(
    context,
    (id, name, options) => new LanguageClient(id, name, new Worker(script), options),
  );
}
