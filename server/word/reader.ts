import { spokenTranslations, t } from '../messages/translate.ts';
import type { ReadWord } from '../workspace/load.ts';
import type * as word from './index.ts';

/**
 * Everything that reads and writes Word documents. It is built into a file of its own (`dist/word.js`): who never
 * meets a Word document never pays for it.
 */
export type WordModule = typeof word;

/** A program part that was loaded is told the language that the program speaks. */
export function inOurLanguage(loaded: WordModule): WordModule {
  loaded.speak(spokenTranslations());
  return loaded;
}

/** So many documents are remembered: more than an archive has. */
const MOST_KEPT = 64;

/**
 * A reader of Word documents that loads what it needs when the first one is read, and remembers what it read by
 * content: whenever a file of a workspace changes, its archive is read again.
 *
 * @param load gives the module that reads them
 */
export function wordReader(load: () => Promise<WordModule>): ReadWord {
  const kept = new Map<string, { readonly text: string } | { readonly refused: string }>();
  return async bytes => {
    const key = sumOf(bytes);
    const known = kept.get(key);
    if (known) return known;
    let read: { readonly text: string } | { readonly refused: string };
    try {
      const found = (await load()).importWord(bytes);
      read = 'refused' in found ? found : { text: found.text };
    } catch (error) {
      return {
        refused: t('What reads Word documents could not be loaded: {error}', {
          error: error instanceof Error ? error.message : String(error),
        }),
      };
    }
    kept.set(key, read);
    // The oldest goes first: a Map keeps the order in which its keys came.
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    return read;
  };
}

/** A sum over all bytes, twice with different factors (FNV-1a and a multiple of 31), with their number. */
function sumOf(bytes: Uint8Array): string {
  let a = 0x811c9dc5;
  let b = 17;
  for (let i = 0; i < bytes.length; i++) {
    a = Math.imul(a ^ bytes[i], 0x01000193);
    b = (Math.imul(b, 31) + bytes[i]) | 0;
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}.${bytes.length}`;
}
