import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ROOT } from '../../scripts/root.ts';
import { wordComments } from '../../server/analysis/word-comments.ts';
import { exportWord, importWord } from '../../server/word/index.ts';
import { parse } from '../unit/support/reports.ts';
import { assertSound } from '../unit/support/sound.ts';
import { docx, inList, level, list, num, p, r, style, table } from '../unit/support/word.ts';
import { faultsOf } from '../unit/support/word-validate.ts';
import { counts } from './counts.ts';
import { assertPlace } from './places.ts';
import { type Stroke, share, stroke, struck } from './texts.ts';
import { analysed } from './workplace.ts';

/** Word documents as strangers send them: damaged in the zip, in the XML, or in what the XML says. */

/** A document with one of everything that the reader looks at. */
const rich = docx({
  body: [
    p('Activities of ITU', style('Title')),
    p('Legal Measures', style('Heading1')),
    p('Laws were written.', inList(1, 1)),
    p('One;', inList(2)),
    p(
      `${r('Old')}<w:ins w:id="1" w:author="a"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>gone</w:delText></w:r></w:del>`,
    ),
    p(
      `<w:commentRangeStart w:id="0"/>${r('On this', '<w:b/>')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
    ),
    p(`${r('Noted')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>`),
    p(`<w:hyperlink r:id="l1">${r('a link')}</w:hyperlink><w:bookmarkStart w:id="1" w:name="_Hlk1"/>`),
    p(
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    table([p('Document C25/18-E'), p('11 April 2025')], [p('a'), p('b')]),
    '<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control</w:t><w:tab/><w:br/><w:noBreakHyphen/></w:r></w:p></w:sdtContent></w:sdt>',
  ].join(''),
  styles: '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
  numbering:
    list(1, [level(0, '%1.'), level(1, '%1.%2')]) +
    list(2, [level(0, '(%1)', 'lowerLetter')]) +
    num(1, 1) +
    num(2, 2),
  footnotes: `<w:footnote w:id="2">${p('A note.')}</w:footnote>`,
  endnotes: `<w:endnote w:id="2">${p('At the end.')}</w:endnote>`,
  comments: `<w:comment w:id="0" w:author="B" w:date="2025-01-01T00:00:00Z">${p('Is it so?')}</w:comment>`,
  links: { l1: 'https://www.itu.int/a' },
});

const SOURCES: readonly Uint8Array[] = [
  rich,
  ...['2020', '2021'].map(year => new Uint8Array(readFileSync(join(ROOT, `samples/archive/${year}.docx`)))),
];

const XML_PIECES = [
  ...[
    '<',
    '>',
    '/>',
    '</w:p>',
    '<w:p>',
    '<w:r>',
    '</w:r>',
    '"',
    "'",
    '&',
    '&amp;',
    '&#x1F600;',
    '&#0;',
    '&#xD800;',
  ],
  ...['<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE a>', '<?x?>', '<w:t>', '</w:t>', 'w:val="', 'xmlns:w="'],
  ...[
    '<w:tbl><w:tr><w:tc>',
    '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>',
    '<w:br/>',
    '<w:tab/>',
  ],
  ...[
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="end"/>',
    '<w:footnoteReference w:id="2"/>',
  ],
  ...[
    'w:val="-1"',
    'w:val="1e9"',
    'w:val=""',
    'w:val="99999999999999999999"',
    '%1.%2.%3',
    '\u0000',
    '\ud800',
    '😀',
  ],
];

interface Damage {
  readonly source: number;
  /** Which part, as a share of them, and what is done to its XML. */
  readonly parts: readonly { readonly part: number; readonly strokes: readonly Stroke[] }[];
  /** What is done to the bytes of the zip: where, and the byte that comes to stand there. */
  readonly bytes: readonly { readonly at: number; readonly byte: number }[];
  readonly keep: number;
}

const xmlStroke: fc.Arbitrary<Stroke> = fc.record({
  at: share,
  out: fc.oneof(fc.constant(0), fc.nat(12)),
  put: fc.oneof(fc.constantFrom(...XML_PIECES), fc.constant('')),
});

export const damage: fc.Arbitrary<Damage> = fc.record({
  source: fc.nat(SOURCES.length - 1),
  parts: fc.array(
    fc.record({
      part: share,
      strokes: fc.array(fc.oneof({ weight: 3, arbitrary: xmlStroke }, stroke), { maxLength: 4 }),
    }),
    { maxLength: 3 },
  ),
  bytes: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.array(fc.record({ at: share, byte: fc.nat(255) }), { maxLength: 6 }),
  ),
  keep: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, share),
});

function damagedDocument({ source, parts, bytes, keep }: Damage): Uint8Array {
  const files = unzipSync(SOURCES[source]);
  const names = Object.keys(files);
  for (const { part, strokes } of parts) {
    const name = names[Math.floor(part * names.length)];
    files[name] = strToU8(strokes.reduce(struck, strFromU8(files[name])));
  }
  const zip = zipSync(files, { level: parts.length % 2 ? 0 : 6 });
  for (const { at, byte } of bytes) zip[Math.floor(at * zip.length)] = byte;
  return zip.subarray(0, Math.ceil(keep * zip.length));
}

/** Whatever a file holds, it is read or refused with a sentence; what is read is a text with its places in it. */
export function wordIsReadOrRefused(what: Damage, changes: 'accepted' | 'rejected'): void {
  counts.documents++;
  const read = importWord(damagedDocument(what), { changes });
  if ('refused' in read) {
    assert.match(read.refused, /^[A-Z].*\.$/s);
    return;
  }
  const { text, paragraphs, comments } = read;
  for (const { span } of paragraphs) assertPlace(text, span, 'an imported paragraph');
  for (const { span } of comments) if (span) assertPlace(text, span, 'an imported comment');
  assertSound(parse(text));
  assert.ok(!text.includes('\r'), 'a carriage return in what was imported');
}

/** Any report can be handed out as a Word document that is sound, with its findings, and that is read again. */
export async function anyReportBecomesWord(text: string): Promise<void> {
  counts.documents++;
  const analysis = analysed(text);
  const written = await exportWord(analysis.report, {
    profile: analysis.profile?.profile,
    comments: wordComments(analysis),
  });
  assert.ok('bytes' in written);
  assert.deepEqual(faultsOf(written.bytes), []);
  const back = importWord(written.bytes);
  assert.ok('text' in back, JSON.stringify(back));
}
