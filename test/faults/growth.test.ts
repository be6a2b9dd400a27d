import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactFixes } from '../../server/analysis/fixes.ts';
import { view } from '../../server/text/view.ts';
import { answersOfWhole } from '../fuzz/questions.ts';
import { analysed } from '../fuzz/workplace.ts';
import { plan2023, withParagraphs, write } from '../unit/support/reports.ts';

/**
 * Texts made to be slow on: whatever they are made of, four times the text is about four times the work. Judged by
 * the time of the processor and by its growth, so that a busy machine says nothing.
 */

/** A report whose second section holds a text. */
const report = (text: string): string =>
  write(withParagraphs(plan2023(), '2', [{ number: '2.1', text }]), 'markdown');
/** A text of about so many characters, out of one piece. */
const of = (piece: string) => (n: number) => report(piece.repeat(Math.ceil(n / piece.length)));
/** A text of about so many characters, out of pieces that differ. */
const each = (piece: (i: number) => string, between: string) => (n: number) =>
  report(
    Array.from({ length: Math.ceil(n / (piece(1000).length + between.length)) }, (_, i) => piece(i)).join(
      between,
    ),
  );
const paragraphs = (count: number, numbered = true): string =>
  write(
    withParagraphs(
      plan2023(),
      '2',
      Array.from({ length: count }, (_, i) => ({
        ...(numbered && { number: `2.${(i % 99) + 1}` }),
        text: `Paragraph ${i} tells of a meeting in May 2025.`,
      })),
    ),
    'markdown',
  );

const SHAPES: Readonly<Record<string, (n: number) => string>> = {
  brackets: of('['),
  'brackets that never close': of('a('),
  'brackets inside brackets': n => report(`${'('.repeat(n / 2)}a word${')'.repeat(n / 2)}`),
  'links that break off': of('[a]('),
  'footnotes that never end': of('[1: '),
  'footnote marks': of('a[^1] '),
  'footnotes of one’s own': each(i => `[^${i}]: note ${i}`, '\n\n'),
  digits: of('1'),
  'digits one by one': of('1 '),
  'digits in threes': of('1 000 '),
  'numbers of numbers': of('1.'),
  'emphasis inside emphasis': of('*a **b _c __d '),
  'nothing but stars': of('*'),
  underscores: of('_ a'),
  'curly quotation marks': of('“'),
  'straight quotation marks': of('"a '),
  apostrophes: of("'a "),
  Recommendations: each(i => `X.${1000 + (i % 9000)}`, ', '),
  Resolutions: each(i => `Resolution ${100 + (i % 900)}`, ', '),
  dates: of('3 March 2025, '),
  acronyms: each(i => `Some Long Name${i} (SLN${i})`, ' '),
  capitals: of('ABC '),
  words: of('work '),
  'one word': of('a'),
  'one doubled word': of('the '),
  stops: of('.'),
  hyphens: of('-'),
  'spaces in a word': n => report(`a${' '.repeat(n)}b`),
  'no-break spaces': n => report(`a${'\u00a0'.repeat(n)}b`),
  'blank lines': n => report('a') + '\n'.repeat(n),
  comments: of('<!-- a --> b '),
  'comments that never end': of('<!-- '),
  'comments that hide': of('<!-- gca-report-disable-line text -->\n\nA b.\n\n'),
  'comments that hide the rest': of('<!-- gca-report-disable text -->\n\nA b.\n\n'),
  marks: of('<!-- confirm (2024, 3.1): 84 countries. -->\n\n'),
  'references to paragraphs': of('see paragraph 2.1 above, '),
  links: of('[a](https://itu.int/b) '),
  addresses: of('https://'),
  tables: of('| a '),
  figures: of('84 countries and 12 teams. '),
  'figures that differ': each(i => `${i} countries met.`, ' '),
  items: of('- a part of it;\n'),
  sections: each(i => `## ${(i % 90) + 7}. Title ${i}\n\nText.`, '\n\n'),
  paragraphs: n => paragraphs(Math.ceil(n / 50)),
  'a heading of stops': n => `## 1. Legal${'.'.repeat(n)}x\n\n${report('a')}`,
  emoji: of('😀'),
  'right to left': of('حماية '),
};

const SMALL = 20_000;
const TIMES = 4;

/** Milliseconds of the processor that a call takes. */
function took(call: () => void): number {
  const start = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function everything(text: string): void {
  const analysis = analysed(text);
  exactFixes(analysis.findings);
  answersOfWhole(analysis);
}

for (const [name, make] of Object.entries(SHAPES)) {
  test(`the work grows as the text does: ${name}`, () => {
    const small = make(SMALL);
    const large = make(SMALL * TIMES);
    everything(small);
    const before = Math.min(
      took(() => everything(small)),
      took(() => everything(small)),
    );
    const after = took(() => everything(large));
    // Twice the growth, and what a collection of garbage takes: a square would be sixteen times the work.
    assert.ok(after <= 2 * TIMES * before + 300, `${Math.round(before)} ms became ${Math.round(after)} ms`);
  });
}

/** Sizes beyond any report, each with every rule, in seconds of the processor on a slow machine. */
for (const [name, make, seconds] of [
  ['10 MB on one line', () => report('word and more '.repeat(714_286)), 20],
  ['100 000 brackets', () => report('['.repeat(100_000)), 5],
  ['100 000 pairs of brackets', () => report('(a) '.repeat(100_000)), 5],
  ['1 000 000 digits', () => report('1'.repeat(1_000_000)), 5],
  ['1 000 000 digits in threes', () => report('100 '.repeat(333_333)), 10],
  ['a million stars around a letter', () => report(`${'*'.repeat(500_000)}a${'*'.repeat(500_000)}`), 5],
  ['emphasis nested 100 000 deep', () => report('**a *b _c '.repeat(100_000)), 5],
  ['50 000 paragraphs', () => paragraphs(50_000), 20],
  ['50 000 paragraphs without a number', () => paragraphs(50_000, false), 20],
  [
    '100 000 identifiers in one list',
    () =>
      report(
        `Recommendations ITU-T ${Array.from({ length: 100_000 }, (_, i) => `X.${1000 + (i % 9000)}`).join(', ')}.`,
      ),
    15,
  ],
  [
    '200 000 comments that hide',
    () => report('<!-- gca-report-disable text -->\n\nA b.\n\n'.repeat(200_000)),
    30,
  ],
  [
    '200 000 sections',
    () => report(Array.from({ length: 200_000 }, (_, i) => `## T${i}\n\nText.`).join('\n\n')),
    40,
  ],
] as const) {
  test(`${name} are checked by every rule`, () => {
    const text = make();
    const time = took(() => assert.ok(analysed(text).findings.length >= 0));
    assert.ok(time < seconds * 1000, `took ${Math.round(time)} ms`);
  });
}

test('10 MB of what opens and never closes are read in seconds', () => {
  for (const piece of [
    '[1: ',
    '[1: [a] ',
    '[^a',
    '<http:',
    '[bookmark: ',
    '[',
    '](a',
    '<!-- ',
    '`',
    '*a _b ',
  ]) {
    const text = piece.repeat(10_000_000 / piece.length);
    const time = took(() => view(text));
    assert.ok(time < 5000, `${JSON.stringify(piece)} took ${Math.round(time)} ms`);
  }
});
