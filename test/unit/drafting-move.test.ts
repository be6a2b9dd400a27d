import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/analysis/fixes.ts';
import {
  type Direction,
  type Moved,
  moveParagraph,
  moveSection,
  type NotMoved,
} from '../../server/drafting/move.ts';
import { findCrossReferences, numberedPlaces } from '../../server/report/crossrefs.ts';
import { allParagraphs, type Report } from '../../server/report/model.ts';
import { soundReport, textOf } from './support/random-reports.ts';
import { check, parse, plan2023, withParagraphs, write } from './support/reports.ts';

const isMoved = (moved: Moved | NotMoved): moved is Moved => 'edits' in moved;

function after(text: string, moved: Moved | NotMoved): string {
  assert.ok(isMoved(moved), JSON.stringify(moved));
  return applyEdits(text, moved.edits);
}

const at = (text: string, words: string): number => {
  const found = text.indexOf(words);
  assert.ok(found >= 0, words);
  return found;
};

const text = write(
  withParagraphs(plan2023(), '2', [
    { number: '2.1', text: 'The first study went on, as paragraph 2.3 below says.' },
    { number: '2.2', text: 'The second study has two parts:', items: ['a. one;', 'b. another.'] },
    { number: '2.3', text: 'The third study follows paragraph 2.2 above.' },
  ]),
  'markdown',
);

test('a paragraph goes up with its items; numbers, references, and their sides follow', () => {
  const up = after(text, moveParagraph(parse(text), at(text, 'a. one'), 'up'));
  assert.match(
    up,
    /2\.1 The second study has two parts:\n\na\. one;\n\nb\. another\.\n\n2\.2 The first study/,
  );
  assert.match(up, /follows paragraph 2\.1 above/);
  const twice = after(text, moveParagraph(parse(text), at(text, 'The third'), 'up'));
  assert.match(twice, /2\.2 The third study follows paragraph 2\.3 below\.\n\n2\.3 The second/);
  assert.match(twice, /paragraph 2\.2 below says/);
});

test('over the end of a section into the next one, and back', () => {
  const down = after(text, moveParagraph(parse(text), at(text, 'The third'), 'down'));
  assert.match(down, /## 3\. Organizational Structures\n\n3\.1 The third study/);
  assert.match(down, /3\.2 The work on this subject went on/);
  assert.match(down, /as paragraph 3\.1 below says/);
  assert.equal(after(down, moveParagraph(parse(down), at(down, 'The third'), 'up')), text);
});

test('the first stays first, the last last; the caret goes with the paragraph', () => {
  const report = parse(text);
  const first = report.sections[0].paragraphs[0];
  assert.ok('refused' in moveParagraph(report, first.span.start, 'up'));
  const last = [...allParagraphs(report.sections)].at(-1)?.paragraph;
  assert.ok('refused' in moveParagraph(report, last?.span.start ?? 0, 'down'));
  assert.ok('refused' in moveParagraph(report, 0, 'down'));
  const offset = at(text, 'second study');
  const moved = moveParagraph(report, offset, 'down');
  assert.ok(isMoved(moved));
  assert.ok(after(text, moved).slice(moved.caret).startsWith('second study'));
});

test('comments above and footnotes behind go along; into the introduction the number is left behind', () => {
  const noted = text
    .replace('2.2 The second', '<!-- gca-report-disable-next-line text -- so be it -->\n2.2 The second')
    .replace('says.\n', 'says.[^1]\n\n[^1]: A note.\n');
  const up = after(noted, moveParagraph(parse(noted), at(noted, 'The second'), 'up'));
  assert.match(up, /-->\n2\.1 The second[\s\S]*2\.2 The first[^\n]*\[\^1\]\n\n\[\^1\]: A note\.\n\n2\.3/);
  const intro = after(text, moveParagraph(parse(text), at(text, '1.1 The work'), 'up'));
  assert.match(intro, /pillars\.\n\nThe work on this subject went on\.\n\n## 1\./);
  assert.match(intro, /\n1\.1 More of it/);
});

test('a section changes places and numbers with its neighbour', () => {
  const down = after(text, moveSection(parse(text), at(text, 'The first study'), 'down'));
  assert.match(
    down,
    /## 2\. Organizational Structures\n\n2\.1 The work[\s\S]*## 3\. Technical and Procedural Measures\n\n3\.1 The first study went on, as paragraph 3\.3 below/,
  );
  assert.equal(after(down, moveSection(parse(down), at(down, 'The first study'), 'up')), text);
  assert.ok('refused' in moveSection(parse(text), at(text, '## 1. Legal'), 'up'));
  assert.ok('refused' in moveSection(parse(text), at(text, '## 6. Child'), 'down'));
});

/** Every reference with the words of the paragraph that it leads to. */
function leads(report: Report): string[] {
  const places = numberedPlaces(report);
  return findCrossReferences(report)
    .map(({ number }) => {
      const place = places.get(number);
      return place && 'body' in place ? report.text.slice(place.body.start, place.body.start + 12) : number;
    })
    .sort();
}

test('in any report: numbers stay sound, references lead where they led, and the way back is the way there', () => {
  fc.assert(
    fc.property(
      soundReport,
      fc.nat(),
      fc.constantFrom<Direction>('up', 'down'),
      fc.boolean(),
      (sound, n, direction, whole) => {
        const before = textOf(sound);
        const report = parse(before);
        const all = [...allParagraphs(report.sections)].filter(({ paragraph }) => paragraph.number);
        const { paragraph } = all[n % all.length];
        const move = whole ? moveSection : moveParagraph;
        const moved = move(report, paragraph.body.start, direction);
        if (!isMoved(moved)) return;
        const there = applyEdits(before, moved.edits);
        const now = parse(there);
        // An introduction has no numbers: what goes there can be referred to no more.
        if (now.sections[0].paragraphs.length > report.sections[0].paragraphs.length) return;
        const wrong = check(there).findings.filter(
          ({ rule }) => /^(?:numbering|reference)\//.test(rule) && !(whole && rule === 'numbering/section'),
        );
        assert.deepEqual(
          wrong.map(({ rule, message }) => `${rule} ${message}`),
          [],
          there,
        );
        const starts =
          paragraph.number &&
          there.slice(moved.caret).startsWith(before.slice(paragraph.body.start, paragraph.body.start + 12));
        assert.ok(starts, there.slice(moved.caret, moved.caret + 40));
        assert.deepEqual(leads(now), leads(report), there);
        const back = move(now, moved.caret, direction === 'up' ? 'down' : 'up');
        assert.ok(isMoved(back));
        assert.equal(applyEdits(there, back.edits), before);
      },
    ),
    { seed: 2026, numRuns: 150 },
  );
});
