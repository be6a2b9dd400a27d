import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from 'vscode';

/** How long a task may take before the drafter is told that it runs. */
const PATIENCE_MS = 1000;

/**
 * Runs a task. One that takes over a second shows what it is about, and can be given up.
 *
 * @param title what is being done, as the notification says it
 * @returns what the task gives; undefined where it was given up
 */
export async function patiently<T>(
  title: string,
  task: (token: CancellationToken) => Promise<T>,
): Promise<T | undefined> {
  const source = new CancellationTokenSource();
  const running = task(source.token);
  // Whoever has given a task up is not told how it went on.
  running.catch(() => {});
  const late = Symbol('late');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<typeof late>(resolve => {
    timer = setTimeout(() => resolve(late), PATIENCE_MS);
  });
  try {
    const first = await Promise.race([running, patience]);
    if (first !== late) return first;
    return await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (_progress, token) => {
        const givenUp = new Promise<undefined>(resolve => {
          token.onCancellationRequested(() => {
            source.cancel();
            resolve(undefined);
          });
        });
        return Promise.race([running, givenUp]);
      },
    );
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
