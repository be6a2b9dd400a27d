import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allParagraphs, type Report } from '../../server/report/model.ts';
import { essence, parse, plain } from './support/reports.ts';

/** A report whose section 2 holds these lines. */
const around = (lines: string, gap = '\n\n'): string =>
  [
    'Summary',
    'What was done.',
    '____________',
    '1. Cybersecurity and Countering Spam Activities',
    '1.1 Busy.',
    '2. Legal Measures',
    lines,
    '3. Technical and Procedural Measures',
    '3.1 Met.',
    '',
  ].join(gap);

const inSection2 = (lines: string, gap?: string) => {
  const report = parse(around(lines, gap));
  const section = report.sections.find(one => one.role === 'legal');
  assert.ok(section);
  assert.equal(report.sections.at(-1)?.role, 'technical');
  return section.paragraphs.map(paragraph => ({
    number: paragraph.number,
    place: paragraph.place,
    text: plain(report.text.slice(paragraph.body.start, paragraph.body.end)),
    items: paragraph.items.map(item => [
      item.kind,
      item.marker,
      plain(report.text.slice(item.body.start, item.body.end)),
    ]),
  }));
};

test('Roman numbers and letters before titles count them, and are no part of them', () => {
  for (const marks of [
    ['I. ', 'II. ', 'III. '],
    ['## I. ', '## II. ', '## III. '],
    ['## A) ', '## B) ', '## C) '],
  ]) {
    const text = around('Busy.')
      .replace('1. Cyber', `${marks[0]}Cyber`)
      .replace('2. Legal', `${marks[1]}Legal`)
      .replace('3. Tech', `${marks[2]}Tech`);
    const { sections } = parse(text);
    assert.deepEqual(
      sections.map(({ role, title, number }) => [role, title, number]),
      [
        ['introduction', 'Cybersecurity and Countering Spam Activities', null],
        ['legal', 'Legal Measures', null],
        ['technical', 'Technical and Procedural Measures', null],
      ],
    );
  }
  assert.equal(inSection2('A. Smith held a course on law.')[0].text, 'A. Smith held a course on law.');
});

test('every kind of item', () => {
  const kinds: [string[], string][] = [
    [['a.', 'b.', 'c.'], 'letter'],
    [['a)', 'b)', 'c)'], 'letter'],
    [['(a)', '(b)', '(c)'], 'letter'],
    [['(i)', '(ii)', '(iii)'], 'roman'],
    [['i.', 'ii.', 'iii.'], 'roman'],
    [['1)', '2)', '3)'], 'digit'],
    [['(1)', '(2)', '(3)'], 'digit'],
    [['1.', '2.', '3.'], 'digit'],
    [['·', '·', '·'], 'bullet'],
    [['-', '-', '-'], 'bullet'],
    [['*', '*', '*'], 'bullet'],
    [['•', '•', '•'], 'bullet'],
    [['–', '–', '–'], 'bullet'],
  ];
  for (const [markers, kind] of kinds) {
    for (const gap of ['\n\n', '\n']) {
      const lines = [
        '2.1 Three subjects:',
        ...markers.map((marker, i) => `${marker} the subject ${'xyz'[i]};`),
        '2.2 And more.',
      ].join(gap);
      const found = inSection2(lines, gap);
      assert.deepEqual(
        found.map(paragraph => paragraph.number),
        ['2.1', '2.2'],
        `${markers} ${JSON.stringify(gap)}`,
      );
      assert.deepEqual(
        found[0].items,
        markers.map((marker, i) => [kind, marker, `the subject ${'xyz'[i]};`]),
        `${markers} ${JSON.stringify(gap)}`,
      );
    }
  }
});

test('items of one list in another', () => {
  const [paragraph] = inSection2('2.1 Two:\n\na. one:\n\ni. small;\n\nii. large;\n\nb. two.');
  assert.deepEqual(
    paragraph.items.map(([kind, marker]) => `${kind} ${marker}`),
    ['letter a.', 'roman i.', 'roman ii.', 'letter b.'],
  );
});

test('paragraphs without a number are counted from the one before', () => {
  const found = inSection2('2.1 First.\n\nIt goes on here.\n\nAnd here.\n\n2.2 Second.\n\nThis goes on too.');
  assert.deepEqual(
    found.map(paragraph => paragraph.place),
    ['2.1', '2.1+1', '2.1+2', '2.2', '2.2+1'],
  );
});

