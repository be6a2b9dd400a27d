/**
 * The floor: four patterns run over the text, line by line. No checker can do less, so what a check costs is told as so
 * many times the floor of the same run: a slower or a busier machine changes both.
 */
const PATTERNS = [/\bteh\b/, /\s{2,}$/, /\b[A-Z]\.\d{3,4}\b/, /\b(\w+) \1\b/];

/** How many lines have one of the four; the number only so that nothing is optimised away. */
export function scanLines(text: string): number {
  let hits = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    for (const pattern of PATTERNS) if (pattern.test(line)) hits++;
    start += line.length + 1;
  }
  return hits;
}
