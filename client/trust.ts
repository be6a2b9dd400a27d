import { type Disposable, LanguageStatusSeverity, l10n, languages, workspace } from 'vscode';
import { LANGUAGE } from './settings.ts';

/**
 * Says in the language status of a report that the workspace is not trusted, and what that means: findings then come
 * without what its own files say. The click leads to VS Code's own question.
 */
export function showTrust(): Disposable {
  const item = workspace.isTrusted ? undefined : restricted();
  const granted = workspace.onDidGrantWorkspaceTrust(() => item?.dispose());
  return {
    dispose() {
      granted.dispose();
      item?.dispose();
    },
  };
}

function restricted(): Disposable {
  const item = languages.createLanguageStatusItem('gcaReport.trust', { language: LANGUAGE });
  item.name = l10n.t('GCA Report: Restricted Mode');
  item.text = l10n.t('Restricted Mode');
  item.detail = l10n.t('what the folder says in .gca-report does not count');
  item.severity = LanguageStatusSeverity.Warning;
  item.command = { title: l10n.t('Manage Trust'), command: 'workbench.trust.manage' };
  return item;
}
