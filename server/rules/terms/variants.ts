import { perBlock } from '../../reading/per-block.ts';
import type { BlockReading, ReadBlock, Reading } from '../../reading/reading.ts';
import { scannedUnquoted, unquoted } from '../../reading/shared.ts';
import { type Name, type Parts, type Suspects, suspects } from '../../reading/suspects.ts';
import { sumOf } from '../../text/compounds.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { haveCommon } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import { isRunning } from '../text/help.ts';
import { keyOf, visitNames } from './names.ts';

/** One name as it is written in one place. */
export interface Place extends Span {
  readonly place: string;
  /** As written, with dashes and spaces of every kind told apart only by `-`, `–` and a space. */
  readonly form: string;
}

/** All the ways in which one name is written, most frequent first. */
export interface Variants {
  readonly key: string;
  readonly forms: readonly { readonly form: string; readonly places: readonly Place[] }[];
}

/** Whether a word looks like a name or an identifier rather than a word of the language. */
const isMarked = (word: string): boolean =>
  /[A-Z].*[A-Z]/.test(word) || (/\d/.test(word) && /[A-Za-z]/.test(word)) || /[a-z][A-Z]/.test(word);

/**
 * Names and words that a report writes in more than one way, differing by a hyphen, a space, a dash or capitals
 * alone: `SG-17` and `SG17`, `CyberDrill` and `Cyberdrill`, `multi-stakeholder` and `multistakeholder`.
 */
export function variantsOf(reading: Reading): Variants[] {
  const suspected = suspectsOf(reading);
  if (suspected.keys.size === 0) return [];
  const byKey = new Map<string, Map<string, Place[]>>();
  for (const block of reading.blocks) {
    for (const one of suspectsIn(block, suspected)) add(byKey, block, one);
  }
  const found: Variants[] = [];
  for (const [key, forms] of byKey) {
    if (forms.size < 2) continue;
    const joins = [...forms.keys()].some(form => /[a-z][A-Z]/.test(form));
    const kept = [...forms].filter(
      ([form]) =>
        !isShouted(form, forms) && !isCapitalPlural(form, forms) && (joins || !TWO_WORDS.test(form)),
    );
    if (kept.length < 2 || !isOneName(kept.map(([form]) => form))) continue;
    const sorted = kept
      .map(([form, places]) => ({ form, places: places.sort((a, b) => a.start - b.start) }))
      .sort(byUse);
    // `CyberSecurity Malaysia` is a name; the report's own word is cybersecurity.
    const isWord = sorted[0].form === sorted[0].form.toLowerCase();
    const others = isWord ? sorted.slice(1).filter(({ form }) => !/[a-z][A-Z]/.test(form)) : sorted.slice(1);
    if (others.length > 0) found.push({ key, forms: [sorted[0], ...others] });
  }
  return found;
}

/** A word or name of a block that may be written otherwise elsewhere; offsets count from the block's start. */
interface Candidate extends Span, Name {
  /** As it stands there; `form` is without a plural `s` and without a capital at its start. */
  readonly written: string;
}

function add(byKey: Map<string, Map<string, Place[]>>, { block }: ReadBlock, one: Candidate): void {
  let forms = byKey.get(one.key);
  if (!forms) byKey.set(one.key, (forms = new Map()));
  const by = block.span.start;
  const place = { start: one.start + by, end: one.end + by, place: block.place, form: one.written };
  const places = forms.get(one.form);
  if (places) places.push(place);
  else forms.set(one.form, [place]);
}

/** Without a plural `s`. A capital at the start of a word, as a sentence or a title gives it, is no form of its own. */
function bareForm(form: string): string {
  const singular = form.replace(/(?<=[a-z]{4}|[A-Z]{2})s$/, '');
  return /^[A-Z]?[a-z0-9]+(?:-[A-Z]?[a-z0-9]+)*$/.test(singular) ? singular.toLowerCase() : singular;
}

type Form = { readonly form: string; readonly places: readonly Place[] };

/** Most used first; of two used alike the longer one, which leaves less to guess. */
const byUse = (a: Form, b: Form): number =>
  b.places.length - a.places.length || b.form.length - a.form.length;

/** A line of capitals tells nothing: `CYBERDRILL` beside `CyberDrill`. Acronyms of up to four letters do tell. */
const isShouted = (form: string, forms: ReadonlyMap<string, unknown>): boolean =>
  form.length > 4 &&
  /^[A-Z -]+$/.test(form) &&
  [...forms.keys()].some(other => other !== other.toUpperCase());

