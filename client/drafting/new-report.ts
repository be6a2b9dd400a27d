import { type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { ReportServer } from '../server.ts';
import { LANGUAGE } from '../settings.ts';

interface Source extends QuickPickItem {
  readonly uri: Uri | null;
}

/** What may be an earlier report, newest name first; more than a drafter would scroll through is left out. */
async function sources(): Promise<Source[]> {
  const found = await workspace.findFiles('**/archive/**/*.{md,gca,txt,docx}', '**/node_modules/**', 200);
  const names = found
    .map(uri => ({ label: workspace.asRelativePath(uri), uri }))
    .sort((a, b) => (a.label < b.label ? 1 : -1));
  return [
    ...names,
    { label: 'No earlier report', description: 'the structure of the year alone', uri: null },
  ];
}

const YEAR = /^(?:19|20)\d\d$/;
const SYMBOL = /^C\d\d\/[A-Z\d/-]+$/;
const DATE = /^\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d$/;

/** *New Report…*: asks for what cannot be known, and opens the new draft, unsaved, beside nothing else. */
export async function newReport(server: ReportServer): Promise<void> {
  const source = await window.showQuickPick(await sources(), {
    title: 'New report (1/5): which report does it begin from?',
  });
  if (!source) return;
  const ask = (title: string, prompt: string, form: RegExp, value = '', optional = true) =>
    window.showInputBox({
      title,
      prompt,
      value,
      validateInput: text => ((optional && text === '') || form.test(text) ? undefined : prompt),
    });
  const next = new Date().getFullYear() + 1;
  const year = await ask(
    'New report (2/5): the year of the Council session',
    'Four digits, as in 2026',
    YEAR,
    String(next),
    false,
  );
  if (!year) return;
  const symbol = await ask('New report (3/5): the document symbol', 'As in C26/18, or nothing', SYMBOL);
  if (symbol === undefined) return;
  const date = await ask('New report (4/5): the date', 'As in 11 April 2026, or nothing', DATE);
  if (date === undefined) return;
  const agendaItem = await ask('New report (5/5): the agenda item', 'As in PL 1.1, or nothing', /./);
  if (agendaItem === undefined) return;
  const made = await server.newReport({
    from: source.uri?.toString() ?? null,
    year: Number(year),
    symbol: symbol || undefined,
    date: date || undefined,
    agendaItem: agendaItem || undefined,
  });
  if ('refused' in made) {
    window.showErrorMessage(`No report was made. ${made.refused}`);
    return;
  }
  const document = await workspace.openTextDocument({ language: LANGUAGE, content: made.text });
  await window.showTextDocument(document);
  const notes = [
    `${made.toConfirm} things are to be confirmed; the view Drafting progress lists them.`,
    ...made.notes,
  ];
  window.showInformationMessage(notes.join(' '));
}
