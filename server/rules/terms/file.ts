import { t } from '../../messages/translate.ts';
import { type FileProblem, readList } from '../../text/json-list.ts';
import { sinceOf, type Term, type TermKind } from './term.ts';

/** Where a workspace keeps terms of its own, relative to its folder. */
export const TERMS_FILE = '.gca-report/terms.json';

const KINDS: readonly TermKind[] = ['name', 'official', 'former', 'misspelling', 'spelling', 'wording'];

/** Reads a list of terms that a user wrote (schemas/terms.schema.json). */
export function parseTerms(text: string): { terms: Term[]; problems: FileProblem[] } {
  const { entries, problems } = readList(text, 'terms', (entry): Term | undefined => {
    const write = entry.text('write');
    const not =
      entry.texts('not') ?? entry.complain('not', t('“not” is the list of the forms not to write.'));
    const kind = entry.choice('kind', KINDS);
    if (!write || !not?.length || !kind) return undefined;
    const term: Term = {
      write,
      not,
      kind,
      source: entry.optionalText('source') ?? 'workspace',
      matchCase: entry.flag('matchCase'),
      capitals: entry.flag('capitals'),
      notBefore: entry.texts('notBefore'),
      notAfter: entry.texts('notAfter'),
      since: entry.optionalText('since'),
      note: entry.optionalText('note'),
    };
    if (kind === 'former' && !sinceOf(term)) {
      return entry.complain(
        'since',
        t('A former name says since when: “since”: "2018-04-19", "2018-04" or "2018".'),
      );
    }
    return term;
  });
  return { terms: entries, problems };
}
