import type { Claim } from '../../figures/claim.ts';
import { headOf } from '../../figures/patterns.ts';

/** Before a list of some. */
export const EXAMPLES =
  /\b(?:including|includes?|such as|among (?:them|others)|e\.g|for example|for instance|inter alia|notably|especially|in particular|like)\b/i;
/** At the end of a list of some. */
export const AND_MORE = /\b(?:etc|(?:and|or|among) (?:many )?(?:others?|more))[.)\s]*$/i;

export const NAME = /^(?:the\s+)?[A-Z\u00c0-\u00de]/;
/** A name with the small words that names carry; what comes behind it is the rest of the sentence. */
export const WHOLE_NAME =
  /^(?:the\s+)?[A-Z\u00c0-\u00de][^\s]*(?:\s+(?:[A-Z\u00c0-\u00de][^\s]*|of|the|and|de|da|do|du|des|la|le|el|al|for|&))*/;

/** What is said twice of one name, or a number for each: then there are fewer names than things. */
const MANIFOLD = /\b(?:twice|thrice|times|both|each)\b|\(\s{0,3}(?:\d|two\b|three\b|four\b)/i;

/** Whether a list gives a number of its own to some of its names. */
export const isManifold = (list: string): boolean => MANIFOLD.test(list);

/** Units that a place or an organization is one of: each name counts for one and no more. */
const NAMED_UNITS = new Set(
  'country state nation economy administration city capital region partner organization organisation agency institution company'.split(
    ' ',
  ),
);

/** Whether each thing counted has a name of its own: a country, but no workshop. */
export const isNamed = ({ unit }: Claim): boolean => NAMED_UNITS.has(headOf(unit));

const PREPOSITION = /^\s*(in|for|with|on|of|from|to)\s+(?=(?:the\s+)?[A-Z\u00c0-\u00de])/;

/** Between two names, with the preposition before the second. */
const GAPS =
  /([,;]\s*(?:and\s+|or\s+)?|\sand\s+)(?:(in|for|with|on|of|from|to)\s+)?(?=(?:the\s+)?[A-Z\u00c0-\u00de])/g;

/**
 * A list without the preposition before its first name, or before each: `in Benin, in Chad and in Mali`. Undefined
 * where only some of the others have it: `in Nairobi, Kenya, and in Lima, Peru`.
 */
export function withoutPreposition(list: string): string | undefined {
  const first = PREPOSITION.exec(list);
  if (!first) return list;
  const rest = list.slice(first[0].length);
  const gaps = [...rest.matchAll(GAPS)];
  const repeated = gaps.filter(gap => gap[2] === first[1]).length;
  if (repeated === 0) return rest;
  return repeated === gaps.length ? rest.replace(GAPS, '$1') : undefined;
}

/** Whether a name goes on behind the last one, or behind pairs without an `and`: `Nairobi, Kenya and Lima, Peru`. */
const isAside = (next: string | undefined, pairs: boolean, closed: boolean): boolean =>
  next === undefined ? pairs && !closed : NAME.test(next);

/**
 * Counts the names of a list: `Benin, Chad and Mali`. Undefined for what does not read as a list of names, or
 * breaks off before its last `and`.
 */
export function namesIn(list: string): { least: number; most: number } | undefined {
  const plain = list
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[\s\uFEFF]+/g, ' ')
    .trim()
    .replace(/[.:]$/, '');
  if (plain.includes('"')) return undefined;
  const separator = plain.includes(';') ? ';' : ',';
  const parts = plain.split(separator).map(part => part.trim());
  let least = 0;
  let most = 0;
  let joined = false;
  let pairs = false;
  for (const [i, part] of parts.entries()) {
    const led = /^(?:and|or)\s+/i.exec(part);
    const body = led ? part.slice(led[0].length) : part;
    if (!NAME.test(body)) {
      // `…, Chad and Togo, which`: the list ended with the `and` before.
      return joined ? { least: least + 1, most } : undefined;
    }
    const name = WHOLE_NAME.exec(body)?.[0].replace(/(?:\s+(?:of|the|and|de|for|&))+$/, '') ?? body;
    const inner = name.split(/\s+and\s+(?=(?:the\s+)?[A-Z\u00c0-\u00de])/).length;
    const last = led !== null || i === parts.length - 1;
    const cut = name.length < body.replace(/\s+$/, '').length;
    if (!last && cut && separator === ',') return undefined;
    most += inner;
    least += last && !led && inner > 1 ? 2 : 1;
    joined = inner > 1;
    if (last)
      return most >= 2 && !isAside(parts[i + 1], pairs, led !== null || joined) ? { least, most } : undefined;
    pairs ||= joined;
  }
  return undefined;
}
