import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync, zipSync } from 'fflate';
import type { Report } from '../../server/report/model.ts';
import { type ExportOptions, exportWord, type WordComment } from '../../server/word/index.ts';
import { parse, plan2019, plan2023, withParagraphs, write } from './support/reports.ts';
import { docx, filesOf, imported, p, textsOf } from './support/word.ts';
import { faultsOf } from './support/word-validate.ts';

const SECTION = '## 1. Legal Measures\n\n';

async function exported(report: Report | string, options?: ExportOptions): Promise<Uint8Array> {
  const written = await exportWord(typeof report === 'string' ? parse(report) : report, options);
  if ('refused' in written) throw new Error(written.refused);
  return written.bytes;
}

/** The parts of what is written, after a look whether they make a sound file. */
async function parts(report: Report | string, options?: ExportOptions): Promise<Record<string, string>> {
  const bytes = await exported(report, options);
  assert.deepEqual(faultsOf(bytes), []);
  return textsOf(bytes);
}

/** The paragraphs of a document: style, list level, text. */
const paragraphs = (xml: string) =>
  [...xml.matchAll(/<w:p>([\s\S]*?)<\/w:p>/g)].map(([, inner]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(inner)?.[1] ?? '',
    level: /<w:ilvl w:val="(\d)"\/><w:numId w:val="(?!0")/.exec(inner)?.[1] ?? '',
    text: [...inner.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(found => found[1]).join(''),
  }));

test('a report of each form is a sound file in the Council’s layout', async () => {
  for (const plan of [plan2019(), plan2023()]) {
    const { 'word/document.xml': xml, ...other } = await parts(write(plan, 'markdown'));
    const all = paragraphs(xml);
    const styles = all.map(one => one.style);
    assert.deepEqual(
      all
        .filter(one => one.style === 'ReportMasthead')
        .map(one => one.text)
        .slice(1),
      [`Document ${plan.symbol}-E`, plan.date, 'Original: English'],
    );
    assert.deepEqual(
      all.filter(one => one.style === 'Title').map(one => one.text),
      [plan.title],
    );
    assert.deepEqual(
      all.filter(one => one.style === 'ReportHead').map(one => one.text),
      plan.heads.map(head => head.title),
    );
    assert.ok(
      styles.indexOf('ReportRule') > styles.lastIndexOf('ReportFrontText') &&
        styles.lastIndexOf('ReportRule') === styles.length - 1,
    );
    const sections = all.filter(one => one.style === 'Heading1');
    assert.deepEqual(
      sections.map(one => one.text),
      plan.sections.flatMap(section => section.title ?? []),
    );
    assert.ok(
      sections.every(one => one.level === '0') &&
        all.filter(one => one.style === 'ReportParagraph').every(one => one.level === '1'),
    );
    assert.match(xml, /<w:pgSz w:w="11906" w:h="16838"/);
    assert.match(xml, /<w:titlePg\/>/);
    assert.match(other['word/header1.xml'], /<w:instrText[^>]*>PAGE<\/w:instrText>/);
    assert.ok(other['word/header1.xml'].includes(`${plan.symbol}-E`));
    assert.match(other['word/styles.xml'], /<w:lang w:val="en-GB"/);
  }
});

test('numbers are Word’s own: one list of several levels, tied to the styles that the next person uses', async () => {
  const {
    'word/numbering.xml': numbering,
    'word/styles.xml': styles,
    'word/document.xml': xml,
  } = await parts(write(plan2023(), 'markdown'));
  const [main] = numbering.match(
    /<w:abstractNum (?:(?!<\/w:abstractNum>)[\s\S])*%1\.%2[\s\S]*?<\/w:abstractNum>/,
  ) ?? [''];
  assert.match(main, /<w:multiLevelType w:val="multilevel"\/>/);
  assert.match(main, /<w:pStyle w:val="Heading1"\/><w:suff w:val="tab"\/><w:lvlText w:val="%1\."\/>/);
  assert.match(
    main,
    /<w:pStyle w:val="ReportParagraph"\/><w:suff w:val="tab"\/><w:lvlText w:val="%1\.%2"\/>/,
  );
  assert.doesNotMatch(numbering, /tentative/);
  const listOf = (style: string) =>
    new RegExp(`w:styleId="${style}">(?:(?!</w:style>)[\\s\\S])*<w:numId w:val="(\\d+)"/>`).exec(styles)?.[1];
  assert.ok(listOf('Heading1'));
  assert.equal(listOf('Heading1'), listOf('ReportParagraph'));
  assert.deepEqual(
    new Set([...xml.matchAll(/<w:numId w:val="(\d+)"/g)].map(found => found[1])),
    new Set([listOf('Heading1')]),
  );
  assert.doesNotMatch(xml, />1\.1/, 'no number is typed');
});

