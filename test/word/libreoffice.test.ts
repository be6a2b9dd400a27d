import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { allParagraphs, type Report } from '../../server/report/model.ts';
import { type ExportOptions, exportWord } from '../../server/word/index.ts';
import { parse, plain } from '../unit/support/reports.ts';
import { imported, modelOf } from '../unit/support/word.ts';
import { missing, Office } from './office.ts';

/**
 * Word documents of another producer, and ours in another reader: LibreOffice, without a window. Slow, so they are
 * run by themselves: `npm run test:word`.
 */
const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
const DOCX = 'docx:MS Word 2007 XML';

const texts = [
  ...readdirSync(`${SAMPLES}/archive`)
    .filter(name => /\.(?:md|txt)$/.test(name))
    .map(name => `archive/${name}`),
  'draft-2025.gca.md',
].map(path => ({
  name: path.replace(/^.*\//, '').replace(/\W/g, '-'),
  path,
  text: readFileSync(`${SAMPLES}/${path}`, 'utf8'),
}));

const read = ({ text, path }: { text: string; path: string }) => parse(text, { fileName: path });

async function wordOf(report: Report, options?: ExportOptions): Promise<Uint8Array> {
  const written = await exportWord(report, options);
  if ('refused' in written) throw new Error(written.refused);
  return written.bytes;
}

const office = missing ? null : new Office();
after(() => office?.close());

/** Runs with the office; is skipped with a word where there is none. */
const withOffice = (name: string, body: (office: Office) => Promise<void>) =>
  test(name, { skip: missing }, () => (office ? body(office) : undefined));

withOffice('our documents open and print with the numbers that the reports have', async office => {
  for (const sample of texts) office.put(`${sample.name}.docx`, await wordOf(read(sample)));
  const names = texts.map(sample => `${sample.name}.docx`);
  office.convert(names, 'pdf');
  for (const sample of texts) {
    const report = read(sample);
    const pages = office.pages(`${sample.name}.pdf`);
    const print = pages.join('\n');
    const printed = [...print.matchAll(/^ {0,3}(\d\.\d{1,2}) {2,}\S/gm)].map(found => found[1]);
    const numbers = [...allParagraphs(report.sections)].flatMap(({ paragraph }) => paragraph.number ?? []);
    assert.deepEqual(printed, numbers, sample.path);
    const sections = [...print.matchAll(/^ {0,3}(\d)\. {2,}([A-Z].*)$/gm)].map(
      found => `${found[1]} ${found[2].trim()}`,
    );
    assert.deepEqual(
      sections,
      report.sections.flatMap(one => (one.number ? [`${one.number} ${one.title}`] : [])),
      sample.path,
    );
    const letters = [...print.matchAll(/^ +([a-h])\. {2,}\S/gm)].map(found => found[1]);
    const marks = [...allParagraphs(report.sections)]
      .flatMap(({ paragraph }) => paragraph.items)
      .filter(item => item.kind === 'letter');
    assert.deepEqual(
      letters,
      marks.map(item => item.marker[0]),
      sample.path,
    );
    const symbol = report.masthead.symbol
      ? report.text.slice(report.masthead.symbol.span.start, report.masthead.symbol.span.end)
      : null;
    pages.forEach((page, i) => {
      const head = page
        .trimStart()
        .split('\n')
        .slice(0, 2)
        .map(line => line.replaceAll(' ', ''));
      if (i > 0) assert.deepEqual(head.slice(0, symbol ? 2 : 1), [`–${i + 1}–`, ...(symbol ? [symbol] : [])]);
      else assert.ok(!head[0].startsWith('–'), 'no running head on the first page');
    });
    for (const note of report.footnotes) {
      if (note.mark && note.body)
        assert.ok(
          plain(print).includes(plain(report.text.slice(note.body.start, note.body.end))),
          sample.path,
        );
    }
  }
});

withOffice(
  'documents that LibreOffice wrote, from ours by way of OpenDocument, have the outline they had',
  async office => {
    for (const sample of texts) office.put(`odt-${sample.name}.docx`, await wordOf(read(sample)));
    office.convert(
      texts.map(sample => `odt-${sample.name}.docx`),
      'odt',
    );
    for (const sample of texts) office.again(`odt-${sample.name}.odt`);
    office.convert(
      texts.map(sample => `odt-${sample.name}.odt`),
      DOCX,
    );
    for (const sample of texts) {
      const back = imported(office.get(`odt-${sample.name}.docx`)).text;
      assert.deepEqual(modelOf(parse(back, { fileName: sample.path })), modelOf(read(sample)), sample.path);
    }
  },
);

withOffice(
  'documents that LibreOffice wrote from web pages have the outline of their reports',
  async office => {
    for (const sample of texts) office.put(`html-${sample.name}.html`, pageOf(read(sample)));
    office.convert(
      texts.map(sample => `html-${sample.name}.html`),
      DOCX,
      'HTML (StarWriter)',
    );
    for (const sample of texts) {
      const back = imported(office.get(`html-${sample.name}.docx`)).text;
      // A web page has no footnotes.
      const { footnotes, ...model } = modelOf(read(sample));
      const { footnotes: none, ...found } = modelOf(parse(back, { fileName: sample.path }));
      assert.deepEqual(found, model, sample.path);
      assert.equal(none.length, 0);
    }
  },
);

withOffice('comments keep their words, replies and states through LibreOffice', async office => {
  const text = '## 1. Legal Measures\n\n1.1 Of 84 countries, 12 took part.\n\n1.2 Of 90 teams, 5 won.\n';
  const on = (words: string, resolved: boolean, replies: string[]) => {
    const start = text.indexOf(words);
    return {
      start,
      end: start + words.length,
      lines: ['As last year.', 'figure/unchanged'],
      author: 'gca-report',
      resolved,
      replies,
    };
  };
  const comments = [
    on('84 countries', true, ['counted anew']),
    on('90 teams', false, ['to be asked']),
    on('5', false, []),
  ];
  office.put('comments.docx', await wordOf(parse(text), { comments }));
  office.convert(['comments.docx'], DOCX);
  const back = imported(office.get('comments.docx'));
  assert.deepEqual(
    back.comments.map(({ span, resolved, replies, rule }) => [
      span && back.text.slice(span.start, span.end),
      resolved,
      replies.map(reply => reply.text),
      rule,
    ]),
    comments.map(({ start, end, resolved, replies }) => [
      text.slice(start, end),
      resolved,
      replies,
      'figure/unchanged',
    ]),
  );
  assert.match(
    back.text,
    /<!-- gca-report-disable-next-line figure\/unchanged -- counted anew -->\n1\.1 Of 84/,
  );
});

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A report as a plain web page: headings, paragraphs, and its numbers typed. */
function pageOf(report: Report): string {
  const words = (span: { start: number; end: number }) =>
    escaped(plain(report.text.slice(span.start, span.end)));
  const lines: string[] = [];
  const { agendaItem, symbol, date, original, author, title } = report.masthead;
  for (const field of [agendaItem, symbol, date, original, author])
    if (field) lines.push(`<p>${words(field.span)}</p>`);
  if (title) lines.push(`<h1>${words(title.span)}</h1>`);
  const addAll = (paragraphs: Report['heads'][number]['paragraphs']) => {
    for (const { number, body, items } of paragraphs) {
      if (body.end > body.start || number)
        lines.push(`<p>${number ? `${number}&emsp;` : ''}${words(body)}</p>`);
      for (const item of items)
        lines.push(
          item.kind === 'bullet'
            ? `<ul><li>${words(item.body)}</li></ul>`
            : `<p>${escaped(item.marker)} ${words(item.body)}</p>`,
        );
    }
  };
  for (const head of report.heads) {
    lines.push(`<h2>${words(head.titleSpan)}</h2>`);
    addAll(head.paragraphs);
  }
  if (report.frontRule) lines.push('<p>____________</p>');
  const addSections = (sections: Report['sections']) => {
    for (const section of sections) {
      if (section.titleSpan)
        lines.push(`<h2>${section.number ? `${section.number}. ` : ''}${words(section.titleSpan)}</h2>`);
      addAll(section.paragraphs);
      addSections(section.sections);
    }
  };
  addSections(report.sections);
  if (report.endMark) lines.push('<p>_______________</p>');
  return `<html><head><meta charset="utf-8"></head><body>\n${lines.join('\n')}\n</body></html>`;
}
