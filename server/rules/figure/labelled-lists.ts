import { isPlainPast } from '../../figures/clauses.ts';
import { isPlural } from '../../figures/words.ts';
import type { BlockReading } from '../../reading/reading.ts';
import type { ListCount } from './lists.ts';
import { AND_MORE, EXAMPLES, isNamed, NAME } from './names.ts';

/** From a figure to the colon of its list. */
const LEAD = /^([^.:;()\d"]{0,120}?):\s{0,3}/;
/** `were treated`, `have been chosen`: how a verb in the passive ends. */
const PARTICIPLE = /(?:ed|en|ld|nt|ght|und|de|ne|et)$/;
const BE = new Set(['are', 'were', 'is', 'was', 'been']);
/** `four aims for the year:`. */
const PREPOSITIONS = new Set(['of', 'for', 'in', 'at', 'during', 'under']);
/** The list is the object of these words, and not what was counted. */
const OBJECT =
  /\b(?:following|these|such|to|on|in|with|for|of|at|by|from|should|shall|will|must|would|can|may|that)$/i;
const AHEAD = /^(?:following|these|such)$/i;
const MEANS = /^(?:by|through|via|with)\s/i;

/**
 * Counts the points of a list in a sentence by their labels: `Three topics were treated: (a) laws; (b) skills.` They
 * run in order, so that the count is certain; that the figure counts them is shown by its being the only one before
 * the colon and by the words between. Undefined where there is no such list.
 */
export function labelledBehind(block: BlockReading, index: number, end: number): ListCount | undefined {
  const { view, claims } = block;
  const claim = claims[index];
  const lead = LEAD.exec(view.slice(claim.end, Math.min(end, claim.end + 124)));
  if (!lead || !announces(lead[1]) || EXAMPLES.test(lead[1])) return undefined;
  const from = claim.end + lead[0].length;
  const isOther = (i: number): boolean =>
    claims[i] !== undefined &&
    claims[i].sentence.start === claim.sentence.start &&
    claims[i].start < from &&
    claims[i].kind === undefined;
  if (isOther(index - 1) || isOther(index + 1)) return undefined;
  const list = view.slice(from, end).trimEnd();
  const read = labelsOf(list);
  // Without its full stop the sentence goes on below.
  if (!read || !/[.]["')]?$/.test(list) || AND_MORE.test(list.slice(-30))) return undefined;
  if (MEANS.test(read.first) || (isNamed(claim) && !NAME.test(read.first))) return undefined;
  if (hasLabel(`${list} ${view.slice(end, end + 12)}`, read.next)) return undefined;
  const span = { start: from, end: from + list.length };
  return { least: read.count, most: read.count, span, of: 'items', complete: true };
}

/** Whether a label stands anywhere in a text. */
const hasLabel = (text: string, label: string): boolean =>
  text.includes(`(${label})`) || text.includes(` ${label}) `);

/** Whether the words between a figure and a colon leave the figure as what is listed. */
function announces(text: string): boolean {
  const words = text.replace(',', ' ').split(/\s+/).filter(Boolean);
  if (/^(?:as follows|namely)$/.test(words.slice(-2).join(' '))) words.splice(-2);
  const last = words.at(-1);
  if (last === undefined) return true;
  if (OBJECT.test(last) || isPlural(last) || words.some(word => AHEAD.test(word))) return false;
  if (/^(?:took place|follow)$/.test(words.join(' '))) return true;
  return isPassive(words) || (PREPOSITIONS.has(words[0]) && !isPlainPast(words.join(' ')));
}

/** `were treated`, `have been chosen by the group`, `are`, `were held in Lima`. */
function isPassive(words: readonly string[]): boolean {
  let at = /^ha(?:ve|s|d)$/.test(words[0]) && words[1] === 'been' ? 2 : BE.has(words[0]) ? 1 : 0;
  if (at === 0) return false;
  if (words[at]?.endsWith('ly')) at++;
  if (PARTICIPLE.test(words[at] ?? '')) at++;
  const [first, name, ...more] = words.slice(at);
  if (first === undefined || /^(?:by|at|during)$/.test(first)) return true;
  return first === 'in' && /^[A-Z]/.test(name ?? '') && more.length === 0;
}

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const NUMBERS = Array.from({ length: 40 }, (_, i) => String(i + 1));

const LABEL = /(?:^|[;,.:]|\b(?:and|or)\b)\s{0,3}(?:and\s{1,3}|or\s{1,3})?\(?([a-z]{1,5}|\d{1,2})\)\s/g;

interface Labels {
  readonly count: number;
  /** How the first point begins. */
  readonly first: string;
  /** The label that would come next. */
  readonly next: string;
}

/** Counts labels that run on from the first one; undefined where a later one comes out of order, or one alone. */
function labelsOf(list: string): Labels | undefined {
  const opening = /^\(?([ai1])\)\s{1,3}/.exec(list);
  if (!opening) return undefined;
  const order = opening[1] === 'a' ? LETTERS : opening[1] === 'i' ? ROMAN : NUMBERS;
  let count = 0;
  for (const [, label] of list.matchAll(LABEL)) {
    const place = order.indexOf(label);
    if (place === count) count++;
    // `(i)` among letters is a point within a point.
    else if (place > count && !(order === LETTERS && ROMAN.includes(label))) return undefined;
  }
  if (count < 2 || count >= order.length) return undefined;
  return {
    count,
    first: list.slice(opening[0].length, opening[0].length + 80),
    next: order[count],
  };
}
