import * as vscode from 'vscode';
import { equal } from './expect.ts';
import { checked, closeAll, DRAFT, file, findings, findingsOf, open, ruleOf, until } from './workbench.ts';

/** The findings by rule and words: what must not change while somebody types a sound sentence elsewhere. */
function tally(document: vscode.TextDocument): string {
  return findings(document.uri)
    .map(finding => `${ruleOf(finding)}: ${document.getText(finding.range).replace(/\s+/g, ' ')}`)
    .sort()
    .join('\n');
}

describe('typing', () => {
  afterEach(closeAll);

  it('raises no finding while a sound sentence is typed, letter by letter, in the middle of a paragraph', async () => {
    const editor = await open(DRAFT);
    const { document } = editor;
    await findingsOf(document.uri, 'structure/missing-section');
    await until(
      'the findings are all there',
      async () => (await checked(document)).length === findings(document.uri).length,
    );
    const before = tally(document);

    const sentence =
      'The courses of Recommendation ITU-T X.1205 were held in Geneva on 12 March 2025 (see paragraph 2.1). ';
    const line = document
      .getText()
      .split('\n')
      .findIndex(text => text.startsWith('3.2 With the help'));
    const at = new vscode.Position(line, '3.2 '.length);
    editor.selection = new vscode.Selection(at, at);

    const seen = new Set<string>();
    const watching = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(uri => uri.toString() === document.uri.toString())) seen.add(tally(document));
    });
    for (const letter of sentence) {
      await vscode.commands.executeCommand('type', { text: letter });
      await checked(document);
    }
    watching.dispose();
    for (const state of seen) equal(newIn(state, before), [], 'a finding flickered up');
  });

  it('shows what waits for the end of the sentence once the caret has left it', async () => {
    const editor = await open(DRAFT);
    const { document } = editor;
    await findingsOf(document.uri, 'structure/missing-section');
    const line = document
      .getText()
      .split('\n')
      .findIndex(text => text.startsWith('6.1 The COP guidelines'));
    const at = new vscode.Position(line, '6.1 The COP guidelines '.length);
    editor.selection = new vscode.Selection(at, at);
    for (const letter of '(all of them ') await vscode.commands.executeCommand('type', { text: letter });
    const unpaired = () =>
      findings(file(DRAFT)).some(
        finding => ruleOf(finding) === 'text/unpaired-bracket' && finding.range.start.line === line,
      );
    await checked(document);
    equal(unpaired(), false, 'an open bracket in the sentence under the caret');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await until('the open bracket is found once the caret has left', unpaired);
  });
});

/** The lines of one tally that the other does not have. */
const newIn = (state: string, before: string): string[] => {
  const known = new Set(before.split('\n'));
  return state.split('\n').filter(line => line !== '' && !known.has(line));
};
