import { t } from '../messages/translate.ts';
import { writeAtomically } from '../platform/disk.ts';

/**
 * Writes a file that somebody asked for.
 *
 * @param name the file as it was named
 * @returns undefined where it was written, else a sentence for the person who asked
 */
export async function writeNamed(
  name: string,
  path: string,
  content: string | Uint8Array,
): Promise<string | undefined> {
  try {
    await writeAtomically(path, content);
    return undefined;
  } catch (error) {
    return t('{name}: the file cannot be written. {error}', {
      name,
      error: error instanceof Error ? error.message : String(error),
    });
  }
}
