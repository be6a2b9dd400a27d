import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanLines } from './floor.ts';
import { generateReport } from './generate.ts';
import { type Measure, median, processorTime, type Section, SIZES, sizeName } from './measures.ts';
import { type Check, harper, languageService, markdownIt, markdownlint, textlint } from './peers/checkers.ts';
import { checkAfterChange, freshCheck, newProject } from './speed.ts';
import { ServerProcess } from './stdio.ts';

/**
 * Other checkers of Markdown and prose, on the same texts in the same run. They are installed by the bench alone, into
 * bench/peers, in the versions that its manifest names.
 */
const HOME = join(import.meta.dirname, 'peers');
const MODULES = join(HOME, 'node_modules');
/** Left behind by an installation that went to its end: the manifest that it was made from. */
const INSTALLED = join(MODULES, '.installed.json');

function install(): void {
  const manifest = readFileSync(join(HOME, 'package.json'), 'utf8');
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === manifest) return;
  console.log('Installing the peers into bench/peers, once …');
  // No lock file: one written where a package's programs for other systems are not to be had would lack them.
  const args = [
    'install',
    '--no-package-lock',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const { status } = spawnSync('npm', args, {
    cwd: HOME,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The peers could not be installed.');
  writeFileSync(INSTALLED, manifest);
}

const named = (name: string): string =>
  `${name} ${JSON.parse(readFileSync(join(MODULES, name, 'package.json'), 'utf8')).version}`;

const CHECKERS: readonly (readonly [name: string, make: () => Promise<Check>])[] = [
  ['markdown-it', markdownIt],
  ['vscode-markdown-languageservice', languageService],
  ['markdownlint', markdownlint],
  ['@textlint/kernel', textlint],
  ['harper.js', harper],
];

/** Long enough for a report, and short enough for the slowest. */
const SIZE = 150_000;

/** Megabytes a second, and as so many times the floor's time. */
async function throughput(): Promise<Section> {
  const project = newProject();
  const text = generateReport(SIZE, 7);
  const times: [string, number][] = [
    ['the floor: four patterns, line by line', await processorTime(() => scanLines(text))],
    ['GCA Report, after a change', await checkAfterChange(project, SIZE)],
    ['GCA Report, never seen before', await freshCheck(project, SIZE)],
  ];
  for (const [name, make] of CHECKERS) {
    const check = await make();
    times.push([named(name), await processorTime(() => check(text), { runs: 3 })]);
  }
  times.push([`${named('rumdl')}, its process alone taken off`, await rumdlCheck(text)]);
  return {
    title: `Checking ${sizeName(SIZE)}, beside others`,
    measures: times.map(([what, ms]) => ({ what, value: SIZE / 1000 / ms, unit: 'MB/s' })),
  };
}

/** The command line on a text handed in, less what it takes for an empty one; by the clock, at best. */
async function rumdlCheck(text: string): Promise<number> {
  const once = (input: string): number => {
    const started = performance.now();
    spawnSync(RUMDL, ['check', '--no-cache', '--stdin'], { input });
    return performance.now() - started;
  };
  const best = (input: string) => Math.min(...Array.from({ length: 12 }, () => once(input)));
  return Math.max(0.1, best(text) - best('# Empty\n'));
}

const RUMDL = join(MODULES, '.bin', 'rumdl');

/** A typed character to new diagnostics, both servers driven in the same way one after the other. */
async function keystroke(size: number): Promise<Measure[]> {
  const text = generateReport(size, size);
  const line = text.split('\n').findIndex((words, i, all) => i > all.length / 2 && /^\d\.\d/.test(words));
  const typing = async (server: ServerProcess, language: string): Promise<number> => {
    const uri = 'file:///bench/draft.md';
    const found = await server.open(uri, text, language);
    // A server that finds nothing in such a text has not checked it, and is not to be compared.
    if (found === 0) throw new Error(`Nothing found in ${sizeName(size)} of ${language}.`);
    const times: number[] = [];
    for (let i = 0; i < 120; i++)
      times.push(await server.keystroke(uri, i + 2, line, 20 + i, 'ab cd'[i % 5]));
    await server.stop();
    return median(times.slice(60));
  };
  const ours = await typing(await ServerProcess.start(), 'gca-report');
  const theirs = await typing(await ServerProcess.of(rumdlServer(), null), 'markdown');
  return [
    { what: `${sizeName(size)}, GCA Report`, value: ours, unit: 'ms' },
    { what: `${sizeName(size)}, rumdl`, value: theirs, unit: 'ms' },
    { what: `${sizeName(size)}, GCA Report as part of rumdl`, value: ours / theirs, unit: '×', target: 1 },
  ];
}

const rumdlServer = (): ChildProcess => spawn(RUMDL, ['server'], { stdio: ['pipe', 'pipe', 'ignore'] });

export async function peers(): Promise<Section[]> {
  install();
  const sections = [await throughput()];
  const measures: Measure[] = [];
  for (const size of SIZES) measures.push(...(await keystroke(size)));
  return [
    ...sections,
    { title: 'A keystroke to new diagnostics, beside a checker written in Rust', measures },
  ];
}
