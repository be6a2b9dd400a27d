import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../server/rules/index.ts';
import { startsWithVowelSound } from '../../server/rules/text/article.ts';
import { textRules } from '../../server/rules/text/index.ts';
import { type Example, frame, readPage } from './support/pages.ts';
import { check, findingsOf } from './support/reports.ts';

const found = (rule: string, paragraph: string, year = 2025): string[] => {
  const text = frame(paragraph, year);
  return findingsOf(rule, text).map(({ start, end }) => text.slice(start, end));
};

/** Rules that read what the report is made of rather than its language: they look into quotations as well. */
const NOT_LANGUAGE = new Set([
  'text/unpaired-quote',
  'text/mixed-quote-pair',
  'text/quote-style',
  'text/empty-link',
  'text/residue',
  'text/apostrophe-style',
]);

const LANGUAGE_GROUPS = ['text/', 'terms/', 'date/', 'acronym/'];

/** Bad examples of one line, from the pages: what can be put into code, a comment or a quotation. */
const lines = rules
  .filter(rule => LANGUAGE_GROUPS.some(group => rule.id.startsWith(group)))
  .flatMap(rule =>
    readPage(rule.id)
      .examples.filter((example: Example) => example.kind === 'bad' && !example.text.trim().includes('\n'))
      .map(example => ({ rule: rule.id, text: example.text.trim() })),
  );

test('what stands in a comment or in code is left alone by every rule', () => {
  assert.ok(lines.length > 40);
  for (const { rule, text } of lines) {
    assert.deepEqual(
      found(rule, `The work went on as planned.\n\n<!-- ${text} -->`),
      [],
      `${rule} in a comment`,
    );
    if (text.includes('`')) continue;
    assert.deepEqual(found(rule, `The tool prints \`${text}\` at its end.`), [], `${rule} in code`);
  }
});