test('a gap, a repeat and an alien number come out as they stand', async () => {
  const text = write(
    withParagraphs(plan2023(), '2', [
      { number: '2.1', text: 'One.' },
      { number: '2.4', text: 'A gap.' },
      { number: '2.5', text: 'On from there.' },
      { number: '2.5', text: 'A repeat.' },
      { number: '9.1', text: 'Of another section.' },
      { number: '2.6', text: 'On again.' },
    ]),
    'markdown',
  );
  const bytes = await exported(text);
  assert.deepEqual(faultsOf(bytes), []);
  const back = parse(imported(bytes).text);
  assert.deepEqual(
    back.sections.find(section => section.number === '2')?.paragraphs.map(one => one.number),
    ['2.1', '2.4', '2.5', '2.5', '9.1', '2.6'],
  );
  const xml = textsOf(bytes)['word/document.xml'];
  assert.ok(xml.includes('9.1\t'), 'only the alien number is typed');
  assert.ok(!/>2\.\d/.test(xml));
});

test('items are lists that begin anew with each paragraph, points inside points further in', async () => {
  const xml = (
    await parts(
      `${SECTION}1.1 First:\n\na. one;\n\ni. inner;\n\nii. inner two;\n\nb. two.\n\n1.2 Second:\n\na. three;\n\n(1) odd.\n\n1.3 Third:\n\n- dot;\n\n- dot.\n`,
    )
  )['word/document.xml'];
  const lists = [
    ...xml.matchAll(/<w:pStyle w:val="ReportItem"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="(\d+)"/g),
  ].map(found => found[1]);
  assert.equal(lists.length, 8);
  const [a, i, ii, b, again, , dot, dots] = lists;
  assert.ok(a === b && i === ii && dot === dots && a !== again && a !== i);
});

test('links, footnotes, emphasis and special characters are what Word has for them', async () => {
  const {
    'word/document.xml': xml,
    'word/_rels/document.xml.rels': rels,
    'word/footnotes.xml': notes,
  } = await parts(
    `${SECTION}1.1 See [the **Study** Group](https://www.itu.int/a?b=1&c=2), https://www.itu.int/en.[^a] ITU\u2011T and *inter alia* \\*this\\*[^a].\n\n[^a]: At the [Academy](https://academy.itu.int/).\n`,
  );
  assert.ok(rels.includes('Target="https://www.itu.int/a?b=1&amp;c=2" TargetMode="External"'));
  assert.ok(
    rels.includes('Target="https://www.itu.int/en" TargetMode="External"'),
    'the stop is no part of the address',
  );
  assert.match(xml, /<w:b\/><w:bCs\/><\/w:rPr><w:t xml:space="preserve">Study<\/w:t>/);
  assert.match(xml, /<w:i\/><w:iCs\/><\/w:rPr><w:t xml:space="preserve">inter alia<\/w:t>/);
  assert.match(xml, /<w:noBreakHyphen\/>/);
  assert.ok(xml.includes(' *this*<') && !xml.includes('\\*'));
  assert.equal([...xml.matchAll(/<w:footnoteReference /g)].length, 1);
  assert.match(
    xml,
    /<w:bookmarkStart w:name="_RefNote1"[\s\S]*NOTEREF _RefNote1/,
    'the second call repeats the number',
  );
  assert.match(notes, /<w:pStyle w:val="FootnoteText"\/>/);
});

test('document properties: title, symbol, author, day, language; equal reports give equal files', async () => {
  const text = write(plan2023(), 'markdown');
  const { 'docProps/core.xml': core } = await parts(text);
  assert.match(
    core,
    /<dc:title>Activities of ITU on confidence and security<\/dc:title><dc:subject>C25\/18<\/dc:subject><dc:creator>Secretary-General<\/dc:creator>/,
  );
  assert.match(core, /<dcterms:created xsi:type="dcterms:W3CDTF">2025-03-10T00:00:00Z</);
  assert.match(core, /<dc:language>en-GB<\/dc:language>/);
  assert.deepEqual(await exported(text), await exported(text));
});

