import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyPatch } from 'diff';
import packageJson from '../../package.json' with { type: 'json' };
import { patchOf } from '../../server/commandline/fix.ts';
import { help } from '../../server/commandline/help.ts';
import { COMMANDS, readOptions, UsageError } from '../../server/commandline/options.ts';
import { commandline, inFolder } from './support/commandline.ts';
import { plan2019, plan2023, without, withParagraphs, write } from './support/reports.ts';

const sound = write(plan2023(), 'markdown');
/** One error (a number twice), one exact fix (another title). */
const faulty = write(
  withParagraphs(plan2023(), '1', [
    { number: '1.1', text: 'The work on this subject went on.' },
    { number: '1.1', text: 'More of it is planned.' },
  ]),
  'markdown',
).replace('2. Technical and Procedural Measures', '2. Technical Measures');
/** Nothing but a warning. */
const warned = sound.replace('2. Technical and Procedural Measures', '2. Technical Measures');

const json = async (argv: readonly string[], stdin?: string) => {
  const { status, out, err } = await commandline([...argv, '--format', 'json'], stdin);
  return { status, err, value: JSON.parse(out) };
};

inFolder(
  'exit statuses: 0 nothing found, 1 findings, 2 a refusal',
  { 'sound.md': sound, 'faulty.md': faulty, 'warned.md': warned, 'notes.md': '# Notes\n' },
  async () => {
    for (const [argv, status] of [
      [['check', 'sound.md'], 0],
      [['check', 'faulty.md'], 1],
      [['check', 'warned.md'], 0],
      [['check', 'warned.md', '--fail-on', 'warning'], 1],
      [['check', 'sound.md', '--fail-on', 'info'], 0],
      [['check', 'sound.md', 'faulty.md'], 1],
      [['check', 'notes.md'], 2],
      [['check', 'nowhere.md'], 2],
      [['check', 'faulty.md', 'nowhere.md'], 2],
      [['outline', 'faulty.md'], 0],
      [['outline', 'nowhere.md'], 2],
      [['--help'], 0],
      [['--version'], 0],
      [[], 0],
    ] as [string[], number][]) {
      assert.equal((await commandline(argv)).status, status, argv.join(' '));
    }
  },
);

inFolder(
  'a call that makes no sense is refused with a word and the way to help',
  { 'sound.md': sound },
  async () => {
    for (const [argv, words] of [
      [['chek', 'sound.md'], 'There is no command “chek”'],
      [['check'], 'name a report'],
      [['check', 'sound.md', '--mode', 'strict'], 'There is no mode “strict”'],
      [['check', 'sound.md', '--format', 'csv'], 'There is no format “csv” of check'],
      [['check', 'sound.md', '--year', 'soon'], 'no year of a Council session'],
      [['check', 'sound.md', '--year', '1865'], 'no year of a Council session'],
      [['check', 'sound.md', '--fail-on', 'hint'], 'There is no level “hint” for --fail-on'],
      [['check', 'sound.md', '--colour'], 'There is no option --colour'],
      [['check', 'sound.md', '--profile', 'council-1999'], 'There is no profile “council-1999”'],
      [['check', 'sound.md', '--fix', '--fix-dry-run'], '--fix and --fix-dry-run do not go together'],
      [['check', 'sound.md', '--template', 'nowhere.docx'], 'check: --template goes with convert'],
      [['check', 'sound.md', '--symbol', 'x'], 'check: --symbol goes with new'],
      [['check', 'sound.md', '--force'], 'check: --force goes with new, convert'],
      [['figures', 'sound.md', '--fix'], 'figures: --fix goes with check'],
      [['figures', 'sound.md', '--comments'], 'figures: --comments goes with convert'],
      [['citations', 'sound.md', '--fail-on', 'info'], 'citations: --fail-on goes with check'],
      [['convert', 'sound.md', 'a.docx', '--output', 'b.docx'], 'convert: --output goes with check, '],
      [['new', '--year', '2026', '--baseline', 'b.json'], 'new: --baseline goes with check, '],
      [['check', 'sound.md', '--archive', 'nowhere'], 'nothing at this place of the archive'],
      [['check', 'sound.md', '--config', 'nowhere.json'], 'not there or cannot be read'],
    ] as [string[], string][]) {
      const { status, err } = await commandline(argv);
      assert.equal(status, 2, argv.join(' '));
      assert.ok(err.includes(words), `${argv.join(' ')}: ${err}`);
    }
  },
);

