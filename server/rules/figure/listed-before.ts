import type { BlockReading } from '../../reading/reading.ts';
import type { ListCount } from './lists.ts';
import {
  AND_MORE,
  EXAMPLES,
  isManifold,
  isNamed,
  NAME,
  namesIn,
  WHOLE_NAME,
  withoutPreposition,
} from './names.ts';

/** Longest list that is read. */
const LONGEST = 2000;

const IN_ALL = /^\s+(?:in all|in total|altogether)(?=\s{0,3}(?:[.,;)]|$))/;
const CLOSED = /^\s{0,3}\)/;
const OPENED = /\s\(\s{0,3}(a total of\s+|in all,?\s+|in total,?\s+)?$/;
const PARTED = /(?:,|\s-)\s+(a total of\s+|in all,?\s+|in total,?\s+|altogether,?\s+|making\s+)?$/;

/** Behind these, names are left out of the number. */
const NOT_THOSE = /\b(?:addition to|besides|apart from|except|excluding|other than|beyond|unlike|not)\b/i;
/** A name before the list: it may be of the same sort. */
const ANOTHER = /\b(?:in|for|from|to|with|at|of)\s+(?:the\s+)?[A-Z\u00c0-\u00de][a-z]/;
/** Names that stand for several countries, and short names that may. */
const OF_SEVERAL =
  /\b(?:Africa|Americas?|Asia|Europe|Oceania|Pacific|Caribbean|Arab|Gulf|Balkans|Middle East|CIS|Commonwealth|Islands|[A-Za-z]*[Rr]egion|Community|Union|[A-Z]{3,})\b/;
const SMALL = new Set('of the and de da do du des la le el al for &'.split(' '));

/**
 * Reads the list that a figure sums up behind it: `in Benin, Chad and Mali, three countries in all`, `in Benin, Chad
 * and Mali (three countries)`. Only for what has a name of its own: of workshops several may be in one place.
 */
export function listBefore({ view, claims }: BlockReading, index: number): ListCount | undefined {
  const claim = claims[index];
  if (!isNamed(claim) || claim.comparator !== '=') return undefined;
  const last = claims[index - 1];
  const from = Math.max(claim.sentence.start, claim.start - LONGEST, last ? last.end : 0);
  const before = view.slice(from, claim.start);
  const after = view.slice(claim.end, claim.end + 20);
  const inAll = IN_ALL.exec(after);
  const opened = OPENED.exec(before);
  const closed = CLOSED.test(after.slice(inAll?.[0].length ?? 0));
  const opener = opened && closed ? opened : opened ? null : PARTED.exec(before);
  const sum = inAll !== null || opener?.[1] !== undefined;
  if (!opener || !(sum || opened)) return undefined;
  const list = namesAtEnd(before.slice(0, opener.index));
  if (!list || isManifold(list.text)) return undefined;
  if (
    /^(?:countr|state|nation|econom)/i.test(claim.unit.split(' ').pop() ?? '') &&
    OF_SEVERAL.test(list.text)
  )
    return undefined;
  const plain = withoutPreposition(list.text);
  const counted = plain === undefined ? undefined : namesIn(plain);
  if (!counted) return undefined;
  const span = { start: from + list.start, end: from + list.start + list.text.length };
  // A bracket may speak of the last name alone.
  return { ...counted, span, of: 'names', complete: true, ...(sum ? {} : { likely: true }) };
}

/** The list of names that a text ends with, where nothing before it can belong to it. */
function namesAtEnd(text: string): { readonly start: number; readonly text: string } | undefined {
  if (/[";:]/.test(text) || AND_MORE.test(text.slice(-30))) return undefined;
  let start = text.length;
  for (let comma = text.lastIndexOf(','); ; comma = text.lastIndexOf(',', comma - 1)) {
    const part = text.slice(comma + 1, start).replace(/,$/, '');
    const body = part.replace(/^\s*(?:and\s+|or\s+)?(?:(?:in|for|with|on|of|from|to)\s+)?/, '').trimEnd();
    const whole = NAME.test(body) && WHOLE_NAME.exec(body)?.[0].length === body.length;
    if (whole && comma > 0) {
      start = comma + 1;
      continue;
    }
    const name = nameAtEnd(part);
    if (name === undefined || start === text.length) return undefined;
    start = comma + 1 + name;
    break;
  }
  const lead = text.slice(0, start);
  if (EXAMPLES.test(lead.slice(-60)) || NOT_THOSE.test(lead.slice(-60)) || ANOTHER.test(lead))
    return undefined;
  return { start, text: text.slice(start) };
}

/** Where the name begins that a text ends with. */
function nameAtEnd(text: string): number | undefined {
  const words = [...text.matchAll(/\S+/g)];
  let first: number | undefined;
  for (let i = words.length - 1; i >= 0; i--) {
    const [word] = words[i];
    if (NAME.test(word)) first = words[i].index;
    else if (!SMALL.has(word)) break;
  }
  return first;
}
