import { child, childrenOf, switchOf, valOf, type XmlElement } from '../xml.ts';

/** Where a paragraph stands in a list: the list's number and the level inside it, 0 to 8. */
export interface ListPlace {
  readonly numId: string;
  readonly level: number;
}

/** What a style says that the import asks for, its ancestors' word included. */
export interface Style {
  /** The style's own name, in English for Word's own ones: `heading 1`. */
  readonly name: string;
  /** `numId` "0" takes a paragraph out of every list. */
  readonly numId?: string;
  readonly level?: number;
  /** 0 for the first level of headings. */
  readonly outline?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly hidden?: boolean;
}

const NO_STYLE: Style = { name: '' };
/** No chain of styles is longer; one that runs in a circle ends here. */
const LONGEST_CHAIN = 30;

/** The styles of a document. */
export class Styles {
  private readonly sources = new Map<string, XmlElement>();
  private readonly resolved = new Map<string, Style>();
  private readonly standard: string | undefined;

  constructor(root: XmlElement | undefined) {
    for (const style of childrenOf(root, 'w:style')) {
      const { 'w:styleId': id, 'w:type': type, 'w:default': standard } = style.attributes;
      if (id === undefined) continue;
      this.sources.set(id, style);
      if (type === 'paragraph' && standard !== undefined && !['0', 'false'].includes(standard))
        this.standard = id;
    }
  }

  /** A style by its id; without one the style of plain paragraphs. */
  paragraph(id: string | undefined): Style {
    return this.resolve(id ?? this.standard ?? '', 0);
  }

  /** A style of characters by its id; nothing where a run has none. */
  character(id: string | undefined): Style {
    return id === undefined ? NO_STYLE : this.resolve(id, 0);
  }

  private resolve(id: string, depth: number): Style {
    const known = this.resolved.get(id);
    if (known) return known;
    const source = this.sources.get(id);
    if (!source || depth > LONGEST_CHAIN) return NO_STYLE;
    const parentId = valOf(source, 'w:basedOn');
    const parent = parentId === undefined ? NO_STYLE : this.resolve(parentId, depth + 1);
    const style = { ...parent, ...ownOf(source) };
    this.resolved.set(id, style);
    return style;
  }
}

/** What a style says itself; what it leaves out is its ancestors'. */
function ownOf(source: XmlElement): Style {
  const paragraph = child(source, 'w:pPr');
  const run = child(source, 'w:rPr');
  const list = child(paragraph, 'w:numPr');
  const own: { -readonly [K in keyof Style]: Style[K] } = { name: valOf(source, 'w:name') ?? '' };
  const numId = valOf(list, 'w:numId');
  const level = levelOf(valOf(list, 'w:ilvl'));
  const outline = levelOf(valOf(paragraph, 'w:outlineLvl'));
  const bold = switchOf(run, 'w:b');
  const italic = switchOf(run, 'w:i');
  const hidden = switchOf(run, 'w:vanish');
  if (numId !== undefined) own.numId = numId;
  if (level !== undefined) own.level = level;
  if (outline !== undefined) own.outline = outline;
  if (bold !== undefined) own.bold = bold;
  if (italic !== undefined) own.italic = italic;
  if (hidden !== undefined) own.hidden = hidden;
  return own;
}

/** A level as written, 0 to 8 or for plain text 9; undefined for anything else. */
export function levelOf(written: string | undefined): number | undefined {
  return written !== undefined && /^\d$/.test(written) ? Number(written) : undefined;
}
