import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mergeStyles, renameIn, type Template } from './template.ts';

/** What stands in a document's properties. */
export interface Properties {
  readonly title: string;
  /** The document symbol. */
  readonly subject: string;
  readonly creator: string;
  readonly date: Date;
}

/** Zips know no time before it; a fixed one makes equal reports equal files. */
const ZIP_TIME = new Date(1980, 0, 1, 12);

/**
 * Finishes what docx wrote: document properties of ours, ids of relationships that do not change from run to run,
 * lists of several levels marked as such, the template's styles. Equal input gives equal bytes.
 */
export function finish(packed: Uint8Array, properties: Properties, template: Template | null): Uint8Array {
  const parts = unzipSync(packed);
  const change = (name: string, edit: (xml: string) => string) => {
    if (parts[name]) parts[name] = strToU8(edit(strFromU8(parts[name])));
  };
  parts['docProps/core.xml'] = strToU8(coreProperties(properties));
  parts['docProps/app.xml'] = strToU8(APP_PROPERTIES);
  for (const name of Object.keys(parts)) {
    const rels = /^word\/_rels\/(.+)\.rels$/.exec(name);
    if (rels) renumber(parts, name, `word/${rels[1]}`);
  }
  change('word/numbering.xml', multilevel);
  change('word/settings.xml', withLanguage);
  if (template) {
    const merged = mergeStyles(strFromU8(parts['word/styles.xml']), template);
    parts['word/styles.xml'] = strToU8(merged.xml);
    const theme = template.theme;
    if (theme !== null) change('word/theme/theme1.xml', () => theme);
    for (const name of Object.keys(parts)) {
      if (/^word\/(?:document|footnotes|endnotes|comments|numbering|header\d+)\.xml$/.test(name))
        change(name, xml => renameIn(xml, merged.renamed));
    }
  }
  // The list of content types comes first: readers of streams need it before everything else.
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(names.map(name => [name, parts[name]])), { mtime: ZIP_TIME, level: 6 });
}

const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);

/** Gives the relationships of a part ids by their order; docx gives links random ones. */
function renumber(parts: Record<string, Uint8Array>, rels: string, part: string): void {
  if (!parts[part]) return;
  const ids = new Map<string, string>();
  const xml = strFromU8(parts[rels]).replace(/ Id="([^"]+)"/g, (_, id: string) => {
    ids.set(id, `rId${ids.size + 1}`);
    return ` Id="${ids.get(id)}"`;
  });
  parts[rels] = strToU8(xml);
  parts[part] = strToU8(
    strFromU8(parts[part]).replace(/ r:id="([^"]+)"/g, (whole, id: string) =>
      ids.has(id) ? ` r:id="${ids.get(id)}"` : whole,
    ),
  );
}

/** Word shows levels marked as tentative as unused, and numbers `1.1` only in lists that say they have levels. */
const multilevel = (xml: string): string =>
  xml
    .replaceAll(' w:tentative="1"', '')
    .replace(/<w:abstractNum [\s\S]*?<\/w:abstractNum>/g, definition =>
      definition.includes('%1.%2')
        ? definition.replace('w:val="hybridMultilevel"', 'w:val="multilevel"')
        : definition,
    );

/** The language of new text, beside that of the styles. */
const withLanguage = (xml: string): string =>
  xml.replace(
    '</w:settings>',
    '<w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:settings>',
  );

const APP_PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>gca-report</Application></Properties>';

function coreProperties({ title, subject, creator, date }: Properties): string {
  const time = date.toISOString().replace(/\.\d+Z$/, 'Z');
  const element = (name: string, value: string) =>
    value === '' ? '' : `<${name}>${escapeXml(value)}</${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    element('dc:title', title),
    element('dc:subject', subject),
    element('dc:creator', creator),
    element('cp:lastModifiedBy', creator),
    '<cp:revision>1</cp:revision>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '<dc:language>en-GB</dc:language>',
    '</cp:coreProperties>',
  ].join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, sign => ESCAPES[sign]);
