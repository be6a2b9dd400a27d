import type { PartialDate } from '../../text/dates.ts';

/**
 * What a wrong form breaks: the name of a plan, body, event or place; the official name of a country, where a
 * short form is in common use; a name that was changed on a day; the spelling of a word in any English; the
 * house's own spelling; good wording.
 */
export type TermKind = 'name' | 'official' | 'former' | 'misspelling' | 'spelling' | 'wording';

/** One entry of data/terms.json, or of a workspace's own list (schemas/terms.schema.json). */
export interface Term {
  /** The form to write. */
  readonly write: string;
  /**
   * The forms not to write. Capitals do not matter, unless a form differs from `write` in nothing else, or
   * `matchCase` is set.
   */
  readonly not: readonly string[];
  readonly kind: TermKind;
  /** A key of the list's `sources`. */
  readonly source: string;
  readonly matchCase?: boolean;
  /** True: `write` in any other capitals is a wrong form too (all capitals excepted). */
  readonly capitals?: boolean;
  /** Words that, standing right behind or before the wrong form, make it another thing. */
  readonly notBefore?: readonly string[];
  readonly notAfter?: readonly string[];
  /** For `former`: the first day, month or year of the new name, as `2018-04-19`, `2018-04` or `2018`. */
  readonly since?: string;
  /** What a user should know beyond the two forms; shown behind the message. */
  readonly note?: string;
}

export interface TermSource {
  readonly title: string;
  readonly url?: string;
  /** The day on which the source was looked at, ISO. */
  readonly date: string;
}

export interface TermList {
  readonly sources: Readonly<Record<string, TermSource>>;
  readonly terms: readonly Term[];
}

/** The first day of a `since`, as a partial date. */
export function sinceOf(term: Term): PartialDate | undefined {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(term.since ?? '');
  if (!found) return undefined;
  return {
    year: Number(found[1]),
    ...(found[2] ? { month: Number(found[2]) } : {}),
    ...(found[3] ? { day: Number(found[3]) } : {}),
  };
}
