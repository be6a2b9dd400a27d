import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from './support/reports.ts';
import {
  blocksOf,
  docx,
  imported,
  inList,
  level,
  list,
  num,
  p,
  r,
  simple,
  style,
  table,
} from './support/word.ts';

const named = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const HEADINGS = named('H1', 'heading 1') + named('H2', 'heading 2') + named('T', 'Title');
const bold = '<w:b/>';
const link = (id: string, content: string) => `<w:hyperlink r:id="${id}">${content}</w:hyperlink>`;
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

test('the Council’s template: masthead table, title, boxed heads, rule, sections', () => {
  const body = [
    table(
      [
        p(r('Agenda item: PL 2', bold)),
        [p(r('Document C23/18-E', bold)), p(r('5 May 2023', bold)), p(r('Original: English', bold))].join(''),
      ],
      [p('Report by the Secretary-General', style('T0'))],
      [p('CYBERSECURITY AND THE WORK OF ITU', style('T'))],
    ),
    table([
      [
        p(r('Purpose', bold)),
        p('To tell what was done.'),
        p(r('Action required by the Council', bold)),
        p(r('The Council is invited ') + r('to note', bold) + r(' this report.')),
        p('____________', '<w:jc w:val="center"/>'),
        p(r('References', bold)),
        p('Council document C22/18.'),
      ].join(''),
    ]),
    p(''),
    p('An opening without a number, which tells what is to come.'),
    p(`${r('1', bold)}<w:r><w:tab/></w:r>${r('Legal Measures', bold)}`),
    p('1.1 Text.'),
    p('____________'),
  ].join('');
  const { text } = imported(docx({ body, styles: HEADINGS + named('T0', 'Source') }));
  assert.deepEqual(text.trimEnd().split('\n\n'), [
    'Agenda item: PL 2',
    'Document C23/18-E',
    '5 May 2023',
    'Original: English',
    'Report by the Secretary-General',
    '# CYBERSECURITY AND THE WORK OF ITU',
    '## Purpose',
    'To tell what was done.',
    '## Action required by the Council',
    'The Council is invited **to note** this report.',
    '____________',
    '## References',
    'Council document C22/18.',
    '____________',
    'An opening without a number, which tells what is to come.',
    '## 1 Legal Measures',
    '1.1 Text.',
    '____________',
  ]);
  const report = parse(text);
  assert.equal(report.masthead.symbol?.value.id, 'C23/18');
  assert.equal(report.sections[0].role, 'introduction');
  assert.ok(report.endMark);
});

test('a title without a style is found by what the masthead’s other lines say', () => {
  const blocks = blocksOf(
    simple(
      p('Document C23/18-E'),
      p('Report by the Secretary-General'),
      p('Cybersecurity and the work of ITU'),
      p('Summary'),
      p('Text.'),
    ),
  );
  assert.equal(blocks[2], '# Cybersecurity and the work of ITU');
  assert.equal(blocks[3], '## Summary');
});

