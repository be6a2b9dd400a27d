import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/root.ts';
import { plan2023, write } from '../unit/support/reports.ts';

/**
 * Two processes that write the same file: one is held at every step that it takes with the file, the other does its
 * work meanwhile, or waits until the first has gone on.
 */
const QUIET = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';
const NEVER = Number.MAX_SAFE_INTEGER;
const SOUND = write(plan2023(), 'markdown');
const FAULTY = SOUND.replace('2. Technical and Procedural Measures', '2. Technical Measures');
const REPEATED = SOUND.replace('2.2 More', '2.1 More');

async function inFolder(files: Readonly<Record<string, string>>, body: (folder: string) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'gca-report-together-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A call of the command line in a process of its own. */
class Call {
  readonly process: ChildProcess;
  err = '';
  /** The step at which it is held, or waits for another; undefined where it went to its end. */
  readonly held: Promise<string | undefined>;
  readonly ended: Promise<number | null>;

  constructor(folder: string, name: string, step: number, argv: readonly string[]) {
    const script = join(ROOT, 'test/faults/paused.ts');
    this.process = fork(script, [name, String(step), ...argv], {
      cwd: folder,
      execArgv: [QUIET],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.process.stderr?.on('data', (text: Buffer) => (this.err += text.toString()));
    this.ended = new Promise(resolve => this.process.on('close', resolve));
    const told = new Promise<string>(resolve =>
      this.process.on('message', ({ at }: { at: string }) => resolve(at)),
    );
    this.held = Promise.race([told, this.ended.then(() => undefined)]);
  }

  goOn(): void {
    this.process.send('go on');
  }
}

/** Holds the first call at a step, lets the other work, then the first go on; whether there was such a step. */
async function together(
  folder: string,
  name: string,
  step: number,
  first: readonly string[],
  other: readonly string[],
) {
  const held = new Call(folder, name, step, first);
  const at = await held.held;
  const second = new Call(folder, name, NEVER, other);
  await second.held;
  if (at !== undefined) held.goOn();
  return {
    at,
    statuses: [await held.ended, await second.ended],
    err: [held.err, second.err],
    left: readdirSync(folder).filter(one => one.startsWith('.')),
  };
}

const update = (report: string) => ['check', report, '--update-baseline', '--baseline', 'accepted.json'];

const alone = (folder: string, argv: readonly string[]) =>
  spawnSync(process.execPath, [QUIET, join(ROOT, 'server/cli.ts'), ...argv], { cwd: folder });

/** Tries a pair of calls at every step of the first; the number of steps. */
async function atEveryStep(
  name: string,
  files: Readonly<Record<string, string>>,
  calls: readonly [readonly string[], readonly string[]],
  judge: (outcome: Awaited<ReturnType<typeof together>>, folder: string, what: string) => void,
): Promise<number> {
  for (let step = 0; ; step++) {
    let held = false;
    await inFolder(files, async folder => {
      const outcome = await together(folder, name, step, ...calls);
      held = outcome.at !== undefined;
      const what = `held at ${outcome.at}, step ${step}: ${outcome.err.join('')}`;
      assert.deepEqual(outcome.left, [], what);
      judge(outcome, folder, what);
    });
    if (!held) return step;
  }
}

test('two that accept findings in the same baseline: it has what both accepted', async () => {
  const files = { 'a.md': FAULTY, 'b.md': REPEATED, 'c.md': REPEATED };
  const baseline = (folder: string) => readFileSync(join(folder, 'accepted.json'), 'utf8');
  let before = '';
  let after = '';
  await inFolder(files, async folder => {
    alone(folder, update('c.md'));
    before = baseline(folder);
    for (const name of ['a.md', 'b.md']) alone(folder, update(name));
    after = baseline(folder);
  });
  for (const name of Object.keys(files)) assert.ok(after.includes(name), after);
  const steps = await atEveryStep(
    'accepted.json',
    { ...files, 'accepted.json': before },
    [update('a.md'), update('b.md')],
    ({ statuses }, folder, what) => {
      assert.deepEqual(statuses, [0, 0], what);
      assert.equal(baseline(folder), after, what);
    },
  );
  assert.ok(steps >= 5, `held at ${steps} steps only`);
});

test('two that fix the same report: it is fixed once, and neither complains of the other', async () => {
  const fix = ['check', 'draft.md', '--fix', '--format', 'json'];
  let fixed = '';
  let status: number | null = null;
  await inFolder({ 'draft.md': FAULTY }, async folder => {
    ({ status } = alone(folder, fix));
    fixed = readFileSync(join(folder, 'draft.md'), 'utf8');
  });
  assert.notEqual(fixed, FAULTY);
  const steps = await atEveryStep(
    'draft.md',
    { 'draft.md': FAULTY },
    [fix, fix],
    ({ statuses }, folder, what) => {
      assert.equal(readFileSync(join(folder, 'draft.md'), 'utf8'), fixed, what);
      assert.deepEqual(statuses, [status, status], what);
    },
  );
  assert.ok(steps >= 5, `held at ${steps} steps only`);
});

test('a report that a person saves while it is fixed is as the person saved it', async () => {
  const saved = FAULTY.replace('2.1 ', '2.1 Words that a person has just saved. ');
  assert.notEqual(saved, FAULTY);
  for (let step = 0, held = true; held; step++) {
    await inFolder({ 'draft.md': FAULTY }, async folder => {
      const call = new Call(folder, 'draft.md', step, ['check', 'draft.md', '--fix']);
      const at = await call.held;
      held = at !== undefined;
      // Between the last look at the file and its new name nothing can be held back: no system has that in one step.
      if (at !== 'rename') writeFileSync(join(folder, 'draft.md'), saved);
      if (held) call.goOn();
      const status = await call.ended;
      if (at === 'rename') return;
      const text = readFileSync(join(folder, 'draft.md'), 'utf8');
      const what = `held at ${at}, step ${step}: ${call.err}`;
      assert.ok(text.includes('a person has just saved'), what);
      // Either it was saved before anything was read, or what was read is told to be gone.
      assert.ok(text === saved || !/changed while/.test(call.err), what);
      assert.ok(status !== 2 || /changed while it was checked/.test(call.err), what);
    });
  }
});

test('two that make the same new file: one does, the other says that it is there', async () => {
  const make = (year: string) => ['new', '--year', year, '--output', 'new.md'];
  const steps = await atEveryStep(
    'new.md',
    {},
    [make('2026'), make('2027')],
    ({ statuses, err }, folder, what) => {
      assert.deepEqual([...statuses].sort(), [0, 2], what);
      const winner = statuses.indexOf(0);
      assert.match(err[1 - winner], /new\.md: the file is there already/, what);
      assert.match(readFileSync(join(folder, 'new.md'), 'utf8'), new RegExp(`C${26 + winner}/`), what);
    },
  );
  assert.ok(steps >= 4, `held at ${steps} steps only`);
});

test('what a killed process left stops nobody', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const old = new Date(Date.now() - 3_600_000);
  for (const [whose, text, made] of [
    ['one that has ended', `${pid}\n${hostname()}\nx\n`, undefined],
    ['one of another machine, long ago', `1\nelsewhere\nx\n`, old],
    ['one that was killed while it was made', '12', old],
  ] as const) {
    for (const names of [['.accepted.json.lock'], ['.accepted.json.lock', '.accepted.json.lock.left']]) {
      await inFolder({ 'a.md': FAULTY }, async folder => {
        for (const name of names) {
          writeFileSync(join(folder, name), text);
          if (made) utimesSync(join(folder, name), made, made);
        }
        const both = [1, 2].map(() => new Call(folder, 'accepted.json', NEVER, update('a.md')).ended);
        assert.deepEqual(await Promise.all(both), [0, 0], whose);
        assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'accepted.json'], whose);
        assert.match(readFileSync(join(folder, 'accepted.json'), 'utf8'), /a\.md/);
      });
    }
  }
});
