import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../scripts/root.ts';
import { countsText } from './counts.ts';
import { stopServers } from './in-editor.ts';
import { minimal } from './minimal.ts';
import { type Outcome, PROPERTIES, type Property } from './properties.ts';
import { shown } from './shown.ts';

/**
 * Tries every property on made-up texts for as long as asked: `npm run fuzz -- --minutes 10`. The seed is printed;
 * with `--seed` the same texts come again, with `--only WORDS` only the properties whose names hold the words.
 * What fails is printed as short as it can be made, and kept in dist/fuzz/.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string', default: '' },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error('--minutes is a number above 0, --seed a whole number.');
  process.exit(2);
}
const chosen = PROPERTIES.filter(({ name }) => name.includes(values.only));
if (chosen.length === 0) {
  console.error(
    `No property is named “${values.only}”. There are:\n${PROPERTIES.map(({ name }) => `  ${name}`).join('\n')}`,
  );
  process.exit(2);
}

/** How long one property is tried before the next has its turn, in milliseconds. */
const TURN = Math.min(6000, (minutes * 60_000) / chosen.length);
const FAILURES = join(ROOT, 'dist', 'fuzz');

console.log(`seed ${seed}, ${chosen.length} properties, ${minutes} minutes`);
const end = Date.now() + minutes * 60_000;
const failed = new Map<Property, number>();
let turn = 0;
while (Date.now() < end) {
  const property = chosen[turn % chosen.length];
  // A property that failed is not tried again: it would find the same.
  if (failed.has(property)) {
    if (failed.size === chosen.length) break;
    turn++;
    continue;
  }
  const turnSeed = (seed + turn * 7919) % 2 ** 31;
  const outcome = await property.tried({ numRuns: 1e6, seed: turnSeed, interruptAfterTimeLimit: TURN });
  if (outcome) {
    failed.set(property, turnSeed);
    await tell(property, turnSeed, outcome);
  }
  turn++;
  await stopServers();
}
console.log(`${countsText()}; ${failed.size} of ${chosen.length} properties failed`);
process.exitCode = failed.size > 0 ? 1 : 0;

async function tell(
  { name, of }: Property,
  turnSeed: number,
  { on, error, path }: NonNullable<Outcome>,
): Promise<void> {
  console.log(
    `\nFAILED: ${name}\nseed ${turnSeed}, path ${path}\n${on.map(shown).join('\n')}\n${textOf(error)}`,
  );
  const [text] = on;
  let short: string | undefined;
  if (of && typeof text === 'string') {
    const fails = async (one: string): Promise<boolean> =>
      of(one).then(
        () => false,
        () => true,
      );
    if (await fails(text)) short = await minimal(text, fails);
    if (short !== undefined) console.log(`The shortest text that fails: ${JSON.stringify(short)}`);
  }
  mkdirSync(FAILURES, { recursive: true });
  const file = join(FAILURES, `${turnSeed}.json`);
  writeFileSync(
    file,
    JSON.stringify({ name, seed: turnSeed, path, on, short, error: textOf(error) }, null, 2),
  );
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.stack, error.cause && `because of ${textOf(error.cause)}`]
    .filter(Boolean)
    .join('\n')
    .slice(0, 6000);
}
