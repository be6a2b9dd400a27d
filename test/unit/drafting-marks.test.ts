import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/analysis/fixes.ts';
import {
  madeNote,
  markAt,
  markFor,
  marksOf,
  progressOf,
  replacedMark,
  withMarksKept,
} from '../../server/drafting/marks.ts';
import { type Settling, settle } from '../../server/drafting/settle.ts';
import { check, parse, plan2023, withParagraphs, write } from './support/reports.ts';

const origin = { year: 2024, place: '3.1' };

const draft = (...paragraphs: { text: string; items?: readonly string[]; footnote?: string }[]): string =>
  write(
    withParagraphs(
      plan2023(),
      '2',
      paragraphs.map((paragraph, i) => ({ number: `2.${i + 1}`, ...paragraph })),
    ),
    'markdown',
  );

/** The section that the paragraphs were put into, once a mark is settled. */
function settled(text: string, how: Settling, which = 0): string {
  const report = parse(text);
  const mark = marksOf(report)[which];
  const after = applyEdits(text, settle(report, mark, how).edits);
  return after
    .slice(after.indexOf('## 2.'), after.indexOf('## 3.'))
    .replace(/^.*\n+/, '')
    .trimEnd();
}

test('a mark that is not closed is not settled: what stands behind it would go with it', () => {
  const text = draft(
    { text: 'Of my own. <!-- confirm (2024, 2.1): There were 86 teams.' },
    { text: 'A paragraph of my own.' },
    { text: '<!-- confirm (2024, 2.2): There were 12 courses. -->' },
  );
  for (const version of [text, text.replace(' -->', '')]) {
    const report = parse(version);
    assert.equal(marksOf(report)[0].closed, false);
    for (const how of ['keep', 'change', 'drop'] as const)
      assert.deepEqual(settle(report, marksOf(report)[0], how).edits, [], how);
  }
});

test('a mark holds words, and where they come from if it says so', () => {
  const [full, bare, odd, replaced] = marksOf(
    parse(
      draft(
        { text: markFor('There were 86 teams.', origin) },
        { text: '<!-- confirm: There were 86 teams. -->' },
        { text: '<!--confirm (last year): There were 86 teams.-->' },
        { text: `The teams met since Council 2024 ${replacedMark('since Council 2023', origin)} often.` },
      ),
    ),
  );
  assert.deepEqual(
    [full.text, full.year, full.from, full.place, full.role],
    ['There were 86 teams.', 2024, '3.1', '2.1', 'technical'],
  );
  assert.deepEqual([bare.text, bare.year, bare.from], ['There were 86 teams.', null, null]);
  assert.deepEqual([odd.text, odd.year, odd.from], ['There were 86 teams.', null, 'last year']);
  assert.deepEqual([replaced.text, replaced.replaced], ['since Council 2023', true]);
});

test('other comments are no marks, and a mark without its end says so', () => {
  const text = draft(
    { text: 'The work. <!-- confirmed by the office -->' },
    { text: '<!-- gca-report-confirmed 86 teams 2025 --> There were 86 teams.' },
    { text: '<!-- confirm (2024, 2.1): The end is lost.' },
    { text: `Here it is. ${markFor('Another.', origin)}` },
  );
  assert.deepEqual(
    marksOf(parse(text)).map(({ text, closed }) => [text.slice(0, 8), closed]),
    [['The end ', false]],
  );
});

test('words come out as they went in, whatever is in them', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }).filter(text => text.trim() !== ''),
      words => {
        const line = words.replace(/\s+/g, ' ').trim();
        const mark = markFor(line, origin);
        assert.equal(mark.indexOf('-->'), mark.length - 3);
        assert.doesNotMatch(mark.slice(4, -3), /--|\n/);
        // What is written `-\-` already cannot be told from two hyphens.
        if (/-\\/.test(line)) return;
        assert.equal(withMarksKept(`a ${mark} b`), `a ${line} b`);
      },
    ),
    { seed: 2026, numRuns: 300 },
  );
});

test('no text and no edit in the middle of a mark makes reading them fail', () => {
  const text = draft({
    text: `The work. ${markFor('There were 86 teams.', origin)} ${markFor('They met.', origin)}`,
  });
  for (let at = 0; at <= text.length; at++) {
    for (const version of [text.slice(0, at), text.slice(0, at) + text.slice(at + 1)]) {
      const report = parse(version);
      for (const mark of marksOf(report)) {
        for (const how of ['keep', 'change', 'drop'] as const) {
          const { edits, selection } = settle(report, mark, how);
          const after = applyEdits(version, edits);
          assert.ok(
            0 <= selection.start && selection.start <= selection.end && selection.end <= after.length,
            how,
          );
        }
      }
    }
  }
});

