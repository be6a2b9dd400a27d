import type { Span } from '../text/span.ts';

export type Comparator = '=' | '>' | '>=' | '<' | '~' | 'range';

/**
 * What the number is a number of: a running total, a total of the reporting period, a state on a day, an ordinal
 * edition, or something that never changes (five pillars).
 */
export type Scope = 'cumulative' | 'period' | 'as-of' | 'ordinal' | 'constant';

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
}