test('help and version', async () => {
  assert.equal((await commandline(['--help'])).out, help());
  assert.equal((await commandline(['--version'])).out, `${packageJson.version}\n`);
  assert.equal((await commandline([])).out, help());
});

test('every option that help names is read, and the reverse', () => {
  const named = [...help().matchAll(/--[a-z-]+/g)].map(([option]) => option);
  for (const option of new Set(named)) {
    const value =
      { '--year': '2025', '--mode': 'review', '--format': 'json', '--fail-on': 'info' }[option] ?? 'x';
    const flag = /^--(?:fix|fix-dry-run|help|version|update-baseline|force|watch|skip-others)$/.test(option);
    try {
      readOptions(['check', 'a.md', flag ? option : `${option}=${value}`]);
    } catch (error) {
      // Options of one command only say so themselves.
      assert.ok(error instanceof UsageError && !/no option/.test(error.message), `${option}: ${error}`);
    }
  }
});

test('every option is named where a command has a use for it', () => {
  const said = (option: string) =>
    COMMANDS.filter(command => {
      const files = command === 'convert' ? ['a.md', 'b.docx'] : command === 'new' ? [] : ['a.md'];
      const year = command === 'new' && option !== '--year' ? ['--year', '2026'] : [];
      try {
        readOptions([command, ...files, ...year, ...(option === '--year' ? [option, '2026'] : [option])]);
        return true;
      } catch (error) {
        assert.ok(error instanceof UsageError);
        return false;
      }
    });
  assert.deepEqual(said('--year'), COMMANDS);
  assert.deepEqual(said('--output=x'), ['check', 'figures', 'citations', 'outline', 'new']);
  assert.deepEqual(said('--archive=x'), ['check', 'figures', 'citations', 'outline', 'convert']);
  assert.deepEqual(said('--skip-others'), ['check', 'figures', 'citations', 'outline']);
  for (const option of ['--fix', '--fix-dry-run', '--update-baseline', '--watch', '--fail-on=info'])
    assert.deepEqual(said(option), ['check'], option);
  for (const option of ['--from=x', '--symbol=x', '--date=x', '--agenda-item=x'])
    assert.deepEqual(said(option), ['new'], option);
  for (const option of ['--comments', '--template=x', '--changes=marks'])
    assert.deepEqual(said(option), ['convert'], option);
  for (const option of ['--locale=fr', '--config=x', '--profile=x', '--stdin-filename=x', '--format=stylish'])
    assert.deepEqual(said(option), COMMANDS, option);
});

inFolder('check, as JSON', { 'faulty.md': faulty }, async () => {
  const { value, status } = await json(['check', 'faulty.md']);
  assert.equal(status, 1);
  assert.equal(value.version, 1);
  const [file] = value.files;
  assert.deepEqual([file.path, file.year, file.profile], ['faulty.md', 2025, 'council-2023']);
  const repeat = file.findings.find((one: { rule: string }) => one.rule === 'numbering/repeat');
  const lines = faulty.split('\n');
  const line = lines.lastIndexOf('1.1 More of it is planned.');
  assert.deepEqual(
    { ...repeat, message: '', fixes: repeat.fixes.length, related: repeat.related.length },
    {
      rule: 'numbering/repeat',
      severity: 'error',
      message: '',
      paragraph: '1.1',
      text: '1.1',
      range: { start: { line, character: 0 }, end: { line, character: 3 } },
      related: 1,
      fixes: 1,
      help: 'docs/rules/numbering-repeat.md',
    },
  );
  assert.deepEqual(repeat.related[0].range.start, {
    line: lines.indexOf('1.1 The work on this subject went on.'),
    character: 0,
  });
  assert.equal(repeat.fixes[0].title, 'Renumber all paragraphs (references follow)');
  assert.deepEqual(repeat.fixes[0].edits[0], { range: repeat.range, newText: '1.2' });
  const counted: Record<string, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of file.findings) counted[severity]++;
  assert.deepEqual(value.summary, counted);
});

