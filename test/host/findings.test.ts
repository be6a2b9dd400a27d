import * as vscode from 'vscode';
import { equal, ok } from './expect.ts';
import {
  checked,
  closeAll,
  DRAFT,
  file,
  findings,
  findingsOf,
  open,
  ruleOf,
  until,
  write,
} from './workbench.ts';

describe('findings', () => {
  after(closeAll);

  it('shows the findings of the draft in Problems, each with its rule and a page behind it', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'structure/missing-section');
    await findingsOf(document.uri, 'numbering/gap');
    for (const finding of findings(document.uri)) {
      const { code } = finding;
      ok(
        typeof code === 'object' && /\/docs\/rules\/.+\.md$/.test(code.target.path),
        `${ruleOf(finding)} has no page`,
      );
      await vscode.workspace.fs.stat(code.target);
    }
  });

  it('leads to the other place that a finding is about', async () => {
    const [repeat] = await findingsOf(file(DRAFT), 'numbering/repeat');
    const [related] = repeat.relatedInformation ?? [];
    ok(related?.location.range.start.isBefore(repeat.range.start), 'the first paragraph of that number');
  });

  it('leaves the earlier reports clean', async () => {
    for (const name of ['archive/2022.txt', 'archive/2023.md', 'archive/2024.gca.md']) {
      const { document } = await open(name);
      const report = await vscode.languages.setTextDocumentLanguage(document, 'gca-report');
      equal(await checked(report), [], name);
    }
  });

  it('says one thing of a text that is no report, and goes on', async () => {
    await write('shopping.gca.md', '# Shopping\n\nMilk and bread.\n');
    const { document } = await open('shopping.gca.md');
    const found = await findingsOf(document.uri, 'structure/not-a-report');
    equal([found.length, findings(document.uri).length], [1, 1], 'one finding');
  });

  it('checks what was never saved', async () => {
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file(DRAFT)));
    const document = await vscode.workspace.openTextDocument({ language: 'gca-report', content });
    await vscode.window.showTextDocument(document);
    await findingsOf(document.uri, 'structure/missing-section');
  });

  it('checks the reports of the workspace that are not open', async () => {
    await vscode.workspace.fs.copy(file(DRAFT), file('unopened.gca.md'));
    await findingsOf(file('unopened.gca.md'), 'structure/missing-section');
    await vscode.workspace.fs.delete(file('unopened.gca.md'));
    await until('the findings go with the file', () => findings(file('unopened.gca.md')).length === 0);
  });

  it('takes its findings back when the cause is gone', async () => {
    const editor = await open(DRAFT);
    const [gap] = await findingsOf(editor.document.uri, 'numbering/repeat');
    const line = editor.document.lineAt(gap.range.start.line);
    await editor.edit(edit => edit.replace(line.range, line.text.replace(/^\d+\.\d+/, '2.44')));
    await until('the repeated number is no more', () =>
      findings(editor.document.uri).every(
        finding => !finding.range.isEqual(gap.range) || ruleOf(finding) !== ruleOf(gap),
      ),
    );
  });
});
