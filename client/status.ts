import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages, window } from 'vscode';
import type { ReportStatus } from '../server/lsp/protocol.ts';
import { modeName } from './modes.ts';
import type { ReportServer } from './server.ts';
import { LANGUAGE, workedOnSchemes } from './settings.ts';

/** Where a year was found, as a person would say it. */
const YEAR_FROM: Readonly<Record<NonNullable<ReportStatus['yearFrom']>, () => string>> = {
  setting: () => l10n.t('from the settings'),
  symbol: () => l10n.t('from the document symbol'),
  date: () => l10n.t('from the date'),
  period: () => l10n.t('from the reporting period'),
  file: () => l10n.t('from the file name'),
};

const MODE_NOTE: Readonly<Record<ReportStatus['mode'], () => string>> = {
  drafting: () => l10n.t('gaps are hints'),
  review: () => l10n.t('every finding with its usual weight'),
  submission: () => l10n.t('placeholders and missing parts are errors'),
};

/** The language status of the report on the screen: profile, year and mode; a click changes them. */
export function showStatus(server: ReportServer): Disposable {
  const profile = item('profile', 'gcaReport.setProfile', {
    name: l10n.t('Profile'),
    change: l10n.t('Change the profile for this workspace'),
  });
  const year = item('year', 'gcaReport.setYear', {
    name: l10n.t('Year'),
    change: l10n.t('Change the year for this workspace'),
  });
  const mode = item('mode', 'gcaReport.setMode', {
    name: l10n.t('Mode'),
    change: l10n.t('Change the mode for this workspace'),
  });
  let progress: LanguageStatusItem | undefined;

  const update = () => {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri && server.status(uri);
    for (const each of [profile, year, mode]) each.busy = status === undefined;
    if (!status) return;

    const problem =
      status.problem ?? (status.recognised ? undefined : l10n.t('Not a Council report on cybersecurity.'));
    profile.text = status.profileTitle ?? l10n.t('No profile');
    profile.detail = problem ?? l10n.t('profile');
    profile.severity = problem ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    year.text = status.year === null ? l10n.t('Year unknown') : String(status.year);
    year.detail =
      status.yearFrom === null ? l10n.t('the report does not state it') : YEAR_FROM[status.yearFrom]();
    mode.text = modeName(status.mode);
    mode.detail = MODE_NOTE[status.mode]();
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

function item(id: string, command: string, { name, change }: { name: string; change: string }) {
  const status = languages.createLanguageStatusItem(`gcaReport.${id}`, reports());
  status.name = l10n.t('GCA Report: {0}', name);
  status.text = name;
  status.command = {
    title: l10n.t('Change'),
    tooltip: change,
    command,
  };
  return status;
}
