import { LIMITS, REFUSED, Refusal } from './limits.ts';

/** An element of a part. Names carry the prefix that Word itself uses for their namespace, whatever the file says. */
export interface XmlElement {
  /** `w:p`; `?:p` in a namespace that nothing is read from. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** Where the element begins and ends in the part's text. */
  readonly start: number;
  readonly end: number;
}

type Scope = ReadonlyMap<string, string>;

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  start: number;
  end: number;
  /** The prefix as written, to compare with the end tag. */
  raw: string;
  scope: Scope;
}

/** The namespaces that are read from, in their transitional and strict form, by the prefix that Word gives them. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

const NO_SCOPE: Scope = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
const ATTRIBUTE = /\s+([^\s=<>/"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_NAME = /[^\s/>"'=<]+/y;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** Namespaces in sight of one element: each new one copies the others, so their number has a limit. */
const MOST_NAMESPACES = 200;

/**
 * Reads a part's XML into elements. A document type declaration is refused, so that there are no entities to
 * expand; depth and number of elements are limited. Linear in the text's length.
 *
 * @param part the part's name, for the message
 * @param limits how deep, and how many elements
 */
export function parseXml(text: string, part: string, limits: XmlLimits = LIMITS): XmlElement {
  return new Parser(text, part, limits).run();
}

interface XmlLimits {
  readonly depth: number;
  readonly elements: number;
}

class Parser {
  private readonly text: string;
  private readonly part: string;
  private readonly limits: XmlLimits;
  private readonly stack: Open[] = [];
  private root: XmlElement | undefined;
  private at = 0;
  private count = 0;

  constructor(text: string, part: string, limits: XmlLimits) {
    this.text = text;
    this.part = part;
    this.limits = limits;
  }

  run(): XmlElement {
    const { text } = this;
    while (this.at < text.length) {
      const tag = text.indexOf('<', this.at);
      this.characters(tag < 0 ? text.length : tag);
      if (tag < 0) break;
      this.at = tag;
      if (text.startsWith('<!--', tag)) this.skip('-->', 4);
      else if (text.startsWith('<![CDATA[', tag)) this.cdata();
      else if (text.startsWith('<!', tag)) throw new Refusal(REFUSED.entities(this.part));
      else if (text.startsWith('<?', tag)) this.skip('?>', 2);
      else if (text.startsWith('</', tag)) this.close();
      else this.open();
    }
    if (!this.root || this.stack.length > 0) throw this.malformed();
    return this.root;
  }

  private malformed(): Refusal {
    return new Refusal(REFUSED.damagedPart(this.part));
  }

  private characters(end: number): void {
    const parent = this.stack.at(-1);
    if (end > this.at && parent) {
      const raw = this.text.slice(this.at, end);
      // White space between elements is layout; inside an element of text it is all there is.
      if (parent.name.endsWith(':t') || /\S/.test(raw)) parent.children.push(this.decoded(raw));
    }
    this.at = end;
  }

  private skip(until: string, from: number): void {
    const end = this.text.indexOf(until, this.at + from);
    if (end < 0) throw this.malformed();
    this.at = end + until.length;
  }

  private cdata(): void {
    const start = this.at + 9;
    this.skip(']]>', 9);
    this.stack.at(-1)?.children.push(this.text.slice(start, this.at - 3));
  }

  private open(): void {
    const start = this.at;
    TAG_NAME.lastIndex = start + 1;
    const raw = TAG_NAME.exec(this.text)?.[0];
    if (!raw || this.root) throw this.malformed();
    this.at = TAG_NAME.lastIndex;
    const parent = this.stack.at(-1);
    const { attributes, scope } = this.attributes(parent?.scope ?? NO_SCOPE);
    const empty = this.text[this.at] === '/';
    if (this.text[this.at + (empty ? 1 : 0)] !== '>') throw this.malformed();
    this.at += empty ? 2 : 1;
    if (++this.count > this.limits.elements) throw new Refusal(REFUSED.elements(this.part));
    const element: Open = {
      name: known(raw, scope, true),
      attributes,
      children: [],
      start,
      end: this.at,
      raw,
      scope,
    };
    parent?.children.push(element);
    if (!empty) {
      this.stack.push(element);
      if (this.stack.length > this.limits.depth) throw new Refusal(REFUSED.depth(this.part));
    } else if (!parent) this.root = element;
  }