test('in text out of Word each line is a paragraph', () => {
  const found = inSection2('2.1\tFirst.\nIt goes on here.\n2.2 \tSecond.\n2.3 Third.', '\n');
  assert.deepEqual(
    found.map(({ number, text }) => [number, text]),
    [
      ['2.1', 'First.'],
      [null, 'It goes on here.'],
      ['2.2', 'Second.'],
      ['2.3', 'Third.'],
    ],
  );
});

test('a wrapped line that begins with a number or a dash goes on with its paragraph', () => {
  const found = inSection2(
    [
      '2.1 The meeting took place from',
      '3 to 5 May and was joined by',
      '12.5 thousand viewers and by',
      '– as it was said – others in',
      '2018. It was a success.',
    ].join('\n'),
  );
  assert.equal(found.length, 1);
  assert.equal(found[0].items.length, 0);
  assert.ok(found[0].text.endsWith('2018. It was a success.'));
});

test('a list may follow its sentence without a blank line', () => {
  for (const marker of ['-', '*', '\u00b7', '\u2013']) {
    const [paragraph] = inSection2(
      `2.1 Three subjects:\n${marker} one, which\nis long;\n${marker} two;\n${marker} three.`,
    );
    assert.deepEqual(
      paragraph.items.map(([, , text]) => text),
      ['one, which is long;', 'two;', 'three.'],
      marker,
    );
  }
  const [lettered] = inSection2('2.1 Two subjects:\na. one, which\nis long;\nb. two.');
  assert.deepEqual(
    lettered.items.map(([, , text]) => text),
    ['one, which is long;', 'two.'],
  );
});

test('numbered paragraphs right behind each other are not one', () => {
  const found = inSection2('2.1 First.\n2.2 Second.\n2.3 Third.');
  assert.deepEqual(
    found.map(paragraph => paragraph.number),
    ['2.1', '2.2', '2.3'],
  );
});

test('a sentence that speaks of a pillar opens no section', () => {
  for (const line of [
    'Legal measures were discussed with the partners of the programme.',
    '2.2 Capacity building is what the second part of the programme is for.',
    'International cooperation, as ever, was at the heart of it',
  ]) {
    const report = parse(around(`2.1 First.\n\n${line}`));
    assert.deepEqual(
      report.sections.map(section => section.role),
      ['introduction', 'legal', 'technical'],
      line,
    );
  }
});

test('a short sentence with a footnote at its end is no title', () => {
  const [first, second] = inSection2(
    '2.1 Cybercrime Legislation Was Adopted.[^1]\n\nIt is in force.\n\n2.2 Done.',
  );
  assert.deepEqual([first.number, first.text], ['2.1', 'Cybercrime Legislation Was Adopted.']);
  assert.equal(second.text, 'It is in force.');
});

test('escapes and emphasis of a converter', () => {
  const report = parse(
    around('2\\.1 Advice was given \\(twice\\) to **all**, see [the page](https://example.org/a_b).'),
  );
  const paragraph = report.sections[1].paragraphs[0];
  assert.equal(
    plain(report.text.slice(paragraph.body.start, paragraph.body.end)).includes(
      '(twice) to all, see the page',
    ),
    true,
  );
});

const THEMATIC = [
  ' \tSummary',
  'On the use of the Agenda.',
  'Action required',
  'To note.',
  '____________',
  '1\tIntroduction',
  '1.1\tThis report was asked for.',
  '2\tBackground',
  '2.1\tThe Agenda has five pillars.',
  '3\tHow the pillars are used',
  '3.1\tEach pillar has a part of its own.',
  '3.2\tGCA Pillar 1: Legal Measures',
  'a.\tLaws were compared.',
  'b.\tJudges were trained.',
  '3.3\tGCA Pillar 2: Technical and Procedural Measures',
  'a.\tStandards were written.',
  '3.4\tGCA Pillar 3: Organizational Structures',
  'a.\tTeams were set up.',
  '3.5\tGCA Pillar 4: Capacity Building',
  'a.\tCourses were held.',
  '3.6\tGCA Pillar 5: International Cooperation',
  'a.\tPartners met.',
  '3.7\tChild Online Protection',
  'a.\tIt spans all pillars.',
  '____________',
  '',
];

