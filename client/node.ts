import { type ExtensionContext, Uri } from 'vscode';
import { SERVER_FLAGS } from './engine.ts';
import { activateWith, type ExtensionApi } from './extension.ts';

/** The desktop and remote hosts: the server is a Node process of its own, spoken to over IPC. */
export function activate(context: ExtensionContext): ExtensionApi {
  const module = context.asAbsolutePath('dist/server.js');
  return activateWith(context, async (id, name, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    // What Node has compiled is kept in the extension's own folder: the next start is a quarter faster. A Node that
    // cannot keep it takes no notice.
    const env = { NODE_COMPILE_CACHE: Uri.joinPath(context.globalStorageUri, 'compiled').fsPath };
    const server = { module, transport: TransportKind.ipc, options: { env, execArgv: SERVER_FLAGS } };
    return new LanguageClient(id, name, server, options);
  });
}