test('what XML cannot hold does not get in', async () => {
  const { 'word/document.xml': xml } = await parts(
    `${SECTION}1.1 A\u0007b\u000bc \ud800 <b> & "q" \ufffe.\n`,
  );
  assert.ok(
    xml.includes('Ab c \ufffd &lt;b&gt; &amp; '),
    xml.slice(xml.indexOf('Ab') - 20, xml.indexOf('Ab') + 60),
  );
});

test('a profile sets font, size and margins', async () => {
  const profile = { word: { font: 'Arial', size: 11, margins: { left: 30 } } } as ExportOptions['profile'];
  const { 'word/document.xml': xml, 'word/styles.xml': styles } = await parts(write(plan2023(), 'markdown'), {
    profile,
  });
  assert.match(styles, /<w:rFonts w:ascii="Arial"[^>]*\/><w:sz w:val="22"\/>/);
  assert.match(xml, /<w:pgMar w:top="1417" w:right="1247" w:bottom="1247" w:left="1701"/);
});

/** A comment on the first place of these words. */
const on = (text: string, words: string, more: Partial<WordComment> = {}): WordComment => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  lines: [`About ${words}.`, 'figure/unchanged'],
  author: 'gca-report',
  resolved: false,
  replies: [],
  ...more,
});

/** The words that each comment of a document is on. */
function anchored(xml: string): string[] {
  return [...xml.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g)].map(({ 1: id, index }) => {
    const inner = xml.slice(index, xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`));
    return [...inner.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(found => found[1]).join('');
  });
}

test('comments stand on their exact words, also inside links and emphasis, side by side and nested', async () => {
  const text = `Document C25/18-E\n\n# The work of ITU on cybersecurity\n\n## Purpose\n\nTo report.\n\n____________\n\n${SECTION}1.1 In 2024, **84 countries** took part in [the drill of Africa](https://x.int/).\n\na. hospitals;\n\n| a | b |\n|---|---|\n| 12 teams | c |\n`;
  const words = [
    'C25/18',
    'cybersecurity',
    'Purpose',
    'Legal',
    'In 2024, **84',
    '84',
    'countries',
    'drill of',
    'hospitals',
    '12',
  ];
  const bytes = await exported(text, { comments: words.map(one => on(text, one)) });
  assert.deepEqual(faultsOf(bytes), []);
  const printed = words.map(one => one.replaceAll('*', ''));
  assert.deepEqual(anchored(textsOf(bytes)['word/document.xml']).sort(), printed.sort());
  assert.match(
    textsOf(bytes)['word/comments.xml'],
    /w:author="gca-report"[\s\S]*About 84\.<\/w:t>[\s\S]*figure\/unchanged<\/w:t>/,
  );
});

test('a comment on what is not printed is on the paragraph that follows or holds it', async () => {
  const text = `${SECTION}1.1 One paragraph.\n\n<!-- a note -->\n\n1.2 Another.\n`;
  const none = (at: number) => ({ ...on(text, 'One'), start: at, end: at });
  const bytes = await exported(text, {
    comments: [none(text.indexOf('1.1')), none(text.indexOf('<!--')), none(text.length)],
  });
  assert.deepEqual(anchored(textsOf(bytes)['word/document.xml']), ['One paragraph.', 'Another.', 'Another.']);
});

test('a comment on a footnote is on the place that calls it', async () => {
  const text = `${SECTION}1.1 A paragraph[^1] goes on.\n\n[^1]: The words of the note.\n`;
  const xml = textsOf(await exported(text, { comments: [on(text, 'words of')] }))['word/document.xml'];
  assert.match(
    xml,
    /<w:commentRangeStart w:id="0"\/><w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/><\/w:rPr><w:footnoteReference w:id="1"\/><\/w:r><w:commentRangeEnd w:id="0"\/>/,
  );
});

test('replies and resolved states come back; a resolved finding hides itself with its reason', async () => {
  const text = `${SECTION}1.1 Of 84 countries, 12 took part.\n\n1.2 Of 90 teams, 5 won.\n`;
  const comments = [
    on(text, '84 countries', { resolved: true, replies: ['counted anew'] }),
    on(text, '12', { lines: ['It grew.', 'figure/decreased'], resolved: true, replies: ['counted anew'] }),
    on(text, '90 teams', { replies: ['to be asked'] }),
    on(text, '5 won', { resolved: true }),
    on(text, 'Of 84', { author: 'Draft note', lines: ['Ask the regions.'] }),
    on(text, 'teams', {
      author: 'Jane Doe',
      lines: ['Which -- teams?', 'All --> of them?'],
      replies: ['Ours.'],
    }),
  ];
  const back = imported(await exported(text, { comments }));
  assert.deepEqual(back.text.trimEnd().split('\n\n'), [
    '## 1. Legal Measures',
    '<!-- Ask the regions. -->\n<!-- gca-report-disable-next-line figure/unchanged figure/decreased -- counted anew -->\n1.1 Of 84 countries, 12 took part.',
    '<!-- gca-report on figure/unchanged: to be asked -->\n<!-- Jane Doe: Which \u2013 teams? All \u2013\u203a of them? -->\n<!-- Jane Doe: Ours. -->\n<!-- gca-report-disable-next-line figure/unchanged -- resolved in Word -->\n1.2 Of 90 teams, 5 won.',
  ]);
  const found = back.comments.map(({ rule, resolved, span, replies }) => [
    rule,
    resolved,
    span && back.text.slice(span.start, span.end),
    replies.length,
  ]);
  assert.deepEqual(found[0], ['figure/unchanged', true, '84 countries', 1]);
  assert.deepEqual(found[5], [null, false, 'teams', 1]);
  assert.deepEqual(imported(await exported(text, { comments }), { comments: false }).text, text);
});

test('a house template restyles by names, and keeps the report’s own lists', async () => {
  const house = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Garamond"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="77"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="C00000"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="RP"><w:name w:val="Report Paragraph"/><w:basedOn w:val="Standard"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="ReportText"><w:name w:val="Something else"/></w:style>`;
  const theme = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House"/>';
  const rels = textsOf(docx({ body: '', styles: house }))['word/_rels/document.xml.rels'].replace(
    '</Relationships>',
    '<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/></Relationships>',
  );
  const template = docx({
    body: p('Of the template.'),
    styles: house,
    files: { 'word/theme/theme1.xml': theme, 'word/_rels/document.xml.rels': rels },
  });
  const text = write(plan2023(), 'markdown');
  const {
    'word/styles.xml': styles,
    'word/document.xml': xml,
    'word/theme/theme1.xml': written,
    'word/numbering.xml': numbering,
  } = await parts(text, { template });
  assert.equal(written, theme);
  assert.match(styles, /w:ascii="Garamond"/);
  assert.match(
    styles,
    /w:styleId="berschrift1"><w:name w:val="Heading 1"\/><w:basedOn w:val="Standard"\/><w:pPr><w:keepNext\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="\d"\/><\/w:numPr>/,
  );
  assert.match(
    styles,
    /w:styleId="RP">(?:(?!<\/w:style>)[\s\S])*<w:pPr><w:numPr><w:ilvl w:val="1"\/>/,
    'a style without a list gets ours',
  );
  assert.ok(
    styles.includes('w:styleId="ReportTextGca"') &&
      styles.includes('>') &&
      !xml.includes('w:val="ReportText"'),
    'an id that is taken is another',
  );
  assert.ok(xml.includes('<w:pStyle w:val="berschrift1"/>') && xml.includes('<w:pStyle w:val="RP"/>'));
  assert.ok(
    numbering.includes('<w:pStyle w:val="berschrift1"/>') && numbering.includes('<w:pStyle w:val="RP"/>'),
  );
  assert.ok(!xml.includes('Of the template.'));
  assert.equal(
    parse(imported(await exported(text, { template })).text).sections.length,
    parse(text).sections.length,
  );
});

test('a template that is none is refused with its reason', async () => {
  const report = parse(write(plan2023(), 'markdown'));
  for (const [template, word] of [
    [new Uint8Array([1, 2, 3]), /no zip file/],
    [zipSync(filesOf({ body: '' })), /no styles/],
  ] as [Uint8Array, RegExp][]) {
    const written = await exportWord(report, { template });
    assert.ok('refused' in written);
    assert.match(written.refused, word);
  }
});

test('a text that is no report, an empty one and a hostile one are written all the same', async () => {
  for (const text of [
    '',
    '# Notes\n\nSome text.\n\n- a\n- b\n',
    'a'.repeat(100_000),
    '['.repeat(50_000),
    `${'*a '.repeat(20_000)}`,
    '<!--'.repeat(10_000),
    '| a\n'.repeat(100),
  ]) {
    const start = performance.now();
    assert.deepEqual(faultsOf(await exported(text)), []);
    assert.ok(performance.now() - start < 8000, text.slice(0, 20));
  }
  assert.ok(Object.keys(unzipSync(await exported(''))).length > 5);
});
