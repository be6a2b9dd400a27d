import { pluralPhrase } from './phrases.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Nouns that a number follows as a name: `Programme 2`, `Goal 9`, `no. 5`, `Résolution 130`. In the singular. */
const LABELS = set(`
  para paragraph item subitem sub-item section chapter annex annexe appendix appendice table figure fig footnote foot-note
  note page p pp line row column resolution res decision dec question q recommendation rec article art clause goal sdg
  target indicator objective outcome output programme program initiative phase stage step pillar level tier group sg wp
  party partie committee com module part volume vol version ver v release rev draft document doc agreement track strand
  theme topic priority prioritie category categorie class classe option scenario layer zone region room floor hall day week
  weekend session unit lot box boxe case area axis axe action kpi amendment amd corrigendum corrigenda cor supplement suppl
  addendum addenda add edition ed issue no nr number code port windows web industry agenda iso iec iso/iec rfc ieee ts tr en
  etsi 3gpp covid rio top
  résolution resolución décision decisión recommandation recomendación étude estudio cuestión artículo paragraphe párrafo
  anexo apéndice chapitre capítulo sección objectif objetivo partida punto numéro número
`);

/** Of these, in small letters, verbs or ends of a clause: they name only where no counted thing follows. */
const WEAK = set(`
  target step table stage figure note case draft com top add en item unit no issue lot box group region day week session
  agreement initiative programme outcome output area level document question option action
`);

const singular = (word: string): string =>
  word.endsWith('s') && word.length > 2 && word !== 'windows' ? word.slice(0, -1) : word;

/** The word that ends right before `at`, white space, a full stop and an opening mark between; empty for none. */
function wordBefore(view: string, at: number): string {
  let end = at;
  if (/["(]/.test(view[end - 1] ?? '')) end--;
  while (end > 0 && at - end < 4 && /\s/.test(view[end - 1])) end--;
  if (view[end - 1] === '.') end--;
  let start = end;
  while (start > 0 && end - start < 16 && /[A-Za-z\u00c0-\u024f/-]/.test(view[start - 1])) start--;
  return view.slice(start, end);
}

/** `3, 4 and ` at the end of a stretch of text: the first members of a list of numbers. */
const EARLIER_MEMBERS = /\d{1,4}\s?(?:,\s?and|,|-|&|and|or|to)\s?$/;

/**
 * Whether the number from `start` to `end` is named by the word before it: `Phase 2`, `paragraphs 3, 4 and 7`. Where
 * the word may be a verb as well (`target 49 countries`) or ends a clause (`in all regions 12 experts`), a counted
 * thing behind the number decides.
 */
export function isLabelled(view: string, start: number, end: number): boolean {
  // `Programme (2)` is a name, `Recommendations (8 new)` is none.
  if (view[start - 1] === '(' && view[end] !== ')') return false;
  const word = wordBefore(view, start);
  if (word === '') return false;
  if (LABELS.has(singular(word.toLowerCase()))) {
    const weak = word === word.toLowerCase() && WEAK.has(singular(word));
    return !weak || !pluralPhrase(view, end);
  }
  return /^(?:and|or|to)$/.test(word) && listIsLabelled(view, start);
}

/** The same for a later member of a list: the plural label stands before the first one. */
function listIsLabelled(view: string, start: number): boolean {
  let at = start;
  for (let members = 0; members < 6; members++) {
    const found = EARLIER_MEMBERS.exec(view.slice(Math.max(0, at - 12), at));
    if (!found) break;
    at -= found[0].length;
  }
  const label = at < start ? wordBefore(view, at).toLowerCase() : '';
  return label.endsWith('s') && LABELS.has(singular(label));
}
