import * as vscode from 'vscode';
import { equal, ok } from './expect.ts';
import { closeAll, DRAFT, open, until } from './workbench.ts';

describe('outline', () => {
  after(closeAll);

  it('shows the sections with their paragraphs', async () => {
    const { document } = await open(DRAFT);
    const symbols = await until('the Outline has symbols', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found?.length ? found : undefined;
    });
    const legal = symbols.find(({ name }) => name.includes('Legal Measures'));
    ok(legal, `Legal Measures is not among ${symbols.map(({ name }) => name).join(', ')}`);
    equal(
      legal.children.map(({ name }) => name.split(' ')[0]),
      ['1.1', '1.3', '1.4'],
      'the paragraphs of section 1',
    );
    for (const symbol of [...symbols, ...symbols.flatMap(({ children }) => children)]) {
      ok(symbol.range.contains(symbol.selectionRange), `${symbol.name}: the selection stands outside`);
      ok(document.validateRange(symbol.range).isEqual(symbol.range), `${symbol.name}: beyond the text`);
    }
  });

  it('folds the sections', async () => {
    const { document } = await open(DRAFT);
    const heading = document.getText().split('\n').indexOf('## 1. Legal Measures');
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    ok(
      ranges.some(({ start, end }) => start === heading && end > heading + 2),
      'section 1 folds at its heading',
    );
  });

  it('widens the selection from the word to the section', async () => {
    const { document } = await open(DRAFT);
    const line = document.getText().split('\n').indexOf('## 1. Legal Measures') + 2;
    const [range] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [new vscode.Position(line, 12)],
    );
    const starts: number[] = [];
    for (let at: vscode.SelectionRange | undefined = range; at; at = at.parent)
      starts.push(at.range.start.line);
    ok(starts.includes(line - 2), 'one step takes the whole section');
  });
});