test('headings by style, by bold and by known titles; a sentence in bold or in a heading’s style is text', () => {
  const styles = HEADINGS + named('P2', 'heading 2 para', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>');
  const body = [
    p('A report on cybersecurity and its pillars', style('H1')),
    p('1. Introduction', style('H2')),
    p('1.1 What is told here is told in a whole sentence.', style('P2')),
    p(r('2. Legal Measures', bold)),
    p(r('Not a heading, but a sentence that somebody set in bold.', bold)),
    p(r('Child Online Protection', bold)),
    p('3.4 GCA Pillar 1: Legal Measures', style('H2')),
  ].join('');
  assert.deepEqual(blocksOf(docx({ body, styles })), [
    '# A report on cybersecurity and its pillars',
    '## 1. Introduction',
    '1.1 What is told here is told in a whole sentence.',
    '## 2. Legal Measures',
    '**Not a heading, but a sentence that somebody set in bold.**',
    '## Child Online Protection',
    '### 3.4 GCA Pillar 1: Legal Measures',
  ]);
});

test('emphasis is what somebody set, and stands around words, not spaces', () => {
  const styles =
    named('B', 'Bold Text', '<w:rPr><w:b/></w:rPr>') +
    '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>';
  const body = [
    p(
      r('The Council is') +
        r(' invited ', '<w:i/>') +
        r('to note', '<w:rStyle w:val="S"/>') +
        r(' it.', '<w:b w:val="0"/>'),
    ),
    p(r('A paragraph whose style is bold is not emphasised.'), style('B')),
    p(r('Both ') + r('at once', '<w:b/><w:i/>') + r(', and 3 * 4 _so_.')),
  ].join('');
  assert.deepEqual(blocksOf(docx({ body, styles })), [
    'The Council is *invited* **to note** it.',
    'A paragraph whose style is bold is not emphasised.',
    'Both ***at once***, and 3 \\* 4 \\_so\\_.',
  ]);
});

test('what would be markup by accident stays what it is', () => {
  const [block] = blocksOf(simple(p('# not a heading, <!-- not a comment -->, `not code`, C:\\_x')));
  assert.equal(block, '\\# not a heading, <\\!-- not a comment -->, \\`not code\\`, C:\\\\_x');
  assert.equal(parse(`## 1. Legal Measures\n\n1.1 ${block}\n`).comments.length, 0);
});

test('links: by relationship, by field; bare addresses stay bare; marks within the document are dropped', () => {
  const body = [
    p(
      r('See ') +
        link('a', r('the Study ') + r('Group', bold)) +
        r(', ') +
        link('b', r('https://www.itu.int/')) +
        r('.'),
    ),
    p(r('By ') + field(' HYPERLINK "https://academy.itu.int/" ', r('the Academy')) + r('.')),
    p(
      `<w:bookmarkStart w:id="0" w:name="_Hlk1"/>${r('Marked')}<w:bookmarkEnd w:id="0"/><w:hyperlink w:anchor="_Hlk1">${r(' here')}</w:hyperlink>${field(' PAGEREF _Hlk1 \\h ', r(' on page 2'))}.`,
    ),
    p(link('c', r('brackets [1]'))),
  ].join('');
  const links = { a: 'https://www.itu.int/en/a (b).aspx', b: 'https://www.itu.int/', c: 'https://x.int/a)' };
  assert.deepEqual(blocksOf(docx({ body, links })), [
    'See [the Study **Group**](https://www.itu.int/en/a%20(b).aspx), https://www.itu.int/.',
    'By [the Academy](https://academy.itu.int/).',
    'Marked here on page 2',
    '[brackets [1]](https://x.int/a%29)',
  ]);
});

test('footnotes are numbered as they are called, and stand before the end mark', () => {
  const note = (id: string, text: string) =>
    `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(` ${text}`)}`)}</w:footnote>`;
  const call = (id: string) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const body = [
    p('1. Legal Measures', style('H1')),
    p(
      r('1.1 First') +
        call('7') +
        r(', second') +
        `<w:bookmarkStart w:id="3" w:name="_RefN"/>${call('2')}<w:bookmarkEnd w:id="3"/>` +
        r('.'),
    ),
    p(
      r('1.2 Again') +
        field(' NOTEREF _RefN \\h ', r('2')) +
        r(' and at the end') +
        '<w:r><w:endnoteReference w:id="1"/></w:r>' +
        r('.'),
    ),
    p('____________'),
  ].join('');
  const footnotes = `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>${note('2', 'The second.')}${note('7', 'The first.')}${note('9', 'Nobody calls it.')}`;
  const endnotes = `<w:endnote w:id="1">${p('An endnote.')}${p('In two paragraphs.')}</w:endnote>`;
  assert.deepEqual(blocksOf(docx({ body, styles: HEADINGS, footnotes, endnotes })), [
    '## 1. Legal Measures',
    '1.1 First[^1], second[^2].',
    '1.2 Again[^2] and at the end[^e1].',
    '[^1]: The first.',
    '[^2]: The second.',
    '[^e1]: An endnote. In two paragraphs.',
    '____________',
  ]);
});

test('tracked changes: accepted, rejected, or kept between marks', () => {
  const ins = (content: string) => `<w:ins w:id="1" w:author="A">${content}</w:ins>`;
  const del = (text: string) =>
    `<w:del w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
  const mark = (name: string) => `<w:rPr><w:${name} w:id="3" w:author="A"/></w:rPr>`;
  const bytes = simple(
    p(r('In 2024, ') + del('84') + ins(r('92')) + r(' countries took part.')),
    p(r('One paragraph'), mark('del')),
    p(r(' of two.')),
    p(ins(r('New. ')), mark('ins')),
    p(r('Old.')),
    p(
      `<w:moveFrom w:id="4" w:author="A">${r('Moved.')}</w:moveFrom><w:moveTo w:id="5" w:author="A">${r('Settled.')}</w:moveTo>`,
    ),
  );
  assert.deepEqual(blocksOf(bytes), [
    'In 2024, 92 countries took part.',
    'One paragraph of two.',
    'New.',
    'Old.',
    'Settled.',
  ]);
  assert.deepEqual(blocksOf(bytes, { changes: 'rejected' }), [
    'In 2024, 84 countries took part.',
    'One paragraph',
    'of two.',
    'Old.',
    'Moved.',
  ]);
  assert.deepEqual(
    blocksOf(bytes, { changes: 'marks' })[0],
    'In 2024, {--84--}{++92++} countries took part.',
  );
});

