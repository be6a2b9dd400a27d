import {
  commands,
  type Disposable,
  type ExtensionContext,
  env,
  l10n,
  version,
  window,
  workspace,
} from 'vscode';
import type { HealthAnswer } from '../server/lsp/protocol.ts';
import { reportText } from './report-text.ts';
import type { ReportServer } from './server.ts';
import { detectSetting, serverSettings } from './settings.ts';

/** How long the server may take to answer: one that hangs is what a report may be about. */
const PATIENCE_MS = 3000;

/** There on a computer, and not in a browser. */
declare const process: { readonly platform: string } | undefined;

/** *Copy Diagnostics Report*: what maintainers ask for when something goes wrong, without anybody's text. */
export const registerReport = ({ extension }: ExtensionContext, server: ReportServer): Disposable =>
  commands.registerCommand('gcaReport.copyReport', async () => {
    const text = reportText({
      extension: String(extension.packageJSON.version),
      editor: version,
      host: env.appHost,
      remote: env.remoteName ?? null,
      platform: typeof process === 'undefined' ? 'browser' : process.platform,
      language: env.language,
      trusted: workspace.isTrusted,
      schemes: (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
      settings: { ...serverSettings(), detect: detectSetting() },
      server: server.condition,
      health: await healthOf(server),
    });
    await env.clipboard.writeText(text);
    void window.showInformationMessage(
      l10n.t(
        'The diagnostics report is on the clipboard. It holds versions, settings, times and counts; no text and no names of files.',
      ),
    );
  });

async function healthOf(server: ReportServer): Promise<HealthAnswer | string> {
  if (!server.started) return 'nothing: it is not started';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>(resolve => {
    timer = setTimeout(resolve, PATIENCE_MS, `nothing within ${PATIENCE_MS / 1000} s`);
  });
  const answer = server.health().catch(() => 'nothing: it does not run');
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  return first;
}
