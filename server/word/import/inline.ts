import { child, descendants, elements, switchOf, textOf, valOf, type XmlElement } from '../xml.ts';
import type { Changes, Inline, LeftOut, Words } from './content.ts';
import { type Fields, isList, linkOf, noteOf } from './fields.ts';
import type { NoteNumbers } from './notes.ts';
import type { Style, Styles } from './styles.ts';
import { symbolOf } from './symbols.ts';

/** What the reading of runs needs to know of the part that they stand in. */
export interface InlineContext {
  readonly styles: Styles;
  readonly changes: Changes;
  /** Addresses of the part's external relationships, by id. */
  readonly links: ReadonlyMap<string, string>;
  readonly notes: NoteNumbers;
  readonly left: LeftOut;
  readonly fields: Fields;
}

/** Where a run stands: in a link, in a tracked change. */
interface Surroundings {
  readonly href: string | null;
  readonly change: Words['change'];
}

/** Elements that only hold others: what is inside is read as if they were not there. */
const TRANSPARENT = new Set([
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
  'w:ruby',
  'w:rubyBase',
  'm:oMathPara',
  'm:oMath',
]);
const CODE_STYLE = /^(?:html (?:code|sample|typewriter)|source text|code|verbatim char)$/i;

/**
 * The inlines of a paragraph, in order. Text boxes are anchored in runs: their contents come back in `boxes`, to be
 * read as blocks of their own.
 */
export function readInlines(
  paragraph: XmlElement,
  style: Style,
  context: InlineContext,
): { inlines: Inline[]; boxes: XmlElement[] } {
  const reader = new InlineReader(style, context);
  reader.children(paragraph, { href: null, change: null });
  return { inlines: joined(reader.inlines), boxes: reader.boxes };
}

class InlineReader {
  readonly inlines: Inline[] = [];
  readonly boxes: XmlElement[] = [];
  private readonly style: Style;
  private readonly context: InlineContext;
  private readonly begun = new Set<string>();

  constructor(style: Style, context: InlineContext) {
    this.style = style;
    this.context = context;
  }

  children(parent: XmlElement, around: Surroundings): void {
    for (const element of elements(parent)) this.element(element, around);
  }

  private element(element: XmlElement, around: Surroundings): void {
    const { changes, fields, links } = this.context;
    switch (element.name) {
      case 'w:r':
        this.run(element, around);
        return;
      case 'w:hyperlink': {
        const target = links.get(element.attributes['r:id'] ?? '');
        this.children(element, { ...around, href: target ?? around.href });
        return;
      }
      case 'w:ins':
      case 'w:moveTo':
        if (changes !== 'rejected')
          this.children(element, changes === 'marks' ? { ...around, change: 'inserted' } : around);
        return;
      case 'w:del':
      case 'w:moveFrom':
        if (changes !== 'accepted')
          this.children(element, changes === 'marks' ? { ...around, change: 'deleted' } : around);
        return;
      case 'w:fldSimple':
        this.simpleField(element, around);
        return;
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        this.comment(
          element.attributes['w:id'] ?? '',
          element.name === 'w:commentRangeStart' ? 'start' : 'end',
        );
        return;
      case 'm:r':
        if (fields.visible)
          for (const text of descendants(element, 'm:t')) this.words(textOf(text), undefined, around);
        return;
      case 'mc:AlternateContent':
        this.alternative(element, around);
        return;
      default:
        if (TRANSPARENT.has(element.name) || element.name.startsWith('m:')) this.children(element, around);
    }
  }

  private simpleField(element: XmlElement, around: Surroundings): void {
    const instruction = element.attributes['w:instr'] ?? '';
    const note = noteOf(instruction);
    if (note !== undefined) this.noteAgain(note);
    else if (!isList(instruction))
      this.children(element, { ...around, href: linkOf(instruction) ?? around.href });
  }

  private run(run: XmlElement, around: Surroundings): void {
    const properties = child(run, 'w:rPr');
    const character = this.context.styles.character(valOf(properties, 'w:rStyle'));
    const hidden = switchOf(properties, 'w:vanish') ?? character.hidden ?? this.style.hidden ?? false;
    for (const part of elements(run))
      if (!hidden || part.name.startsWith('w:fld')) this.part(part, properties, around);
  }