test('rejected changes bring back a paragraph’s old number and a table’s old rows', () => {
  const numbering = list(1, [level(0, '%1)')]) + num(1, 1);
  const body = p('x', `<w:pPrChange w:id="1" w:author="A"><w:pPr>${inList(1)}</w:pPr></w:pPrChange>`);
  assert.deepEqual(blocksOf(docx({ body, numbering })), ['x']);
  assert.deepEqual(blocksOf(docx({ body, numbering }), { changes: 'rejected' }), ['1) x']);
});

test('characters: hyphens, spaces, breaks, symbols; hidden text and contents are left out', () => {
  const run = (inner: string) => `<w:r>${inner}</w:r>`;
  const styles = named('TOC1', 'toc 1');
  const body = [
    p(
      r('ITU') +
        run('<w:noBreakHyphen/>') +
        r('T, 2\u00a0700, 3\u202f000, co') +
        run('<w:softHyphen/>') +
        r('operation'),
    ),
    p(r('Line one') + run('<w:br/>') + r('line two') + run('<w:br w:type="page"/>') + r('.')),
    p(r('4.2 Two lists:') + run('<w:br/>') + r('a) one') + run('<w:br/>') + r('b) two')),
    p(
      run('<w:sym w:font="Symbol" w:char="F0B3"/>') +
        r(' 80') +
        run('<w:sym w:font="Wingdings" w:char="F021"/>'),
    ),
    p(r('Shown') + r(' hidden', '<w:vanish/>') + r('.')),
    p('1. Legal Measures ... 2', style('TOC1')),
  ].join('');
  const read = imported(docx({ body, styles }));
  assert.deepEqual(read.text.trimEnd().split('\n\n'), [
    'ITU\u2011T, 2\u00a0700, 3\u202f000, co\u00adoperation',
    'Line one line two.',
    '4.2 Two lists:',
    'a) one',
    'b) two',
    '\u2265 80',
    'Shown.',
  ]);
  assert.deepEqual(read.notes, ['A symbol that only its font can show was left out.']);
});

test('white space at the ends of a text counts only where the file says so', () => {
  assert.deepEqual(
    blocksOf(simple('<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b</w:t></w:r></w:p>')),
    ['a b'],
  );
});

test('the six languages of the United Nations come through whole', () => {
  const texts = [
    'حماية الأطفال على الإنترنت، القرار 130 (المراجَع في بوخارست، 2022)',
    '保护上网儿童，第130号决议（2022年，布加勒斯特，修订版）',
    'Strengthening the role of ITU',
    'Renforcer le rôle de l’UIT dans l’instauration de la confiance',
    'Усиление роли МСЭ в укреплении доверия',
    'Fortalecimiento del papel de la UIT: ¿qué más? ñ',
  ];
  const rtl = `<w:p><w:pPr><w:bidi/></w:pPr>${r(texts[0], '<w:rtl/>')}</w:p>`;
  assert.deepEqual(
    blocksOf(simple(p('1. Legal Measures'), rtl, ...texts.slice(1).map(text => p(text)))).slice(1),
    texts,
  );
});

test('a table of figures becomes a table; one that only frames is gone', () => {
  const body = [
    p('1. Legal Measures', style('H1')),
    table([p('Region'), p('Teams')], [p('Africa | west'), p(r('12', bold))], [`${p('Arab')}${p('States')}`]),
    table([p('1.1 Boxed.')]),
  ].join('');
  assert.deepEqual(blocksOf(docx({ body, styles: HEADINGS })), [
    '## 1. Legal Measures',
    '| Region | Teams |\n| --- | --- |\n| Africa \\| west | **12** |\n| Arab States |  |',
    '1.1 Boxed.',
  ]);
});

