import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { test } from 'node:test';
import { isPattern, readPattern } from '../../server/commandline/patterns.ts';
import { commandline, inFolder } from './support/commandline.ts';
import { plan2019, plan2023, write } from './support/reports.ts';

/** Which files a call reads, and what it is refused. */

const REPORT = write(plan2023(), 'markdown');
const files = {
  '2024.md': REPORT,
  'draft [final].md': REPORT,
  'README.md': '# Read me\n',
  'in/a.md': REPORT,
  'in/b.txt': write(plan2019(), 'word-text'),
  'in/deep/c.md': REPORT,
  'in/deep/deeper/d.md': REPORT,
  'in/notes.json': '{}',
  'node_modules/x/e.md': REPORT,
};

/** The paths that a call reads; of what is refused, the reason behind the path. */
async function read(...argv: string[]): Promise<string[]> {
  const { out } = await commandline(['check', '--format', 'json', ...argv]);
  return JSON.parse(out).files.map(({ path, error }: { path: string; error?: string }) =>
    error ? `${path}: ${error}` : path,
  );
}
const NO_MATCH = 'There is no report that this pattern matches.';

inFolder('patterns are looked up where the shell did not', files, async () => {
  assert.deepEqual(await read('in/*.md'), ['in/a.md']);
  assert.deepEqual(await read('./in/*'), ['in/a.md', 'in/b.txt', 'in/deep/c.md', 'in/deep/deeper/d.md']);
  assert.deepEqual(await read('in/**/*.md'), ['in/a.md', 'in/deep/c.md', 'in/deep/deeper/d.md']);
  assert.deepEqual(await read('**/[cd].md'), ['in/deep/c.md', 'in/deep/deeper/d.md']);
  assert.deepEqual(await read('in/?.txt', 'in/*/c.md'), ['in/b.txt', 'in/deep/c.md']);
  assert.deepEqual(await read(`${process.cwd()}/in/*.txt`), ['in/b.txt']);
  assert.deepEqual(await read('*.md'), ['2024.md', 'draft [final].md'], 'a README is no report');
});

inFolder('a file whose own name looks like a pattern is that file', files, async () => {
  assert.deepEqual(await read('draft [final].md'), ['draft [final].md']);
});

inFolder('a pattern that means nothing, or cannot be read, is refused with a word', files, async () => {
  assert.deepEqual(await read('*.docx'), [`*.docx: ${NO_MATCH}`]);
  assert.deepEqual(await read('nowhere/*.md', '2024.md'), [`nowhere/*.md: ${NO_MATCH}`, '2024.md']);
  assert.deepEqual(await read('READ*'), [`READ*: ${NO_MATCH}`]);
  assert.deepEqual(await read('in/*.{md,txt}'), [
    `in/*.{md,txt}: ${NO_MATCH} Braces are not understood: name two patterns.`,
  ]);
  assert.deepEqual(await read('in/[a*.md'), ['in/[a*.md: The pattern has a “[” without its “]”.']);
  assert.match((await read('*/../x*.md'))[0], /stand only in front/);
  assert.equal((await commandline(['check', '*.docx'])).status, 2);
});

test('a pattern looks into no folder that cannot hold what it means', () => {
  const pattern = readPattern('reports/20[12]?/*.md');
  assert.ok(typeof pattern !== 'string');
  assert.equal(pattern.base, 'reports');
  const may = (folder: string) => pattern.mayHold(folder);
  assert.deepEqual(['2019', '2019/x.md', '1999', 'drafts', '2019/img'].map(may), [
    true,
    true,
    false,
    false,
    false,
  ]);
  assert.ok(!isPattern('draft (2).md') && !isPattern('a[b.md') && isPattern('a[b].md'));
});

inFolder('a file that two words mean is read once; one that is named has to be a report', files, async () => {
  assert.deepEqual(await read('in/a.md', './in/a.md', 'in', `${process.cwd()}/in/a.md`), [
    'in/a.md',
    'in/b.txt',
    'in/deep/c.md',
    'in/deep/deeper/d.md',
  ]);
  const [first, ...rest] = await read('README.md', '.');
  assert.match(first, /^README\.md: This does not read like a report/);
  assert.equal(rest.length, 6);
});