  private part(part: XmlElement, properties: XmlElement | undefined, around: Surroundings): void {
    const { fields, notes, left } = this.context;
    switch (part.name) {
      case 'w:fldChar':
        this.fieldMark(part.attributes['w:fldCharType']);
        return;
      case 'w:instrText':
        fields.instruct(textOf(part));
        return;
      case 'w:commentReference':
        this.point(part.attributes['w:id'] ?? '');
        return;
    }
    if (!fields.visible) return;
    switch (part.name) {
      case 'w:t':
      case 'w:delText':
        this.words(spaced(part), properties, around);
        return;
      case 'w:tab':
      case 'w:ptab':
        this.words('\t', properties, around);
        return;
      case 'w:br':
        if (['page', 'column'].includes(part.attributes['w:type'] ?? '')) return;
        this.inlines.push({ kind: 'break' });
        return;
      case 'w:cr':
        this.inlines.push({ kind: 'break' });
        return;
      case 'w:noBreakHyphen':
        this.words('\u2011', properties, around);
        return;
      case 'w:softHyphen':
        this.words('\u00ad', properties, around);
        return;
      case 'w:sym': {
        const symbol = symbolOf(part.attributes['w:font'] ?? '', part.attributes['w:char'] ?? '');
        if (symbol === undefined) left.symbols++;
        else this.words(symbol, properties, around);
        return;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.inlines.push({
          kind: 'note',
          label: notes.labelOf(
            part.name === 'w:footnoteReference' ? 'footnote' : 'endnote',
            part.attributes['w:id'] ?? '',
          ),
        });
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.drawing(part);
        return;
      case 'mc:AlternateContent':
      case 'w:ruby':
        this.alternative(part, around);
        return;
    }
  }

  private fieldMark(type: string | undefined): void {
    const { fields } = this.context;
    if (type === 'begin') fields.begin();
    else if (type === 'end') fields.end();
    else if (type === 'separate') {
      const note = fields.separate();
      if (note !== undefined) this.noteAgain(note);
    }
  }

  private noteAgain(bookmark: string): void {
    const label = this.context.notes.labelBehind(bookmark);
    if (label !== undefined) this.inlines.push({ kind: 'note', label });
  }

  /** Of the forms that a file offers of one thing, the newest that holds text, else the first. */
  private alternative(element: XmlElement, around: Surroundings): void {
    const [choice] = elements(element);
    if (!choice) return;
    for (const inner of elements(choice)) {
      if (inner.name === 'w:drawing' || inner.name === 'w:pict') this.drawing(inner);
      else this.element(inner, around);
    }
  }

  private drawing(element: XmlElement): void {
    const before = this.boxes.length;
    for (const box of descendants(element, 'w:txbxContent')) this.boxes.push(box);
    if (this.boxes.length === before) this.context.left.pictures++;
  }

  private comment(id: string, edge: 'start' | 'end'): void {
    if (edge === 'start') this.begun.add(id);
    this.inlines.push({ kind: 'comment', id, edge });
  }

  /** A comment on a place instead of words has no range, only its mark. */
  private point(id: string): void {
    if (!this.begun.has(id)) this.inlines.push({ kind: 'comment', id, edge: 'start' });
  }

  private words(text: string, properties: XmlElement | undefined, around: Surroundings): void {
    if (text === '') return;
    const { styles, fields } = this.context;
    const character = styles.character(valOf(properties, 'w:rStyle'));
    const bold = switchOf(properties, 'w:b') ?? character.bold;
    const italic = switchOf(properties, 'w:i') ?? character.italic;
    const href = around.href ?? fields.href;
    this.inlines.push({
      kind: 'words',
      text,
      // What the paragraph's style sets is no emphasis of the writer's.
      bold: (bold ?? false) && this.style.bold !== true,
      italic: (italic ?? false) && this.style.italic !== true,
      code: CODE_STYLE.test(character.name),
      heavy: bold ?? this.style.bold ?? false,
      href,
      change: around.change,
    });
  }
}

/** White space around a text counts only where the file says so. */
function spaced(text: XmlElement): string {
  const characters = textOf(text).replaceAll('\n', ' ');
  return text.attributes['xml:space'] === 'preserve' ? characters : characters.trim();
}

/** Joins neighbouring words of one form: Word cuts runs at every edit and spelling mark. */
function joined(inlines: readonly Inline[]): Inline[] {
  const all: Inline[] = [];
  let parts: string[] = [];
  let first: Words | undefined;
  const flush = () => {
    if (first) all.push({ ...first, text: parts.join('') });
    first = undefined;
    parts = [];
  };
  for (const inline of inlines) {
    if (inline.kind === 'words') {
      if (first && !alike(first, inline)) flush();
      first ??= inline;
      parts.push(inline.text);
    } else {
      flush();
      all.push(inline);
    }
  }
  flush();
  return all;
}

const alike = (a: Words, b: Words): boolean =>
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.code === b.code &&
  a.heavy === b.heavy &&
  a.href === b.href &&
  a.change === b.change;
