import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { check } from 'recheck';
import { filesIn, type Pattern, patternsIn, patternsMade } from './patterns/collect.ts';
import { patternsOfData } from './patterns/data.ts';
import { exercise } from './patterns/exercise.ts';
import { REVIEWED, REVIEWED_FILES } from './patterns/reviewed.ts';
import { ROOT } from './root.ts';

/**
 * Whether every regular expression of the program runs in time linear in its text, by recheck: `npm run patterns`.
 * Verdicts are kept, since they depend on nothing but the pattern: only new patterns are looked at, `--all` looks at
 * every one again. `--write` keeps what was found. One that is not linear is mended, or stands in patterns/reviewed.ts
 * with the reason why its text is never long.
 */
const all = process.argv.includes('--all');
const write = all || process.argv.includes('--write');
const KEPT = join(ROOT, 'scripts/patterns/linear.json');

/** How long one pattern is looked at, in milliseconds; none has been seen to need a fifth of it. */
const TIMEOUT = 120_000;

const { version } = createRequire(import.meta.url)('recheck/package.json') as { version: string };
const kept = JSON.parse(readFileSync(KEPT, 'utf8')) as { recheck: string; linear: string[] };
const known = new Set(!all && kept.recheck === version ? kept.linear : []);

const nameOf = ({ source, flags }: Pattern): string => `/${source}/${flags}`;
const sumOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 16);

const problems: string[] = [];
const files = [...filesIn('server'), ...filesIn('client')].map(patternsIn);
const made = await patternsMade(exercise);
for (const place of files.flatMap(file => file.made)) {
  if (!made.some(pattern => pattern.place === place))
    problems.push(`${place}: no pattern was seen to be made here. Use it in scripts/patterns/exercise.ts.`);
}
for (const place of files.flatMap(file => file.silent))
  problems.push(
    `${place}: a text is searched by a text, which JavaScript takes for a pattern. Use includes or a literal.`,
  );

const patterns = new Map<string, Pattern>();
for (const pattern of [...files.flatMap(file => file.literals), ...made, ...patternsOfData()]) {
  if (!patterns.has(nameOf(pattern))) patterns.set(nameOf(pattern), pattern);
}
const reviewed = new Set(REVIEWED.map(({ sum }) => sum));
const sums = new Set([...patterns.keys()].map(sumOf));
for (const { sum, begins } of REVIEWED)
  if (!sums.has(sum)) problems.push(`patterns/reviewed.ts: the program has no pattern ${begins}… any more.`);

let looked = 0;
let bounded = 0;
const linear: string[] = [];
for (const [name, pattern] of patterns) {
  const sum = sumOf(name);
  if (known.has(sum)) {
    linear.push(sum);
    continue;
  }
  const isReviewed = reviewed.has(sum) || pattern.place in REVIEWED_FILES;
  if (isReviewed && !all) {
    bounded++;
    continue;
  }
  looked++;
  const found = await check(pattern.source, pattern.flags, { timeout: TIMEOUT, randomSeed: 1 });
  if (found.status === 'safe') linear.push(sum);
  else if (found.status === 'vulnerable' && isReviewed && found.complexity?.type !== 'exponential') bounded++;
  else {
    const why = found.status === 'vulnerable' ? found.complexity?.summary : JSON.stringify(found.error);
    problems.push(`${pattern.place}: ${name}\n  sum ${sum}, ${found.status}: ${why}`);
  }
}
if (write) {
  const text = JSON.stringify({ recheck: version, linear: linear.sort() }, null, 2);
  writeFileSync(KEPT, `${text}\n`);
}
for (const problem of problems) console.error(problem);
console.log(
  `${patterns.size} patterns: ${linear.length} linear, ${bounded} reviewed, ${looked} looked at now; ${problems.length} problems.`,
);
process.exit(problems.length > 0 ? 1 : 0);
