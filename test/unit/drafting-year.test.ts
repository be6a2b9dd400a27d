import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/analysis/fixes.ts';
import { marksOf, progressOf } from '../../server/drafting/marks.ts';
import { type Settling, settle } from '../../server/drafting/settle.ts';
import { commandline, Folder } from './support/commandline.ts';
import { madeFrom } from './support/drafting.ts';
import { check, parse } from './support/reports.ts';

const sample = (path: string) => readFileSync(new URL(`../../samples/${path}`, import.meta.url), 'utf8');

/** A drafter's way through a draft: every mark settled, one after the other. */
function allSettled(draft: string, how: (index: number) => Settling): string {
  let text = draft;
  for (let i = 0; ; i++) {
    const report = parse(text);
    const [mark] = marksOf(report);
    if (!mark) return text;
    text = applyEdits(text, settle(report, mark, how(i)).edits);
    assert.ok(marksOf(parse(text)).length < marksOf(report).length || i > 200, 'every step settles one');
  }
}

test('a round of a year: new, settle everything, hand in without an error', async () => {
  const folder = new Folder({ 'archive/2024.gca.md': sample('archive/2024.gca.md') });
  try {
    const order = [
      'new',
      '--from',
      'archive/2024.gca.md',
      '--year',
      '2025',
      '--symbol',
      'C25/18',
      '--date',
      '11 April 2025',
      '--agenda-item',
      'PL 2',
    ];
    const made = await commandline([...order, '--output', 'draft-2025.gca.md']);
    assert.deepEqual([made.status, made.out], [0, '']);
    const check = (mode: string) =>
      commandline(['check', '--mode', mode, '--format', 'json', 'draft-2025.gca.md']);
    const before = await check('submission');
    assert.equal(before.status, 1);
    assert.ok(
      JSON.parse(before.out).files[0].findings.some(
        ({ rule }: { rule: string }) => rule === 'drafting/to-confirm',
      ),
    );
    assert.equal((await check('drafting')).status, 0);
    const draft = readFileSync(join(folder.path, 'draft-2025.gca.md'), 'utf8');
    assert.equal(progressOf(parse(draft)).total, 42);
    folder.write(
      'draft-2025.gca.md',
      allSettled(draft, () => 'keep'),
    );
    const after = await check('submission');
    assert.deepEqual([after.status, JSON.parse(after.out).summary.error], [0, 0]);
  } finally {
    folder.remove();
  }
});

test('whatever is kept and whatever dropped: numbers stay sound, and nothing of a mark is left', () => {
  const draft = madeFrom(sample('archive/2024.gca.md'), '2024.gca.md', 2025);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<Settling>('keep', 'change', 'drop'), { minLength: 1, maxLength: 50 }),
      ways => {
        const text = allSettled(draft, i => ways[i % ways.length]);
        const wrong = check(text).findings.filter(({ rule }) => /^(?:numbering|drafting)\//.test(rule));
        assert.deepEqual(
          wrong.map(({ rule, message }) => `${rule}: ${message}`),
          [],
          text,
        );
        assert.doesNotMatch(text, /confirm \(|[^\S\n]{2}|\n{4}/);
      },
    ),
    { seed: 2026, numRuns: 25 },
  );
});

test('new: a file that is there, a report that is none, options that do not fit', async () => {
  const folder = new Folder({
    'last.md': sample('archive/2024.gca.md'),
    'notes.md': '# Notes\n',
    'taken.md': 'mine\n',
  });
  const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');
  try {
    const make = ['new', '--from', 'last.md', '--year', '2025'];
    for (const [argv, why] of [
      [[...make, '--output', 'taken.md'], /there already/],
      [[...make, '--output', 'draft.docx'], /Markdown/],
      [[...make, '--symbol', 'C25'], /symbol/],
      [[...make, '--date', 'tomorrow'], /no date/],
      [[...make, '--profile', 'none'], /no profile/],
      [['new', '--from', 'notes.md', '--year', '2025'], /Resolution 130/],
      [['new', '--from', 'nowhere.md', '--year', '2025'], /not there/],
      [['new', '--from', 'last.md'], /--year/],
      [['new', 'last.md', '--year', '2025'], /--from/],
      [[...make, '--output', 'nowhere/draft.md'], /written/],
    ] as const) {
      const { status, out, err } = await commandline(argv);
      assert.deepEqual([status, out], [2, ''], argv.join(' '));
      assert.match(err, why);
    }
    assert.equal(read('taken.md'), 'mine\n');
    assert.equal((await commandline([...make, '--output', 'taken.md', '--force'])).status, 0);
    const printed = await commandline(make);
    assert.equal(printed.out, read('taken.md'));
    assert.match((await commandline(['new', '--year', '2027'])).out, /^Agenda item/);
  } finally {
    folder.remove();
  }
});
