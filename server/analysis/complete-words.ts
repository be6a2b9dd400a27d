import { t } from '../messages/translate.ts';
import { builtinAcronyms } from '../rules/acronym/known.ts';
import { builtinTerms } from '../rules/terms/listed.ts';
import type { Completion } from './complete.ts';
import type { Analysis } from './project.ts';

/** The end of a line that an acronym may be the beginning of: two capitals at least. */
const ACRONYM = /(?<![\w.-])([A-Z][A-Za-z]?[A-Z][A-Za-z\d-]{0,8}|[A-Z]{2})$/;
/** The last words typed, three at most: names have several. */
const WORDS = /(?<![\w-])([A-Za-z][\w'-]*(?:[ \u00a0][\w'/-]+){0,3})$/;
const LEAST_TYPED = 3;
const MOST = 40;

/** Acronyms, written out where the report has not done so yet, and the names that the house writes one way. */
export function wordCompletions(analysis: Analysis, offset: number): Completion[] {
  const { text } = analysis.report;
  const before = text.slice(Math.max(0, offset - 80), offset).replace(/[\s\S]*[\r\n]/, '');
  return [...acronyms(text, before, offset), ...names(before, offset)];
}

function acronyms(text: string, before: string, offset: number): Completion[] {
  const typed = ACRONYM.exec(before)?.[1];
  if (!typed) return [];
  const replaces = { start: offset - typed.length, end: offset };
  return builtinAcronyms.acronyms
    .filter(({ acronym }) => acronym.startsWith(typed))
    .slice(0, MOST)
    .map(({ acronym, expansion, house }): Completion => {
      const known = house || text.includes(`(${acronym})`);
      return {
        label: acronym,
        detail: expansion,
        replaces,
        newText: known ? acronym : `${expansion} (${acronym})`,
        filterText: acronym,
        kind: 'acronym',
      };
    });
}

const NAMES = [
  ...new Map(
    builtinTerms.terms
      .filter(({ kind }) => kind === 'name' || kind === 'official' || kind === 'former')
      .map(term => [term.write, term.note]),
  ),
];

/** The longest run of the last words with which a name begins. */
function names(before: string, offset: number): Completion[] {
  const run = WORDS.exec(before)?.[1];
  if (!run) return [];
  const starts = [0, ...[...run.matchAll(/[ \u00a0]/g)].map(({ index }) => index + 1)];
  for (const start of starts) {
    const typed = run.slice(start).replaceAll('\u00a0', ' ');
    if (typed.length < LEAST_TYPED) return [];
    const small = typed.toLowerCase();
    const found = NAMES.filter(
      ([name]) => name.length > typed.length && name.toLowerCase().startsWith(small),
    );
    if (found.length === 0) continue;
    return found.slice(0, MOST).map(([name, note]) => ({
      label: name,
      detail: note ? t(note) : '',
      replaces: { start: offset - typed.length, end: offset },
      newText: name,
      filterText: name,
      kind: 'term',
    }));
  }
  return [];
}
