import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ROOT } from '../../scripts/root.ts';
import { withLf } from '../../server/text/line-ends.ts';
import { sloppyReport } from '../unit/support/random-reports.ts';

/** Texts as nobody would write them: arbitrary ones, pieces of reports strung together, samples that were damaged. */

/** A file of the project. */
export const read = (folder: string, name: string): string => readFileSync(join(ROOT, folder, name), 'utf8');

/** The reports of the project: the draft full of slips, the earlier ones, and those the Word samples are made of. */
export const SAMPLES: readonly string[] = [
  read('samples', 'draft-2025.gca.md'),
  ...['samples/archive', 'scripts/samples'].flatMap(folder =>
    readdirSync(join(ROOT, folder))
      .filter(name => /\.(?:md|txt)$/.test(name))
      .map(name => read(folder, name)),
  ),
];

/** Pieces that recognisers, rules and the scanner look for, whole and broken off. */
const PIECES = [
  ...['\n', '\n\n', '\r\n', '\r', '\t', ' ', '  ', '\u00a0', '\u202f', '\u200b', '\ufeff', '\u2028'],
  ...[
    '# ',
    '## ',
    '### 1. ',
    '1. ',
    '1.1 ',
    '1.1\t',
    '2.10 ',
    '99.99 ',
    '3.1.4 ',
    '7\\. ',
    '**',
    '*',
    '__',
    '_',
  ],
  ...['a. ', '(b) ', 'iv) ', '1) ', '- ', '· ', '• ', '– ', '____________', '---', '***', '| a | b |'],
  ...['[^1]', '[^1]: ', '[^', '[footnoteRef:1]', '[1:  \t', '[bookmark: _Hlk1]', '[', ']', '(', ')', '[]()'],
  ...['[link](https://www.itu.int/a)', '](', 'https://', 'www.itu.int', '`', '\\', '<', '>', '&amp;', '|'],
  ...['<!--', '-->', '<!-- gca-report-disable-next-line text -->', '<!-- gca-report-disable -->'],
  ...['<!-- confirm (2024, 3.1): ', '<!-- confirm was: ', ' --> ', '<!-- drafted from a: 3 to confirm -->'],
  ...['“', '”', '"', '‘', '’', "'", '«', '…', '...', '..', ' .', ' ,', ';;', '?!', '–', '—', '-', '\u00ad'],
  ...[
    'é',
    'ß',
    'İ',
    'ı',
    'ﬁ',
    'e\u0301',
    '😀',
    '👩‍👩‍👧',
    '🇨🇭',
    'حماية',
    '保护',
    '\ud800',
    '\udfff',
    '\u0000',
    '\u0007',
  ],
  ...[
    'ITU-T X.1205',
    'X. 1384',
    'X.1384 and X.1721',
    'Recommendations ITU-T X.1237, X.1283,',
    'Y.3053 (2018) Amd. 1',
  ],
  ...[
    'Resolution 130 (Rev. Dubai, 2018)',
    'Resolutions 130 and 179',
    'Res. ',
    'SG17',
    'SGs 5, 11 and 13',
    'Q3/17',
  ],
  ...['C25/18', 'Document C25/18-E', 'RFC 3280', 'ISO/IEC 27011', 'X.8xx series', '2022-2024', 'WTSA-24'],
  ...[
    '84 countries',
    'more than 80',
    '2 700',
    '3,000',
    '1.5 million',
    'two hundred and six',
    '12th',
    '30+',
    '50 %',
  ],
  ...[
    '31 March 2025',
    'March 2025',
    '3rd October',
    'on 30 February 2025',
    'Monday 3 March 2025',
    'in 2023',
    'last year',
  ],
  ...[
    'paragraph 2.4 below',
    'paragraphs 2.1 and 3.2 above',
    'section 4',
    'see above',
    'TBD',
    'XX',
    'the the',
    'an university',
  ],
  ...[
    'Computer Incident Response Team (CIRT)',
    '(CIRT)',
    'CIRT',
    'CIRTs',
    'cyber-security',
    'the ITU',
    'organisation',
  ],
  ...[
    'Purpose',
    'Summary',
    'Action required',
    'References',
    'Legal Measures',
    'Capacity Building',
    'Report by the',
  ],
  ...['9'.repeat(40), 'a'.repeat(60), '.'.repeat(30), ' '.repeat(80), '('.repeat(20), '1.'.repeat(12)],
];

