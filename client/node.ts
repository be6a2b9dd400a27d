import { type ExtensionContext, Uri } from 'vscode';
import { SERVER_FLAGS } from './engine.ts';
import { activateWith, type ExtensionApi } from './extension.ts';

/** The desktop and remote hosts: the server is a Node process of its own, spoken to over IPC. */
export function activate(context: ExtensionContext): ExtensionApi {
  const module = context.asAbsolutePath('dist/server.js');
  // What the engine has compiled is kept in the extension's own folder, for the next start: see server/start.ts. A server
  // that is started again, because it ended or by hand, does without: it might be what is wrong.
  let env: Record<string, string> = {
    GCA_REPORT_COMPILED: Uri.joinPath(context.globalStorageUri, 'compiled').fsPath,
  };
  return activateWith(context, async (id, name, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const server = { module, transport: TransportKind.ipc, options: { env, execArgv: SERVER_FLAGS } };
    env = {};
    return new LanguageClient(id, name, server, options);
  });
}
