import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inOurLanguage, type WordModule } from '../word/reader.ts';

/** Loads what reads and writes Word documents: beside the built program a file of its own, else the source. */
export async function installedWord(): Promise<WordModule> {
  if (import.meta.dirname !== undefined) return import('../word/index.ts');
  return inOurLanguage(createRequire(join(__dirname, 'word.js'))('./word.js'));
}