test('keep puts the words into the text, drop takes the mark and one space', () => {
  const text = draft({ text: `The work. ${markFor('There were 86 teams.', origin)} It goes on.` });
  assert.equal(settled(text, 'keep'), '2.1 The work. There were 86 teams. It goes on.');
  assert.equal(settled(text, 'drop'), '2.1 The work. It goes on.');
});

test('change selects the one figure or date, else all the words', () => {
  const selected = (words: string) => {
    const text = draft({ text: `The work. ${markFor(words, origin)}` });
    const report = parse(text);
    const { edits, selection } = settle(report, marksOf(report)[0], 'change');
    return applyEdits(text, edits).slice(selection.start, selection.end);
  };
  assert.equal(selected('There were 86 teams.'), '86');
  assert.equal(selected('The teams met in May 2024.'), 'May 2024');
  assert.equal(selected('There were 86 teams in May 2024.'), 'There were 86 teams in May 2024.');
  assert.equal(selected('The teams met.'), 'The teams met.');
});

test('with its last words a paragraph goes, and the numbers and references close up', () => {
  const text = draft(
    { text: 'See paragraph 2.3 below.' },
    { text: markFor('There were 86 teams.', origin) },
    { text: `The rest. ${markFor('It follows paragraph 2.3 above.', origin)}` },
  );
  const left = settled(text, 'drop');
  assert.equal(
    left,
    '2.1 See paragraph 2.2 below.\n\n2.2 The rest. <!-- confirm (2024, 3.1): It follows paragraph 2.2 above. -->',
  );
});

test('an item goes with its letter, a list with its paragraph, a footnote with its call', () => {
  const list = draft(
    {
      text: 'There are:',
      items: [`a. ${markFor('one;', origin)}`, `b. ${markFor('two;', origin)}`, 'c. three.'],
    },
    { text: 'The rest.' },
  );
  assert.equal(
    settled(list, 'drop'),
    '2.1 There are:\n\na. <!-- confirm (2024, 3.1): two; -->\n\nb. three.\n\n2.2 The rest.',
  );
  const alone = draft(
    { text: markFor('There are:', origin), items: [`a. ${markFor('one.', origin)}`] },
    { text: 'The rest.' },
  );
  const without = applyEdits(alone, settle(parse(alone), marksOf(parse(alone))[0], 'drop').edits);
  assert.equal(settled(without, 'drop'), '2.1 The rest.');
  const noted = draft({ text: `The work.` }, { text: markFor('There is a note.[^1]', origin) }).replace(
    '## 3.',
    '[^1]: The note.\n\n## 3.',
  );
  assert.equal(settled(noted, 'drop'), '2.1 The work.');
});

test('behind new words: keep, change with the words selected, go back', () => {
  const text = draft({
    text: `It went on since Council 2024 ${replacedMark('since Council 2023', origin)} as before.`,
  });
  assert.equal(settled(text, 'keep'), '2.1 It went on since Council 2024 as before.');
  assert.equal(settled(text, 'drop'), '2.1 It went on since Council 2023 as before.');
  const report = parse(text);
  const { edits, selection } = settle(report, marksOf(report)[0], 'change');
  assert.equal(applyEdits(text, edits).slice(selection.start, selection.end), 'since Council 2024');
});

test('progress counts from what there was at first; a mark is found at its edges', () => {
  const text = `${madeNote('last--year.md', 5)}\n\n${draft({ text: markFor('There were 86 teams.', origin) })}`;
  assert.deepEqual(progressOf(parse(text)), { open: 1, total: 5 });
  assert.deepEqual(progressOf(parse(draft({ text: 'The work.' }))), { open: 0, total: 0 });
  const report = parse(text);
  const [{ span }] = marksOf(report);
  assert.ok(markAt(report, span.start) && markAt(report, span.end) && !markAt(report, span.start - 1));
});

test('a mark hides its words from every rule but its own', () => {
  const text = draft({ text: `The work. ${markFor('There  were  86 teams , TBD.', origin)}` });
  assert.deepEqual([...new Set(check(text).findings.map(({ rule }) => rule))], ['drafting/to-confirm']);
});