const THEMATIC_ROLES = [
  ['1', 'introduction', []],
  ['2', 'background', []],
  [
    '3',
    'other',
    [
      ['3.2', 'legal'],
      ['3.3', 'technical'],
      ['3.4', 'organizational'],
      ['3.5', 'capacity'],
      ['3.6', 'cooperation'],
      ['3.7', 'cop'],
    ],
  ],
];

const nested = (report: Report) =>
  report.sections.map(section => [
    section.number,
    section.role,
    section.sections.map(inner => [inner.number, inner.role]),
  ]);

test('a thematic report nests its pillars', () => {
  const word = parse(THEMATIC.join('\n'));
  assert.equal(word.dialect, 'word-text');
  assert.deepEqual(nested(word), THEMATIC_ROLES);
  assert.deepEqual(
    word.sections[2].paragraphs.map(paragraph => paragraph.number),
    ['3.1'],
  );
  const legal = word.sections[2].sections[0];
  assert.deepEqual(
    legal.paragraphs[0].items.map(item => item.marker),
    ['a.', 'b.'],
  );
  const converted = parse(THEMATIC.join('\n\n').replaceAll('\t', ' '));
  assert.equal(converted.dialect, 'converted-markdown');
  assert.deepEqual(nested(converted), THEMATIC_ROLES);
  const markdown = parse(
    THEMATIC.join('\n\n')
      .replaceAll('\t', ' ')
      .replace(/^ ?(Summary|Action required|\d [A-Z].*)$/gm, '## $1')
      .replace(/^(\d\.\d (?:GCA|Child).*)$/gm, '### $1'),
  );
  assert.equal(markdown.dialect, 'markdown');
  assert.deepEqual(nested(markdown), THEMATIC_ROLES);
  assert.deepEqual(essence(converted).sections, essence(word).sections);
});

test('an annex is a section of its own, without a pillar', () => {
  const report = parse(`${around('2.1 First.')}\nAnnex 1\n\nA list of countries.\n`);
  const last = report.sections.at(-1);
  assert.deepEqual([last?.title, last?.role, last?.number], ['Annex 1', 'other', null]);
});

test('the end mark is the rule behind everything, and no other', () => {
  const text = `${around('2.1 First.')}\n_______________\n`;
  const { endMark, frontRule } = parse(text);
  assert.ok(endMark && frontRule);
  assert.equal(text.slice(endMark.start, endMark.end), '_______________');
  assert.equal(text.slice(frontRule.start, frontRule.end), '____________');
  assert.equal(parse(around('2.1 First.\n\n____________\n\n2.2 Second.')).endMark, null);
  assert.ok(parse(text.trimEnd()).endMark, 'without a last newline');
  assert.ok(
    parse(`${text}\n[^1]: The first note\ngoes on.\n\n[^2]: The second.\n`).endMark,
    'before footnotes',
  );
});

test('running heads and page numbers of a converter belong to nothing', () => {
  const report = parse(around('2.1 First.\n\n- 2 -\n\nC20/18-E\n\n2.2 Second.'));
  assert.deepEqual(
    [...allParagraphs(report.sections)].map(({ paragraph }) => paragraph.number),
    ['1.1', '2.1', '2.2', '3.1'],
  );
});

test('a text of another kind is not taken for a report', () => {
  for (const [name, text] of Object.entries({
    readme:
      '# A tool\n\nIt checks things.\n\n## Install\n\n1. Download it.\n2. Run it.\n\n## Usage\n\nSee above.\n',
    resolution:
      'RESOLUTION 999 (DUBAI, 2018)\n\nStrengthening the role of ITU in building confidence and security in the use of information and communication technologies\n\nThe Plenipotentiary Conference,\n\nrecalling\n\na) another resolution;\n\nresolves\n\n1 to go on;\n\n2 to go further.\n',
    prose:
      'Capacity building was the subject. Legal measures came second. International cooperation was third.\n',
    minutes:
      'Summary\n\nWe met and spoke.\n\n1. Opening\n\n1.1 The chair opened the meeting.\n\n2. Closing\n\n2.1 The chair closed it.\n',
  })) {
    assert.equal(parse(text).recognised, false, name);
  }
});
