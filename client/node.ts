import { type ExtensionContext, Uri } from 'vscode';
import { activateWith, type ExtensionApi } from './extension.ts';

/**
 * Young objects get 4 MB rather than 16: what a keystroke makes and drops fits in, and with ten earlier reports the
 * process is a fifth smaller. Measured in docs/performance.md.
 */
const SERVER_FLAGS = ['--max-semi-space-size=4'];

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
