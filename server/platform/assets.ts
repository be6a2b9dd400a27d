import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assets } from '../catalogue/catalogue.ts';

/** The data files that lie beside the built program. */
export const installedAssets = (folder: string): Assets => ({
  read: name => readFile(join(folder, name), 'utf8'),
});
