import * as vscode from 'vscode';
import { SAMPLE_FILES } from '../../client/sample-files.ts';
import { writeSamples } from '../../client/samples.ts';
import { equal, ok } from './expect.ts';
import { closeAll, DRAFT, extension, file, findingsOf, open, until, write } from './workbench.ts';

/** The part of VS Code's interface that came after the oldest edition that the extension runs in. */
interface Tools {
  readonly tools: readonly { readonly name: string }[];
  invokeTool(
    name: string,
    options: { input: object; toolInvocationToken: undefined },
  ): Promise<{ content: { value: string }[] }>;
}

async function ask(name: string, input: object): Promise<string> {
  const { tools, invokeTool } = vscode.lm as unknown as Tools;
  ok(
    tools.some(tool => tool.name === name),
    `${name} is there`,
  );
  const { content } = await invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map(part => part.value).join('');
}

/** Says that files changed, as an editor that watches them does; the one under test lacks what watches folders. */
async function tellChanged(paths: readonly string[]): Promise<void> {
  const client = await (await extension()).exports.server.ready();
  const changes = paths.map(path => ({ uri: file(path).toString(), type: 2 }));
  await client.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

describe('the views and tools of a drafter', () => {
  afterEach(closeAll);

  it('counts each pillar against the last years, and names one that went silent', async () => {
    const { exports } = await extension();
    await open(DRAFT);
    await until('the draft is compared', () => exports.comparison.refresh());
    const rows = exports.pillars.getChildren();
    equal(rows.length, 6, 'a row for each pillar');
    const silent = rows.flatMap(row =>
      row.kind === 'pillar' && row.pillar.silent ? [row.pillar.title] : [],
    );
    equal(silent, ['International Cooperation'], 'one says nothing any more');
    const item = exports.pillars.getTreeItem(rows[0]);
    ok(/\d new, \d edited/.test(String(item.description)), String(item.description));
    ok(item.accessibilityInformation?.label.includes(String(item.label)), 'a screen reader is told the same');
    const below = exports.pillars.getChildren(rows[0]);
    ok(below.filter(row => row.kind === 'year').length >= 3, 'the years are below it');
    ok(
      below.some(row => row.kind === 'paragraph'),
      'and what is not as it was',
    );
  });

  it('leaves a comparison standing when its archive goes away', async () => {
    const { exports } = await extension();
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'structure/missing-section');
    await vscode.commands.executeCommand('gcaReport.compare');
    const tab = await until('the diff is open', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    });
    const left = await vscode.workspace.openTextDocument(tab.original);
    const before = left.getText();
    const archive = SAMPLE_FILES.filter(path => path.startsWith('archive/'));
    const kept = await Promise.all(archive.map(path => vscode.workspace.fs.readFile(file(path))));
    try {
      for (const path of archive) await vscode.workspace.fs.delete(file(path));
      await tellChanged(archive);
      // What other tests left in the folder may be compared with now; the archive is not.
      const ofArchive = async () =>
        (await exports.comparison.refresh())?.earlier.path.startsWith('archive/') === true;
      await until('the archive is gone', async () => !(await ofArchive()));
      equal(left.getText(), before, 'the comparison still shows what it showed');
    } finally {
      await Promise.all(archive.map((path, i) => vscode.workspace.fs.writeFile(file(path), kept[i])));
      await tellChanged(archive);
    }
    await until('the archive is back', async () => (await exports.comparison.refresh()) !== null);
  });

  it('begins the next paragraph on Enter, and the numbers behind it move on', async () => {
    await write(
      'enter-2025.gca.md',
      '## 1. Legal Measures\n\n1.1 One study went on.\n\n1.2 Another began.\n',
    );
    const editor = await open('enter-2025.gca.md');
    editor.selection = new vscode.Selection(2, 22, 2, 22);
    await (await extension()).exports.server.ready();
    await vscode.commands.executeCommand('type', { text: '\n' });
    const text = await until('the number is there', () => {
      const now = editor.document.getText();
      return now.includes('1.3 Another') ? now : undefined;
    });
    ok(/1\.1 One study went on\.\n\n1\.2 \n\n1\.3 Another began\./.test(text), text);
    await vscode.workspace.fs.delete(editor.document.uri);
  });

  it('answers a language model from the catalogue, the archive and the draft', async () => {
    await open(DRAFT);
    await until('a Recommendation is looked up', async () =>
      (await ask('gca-report_lookUp', { identifier: 'ITU-T X.1500' })).includes('cybersecurity information'),
    );
    ok((await ask('gca-report_lookUp', { identifier: 'the weather' })).includes('No identifier'), 'says so');
    const history = await ask('gca-report_figureHistory', { figure: 'CyberDrills' });
    ok(/2024: 42: .*archive\/2024\.gca\.md/.test(history), history);
    ok(
      (await ask('gca-report_figureHistory', { figure: 'unicorns' })).startsWith('No such figure'),
      'says so',
    );
    const open_ = await ask('gca-report_openConfirmations', {});
    ok(/promised in 2024 \(4\.\d\): A third edition/.test(open_), open_);
  });

  it('writes the whole sample workspace', async () => {
    const { extensionUri } = await extension();
    const target = file('written-samples');
    await writeSamples(extensionUri, target);
    for (const path of SAMPLE_FILES) {
      const [there, here] = await Promise.all(
        [target, vscode.Uri.joinPath(extensionUri, 'samples')].map(base =>
          vscode.workspace.fs.readFile(vscode.Uri.joinPath(base, path)),
        ),
      );
      equal([...there], [...here], path);
    }
    await vscode.workspace.fs.delete(target, { recursive: true });
  });
});
