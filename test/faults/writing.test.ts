import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/root.ts';
import { plan2023, write } from '../unit/support/reports.ts';

/**
 * Whatever we write is there whole or as it was: the command line is killed at every step that it takes on the disk,
 * in the middle of writing included, and what stands in the folder then is looked at.
 */
const KILLER = join(ROOT, 'test/faults/killed.ts');
const sound = write(plan2023(), 'markdown');
const faulty = sound.replace('2. Technical and Procedural Measures', '2. Technical Measures');

const COMMANDS: readonly { readonly argv: readonly string[]; readonly target: string }[] = [
  { argv: ['check', 'draft.md', '--fix'], target: 'draft.md' },
  { argv: ['check', 'draft.md', '--format', 'json', '--output', 'out.json'], target: 'out.json' },
  {
    argv: ['check', 'draft.md', '--update-baseline', '--baseline', 'accepted.json'],
    target: 'accepted.json',
  },
  { argv: ['new', '--year', '2026', '--output', 'new.md', '--force'], target: 'new.md' },
  { argv: ['convert', 'draft.md', 'out.docx', '--force'], target: 'out.docx' },
];
const OLD: Readonly<Record<string, string>> = {
  'draft.md': faulty,
  'out.json': '{ "old": true }\n',
  'accepted.json': '{ "findings": [] }\n',
  'new.md': 'An old draft.\n',
  'out.docx': 'An old document.\n',
};

function run(argv: readonly string[], step: number, target: string) {
  const folder = mkdtempSync(join(tmpdir(), 'gca-report-killed-'));
  try {
    for (const [name, text] of Object.entries(OLD)) writeFileSync(join(folder, name), text);
    const { signal, status, stderr } = spawnSync(
      process.execPath,
      ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', KILLER, String(step), ...argv],
      { cwd: folder, encoding: 'utf8' },
    );
    const others = Object.keys(OLD).filter(name => name !== target);
    for (const name of others) assert.equal(readFileSync(join(folder, name), 'utf8'), OLD[name], name);
    const left = readdirSync(folder).filter(name => !(name in OLD));
    return { killed: signal === 'SIGKILL', status, stderr, left, text: readFileSync(join(folder, target)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const { argv, target } of COMMANDS) {
  test(`killed at any step, gca-report ${argv.join(' ')} leaves the old file or the new one`, () => {
    const whole = run(argv, Number.MAX_SAFE_INTEGER, target);
    assert.ok(!whole.killed && (whole.status === 0 || whole.status === 1), whole.stderr);
    assert.deepEqual(whole.left, [], 'nothing is left behind');
    assert.notEqual(whole.text.toString(), OLD[target]);
    let steps = 0;
    for (let step = 0; ; step++) {
      const { killed, text } = run(argv, step, target);
      if (!killed) break;
      steps++;
      const isOld = text.equals(Buffer.from(OLD[target]));
      // A Word document bears the time at which it was made.
      const isNew = target.endsWith('.docx') ? text.length === whole.text.length : text.equals(whole.text);
      assert.ok(isOld || isNew, `step ${step} left ${text.length} bytes of something else`);
    }
    assert.ok(steps >= 3, `killed at ${steps} steps only`);
  });
}
