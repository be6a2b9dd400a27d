import {
  type CodeAction,
  commands,
  Disposable,
  l10n,
  type QuickPickItem,
  Range,
  window,
  workspace,
} from 'vscode';
import { actionKinds } from '../server/lsp/protocol.ts';
import { sessionYear } from '../server/report/council.ts';
import { MODES, type Mode } from '../server/rules/rule.ts';
import { changedMeanwhile, openFirst } from './hints.ts';
import { modeName } from './modes.ts';
import type { ReportServer } from './server.ts';
import { choose, LANGUAGE } from './settings.ts';

/** The commands of the category "GCA Report". */
export function registerCommands(server: ReportServer): Disposable {
  return Disposable.from(
    commands.registerCommand('gcaReport.setMode', () => setMode(server)),
    commands.registerCommand('gcaReport.setProfile', () => setProfile(server)),
    commands.registerCommand('gcaReport.setYear', () => setYear(server)),
    commands.registerCommand('gcaReport.showOutput', () => server.showOutput()),
    commands.registerCommand('gcaReport.restartServer', () => server.restart()),
    commands.registerCommand('gcaReport.completeSkeleton', () =>
      runAction(
        server,
        actionKinds.completeSkeleton,
        l10n.t('Nothing is missing: the report has all of its profile.'),
      ),
    ),
    commands.registerCommand('gcaReport.renumber', () =>
      runAction(server, actionKinds.renumber, l10n.t('Every paragraph has its number: nothing was changed.')),
    ),
  );
}

interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

const MODE_DESCRIPTION: Readonly<Record<Mode, () => string>> = {
  drafting: () => l10n.t('the report is being written: what is still missing is a hint'),
  review: () => l10n.t('the report is being read: every finding with its usual weight'),
  submission: () => l10n.t('the report is handed in: placeholders and missing parts are errors'),
};

/** What a choice is, and whether it is the present one: a list to choose one from marks none by itself. */
const inUse = (description: string, present: boolean): string =>
  present ? l10n.t('{0} (in use)', description) : description;

async function setMode(server: ReportServer): Promise<void> {
  const present = activeStatus(server)?.mode;
  const choices = MODES.map<Choice<Mode>>(mode => ({
    label: modeName(mode),
    description: inUse(MODE_DESCRIPTION[mode](), mode === present),
    value: mode,
  }));
  const choice = await window.showQuickPick(choices, { title: l10n.t('How strictly is the report judged?') });
  if (choice) await choose('mode', choice.value);
}

async function setProfile(server: ReportServer): Promise<void> {
  const present = activeStatus(server)?.profile;
  const auto: Choice<string | undefined> = {
    label: l10n.t('Automatic'),
    description: l10n.t('the profile that the report’s year asks for'),
    value: undefined,
  };
  const choices = (await server.profiles()).map(({ id, title }) => ({
    label: title,
    description: inUse(id, id === present),
    value: id,
  }));
  const choice = await window.showQuickPick([auto, ...choices], {
    title: l10n.t('Which structure is the report checked against?'),
  });
  if (choice) await choose('profile', choice.value);
}

async function setYear(server: ReportServer): Promise<void> {
  const present = activeStatus(server)?.year;
  const answer = await window.showInputBox({
    title: l10n.t('Which session of the Council is the report written for?'),
    prompt: l10n.t('Four digits; leave empty for the year that the report states.'),
    value: present ? String(present) : '',
    validateInput: text =>
      text.trim() === '' || sessionYear(text) ? undefined : l10n.t('A year such as 2025, or nothing.'),
  });
  if (answer !== undefined) await choose('year', Number(answer.trim()) || undefined);
}

/**
 * Applies the server's code action of a kind to the report on the screen, in one step that undo takes back, and
 * says so where it did not: a command that is silent leaves one waiting.
 *
 * @param nothing what to say where there is nothing to do
 */
async function runAction(server: ReportServer, kind: string, nothing: string): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== LANGUAGE) return openFirst();
  await server.ready();
  const whole = new Range(0, 0, document.lineCount, 0);
  const [action] = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    kind,
  );
  if (!action?.edit) void window.showInformationMessage(nothing);
  else if (!(await workspace.applyEdit(action.edit))) changedMeanwhile();
}

/** How the server took the report on the screen. */
function activeStatus(server: ReportServer) {
  const uri = window.activeTextEditor?.document.uri;
  return uri && server.status(uri);
}
