import type { Span } from '../text/span.ts';

export type Comparator = '=' | '>' | '>=' | '<' | '~' | 'range';

/**
 * What the number is a number of: a running total, a total of the reporting period, a state on a day, an ordinal
 * edition, or something that never changes (five pillars).
 */
export type Scope = 'cumulative' | 'period' | 'as-of' | 'ordinal' | 'constant';

/** The sort of figure: 24 drills, the third edition, three years, 45 per cent, USD 1.2 million, aged 8 to 12. */
export type ClaimKind = 'count' | 'ordinal' | 'duration' | 'percentage' | 'amount' | 'limit';

/** A figure found in a text: a number of things. Offsets are those of the text it was found in. */
export interface Claim extends Span {
  readonly value: number;
  /** The upper end where `comparator` is `range`. */
  readonly valueMax?: number;
  readonly comparator: Comparator;
  /** The thing counted, as written, without its modifiers: `countries`, `Member States`, `work items`. */
  readonly unit: string;
  /** The number alone. */
  readonly number: Span;
  readonly scope: Scope;
  /** `As of May 2023`: the day or month the figure holds for, `2023-05`. */
  readonly asOf?: { readonly value: string; readonly span: Span };
  /** The sentence it stands in. */
  readonly sentence: Span;
  /** Left out for a count of things. */
  readonly kind?: ClaimKind;
  /** The sentence speaks of what is still to come: a plan, not a state. */
  readonly future?: boolean;
  /** The sentence itself says the scope (`so far`, `In 2021,`); else `scope` is only the likeliest reading. */
  readonly scopeSaid?: boolean;
  /** Nothing says the scope, and it is told in the plain past: done in one year, or in all years. */
  readonly past?: boolean;
  /** The unit is that of another figure: `14 of them`, `12 of the 54 countries`. */
  readonly borrowed?: boolean;
}
