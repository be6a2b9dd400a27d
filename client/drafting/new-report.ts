import {
  l10n,
  Position,
  type QuickPickItem,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { NewReportAnswer } from '../../server/lsp/protocol.ts';
import {
  documentDate,
  fitsSession,
  plainSymbol,
  sessionYear,
  symbolYear,
} from '../../server/report/council.ts';
import { patiently } from '../patience.ts';
import type { ReportServer } from '../server.ts';
import { LANGUAGE } from '../settings.ts';
import { askInTurn, choose, enter, type Outcome } from '../steps.ts';

interface Source extends QuickPickItem {
  readonly uri: string | null;
  readonly year: number | null;
}

interface ProfileItem extends QuickPickItem {
  readonly id: string | undefined;
}

/** *New Report…*: asks for what cannot be known, and opens the new draft, unsaved, where it will be saved. */
export async function newReport(server: ReportServer): Promise<void> {
  const order = await ordered(server);
  if (!order) return;
  const made = await patiently(l10n.t('Making the new report…'), token => server.newReport(order, token));
  if (!made) return;
  if ('refused' in made) {
    void window.showErrorMessage(l10n.t('No report was made. {0}', made.refused));
    return;
  }
  await window.showTextDocument(await opened(made, order.from));
  const told =
    made.toConfirm > 0
      ? [l10n.t('{0} things are to be confirmed; the view Drafting Progress lists them.', made.toConfirm)]
      : [];
  const notes = [...told, ...made.notes].join(' ');
  if (notes) void window.showInformationMessage(notes);
}

type Order = Parameters<ReportServer['newReport']>[0];

/** Everything that is asked, question by question; undefined where the drafter gave up. */
async function ordered(server: ReportServer): Promise<Order | undefined> {
  const [sources, profiles] = await Promise.all([sourcesOf(server), profilesOf(server)]);
  let source = sources[0];
  let year = '';
  let symbol = '';
  let date = '';
  let agendaItem = '';
  let profile = profiles[0];
  const title = l10n.t('New report');
  const kept = <T>(outcome: Outcome<T>, keep: (value: T) => void): Outcome<T> => {
    if (outcome && outcome !== 'back') keep(outcome.value);
    return outcome;
  };
  const line =
    (
      prompt: string,
      problem: (text: string) => string | undefined,
      present: () => string,
      keep: (text: string) => void,
    ) =>
    async (step: number) =>
      kept(await enter({ title, step, steps: 6, prompt }, present(), problem), keep);
  const done = await askInTurn([
    async step => {
      const shown = { title: l10n.t('New report: which report does it begin from?'), step, steps: 6 };
      return kept(await choose(shown, sources, source), chosen => {
        if (chosen !== source) year = '';
        source = chosen;
      });
    },
    line(
      l10n.t('The year of the Council session: four digits, as in 2026'),
      text => yearProblem(text, source),
      () => year || String((source.year || new Date().getFullYear()) + 1),
      text => (year = text),
    ),
    line(
      l10n.t('The document symbol, as in C26/18; leave empty what is not known yet'),
      text => symbolProblem(text, Number(year)),
      () => symbol,
      text => (symbol = plainSymbol(text)),
    ),
    line(
      l10n.t('The date, as in 11 April 2026; leave empty what is not known yet'),
      text => dateProblem(text, Number(year)),
      () => date,
      text => (date = text),
    ),
    line(
      l10n.t('The agenda item, as in PL 1.1; leave empty what is not known yet'),
      () => undefined,
      () => agendaItem,
      text => (agendaItem = text),
    ),
    async step => {
      const shown = { title: l10n.t('New report: which structure does it get?'), step, steps: 6 };
      return kept(await choose(shown, profiles, profile), chosen => (profile = chosen));
    },
  ]);
  if (!done) return undefined;
  return {
    from: source.uri,
    year: Number(year),
    symbol: symbol || undefined,
    date: date || undefined,
    agendaItem: agendaItem || undefined,
    profile: profile.id,
  };
}

/** What the server would say of a year, a symbol and a date, said where they can still be mended. */
function yearProblem(text: string, { description, year: lastYear }: Source): string | undefined {
  const year = sessionYear(text);
  if (year === undefined) return l10n.t('{year} is no year of a Council session.', { year: text });
  if (lastYear !== null && lastYear >= year)
    return l10n.t('{path} is the report of {lastYear}. One of {year} is made from an earlier one.', {
      path: description ?? '',
      lastYear,
      year,
    });
  return undefined;
}

function symbolProblem(text: string, year: number): string | undefined {
  const symbol = plainSymbol(text);
  if (symbol === '') return undefined;
  const of = symbolYear(symbol);
  if (of === undefined)
    return l10n.t('“{symbol}” is no document symbol. It reads as {example} does.', {
      symbol,
      example: `C${String(year).slice(2)}/18`,
    });
  if (of === year) return undefined;
  return l10n.t('The symbol {symbol} is one of {of}, and the report is for {year}.', { symbol, of, year });
}

function dateProblem(text: string, year: number): string | undefined {
  if (text === '') return undefined;
  const date = documentDate(text);
  if (!date)
    return l10n.t('“{date}” is no date. It reads as {example} does.', {
      date: text,
      example: `11 April ${year}`,
    });
  if (fitsSession(date, year)) return undefined;
  return l10n.t('The date {date} does not fit a report for the Council of {year}.', { date: text, year });
}

/** What a report may begin from: the archive, newest first, or nothing. */
async function sourcesOf(server: ReportServer): Promise<Source[]> {
  const archive = (await server.archive()).map(({ uri, path, year }) => ({
    label: String(year),
    description: path,
    uri,
    year,
  }));
  return [
    ...archive,
    {
      label: l10n.t('No earlier report'),
      description: l10n.t('the structure of the year alone'),
      uri: null,
      year: null,
    },
  ];
}

async function profilesOf(server: ReportServer): Promise<ProfileItem[]> {
  const auto = {
    label: l10n.t('Automatic'),
    description: l10n.t('the structure that the year asks for'),
    id: undefined,
  };
  return [auto, ...(await server.profiles()).map(({ id, title }) => ({ label: title, description: id, id }))];
}

/**
 * The new draft as an unsaved document with a name of its own, so that saving it asks for nothing and overwrites
 * nothing. Outside a folder on a disk it has no name yet.
 */
async function opened({ text, fileName }: NewReportAnswer, from: string | null): Promise<TextDocument> {
  const home = from === null ? undefined : workspace.getWorkspaceFolder(Uri.parse(from));
  const folder = (home ?? workspace.workspaceFolders?.[0])?.uri;
  if (folder?.scheme !== 'file') return workspace.openTextDocument({ language: LANGUAGE, content: text });
  const uri = await freeName(folder, fileName);
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  edit.insert(uri, new Position(0, 0), text);
  await workspace.applyEdit(edit);
  return document;
}

/** A name that neither a file nor an unsaved document has: `draft-2026.gca.md`, `draft-2026-2.gca.md` and so on. */
async function freeName(folder: Uri, fileName: string): Promise<Uri> {
  const dot = fileName.indexOf('.');
  const [stem, ending] = [fileName.slice(0, dot), fileName.slice(dot)];
  for (let i = 1; ; i++) {
    const uri = Uri.joinPath(folder, i === 1 ? fileName : `${stem}-${i}${ending}`);
    const unsaved = uri.with({ scheme: 'untitled' });
    const open = workspace.textDocuments.some(document => document.uri.toString() === unsaved.toString());
    if (!open && !(await exists(uri))) return unsaved;
  }
}

const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