  private close(): void {
    const end = this.text.indexOf('>', this.at);
    const element = this.stack.pop();
    if (end < 0 || !element || this.text.slice(this.at + 2, end).trimEnd() !== element.raw)
      throw this.malformed();
    this.at = end + 1;
    element.end = this.at;
    if (this.stack.length === 0) this.root = element;
  }

  private attributes(outer: Scope): { attributes: Record<string, string>; scope: Scope } {
    const written: [string, string][] = [];
    let scope = outer;
    ATTRIBUTE.lastIndex = this.at;
    for (let found = ATTRIBUTE.exec(this.text); found; found = ATTRIBUTE.exec(this.text)) {
      this.at = ATTRIBUTE.lastIndex;
      const [, name, double, single] = found;
      const value = this.decoded(double ?? single);
      if (name === 'xmlns' || name.startsWith('xmlns:')) {
        scope = new Map([...scope, [name === 'xmlns' ? '' : name.slice(6), value]]);
        if (scope.size > MOST_NAMESPACES) throw this.malformed();
      } else written.push([name, value]);
    }
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
    const attributes: Record<string, string> = Object.create(null);
    for (const [name, value] of written) attributes[known(name, scope, false)] = value;
    return { attributes, scope };
  }

  private decoded(raw: string): string {
    if (!raw.includes('&') && !raw.includes('\r')) return raw;
    return raw.replace(/\r\n?/g, '\n').replace(/&([^;]{0,12};)?/g, (_, name: string | undefined) => {
      const key = name?.slice(0, -1) ?? '';
      const entity = ENTITIES.get(key);
      if (entity) return entity;
      const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(key);
      const code = number ? Number.parseInt(number[1] ?? number[2], number[1] ? 16 : 10) : Number.NaN;
      if (!(code > 0 && code <= 0x10ffff)) throw this.malformed();
      return String.fromCodePoint(code);
    });
  }
}

/** A name with the prefix that this reader knows its namespace by. Attributes without a prefix are in none. */
function known(raw: string, scope: Scope, isElement: boolean): string {
  const colon = raw.indexOf(':');
  if (colon < 0 && !isElement) return raw;
  const prefix = colon < 0 ? '' : raw.slice(0, colon);
  const namespace = PREFIXES.get(scope.get(prefix) ?? '') ?? '?';
  return `${namespace}:${raw.slice(colon + 1)}`;
}

/** The elements among an element's children. */
export const elements = (parent: XmlElement | undefined): XmlElement[] =>
  (parent?.children ?? []).filter(child => typeof child !== 'string');

/** The first child of this name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const one of parent?.children ?? []) if (typeof one !== 'string' && one.name === name) return one;
  return undefined;
}

/** The children of this name. */
export const childrenOf = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  elements(parent).filter(one => one.name === name);

/** The attribute `w:val` of the child of this name: how Word writes most of its values. */
export const valOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  child(parent, name)?.attributes['w:val'];

/** A switch such as `w:b`: on where it stands without a value, off where its value says so, undefined where absent. */
export function switchOf(parent: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(parent, name);
  if (!found) return undefined;
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '');
}

/** The characters of an element and of everything inside it. */
export function textOf(element: XmlElement): string {
  let text = '';
  for (const one of element.children) text += typeof one === 'string' ? one : textOf(one);
  return text;
}

/** The elements of this name beneath an element, at any depth, in order; what is inside one of them is its own. */
export function* descendants(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const one of elements(parent)) {
    if (one.name === name) yield one;
    else yield* descendants(one, name);
  }
}

/** Every element beneath an element, in the order of the text. */
export function* everyElement(parent: XmlElement): Generator<XmlElement> {
  for (const one of elements(parent)) {
    yield one;
    yield* everyElement(one);
  }
}