test('what stands in a quotation is left alone by every language rule', () => {
  for (const { rule, text } of lines) {
    if (NOT_LANGUAGE.has(rule) || /["\u201c\u201d]/.test(text)) continue;
    assert.deepEqual(found(rule, `The title “${text.replace(/\.$/, '')}” was chosen by the host.`), [], rule);
  }
});

test('a link’s target is left alone, its words are not', () => {
  assert.deepEqual(found('text/doubled-word', 'See [the the guide](https://example.com/the/the) on it.'), [
    'the the',
  ]);
  assert.deepEqual(found('text', 'See [the guide](https://example.com/a,,b/the_the/TBD) on the course.'), []);
  assert.deepEqual(
    found('terms', 'See [the guide](https://example.com/Ivory-Coast/publically) on the course.'),
    [],
  );
});

test('every rule of the group waits until the paragraph is left, or says why not', () => {
  const typing = textRules.filter(rule => rule.timing === 'typing').map(rule => rule.id);
  assert.deepEqual(typing, ['text/residue']);
});

test('no-break spaces and dashes alone are never an error', () => {
  const text =
    'The course\u00a0– held in 2024 – reached 20\u00a0countries, in\u202fMay and non\u2011members too.';
  assert.deepEqual(found('text', text), []);
});

test('a doubled word is found through emphasis and over a line break, not through code', () => {
  assert.deepEqual(found('text/doubled-word', 'The course on **on** spam.'), ['on **on']);
  assert.deepEqual(found('text/doubled-word', 'Set it to `true` to start the course.'), []);
  assert.deepEqual(found('text/doubled-word', 'It follows X.1205 and X.1206 and others.'), []);
});

test('the letter of a label and an article or a list mark behind it are no double', () => {
  const quiet = [
    'The list is in Annex A a).',
    'The list is in Appendix A A.1 of the guide.',
    'The list is in annex a a) and in item 3 a a).',
    'Those of category A a year later joined the course.',
    'The tests of Table A a team ran again.',
  ];
  for (const paragraph of quiet) assert.deepEqual(found('text/doubled-word', paragraph), [], paragraph);
  assert.deepEqual(found('text/doubled-word', 'The team ran a a test.'), ['a a']);
  assert.deepEqual(found('text/doubled-word', 'The team is a part of a a group.'), ['a a']);
  assert.deepEqual(found('text/doubled-word', 'A a course was held.'), ['A a']);
});

test('the double colon of an IPv6 address is no doubled mark', () => {
  for (const address of [
    '2001:db8::/32',
    'fe80::/10',
    '::/0',
    '2001:db8:a::',
    'fe80::',
    '::1',
    'fe80::1',
    '[::]:53',
  ])
    assert.deepEqual(found('text', `The team tested ${address} and the rest of the range.`), [], address);
  for (const wrong of [
    'The team tested the following:: routers.',
    'The courses of 2024:: all were held.',
    'It was bad:: none came.',
  ])
    assert.equal(found('text/doubled-punctuation', wrong).length, 1, wrong);
});

test('the sound of a word decides its article', () => {
  const cases: readonly (readonly [string, boolean | undefined])[] = [
    ['NCS', true],
    ['MoU', true],
    ['SG17', true],
    ['HTTP', true],
    ['ITU', true],
    ['EU', true],
    ['IoT', true],
    ['AI', true],
    ['UN-wide', false],
    ['UNICEF', false],
    ['COP', false],
    ['BDT', false],
    ['GCI', false],
    ['TSB', false],
    ['SADC', undefined],
    ['NATO', undefined],
    ['FIRST', undefined],
    ['SQL', undefined],
    ['SOC', undefined],
    ['SOCs', undefined],
    ['SIM', undefined],
    ['SAML', undefined],
    ['SME', true],
    ['UNCTAD', undefined],
    ['hour', true],
    ['honest', true],
    ['high-level', false],
    ['historic', undefined],
    ['useful', false],
    ['unique', false],
    ['university', false],
    ['unanimous', false],
    ['unintended', true],
    ['umbrella', true],
    ['one-year', false],
    ['European', false],
    ['ewe', false],
    ['open', true],
    ['e-learning', true],
    ['m-health', true],
    ['u-turn', false],
    ['X-ray', true],
    ['8-day', true],
    ['80', true],
    ['11', true],
    ['18th', true],
    ['100', false],
    ['2018', false],
    ['1,800', false],
    ['11,000', true],
    ['1100', undefined],
    ['npm', undefined],
    ['Ugandan', false],
    ['Ukrainian', false],
    ['Uzbek', true],
  ];
  for (const [word, vowel] of cases) {
    assert.equal(startsWithVowelSound(word), vowel, word);
  }
});

test('brackets: list marks, links and half-masked marks are no loose brackets', () => {
  assert.deepEqual(found('text/unpaired-bracket', 'It has a) a test, b) a course and iv) a prize.'), []);
  assert.deepEqual(
    found('text/unpaired-bracket', 'See [**the** guide](https://example.com/x_(y)) and [`code`][ref].'),
    [],
  );
  assert.deepEqual(found('text/unpaired-bracket', 'It has (two parts [one of them new). More follows.'), [
    '[one',
  ]);
});

test('brackets: the mark of a list inside a bracket closes nothing where the bracket closes later', () => {
  for (const quiet of [
    'The texts are listed in the annex (see Annex A b)).',
    'The texts are listed (see item 3 a), item 3 b) and note c)).',
    'The texts are listed (see items 1), 2) and 3)).',
    'The texts are listed (see item 3 a) of the annex) and sent (see note (b) and c)).',
    'The courses (part a) and the tests (part b) went on.',
  ])
    assert.deepEqual(found('text/unpaired-bracket', quiet), [], quiet);
  for (const [wrong, words] of [
    ['The courses (see Figure 3) and the tests) went on.', 'tests)'],
    ['The courses (in Annex A) and the tests) went on.', 'tests)'],
    ['The courses (part a) went on. The tests were over).', 'over)'],
    ['It has (a) a test, (b) a course) and (c) a prize.', 'course)'],
    ['The courses (see Annex A b))) went on.', ')'],
  ])
    assert.deepEqual(found('text/unpaired-bracket', wrong), [words], wrong);
});

test('a full stop is not asked of titles, leads, addresses, list heads and sentences cut by a page', () => {
  const quiet = [
    'Regional and National Cybersecurity Workshops and Training Courses',
    'The team did the following in the course of the year:',
    'The guide is published on the site at https://example.com/guide',
    'The team met the regulator in May and agreed on a plan\n\nfor the year that follows this one.',
  ];
  for (const paragraph of quiet) assert.deepEqual(found('text/missing-full-stop', paragraph), [], paragraph);
});

test('two spaces behind a full stop are let pass where that is the habit', () => {
  const habit = Array.from(
    { length: 6 },
    (_, i) => `Course ${i + 1} was held.  It went well.  It ended.`,
  ).join('\n\n');
  assert.deepEqual(found('text/double-space', habit), []);
  assert.equal(found('text/double-space', `${habit}\n\nCourse 7 was  held.`).length, 1);
});

test('placeholders: Roman numerals, identifiers and quotations are none', () => {
  const quiet =
    'Chapter XX, resolution 3415 (XXX), the X.8xx series and “[sic]” stand, as does item [1] and (see [2]).';
  assert.deepEqual(found('text/placeholder', quiet), []);
  assert.deepEqual(found('text/placeholder', 'It reached XX pupils in [number] schools by 20XX.'), [
    'XX',
    '[number]',
    '20XX',
  ]);
  const keys =
    'The rules follow [ITU-T X.509], [IETF RFC 5280] and [“Guide to drafts”], as the others do [2, 3] and [4-6].';
  assert.deepEqual(found('text/placeholder', keys), []);
  const asking = frame(
    'The rules follow [number of ITU-T X.509 to be added] in [ITU-T X.1205?] and [ ] alike.',
  );
  const remarks = findingsOf('text/placeholder', asking);
  assert.deepEqual(
    remarks.map(({ start, end }) => asking.slice(start, end)),
    ['[number of ITU-T X.509 to be added]', '[ITU-T X.1205?]', '[ ]'],
  );
  for (const { message } of remarks) assert.doesNotMatch(message, /\uFEFF/);
});

test('the weight of a placeholder follows the mode', () => {
  const text = frame('The place is TBD by the host.');
  const severity = (mode: 'drafting' | 'review' | 'submission') =>
    check(text, { mode }).findings.find(one => one.rule === 'text/placeholder')?.severity;
  assert.deepEqual(
    [severity('drafting'), severity('review'), severity('submission')],
    ['hint', 'warning', 'error'],
  );
});

test('what a tracked change left is found across either line end', () => {
  for (const eol of [' ', '\n', '\r\n', '\r\n  ']) {
    const words = `The school was opened on 7 February14${eol}March 2025.`;
    assert.deepEqual(found('text/tracked-change', words), [`February14${eol}March 2025`]);
  }
});
