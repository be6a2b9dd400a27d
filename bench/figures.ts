/**
 * What figures cost: a draft of 15 KB against ten earlier reports after a keystroke, and 1.5 MB in full, claims,
 * series and verdicts each. Prints each figure with its limit and fails where one is passed.
 * Run with `node bench/figures.ts`.
 */
import { pathToFileURL } from 'node:url';
import { findClaims } from '../server/figures/claims.ts';
import { INDICATORS } from '../server/figures/indicators.ts';
import { linkSeries } from '../server/figures/series.ts';
import { builtinProfiles } from '../server/profiles/builtin.ts';
import { ReadingMemory, readReport } from '../server/reading/read.ts';
import type { Reading } from '../server/reading/reading.ts';
import { parseReport } from '../server/report/parse.ts';
import { vocabularyOf } from '../server/report/vocabulary.ts';
import { generateReport } from './generate.ts';

const DRAFT = 15_000;
const HUGE = 1_500_000;
const REPORTS = 10;

const vocabulary = vocabularyOf(builtinProfiles);
const parsed = (text: string) => parseReport(text, vocabulary);

/** The best of the runs, in milliseconds: what else the machine does is not measured. The first ones warm up. */
function best(times: number, run: (i: number) => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times + 5; i++) {
    const start = performance.now();
    run(i);
    if (i >= 5) least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Finds the claims of every block anew and links them; identifiers are found beforehand. */
function inFull(reading: Reading, archive: readonly Reading[]): void {
  const blocks = reading.blocks.map(block => {
    const remembered = { ...block.remembered, claims: findClaims(block.scanned, block.citations) };
    return { ...block, ...remembered, remembered };
  });
  linkSeries({ ...reading, blocks }, archive, INDICATORS);
}

/** The lines of the report, and whether every limit was kept. */
export function benchFigures(): { lines: string[]; passed: boolean } {
  const lines: string[] = [];
  let passed = true;
  const line = (what: string, value: number, limit: number) => {
    if (value > limit) passed = false;
    lines.push(`${value <= limit ? 'ok  ' : 'SLOW'} ${what}: ${value.toFixed(2)} ms (limit ${limit})`);
  };
  const archive = Array.from({ length: REPORTS }, (_, i) =>
    readReport(`archive/${2015 + i}.md`, parsed(generateReport(DRAFT, i + 1, 2015 + i))),
  );
  const text = generateReport(DRAFT, 99, 2025);
  const memory = new ReadingMemory();
  const paragraph = text.indexOf('.', text.length >> 1);
  const typed = Array.from({ length: 40 }, (_, i) => {
    const version = `${text.slice(0, paragraph)} and ${i + 20} countries${text.slice(paragraph)}`;
    return readReport('draft.md', parsed(version), memory);
  });
  line(
    'claims and verdicts after a keystroke, 15 KB against ten reports',
    best(30, i => linkSeries(typed[i], archive, INDICATORS)),
    5,
  );
  const draft = readReport('draft.md', parsed(text));
  line(
    'the same in full',
    best(30, () => inFull(draft, archive)),
    20,
  );
  const huge = readReport('huge.md', parsed(generateReport(HUGE, 7, 2025)));
  const claims = huge.blocks.reduce((sum, block) => sum + block.claims.length, 0);
  line(
    `1.5 MB in full, ${claims} figures against ten reports`,
    best(10, () => inFull(huge, archive)),
    100,
  );
  return { lines, passed };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { lines, passed } = benchFigures();
  for (const one of lines) console.log(one);
  if (!passed) process.exitCode = 1;
}