inFolder(
  'positions are those of UTF-16, behind a byte order mark and with CRLF',
  {
    'a.md': `\ufeff${faulty.replace('1.1 The work', '1.1 😀 See paragraph 9.9. The work').replaceAll('\n', '\r\n')}`,
  },
  async () => {
    const { value } = await json(['check', 'a.md']);
    const found = value.files[0].findings.find((one: { rule: string }) => one.rule === 'reference/paragraph');
    assert.equal(found.text, '9.9');
    assert.equal(found.range.start.character, '1.1 😀 See paragraph '.length);
  },
);

inFolder(
  'outline, as JSON',
  {
    'a.txt': write(
      withParagraphs({ ...plan2019(), footnotes: { 1: 'A note.' } }, '2', [
        { number: '2.1', text: 'One.', footnote: '1' },
        { text: 'Two.' },
      ]),
      'word-text',
    ),
  },
  async () => {
    const { value, status } = await json(['outline', 'a.txt']);
    assert.equal(status, 0);
    const [file] = value.files;
    const { heads, sections, footnotes, ...rest } = file;
    assert.deepEqual(rest, {
      path: 'a.txt',
      dialect: 'word-text',
      year: 2020,
      symbol: 'C20/18',
      profile: 'council-2019',
    });
    assert.deepEqual(
      heads.map((head: { title: string }) => head.title),
      ['Summary', 'Action required'],
    );
    assert.deepEqual(
      footnotes.map((note: { label: string }) => note.label),
      ['1'],
    );
    assert.deepEqual(Object.keys(sections[1]), [
      'number',
      'title',
      'role',
      'range',
      'paragraphs',
      'sections',
    ]);
    assert.deepEqual(
      [sections[1].number, sections[1].title, sections[1].role],
      ['2', 'Legal Measures', 'legal'],
    );
    assert.deepEqual(
      sections[1].paragraphs.map((one: { number: string | null }) => one.number),
      ['2.1', null],
    );
    for (const range of [heads[0].range, sections[1].range, footnotes[0].range]) {
      assert.deepEqual(Object.keys(range), ['start', 'end']);
    }
  },
);

inFolder(
  'one bad file does not stop the others, and is named',
  {
    'a.md': faulty,
    'empty.md': '',
    'picture.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
    'z.md': sound,
  },
  async () => {
    const { status, err, value } = await json([
      'check',
      'empty.md',
      'a.md',
      'picture.txt',
      'gone.md',
      'z.md',
    ]);
    assert.equal(status, 2);
    assert.deepEqual(
      value.files.map((file: { path: string; error?: string }) => [file.path, file.error ?? 'read']),
      [
        ['empty.md', 'The file is empty.'],
        ['a.md', 'read'],
        ['picture.txt', 'This is not a text file.'],
        ['gone.md', 'The file is not there or cannot be read.'],
        ['z.md', 'read'],
      ],
    );
    assert.ok(value.summary.error > 0);
    for (const name of ['empty.md', 'picture.txt', 'gone.md']) assert.ok(err.includes(name), name);
  },
);

inFolder(
  'a folder means the reports in it',
  {
    'in/2024.md': sound,
    'in/deep/b.txt': write(plan2019(), 'word-text'),
    'in/README.md': '# Read me\n',
    'in/data.json': '{}',
  },
  async folder => {
    const { value, status } = await json(['check', 'in']);
    assert.deepEqual(
      value.files.map((file: { path: string }) => file.path),
      ['in/2024.md', 'in/deep/b.txt'],
    );
    assert.equal(status, 0);
    folder.write('none/README.md', '# Read me\n');
    const none = await commandline(['check', 'none']);
    assert.equal(none.status, 2);
    assert.match(none.err, /no report in this folder/);
  },
);

