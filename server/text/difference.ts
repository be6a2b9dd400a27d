/** How much two texts have in common at their starts and at their ends: two stretches that do not overlap. */
export interface Common {
  readonly start: number;
  readonly end: number;
}

/**
 * What two texts have in common, in code units. Slices are compared whole, which costs a fraction of looking at each
 * character; the place where they part is found by halving.
 */
export function commonEnds(a: string, b: string): Common {
  if (a === b) return { start: a.length, end: 0 };
  const shorter = Math.min(a.length, b.length);
  const start = longest(shorter, (from, to) => a.slice(from, to) === b.slice(from, to));
  const end = longest(
    shorter - start,
    (from, to) => a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from),
  );
  return { start, end };
}

/** The same, and neither stretch ends between the two halves of a character: an editor writes no half of one. */
export function commonCharacters(a: string, b: string): Common {
  const { start, end } = commonEnds(a, b);
  return {
    start: start - Number(isSecondHalf(a, start) || isSecondHalf(b, start)),
    end: end - Number(end > 0 && isSecondHalf(a, a.length - end)),
  };
}

const isSecondHalf = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** The most code units, up to `limit`, for which every stretch `isSame`; the same stretch is never compared twice. */
function longest(limit: number, isSame: (from: number, to: number) => boolean): number {
  let same = 0;
  let step = limit;
  while (step > 0) {
    const to = Math.min(limit, same + step);
    if (to > same && isSame(same, to)) same = to;
    step = step === 1 ? 0 : (step + 1) >> 1;
    if (same === limit) break;
  }
  return same;
}
