import type { ExtensionContext } from 'vscode';
import { activateWith, type ExtensionApi } from './extension.ts';

/** The desktop and remote hosts: the server is a Node process of its own, spoken to over IPC. */
export function activate(context: ExtensionContext): ExtensionApi {
  const module = context.asAbsolutePath('dist/server.js');
  return activateWith(context, async (id, name, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    return new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options);
  });
}
