import { commands, Disposable, workspace } from 'vscode';
import type { ReportServer } from './server.ts';

/** Set while the workspace has no earlier report: the view Drafting Progress then says what to do about it. */
const KEY = 'gcaReport.noArchive';

/** How long after files changed the archive is asked for again. */
const PAUSE = 500;

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
  return Disposable.from(
    server.onDidChangeStatus(later),
    workspace.onDidCreateFiles(later),
    workspace.onDidDeleteFiles(later),
    workspace.onDidRenameFiles(later),
    workspace.onDidChangeWorkspaceFolders(later),
    new Disposable(() => clearTimeout(timer)),
  );
}
