import { elements, everyElement, parseXml, type XmlElement } from '../../../server/word/xml.ts';
import { textsOf } from './word.ts';

/**
 * The rules of a Word file that a test can check: parts and their types, relationships, unique ids, what refers to
 * what, and the order in which Word's schema (ECMA-376 part 1, annex A) wants the children of the elements that it
 * repairs a file for.
 */

const ORDER: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:tbl': 'tblPr tblGrid tr',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:abstractNum': 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
  'w:numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
};

const attributeOf = (element: XmlElement, name: string): string => element.attributes[name] ?? '';

/** Everything that is wrong with a Word file, a line each; empty for a sound one. */
export function faultsOf(bytes: Uint8Array): string[] {
  const texts = textsOf(bytes);
  const faults: string[] = [];
  const roots = new Map<string, XmlElement>();
  for (const [name, text] of Object.entries(texts)) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    try {
      roots.set(name, parseXml(text, name));
    } catch (error) {
      faults.push(String(error));
    }
  }
  faults.push(...typesOf(texts, roots), ...relationshipsOf(texts, roots));
  const all = (part: string) => [...everyElement(roots.get(part) ?? empty)];
  for (const part of roots.keys()) for (const element of all(part)) faults.push(...orderOf(element, part));
  faults.push(...referencesOf(roots, all), ...commentsOf(all));
  for (const part of ['word/document.xml', 'word/footnotes.xml']) {
    for (const cell of all(part).filter(one => one.name === 'w:tc')) {
      if (elements(cell).at(-1)?.name !== 'w:p') faults.push('a cell does not end with a paragraph');
    }
  }
  const body = elements(roots.get('word/document.xml') ?? empty)[0];
  if (elements(body).at(-1)?.name !== 'w:sectPr') faults.push('the body does not end with its section');
  return faults;
}

const empty: XmlElement = { name: '', attributes: {}, children: [], start: 0, end: 0 };

function typesOf(texts: Record<string, string>, roots: ReadonlyMap<string, XmlElement>): string[] {
  const types = elements(roots.get('[Content_Types].xml') ?? empty);
  const extensions = new Set(
    types.filter(one => one.name === 'ct:Default').map(one => attributeOf(one, 'Extension')),
  );
  const parts = types.filter(one => one.name === 'ct:Override').map(one => attributeOf(one, 'PartName'));
  const faults = twice(parts).map(part => `${part} has two types`);
  for (const part of parts) if (!(part.slice(1) in texts)) faults.push(`${part} has a type and is not there`);
  for (const name of Object.keys(texts)) {
    const typed = parts.includes(`/${name}`) || extensions.has(name.slice(name.lastIndexOf('.') + 1));
    if (!typed && name !== '[Content_Types].xml') faults.push(`${name} has no type`);
  }
  return faults;
}

function relationshipsOf(texts: Record<string, string>, roots: ReadonlyMap<string, XmlElement>): string[] {
  const faults: string[] = [];
  for (const [name, root] of roots) {
    if (!name.endsWith('.rels')) continue;
    const part = name.replace('_rels/', '').replace(/\.rels$/, '');
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const ids = elements(root).map(one => attributeOf(one, 'Id'));
    for (const id of twice(ids)) faults.push(`${name} has ${id} twice`);
    for (const { attributes } of elements(root)) {
      if (attributes.TargetMode === 'External') continue;
      if (!(`${folder}${attributes.Target}` in texts))
        faults.push(`${name} leads to ${attributes.Target}, which is not there`);
    }
    if (part !== '' && !(part in texts)) faults.push(`${name} has no part`);
    for (const element of everyElement(roots.get(part) ?? empty)) {
      const id = element.attributes['r:id'];
      if (id !== undefined && !ids.includes(id)) faults.push(`${part} refers to ${id}, which is not there`);
    }
  }
  return faults;
}

