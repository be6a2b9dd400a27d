import type { Span } from '../text/span.ts';
import type { NumberRead } from './numbers.ts';
import { pluralPhrase, singularPhrase } from './phrases.ts';
import { VERSIONED_NAMES } from './refusals.ts';
import { NOT_RECURRING, RECURRING, RECURRING_FIRST } from './words.ts';

/** An edition, meeting or version that a text numbers. */
export interface OrdinalRead {
  readonly start: number;
  readonly end: number;
  readonly number: Span;
  readonly value: number;
  readonly comparator: '=';
  /** Undefined where the noun stands behind a second ordinal: `fifth and sixth editions`. */
  readonly unit: string | undefined;
}

const isCapitalised = (word: string): boolean => /^[A-Z]/.test(word);
const singular = (word: string): string => word.toLowerCase().replace(/s$/, '');

/** `meeting`, `Sessions`, and names made of such a word: `RegForum`, `CyberDrill`. */
const isRecurring = (word: string): boolean =>
  RECURRING.has(singular(word)) || /(?:forum|drill|summit)$/.test(singular(word));

/**
 * Reads what an ordinal numbers: `third iteration`, `2nd meeting`, `6th Central European Dialogue`. Undefined for what
 * no report counts (`third party`, `second half`), and for what is only called first (`first results`).
 */
export function ordinalClaim(view: string, start: number, number: NumberRead): OrdinalRead | undefined {
  const span: Span = { start, end: number.end };
  const of = { start, number: span, value: number.value, comparator: '=' as const };
  if (/^-/.test(view.slice(number.end, number.end + 1))) return undefined;
  if (
    /^(?:,|\s+(?:and|or|to))\s+(?:\d|[a-z]+(?:th|st|nd|rd|second)\b)/.test(
      view.slice(number.end, number.end + 24),
    )
  )
    return { ...of, end: number.end, unit: undefined };
  const phrase = singularPhrase(view, number.end) ?? pluralPhrase(view, number.end);
  if (!phrase || NOT_RECURRING.has(phrase.words[0].toLowerCase())) return undefined;
  const head = phrase.words[phrase.words.length - 1];
  const at = phrase.words.findIndex(isRecurring);
  if (number.value === 1) {
    const named = phrase.words.filter(isCapitalised).length >= 2 || /[a-z][A-Z]/.test(head);
    const counted = phrase.words.some(word => RECURRING_FIRST.has(singular(word))) || (at >= 0 && named);
    if (!counted) return undefined;
  }
  return { ...of, end: phrase.end, unit: at >= 0 ? phrase.words[at] : head };
}

const VERSION_BEFORE = /(?:^|[^A-Za-z])([A-Z]{2,8})[\s-]{0,2}(?:[vV]\.?|[Vv]ersion\s)\s?$/;

/**
 * Reads the edition in a name with a version: `GCIv4`, `GCI version 5`. Protocols (IPv6) are names, and decimals
 * (`Metadata Version 1.0`) number a specification.
 */
export function versionAt(view: string, start: number, end: number): OrdinalRead | undefined {
  const digits = view.slice(start, end);
  if (!/^\d{1,2}$/.test(digits) || /^(?:[A-Za-z\d]|\.\d)/.test(view.slice(end, end + 2))) return undefined;
  const from = Math.max(0, start - 20);
  const found = VERSION_BEFORE.exec(view.slice(from, start));
  if (!found || VERSIONED_NAMES.has(found[1])) return undefined;
  const begin = from + found.index + found[0].indexOf(found[1]);
  const mark = start - (/[vV]\.?$/.test(found[0]) ? (found[0].endsWith('.') ? 2 : 1) : 0);
  return {
    start: begin,
    end,
    number: { start: mark, end },
    value: Number(digits),
    comparator: '=',
    unit: 'version',
  };
}
