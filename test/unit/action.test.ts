import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { load } from 'js-yaml';
import { ROOT } from '../../scripts/root.ts';
import { help } from '../../server/commandline/help.ts';
import { readOptions } from '../../server/commandline/options.ts';
import { readAction, runAction } from './support/action.ts';
import { built } from './support/built.ts';
import { inFolder } from './support/commandline.ts';
import { plan2023, write } from './support/reports.ts';

/** The action and the hooks as other programs run them: bash gets the action's script as a runner gives it. */

const SOUND = write(plan2023(), 'markdown');
const FAULTY = SOUND.replace('2.2 More', '2.1 More');

before(() => void built('cli.js'));

test('the action takes what it says it takes', () => {
  const { inputs, outputs, runs } = readAction();
  assert.equal(runs.using, 'composite');
  const [step] = runs.steps;
  assert.equal(runs.steps.length, 1);
  const given = [...Object.values(step.env), step['working-directory']];
  assert.deepEqual(
    given.sort(),
    Object.keys(inputs)
      .map(name => `\${{ inputs.${name} }}`)
      .sort(),
  );
  for (const { description } of [...Object.values(inputs), ...Object.values(outputs)]) assert.ok(description);
  assert.doesNotMatch(step.run, /\$\{\{/, 'no input is put into the script');
  for (const name of Object.keys(step.env)) assert.ok(step.run.includes(`$${name}"`), name);
});

inFolder(
  'annotations from the top of the repository, and the exit status',
  { 'in/a.md': FAULTY, 'in/b.md': SOUND },
  async folder => {
    const all = runAction(folder.path, {});
    assert.equal(all.status, 1);
    assert.match(all.out, /^::error file=in\/a\.md,line=\d+.*title=numbering\/repeat::/m);
    assert.equal(all.outputs, 'status=1\n');
    const inside = runAction(folder.path, { 'working-directory': 'in', files: 'a.md' });
    assert.match(inside.out, /^::error file=in\/a\.md,/m);
    const one = runAction(folder.path, { files: '\n  in/b*.md  \n\n' });
    assert.deepEqual([one.status, one.outputs], [0, 'status=0\n']);
    const strict = runAction(folder.path, { files: 'in/b.md', 'fail-on': 'sometimes' });
    assert.deepEqual([strict.status, strict.outputs], [2, 'status=2\n']);
    assert.match(strict.err, /sometimes/);
  },
);

inFolder(
  'SARIF is written where it is asked for; archive, mode and baseline reach the checker',
  { 'a.md': FAULTY, 'old reports/2024.md': SOUND.replaceAll('2025', '2024').replaceAll('C25', 'C24') },
  async folder => {
    const both = runAction(folder.path, { files: 'a.md', sarif: 'out.sarif', archive: 'old reports\n' });
    assert.equal(both.status, 1);
    const log = JSON.parse(readFileSync('out.sarif', 'utf8'));
    assert.equal(log.runs[0].results.length, both.out.trim().split('\n').length);
    const nowhere = runAction(folder.path, { files: 'a.md', sarif: 'no/where.sarif' });
    assert.deepEqual([nowhere.status, nowhere.outputs], [2, 'status=2\n']);
    assert.match(nowhere.out, /no\/where\.sarif: the file cannot be written/);
    const gone = runAction(folder.path, { files: 'a.md', archive: 'nowhere' });
    assert.match(gone.err, /nowhere: there is nothing at this place/);
    assert.equal(runAction(folder.path, { files: 'a.md', baseline: 'none.json' }).status, 2);
    assert.equal(runAction(folder.path, { files: 'a.md', mode: 'loose' }).status, 2);
  },
);

inFolder('the names of files are no commands and no options', { 'a.md': SOUND }, async folder => {
  const names = ['$(touch broken1).md', '`touch broken2`', '"; touch broken3; "', '--fix', '-o'];
  const { status, err } = runAction(folder.path, { files: names.join('\n') });
  assert.equal(status, 2);
  for (const name of names) assert.ok(err.includes(`${name}: `), name);
  for (const i of [1, 2, 3]) assert.ok(!existsSync(`broken${i}`));
});

inFolder(
  'without a built checker, or with a package that is none, it says what to do',
  { 'a.md': SOUND, 'action.yml': readFileSync(join(ROOT, 'action.yml'), 'utf8') },
  async folder => {
    const bare = runAction(folder.path, {}, folder.path);
    assert.deepEqual([bare.status, bare.outputs], [2, 'status=2\n']);
    assert.match(bare.out, /^::error title=GCA Report::There is no built checker here\./m);
    const wrong = runAction(folder.path, { package: 'a.md' });
    assert.equal(wrong.status, 2);
    assert.match(wrong.out, /::error title=GCA Report::The file given as package cannot be unpacked\./);
  },
);

test('the hooks of pre-commit call what there is, on the files that reports can be', () => {
  const hooks = load(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as {
    id: string;
    entry: string;
    language: string;
    files: string;
  }[];
  assert.deepEqual(
    hooks.map(({ id, language }) => [id, language]),
    [
      ['gca-report', 'node'],
      ['gca-report-fix', 'node'],
    ],
  );
  for (const { id, entry, files } of hooks) {
    const [program, ...argv] = entry.split(' ');
    assert.equal(program, 'gca-report');
    const options = readOptions([...argv, 'a.md']);
    assert.ok(typeof options !== 'string' && options.skipOthers && options.fix === (id === 'gca-report-fix'));
    const takes = (name: string) => new RegExp(files).test(name);
    assert.ok(['a.md', 'in/a.gca.md', 'a.txt', 'a.gca'].every(takes) && !takes('a.mdx') && !takes('amd'));
  }
});

test('the page on builds names every input, every hook, and no option that is not there', () => {
  const page = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');
  for (const name of Object.keys(readAction().inputs)) assert.ok(page.includes(`\`${name}\``), name);
  for (const [, id] of readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8').matchAll(/id: (\S+)/g))
    assert.ok(page.includes(id), id);
  const others = ['--save-dev', '--strip-components']; // of npm and tar
  const named = [...page.matchAll(/--[a-z][a-z-]+/g)].map(([option]) => option);
  assert.ok(named.length > 10);
  for (const option of named) assert.ok(help().includes(option) || others.includes(option), option);
});
