import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { ROOT } from '../../scripts/root.ts';
import { changesBetween, type Look, watch } from '../../server/commandline/watch.ts';
import { commandline, inFolder } from './support/commandline.ts';
import { plan2023, write } from './support/reports.ts';

const SOUND = write(plan2023(), 'markdown');
const FAULTY = SOUND.replace('2.2 More', '2.1 More');

test('what came, went or changed is told', () => {
  const before = new Map([
    ['a', '1'],
    ['b', '1'],
    ['c', '1'],
  ]);
  const after = new Map([
    ['a', '1'],
    ['b', '2'],
    ['d', '1'],
  ]);
  assert.deepEqual(changesBetween(before, after), ['b', 'c', 'd']);
});

/** Watches files whose looks are given in advance; ends with the last. */
async function watched(looks: Look[]) {
  const checks: (readonly string[])[] = [];
  const pauses: number[] = [];
  const end = new AbortController();
  await watch({
    signal: end.signal,
    look: async () => {
      const look = looks.shift() ?? new Map();
      if (looks.length === 0) end.abort();
      return look;
    },
    check: async changed => void checks.push(changed),
    pause: async ms => void pauses.push(ms),
  });
  return { checks, pauses };
}
const at = (version: string): Look => new Map([['a.md', version]]);

test('it checks at once, then when something changed and has come to rest', async () => {
  const { checks, pauses } = await watched([
    at('1'),
    at('1'),
    at('1'),
    at('2'),
    at('3'),
    at('3'),
    at('3'),
    at('4'),
    at('4'),
    at('4'),
  ]);
  assert.deepEqual(checks, [[], ['a.md'], ['a.md']]);
  assert.deepEqual(
    [...new Set(pauses)],
    [250, 100],
    'seldom while nothing happens, often while something does',
  );
});

test('what came and went in between, and what is written without end', async () => {
  const calm = await watched([at('1'), at('2'), at('1'), at('1'), at('1'), at('1')]);
  assert.deepEqual(calm.checks, [[]]);
  const busy = await watched(Array.from({ length: 60 }, (_, i) => at(String(i))));
  assert.ok(busy.checks.length >= 3);
});

inFolder('--watch goes with looking at files alone', { 'a.md': SOUND }, async () => {
  for (const argv of [
    ['outline', 'a.md', '--watch'],
    ['check', '-', '--watch'],
    ['check', 'a.md', '--watch', '--fix'],
    ['check', 'a.md', '--watch', '--update-baseline'],
  ]) {
    const { status, err } = await commandline(argv);
    assert.equal(status, 2, argv.join(' '));
    assert.match(err, /--watch/);
  }
});

/** The command line as a program of its own, line by line. */
function start(argv: readonly string[]) {
  const child = spawn(process.execPath, [join(ROOT, 'server', 'cli.ts'), ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON' },
  });
  const said = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (lines: AsyncIterator<string>) => (await lines.next()).value as string;
  return {
    answer: async () => JSON.parse(await next(answers)),
    /** What it says until it waits again. */
    async notes(): Promise<string[]> {
      const notes: string[] = [];
      for (;;) {
        const line = await next(said);
        if (line === undefined || line.endsWith('Ctrl+C ends it.')) return notes;
        notes.push(line.replace('gca-report: ', ''));
      }
    },
    end: () => child.kill('SIGINT'),
    kill: () => child.kill('SIGKILL'),
    status: new Promise<number | null>(resolve => child.on('exit', resolve)),
  };
}

inFolder(
  'a folder is watched while its files change, and while it disappears and comes back',
  { 'in/a.md': SOUND },
  async folder => {
    const program = start(['check', 'in', '--watch', '--format', 'json']);
    try {
      const rules = async () =>
        (await program.answer()).files.map(
          ({ error, findings }: { error?: string; findings: { rule: string }[] }) =>
            error ? 'refused' : findings.some(({ rule }) => rule === 'numbering/repeat'),
        );
      assert.deepEqual(await rules(), [false]);
      assert.deepEqual(await program.notes(), []);
      folder.write('.gca-report/config.json', '{ "rules": { "numbering": "off" } }');
      assert.deepEqual(await rules(), [false]);
      assert.deepEqual(await program.notes(), ['.gca-report/config.json: changed.']);
      folder.write('in/a.md', FAULTY);
      assert.deepEqual(await rules(), [false]);
      assert.deepEqual(await program.notes(), ['in/a.md: changed.']);
      folder.delete('.gca-report/config.json');
      assert.deepEqual(await rules(), [true]);
      assert.deepEqual(await program.notes(), ['.gca-report/config.json: changed.']);
      folder.write('in/b.md', SOUND);
      assert.deepEqual(await rules(), [true, false]);
      assert.deepEqual(await program.notes(), ['in/b.md: changed.']);
      renameSync('in', 'away');
      assert.deepEqual(await rules(), ['refused']);
      assert.deepEqual(await program.notes(), [
        'in/a.md, in/b.md: changed.',
        'in: The file is not there or cannot be read.',
      ]);
      renameSync('away', 'in');
      assert.deepEqual(await rules(), [true, false]);
      await program.notes();
      program.end();
      assert.equal(await program.status, 1, 'the status of the last check');
    } finally {
      program.kill();
    }
  },
);

inFolder(
  'the archive that a configuration names is watched from the start, and is no change when it is first seen',
  {
    'in/a.md': SOUND,
    '.gca-report/config.json': '{ "archive": ["earlier"] }',
    'earlier/2023.md': SOUND,
    'other/2022.md': SOUND,
  },
  async folder => {
    const program = start(['check', 'in', '--watch', '--format', 'json']);
    /** Longer than it takes to look again. */
    const aWhile = () => new Promise(resolve => setTimeout(resolve, 800));
    try {
      await program.answer();
      await program.notes();
      await aWhile();
      folder.write('.gca-report/config.json', '{ "archive": ["other"] }');
      await program.answer();
      assert.deepEqual(await program.notes(), ['.gca-report/config.json: changed.']);
      await aWhile();
      folder.write('other/2022.md', FAULTY);
      await program.answer();
      assert.deepEqual(await program.notes(), ['other/2022.md: changed.']);
    } finally {
      program.kill();
    }
  },
);
