import {
  AlignmentType,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
} from 'docx';
import type { Profile } from '../../profiles/profile.ts';
import { type ListDefinition, type ListLevel, MAIN_LIST } from './numbers.ts';

/** How a report is set, in Word's units. */
export interface Setting {
  readonly font: string;
  /** Half points. */
  readonly size: number;
  /** Twentieths of a point. */
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

const TWIPS_OF_MM = 1440 / 25.4;
/** A4, upright. */
export const PAGE = { width: 11_906, height: 16_838 } as const;
/** Points; millimetres. */
const USUAL = { font: 'Calibri', size: 12, margins: { top: 25, right: 22, bottom: 22, left: 22 } } as const;

/** The setting that a profile asks for; what it leaves out is as usual. */
export function settingOf(profile: Profile | null | undefined): Setting {
  const { font = USUAL.font, size = USUAL.size, margins = {} } = profile?.word ?? {};
  const inTwips = (side: keyof Setting['margins']) =>
    Math.round((margins[side] ?? USUAL.margins[side]) * TWIPS_OF_MM);
  return {
    font,
    size: Math.round(size * 2),
    margins: {
      top: inTwips('top'),
      right: inTwips('right'),
      bottom: inTwips('bottom'),
      left: inTwips('left'),
    },
  };
}

/** Ids of the styles; their names, by which a house template restyles them, stand in `paragraphStyles`. */
export const STYLE = {
  normal: 'Normal',
  masthead: 'ReportMasthead',
  author: 'ReportAuthor',
  title: 'Title',
  head: 'ReportHead',
  front: 'ReportFrontText',
  rule: 'ReportRule',
  section: 'Heading1',
  subsection: 'Heading2',
  paragraph: 'ReportParagraph',
  text: 'ReportText',
  item: 'ReportItem',
  cell: 'ReportTableText',
  footnote: 'FootnoteText',
  comment: 'CommentText',
  header: 'Header',
  code: 'HTMLCode',
  link: 'Hyperlink',
} as const;

/** Where a paragraph's words begin behind its number, and how far each level of items stands further in. */
const NUMBER_WIDTH = 794;
const ITEM_WIDTH = 454;

/** Every style of the report, with the names that Word itself has for them where it has one. */
export function stylesOf({ font, size }: Setting): IStylesOptions {
  return {
    default: {
      document: {
        run: { font, size, language: { value: 'en-GB', eastAsia: 'zh-CN', bidirectional: 'ar-SA' } },
      },
    },
    paragraphStyles: paragraphStyles(size),
    characterStyles: [
      {
        id: STYLE.code,
        name: 'HTML Code',
        basedOn: 'DefaultParagraphFont',
        run: { font: 'Consolas', size: size - 2 },
      },
      {
        id: 'CommentReference',
        name: 'annotation reference',
        basedOn: 'DefaultParagraphFont',
        run: { size: 16 },
      },
    ],
  };
}

function paragraphStyles(size: number): IParagraphStyleOptions[] {
  const based = { basedOn: STYLE.normal, quickFormat: true } as const;
  const numbered = { numbering: { reference: MAIN_LIST, level: 1 } } as const;
  return [
    { id: STYLE.normal, name: 'Normal', quickFormat: true, paragraph: { spacing: { after: 120 } } },
    {
      ...based,
      id: STYLE.masthead,
      name: 'Report Masthead',
      paragraph: { spacing: { after: 0 } },
      run: { bold: true },
    },
    {
      ...based,
      id: STYLE.author,
      name: 'Report Author',
      next: STYLE.title,
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 480, after: 120 } },
      run: { bold: true, size: size + 4 },
    },
    {
      ...based,
      id: STYLE.title,
      name: 'Title',
      next: STYLE.text,
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 360 } },
      run: { bold: true, size: size + 4 },
    },
    {
      ...based,
      id: STYLE.head,
      name: 'Report Head',
      next: STYLE.front,
      paragraph: { keepNext: true, spacing: { before: 120, after: 60 } },
      run: { bold: true },
    },
    { ...based, id: STYLE.front, name: 'Report Front Text' },
    {
      ...based,
      id: STYLE.rule,
      name: 'Report Rule',
      next: STYLE.text,
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 240 } },
    },
    {
      ...based,
      id: STYLE.section,
      name: 'heading 1',
      next: STYLE.paragraph,
      paragraph: {
        keepNext: true,
        keepLines: true,
        outlineLevel: 0,
        spacing: { before: 360, after: 120 },
        numbering: { reference: MAIN_LIST, level: 0 },
      },
      run: { bold: true, size: size + 2 },
    },
    {
      ...based,
      id: STYLE.subsection,
      name: 'heading 2',
      next: STYLE.text,
      paragraph: { keepNext: true, keepLines: true, outlineLevel: 1, spacing: { before: 240, after: 120 } },
      run: { bold: true },
    },
    { ...based, id: STYLE.paragraph, name: 'Report Paragraph', paragraph: numbered },
    { ...based, id: STYLE.text, name: 'Report Text' },
    { ...based, id: STYLE.item, name: 'Report Item', paragraph: { spacing: { after: 80 } } },
    { ...based, id: STYLE.cell, name: 'Report Table Text', paragraph: { spacing: { after: 0 } } },
    {
      ...based,
      id: STYLE.header,
      name: 'header',
      quickFormat: false,
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
      run: { size: size - 4 },
    },
    {
      ...based,
      id: STYLE.footnote,
      name: 'footnote text',
      quickFormat: false,
      paragraph: { spacing: { after: 40 } },
      run: { size: size - 4 },
    },
    {
      ...based,
      id: STYLE.comment,
      name: 'annotation text',
      quickFormat: false,
      paragraph: { spacing: { after: 0 } },
      run: { size: 20 },
    },
  ];
}

const FORMATS = {
  decimal: LevelFormat.DECIMAL,
  lowerLetter: LevelFormat.LOWER_LETTER,
  lowerRoman: LevelFormat.LOWER_ROMAN,
  bullet: LevelFormat.BULLET,
} as const;

/** The styles that stand for the levels of the report's own list: applying one numbers a paragraph. */
const LEVEL_STYLES = [STYLE.section, STYLE.paragraph];

/** The lists as docx takes them. */
export function numberingOf(definitions: readonly ListDefinition[]): INumberingOptions {
  return {
    config: definitions.map(({ reference, levels }) => ({
      reference,
      levels: levels.map((level, i) => ({
        level: i,
        format: FORMATS[level.format],
        text: level.text,
        start: level.start,
        suffix: LevelSuffix.TAB,
        style: {
          paragraph: { indent: indentOf(level, levels.length > 1) },
          ...(reference === MAIN_LIST && LEVEL_STYLES[i] ? { style: LEVEL_STYLES[i] } : {}),
        },
      })),
    })),
  };
}

/** Numbers of paragraphs stand at the margin; items begin below the paragraph's words. */
function indentOf({ depth }: ListLevel, isReport: boolean): { left: number; hanging: number } {
  if (isReport) return { left: NUMBER_WIDTH, hanging: NUMBER_WIDTH };
  return { left: NUMBER_WIDTH + (depth + 1) * ITEM_WIDTH, hanging: ITEM_WIDTH };
}

/**
 * Indents of paragraphs that no list sets: text whose words stand below those of the numbered ones, and what has a
 * typed number or mark.
 */
export const INDENTS = {
  text: { left: NUMBER_WIDTH },
  number: { left: NUMBER_WIDTH, hanging: NUMBER_WIDTH },
  item: { left: NUMBER_WIDTH + ITEM_WIDTH, hanging: ITEM_WIDTH },
} as const;