/** `CIRTS` beside `CIRTs` is the rule acronym/plural's. */
const isCapitalPlural = (form: string, forms: ReadonlyMap<string, unknown>): boolean =>
  /^[A-Z]{2,}S$/.test(form) && forms.has(form.slice(0, -1));

/** Whether forms with one key are spellings of one name, and not two things (`resign` and `re-sign`, `it` and `IT`). */
function isOneName(forms: readonly string[]): boolean {
  const bare = forms.map(form => form.replace(/[-\u2013 ]/g, ''));
  const onlyCapitals = new Set(forms.map(form => form.toLowerCase())).size === 1;
  if (onlyCapitals) {
    // Beyond a capital at the start: one form has capitals inside, and the word is long enough to be a name.
    const inner = forms.filter(form => /[a-z][A-Z]/.test(form));
    return inner.length > 0 && (bare[0].length >= 5 || forms.some(form => /^[A-Z]+$/.test(form)));
  }
  if (forms.some(isMarked)) return true;
  // Words of the language: joined here, hyphenated there; long enough for no other word to hide in it.
  // Those that the list of house spellings has are its own.
  if (bare[0].length < 9 || /^(?:cyber|cooperat|coordinat|online|website)/i.test(bare[0])) return false;
  return forms.some(form => !/[- ]/.test(form)) && forms.some(form => form.includes('-'));
}

/** `Cyber Drill`: looked at only beside a name that joins the two, `CyberDrill`. */
const TWO_WORDS = /^[A-Z][a-z]+ [A-Z][a-z]+$/;

/** What looks like a name in a block, or is joined by a hyphen; and all other words, which matter only beside such a one. */
interface Names extends Parts {
  readonly names: readonly Candidate[];
}

const NO_NAMES: Names = { names: [], others: new Uint32Array(0) };

const namesIn = perBlock((block): Names => {
  if (!isRunning(block)) return NO_NAMES;
  const names: Candidate[] = [];
  const others: number[] = [];
  visitNames(unquoted(block), (start, end, isMarked, singular) => {
    if (isMarked) names.push(candidate(block, start, end));
    else others.push(singular);
  });
  return { names, others: Uint32Array.from(others).sort() };
});

function candidate(block: BlockReading, start: number, end: number): Candidate {
  const written = formOf(block.text.slice(start, end));
  const key = keyOf(written);
  return { start, end, written, form: bareForm(written), key, sum: sumOf(key) };
}

const suspectsOf = suspects(namesIn);

/** Every place of a block where one of the suspects stands, in whatever form: names first. */
function suspectsIn(block: ReadBlock, { keys, sums }: Suspects): readonly Candidate[] {
  const { names, others } = namesIn(block);
  const found = names.filter(({ key }) => keys.has(key));
  if (!haveCommon(others, sums)) return found;
  visitNames(unquoted(block), (start, end, isMarked, singular) => {
    if (isMarked || !sums.has(singular)) return;
    const one = candidate(block, start, end);
    if (keys.has(one.key)) found.push(one);
  });
  return found;
}

/** No-break spaces and hyphens are typography; an en dash inside a name is another form. */
const formOf = (raw: string): string =>
  raw
    .replace(/[\u00a0\u202f\s]+/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u2012\u2014\u2212]/g, '\u2013');

const SERIES_NAME = new Pattern(/(?<![\w-])(SG|FG|JCA|CWG|IRG)([- ])([A-Z][A-Za-z0-9]*[A-Z0-9])(?![\w-])/);

const seriesIn = perBlock(block => SERIES_NAME.matches(scannedUnquoted(block)));

/** Names of one series (`FG-AN`, `FG AI4H`), some with a hyphen, some with a space behind the head. */
export function seriesVariants(reading: Reading): { head: string; hyphen: Place[]; space: Place[] }[] {
  const series = new Map<string, { hyphen: Place[]; space: Place[] }>();
  for (const block of reading.blocks) {
    if (!isRunning(block)) continue;
    for (const found of seriesIn(block)) {
      const [all, head, separator] = found;
      const one = series.get(head) ?? { hyphen: [], space: [] };
      series.set(head, one);
      const start = found.index + block.block.span.start;
      const place = { start, end: start + all.length, place: block.block.place, form: all };
      (separator === '-' ? one.hyphen : one.space).push(place);
    }
  }
  return [...series]
    .filter(([, { hyphen, space }]) => hyphen.length > 0 && space.length > 0)
    .map(([head, one]) => ({ head, ...one }));
}
