import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresCsv } from '../../client/figures/csv.ts';
import { ROOT } from '../../scripts/root.ts';
import { githubAnnotations } from '../../server/commandline/github.ts';
import { printable } from '../../server/commandline/printable.ts';
import { citationsCsv } from '../../server/commandline/tables.ts';
import { commandline, Folder } from './support/commandline.ts';
import { plan2023, write } from './support/reports.ts';
import './support/vscode.ts';

const { figureWords } = await import('../../client/figures/words.ts');

/** Words of a document in what other programs read: a terminal, a spreadsheet, the log of a build. */

test('what acts on a terminal is shown as a mark, and our own colours stay', () => {
  for (const [text, shown] of [
    ['plain\ttext\nü €', 'plain\ttext\nü €'],
    ['\u001b[31mred\u001b[0m', '\u001b[31mred\u001b[0m'],
    ['\u001b]0;title\u0007', '\ufffd]0;title\ufffd'],
    ['\u001b[2J\u001b[1;31m', '\ufffd[2J\ufffd[1;31m'],
    ['\u009b31m \u0008 \u007f', '\ufffd31m \ufffd \ufffd'],
    ['a\rb', 'a\ufffdb'],
    ['\u202egpj.exe\u202c', '\ufffdgpj.exe\ufffd'],
  ])
    assert.equal(printable(text), shown);
});

test('words of a document and names of files do nothing on the terminal that findings are printed on', async () => {
  const evil = '\u001b]52;c;ZXZpbA==\u0007\u001b[2J';
  const text = write(plan2023(), 'markdown').replace('2.2 More', `2.1 ${evil} the the More`);
  const folder = new Folder({ [`a${evil.replaceAll(/[\\/:]/g, '')}.md`]: text });
  try {
    for (const argv of [
      ['check', '.'],
      ['outline', '.'],
      ['check', 'missing\u001b[2J.md'],
    ]) {
      const { out, err } = await commandline(argv);
      assert.doesNotMatch(out + err, /\u001b(?!\[\d{0,2}m)|[\u0007\u009b]/);
      assert.ok((out + err).includes('\ufffd'));
    }
  } finally {
    folder.remove();
  }
});

const FORMULAS = ['=HYPERLINK("https://evil.example")', '+1+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1'];

test('a spreadsheet takes no words of a document for a formula', () => {
  const row = {
    path: 'a.md',
    paragraph: '1.1',
    kind: 'recommendation' as const,
    text: '',
    title: '',
    edition: '',
    status: '' as const,
  };
  const point = { year: 2025, value: 1, text: '', path: '', place: '', uri: '', range: null };
  for (const formula of FORMULAS) {
    const tables = [
      citationsCsv([{ ...row, id: formula }]),
      figuresCsv(
        [{ label: formula, verdict: formula, points: [{ ...point, shown: formula }] } as never],
        figureWords(),
      ),
    ];
    const cell = formula.replaceAll('"', '""');
    for (const table of tables) {
      assert.ok(table.includes(`'${cell}`), table);
      assert.equal(table.replaceAll(`'${cell}`, '').includes(cell), false, table);
    }
  }
});

test('the log of a build takes no words of a document for a command', () => {
  const lines = githubAnnotations(
    [{ label: 'a\n::error::x,file=b:c.md', refused: 'b\r\n::set-env name=PATH::evil 100%0A' }],
    { folder: ROOT, root: ROOT },
  );
  assert.equal(
    lines,
    '::error file=a%0A%3A%3Aerror%3A%3Ax%2Cfile=b%3Ac.md::b%0D%0A::set-env name=PATH::evil 100%250A\n',
  );
});
