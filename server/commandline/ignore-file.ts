import { fromBytes, REFUSALS } from '../workspace/load.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { ignoredBy } from './patterns.ts';

/** Where it is kept, relative to the folder of the call: what is left out where folders and patterns are looked through. */
export const IGNORE_FILE = '.gca-report/ignore';

/** Reads the ignore file; without one, or with an empty one, nothing is left out. */
export async function readIgnoreFile(
  folder: string,
  workspace: Workspace,
): Promise<{ readonly ignored?: (path: string) => boolean; readonly problem?: string }> {
  const location = workspace.resolve(folder, IGNORE_FILE);
  const bytes = await workspace.read(location);
  if (!bytes) {
    const barred = await workspace.barrier(location);
    return barred ? { problem: `${IGNORE_FILE}: ${REFUSALS[barred]()}` } : {};
  }
  if (bytes.length === 0) return {};
  const loaded = fromBytes(bytes);
  return 'refused' in loaded
    ? { problem: `${IGNORE_FILE}: ${loaded.refused}` }
    : { ignored: ignoredBy(loaded.text) };
}
