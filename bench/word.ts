import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../scripts/root.ts';
import { builtinProfiles } from '../server/profiles/builtin.ts';
import { parseReport } from '../server/report/parse.ts';
import { vocabularyOf } from '../server/report/vocabulary.ts';
import { generateReport } from './generate.ts';

/**
 * Word in and out, from the built file where there is one: loading it, writing a report of 20 pages, reading one of
 * 100. A page of the Council's layout holds some 2 800 characters. Fails above the limits.
 */
const PAGE = 2800;
const LIMIT_MS = 1000;

type Word = typeof import('../server/word/index.ts');

const built = join(ROOT, 'dist', 'word.js');

/** The time of one run, the first: who exports a report does so once. */
async function timed<T>(run: () => T | Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  const result = await run();
  return [result, performance.now() - start];
}

const load = async (): Promise<Word> => {
  if (!existsSync(built)) return import('../server/word/index.ts');
  const module = { exports: {} as Word };
  new Function('module', readFileSync(built, 'utf8'))(module);
  return module.exports;
};

const report = (pages: number, seed: number) =>
  parseReport(generateReport(pages * PAGE, seed), vocabularyOf(builtinProfiles));

/** A document of so many pages, as bytes. */
async function written(word: Word, pages: number, seed: number): Promise<Uint8Array> {
  const out = await word.exportWord(report(pages, seed));
  if ('refused' in out) throw new Error(out.refused);
  return out.bytes;
}

const [word, loading] = await timed(load);
if (existsSync(built)) {
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  console.log(
    `word.js: ${kilobytes(statSync(built).size)}, packed ${kilobytes(gzipSync(readFileSync(built)).length)}`,
  );
}
const [, writing] = await timed(() => written(word, 20, 3));
const long = await written(word, 100, 5);
const [, reading] = await timed(() => word.importWord(long));
const [, first] = await timed(async () => (await load()).importWord(await written(word, 20, 9)));
for (const [name, ms, limit] of [
  ['loading, on first use', loading, LIMIT_MS],
  ['writing a report of 20 pages', writing, LIMIT_MS],
  [`reading one of 100 pages (${Math.round(long.length / 1000)} kB)`, reading, LIMIT_MS],
  ['loading anew, writing and reading 20 pages', first, 3 * LIMIT_MS],
] as const) {
  console.log(`${name}: ${ms.toFixed(0)} ms`);
  if (ms <= limit) continue;
  console.error(`  That is above ${limit} ms.`);
  process.exitCode = 1;
}
