import * as vscode from 'vscode';
import { equal } from './expect.ts';
import { closeAll, file, open, until, write } from './workbench.ts';

const set = (value: string | undefined) =>
  vscode.workspace
    .getConfiguration('gcaReport')
    .update('detect', value, vscode.ConfigurationTarget.Workspace);

/** The language of the document in the active editor. */
const language = () => vscode.window.activeTextEditor?.document.languageId;

/** A file of its own for each test: what was said of a file is remembered. */
async function reportNamed(name: string): Promise<void> {
  const text = await vscode.workspace.fs.readFile(file('archive/2023.md'));
  await vscode.workspace.fs.writeFile(file(name), text);
}

describe('detection', () => {
  afterEach(async () => {
    await set(undefined);
    await closeAll();
  });

  it('makes a Markdown file that reads like a report one, where it always shall', async () => {
    await set('always');
    await reportNamed('always.md');
    await open('always.md');
    await until('the file is a report', () => language() === 'gca-report');
  });

  it('makes it one again when it is opened again', async () => {
    await set('always');
    await reportNamed('again.md');
    for (const time of ['first', 'second', 'third']) {
      await open('again.md');
      await until(`the file is a report the ${time} time`, () => language() === 'gca-report');
      await closeAll();
    }
  });

  it('does not contradict whoever changes the language back', async () => {
    await set('always');
    await reportNamed('back.md');
    await open('back.md');
    const document = await until(
      'the file is a report',
      () => language() === 'gca-report' && vscode.window.activeTextEditor?.document,
    );
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await open('README.md');
    await open('back.md');
    equal(language(), 'markdown', 'the language that was chosen by hand');
  });

  it('leaves other Markdown files alone', async () => {
    await set('always');
    await write('other.md', '# Legal\n\nA note on Legal Measures.\n');
    await open('other.md');
    await reportNamed('after-other.md');
    await open('after-other.md');
    await until('a report opened later has been seen', () => language() === 'gca-report');
    await open('other.md');
    equal(language(), 'markdown', 'a note');
  });

  it('leaves reports alone where it never shall', async () => {
    await set('never');
    await reportNamed('never.md');
    await open('never.md');
    equal(language(), 'markdown', 'a report under another name');
  });

  it('asks, and the answer makes the file a report', async () => {
    await set('ask');
    await reportNamed('asked.md');
    await open('asked.md');
    await until('the first answer is taken', async () => {
      await vscode.commands.executeCommand('notifications.focusToasts');
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return language() === 'gca-report';
    });
  });
});
