/**
 * The number of single-character changes that turn `a` into `b`, given up at `limit` + 1. Meant for identifiers and
 * words: texts whose lengths differ by more than `limit` cost nothing.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1] + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      row[j] = Math.min(change, previous[j] + 1, row[j - 1] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    previous = row;
  }
  return previous[b.length];
}
