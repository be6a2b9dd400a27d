import { type FileProblem, readList } from '../../text/json-list.ts';
import type { KnownAcronym } from './known.ts';

/** Where a workspace keeps acronyms of its own, relative to its folder. */
export const ACRONYMS_FILE = '.gca-report/acronyms.json';

/** Reads a list of acronyms that a user wrote (schemas/acronyms.schema.json). */
export function parseAcronyms(text: string): { acronyms: KnownAcronym[]; problems: FileProblem[] } {
  const { entries, problems } = readList(text, 'acronyms', (entry): KnownAcronym | undefined => {
    const acronym = entry.text('acronym');
    const expansion = entry.text('expansion');
    if (!acronym || !expansion) return undefined;
    return {
      acronym,
      expansion,
      source: entry.optionalText('source') ?? 'workspace',
      house: entry.flag('house'),
    };
  });
  return { acronyms: entries, problems };
}