function orderOf(element: XmlElement, part: string): string[] {
  const order = ORDER[element.name]?.split(' ');
  if (!order) return [];
  const places = elements(element).map(one => order.indexOf(one.name.replace('w:', '')));
  const wrong = places.findIndex((place, i) => place < 0 || place < (places[i - 1] ?? 0));
  return wrong < 0 ? [] : [`${part}: ${elements(element)[wrong].name} is out of place in ${element.name}`];
}

function referencesOf(roots: ReadonlyMap<string, XmlElement>, all: (part: string) => XmlElement[]): string[] {
  const faults: string[] = [];
  const styles = all('word/styles.xml').filter(one => one.name === 'w:style');
  const styleIds = styles.map(one => attributeOf(one, 'w:styleId'));
  for (const id of twice(styleIds)) faults.push(`the style ${id} stands twice`);
  const nums = all('word/numbering.xml')
    .filter(one => one.name === 'w:num')
    .map(one => attributeOf(one, 'w:numId'));
  for (const id of twice(nums)) faults.push(`the list ${id} stands twice`);
  const notes = all('word/footnotes.xml')
    .filter(one => one.name === 'w:footnote')
    .map(one => attributeOf(one, 'w:id'));
  for (const id of twice(notes)) faults.push(`the footnote ${id} stands twice`);
  const bookmarks: string[] = [];
  for (const part of roots.keys()) {
    for (const element of all(part)) {
      const value = attributeOf(element, 'w:val');
      if (
        /^w:(?:pStyle|rStyle|tblStyle|basedOn|next|link)$/.test(element.name) &&
        !styleIds.includes(value)
      ) {
        // Word has this one without its definition.
        if (value !== 'DefaultParagraphFont')
          faults.push(`${part} uses the style ${value}, which is not there`);
      }
      if (element.name === 'w:numId' && value !== '0' && !nums.includes(value))
        faults.push(`${part} uses the list ${value}, which is not there`);
      if (element.name === 'w:footnoteReference' && !notes.includes(attributeOf(element, 'w:id')))
        faults.push('a footnote is not there');
      if (element.name === 'w:bookmarkStart')
        bookmarks.push(attributeOf(element, 'w:id'), attributeOf(element, 'w:name'));
    }
  }
  for (const id of twice(bookmarks)) faults.push(`the bookmark ${id} stands twice`);
  return faults;
}

function commentsOf(all: (part: string) => XmlElement[]): string[] {
  const faults: string[] = [];
  const ids = all('word/comments.xml')
    .filter(one => one.name === 'w:comment')
    .map(one => attributeOf(one, 'w:id'));
  for (const id of twice(ids)) faults.push(`the comment ${id} stands twice`);
  const paragraphs = all('word/comments.xml')
    .map(one => one.attributes['w14:paraId'])
    .filter(id => id !== undefined);
  for (const id of twice(paragraphs)) faults.push(`the paragraph ${id} stands twice`);
  for (const { attributes, name } of all('word/commentsExtended.xml')) {
    if (name !== 'w15:commentEx') continue;
    for (const id of [attributes['w15:paraId'], attributes['w15:paraIdParent']]) {
      if (id !== undefined && !paragraphs.includes(id))
        faults.push(`a state is that of paragraph ${id}, which is not there`);
    }
  }
  const open = new Set<string>();
  const seen: string[] = [];
  for (const element of all('word/document.xml')) {
    const id = attributeOf(element, 'w:id');
    if (element.name === 'w:commentRangeStart') open.add(id);
    if (element.name === 'w:commentRangeEnd' && !open.delete(id))
      faults.push(`comment ${id} ends before it begins`);
    if (element.name === 'w:commentReference') seen.push(id);
  }
  for (const id of open) faults.push(`comment ${id} has no end`);
  for (const id of twice(seen)) faults.push(`comment ${id} is on two places`);
  for (const id of seen) if (!ids.includes(id)) faults.push(`comment ${id} is not there`);
  return faults;
}

const twice = (all: readonly string[]): string[] => [
  ...new Set(all.filter((one, i) => all.indexOf(one) !== i)),
];
