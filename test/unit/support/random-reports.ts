import fc from 'fast-check';
import type { Dialect } from '../../../server/report/model.ts';
import { DIALECTS, type Plan, type PlannedParagraph, plan2023, write } from './reports.ts';

/** Reports as fast-check makes them up: sound ones, and ones with the slips that a formatter mends. */

const WORDS = 'work teams laws training drills guides courses partners networks exercises'.split(' ');
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 8 })
  .map(words => `The ${words.join(' ')} went on.`);

const items = fc
  .array(sentence, { minLength: 2, maxLength: 4 })
  .map(texts => texts.map((text, i) => `${'abcd'[i]}. ${text}`));

interface Loose {
  readonly text: string;
  readonly items?: readonly string[];
  /** Refers to another paragraph: which one is drawn by its share of the report. */
  readonly refers?: number;
  readonly footnote?: boolean;
}

const paragraph: fc.Arbitrary<Loose> = fc.record(
  { text: sentence, items, refers: fc.double({ min: 0, max: 0.999, noNaN: true }), footnote: fc.boolean() },
  { requiredKeys: ['text'] },
);

/** A sound report: numbered without gap, references on the side that they say. */
export interface Sound {
  readonly plan: Plan;
  readonly dialect: Dialect;
}

export const soundReport: fc.Arbitrary<Sound> = fc
  .tuple(
    fc.array(fc.array(paragraph, { minLength: 1, maxLength: 4 }), { minLength: 6, maxLength: 6 }),
    fc.constantFrom(...DIALECTS),
  )
  .map(([sections, dialect]) => ({ plan: planOf(sections), dialect }));

function planOf(sections: readonly (readonly Loose[])[]): Plan {
  const base = plan2023();
  const all = sections.flatMap((paragraphs, s) => paragraphs.map((_, p) => `${s + 1}.${p + 1}`));
  const footnotes: Record<string, string> = {};
  let note = 0;
  return {
    ...base,
    sections: base.sections.map((section, s): Plan['sections'][number] => {
      if (s === 0) return section;
      return {
        ...section,
        paragraphs: sections[s - 1].map((loose, p): PlannedParagraph => {
          const number = `${s}.${p + 1}`;
          const target = loose.refers === undefined ? number : all[Math.floor(loose.refers * all.length)];
          const side = all.indexOf(target) < all.indexOf(number) ? 'above' : 'below';
          // Each paragraph can be told from the others.
          const text = loose.text.replace('The ', `The ${'abcdef'[s - 1]}${'abcd'[p]}-team’s `);
          const label = loose.footnote ? String(++note) : undefined;
          if (label) footnotes[label] = 'A note on it.';
          return {
            number,
            text: target === number ? text : `${text} See paragraph ${target} ${side}.`,
            ...(loose.items ? { items: loose.items } : {}),
            ...(label ? { footnote: label } : {}),
          };
        }),
      };
    }),
    footnotes,
  };
}

/** The text of a report that fast-check made. */
export const textOf = ({ plan, dialect }: Sound): string => write(plan, dialect);

/** A slip of the hand: where in the text, as its share, and which. */
const slip = fc.record({
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  kind: fc.constantFrom(
    'double space',
    'space at the end of a line',
    'blank lines',
    'number',
    'item mark',
    'item end',
    'space behind a number',
    'quotes',
    'no blank line',
    'space before a mark',
    'comment',
  ),
});

/** Reports with slips: what a formatter gets to see. */
export const sloppyReport: fc.Arbitrary<string> = fc
  .tuple(soundReport, fc.array(slip, { minLength: 0, maxLength: 8 }), fc.boolean())
  .map(([sound, slips, crlf]) => {
    const text = slips.reduce((now, { at, kind }) => slipped(now, at, kind), textOf(sound));
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });

function slipped(text: string, share: number, kind: string): string {
  const at = (pattern: RegExp, change: (found: string) => string): string => {
    const all = [...text.matchAll(pattern)];
    if (all.length === 0) return text;
    const { index, 0: found } = all[Math.floor(share * all.length)];
    return text.slice(0, index) + change(found) + text.slice(index + found.length);
  };
  switch (kind) {
    case 'double space':
      return at(/ (?=[a-z])/g, () => '  ');
    case 'space at the end of a line':
      return at(/\n/g, () => '  \n');
    case 'blank lines':
      return at(/\n\n/g, () => '\n\n\n\n');
    case 'number':
      return at(/^\d\.\d/gm, found => `${found[0]}.${Math.floor(share * 9) + 1}`);
    case 'item mark':
      return at(/^[b-d]\. /gm, () => 'e.  ');
    case 'item end':
      return at(/(?<=^[a-d]\.\s.*)\.$/gm, () => ';');
    case 'space behind a number':
      return at(/(?<=^\d\.\d)[ \t]/gm, () => '   ');
    case 'quotes':
      return at(/\bguides\b/g, () => '"guides"');
    case 'no blank line':
      return at(/\n\n/g, () => '\n');
    case 'space before a mark':
      return at(/\.(?=\n)/g, () => ' .');
    default:
      return at(/\n\n/g, () => '\n\n<!-- confirm (2024, 3.1): The teams  met.   -->\n\n');
  }
}
