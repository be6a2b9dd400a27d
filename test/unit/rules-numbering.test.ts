import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceEdits } from '../../server/analysis/actions.ts';
import { applyEdits } from '../../server/analysis/fixes.ts';
import type { Mode } from '../../server/rules/rule.ts';
import {
  check,
  DIALECTS,
  findingsOf,
  fixOf,
  numbered,
  type Plan,
  type PlannedParagraph,
  parse,
  plan2019,
  plan2023,
  withParagraphs,
  write,
} from './support/reports.ts';

const text3 = (paragraphs: readonly PlannedParagraph[]): string =>
  write(withParagraphs(plan2019(), '3', paragraphs), 'markdown');
const inNumbers = (...numbers: (string | undefined)[]): PlannedParagraph[] =>
  numbers.map((number, i) => ({ number, text: `Text ${'abcdefghij'[i]} of it.` }));

/** The findings on numbers of a report whose section 3 has paragraphs of these numbers. */
const found = (...numbers: (string | undefined)[]): string[] =>
  findingsOf('numbering', text3(inNumbers(...numbers))).map(
    ({ rule, place }) => `${rule.slice(10)} ${place}`,
  );

test('numbers that run have no finding', () => {
  assert.deepEqual(found('3.1', '3.2', '3.3'), []);
  assert.deepEqual(found(...Array.from({ length: 30 }, (_, i) => `3.${i + 1}`)), []);
  assert.deepEqual(found(), []);
});

test('one finding for each cause', () => {
  for (const [numbers, ...expected] of [
    [['3.1', '3.3'], 'gap 3.3'],
    [['3.1', '3.5', '3.6'], 'gap 3.5'],
    [['3.2', '3.3'], 'gap 3.2'],
    [['3.1', '3.2', '3.2', '3.3'], 'repeat 3.2'],
    [['3.1', '3.3', '3.2', '3.4'], 'order 3.2'],
    [['3.1', '2.2', '3.2'], 'repeat 2.2', 'prefix 2.2'],
    [['3.1', '9.2', '3.2'], 'prefix 9.2'],
    [['3.1', undefined, '3.2'], 'missing 3.1+1'],
    // The number that was lost is the one that is skipped: one cause.
    [['3.1', undefined, '3.3'], 'missing 3.1+1'],
    [['3.1', undefined, '3.4'], 'missing 3.1+1', 'gap 3.4'],
    [[undefined, undefined], 'missing 3+1'],
  ] as [(string | undefined)[], ...string[]][]) {
    assert.deepEqual(found(...numbers).sort(), [...expected].sort(), numbers.join(' '));
  }
});

test('a table, a picture and a quotation go with what stands before, and need no number', () => {
  for (const apart of [
    '| Number | Title |\n|---|---|\n| X.1205 | Overview of cybersecurity |',
    '![Countries with a strategy](countries.png)',
    '> Member States are invited to report.',
  ]) {
    const text = text3([
      { number: '3.1', text: 'One more thing was approved:' },
      { text: apart },
      { number: '3.2', text: 'It went on.' },
    ]);
    assert.deepEqual(findingsOf('numbering', text), [], apart);
  }
});

/** A report whose headings have no numbers and whose paragraphs are counted as given, section by section. */
function unnumberedHeadings(...numbers: readonly (readonly string[])[]): string {
  const plan = plan2019();
  const sections = plan.sections.map(({ title }, i) => ({
    number: null,
    title,
    paragraphs: inNumbers(...(numbers[i] ?? [])),
  }));
  return write({ ...plan, sections }, 'markdown');
}

