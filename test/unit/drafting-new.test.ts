import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { marksOf, withMarksKept } from '../../server/drafting/marks.ts';
import { newReport } from '../../server/drafting/new-report.ts';
import { orderReport } from '../../server/drafting/order.ts';
import { INDICATORS } from '../../server/figures/indicators.ts';
import { builtinProfiles } from '../../server/profiles/builtin.ts';
import { madeFrom, readingOf, requestFor } from './support/drafting.ts';
import {
  check,
  DIALECTS,
  essence,
  numbered,
  type Plan,
  parse,
  plan2019,
  plan2023,
  withParagraphs,
  write,
} from './support/reports.ts';

const sample = (path: string) => readFileSync(new URL(`../../samples/${path}`, import.meta.url), 'utf8');
const told = (text: string, name = 'draft.gca.md') =>
  check(text, { mode: 'drafting' }, name)
    .findings.filter(({ rule }) => /^(?:structure|numbering|reference)\//.test(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
/** What is there for a reader: the text without its comments. */
const shown = (text: string) => text.replace(/<!--[\s\S]*?-->/g, '');

test('what stood behind a section inside stands behind it', () => {
  const plan = plan2023();
  const inner = [{ number: '4.2', title: 'Training', paragraphs: numbered('4.2', 'There were courses.') }];
  const sections = plan.sections.map(section =>
    section.number === '4' ? { ...section, paragraphs: numbered('4', 'First.'), sections: inner } : section,
  );
  const last = write({ ...plan, sections }, 'markdown').replace(/\n(#+ 5\.)/, '\n4.3 Last.\n\n$1');
  const numbers = (text: string): string[] => text.match(/^(?:#+ )?4[\d.]*(?= )/gm) ?? [];
  assert.deepEqual(numbers(last), ['## 4.', '4.1', '### 4.2', '4.2.1', '4.3']);
  assert.deepEqual(numbers(madeFrom(last, '2024.md', 2025)), numbers(last));
});

test('seven numbered sections become six with an introduction before them; references follow', () => {
  const last = withParagraphs(
    withParagraphs(
      plan2019(),
      '2',
      numbered('2', 'The laws follow paragraph 3.2 below.', 'So do the courts.'),
    ),
    '1',
    numbered('1', 'The report follows the Agenda and its pillars.'),
  );
  for (const dialect of DIALECTS) {
    const draft = madeFrom(write(last, dialect), '2022.md', 2023);
    const { heads, sections, endMark } = parse(draft);
    assert.deepEqual(
      heads.map(head => head.title),
      [
        'Purpose',
        'Action required by the Council',
        'Relevant link(s) with the Strategic Plan',
        'Financial implications',
      ],
    );
    assert.deepEqual(
      sections.map(({ number, title }) => `${number} ${title}`),
      [
        'null null',
        '1 Legal Measures',
        '2 Technical and Procedural Measures',
        '3 Organizational Structures',
        '4 Capacity Building',
        '5 International Cooperation',
        '6 Child Online Protection (COP)',
      ],
    );
    assert.match(draft, /\n1\.1 The laws follow paragraph 2\.2 below\.\n/);
    assert.ok(endMark);
    assert.deepEqual(told(draft), [], dialect);
  }
});

test('the three dialects of one report make one draft', () => {
  const [first, ...others] = DIALECTS.map(dialect =>
    essence(parse(madeFrom(write(plan2023(), dialect), '2025.md', 2026))),
  );
  for (const other of others) assert.deepEqual(other, first);
});

test('each of the samples makes a draft of the next year and of the next form without a finding on its structure', () => {
  for (const [path, year] of [
    ['archive/2022.txt', 2023],
    ['archive/2023.md', 2024],
    ['archive/2024.gca.md', 2025],
  ] as const) {
    assert.deepEqual(told(madeFrom(sample(path), path, year), `draft-${year}.gca.md`), [], path);
  }
});

test('nothing is invented: every word stands in the last report, in the order, or in the profile', () => {
  const last = sample('archive/2022.txt');
  const draft = madeFrom(last, 'archive/2022.txt', 2023);
  const request = requestFor(2023);
  const known = new Set(
    `${last} ${JSON.stringify(request.profile)} ${request.symbol}-E ${request.dated} ${request.agendaItem} Agenda item Document Original English Report by the Secretary-General Title Bucharest 2022`.match(
      /[\p{L}\d]+/gu,
    ),
  );
  const numbers = /^\d{1,2}(?:\.\d{1,2})?$/;
  const words = shown(draft).match(/[\p{L}\d]+/gu) ?? [];
  assert.deepEqual([...new Set(words.filter(word => !known.has(word) && !numbers.test(word)))], []);
  // And nothing is lost: with all marks kept, every sentence of the sections is there.
  const kept = withMarksKept(draft).replace(/\s+/g, ' ');
  for (const { block, text } of readingOf(last, '2022.txt').blocks) {
    if (block.role === 'other' || block.kind === 'section') continue;
    const sentence = text
      .replace(/\[footnoteRef.*\]/, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 60);
    assert.ok(kept.includes(sentence), sentence);
  }
});

test('what is bound to its year goes into marks, what stands stays', () => {
  const bound = [
    'There are 24 teams.',
    'Three teams met.',
    'ITU met with the teams in May 2024.',
    'SG17 approved Recommendation ITU-T X.1060.',
    'A course will be opened.',
    'ITU has signed an agreement with the teams.',
    'The third edition is there.',
    'The teams are currently in training.',
  ];
  const standing = [
    'ITU helps its members with laws.',
    'The five pillars of the Global Cybersecurity Agenda (GCA) guide this work.',
    'The lead on security lies with Study Group 17.',
    'Security of 5G rests on Recommendation ITU-R M.1078.',
  ];
  const last = write(
    withParagraphs(plan2023(), '2', numbered('2', bound.join(' '), standing.join(' '))),
    'markdown',
  );
  const draft = madeFrom(last, '2025.md', 2026);
  const marks = marksOf(parse(draft)).filter(({ from }) => from?.startsWith('2.'));
  assert.deepEqual(
    marks.map(({ text }) => text),
    bound,
  );
  assert.ok(shown(draft).includes(standing.join(' ')));
});

test('an announced list is marked with its items; an item of a standing list stays', () => {
  const plan = withParagraphs(plan2023(), '2', [
    { number: '2.1', text: 'SG17 approved these texts:', items: ['a. one on teams;', 'b. one on laws.'] },
    { number: '2.2', text: 'The work has these parts:', items: ['a. teams;', 'b. laws.'] },
  ]);
  const draft = madeFrom(write(plan, 'word-text'), '2025.txt', 2026);
  assert.match(draft, /\na\. <!-- confirm \(2025, 2\.1\): one on teams; -->\n/);
  assert.match(draft, /\n2\.2 The work has these parts:\n\na\. teams;\n\nb\. laws\.\n/);
});

test('instruments: the revision in force on the new day, where the facts are certain; plans whose parts are named are asked', () => {
  const text = 'This rests on Resolution 130 (Rev. Dubai, 2018) and Resolution 197 (Rev. Dubai, 2018).';
  const plans =
    'Advice is given under the Buenos Aires Action Plan. It belongs to Objective 2.2 of the Buenos Aires Action Plan.';
  const last = write(withParagraphs(plan2019(), '2', numbered('2', text, plans)), 'markdown');
  const before = madeFrom(last, '2020.md', 2022, { date: { year: 2022, month: 3 } });
  assert.match(before, /Resolution 130 \(Rev\. Dubai, 2018\)/);
  const after = madeFrom(last, '2020.md', 2023);
  assert.match(after, /Resolution 130 \(Rev\. Bucharest, 2022\) and Resolution 197 \(Rev\. [\w, ]+\)\./);
  assert.match(
    after,
    /under the Kigali Action Plan\. <!-- confirm \(2020, 2\.2\): It belongs to Objective 2\.2 of the Buenos/,
  );
});

test('the reporting period moves on in the front matter, with a mark that shows the last one', () => {
  for (const [period, moved] of [
    [
      'what was done since Council 2024',
      'since Council 2025 <!-- confirm (2025, Purpose) was: since Council 2024 -->',
    ],
    ['the activities of ITU from May 2024 to April 2025', 'from May 2025 to April 2026 <!-- confirm'],
    ['the activities of ITU in 2024', 'in 2025 <!-- confirm'],
  ]) {
    const plan: Plan = {
      ...plan2023(),
      heads: [{ title: 'Purpose', text: `To report on ${period}.` }, ...plan2023().heads.slice(1)],
    };
    const draft = madeFrom(write(plan, 'markdown'), '2025.md', 2026);
    assert.ok(draft.includes(moved), draft.slice(0, 700));
    assert.equal(parse(draft, { fileName: 'x.md' }).year?.value, 2026);
  }
});

test('a title that names a year is asked for, one that does not is kept', () => {
  const titled = (title: string) => madeFrom(write({ ...plan2023(), title }, 'markdown'), '2025.md', 2026);
  assert.match(
    titled('Activities of ITU on confidence and security'),
    /^# Activities of ITU on confidence and security$/m,
  );
  const dated = titled('Activities of ITU on confidence and security in 2024');
  assert.match(dated, /^# <!-- confirm \(2025, masthead\): Activities of .* in 2024 -->$/m);
  assert.deepEqual(told(dated), []);
});

test('footnotes, residue, comments and notes of the last year', () => {
  const word = write(
    {
      ...withParagraphs(plan2023(), '2', [{ number: '2.1', text: 'The work stands.', footnote: '1' }]),
      footnotes: { 1: 'See the site.' },
    },
    'word-text',
  ).replace('1.1\t', '1.1\t[bookmark: _Hlk1]');
  const draft = madeFrom(word, '2025.txt', 2026);
  assert.match(draft, /2\.1 The work stands\.\[\^1\]\n\n\[\^1\]: See the site\.\n/);
  assert.doesNotMatch(draft, /bookmark|footnoteRef/);
  const noted = write(plan2023(), 'markdown').replace(
    '1.1 The',
    '<!-- ask the office -->\n\n1.1 <!-- confirm (2024, 1.1): It was so. --> The',
  );
  const again = madeFrom(noted, '2025.md', 2026);
  assert.doesNotMatch(again, /ask the office/);
  assert.match(again, /1\.1 <!-- confirm \(2025, 1\.1\): It was so\. The work/);
});

test('from a profile alone: its skeleton, with nothing made up', () => {
  const { text, toConfirm } = newReport(requestFor(2026), null);
  assert.deepEqual([toConfirm, told(text)], [0, []]);
  const bare = newReport(
    requestFor(2026, { symbol: undefined, dated: undefined, agendaItem: undefined }),
    null,
  );
  assert.match(bare.text, /<!-- confirm \(masthead\): Document C26\/\[number\] -->/);
  assert.deepEqual(told(bare.text, 'draft-2026.gca.md'), []);
});

test('a section that the profile does not know, one twice, one missing, paragraphs without numbers', () => {
  const base = plan2023();
  const plan: Plan = {
    ...base,
    sections: [
      base.sections[0],
      { ...base.sections[2], number: '1' },
      {
        number: '2',
        title: 'Technical Measures',
        paragraphs: [{ text: 'A paragraph without a number.' }, ...numbered('2', 'The rest of it.')],
      },
      { number: '3', title: 'Partners of the Work', paragraphs: numbered('3', 'They are named here.') },
      ...base.sections.slice(3),
    ],
  };
  const draft = madeFrom(write(plan, 'markdown'), '2025.md', 2026);
  const { sections } = parse(draft);
  assert.deepEqual(
    sections.map(({ number, title, paragraphs }) => [number, title, paragraphs.length]),
    [
      [null, null, 1],
      ['1', 'Legal Measures', 1],
      ['2', 'Technical and Procedural Measures', 4],
      ['3', 'Partners of the Work', 1],
      ['4', 'Organizational Structures', 2],
      ['5', 'Capacity Building', 2],
      ['6', 'International Cooperation', 2],
      ['7', 'Child Online Protection (COP)', 2],
    ],
  );
  assert.deepEqual(
    told(draft).filter(one => !one.startsWith('structure/unknown-section')),
    [],
  );
});

test('a thematic report stays one; its pillars find their sections in a yearly one', () => {
  const pillar = (number: string, title: string) => ({
    number,
    title,
    paragraphs: [{ text: 'It is used in this way.' }],
  });
  const thematic: Plan = {
    title: 'The use of the Agenda by the members of ITU',
    heads: [
      { title: 'Summary', text: 'How the Agenda is used.' },
      { title: 'Action required', text: 'To note.' },
    ],
    sections: [
      { number: '1', title: 'Introduction', paragraphs: numbered('1', 'The Agenda has pillars.') },
      {
        number: '2',
        title: 'The Pillars in Use',
        paragraphs: numbered('2', 'They are these.'),
        sections: [
          'Legal Measures',
          'Technical and Procedural Measures',
          'Organizational Structures',
          'Capacity Building',
          'International Cooperation',
        ].map((title, i) => pillar(`2.${i + 2}`, `GCA Pillar ${i + 1}: ${title}`)),
      },
    ],
  };
  const last = readingOf(write(thematic, 'markdown'), 'thematic-2024.md');
  const known = { profiles: builtinProfiles, instruments: INSTRUMENTS, indicators: INDICATORS };
  const same = orderReport({ year: 2025 }, last, known);
  assert.ok('text' in same && same.profile.id === 'thematic');
  assert.equal(parse(same.text).sections.flatMap(({ sections }) => sections).length, 5);
  const yearly = orderReport({ year: 2025, profile: 'council-2023' }, last, known);
  assert.ok('text' in yearly);
  const legal = parse(yearly.text).sections.find(({ role }) => role === 'legal');
  assert.deepEqual([legal?.number, legal?.level, legal?.paragraphs.length], ['1', 1, 1]);
});

test('a report of two hundred pages takes well under two seconds', () => {
  const base = plan2023();
  const long = 'They have a place of their own, and each has a name. '.repeat(12);
  const paragraph = (section: string, i: number) =>
    `In May 2024 the ${i + 2} teams of paragraph ${section}.${i + 1} met. ${long}`;
  const plan: Plan = {
    ...base,
    sections: base.sections.map(section =>
      section.number
        ? {
            ...section,
            paragraphs: numbered(
              section.number,
              ...Array.from({ length: 95 }, (_, i) => paragraph(section.number ?? '', i)),
            ),
          }
        : section,
    ),
  };
  const text = write(plan, 'markdown');
  const start = performance.now();
  const draft = madeFrom(text, '2025.md', 2026);
  assert.ok(performance.now() - start < 2000);
  assert.deepEqual(
    parse(draft).sections.map(({ paragraphs }) => paragraphs.length),
    [1, 95, 95, 95, 95, 95, 95],
  );
});

test('a report without a single figure has nothing to confirm but its period', () => {
  const still = (section: Plan['sections'][number]) => ({
    ...section,
    paragraphs: section.paragraphs?.map(paragraph => ({ ...paragraph, text: 'The work on it continues.' })),
  });
  const base = plan2023();
  const draft = madeFrom(write({ ...base, sections: base.sections.map(still) }, 'markdown'), '2025.md', 2026);
  assert.deepEqual(told(draft), []);
  assert.ok(
    marksOf(parse(draft)).every(mark => mark.text.includes('Council')),
    shown(draft),
  );
});

test('heads of one profile and sections of another, gaps among them: the year’s profile all the same', () => {
  const mixed: Plan = { ...plan2023(), sections: plan2019().sections.filter((_, i) => i !== 2 && i !== 4) };
  const draft = madeFrom(write(mixed, 'markdown'), '2025.md', 2026);
  assert.deepEqual(told(draft), []);
  assert.deepEqual(
    parse(draft).sections.map(({ role }) => role),
    ['introduction', 'legal', 'technical', 'organizational', 'capacity', 'cooperation', 'cop'],
  );
});
