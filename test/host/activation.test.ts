import * as vscode from 'vscode';
import { equal, ok } from './expect.ts';
import { closeAll, extension, open, until, write } from './workbench.ts';

describe('activation', () => {
  after(closeAll);

  it('starts by itself in a workspace with a .gca-report folder', async () => {
    const found = vscode.extensions.getExtension('gca-report.gca-report');
    await until('the extension is active', () => found?.isActive);
  });

  it('gives reports their language by the file name', async () => {
    for (const name of ['by-name.gca', 'by-name.gca.md']) {
      await write(name, 'Purpose\n');
      equal((await open(name)).document.languageId, 'gca-report', name);
    }
    await write('by-name.md', '# Notes\n');
    equal((await open('by-name.md')).document.languageId, 'markdown', 'a Markdown file that is no report');
  });

  it('registers every command that the palette shows', async () => {
    const { packageJSON } = await extension();
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const { command } of packageJSON.contributes.commands)
      ok(registered.has(command), `${command} is missing`);
  });

  it('asks for no more than ten settings', async () => {
    const { packageJSON } = await extension();
    const settings = Object.keys(packageJSON.contributes.configuration.properties);
    ok(settings.length <= 10, `${settings.length} settings`);
  });
});
