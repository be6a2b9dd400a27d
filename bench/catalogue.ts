/**
 * What the catalogue costs: `node --expose-gc bench/catalogue.ts`. Prints each figure with its limit and fails where
 * one is passed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { Catalogue } from '../server/catalogue/catalogue.ts';

const data = join(resolve(fileURLToPath(import.meta.url), '../..'), 'data');
const names = readdirSync(join(data, 'catalogue')).map(name => `catalogue/${name}`);
const texts = new Map(names.map(name => [name, readFileSync(join(data, name), 'utf8')]));
/** From memory, so that the disk is not measured; decoded anew each time, as a host would hand it over. */
const assets = { read: async (name: string) => Buffer.from(texts.get(name) ?? '').toString('utf8') };

function line(what: string, value: number, unit: string, limit: number): void {
  const passed = value <= limit;
  console.log(`${passed ? 'ok  ' : 'SLOW'} ${what}: ${value.toPrecision(3)} ${unit} (limit ${limit})`);
  if (!passed) process.exitCode = 1;
}

const milliseconds = async (run: () => unknown): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

/** The middle of several runs, in milliseconds. */
function median(times: number, run: () => unknown): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return taken[times >> 1];
}

const deflated = [...texts.values()].reduce(
  (sum, text) => sum + deflateRawSync(text, { level: 9 }).length,
  0,
);
line('all files, each deflated', deflated / 1000, 'kB', 700);

const collect = globalThis.gc;
collect?.();
const before = process.memoryUsage().heapUsed;
const catalogue = new Catalogue(assets);
line('cold load of the series X', await milliseconds(() => catalogue.ready(['X.1205'])), 'ms', 20);
line('cold load of everything', await milliseconds(() => catalogue.ready('all')), 'ms', 60);

const ids = [...catalogue.ids()];
let at = 0;
const next = () => ids[(at = (at + 7919) % ids.length)];
const everyOne = await milliseconds(() => {
  for (const { id, sector } of ids) catalogue.get(id, sector);
});
line(`a look-up, mean of all ${ids.length}`, everyOne / ids.length, 'ms', 0.1);
line(
  'the longest look-up (H.222.0 and its parts)',
  median(101, () => catalogue.get('H.222.0')),
  'ms',
  0.1,
);
const report = { year: 2022, month: 2, day: 10 };
line(
  'a status',
  median(1001, () => catalogue.get(next().id)?.statusAt(report)),
  'ms',
  0.1,
);
line(
  'ready when all is loaded',
  median(1001, () => catalogue.ready([next().id])),
  'ms',
  0.1,
);
line(
  'the first search in titles',
  await milliseconds(() => catalogue.searchTitle('cybersecurity', 20)),
  'ms',
  300,
);
const words = [
  'overview of cyb',
  'security requirements and framework for the inter',
  'quantum key distribution network',
  'spam',
];
line(
  'a search in titles',
  median(101, () => words.map(text => catalogue.searchTitle(text, 20))) / words.length,
  'ms',
  5,
);
const quoted = 'Framework for the creation and operation of a cyber defense centre';
line(
  'a title looked for',
  median(101, () => catalogue.byTitle(quoted, 5)),
  'ms',
  5,
);
line(
  'the nearest numbers',
  median(101, () => catalogue.nearest('X.1701')),
  'ms',
  5,
);

if (collect) {
  collect();
  line('memory, everything loaded and searched', (process.memoryUsage().heapUsed - before) / 1e6, 'MB', 25);
} else console.log('memory is measured with --expose-gc only');
if (catalogue.get('X.1205') === undefined) throw new Error('the catalogue is empty');
