import { stat, writeFile } from 'node:fs/promises';
import { t } from '../messages/translate.ts';
import { alone } from '../platform/alone.ts';
import { fileBehind, isThere, writeAtomically } from '../platform/disk.ts';

/** The sentence where a file is there that nobody said may be overwritten. */
export const isThereAlready = (name: string): string =>
  t('{name}: the file is there already. With --force it is overwritten.', { name });

/**
 * Writes a file that somebody asked for.
 *
 * @param name the file as it was named
 * @param over whether a file that is there is overwritten: looked at again when the new one is ready to take its name
 * @returns undefined where it was written, else a sentence for the person who asked
 */
export async function writeNamed(
  name: string,
  path: string,
  content: string | Uint8Array,
  over = true,
): Promise<string | undefined> {
  try {
    if (over) await overwrite(path, content);
    else {
      const free = async () => !(await isThere(path));
      if (!(await alone(path, () => writeAtomically(path, content, free)))) return isThereAlready(name);
    }
    return undefined;
  } catch (error) {
    return notWritten(name, error);
  }
}

/** A link stays one, and so does what is no file: a pipe, a terminal, /dev/null. */
async function overwrite(path: string, content: string | Uint8Array): Promise<void> {
  const present = await stat(path).catch(() => undefined);
  if (!present || present.isFile()) await writeAtomically(await fileBehind(path), content);
  else await writeFile(path, content);
}

/** The sentence where a file could not be written. */
export const notWritten = (name: string, error: unknown): string =>
  t('{name}: the file cannot be written. {error}', {
    name,
    error: error instanceof Error ? error.message : String(error),
  });
