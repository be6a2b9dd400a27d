/** One row of the table of distances, used again by every call. */
let row = new Uint16Array(64);

/**
 * The number of single-character changes that turn `a` into `b`, given up at `limit` + 1. Meant for identifiers and
 * words: what they begin and end with alike costs next to nothing, and so do lengths that differ by more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  let endA = a.length;
  let endB = b.length;
  if (Math.abs(endA - endB) > limit) return limit + 1;
  let start = 0;
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const width = endB - start;
  if (row.length <= width) row = new Uint16Array(2 * width);
  for (let j = 0; j <= width; j++) row[j] = j;
  for (let i = start; i < endA; i++) {
    const code = a.charCodeAt(i);
    // What stood to the left in the row above.
    let corner = row[0];
    let least = ++row[0];
    for (let j = 1; j <= width; j++) {
      const above = row[j];
      const change = corner + (code === b.charCodeAt(start + j - 1) ? 0 : 1);
      const one = Math.min(change, above + 1, row[j - 1] + 1);
      row[j] = one;
      if (one < least) least = one;
      corner = above;
    }
    if (least > limit) return limit + 1;
  }
  return Math.min(row[width], limit + 1);
}
