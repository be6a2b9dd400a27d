import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type ExtensionApi } from './extension.ts';

/** What this file needs of the Worker that browsers have; the project is checked without the types of the DOM. */
declare const Worker: new (script: string) => object;

/** The browser's host: the server is a Worker. */
export function activate(context: ExtensionContext): ExtensionApi {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  const start = async () => new Worker(script);
  return activateWith(context, (id, name, options) => new LanguageClient(id, name, start, options));
}
