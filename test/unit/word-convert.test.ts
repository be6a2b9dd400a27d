import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { strToU8 } from 'fflate';
import { exportWord } from '../../server/word/index.ts';
import { commandline, Folder } from './support/commandline.ts';
import { parse, plan2019, plan2023, write } from './support/reports.ts';
import { docx, modelOf, p, simple, textsOf } from './support/word.ts';

const sound = write(plan2023(), 'markdown');
const wordText = write(plan2019(), 'word-text');

async function wordOf(text: string): Promise<Uint8Array> {
  const written = await exportWord(parse(text));
  if ('refused' in written) throw new Error(written.refused);
  return written.bytes;
}

/** Runs a test inside a folder with these files. */
const inFolder = (
  name: string,
  files: () => Promise<Record<string, string | Uint8Array>>,
  body: (folder: Folder) => Promise<void>,
) =>
  test(name, async () => {
    const folder = new Folder(await files());
    try {
      await body(folder);
    } finally {
      folder.remove();
    }
  });

const read = (name: string) => readFileSync(name, 'utf8');

inFolder(
  'every format into every other, with nothing lost',
  async () => ({ 'a.md': sound, 'b.txt': wordText, 'c.docx': await wordOf(sound) }),
  async () => {
    for (const [input, output, original] of [
      ['a.md', 'a.docx', sound],
      ['a.docx', 'a2.md', sound],
      ['b.txt', 'b.docx', wordText],
      ['b.txt', 'b.md', wordText],
      ['b.docx', 'b2.md', wordText],
      ['c.docx', 'c2.docx', sound],
      ['c2.docx', 'c.md', sound],
      ['a.md', 'a3.md', sound],
    ]) {
      const { status, out, err } = await commandline(['convert', input, output]);
      assert.deepEqual([status, out, err], [0, '', ''], `${input} ${output}`);
      if (output.endsWith('.md'))
        assert.deepEqual(modelOf(parse(read(output))), modelOf(parse(original)), output);
    }
    assert.equal(read('a3.md'), sound, 'what is drafting Markdown already stays as it is');
    assert.match(read('b.md'), /^## 2\. Legal Measures$/m);
  },
);

inFolder(
  'what is still to confirm is not in the Word document, and that is said',
  async () => ({ 'a.md': sound.replace('1.1 ', '1.1 <!-- confirm (2024, 1.1): Old news. --> ') }),
  async () => {
    const { status, err } = await commandline(['convert', 'a.md', 'a.docx']);
    assert.equal(status, 0);
    assert.match(err, /a\.md: One thing is still to confirm, and its words are not in the Word document\./);
    assert.equal((await commandline(['convert', 'a.docx', 'back.md'])).err, '');
  },
);

inFolder(
  'a file is never overwritten without --force, and nothing is left beside it',
  async () => ({ 'a.md': sound, 'a.docx': 'precious' }),
  async folder => {
    const { status, err } = await commandline(['convert', 'a.md', 'a.docx']);
    assert.equal(status, 2);
    assert.match(err, /a\.docx: the file is there already\. With --force it is overwritten\./);
    assert.equal(read('a.docx'), 'precious');
    assert.equal((await commandline(['convert', 'a.md', 'a.docx', '--force'])).status, 0);
    assert.deepEqual(new Uint8Array(readFileSync('a.docx').subarray(0, 2)), strToU8('PK'));
    assert.deepEqual(readdirSync(folder.path).sort(), ['a.docx', 'a.md']);
  },
);

inFolder(
  'what cannot be converted is said, exit status 2, and nothing is written',
  async () => ({
    'a.md': sound,
    'text.docx': 'Just text.',
    'old.doc': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
    'locked.docx': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]),
    'damaged.docx': (await wordOf(sound)).slice(0, 3000),
    'doctype.docx': docx({
      body: '',
      files: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' },
    }),
    'empty.docx': '',
    'huge.docx': Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(50 * 1024 * 1024)]),
  }),
  async folder => {
    const before = readdirSync(folder.path).sort();
    for (const [argv, word] of [
      [['text.docx', 'o.md'], /text\.docx: This is not a Word document/],
      [['old.doc', 'o.md'], /old\.doc: This kind of file is not read/],
      [['locked.docx', 'o.md'], /password/],
      [['damaged.docx', 'o.md'], /damaged/],
      [['doctype.docx', 'o.md'], /document type/],
      [['empty.docx', 'o.md'], /empty/],
      [['huge.docx', 'o.md'], /larger than 50 MB/],
      [['nowhere.docx', 'o.md'], /not there/],
      [['a.md', 'o.pdf'], /ends in \.docx or \.md/],
      [['a.md', 'o.md', '--comments'], /--comments writes Word comments/],
      [['a.md', 'o.md', '--template', 'a.md'], /--template gives the styles/],
      [['a.md', 'o.docx', '--template', 'nowhere.docx'], /nowhere\.docx: The file is not there/],
      [['a.md', 'o.docx', '--template', 'text.docx'], /template was not used/],
      [['a.md', 'none/o.docx'], /cannot be written/],
      [['a.md'], /name two files/],
      [['a.md', 'o.docx', '--changes', 'some'], /no way “some” with tracked changes/],
    ] as [string[], RegExp][]) {
      const { status, out, err } = await commandline(['convert', ...argv]);
      assert.equal(status, 2, argv.join(' '));
      assert.match(err, word);
      assert.equal(out, '');
      assert.deepEqual(readdirSync(folder.path).sort(), before, argv.join(' '));
    }
    mkdirSync('folder.docx');
    assert.match((await commandline(['convert', 'a.md', 'folder.docx', '--force'])).err, /is no file/);
  },
);

