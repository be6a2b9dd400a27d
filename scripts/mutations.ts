import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { MUTATIONS, type Mutation } from './mutations/list.ts';
import { ROOT } from './root.ts';

/**
 * Takes each defence of the threat model (SECURITY.md) out in a copy of the project, and runs the test that holds
 * it: the test must fail. `npm run mutate`, or `npm run mutate -- S13 S16` for some rows. Exit status 1 where a test
 * does not notice, where it fails with the defence in place, or where a mutation is no program any more.
 */
type Outcome = 'noticed' | 'NOT NOTICED' | 'NO PROGRAM' | 'FAILS ANYWAY';

/** What a copy does without: what is installed is linked to, what is built is built anew. */
const LEFT_OUT = new Set(['node_modules', '.git', 'dist', '.vscode-test', 'coverage']);

const wanted = process.argv.slice(2);
const mutations = MUTATIONS.filter(({ row }) => wanted.length === 0 || wanted.includes(row));
if (mutations.length === 0) throw new Error(`There is no row ${wanted.join(', ')}.`);

const copy = mkdtempSync(join(tmpdir(), 'gca-report-mutations-'));
try {
  cpSync(ROOT, copy, { recursive: true, filter: path => path === ROOT || !LEFT_OUT.has(basename(path)) });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const sound = soundTests();
  const began = Date.now();
  const rows = mutations.map(mutation => {
    const outcome = sound.has(keyOf(mutation)) ? mutated(mutation) : 'FAILS ANYWAY';
    console.log(`${mutation.row.padEnd(4)} ${outcome.padEnd(12)} ${mutation.out} (${mutation.file})`);
    return outcome;
  });
  const noticed = rows.filter(outcome => outcome === 'noticed').length;
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${noticed} of ${rows.length} defences: taken out, the test fails. ${seconds} s.`);
  if (noticed < rows.length) process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** The tests that pass with everything in place, each file of them run once. */
function soundTests(): Set<string> {
  const sound = new Set<string>();
  for (const file of new Set(mutations.map(({ test }) => test[0]))) {
    const passed = outcomes(run(file));
    for (const mutation of mutations)
      if (mutation.test[0] === file && passed.get(mutation.test[1])) sound.add(keyOf(mutation));
  }
  return sound;
}

/** Takes a defence out, runs its test, and puts it back. */
function mutated({ file, from, to, test: [name, title] }: Mutation): Outcome {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  try {
    const passed = outcomes(run(name, title)).get(title);
    return passed === undefined ? 'NO PROGRAM' : passed ? 'NOT NOTICED' : 'noticed';
  } finally {
    writeFileSync(path, text);
  }
}

function run(file: string, title?: string): string {
  const only =
    title === undefined ? [] : [`--test-name-pattern=^${title.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`];
  const { stdout } = spawnSync(
    process.execPath,
    [
      '--test',
      '--test-reporter=tap',
      '--test-timeout=120000',
      ...only,
      join('test', 'unit', `${file}.test.ts`),
    ],
    { cwd: copy, encoding: 'utf8', maxBuffer: 64_000_000 },
  );
  return stdout;
}

/** Of each test that ran, whether it passed, by its name. */
function outcomes(tap: string): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (const [, not, name] of tap.matchAll(/^\s*(not )?ok \d+ - (.+?)(?: # .*)?$/gm))
    found.set(name.replaceAll('\\#', '#').replaceAll('\\\\', '\\'), not === undefined);
  return found;
}

function keyOf({ test }: Mutation): string {
  return test.join('\n');
}
