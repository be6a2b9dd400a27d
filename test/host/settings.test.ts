import * as vscode from 'vscode';
import { equal, ok } from './expect.ts';
import {
  checked,
  closeAll,
  DRAFT,
  extension,
  file,
  findings,
  findingsOf,
  open,
  ruleOf,
  until,
  write,
} from './workbench.ts';

const settings = () => vscode.workspace.getConfiguration('gcaReport');

/** Sets a value of the workspace, and undefined takes it back. */
const set = (key: string, value: unknown) =>
  settings().update(key, value, vscode.ConfigurationTarget.Workspace);

describe('settings', () => {
  afterEach(async () => {
    for (const key of ['mode', 'profile', 'year', 'archive', 'detect']) await set(key, undefined);
    await closeAll();
  });

  it('judges by the mode', async () => {
    const { document } = await open(DRAFT);
    const severity = async () => (await findingsOf(document.uri, 'structure/missing-section'))[0].severity;
    const inReview = await severity();
    await set('mode', 'submission');
    await until(
      'a missing section is an error at submission',
      async () => (await severity()) === vscode.DiagnosticSeverity.Error,
    );
    await set('mode', 'drafting');
    await until('a missing section weighs less at the draft', async () => (await severity()) > inReview);
  });

  it('sets the mode by its command, as a person picks it', async () => {
    await open(DRAFT);
    const picked = vscode.commands.executeCommand('gcaReport.setMode');
    await until('the first choice, drafting, is taken', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return settings().get('mode') === 'drafting';
    });
    await picked;
  });

  it('checks against the profile that was chosen', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'structure/missing-section');
    await set('profile', 'council-2014');
    await until('a head of 2014 is missing', () =>
      findings(document.uri).some(
        finding => ruleOf(finding) === 'structure/missing-head' && finding.message.includes('Summary'),
      ),
    );
  });

  it('says how it took the report', async () => {
    const { document } = await open(DRAFT);
    const { exports } = await extension();
    // The profile that the test before chose may still be on its way out.
    const status = await until('the status is of the report’s own profile', () => {
      const known = exports.server.status(document.uri);
      return known?.profile === 'council-2023' ? known : undefined;
    });
    equal(
      [status.year, status.yearFrom, status.recognised],
      [2025, 'symbol', true],
      'the status of the draft',
    );
    await set('mode', 'submission');
    await until(
      'the status follows the mode',
      () => exports.server.status(document.uri)?.mode === 'submission',
    );
  });

  it('offers the profiles there are', async () => {
    const { exports } = await extension();
    const ids = (await exports.server.profiles()).map(({ id }) => id);
    for (const id of ['council-2014', 'council-2019', 'council-2023', 'thematic'])
      ok(ids.includes(id), `${id} is missing`);
  });

  it('goes on after a restart of the server', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'structure/missing-section');
    await vscode.commands.executeCommand('gcaReport.restartServer');
    await findingsOf(document.uri, 'structure/missing-section');
    ok((await checked(document)).length > 0, 'the new server answers');
  });

  it('follows the configuration of the workspace', async () => {
    const { document } = await open(DRAFT);
    await findingsOf(document.uri, 'numbering/gap');
    const config = await vscode.workspace.fs.readFile(file('.gca-report/config.json'));
    await write('.gca-report/config.json', JSON.stringify({ rules: { 'numbering/gap': 'off' } }));
    await until(
      'the rule is off',
      () => !findings(document.uri).some(finding => ruleOf(finding) === 'numbering/gap'),
    );
    await vscode.workspace.fs.writeFile(file('.gca-report/config.json'), config);
    await findingsOf(document.uri, 'numbering/gap');
  });

  it('knows what may stand in the configuration', async () => {
    await write('.gca-report/config.json', JSON.stringify({ mode: 'careless' }));
    const { document } = await open('.gca-report/config.json');
    await until('the editor finds the unknown mode', () =>
      vscode.languages.getDiagnostics(document.uri).some(({ message }) => message.includes('review')),
    );
    await write('.gca-report/config.json', JSON.stringify({ mode: 'review' }));
  });
});