test('content controls, text boxes and formulas are read; pictures are counted', () => {
  const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p('In a box.')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('In a box.')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`;
  const read = imported(
    simple(
      `<w:sdt><w:sdtPr/><w:sdtContent>${p(`<w:sdt><w:sdtContent>${r('Controlled.')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      p(`${r('Anchor.')}<w:r>${box}</w:r>`),
      p(`${r('E=')}<m:oMath><m:r><m:t>mc</m:t></m:r></m:oMath>`),
      p('<w:r><w:drawing/></w:r><w:r><w:pict/></w:r>'),
      '<w:altChunk r:id="x"/>',
    ),
  );
  assert.deepEqual(read.text.trimEnd().split('\n\n'), ['Controlled.', 'Anchor.', 'In a box.', 'E=mc']);
  assert.equal(read.notes.length, 2);
  assert.match(read.notes[0], /^2 pictures were left out/);
});

test('a comment on the very words of a finding answers it, even where nothing else ties the two', () => {
  const comment = (id: number, author: string, ...lines: string[]) =>
    `<w:comment w:id="${id}" w:author="${author}">${lines.map(line => p(line)).join('')}</w:comment>`;
  const around = (ids: readonly number[], text: string) =>
    `${ids.map(id => `<w:commentRangeStart w:id="${id}"/>`).join('')}${r(text)}${ids.map(id => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`).join('')}`;
  const body = p(
    `${r('1.1 Of ')}${around([0, 1], '84 countries')}${r(', ')}${around([2], '12')}${r(' won.')}<w:r><w:commentReference w:id="3"/></w:r>`,
  );
  const comments =
    comment(0, 'gca-report', 'As last year.', 'figure/unchanged') +
    comment(1, 'Jane Doe', 'Counted anew.') +
    comment(2, 'Jane Doe', 'Twelve?') +
    comment(3, 'Jane Doe', 'A good one.');
  const read = imported(docx({ body, comments }));
  assert.deepEqual(
    read.comments.map(({ author, replies, span }) => [
      author,
      replies.length,
      span && read.text.slice(span.start, span.end),
    ]),
    [
      ['gca-report', 1, '84 countries'],
      ['Jane Doe', 0, '12'],
      ['Jane Doe', 0, ''],
    ],
  );
  assert.match(
    read.text,
    /^<!-- Jane Doe on figure\/unchanged: Counted anew\. -->\n<!-- Jane Doe: Twelve\? -->\n<!-- Jane Doe: A good one\. -->\n1\.1 Of/,
  );
});

test('every paragraph is found again in the text', () => {
  const { text, paragraphs } = imported(
    simple('<w:p w14:paraId="0A1B2C3D"><w:r><w:t>1. Legal Measures</w:t></w:r></w:p>', p(''), p('1.1 Text.')),
  );
  assert.deepEqual(
    paragraphs.map(({ index, paraId, span }) => [index, paraId, text.slice(span.start, span.end)]),
    [
      [0, '0A1B2C3D', '1. Legal Measures'],
      [2, undefined, '1.1 Text.'],
    ],
  );
});

test('a document in the strict form, or with other prefixes, is the same document', () => {
  const strict = `<?xml version="1.0"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Text &amp; &#x201C;more&#8221;</x:t></x:r></x:p></x:body></x:document>`;
  assert.deepEqual(blocksOf(docx({ body: '', files: { 'word/document.xml': strict } })), ['Text & “more”']);
});

test('a long document is read in time that grows with its length', () => {
  const paragraph = (i: number) =>
    p(
      r(`Text ${(i * 7919) % 10007} of ${(i * 104729) % 99991} `) +
        '<w:r><w:br/></w:r>' +
        r(`long ${(i * i) % 8191}`, bold) +
        r('.'),
    );
  const time = (count: number) => {
    const bytes = simple(...Array.from({ length: count }, (_, i) => paragraph(i)));
    const start = performance.now();
    imported(bytes);
    return performance.now() - start;
  };
  time(200);
  const small = Math.max(4, time(2000));
  assert.ok(time(8000) < small * 16, 'four times the text, at most sixteen times the time');
});
