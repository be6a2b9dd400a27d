import type * as NodeFs from 'node:fs';
import * as vscode from 'vscode';
import { equal, ok } from './expect.ts';
import { closeAll, DRAFT, extension, file, findings, findingsOf, folder, open, until } from './workbench.ts';

/** Node's own modules, where the extension host is one of Node's: a browser's host has none. */
declare const process: { getBuiltinModule?(name: string): unknown; kill(pid: number, signal: string): void };
const fs =
  typeof process === 'undefined' ? undefined : (process.getBuiltinModule?.('node:fs') as typeof NodeFs);

describe('safety', () => {
  afterEach(closeAll);

  it('shows hovers that run no command and are no HTML', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'figure/decreased');
    const at = document.getText().indexOf('40 CyberDrills');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(at + 1),
    );
    const contents = hovers.flatMap(hover => hover.contents) as vscode.MarkdownString[];
    ok(contents.length > 0, 'there is a hover');
    for (const { isTrusted, supportHtml } of contents)
      equal([!!isTrusted, !!supportHtml], [false, false], 'what it may do');
  });

  it('copies a report that names no file and quotes no word', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'figure/decreased');
    await vscode.commands.executeCommand('gcaReport.copyReport');
    const text = await vscode.env.clipboard.readText();
    ok(text.includes('- state: running'), text);
    ok(text.includes(`${document.getText().length} characters`), text);
    for (const secret of [DRAFT, 'draft-2025', 'CyberDrill', folder().path])
      ok(!text.includes(secret), secret);
  });

  it('follows no link out of the workspace', async function () {
    if (!fs) return this.skip();
    const { exports } = await extension();
    const outside = `${folder().fsPath}-outside`;
    const link = file('archive/linked-2018.gca.md').fsPath;
    fs.mkdirSync(outside, { recursive: true });
    const earlier = fs.readFileSync(file('archive/2024.gca.md').fsPath, 'utf8');
    fs.writeFileSync(`${outside}/2018.gca.md`, earlier.replaceAll('2024', '2018').replaceAll('C24/', 'C18/'));
    try {
      await open(DRAFT);
      const before = (await exports.server.archive()).length;
      fs.symlinkSync(`${outside}/2018.gca.md`, link);
      fs.copyFileSync(`${outside}/2018.gca.md`, file('archive/2018.gca.md').fsPath);
      await until('the copy is read', async () => (await exports.server.archive()).length > before);
      const paths = (await exports.server.archive()).map(({ path }) => path);
      ok(paths.includes('archive/2018.gca.md') && !paths.some(path => path.includes('linked')), paths.join());
    } finally {
      for (const path of [link, file('archive/2018.gca.md').fsPath, outside])
        fs.rmSync(path, { recursive: true, force: true });
    }
  });

  it('goes on when the server is killed, with the settings of then', async function () {
    if (!fs) return this.skip();
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'structure/missing-section');
    const { exports } = await extension();
    const client = (await exports.server.ready()) as unknown as { _serverProcess: { pid: number } };
    const settings = vscode.workspace.getConfiguration('gcaReport');
    await settings.update('mode', 'submission', vscode.ConfigurationTarget.Workspace);
    try {
      process.kill(client._serverProcess.pid, 'SIGKILL');
      await until('it is noticed', () => exports.server.condition.state === 'not running');
      await until('it runs again', () => exports.server.condition.state === 'running');
      equal(exports.server.condition.ends, 1, 'how often it ended');
      await until(
        'the report is checked anew, in the mode of now',
        () => exports.server.status(document.uri)?.mode === 'submission' && findings(document.uri).length > 0,
      );
    } finally {
      await settings.update('mode', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
