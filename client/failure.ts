import { commands, l10n, window } from 'vscode';
import type { ErrorHandler } from 'vscode-languageclient';

/** So many errors in a row on a connection, and it is given up. */
const MOST_ERRORS = 3;

/**
 * What the library asks when the connection to the server breaks. It leaves the rest to us: its own way is to start
 * again at once, with the settings of the first start, and to open the output over and over.
 *
 * @param ended called when the server is gone; it may be called twice
 */
export const errorHandler = (ended: () => void): ErrorHandler => ({
  error: (_error, _message, count = 0) => {
    if (count <= MOST_ERRORS) return { action: 1, handled: true };
    ended();
    return { action: 2, handled: true };
  },
  closed: () => {
    ended();
    return { action: 1, handled: true };
  },
});

/** What is said where somebody waits for an answer of a server that has ended by itself. */
export const endedBeforeAnswer = (): string =>
  l10n.t(
    'What checks the reports stopped before it had the answer: it may have needed more memory than there is. Your text is as you left it. Try again in a moment.',
  );

/** Tells that the server has ended by itself: the first time, and when it is not started again. Never in the way. */
export class EndNotice {
  #told = false;

  /** @param times how often it has ended; null where it is started again */
  async tell(times: number | null): Promise<void> {
    if (times === null && this.#told) return;
    this.#told = true;
    const output = l10n.t('Show Output');
    const report = l10n.t('Copy Diagnostics Report');
    const again = l10n.t('Start Again');
    const chosen =
      times === null
        ? await window.showWarningMessage(
            l10n.t('What checks the reports has stopped, and is started again. Your text is as you left it.'),
            output,
            report,
          )
        : await window.showErrorMessage(
            l10n.t(
              'What checks the reports has stopped {0} times, and is not started again by itself. Your text is as you left it; findings on the screen may be out of date.',
              times,
            ),
            again,
            report,
          );
    if (chosen === output) await commands.executeCommand('gcaReport.showOutput');
    if (chosen === report) await commands.executeCommand('gcaReport.copyReport');
    if (chosen === again) await commands.executeCommand('gcaReport.restartServer');
  }
}
