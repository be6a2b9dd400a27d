import fc from 'fast-check';
import type { Plan, PlannedParagraph, PlannedSection } from './reports.ts';

/** Reports made at random, in the forms that drafters write: what must survive the way through Word. */

const WORDS = [
  'the',
  'Union',
  'helped',
  'countries',
  'teams',
  '84',
  '12',
  'in',
  'Africa',
  'ITU\u2011T',
  '2\u00a0700',
  '3\u202f000',
  'X.1205',
  '(CIRT)',
  'said',
  '“quoted”',
  'it’s',
  '**bold**',
  '*inter alia*',
  '[a link](https://www.itu.int/a)',
  'https://www.itu.int/en',
  '\\*starred\\*',
  'a_b',
  '–',
  'R&D',
  '<3',
  'حماية',
  '保护',
  'защита',
  'protección',
  '`code`',
];

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 14 })
  .map(words => `What follows says that ${words.join(' ')} end.`);

/** Word text carries a footnote between brackets: no brackets in it. */
const noteText = sentence.map(text => text.replace(/\[a link\]\([^)]*\)/g, 'a link'));

const title = fc
  .array(fc.constantFrom('Legal', 'Measures', 'Capacity', 'Building', 'of', 'International', 'Cooperation'), {
    minLength: 2,
    maxLength: 5,
  })
  .map(words => `Work on ${words.join(' ')}`);

/** Marks of a list, with a gap now and then. */
const items = fc.oneof(
  { weight: 3, arbitrary: fc.constant<string[]>([]) },
  fc
    .record({
      kind: fc.constantFrom('a.', '(a)', 'a)', '1)', '(1)', '-', 'i.'),
      count: fc.integer({ min: 1, max: 5 }),
      gap: fc.boolean(),
    })
    .map(({ kind, count, gap }) =>
      Array.from({ length: count }, (_, i) => marker(kind, i + (gap && i > 1 ? 2 : 1))),
    ),
);

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii'];

function marker(kind: string, value: number): string {
  return kind.replace(/[a1i]/, sign =>
    sign === 'a' ? String.fromCharCode(96 + value) : sign === 'i' ? ROMAN[value - 1] : String(value),
  );
}

/** How a number goes on from the one before: mostly by one, sometimes with a gap or a repeat, sometimes not at all. */
const step = fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, fc.constantFrom(0, 2, 3, null));

const paragraph = fc.record({ text: sentence, step, items, itemText: sentence });

/** Numbers run in Word up to 99, as they do in reports. */
const section = fc.record({
  title,
  gap: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.constant(2)),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 6 }),
});

function numberedParagraphs(
  number: number,
  drawn: readonly { text: string; step: number | null; items: string[]; itemText: string }[],
): PlannedParagraph[] {
  let last = 0;
  return drawn.map(({ text, step, items: marks, itemText }, i) => {
    // What follows a heading has a number, or the heading would be read as something else.
    const by = i === 0 ? (step ?? 1) || 1 : step;
    if (by !== null) last += by;
    return {
      ...(by === null ? {} : { number: `${number}.${last || 1}` }),
      text: marks.length > 0 ? text.replace(/\.$/, ':') : text,
      items: marks.map(mark => `${mark} ${itemText}`),
    };
  });
}

const heads = fc.constantFrom(
  [['Summary', 'Action required']],
  [
    [
      'Purpose',
      'Action required by the Council',
      'Relevant link(s) with the Strategic Plan',
      'Financial implications',
    ],
  ],
  [['Summary', 'Action required', 'References']],
);

/** A report of some sections with everything that reports have. */
export const planned: fc.Arbitrary<Plan> = fc
  .record({
    heads,
    headText: sentence,
    introduction: fc.option(sentence),
    sections: fc.array(section, { minLength: 3, maxLength: 5 }),
    notes: fc.array(noteText, { maxLength: 3 }),
  })
  .map(({ heads: [titles], headText, introduction, sections, notes }) => {
    let number = 0;
    const written: PlannedSection[] = sections.map(one => {
      number += one.gap;
      return {
        number: String(number),
        title: one.title,
        paragraphs: numberedParagraphs(number, one.paragraphs),
      };
    });
    // The first section carries number 1: only its place tells a bare heading from a paragraph.
    const first = { ...written[0], number: '1', paragraphs: numberedParagraphs(1, sections[0].paragraphs) };
    const others = written.slice(1).map((one, i) => ({ ...one, title: PILLARS[i % PILLARS.length] }));
    const withNotes = first.paragraphs.map((one, i) =>
      i < notes.length && one.items?.length === 0 ? { ...one, footnote: String(i + 1) } : one,
    );
    const called = withNotes.flatMap(one => one.footnote ?? []);
    const renumbered = new Map(called.map((label, i) => [label, String(i + 1)]));
    return {
      symbol: 'C25/18',
      date: '10 March 2025',
      title: 'Activities of ITU on confidence and security',
      heads: titles.map(head => ({ title: head, text: headText })),
      sections: [
        ...(introduction === null
          ? []
          : [{ number: null, title: null, paragraphs: [{ text: introduction }] }]),
        {
          ...first,
          title: 'Legal Measures',
          paragraphs: withNotes.map(one =>
            one.footnote ? { ...one, footnote: renumbered.get(one.footnote) } : one,
          ),
        },
        ...others,
      ],
      footnotes: Object.fromEntries(called.map((label, i) => [String(i + 1), notes[Number(label) - 1]])),
    };
  });

const PILLARS = [
  'Technical and Procedural Measures',
  'Organizational Structures',
  'Capacity Building',
  'International Cooperation',
  'Child Online Protection (COP)',
];
