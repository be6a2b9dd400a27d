import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMet, type Section } from './measures.ts';
import { printed, within } from './page.ts';
import { picture } from './picture.ts';

/**
 * Every measurement, each part in a process of its own so that none warms another: `npm run bench`. With `--write` the
 * tables of docs/performance.md and its picture are made anew; names of parts measure these alone.
 */
const PARTS = ['peers', 'speed', 'keystroke', 'start', 'figures', 'citations', 'bundles'] as const;

/** Parts that print for themselves and end with 1 where a limit of theirs is missed. */
const SCRIPTS: readonly (readonly string[])[] = [['--expose-gc', 'bench/catalogue.ts'], ['bench/word.ts']];

const ROOT = join(import.meta.dirname, '..');
const FLAGS = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];

async function measure(part: string): Promise<Section[]> {
  const child = fork(join(import.meta.dirname, 'part.ts'), [part], { cwd: ROOT, execArgv: FLAGS });
  const ended = once(child, 'exit');
  const sections = await Promise.race([once(child, 'message').then(([sent]) => sent as Section[]), ended]);
  if (!('title' in sections[0])) throw new Error(`The part ${part} ended without a figure.`);
  await ended;
  return sections as Section[];
}

const asked = process.argv.slice(2).filter(word => !word.startsWith('--'));
const sections: Section[] = [];
for (const part of PARTS) {
  if (asked.length > 0 && !asked.includes(part)) continue;
  const found = await measure(part);
  sections.push(...found);
  console.log(found.map(printed).join('\n'));
}
for (const flags of asked.length > 0 ? [] : SCRIPTS) {
  try {
    console.log(`\n${flags.at(-1)}`);
    execFileSync(process.execPath, [...FLAGS, ...flags], { cwd: ROOT, stdio: 'inherit' });
  } catch {
    // It has said what it missed.
    process.exitCode = 1;
  }
}
const missed = sections.flatMap(({ measures }) => measures.filter(one => !isMet(one)));
console.log(missed.length === 0 ? '\nEvery target is met.' : '\nMissed:');
for (const { what } of missed) console.log(`  ${what}`);

if (process.argv.includes('--write')) {
  const page = join(ROOT, 'docs/performance.md');
  writeFileSync(page, within(readFileSync(page, 'utf8'), sections));
  writeFileSync(join(ROOT, 'docs/images/performance.svg'), picture(sections));
}
