import * as vscode from 'vscode';
import { ok } from './expect.ts';
import { closeAll, DRAFT, extension, file, findingsOf, open, until, write } from './workbench.ts';

describe('drafting', () => {
  afterEach(closeAll);

  it('begins the next report from the last one, and settles what is to be confirmed by keyboard', async () => {
    const { exports } = await extension();
    const made = await exports.server.newReport({
      from: file('archive/2024.gca.md').toString(),
      year: 2025,
      symbol: 'C25/18',
    });
    ok('text' in made && made.toConfirm > 10, JSON.stringify(made).slice(0, 200));
    await write('next-2025.gca.md', made.text);
    const editor = await open('next-2025.gca.md');
    const count = async () => {
      await exports.progress.refresh();
      return exports.progress.answer?.open ?? 0;
    };
    const before = await until(
      'the view lists what is to be confirmed',
      async () => (await count()) || undefined,
    );
    for (const how of ['gcaReport.keep', 'gcaReport.change', 'gcaReport.drop']) {
      await vscode.commands.executeCommand('gcaReport.nextToConfirm');
      const at = editor.document.version;
      await vscode.commands.executeCommand(how);
      await until(`${how} changes the text`, () => editor.document.version > at);
    }
    await until('three are settled', async () => (await count()) === before - 3);
    for (let i = 0; i < 3; i++) await vscode.commands.executeCommand('undo');
    await until('undo brings them back', async () => (await count()) === before);
    await vscode.workspace.fs.delete(editor.document.uri);
  });

  it('moves a section, and its references follow', async () => {
    const editor = await open(DRAFT);
    const { document } = editor;
    await findingsOf(document.uri, 'structure/missing-section');
    const line = document
      .getText()
      .split('\n')
      .findIndex(text => text.startsWith('## 4. Capacity'));
    editor.selection = new vscode.Selection(line, 0, line, 0);
    const version = document.version;
    await vscode.commands.executeCommand('gcaReport.moveSectionUp');
    await until('the text has changed', () => document.version > version);
    const text = document.getText();
    ok(
      text.indexOf('3. Capacity Building') < text.indexOf('4. Organizational Structures'),
      'the two sections changed places',
    );
    ok(text.includes('(see paragraph 3.4 above)'), 'the reference follows');
    await vscode.commands.executeCommand('undo');
  });

  it('lays the draft beside last year’s report, paragraph by paragraph', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'structure/missing-section');
    await vscode.commands.executeCommand('gcaReport.compare');
    const tab = await until('the diff is open', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    });
    const [left, right] = await Promise.all(
      [tab.original, tab.modified].map(uri => vscode.workspace.openTextDocument(uri)),
    );
    ok(
      left.getText().includes('42 CyberDrills') && right.getText().includes('40 CyberDrills'),
      'both sides are there',
    );
  });

  it('goes to last year’s paragraph', async () => {
    const editor = await open(DRAFT);
    await findingsOf(editor.document.uri, 'figure/decreased');
    const line = editor.document
      .getText()
      .split('\n')
      .findIndex(text => text.startsWith('3.4 To date'));
    editor.selection = new vscode.Selection(line, 6, line, 6);
    await vscode.commands.executeCommand('gcaReport.previousParagraph');
    await until('the report of 2024 is open at the paragraph', () =>
      vscode.window.visibleTextEditors.some(
        one =>
          one.document.uri.path.endsWith('2024.gca.md') &&
          one.document.getText(one.selection).includes('42 CyberDrills'),
      ),
    );
  });
});
