import { isTitleLike } from '../../report/headings.ts';
import type { Vocabulary } from '../../report/vocabulary.ts';
import { MONTH } from '../../text/dates.ts';
import { type Inline, plainText, type WordParagraph } from './content.ts';

/** What a paragraph begins with: the number or mark that Word prints or that somebody typed, as text. */
export interface Lead {
  readonly kind: 'number' | 'item' | 'bullet' | 'other' | 'none';
  /** `2.1`, `a)`, `-`; empty for none. */
  readonly text: string;
  /** How many numbers stand in it: 2 for `2.1`. */
  readonly depth: number;
  /** How many characters of the paragraph's own text it takes, white space behind it included; 0 for an automatic one. */
  readonly typed: number;
}

/** What a paragraph is in its place. */
export type Part =
  | { readonly kind: 'empty' }
  | { readonly kind: 'rule'; readonly text: string }
  | { readonly kind: 'title' }
  | { readonly kind: 'head' }
  /** @property level 2 for a section, 3 for one inside a section: the number of hashes */
  | { readonly kind: 'section'; readonly level: 2 | 3 }
  | { readonly kind: 'text' };

const NUMBER = /^\d{1,2}(?:\.\d{1,2}){0,3}\.?$/;
const ITEM = /^(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5})\.)$/;
const TYPED_NUMBER = /^\s*(\d{1,2}(?:\.\d{1,2}){0,3}\.?)[\s\u00a0]+(?=\S)/;
const TYPED_ITEM =
  /^\s*(\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5})\.|[\u00b7\u2022\u25aa\u25cf\u2023\u25e6])[\s\u00a0]+(?=\S)/;
/** `1 March 2022` begins with a day and no number. */
const DATE = new RegExp(`^\\s*\\d{1,2}[\\s\\u00a0]+${MONTH}[\\s\\u00a0,]+\\d{4}`, 'i');
const BULLET = /^[\u00b7\u2022\u25aa\u25cf\u2023\u25e6]$/;
const RULE = /^(?:[_\u2014\u2015]{3,}|-{3,}|\*{3,})$/;
const TITLE_STYLE = /^(?:document )?title(?: ?\d)?$/i;
const HEADING_STYLE = /^heading (\d)$/i;
const ANNEX = /^(?:annex|appendix|attachment)\b/i;
/** No heading is longer: a whole paragraph in a heading's style is a paragraph. */
const LONGEST_HEADING = 140;
const NO_LEAD: Lead = { kind: 'none', text: '', depth: 0, typed: 0 };

/** The number or mark before a paragraph's words. */
export function leadOf({ label, inlines }: WordParagraph): Lead {
  if (label) {
    const text = label.text.trim();
    if (label.bullet) return { kind: 'bullet', text: '-', depth: 0, typed: 0 };
    if (text !== '') return { ...classified(text), typed: 0 };
  }
  const words = plainText(inlines.slice(0, 8));
  const typed = DATE.test(words) ? null : (TYPED_NUMBER.exec(words) ?? TYPED_ITEM.exec(words));
  return typed ? { ...classified(typed[1]), typed: typed[0].length } : NO_LEAD;
}

function classified(text: string): Omit<Lead, 'typed'> {
  if (NUMBER.test(text)) return { kind: 'number', text, depth: text.split('.').filter(Boolean).length };
  if (ITEM.test(text)) return { kind: 'item', text, depth: 0 };
  return BULLET.test(text) ? { kind: 'bullet', text: '-', depth: 0 } : { kind: 'other', text, depth: 0 };
}

/**
 * Decides what a paragraph is, from its style, its form and its words.
 *
 * @param place where the document has come to: nothing has begun, the front matter has, or the sections have
 */
export function partOf(
  paragraph: WordParagraph,
  lead: Lead,
  place: 'masthead' | 'front' | 'body',
  vocabulary: Vocabulary,
): Part {
  const all = plainText(paragraph.inlines);
  const words = all
    .slice(lead.typed)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (words === '' && lead.text === '')
    return paragraph.ruled ? { kind: 'rule', text: '____________' } : { kind: 'empty' };
  if (lead.text === '' && RULE.test(words)) return { kind: 'rule', text: words };
  if (
    words.length > LONGEST_HEADING ||
    (paragraph.inlines.some(inline => inline.kind === 'note') && words === '')
  )
    return { kind: 'text' };
  if (place !== 'body' && lead.kind === 'none' && vocabulary.isHead(words)) return { kind: 'head' };
  const isTitle = TITLE_STYLE.test(paragraph.style.name);
  if (place === 'masthead' && isTitle) return { kind: 'title' };
  const level = headingLevel(paragraph);
  const heavy = isHeavy(paragraph.inlines, lead.typed);
  if (lead.kind === 'number') {
    const numbered = lead.depth > 1 ? 3 : 2;
    if (level !== undefined && (lead.depth === 1 || isTitleLike(words)))
      return { kind: 'section', level: numbered };
    if (heavy && isTitleLike(words)) return { kind: 'section', level: numbered };
    return { kind: 'text' };
  }
  if (lead.kind !== 'none') return { kind: 'text' };
  const role = vocabulary.roleOf(words);
  const known = role !== undefined && role !== 'other';
  if (level !== undefined && (place !== 'masthead' || known))
    return { kind: 'section', level: level > 0 ? 3 : 2 };
  if (heavy && place !== 'masthead' && isTitleLike(words) && (known || ANNEX.test(words)))
    return { kind: 'section', level: 2 };
  return level === 0 && place === 'masthead' ? { kind: 'title' } : { kind: 'text' };
}

/** The level of a heading by its style, 0 for the first; undefined for plain text. */
export function headingLevel({ style }: WordParagraph): number | undefined {
  const named = HEADING_STYLE.exec(style.name);
  if (named) return Number(named[1]) - 1;
  return style.outline !== undefined && style.outline < 9 ? style.outline : undefined;
}

/** Whether every word behind the number is bold in print. */
export function isHeavy(inlines: readonly Inline[], skip: number): boolean {
  let at = 0;
  let any = false;
  for (const inline of inlines) {
    if (inline.kind !== 'words') continue;
    const from = Math.max(0, skip - at);
    at += inline.text.length;
    if (inline.text.slice(from).trim() === '') continue;
    if (!inline.heavy) return false;
    any = true;
  }
  return any;
}