inFolder(
  'what the ignore file names is left out of folders and patterns, and nothing else',
  { ...files, '.gca-report/ignore': '# no old ones\n/in/deep/\n*.txt\n!in/b.txt\n' },
  async folder => {
    assert.deepEqual(await read('in'), ['in/a.md', 'in/b.txt']);
    assert.deepEqual(await read('in/deep'), ['in/deep: There is no report in this folder.']);
    assert.deepEqual(await read('in/**/*.md'), ['in/a.md']);
    assert.deepEqual(await read('in/deep/c.md'), ['in/deep/c.md'], 'named by itself');
    folder.write('.gca-report/ignore', '*\n!in/\n!in/a.md\n');
    assert.deepEqual(await read('.'), ['in/a.md']);
    folder.write('.gca-report/ignore', '');
    assert.equal((await read('in')).length, 4);
  },
);

inFolder(
  'an ignore file that cannot be read makes no clean run',
  { 'a.md': REPORT, '.gca-report/ignore': new Uint8Array([0, 1, 2, 0, 0]) },
  async () => {
    const { status, err } = await commandline(['check', '.']);
    assert.equal(status, 2);
    assert.match(err, /\.gca-report\/ignore: This is not a text file\./);
  },
);

inFolder(
  '--skip-others passes over what is no report, by name, by content, or by the ignore file',
  { ...files, 'photo.png': new Uint8Array([1]), '.gca-report/ignore': 'in/deep\n' },
  async () => {
    const named = ['README.md', 'in/a.md', 'in/deep/c.md', 'photo.png', 'in/notes.json'];
    assert.deepEqual(await read('--skip-others', ...named), ['in/a.md']);
    const none = await commandline(['check', '--skip-others', 'README.md', 'in/deep/c.md']);
    assert.deepEqual([none.status, none.out], [0, 'Nothing was checked.\n']);
    const gone = await commandline(['check', '--skip-others', 'gone.md']);
    assert.equal(gone.status, 2, 'a file that is not there is a mistake all the same');
  },
);

inFolder('standard input has a name: for its year, its baseline and the ignore file', files, async folder => {
  const faulty = REPORT.replace('2.2 More', '2.1 More');
  assert.equal((await commandline(['check', '-', '--stdin-filename', './in/a.md'], faulty)).status, 1);
  folder.write('in/a.md', faulty);
  await commandline(['check', 'in/a.md', '--update-baseline']);
  assert.equal((await commandline(['check', '-', '--stdin-filename', './in/a.md'], faulty)).status, 0);
  assert.equal((await commandline(['check', '-', '--stdin-filename', 'in/b.md'], faulty)).status, 1);
  folder.write('.gca-report/ignore', 'in/\n');
  const skipped = await commandline(['check', '-', '--stdin-filename', 'in/b.md', '--skip-others'], faulty);
  assert.deepEqual([skipped.status, skipped.out], [0, 'Nothing was checked.\n']);
});

inFolder('standard input that is no text, and fixes that have nowhere to go', {}, async () => {
  const binary = await commandline(['check', '-'], new Uint8Array([0x89, 0x50, 0, 0, 1, 2]));
  assert.equal(binary.status, 2);
  assert.match(binary.err, /standard input: This is not a text file/);
  const old = Buffer.from(REPORT.replace('went on', 'caf\u00e9'), 'latin1');
  assert.equal((await commandline(['check', '-'], old)).status, 0, 'the encoding of old text files is read');
  const titled = REPORT.replace('2. Technical and Procedural Measures', '2. Technical Measures');
  const fix = await commandline(['check', '-', '--fix'], titled);
  assert.equal(fix.status, 2);
  assert.match(fix.err, /Fixes are not written into standard input/);
  const dry = await commandline(['check', '-', '--fix-dry-run'], titled);
  assert.equal(dry.status, 0);
  assert.match(dry.err, /\n\+## 2\. Technical and Procedural Measures/);
});

inFolder('a pattern names the folder that it begins with, and no link in it', files, async folder => {
  symlinkSync(`${folder.path}/2024.md`, 'in/link.md');
  mkdirSync('drafts');
  process.chdir('drafts');
  assert.deepEqual(await read('../in/*.md'), [`${folder.path}/in/a.md`]);
  assert.deepEqual(await read('../*.docx'), [`../*.docx: ${NO_MATCH}`]);
});
