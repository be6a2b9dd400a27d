import { t } from '../../messages/translate.ts';
import { Refusal } from '../limits.ts';
import { WordPackage } from '../package.ts';
import { childrenOf, parseXml, valOf, type XmlElement } from '../xml.ts';

/** What a house template gives: its styles, and the theme that they take fonts and colours from. */
export interface Template {
  readonly styles: string;
  readonly theme: string | null;
}

/** The namespace prefix under which our own styles are written, and the template's must be. */
const PREFIX = /<w:styles[\s>]/;

/** Reads a template; throws a Refusal where it is no Word document or has no styles. */
export function readTemplate(bytes: Uint8Array): Template {
  const file = new WordPackage(bytes);
  const part = file.related('styles');
  const styles = part && file.text(part.name);
  if (!styles || !PREFIX.test(styles))
    throw new Refusal(t('The template has no styles: it is no document that Word saved.'));
  const theme = file.relationshipsOf(file.document).find(one => one.type === 'theme' && !one.external);
  return { styles, theme: (theme && file.text(theme.target)) ?? null };
}

/** Styles of two documents made one, and how ours are called in it. */
export interface MergedStyles {
  readonly xml: string;
  /** Ids of ours that are another in the merged styles. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * The template's styles with ours added: where the template has a style of the same name and kind, the template's
 * holds, all but the list that ours is in. Names are compared without case, as Word does.
 */
export function mergeStyles(ours: string, template: Template): MergedStyles {
  const house = template.styles;
  const houseRoot = parseXml(house, 'the template’s styles.xml');
  const ourRoot = parseXml(ours, 'styles.xml');
  const byName = new Map<string, XmlElement>();
  const ids = new Set<string>();
  for (const style of childrenOf(houseRoot, 'w:style')) {
    byName.set(keyOf(style), style);
    ids.add(idOf(style));
  }
  const renamed = new Map<string, string>();
  const added: XmlElement[] = [];
  const lists = new Map<XmlElement, string>();
  for (const style of childrenOf(ourRoot, 'w:style')) {
    const same = byName.get(keyOf(style));
    if (!same) {
      added.push(style);
      if (ids.has(idOf(style))) renamed.set(idOf(style), free(`${idOf(style)}Gca`, ids));
      continue;
    }
    if (idOf(same) !== idOf(style)) renamed.set(idOf(style), idOf(same));
    lists.set(same, listOf(style, ours));
  }
  const end = house.lastIndexOf('</w:styles>');
  const pieces: string[] = [];
  let at = 0;
  for (const style of childrenOf(houseRoot, 'w:style')) {
    pieces.push(house.slice(at, style.start), withList(style, house, lists.get(style) ?? ''));
    at = style.end;
  }
  pieces.push(house.slice(at, end));
  for (const style of added) pieces.push(renameIn(ours.slice(style.start, style.end), renamed));
  pieces.push(house.slice(end));
  return { xml: pieces.join(''), renamed };
}

const idOf = (style: XmlElement): string => style.attributes['w:styleId'] ?? '';
const keyOf = (style: XmlElement): string =>
  `${style.attributes['w:type'] ?? 'paragraph'}/${(valOf(style, 'w:name') ?? '').toLowerCase()}`;

function free(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}${n}`;
  taken.add(id);
  return id;
}

/** A style's `w:numPr` as written; empty where it is in no list. */
function listOf(style: XmlElement, xml: string): string {
  const list = childrenOf(childrenOf(style, 'w:pPr')[0], 'w:numPr')[0];
  return list ? xml.slice(list.start, list.end) : '';
}

/** Elements of `w:pPr` that stand before `w:numPr` (ECMA-376 part 1, 17.3.1.26). */
const BEFORE_LIST = new Set([
  'w:pStyle',
  'w:keepNext',
  'w:keepLines',
  'w:pageBreakBefore',
  'w:framePr',
  'w:widowControl',
]);

/** A template's style with another list, or with none: the lists of the template do not come along. */
function withList(style: XmlElement, xml: string, list: string): string {
  const whole = xml.slice(style.start, style.end);
  const properties = childrenOf(style, 'w:pPr')[0];
  const own = childrenOf(properties, 'w:numPr')[0];
  if (own) return xml.slice(style.start, own.start) + list + xml.slice(own.end, style.end);
  if (list === '') return whole;
  if (properties && properties.children.length > 0) {
    const behind = properties.children.find(one => typeof one !== 'string' && !BEFORE_LIST.has(one.name)) as
      | XmlElement
      | undefined;
    const at = behind?.start ?? xml.lastIndexOf('</', properties.end);
    return xml.slice(style.start, at) + list + xml.slice(at, style.end);
  }
  const run = childrenOf(style, 'w:rPr')[0] ?? childrenOf(style, 'w:tblPr')[0];
  const at = properties?.start ?? run?.start ?? xml.lastIndexOf('</', style.end);
  return `${xml.slice(style.start, at)}<w:pPr>${list}</w:pPr>${xml.slice(properties?.end ?? at, style.end)}`;
}

const REFERENCES = /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="|w:styleId=")([^"]*)"/g;

/** Our own XML with styles called by their new ids. */
export function renameIn(xml: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return xml;
  return xml.replace(REFERENCES, (whole, before: string, id: string) =>
    renamed.has(id) ? `${before}${renamed.get(id)}"` : whole,
  );
}
