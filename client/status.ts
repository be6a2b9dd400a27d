import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages, window } from 'vscode';
import type { ReportStatus } from '../server/lsp/protocol.ts';
import type { ReportServer } from './server.ts';
import { LANGUAGE, workedOnSchemes } from './settings.ts';

/** Where a year was found, as a person would say it. */
const YEAR_FROM: Readonly<Record<NonNullable<ReportStatus['yearFrom']>, string>> = {
  setting: 'from the settings',
  symbol: 'from the document symbol',
  date: 'from the date',
  period: 'from the reporting period',
  file: 'from the file name',
};

const MODE_NOTE: Readonly<Record<ReportStatus['mode'], string>> = {
  drafting: 'gaps are hints',
  review: 'every finding with its usual weight',
  submission: 'placeholders and missing parts are errors',
};

/** The language status of the report on the screen: profile, year and mode; a click changes them. */
export function showStatus(server: ReportServer): Disposable {
  const profile = item('profile', 'Profile', 'gcaReport.setProfile');
  const year = item('year', 'Year', 'gcaReport.setYear');
  const mode = item('mode', 'Mode', 'gcaReport.setMode');
  let progress: LanguageStatusItem | undefined;

  const update = () => {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri && server.status(uri);
    for (const each of [profile, year, mode]) each.busy = status === undefined;
    if (!status) return;

    const problem =
      status.problem ?? (status.recognised ? undefined : 'Not a Council report on cybersecurity.');
    profile.text = status.profileTitle ?? 'No profile';
    profile.detail = problem ?? 'profile';
    profile.severity = problem ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    year.text = status.year === null ? 'Year unknown' : String(status.year);
    year.detail = status.yearFrom === null ? 'the report does not state it' : YEAR_FROM[status.yearFrom];
    mode.text = title(status.mode);
    mode.detail = MODE_NOTE[status.mode];
    // A report that never had anything to confirm has no line about it.
    if (!status.toConfirm) {
      progress?.dispose();
      progress = undefined;
      return;
    }
    const { open, total } = status.toConfirm;
    progress ??= progressItem();
    progress.text = l10n.t('{0} of {1} to confirm', open, total);
  };

  update();
  return Disposable.from(
    profile,
    year,
    mode,
    new Disposable(() => progress?.dispose()),
    server.onDidChangeStatus(update),
    window.onDidChangeActiveTextEditor(update),
  );
}

/** The reports that somebody works on; the sides of a comparison have no profile or year. */
const reports = () => workedOnSchemes().map(scheme => ({ language: LANGUAGE, scheme }));

function progressItem(): LanguageStatusItem {
  const status = languages.createLanguageStatusItem('gcaReport.progress', reports());
  status.name = l10n.t('GCA Report: Drafting Progress');
  status.command = { title: l10n.t('Next'), command: 'gcaReport.nextToConfirm' };
  return status;
}

function item(id: string, name: string, command: string) {
  const status = languages.createLanguageStatusItem(`gcaReport.${id}`, reports());
  status.name = `GCA Report: ${name}`;
  status.text = name;
  status.command = {
    title: 'Change',
    tooltip: `Change the ${name.toLowerCase()} for this workspace`,
    command,
  };
  return status;
}

/** A word with a capital. */
const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
