import * as vscode from 'vscode';
import { equal, ok } from './expect.ts';
import { checked, closeAll, DRAFT, findingsOf, open, until } from './workbench.ts';

function positionOf(document: vscode.TextDocument, words: string, into = 1): vscode.Position {
  const at = document.getText().indexOf(words);
  ok(at >= 0, `“${words}” is not in the draft`);
  return document.positionAt(at + into);
}

/** The draft, once the server knows it. */
async function openDraft(): Promise<vscode.TextEditor> {
  const editor = await open(DRAFT);
  await findingsOf(editor.document.uri, 'structure/missing-section');
  return editor;
}

describe('finding the way', () => {
  afterEach(closeAll);

  it('goes from a reference to the paragraph that it means', async () => {
    const { document } = await openDraft();
    const [place] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, '(see paragraph 4.4 above)', '(see paragraph 4'.length),
    );
    ok(document.lineAt(place.range.start.line).text.startsWith('4.4 '), `line ${place.range.start.line + 1}`);
  });

  it('marks every mention of the Recommendation under the caret', async () => {
    const { document } = await openDraft();
    const marks = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      positionOf(document, 'X.1282'),
    );
    ok(
      marks.length > 0 && marks.every(({ range }) => document.getText(range).includes('1282')),
      `${marks.length} marks`,
    );
  });

  it('finds an identifier anywhere in the workspace by its name', async () => {
    await openDraft();
    const symbols = await until('symbols', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'X.1282',
      );
      return found.length > 0 && found;
    });
    ok(
      symbols.some(({ location }) => location.uri.path.includes('/archive/')),
      symbols.map(({ location }) => location.uri.path).join(', '),
    );
  });

  it('colours identifiers', async () => {
    const { document } = await openDraft();
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    ok(tokens.data.length >= 50, `${tokens.data.length / 5} tokens`);
  });

  it('counts the figures above a section', async () => {
    const { document } = await openDraft();
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    ok(
      lenses.some(lens => /^Figures: \d+ updated/.test(lens.command?.title ?? '')),
      lenses.map(lens => lens.command?.title).join('; '),
    );
  });

  it('shows the report in VS Code’s own preview', async () => {
    await openDraft();
    await vscode.commands.executeCommand('gcaReport.showPreview');
    const tab = await until('the preview is open', () =>
      vscode.window.tabGroups.all
        .flatMap(group => group.tabs)
        .find(({ input }) => input instanceof vscode.TabInputWebview),
    );
    ok(tab.label.includes(DRAFT), tab.label);
  });
});

describe('editing', () => {
  afterEach(closeAll);

  it('gives a paragraph another number, and the references follow', async () => {
    const { document } = await openDraft();
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      positionOf(document, '\n4.4 ', 2),
      '4.9',
    );
    await vscode.workspace.applyEdit(edit);
    const text = document.getText();
    ok(/^4\.9 /m.test(text) && !/^4\.4 /m.test(text), 'the paragraph has its new number');
    ok(text.includes('(see paragraph 4.9 above)'), 'the reference follows');
  });

  it('puts a report in form, and a second time changes nothing', async () => {
    const { document } = await openDraft();
    const format = async () => {
      const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        { tabSize: 2, insertSpaces: true },
      );
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits ?? []);
      await vscode.workspace.applyEdit(edit);
      return document.getText();
    };
    const before = document.getText();
    const once = await format();
    ok(once !== before, 'something was put in form');
    ok(!(await checked(document)).includes('numbering/gap'), 'the numbers are in order');
    equal(await format(), once, 'the second time changes nothing');
  });
});
