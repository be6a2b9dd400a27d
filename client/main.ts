import type { ExtensionContext } from 'vscode';
import type { ExtensionApi } from './extension.ts';

/**
 * The one bundle behind both hosts: they share all but the few lines that start the server, and a package that held
 * it twice would be a tenth larger.
 */

/** There in the browser's extension host, which is a Worker, and nowhere else. */
declare const WorkerGlobalScope: unknown;

export async function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const host =
    typeof WorkerGlobalScope === 'undefined' ? await import('./node.ts') : await import('./web.ts');
  return host.activate(context);
}
