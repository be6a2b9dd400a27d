import { l10n, window } from 'vscode';

/** What a command says where it does nothing: one that is silent leaves one waiting. */

/** For a moment, beside what the editor says: what there is to see on the screen already. */
export const hint = (text: string): void => void window.setStatusBarMessage(text, 4000);

/** A command that needs a report on the screen, and there is none. */
export const openFirst = (): void =>
  void window.showInformationMessage(
    l10n.t('Open a report first: this command works on the report on the screen.'),
  );

/** An answer came for another version of the text: what it says would land elsewhere. */
export const changedMeanwhile = (): void =>
  void window.showInformationMessage(
    l10n.t('The report was changed in the meantime. Run the command again.'),
  );
