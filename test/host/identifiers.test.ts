import * as vscode from 'vscode';
import { ok } from './expect.ts';
import { actions, closeAll, DRAFT, findingsOf, open } from './workbench.ts';

function positionOf(document: vscode.TextDocument, words: string, into = 1): vscode.Position {
  const at = document.getText().indexOf(words);
  ok(at >= 0, `“${words}” is not in the draft`);
  return document.positionAt(at + into);
}

describe('identifiers', () => {
  afterEach(closeAll);

  it('explains X.1205 on hover', async () => {
    const { document } = await open(DRAFT);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, 'X.1205'),
    );
    const text = hovers
      .flatMap(hover => hover.contents)
      .map(content => (typeof content === 'string' ? content : content.value))
      .join('\n');
    ok(/Overview of cybersecurity/.test(text) && /In force on 11 April 2025/.test(text), text);
  });

  it('completes a number behind “ITU-T X.12”', async () => {
    const editor = await open(DRAFT);
    const at = positionOf(editor.document, '2.7 Recommendation', 4);
    await editor.edit(edit => edit.insert(at, 'ITU-T X.12 '));
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      at.translate(0, 'ITU-T X.12'.length),
    );
    ok(
      list.items.some(item => item.label === 'X.1205'),
      `${list.items.length} proposals`,
    );
    await vscode.commands.executeCommand('undo');
  });

  it('makes a number a link to ITU’s page', async () => {
    const { document } = await open(DRAFT);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    ok(
      links.some(link => link.target?.toString() === 'https://www.itu.int/rec/T-REC-X.1205'),
      `${links.length} links`,
    );
  });

  it('finds a Recommendation in the reports of two years', async () => {
    const { document } = await open(DRAFT);
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      positionOf(document, 'X.1282'),
    );
    const files = new Set(places.map(place => place.uri.path.split('/').at(-1)));
    ok(files.has('draft-2025.gca.md') && files.size >= 2, [...files].join(', '));
  });

  it('spells “X. 1384” as it was meant', async () => {
    const { document } = await open(DRAFT);
    const [finding] = await findingsOf(document.uri, 'recommendation/malformed');
    const offered = await actions(document.uri, finding.range);
    const fix = offered.find(action => action.title.includes('X.1384'));
    ok(fix?.edit !== undefined, offered.map(action => action.title).join('; '));
    await vscode.workspace.applyEdit(fix.edit);
    ok(!document.getText().includes('X. 1384'), 'the spelling is mended');
    await vscode.commands.executeCommand('undo');
  });
});