inFolder(
  'a Word document is read wherever a report is',
  async () => ({ 'r.docx': await wordOf(sound), 'bad.docx': 'text', '~$r.docx': 'lock' }),
  async () => {
    const { status, out } = await commandline(['outline', 'r.docx', '--format', 'json']);
    assert.equal(status, 0);
    const [file] = JSON.parse(out).files;
    assert.deepEqual(
      [file.path, file.dialect, file.symbol, file.sections.length],
      ['r.docx', 'markdown', 'C25/18', parse(sound).sections.length],
    );
    assert.equal(
      (await commandline(['check', 'r.docx'])).status,
      (await commandline(['check', '-', '--stdin-filename', 'r.md'], sound)).status,
    );
    assert.match((await commandline(['check', 'bad.docx'])).err, /bad\.docx: This is not a Word document/);
    const whole = await commandline(['outline', '.', '--format', 'json']);
    assert.equal(whole.status, 2, 'the bad one is said');
    assert.deepEqual(
      JSON.parse(whole.out)
        .files.filter((one: { symbol?: string }) => one.symbol)
        .map((one: { path: string }) => one.path),
      ['r.docx'],
      'and does not stop the other',
    );
    const stdin = await commandline(['outline', '-', '--format', 'json'], readFileSync('r.docx'));
    assert.equal(JSON.parse(stdin.out).files[0].symbol, 'C25/18');
  },
);

inFolder(
  'an archive of Word documents: the figures run through them',
  async () => {
    const year = (value: number, teams: number) =>
      write({ ...plan2023(), symbol: `C${value - 2000}/18`, date: `10 March ${value}` }, 'markdown').replace(
        /^3\.1 .*$/m,
        `3.1 ITU has helped to establish or enhance ${teams} national CIRTs so far.`,
      );
    return {
      'archive/2023.docx': await wordOf(year(2023, 18)),
      'archive/2024.docx': await wordOf(year(2024, 20)),
      'draft.md': year(2025, 20),
    };
  },
  async () => {
    const { out } = await commandline(['figures', 'draft.md', '--format', 'json']);
    const series = JSON.parse(out).series.find(
      (one: { points: { value: number }[] }) => one.points.length === 3,
    );
    assert.deepEqual(
      series.points.map((point: { path: string; value: number; verdict: string }) => [
        point.path,
        point.value,
        point.verdict,
      ]),
      [
        ['archive/2023.docx', 18, 'first'],
        ['archive/2024.docx', 20, 'updated'],
        ['draft.md', 20, 'unchanged'],
      ],
    );
    writeFileSync('archive/2022.docx', 'damaged');
    assert.match(
      (await commandline(['figures', 'draft.md'])).err,
      /archive\/2022\.docx: This file of the archive was left out\. This is not a Word document/,
    );
  },
);

inFolder(
  'fixes are not written into a Word document',
  async () => ({ 'r.docx': await wordOf(sound.replace('2. Technical and Procedural', '2. Technical')) }),
  async () => {
    const before = readFileSync('r.docx');
    const { status, err } = await commandline(['check', 'r.docx', '--fix']);
    assert.equal(status, 2);
    assert.match(err, /r\.docx: Fixes are not written into a Word document/);
    assert.deepEqual(readFileSync('r.docx'), before);
  },
);

inFolder(
  'findings go out as comments on their words, what is hidden stays hidden',
  async () => ({
    'a.md': sound
      .replace('2. Technical and Procedural Measures', '2. Technical Measures')
      .replace(
        '1.1 The',
        '<!-- Ask again. -->\n\n<!-- gca-report-disable-next-line text/doubled-word -- a quotation -->\n1.1 The the',
      ),
  }),
  async () => {
    assert.equal((await commandline(['convert', 'a.md', 'a.docx', '--comments'])).status, 0);
    const { 'word/comments.xml': comments, 'word/document.xml': xml } = textsOf(readFileSync('a.docx'));
    assert.match(comments, /w:author="gca-report" w:date="20/);
    const id = /w:id="(\d+)"(?:(?!<\/w:comment>)[\s\S])*structure\/title/.exec(comments)?.[1];
    assert.match(
      xml,
      new RegExp(
        `<w:commentRangeStart w:id="${id}"/><w:r><w:t xml:space="preserve">Technical Measures</w:t></w:r><w:commentRangeEnd`,
      ),
    );
    assert.equal((await commandline(['convert', 'a.docx', 'back.md'])).status, 0);
    assert.match(
      read('back.md'),
      /<!-- Ask again\. -->\n<!-- gca-report-disable-next-line text\/doubled-word -- a quotation -->\n1\.1 The the/,
    );
  },
);

inFolder(
  'tracked changes as asked for; what was left out is said; a text that is no report is converted with a word',
  async () => ({
    'c.docx': simple(
      p(
        '<w:r><w:t>Old </w:t></w:r><w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:drawing/></w:r>',
      ),
    ),
  }),
  async () => {
    const { status, err } = await commandline(['convert', 'c.docx', 'c.md', '--changes', 'rejected']);
    assert.equal(status, 0);
    assert.match(err, /c\.docx: A picture was left out\.\n.*does not read like a report/);
    assert.equal(read('c.md'), 'Old\n');
    assert.ok(!existsSync('c.docx.tmp'));
  },
);