export const piece: fc.Arbitrary<string> = fc.constantFrom(...PIECES);

/** Any UTF-16, lone surrogates included. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 })
  .map(codes => String.fromCharCode(...codes));

const pieces = fc
  .array(fc.oneof({ weight: 6, arbitrary: piece }, fc.lorem({ maxCount: 4 })), { maxLength: 60 })
  .map(parts => parts.join(''));

/** A place in a text, as its share. */
export const share: fc.Arbitrary<number> = fc.double({ min: 0, max: 0.999999, noNaN: true });

/** One edit, by shares of the text, so that it fits a text of any length. */
export interface Stroke {
  /** Where, as a share of the text. */
  readonly at: number;
  /** How many code units are taken out there. */
  readonly out: number;
  readonly put: string;
}

export const stroke: fc.Arbitrary<Stroke> = fc.record({
  at: share,
  out: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 4 }), fc.nat(300)),
  put: fc.oneof(
    { weight: 4, arbitrary: piece },
    { weight: 2, arbitrary: fc.constant('') },
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    units,
  ),
});

/** The span that a stroke takes out of a text. */
export function spanOf(text: string, { at, out }: Stroke): { start: number; end: number } {
  const start = Math.floor(at * (text.length + 1));
  return { start, end: Math.min(text.length, start + out) };
}

export function struck(text: string, one: Stroke): string {
  const { start, end } = spanOf(text, one);
  return text.slice(0, start) + one.put + text.slice(end);
}

/** What happens to whole lines. */
const shuffle = fc.record({
  from: share,
  to: share,
  how: fc.constantFrom('swap', 'copy', 'drop', 'join', 'indent', 'upper', 'blank'),
});

function shuffled(text: string, { from, to, how }: { from: number; to: number; how: string }): string {
  const lines = text.split('\n');
  const a = Math.floor(from * lines.length);
  const b = Math.floor(to * lines.length);
  if (how === 'swap') [lines[a], lines[b]] = [lines[b], lines[a]];
  else if (how === 'copy') lines.splice(b, 0, lines[a]);
  else if (how === 'drop') lines.splice(a, 1);
  else if (how === 'join') lines.splice(a, 2, `${lines[a]} ${lines[a + 1] ?? ''}`);
  else if (how === 'indent') lines[a] = `   ${lines[a]}`;
  else if (how === 'upper') lines[a] = lines[a].toUpperCase();
  else lines.splice(a, 0, '');
  return lines.join('\n');
}

/** A sample after some strokes and shuffles, cut now and then. */
export const damaged: fc.Arbitrary<string> = fc
  .record({
    sample: fc.constantFrom(...SAMPLES),
    strokes: fc.array(stroke, { maxLength: 12 }),
    shuffles: fc.array(shuffle, { maxLength: 6 }),
    keep: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, share),
  })
  .map(({ sample, strokes, shuffles, keep }) => {
    const text = shuffles.reduce(shuffled, sample);
    return strokes.reduce(struck, text.slice(0, Math.ceil(keep * text.length)));
  });

/** Any text that a file or an editor may hold. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: damaged },
  { weight: 2, arbitrary: sloppyReport },
  { weight: 2, arbitrary: pieces },
  { weight: 1, arbitrary: units },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** The same as the core reads it. */
export const asRead: fc.Arbitrary<string> = anyText.map(withLf);

/** Texts that are reports, more or less: what fixes and rules have something to do with. */
export const likeReport: fc.Arbitrary<string> = fc
  .oneof({ weight: 3, arbitrary: damaged }, { weight: 1, arbitrary: sloppyReport })
  .map(withLf);