test('paragraphs counted through the whole report, under headings without numbers', () => {
  assert.deepEqual(findingsOf('numbering', unnumberedHeadings(['1'], ['2', '3'], ['4'], ['5', '6'])), []);
  // Where a section begins anew, nothing is counted through, and nothing is out of order.
  const anew = findingsOf('numbering', unnumberedHeadings(['1', '2'], ['1', '2'], ['1']));
  assert.deepEqual([...new Set(anew.map(({ rule }) => rule))], ['numbering/repeat']);
  const text = unnumberedHeadings(['1'], ['2', '3'], ['5'], ['6', '8']);
  const gaps = findingsOf('numbering', text);
  assert.deepEqual(
    gaps.map(({ rule, message }) => `${rule}: ${message.split('.')[0]}`),
    ['numbering/gap: 5 follows 3: 4 is skipped', 'numbering/gap: 8 follows 6: 7 is skipped'],
  );
  const mended = applyEdits(text, fixOf(gaps[0], 'Renumber').edits);
  assert.deepEqual(findingsOf('numbering', mended), []);
  assert.match(mended, /## Legal Measures/);
});

test('a finding stands on the number, and says what is skipped', () => {
  const text = text3(inNumbers('3.1', '3.4', '3.9'));
  const [first, second] = findingsOf('numbering/gap', text);
  assert.equal(text.slice(first.start, first.end), '3.4');
  assert.match(first.message, /3\.2, 3\.3/);
  assert.match(second.message, /3\.5 to 3\.8/);
});

test('a repeat leads to the first of the two', () => {
  const text = text3(inNumbers('3.1', '3.1'));
  const [finding] = findingsOf('numbering/repeat', text);
  const [related] = finding.related ?? [];
  assert.equal(related.span.start, text.indexOf('3.1 Text a'));
});

test('the modes weigh a gap differently', () => {
  const text = text3(inNumbers('3.1', '3.3'));
  const severity = (mode: Mode) => findingsOf('numbering/gap', text, { mode })[0].severity;
  assert.deepEqual((['drafting', 'review', 'submission'] as const).map(severity), [
    'hint',
    'warning',
    'error',
  ]);
});

test('renumbering: every number in place, every reference behind its paragraph, nothing else touched', () => {
  for (const dialect of DIALECTS) {
    const plan = withParagraphs(withParagraphs(plan2019(), '3', inNumbers('3.1', '3.3', '3.3', '3.7')), '5', [
      {
        number: '5.1',
        text: 'See paragraphs 3.1, 3.3 and 3.7 above, section 4, version 3.7 and ITU-T X.3.7.',
      },
      { number: '5.2', text: 'See paragraph 3.7 of Document C19/3 and paragraph 9.9.' },
    ]);
    const text = write(plan, dialect);
    const found = findingsOf('numbering', text);
    assert.deepEqual(found.map(({ rule }) => rule).sort(), [
      'numbering/gap',
      'numbering/gap',
      'numbering/repeat',
    ]);
    for (const finding of found) {
      const fixed = applyEdits(text, fixOf(finding, 'Renumber all').edits);
      assert.deepEqual(
        parse(fixed).sections[2].paragraphs.map(one => one.number),
        ['3.1', '3.2', '3.3', '3.4'],
      );
      assert.match(
        fixed,
        /See paragraphs 3\.1, 3\.2 and 3\.4 above, section 4, version 3\.7 and ITU-T X\.3\.7\./,
      );
      assert.match(fixed, /See paragraph 3\.7 of Document C19\/3 and paragraph 9\.9\./);
      assert.deepEqual(findingsOf('numbering', fixed), []);
      assert.deepEqual(sourceEdits(check(fixed), 'renumber'), []);
    }
  }
});

test('numbering a paragraph that has no number', () => {
  for (const dialect of DIALECTS) {
    const text = write(
      withParagraphs(plan2019(), '3', [
        ...inNumbers('3.1', undefined, '3.2'),
        { number: '3.3', text: 'See paragraph 3.2.' },
      ]),
      dialect,
    );
    const [finding] = findingsOf('numbering/missing', text);
    const fixed = applyEdits(text, fixOf(finding, 'Number this').edits);
    assert.deepEqual(
      parse(fixed).sections[2].paragraphs.map(one => one.number),
      ['3.1', '3.2', '3.3', '3.4'],
    );
    assert.match(fixed, /See paragraph 3\.3\./);
    assert.deepEqual(findingsOf('numbering', fixed), []);
  }
});

test('section numbers: the profile’s, and the paragraphs go with them', () => {
  const old: Plan = {
    ...plan2023(),
    sections: plan2023().sections.map(section =>
      section.number
        ? {
            ...section,
            number: String(Number(section.number) + 1),
            paragraphs: numbered(String(Number(section.number) + 1), 'See section 3.', 'More.'),
          }
        : section,
    ),
  };
  for (const dialect of DIALECTS) {
    const text = write(old, dialect);
    const found = findingsOf('numbering', text);
    assert.deepEqual(
      found.map(({ rule }) => rule),
      Array.from({ length: 6 }, () => 'numbering/section'),
    );
    assert.match(found[0].message, /is number 2 here; in this profile it is 1/);
    const fixed = applyEdits(text, fixOf(found[0], 'Renumber').edits);
    assert.deepEqual(
      parse(fixed).sections.map(section => section.number),
      [null, '1', '2', '3', '4', '5', '6'],
    );
    assert.match(fixed, /6\.1\sSee section 2\./);
    assert.deepEqual(findingsOf('numbering', fixed), []);
  }
});

test('while a section is missing, doubled or out of order, the numbers are not told as well', () => {
  const plan = plan2023();
  const missing = { ...plan, sections: plan.sections.filter(section => section.number !== '3') };
  assert.deepEqual(findingsOf('numbering', write(missing, 'markdown')), []);
  const doubled = {
    ...plan,
    sections: [
      ...plan.sections,
      { number: '7', title: 'Capacity Building', paragraphs: numbered('7', 'More.') },
    ],
  };
  assert.deepEqual(
    findingsOf('numbering', write(doubled, 'markdown')).map(({ message }) => message),
    [],
  );
});

test('the sections of a thematic report run by themselves', () => {
  const thematic = (numbers: string[]) =>
    [
      '# On the use of the Agenda',
      '## Summary',
      'On it.',
      '## Action required',
      'To note.',
      '____________',
      `## ${numbers[0]} Introduction`,
      'Asked for.',
      `## ${numbers[1]} Pillars`,
      ...['Legal Measures', 'Technical Measures', 'Capacity Building'].flatMap((title, i) => [
        `### ${numbers[1]}.${i + 1} ${title}`,
        'Words.',
      ]),
      `## ${numbers[2]} Outlook`,
      'More.',
      '',
    ].join('\n\n');
  const found = (...numbers: string[]) =>
    findingsOf('numbering/section', thematic(numbers)).map(({ message }) => message);
  assert.deepEqual(found('1', '2', '3'), []);
  assert.deepEqual(found('1', '2', '4'), [
    'Section 4 follows section 2. Section numbers must run without a gap or a repeat.',
  ]);
  assert.deepEqual(found('2', '3', '4'), [
    'The first section has the number 2. Section numbers begin with 1.',
  ]);
});

test('a section that the profile does not know takes a number in the row', () => {
  const plan = plan2023();
  const other = (number: string) => ({
    ...plan,
    sections: [
      ...plan.sections,
      { number, title: 'Other Activities', paragraphs: numbered(number, 'More.') },
    ],
  });
  assert.deepEqual(findingsOf('numbering', write(other('7'), 'markdown')), []);
  assert.deepEqual(
    findingsOf('numbering', write(other('9'), 'markdown')).map(({ rule }) => rule),
    ['numbering/section'],
  );
});

/** The findings on items under one paragraph. */
const items = (...markers: string[]): string[] =>
  findingsOf(
    'numbering/items',
    text3([
      {
        number: '3.1',
        text: 'Some subjects:',
        items: markers.map((marker, i) => `${marker} subject ${'xyzuvw'[i % 6]}`),
      },
    ]),
  ).map(
    ({ message }) => /^Item (\S+) follows \S+: (\S+) was/.exec(message)?.slice(1).join(' for ') ?? message,
  );

test('items that follow each other, however they count', () => {
  for (const markers of [
    ['a.', 'b.', 'c.'],
    ['(i)', '(ii)', '(iii)', '(iv)', '(v)', '(vi)'],
    ['1)', '2)', '3)'],
    ['·', '·'],
    ['-', '-'],
    ['a.', 'i.', 'ii.', 'b.'],
    ['a)', 'b)', 'c)', 'd)', 'e)', 'f)', 'g)', 'h)', 'i)', 'j)'],
    Array.from({ length: 26 }, (_, i) => `${String.fromCharCode(97 + i)}.`),
    ['(a)', '(i)', '(b)', '(i)', '(ii)', '(c)'],
    ['a.', '1)', '2)', 'b.', '1)', '2)'],
    ['a.', 'b.', 'a.', 'b.'],
  ]) {
    assert.deepEqual(items(...markers), [], markers.join(' '));
  }
});

test('items that do not', () => {
  for (const [markers, ...expected] of [
    [['a.', 'b.', 'd.'], 'd. for c.'],
    [['a)', 'c)'], 'c) for b)'],
    [['(i)', '(ii)', '(iv)'], '(iv) for (iii)'],
    [['1)', '2)', '4)', '5)'], '4) for 3)'],
    [['a.', 'b.', 'b.'], 'b. for c.'],
  ] as [string[], ...string[]][]) {
    assert.deepEqual(items(...markers), expected, markers.join(' '));
  }
});

test('tabs in text out of Word: only a minority is told', () => {
  const word = write(plan2019(), 'word-text');
  const found = (text: string) =>
    findingsOf('numbering/separator', text).map(
      ({ place, message }) => `${place}: ${/followed by (.*);/.exec(message)?.[1]}`,
    );
  assert.deepEqual(found(word), []);
  const odd = word.replace('2.1\t', '2.1 ').replace('3.1\t', '3.1\t\t').replace('4.1\t', '4.1 \t');
  assert.deepEqual(found(odd), ['2.1: a space', '3.1: several tabs', '4.1: a space and a tab']);
  let fixed = odd;
  for (const finding of findingsOf('numbering/separator', odd).toReversed())
    fixed = applyEdits(fixed, fixOf(finding, 'tab').edits);
  assert.equal(fixed, word);
  // All with spaces: a style of its own. In Markdown there are no tabs to miss.
  assert.deepEqual(found(word.replace(/^(\d\.\d)\t/gm, '$1 ')), []);
  assert.deepEqual(found(write(plan2019(), 'markdown')), []);
});

test('numbers in code, comments and links are no paragraph’s', () => {
  const text = text3([
    { number: '3.1', text: 'See `3.9` and [3.9 there](https://example.org/3.9).' },
    { text: '<!-- 3.9 once stood here -->' },
    { number: '3.2', text: 'More.' },
  ]);
  assert.deepEqual(findingsOf('numbering', text), []);
});
