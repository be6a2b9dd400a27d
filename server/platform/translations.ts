import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../messages/languages.ts';
import type { Translations } from '../messages/translate.ts';

/** Beside the built program; run from its source, in the project. */
const folder = (): string =>
  join(import.meta.dirname ?? __dirname, import.meta.dirname ? '../..' : '..', 'l10n');

/**
 * The translations that are installed with the program; nothing is read for English. Rejects where the file is
 * missing or damaged.
 */
export async function installedTranslations(language: Language): Promise<Translations> {
  if (language === 'en') return {};
  return JSON.parse(await readFile(join(folder(), `bundle.l10n.${language}.json`), 'utf8'));
}
