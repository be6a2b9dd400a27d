import { commands, Disposable } from 'vscode';
import type { ReportServer } from './server.ts';

/** Set while the workspace has no earlier report: the view Drafting Progress then says what to do about it. */
const KEY = 'gcaReport.noArchive';

/** How long after the archive was read again it is asked for: files come in bursts. */
const PAUSE = 250;

/** Keeps the editor informed of whether there are earlier reports. */
export function watchArchive(server: ReportServer): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    if (!server.started) return;
    const archive = await server.archive();
    await commands.executeCommand('setContext', KEY, archive.length === 0);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look().catch(() => {}), PAUSE);
  };
  return Disposable.from(server.onDidRefresh(later), new Disposable(() => clearTimeout(timer)));
}
