/** A half-open stretch of text, in UTF-16 code units from the start of the text it belongs to. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `inner` lies wholly inside `outer`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** The same span, `by` code units further on. */
export const shifted = (s: Span, by: number): Span => ({ start: s.start + by, end: s.end + by });

/** The slice of `text` that a span covers. */
export const slice = (text: string, s: Span): string => text.slice(s.start, s.end);
