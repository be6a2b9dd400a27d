import { t } from '../messages/translate.ts';

/** `C:` and what follows: a path of Windows that is absolute, or relative to another folder than ours. */
const DRIVE = /^[A-Za-z]:/;
/** `..`, and what Windows takes for it. */
const UPWARDS = /^[.\s]{2,}$/;

/**
 * A path as a configuration may name it: relative to the workspace folder, and inside it. Configurations come with
 * the files that they speak of, perhaps from a stranger, and what they name is read without a question.
 *
 * @returns the path with `/` between its steps and without idle ones; null where it leads out of the folder
 */
export function insidePath(path: string): string | null {
  const slashed = path.replaceAll('\\', '/');
  if (slashed.startsWith('/') || DRIVE.test(slashed) || slashed.includes('\0')) return null;
  const steps = slashed.split('/').filter(step => step !== '' && step !== '.');
  return steps.some(step => UPWARDS.test(step)) ? null : steps.join('/');
}

/** What to say of a path for which there is none inside. */
export const leadsOut = (path: string): string =>
  t('“{path}” leads out of this folder, and is not read. Name a file or folder inside it, as in "archive".', {
    path,
  });
