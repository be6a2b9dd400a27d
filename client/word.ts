import { commands, Disposable, l10n, type Uri, window, workspace } from 'vscode';
import { bytesOf } from '../server/text/base64.ts';
import { patiently } from './patience.ts';
import type { ReportServer } from './server.ts';
import { LANGUAGE } from './settings.ts';

const filters = () => ({ [l10n.t('Word documents')]: ['docx'] });

/** The commands that bring a report in from Word and hand it out again. */
export const registerWord = (server: ReportServer): Disposable =>
  Disposable.from(
    commands.registerCommand('gcaReport.importWord', (uri?: Uri) => importWord(server, uri)),
    commands.registerCommand('gcaReport.exportWord', (uri?: Uri) => exportWord(server, false, uri)),
    commands.registerCommand('gcaReport.exportWordWithComments', (uri?: Uri) =>
      exportWord(server, true, uri),
    ),
  );

/** Opens a Word document as a new, unsaved report in Markdown: nothing is written until the drafter saves it. */
async function importWord(server: ReportServer, given?: Uri): Promise<void> {
  const [source] = given
    ? [given]
    : ((await window.showOpenDialog({ filters: filters(), title: l10n.t('Import a Word report') })) ?? []);
  if (!source) return;
  const read = await patiently(l10n.t('Reading the Word document…'), token =>
    server.importWord(source, token),
  );
  if (!read) return;
  if ('refused' in read) {
    window.showErrorMessage(l10n.t('The Word document was not imported. {0}', read.refused));
    return;
  }
  const document = await workspace.openTextDocument({ language: LANGUAGE, content: read.text });
  await window.showTextDocument(document);
  if (read.notes.length > 0) window.showInformationMessage(read.notes.join(' '));
}

/** Writes the active report as a Word document, where the drafter says; the file comes to be whole or not at all. */
async function exportWord(server: ReportServer, comments: boolean, given?: Uri): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== LANGUAGE) {
    window.showInformationMessage(l10n.t('Open the report that is to be exported.'));
    return;
  }
  const name = document.uri.path.replace(/(?:\.gca)?\.[^./]*$/, '.docx');
  const proposed = document.isUntitled ? undefined : document.uri.with({ path: name });
  const target =
    given ??
    (await window.showSaveDialog({
      defaultUri: proposed,
      filters: filters(),
      title: l10n.t('Export to Word'),
    }));
  if (!target) return;
  const written = await patiently(l10n.t('Writing the Word document…'), token =>
    server.exportWord(document.uri, comments, token),
  );
  if (!written) return;
  if ('refused' in written) {
    window.showErrorMessage(l10n.t('The report was not exported. {0}', written.refused));
    return;
  }
  await writeWhole(target, bytesOf(written.base64));
  if (written.notes.length > 0) void window.showWarningMessage(written.notes.join(' '));
  const saved = target.path.slice(target.path.lastIndexOf('/') + 1);
  window.setStatusBarMessage(l10n.t('Exported to {0}', saved), 5000);
}

/** Writes beside the target and renames: who reads meanwhile meets the old file or the new one. */
async function writeWhole(target: Uri, bytes: Uint8Array): Promise<void> {
  const temporary = target.with({ path: `${target.path}.${Date.now().toString(36)}.part` });
  try {
    await workspace.fs.writeFile(temporary, bytes);
    await workspace.fs.rename(temporary, target, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(temporary).then(undefined, () => {});
    throw error;
  }
}
