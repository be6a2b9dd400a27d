import * as vscode from 'vscode';
import { equal, ok } from './expect.ts';
import { closeAll, extension, file, findings, findingsOf, open, until, write } from './workbench.ts';

/** Ours, whether it runs or not. */
function ours(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('gca-report.gca-report');
  ok(found, 'the extension is installed');
  return found;
}

/** What our server would be doing, without waking it. */
const server = async () => (await extension()).exports.server;

describe('a workspace without our files', () => {
  after(closeAll);

  it('loads nothing of ours at the start', async () => {
    // VS Code has asked every extension for its workspaceContains by the time that it runs tests; ours among them.
    equal(await vscode.workspace.findFiles('.gca-report/**'), [], 'the workspace has none of our files');
    equal(ours().isActive, false, 'our extension is active');
  });

  it('loads nothing of ours for files that are no Markdown', async () => {
    for (const [name, language] of [
      ['terms.txt', 'plaintext'],
      ['main.ts', 'typescript'],
      ['data.json', 'json'],
    ]) {
      equal((await open(name)).document.languageId, language, name);
    }
    // The editor's own extension for JSON starts by the same event that would start ours.
    const json = vscode.extensions.getExtension('vscode.json-language-features');
    await until('the editor has started what it has for JSON', () => json?.isActive);
    await vscode.commands.executeCommand('workbench.action.showAllSymbols');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    equal(ours().isActive, false, 'our extension is active');
  });

  it('looks at a Markdown file, and starts no server for it', async () => {
    await write('notes.md', '# Legal\n\nA note on Legal Measures.\n');
    await open('notes.md');
    await until('our extension looks at it', () => ours().isActive);
    equal((await server()).started, false, 'the server runs');
  });

  it('offers to check a Markdown file that reads like a report, and checks it then', async () => {
    await write('report.md', REPORT);
    await open('report.md');
    await until('the offer is taken', async () => {
      await vscode.commands.executeCommand('notifications.focusToasts');
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return vscode.window.activeTextEditor?.document.languageId === 'gca-report';
    });
    await findingsOf(file('report.md'), 'text/doubled-word');
    equal((await server()).started, true, 'the server runs');
  });

  it('offers the same for a text file once it is awake', async () => {
    await write('offered.txt', REPORT.replace('Group 17', 'Group 20'));
    await open('offered.txt');
    await until('the offer is taken', async () => {
      await vscode.commands.executeCommand('notifications.focusToasts');
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return vscode.window.activeTextEditor?.document.languageId === 'gca-report';
    });
  });

  it('checks a text file as a report by command, whatever it reads like', async () => {
    await write('by-command.txt', '1.1 ITU assisted with with strategies.\n');
    const { document } = await open('by-command.txt');
    equal(document.languageId, 'plaintext', 'the language of a text file');
    await vscode.commands.executeCommand('gcaReport.checkAsReport');
    equal(
      vscode.window.activeTextEditor?.document.languageId,
      'gca-report',
      'the language after the command',
    );
    await until('a finding', () => findings(file('by-command.txt')).length > 0);
  });
});

const REPORT = `Document C25/18-E

Report by the Secretary-General

# ITU activities on cybersecurity

## 1. Legal Measures

1.1 ITU supports its Member States.

## 2. Technical and Procedural Measures

2.1 Study Group 17 met twice.

## 3. Organizational Structures

3.1 ITU assisted with with national strategies.
`;
