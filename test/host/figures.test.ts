import * as vscode from 'vscode';
import { equal, ok } from './expect.ts';
import { closeAll, DRAFT, extension, findings, findingsOf, open, ruleOf, until } from './workbench.ts';

/** Where words stand in a document. */
function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words);
  ok(at >= 0, `“${words}” is not in the draft`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

async function hoverText(document: vscode.TextDocument, words: string): Promise<string> {
  const position = rangeOf(document, words).start.translate(0, 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(hover => hover.contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

const decreased = (uri: vscode.Uri, words: string, document: vscode.TextDocument) =>
  findings(uri).find(
    finding => ruleOf(finding) === 'figure/decreased' && document.getText(finding.range).includes(words),
  );

describe('figures', () => {
  afterEach(closeAll);

  it('warns of a running total below last year’s, with the place in last year’s report', async () => {
    const { document } = await open(DRAFT);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, '21 national CIRTs'), '12 national CIRTs');
    await vscode.workspace.applyEdit(edit);
    const finding = await until('the warning', () => decreased(document.uri, '12', document));
    ok(
      finding.relatedInformation?.[0].location.uri.path.endsWith('archive/2024.gca.md') ?? false,
      'it links into 2024',
    );
    await vscode.commands.executeCommand('undo');
    await until('the warning goes with the cause', () => !decreased(document.uri, '12', document));
  });

  it('tells a figure’s history on hover', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'figure/decreased');
    const text = await hoverText(document, '40 CyberDrills');
    ok(/2022: 33 · 2023: 37 · 2024: 42 · 2025: 40/.test(text), text);
  });

  it('shows last year’s value behind a stale figure', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'figure/decreased');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole,
    );
    ok(
      hints.some(hint => hint.label === '2024: 42'),
      'the hint of the CyberDrills',
    );
  });

  it('goes to the next stale figure and confirms it, and undo takes the comment back', async () => {
    const editor = await open(DRAFT);
    const { document } = editor;
    await findingsOf(document.uri, 'figure/unchanged');
    const stale = rangeOf(document, 'supported 21 countries');
    editor.selection = new vscode.Selection(stale.start, stale.start);
    await vscode.commands.executeCommand('gcaReport.nextStaleFigure');
    ok(document.getText(editor.selection).includes('21 countries'), document.getText(editor.selection));
    await vscode.commands.executeCommand('gcaReport.confirmFigure');
    ok(document.getText().includes('<!-- gca-report-confirmed 21 countries 2025 -->'), 'the comment stands');
    await until(
      'the warning does not come back',
      () =>
        !findings(document.uri).some(
          finding =>
            ruleOf(finding) === 'figure/unchanged' &&
            document.getText(finding.range).includes('21 countries'),
        ),
    );
    await vscode.commands.executeCommand('undo');
    ok(!document.getText().includes('gca-report-confirmed'), 'undone');
  });

  it('draws the Figures view, which follows an edit', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'figure/decreased');
    await vscode.commands.executeCommand('gcaReport.showFigures');
    const { exports } = await extension();
    const drills = () => exports.figures.series.find(one => one.label === 'CyberDrills held');
    await until('the series are there', () => (drills()?.points.length ?? 0) >= 4);
    await until('the page of the view runs', () => exports.figures.ready);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, '40 CyberDrills'), '47 CyberDrills');
    await vscode.workspace.applyEdit(edit);
    await until('the view follows', () => drills()?.points.at(-1)?.value === 47);
    await vscode.commands.executeCommand('gcaReport.copyFigures');
    const csv = await vscode.env.clipboard.readText();
    ok(/CyberDrills held,.*33,37,42,47/.test(csv), csv.slice(0, 200));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    equal(document.getText().includes('47 CyberDrills'), false, 'undone');
  });
});
