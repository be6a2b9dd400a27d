import assert from 'node:assert/strict';
import { test } from 'node:test';
import { essence, numbered, type Plan, parse, plan2019, plan2023, write } from './support/reports.ts';

/** A report with one of everything that the dialects write differently. */
const rich: Plan = {
  ...plan2019(),
  sections: [
    {
      number: '1',
      title: 'Cybersecurity and Countering Spam Activities',
      paragraphs: numbered('1', 'The period was a busy one.'),
    },
    {
      number: '2',
      title: 'Legal Measures',
      paragraphs: [
        {
          number: '2.1',
          text: 'Three subjects were treated:',
          items: ['a. laws on evidence', 'b. laws on fraud', 'c. laws on spam'],
        },
        { text: 'A word on all three goes here, without a number.' },
        { number: '2.2', text: 'The seminar had a sequel.', footnote: '1' },
      ],
    },
    {
      number: '3',
      title: 'Technical and Procedural Measures',
      paragraphs: numbered('3', 'The study group met.', 'It will meet again.'),
    },
    {
      number: '4',
      title: 'Organizational Structures',
      paragraphs: [
        { number: '4.1', text: 'Teams were set up:', items: ['· for banks', '· for ports', '· for schools'] },
      ],
    },
    {
      number: '5',
      title: 'Capacity Building',
      paragraphs: numbered('5', ...Array.from({ length: 12 }, (_, i) => `Course ${i} was held.`)),
    },
    {
      number: '6',
      title: 'International Cooperation',
      paragraphs: [{ number: '6.1', text: 'Partners met.', footnote: '2' }],
    },
    {
      number: '7',
      title: 'Child Online Protection (COP)',
      paragraphs: numbered('7', 'Guidelines were translated.'),
    },
  ],
  footnotes: { 1: 'Its papers are on the website.', 2: 'They meet each spring.' },
};

for (const [name, plan] of [
  ['with one of everything', rich],
  ['of the newer form', plan2023()],
] as const) {
  test(`a report ${name} gives one model in three dialects`, () => {
    const word = parse(write(plan, 'word-text'));
    const converted = parse(write(plan, 'converted-markdown'));
    const markdown = parse(write(plan, 'markdown'));
    assert.deepEqual(
      [word.dialect, converted.dialect, markdown.dialect],
      ['word-text', 'converted-markdown', 'markdown'],
    );
    assert.deepEqual(essence(converted), essence(word));
    assert.deepEqual(essence(markdown), essence(word));
    assert.equal(word.recognised, true);
    assert.ok(word.frontRule && word.endMark);
  });
}

test('the model holds what the report says', () => {
  const { heads, sections, footnotes } = essence(parse(write(rich, 'markdown')));
  assert.deepEqual(
    heads.map(head => head.title),
    ['Summary', 'Action required'],
  );
  assert.equal(sections.length, 7);
  assert.deepEqual(sections[1], {
    number: '2',
    title: 'Legal Measures',
    role: 'legal',
    level: 1,
    paragraphs: [
      {
        number: '2.1',
        place: '2.1',
        text: 'Three subjects were treated:',
        items: ['letter a. laws on evidence', 'letter b. laws on fraud', 'letter c. laws on spam'],
      },
      { number: null, place: '2.1+1', text: 'A word on all three goes here, without a number.', items: [] },
      { number: '2.2', place: '2.2', text: 'The seminar had a sequel.', items: [] },
    ],
    sections: [],
  });
  assert.deepEqual(footnotes, [
    { label: '1', text: 'Its papers are on the website.' },
    { label: '2', text: 'They meet each spring.' },
  ]);
});

for (const [name, eol] of [
  ['CRLF', '\r\n'],
  ['a lone CR', '\r'],
] as const) {
  test(`${name} ends a line as LF does`, () => {
    for (const dialect of ['word-text', 'converted-markdown', 'markdown'] as const) {
      const lf = parse(write(rich, dialect));
      const other = parse(write(rich, dialect, { eol }));
      assert.equal(other.dialect, lf.dialect);
      assert.deepEqual(essence(other), essence(lf));
    }
  });
}

test('LF and CRLF mixed in one file', () => {
  let line = 0;
  const mixed = write(rich, 'converted-markdown').replace(/\n/g, () => (line++ % 3 === 0 ? '\r\n' : '\n'));
  assert.deepEqual(essence(parse(mixed)), essence(parse(write(rich, 'converted-markdown'))));
});

test('a hard-wrapped paragraph is one paragraph', () => {
  for (const dialect of ['converted-markdown', 'markdown'] as const) {
    for (const wrap of [24, 60]) {
      assert.deepEqual(
        essence(parse(write(rich, dialect, { wrap }))),
        essence(parse(write(rich, dialect))),
        `${dialect} ${wrap}`,
      );
    }
  }
});

test('a byte order mark, and look-alikes of spaces and hyphens, change nothing', () => {
  const text = write(rich, 'word-text');
  const odd = `\ufeff${text
    .replaceAll('. ', '.\u00a0')
    .replace(/^(\d\.)\t/gm, '$1\u202f')
    .replaceAll(' and ', '\u00a0and\u202f')}`;
  assert.notEqual(odd, text);
  assert.deepEqual(essence(parse(odd)), essence(parse(text)));
});

test('titles in other letters, spellings and markup keep their role', () => {
  const variants: Record<string, string[]> = {
    legal: [
      'LEGAL MEASURES',
      '**Legal Measures**',
      'Legal measures:',
      'GCA Pillar 1: Legal Measures',
      'Legal\u00a0Measures',
    ],
    technical: ['Technical Measures', 'Technical and procedural measures', 'Technical & Procedural Measures'],
    organizational: [
      'Organisational Structures',
      'Organizational\u202fstructures',
      'ORGANISATIONAL STRUCTURES',
    ],
    capacity: ['Capacity-Building', 'Capacity\u2011Building', 'Capacity building', 'Capacity Development'],
    cooperation: ['International Co-operation', 'International cooperation'],
    cop: ['Child Online Protection', 'Child online protection (COP)', 'Protecting Children Online'],
  };
  const titles = Object.keys(variants);
  for (let i = 0; i < 5; i++) {
    const lines = titles.flatMap((role, k) => [
      `${k + 1}. ${variants[role][i % variants[role].length]}`,
      `${k + 1}.1 The work went on in this field.`,
    ]);
    for (const text of [lines.join('\n\n'), lines.map(line => line.replace(' ', '\t')).join('\n')]) {
      const report = parse(text);
      assert.deepEqual(
        report.sections.map(section => section.role),
        titles,
        text,
      );
      assert.ok(report.recognised);
    }
  }
});
