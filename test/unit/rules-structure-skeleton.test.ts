import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceEdits } from '../../server/analysis/actions.ts';
import { applyEdits } from '../../server/analysis/fixes.ts';
import { allParagraphs, type Dialect } from '../../server/report/model.ts';
import {
  check,
  DIALECTS,
  essence,
  findingsOf,
  fixOf,
  numbered,
  type Plan,
  parse,
  plan2019,
  plan2023,
  without,
  withParagraphs,
  write,
} from './support/reports.ts';

const PLANS: readonly [string, Plan][] = [
  ['2019', plan2019()],
  ['2023', plan2023()],
];

/** What is between the lines of a fix and the text around it: nothing glued together, no hole. */
function assertTidy(text: string, dialect: Dialect): void {
  assert.doesNotMatch(text, /\n{4,}/, 'a hole');
  if (dialect === 'word-text') assert.doesNotMatch(text, /\n\n/, 'an empty line in Word text');
  else assert.doesNotMatch(text, /[^\n]\n(?:#|\d\. [A-Z])/, 'a heading glued to what is before it');
  assert.ok(text.endsWith('\n'));
}

const missing = (text: string) =>
  check(text).findings.filter(({ rule }) => rule.startsWith('structure/missing'));
const broken = (text: string) =>
  check(text).findings.filter(({ rule }) => /^(?:structure|numbering|reference)\/(?!end-mark)/.test(rule));

for (const dialect of DIALECTS) {
  for (const [form, plan] of PLANS) {
    test(`${dialect}, ${form}: each section that is missing is put back in its place`, () => {
      const whole = write(plan, dialect);
      const titles = plan.sections.map(section => section.title);
      for (const [i, title] of titles.entries()) {
        if (title === null) continue;
        const text = write(without(plan, title), dialect);
        const [finding, ...others] = findingsOf('structure/missing-section', text);
        assert.equal(others.length, 0);
        assert.ok(finding.message.includes(title), finding.message);
        const fixed = applyEdits(text, fixOf(finding, title).edits);
        assertTidy(fixed, dialect);
        const { sections } = essence(parse(fixed));
        const [was, is] = [essence(parse(whole)).sections, sections].map(list =>
          list.map(section => {
            const { number, title, role } = section as { number: string; title: string; role: string };
            return [number, title, role];
          }),
        );
        assert.deepEqual(is, was, `without ${title}`);
        const inserted = sections[i] as { paragraphs: { number: string; text: string }[] };
        assert.deepEqual(
          inserted.paragraphs.map(one => [one.number, one.text]),
          [[`${plan.sections[i].number}.1`, '[Text to be written]']],
        );
        assert.deepEqual(
          broken(fixed).map(one => one.message),
          [],
          `without ${title}`,
        );
      }
    });

    test(`${dialect}, ${form}: each head that is missing is put back in its place`, () => {
      for (const { title } of plan.heads) {
        const text = write(without(plan, title), dialect);
        const found = findingsOf('structure/missing-head', text);
        assert.equal(found.length, 1, title);
        const fixed = applyEdits(text, fixOf(found[0], title).edits);
        assertTidy(fixed, dialect);
        assert.deepEqual(
          parse(fixed).heads.map(head => head.title),
          plan.heads.map(head => head.title),
        );
        assert.deepEqual(
          broken(fixed).map(one => one.message),
          [],
          title,
        );
      }
    });

    test(`${dialect}, ${form}: the skeleton is completed at once, and a second time changes nothing`, () => {
      const titles = [
        ...plan.heads.map(head => head.title),
        ...plan.sections.flatMap(section => section.title ?? []),
      ];
      const cuts = [
        titles.filter((_, i) => i % 2 === 0),
        titles.filter((_, i) => i % 2 === 1),
        titles.filter((_, i) => i % 3 !== 0),
        plan.heads.map(head => head.title),
        titles.slice(-3),
      ];
      for (const cut of cuts) {
        const text = write(without(plan, ...cut), dialect);
        const analysis = check(text, { profile: form === '2019' ? 'council-2019' : 'council-2023' });
        const fixed = applyEdits(text, sourceEdits(analysis, 'completeSkeleton'));
        assertTidy(fixed, dialect);
        assert.deepEqual(
          missing(fixed).map(one => one.message),
          [],
          `without ${cut}`,
        );
        assert.deepEqual(
          broken(fixed).map(one => `${one.rule} ${one.message}`),
          [],
          `without ${cut}`,
        );
        const after = check(fixed, { profile: form === '2019' ? 'council-2019' : 'council-2023' });
        assert.deepEqual(sourceEdits(after, 'completeSkeleton'), []);
        assert.deepEqual(
          after.report.sections.map(section => section.title),
          plan.sections.map(section => section.title),
        );
      }
    });
  }
}

test('an introduction without a heading stands apart from the last head', () => {
  for (const dialect of DIALECTS) {
    for (const rule of ['\n____________', '']) {
      const text = write({ ...plan2023(), sections: plan2023().sections.slice(1) }, dialect).replace(
        '\n____________',
        rule,
      );
      const [finding] = findingsOf('structure/missing-section', text);
      assert.match(finding.message, /Introduction/);
      const fixed = applyEdits(text, fixOf(finding, 'Insert the section').edits);
      assert.deepEqual(
        broken(fixed).map(one => one.message),
        [],
        dialect,
      );
      const [introduction] = parse(fixed).sections;
      assert.equal(introduction.role, 'introduction');
      assert.equal(fixed.slice(introduction.span.start, introduction.span.end), '[Text to be written]');
    }
  }
});

test('numbers move only behind the inserted section, and references follow', () => {
  // The drafter had closed the ranks: 1 to 6 without the technical section.
  const plan = without(plan2019(), 'Technical and Procedural Measures');
  const closed: Plan = {
    ...plan,
    sections: plan.sections.map((section, i) => ({
      ...section,
      number: String(i + 1),
      paragraphs: numbered(
        String(i + 1),
        'As said in paragraph 2.1 above and in paragraph 4.2, it went on.',
        'More is planned.',
      ),
    })),
  };
  for (const dialect of DIALECTS) {
    const text = write(closed, dialect);
    const [finding] = findingsOf('structure/missing-section', text);
    const fixed = applyEdits(text, fixOf(finding, 'Insert the section').edits);
    const report = parse(fixed);
    assert.deepEqual(
      report.sections.map(section => section.number),
      ['1', '2', '3', '4', '5', '6', '7'],
    );
    const bodies = [...allParagraphs(report.sections)].map(({ paragraph }) => [
      paragraph.number,
      /paragraph (\d\.\d) above and in paragraph (\d\.\d)/
        .exec(fixed.slice(paragraph.body.start, paragraph.body.end))
        ?.slice(1),
    ]);
    assert.deepEqual(bodies.find(([number]) => number === '2.1')?.[1], ['2.1', '5.2']);
    assert.deepEqual(bodies.find(([number]) => number === '7.1')?.[1], ['2.1', '5.2']);
    assert.ok(bodies.some(([number]) => number === '7.2'));
  }
});

test('a gap that has nothing to do with it stays', () => {
  const plan = withParagraphs(without(plan2019(), 'Capacity Building'), '2', [
    { number: '2.1', text: 'One.' },
    { number: '2.4', text: 'Two.' },
  ]);
  const text = write(plan, 'markdown');
  const [finding] = findingsOf('structure/missing-section', text);
  const fixed = applyEdits(text, fixOf(finding, 'Insert the section').edits);
  assert.ok(fixed.includes('2.4 Two.'));
});

test('sections in disorder are put in order with all that is in them', () => {
  for (const dialect of DIALECTS) {
    for (const [, plan] of PLANS) {
      const { sections } = plan;
      const last = sections.length - 1;
      const order = [0, 2, 1, 3, last, ...sections.map((_, i) => i).filter(i => i > 3 && i !== last)];
      const shuffled: Plan = {
        ...plan,
        sections: order.map((from, to) => ({
          ...sections[from],
          number: sections[to].number,
          paragraphs: sections[from].paragraphs.map((paragraph, k) => ({
            ...paragraph,
            ...(paragraph.number ? { number: `${sections[to].number}.${k + 1}` } : {}),
            text: `${sections[from].title}: ${paragraph.text}`,
          })),
        })),
      };
      const text = write(shuffled, dialect);
      const found = findingsOf('structure/order', text);
      assert.ok(found.length > 0);
      const fixed = applyEdits(text, fixOf(found[0], 'Reorder').edits);
      assertTidy(fixed, dialect);
      assert.deepEqual(
        broken(fixed).map(one => one.message),
        [],
        dialect,
      );
      const report = parse(fixed);
      assert.deepEqual(
        report.sections.map(section => section.title),
        sections.map(section => section.title),
      );
      for (const { section, paragraph } of allParagraphs(report.sections)) {
        assert.ok(fixed.slice(paragraph.body.start, paragraph.body.end).startsWith(`${section.title}:`));
      }
      assert.equal(report.endMark !== null, true);
    }
  }
});

test('a section is added behind everything where there is no rule and no last line break', () => {
  for (const dialect of DIALECTS) {
    const text = write(without(plan2023(), 'Child Online Protection (COP)'), dialect).replace(
      /\s*____________\s*$/,
      '',
    );
    const [finding] = findingsOf('structure/missing-section', text);
    const fixed = applyEdits(text, fixOf(finding, 'Insert the section').edits);
    assertTidy(fixed, dialect);
    assert.deepEqual(
      broken(fixed).map(one => one.message),
      [],
      dialect,
    );
    assert.equal(parse(fixed).sections.at(-1)?.title, 'Child Online Protection (COP)');
  }
});

test('annexes stay behind an inserted section', () => {
  const text = write(without(plan2023(), 'Child Online Protection (COP)'), 'markdown').replace(
    /____________\s*$/,
    '## Annex 1\n\nA list of countries.\n',
  );
  const [finding] = findingsOf('structure/missing-section', text);
  const fixed = applyEdits(text, fixOf(finding, 'Insert the section').edits);
  assert.deepEqual(
    parse(fixed)
      .sections.slice(-2)
      .map(section => section.title),
    ['Child Online Protection (COP)', 'Annex 1'],
  );
});

test('a comment before a heading stays with its heading', () => {
  const text = write(without(plan2023(), 'Capacity Building'), 'markdown').replace(
    '## 5. International',
    '<!-- gca-report-disable-next-line structure/title -->\n## 5. International',
  );
  const [finding] = findingsOf('structure/missing-section', text);
  const fixed = applyEdits(text, fixOf(finding, 'Insert the section').edits);
  assert.match(fixed, /-->\n## 5\. International/);
});

test('a bookmark before a heading stays with its heading', () => {
  const text = write(without(plan2019(), 'Capacity Building'), 'word-text').replace(
    '6.\tInternational',
    ' [bookmark: _Hlk1]6.\tInternational',
  );
  const [finding] = findingsOf('structure/missing-section', text);
  const fixed = applyEdits(text, fixOf(finding, 'Insert the section').edits);
  assert.ok(fixed.includes('\n [bookmark: _Hlk1]6.\tInternational'), fixed);
  assert.ok(fixed.includes('\n5.\tCapacity Building\n5.1\t[Text to be written]\n'), fixed);
});

test('a thematic report gets the pillar that it lacks, inside the section of pillars', () => {
  const lines = (pillars: string[]) =>
    [
      'Document C25/40-E',
      '3 March 2025',
      'Original: English',
      '# On the use of the Agenda',
      '## Summary',
      'On the Agenda.',
      '## Action required',
      'To note.',
      '____________',
      '## 1 Introduction',
      '1.1 Asked for.',
      '## 2 Background',
      '2.1 Five pillars.',
      '## 3 The pillars in use',
      ...pillars.flatMap((title, i) => [`### 3.${i + 1} ${title}`, 'Words on it.']),
      '## 4 Outlook',
      '4.1 More to come.',
      '',
    ].join('\n\n');
  const pillars = [
    'GCA Pillar 1: Legal Measures',
    'GCA Pillar 2: Technical and Procedural Measures',
    'GCA Pillar 3: Organizational Structures',
    'GCA Pillar 4: Capacity Building',
    'GCA Pillar 5: International Cooperation',
  ];
  assert.deepEqual(missing(lines(pillars)), []);
  for (const gone of pillars) {
    const text = lines(pillars.filter(title => title !== gone));
    const [finding, ...others] = missing(text);
    assert.equal(others.length, 0);
    const fixed = applyEdits(text, fixOf(finding, 'Insert the section').edits);
    const holder = parse(fixed).sections.find(section => section.sections.length > 0);
    assert.deepEqual(
      holder?.sections.map(section => section.title),
      pillars,
      fixed,
    );
    assert.deepEqual(missing(fixed), []);
    assert.deepEqual(
      parse(fixed).sections.map(section => section.number),
      ['1', '2', '3', '4'],
    );
  }
});
