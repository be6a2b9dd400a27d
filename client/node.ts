import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type ExtensionApi } from './extension.ts';

/** The desktop and remote hosts: the server is a Node process of its own, spoken to over IPC. */
export function activate(context: ExtensionContext): ExtensionApi {
  const module = context.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.ipc };
  return activateWith(context, (id, name, options) => new LanguageClient(id, name, server, options));
}