inFolder('standard input, in any encoding', {}, async () => {
  const { value, status } = await json(['check', '-'], faulty);
  assert.equal(status, 1);
  assert.equal(value.files[0].path, 'standard input');
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${sound}`, 'utf16le'));
  assert.equal((await commandline(['check', '-'], utf16)).status, 0);
  assert.equal((await commandline(['check', '-'], '')).status, 2);
  assert.equal((await commandline(['check', '-'], 'Some words.\n')).status, 2);
  const named = await json(
    ['outline', '-', '--stdin-filename', '2021.md'],
    write({ ...plan2019(), symbol: undefined }, 'markdown').replace(/since Council 2019/, 'of late'),
  );
  assert.deepEqual([named.value.files[0].path, named.value.files[0].year], ['2021.md', 2021]);
});

inFolder(
  '--year, --profile and --mode',
  { 'a.md': write(without(plan2019(), 'Legal Measures'), 'markdown') },
  async () => {
    const first = async (...argv: string[]) => (await json(['check', 'a.md', ...argv])).value.files[0];
    assert.equal((await first()).profile, 'council-2019');
    assert.deepEqual(
      [(await first('--year', '2024')).year, (await first('--year', '2024')).profile],
      [2024, 'council-2023'],
    );
    assert.equal((await first('--profile', 'council-2014')).profile, 'council-2014');
    const weight = async (mode: string) =>
      (await first('--mode', mode)).findings.find(
        (one: { rule: string }) => one.rule === 'structure/missing-section',
      ).severity;
    assert.deepEqual([await weight('drafting'), await weight('review')], ['hint', 'error']);
  },
);

inFolder('a profile makes no report of another text', { 'a.md': '# Notes\n\nWords.\n' }, async () => {
  const { status, err } = await commandline(['check', 'a.md', '--profile', 'council-2023']);
  assert.equal(status, 2);
  assert.match(err, /does not read like a report/);
});

inFolder(
  'the configuration of the folder, and another one',
  {
    'a.md': faulty,
    '.gca-report/config.json': '{ "rules": { "numbering": "off" } }',
    'strict.json': '{ "rules": { "structure/title": "error", "numbering": "off" } }',
    'broken.json': '{ "rules": { "nonsense": "off" } }',
  },
  async () => {
    assert.equal((await commandline(['check', 'a.md'])).status, 0);
    assert.equal((await commandline(['check', 'a.md', '--config', 'strict.json'])).status, 1);
    const broken = await commandline(['check', 'a.md', '--config', 'broken.json']);
    assert.equal(broken.status, 2);
    assert.match(broken.err, /broken\.json: There is no rule “nonsense”/);
  },
);

inFolder(
  'a profile of the folder’s own',
  {
    'a.md': sound,
    '.gca-report/profiles/own.json':
      '{ "id": "own", "sections": [{ "role": "legal", "title": "Laws", "number": "1" }] }',
  },
  async () => {
    const { value } = await json(['check', 'a.md', '--profile', 'own']);
    assert.equal(value.files[0].profile, 'own');
    assert.ok(value.files[0].findings.some((one: { message: string }) => one.message.includes('“Laws”')));
  },
);

inFolder('--fix writes what guesses nothing, once', { 'a.md': faulty }, async folder => {
  const { status } = await commandline(['check', 'a.md', '--fix']);
  assert.equal(status, 1, 'the number that stands twice is left');
  const fixed = readFileSync('a.md', 'utf8');
  assert.equal(fixed, faulty.replace('Technical Measures', 'Technical and Procedural Measures'));
  await commandline(['check', 'a.md', '--fix']);
  assert.equal(readFileSync('a.md', 'utf8'), fixed);
  assert.deepEqual(readdirSync(folder.path), ['a.md']);
});

inFolder('--fix-dry-run shows the lines and changes nothing', { 'a.md': faulty }, async () => {
  const { err, status } = await commandline(['check', 'a.md', '--fix-dry-run']);
  assert.equal(status, 1);
  const line = faulty.split('\n').indexOf('## 2. Technical Measures') + 1;
  assert.equal(
    err,
    [
      'gca-report: a.md: --fix would change',
      '--- a.md',
      '+++ a.md',
      `@@ -${line} +${line} @@`,
      '-## 2. Technical Measures',
      '+## 2. Technical and Procedural Measures',
      '',
    ].join('\n'),
  );
  assert.equal(readFileSync('a.md', 'utf8'), faulty);
});

test('what --fix would change is a patch: lines that came or went do not move the others', () => {
  const before = 'one\ntwo\nthree\nfour\nfive\nsix\nseven';
  for (const after of [
    'one\nthree\nfour\nfive\nsix\nseven',
    'nought\none\ntwo\nthree\nfour\nfive\nsix\nseven',
    'two three\nfour\nfive\nand\none half\nsix\n7',
    'one\ntwo\nthree\nfour\nfive\nsix\nseven\n',
    'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n',
    '',
  ]) {
    const patch = patchOf('a.md', before, after);
    assert.equal(applyPatch(before, patch, { autoConvertLineEndings: false }), after, patch);
    assert.equal(applyPatch(after, patchOf('a.md', after, before)), before);
  }
  assert.equal(
    patchOf('a.md', before, before.replace('two\n', '')),
    '--- a.md\n+++ a.md\n@@ -2 +1,0 @@\n-two',
  );
});

inFolder('--fix keeps line ends, byte order mark and encoding', {}, async folder => {
  const crlf = warned.replaceAll('\n', '\r\n');
  const right = crlf.replace('Technical Measures', 'Technical and Procedural Measures');
  for (const [name, encode] of [
    ['utf-8', (text: string) => Buffer.from(text)],
    ['a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['utf-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16 the other way', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['windows-1252', (text: string) => Buffer.from(text.replace('went on', 'caf\u00e9'), 'latin1')],
  ] as const) {
    folder.write('a.md', encode(crlf));
    assert.equal((await commandline(['check', 'a.md', '--fix'])).status, 0, name);
    assert.ok(readFileSync('a.md').equals(encode(right)), name);
  }
});

inFolder(
  '--output writes the file, whole or not at all',
  { 'a.md': faulty, 'out.json': 'old' },
  async folder => {
    const { status, out } = await commandline(['check', 'a.md', '--format', 'json', '--output', 'out.json']);
    assert.equal(status, 1);
    assert.equal(out, '');
    assert.equal(JSON.parse(readFileSync('out.json', 'utf8')).version, 1);
    assert.deepEqual(readdirSync(folder.path).sort(), ['a.md', 'out.json']);
    const nowhere = await commandline(['check', 'a.md', '--output', 'nowhere/out.json']);
    assert.equal(nowhere.status, 2);
    assert.match(nowhere.err, /nowhere\/out\.json: the file cannot be written/);
    assert.deepEqual(readdirSync(folder.path).sort(), ['a.md', 'out.json']);
  },
);

inFolder(
  'what is printed for people: place, weight, words, rule, and a sum',
  { 'a.md': faulty, 'b.md': sound },
  async () => {
    const { out } = await commandline(['check', 'a.md']);
    const line = faulty.split('\n').lastIndexOf('1.1 More of it is planned.') + 1;
    assert.match(out, /^a\.md {2}\(Council 2025; Council report, 2023 on; mode review\)/);
    assert.match(
      out,
      new RegExp(`${line}:1\\s+error\\s+Two paragraphs have the number 1\\.1.*numbering/repeat`),
    );
    assert.match(out, /one report checked: \d+ errors?, \d+ warnings?/);
    assert.ok(!out.includes('\u001b'), 'no colours where nobody sees them');
    assert.equal(
      (await commandline(['check', 'b.md'])).out,
      'one report checked: no findings under the enabled rules.\n',
    );
    const outline = await commandline(['outline', 'a.md']);
    assert.match(outline.out, /C25\/18 · Council 2025 \(from the symbol\) · markdown · council-2023/);
    assert.match(outline.out, /1 Legal Measures \[legal\]\n\s+1\.1 1\.1/);
  },
);

inFolder(
  'the archive: reports that are named, and what is wrong with them',
  {
    'a.md': sound,
    'old/2019.md': write({ ...plan2019(), symbol: 'C19/18', date: '3 March 2019' }, 'markdown'),
    'old/twin.md': write({ ...plan2019(), symbol: 'C19/18', date: '3 March 2019' }, 'converted-markdown'),
    'old/empty.txt': '',
  },
  async () => {
    const { out, err } = await commandline([
      'check',
      'a.md',
      '--archive',
      'old',
      '--fail-on',
      'warning',
      '--mode',
      'review',
    ]);
    assert.match(err, /old\/empty\.txt: .*left out/);
    assert.match(err, /two reports of 2019/);
    assert.ok(out.length > 0);
  },
);
