import * as vscode from 'vscode';
import { equal, ok } from './expect.ts';
import { actions, checked, closeAll, DRAFT, findingsOf, open, until } from './workbench.ts';

describe('fixes', () => {
  afterEach(closeAll);

  it('inserts the missing section by the lightbulb, and undo takes it back', async () => {
    const { document } = await open(DRAFT);
    const before = document.getText();
    const [missing] = await findingsOf(document.uri, 'structure/missing-section');
    const offered = await actions(document.uri, missing.range, vscode.CodeActionKind.QuickFix.value);
    const insert = offered.find(({ title }) => title.includes('International Cooperation'));
    ok(insert?.edit, `Insert is not among ${offered.map(({ title }) => title).join(', ')}`);

    await vscode.workspace.applyEdit(insert.edit);
    ok(/^## 5\. International Cooperation$/m.test(document.getText()), 'the section stands in its place');
    ok(!(await checked(document)).includes('structure/missing-section'), 'the finding is gone');

    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before, 'one undo takes everything back');
    await findingsOf(document.uri, 'structure/missing-section');
  });

  it('completes the skeleton by its command', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'structure/missing-head');
    await vscode.commands.executeCommand('gcaReport.completeSkeleton');
    await until(
      'the section and the head are there',
      () =>
        /^## 5\. International Cooperation$/m.test(document.getText()) &&
        /^## Financial implications$/m.test(document.getText()),
    );
    const left = (await checked(document)).filter(rule => rule.startsWith('structure/missing'));
    equal(left, [], 'nothing is missing');
  });

  it('renumbers by its command, and the references follow', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'numbering/gap');
    await vscode.commands.executeCommand('gcaReport.renumber');
    await until('1.3 has become 1.2', () =>
      document.getText().includes('\n1.2 ITU and the United Nations Office'),
    );
    const left = (await checked(document)).filter(rule =>
      /^numbering\/(gap|repeat|order|prefix)$/.test(rule),
    );
    equal(left, [], 'every number is in order');
  });

  it('fixes on request all that has one right answer, and a second time nothing', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'text/doubled-word');
    const fixAll = async () => {
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const [action] = await actions(document.uri, whole, 'source.fixAll.gca-report');
      if (action?.edit) await vscode.workspace.applyEdit(action.edit);
      return document.getText();
    };
    const before = document.getText();
    const once = await fixAll();
    ok(once !== before, 'something was fixed');
    equal(await fixAll(), once, 'the second time changes nothing');
  });
});
