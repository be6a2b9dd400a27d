import * as vscode from 'vscode';
import { ok } from './expect.ts';
import { closeAll, DRAFT, file, findingsOf, open, until } from './workbench.ts';

describe('Word', () => {
  afterEach(closeAll);

  it('hands a report out as a Word document, and brings it in again with the sections that it had', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'structure/missing-section');
    const target = file('handed-out.docx');
    await vscode.commands.executeCommand('gcaReport.exportWordWithComments', target);
    const bytes = await vscode.workspace.fs.readFile(target);
    ok(bytes.length > 5000 && bytes[0] === 0x50 && bytes[1] === 0x4b, 'it is a Word document');
    await closeAll();
    await vscode.commands.executeCommand('gcaReport.importWord', target);
    const imported = await until('the document is open', () => vscode.window.activeTextEditor?.document);
    ok(imported.isUntitled && imported.languageId === 'gca-report', 'a new report, not yet saved');
    const text = imported.getText();
    for (const words of [
      'C25/18',
      '4. Capacity Building',
      '4.1 ITU has supported 21 countries',
      'Child Online Protection',
    ]) {
      ok(text.includes(words), `“${words}” came along`);
    }
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(target);
  });

  it('says in a word why a file is not read', async () => {
    const target = file('broken.docx');
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode('no Word document'));
    await vscode.commands.executeCommand('gcaReport.importWord', target);
    ok(vscode.window.activeTextEditor === undefined, 'nothing was opened');
    await vscode.workspace.fs.delete(target);
  });
});
