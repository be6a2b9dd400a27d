import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Report } from '../../../server/report/model.ts';
import { type ImportedWord, type ImportOptions, importWord } from '../../../server/word/index.ts';
import { essence } from './reports.ts';

/** Word documents made by hand, part by part, and what is asked of them. */

export const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The inner XML of the parts of a document; `files` adds or replaces whole files. */
export interface Parts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  /** Addresses of links by their id. */
  readonly links?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const ROOTS = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
  comments: 'w:comments',
  commentsExtended: 'w15:commentsEx',
} as const;

const xml = (root: string, inner: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${root} ${NAMESPACES}>${inner}</${root}>`;
const relationships = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;

/** The files of a document, as they stand in the zip. */
export function filesOf({ body, links = {}, files = {}, ...parts }: Parts): Record<string, Uint8Array> {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationships(
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': xml('w:document', `<w:body>${body}<w:sectPr/></w:body>`),
  };
  let rels = '';
  for (const [name, root] of Object.entries(ROOTS)) {
    const inner = parts[name as keyof typeof parts];
    if (inner === undefined) continue;
    all[`word/${name}.xml`] = xml(root, inner);
    rels += `<Relationship Id="rId-${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`;
  }
  for (const [id, target] of Object.entries(links)) {
    rels += `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${target}" TargetMode="External"/>`;
  }
  all['word/_rels/document.xml.rels'] = relationships(rels);
  all['word/_rels/footnotes.xml.rels'] = relationships('');
  return Object.fromEntries(
    Object.entries({ ...all, ...files }).map(([name, content]) => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  );
}

export const docx = (parts: Parts): Uint8Array => zipSync(filesOf(parts));

/** A document of these paragraphs and nothing else. */
export const simple = (...paragraphs: string[]): Uint8Array => docx({ body: paragraphs.join('') });

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A run; `form` is the inside of its properties. */
export const r = (text: string, form = ''): string =>
  `<w:r>${form && `<w:rPr>${form}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of text or runs; `form` is the inside of its properties. */
export const p = (content: string, form = ''): string =>
  `<w:p>${form && `<w:pPr>${form}</w:pPr>`}${content.startsWith('<') ? content : content && r(content)}</w:p>`;

export const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
export const inList = (numId: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

/** A level of a list, `%1.%2` for its text. */
export const level = (index: number, text: string, format = 'decimal', more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

/** A list of these levels with the numbers that use it. */
export const list = (id: number, levels: readonly string[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels.join('')}</w:abstractNum>`;
export const num = (id: number, definition: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`;

export const table = (...rows: string[][]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map(cells => `<w:tr>${cells.map(cell => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** What an import gives; fails where the document was refused. */
export function imported(bytes: Uint8Array, options?: ImportOptions): ImportedWord {
  const read = importWord(bytes, options);
  if ('refused' in read) throw new Error(read.refused);
  return read;
}

/** The blocks of the Markdown that an import gives. */
export const blocksOf = (bytes: Uint8Array, options?: ImportOptions): string[] =>
  imported(bytes, options).text.trimEnd().split('\n\n');

/** The parts of a document as text, by name. */
export const textsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

/**
 * A report's model as it survives Word: masthead, heads, numbers, titles, roles, text, items, footnotes. Word has
 * one bullet, and numbers footnotes by itself in the order of their calls.
 */
export function modelOf(report: Report) {
  const { masthead } = report;
  const { footnotes, ...rest } = essence(report);
  return {
    ...JSON.parse(JSON.stringify(rest).replace(/"bullet \S+ /g, '"bullet ')),
    year: report.year,
    masthead: {
      agendaItem: masthead.agendaItem?.value,
      symbol: masthead.symbol?.value,
      date: masthead.date?.value,
      original: masthead.original?.value,
      author: masthead.author?.value,
      title: masthead.title?.value.replace(/[\s\u00a0]+/g, ' '),
    },
    footnotes: footnotes.map(note => note.text),
  };
}
