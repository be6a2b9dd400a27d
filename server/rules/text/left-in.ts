import { scannedProse, scannedView } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { MASK } from '../../text/view.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { isProse, replaceBy } from './help.ts';

/** Signs that something is still to be written. Roman numerals (`Chapter XX`) and leaders are none. */
const SIGNS = [
  /(?<![\w-])TB[ACDN](?![\w-])/,
  /(?<![\w.\-/])(?:20|C2)?(?:X{2,6}|x{2,6})(?![\w])(?!-series|\sseries)/,
  /(?<![\w])(?:TODO|FIXME)(?![\w-])/,
  /\?{3,}/,
  /\blorem ipsum\b/i,
  /\{\{[^{}\n]{0,80}\}\}|<(?:insert|name|date|place|number|title|year|add|tbd)\b[^<>\n]{0,60}>/i,
  /(?<![\w.])_{3,60}(?![\w])/,
].map(one => new Pattern(one));

/** A bracket that asks for something: `[date]`, `[to be completed]`, `[ ]`. */
const BRACKET = new Pattern(/\[([^[\]\n]{0,80})\](?![([:])/);
const ASKS =
  /^(?:\s*|[\u2026.]{1,3}\s*(?:to\b.*)?|n|x+|tb[acdn]|(?:the |exact |full |new )?(?:date|place|venue|city|country|countries|number|figure|name|title|link|url|year|month|source|reference|amount|insert|add|check|confirm|update|complete|verify)\b.{0,60}|to be .{1,60}|(?:please|pls) .{1,60}|.{0,30}\b(?:tb[acd]|to be (?:added|completed|confirmed|determined|inserted|updated|provided|checked)))\??$/i;
/** Brackets of a quotation, a citation or a list. */
const NO_SIGN = /^(?:sic|\d{1,4}(?:\s?[,;-]\s?\d{1,4}){0,20}|[a-z]|\.\.\.|\u2026|[ivx]+|emphasis added|x)$/i;

/** `Chapter XX`, `resolution 3415 (XXX)`. */
const isRoman = (view: string, start: number, end: number): boolean =>
  ROMAN_BEFORE.test(view.slice(Math.max(0, start - 12), start)) ||
  (view[start - 1] === '(' && view[end] === ')');

const ROMAN_BEFORE =
  /(?:chapter|annex|appendix|article|part|title|section|session|volume|century|table|figure|no\.?)\s$/i;

export const placeholder: Rule = {
  id: 'text/placeholder',
  title: 'A placeholder was left in',
  severity: { drafting: 'hint', review: 'warning', submission: 'error' },
  timing: 'settled',
  block(block, remark) {
    const { text, view } = block;
    for (const sign of SIGNS) {
      for (const found of sign.matches(scannedView(block))) {
        const start = found.index;
        const end = start + found[0].length;
        if (!isProse(block, start, end)) continue;
        if (/^X+$/.test(found[0]) && isRoman(view, start, end)) continue;
        remark({ at: { start, end }, say: 'text/placeholder', with: { found: text.slice(start, end) } });
      }
    }
    if (!view.includes('[')) return;
    for (const found of BRACKET.matches(scannedProse(block))) {
      if (NO_SIGN.test(found[1].trim()) && found[1].trim() !== 'x' && found[1].trim() !== 'n') continue;
      if (/^\[[ xX]\] /.test(view) && found.index === 0) continue;
      const at = { start: found.index, end: found.index + found[0].length };
      if (ASKS.test(found[1]) && !isMasked(found[1], text.slice(at.start + 1, at.end - 1)))
        remark({ at, say: 'text/placeholder', with: { found: text.slice(at.start, at.end) } });
      else if (found[1].trim().length > 1 && !found[1].includes(MASK) && !insideBracket(view, found.index)) {
        remark({ at, say: 'text/placeholder#brackets', severity: 'info' });
      }
    }
  },
};

/** Whether all that stands in a bracket is an identifier or a quotation, which prose has masked: `[ITU-T X.509]`. */
const isMasked = (prose: string, text: string): boolean => prose.trim() === '' && text.trim() !== '';

/** Whether a round bracket is open: square ones inside it are a bracket in a bracket. */
function insideBracket(view: string, at: number): boolean {
  const before = view.slice(Math.max(0, at - 200), at);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** `[words](#)` and `[words]()`: a converter kept the link and lost where it led. */
const EMPTY_LINK = /\[((?:[^[\]\n\\]|\\.){1,300})\]\(\s{0,4}#?\s{0,4}\)/g;

export const emptyLink: Rule = {
  id: 'text/empty-link',
  title: 'A link leads nowhere',
  severity: { drafting: 'info', review: 'warning', submission: 'warning' },
  timing: 'settled',
  block({ text, view }, remark) {
    if (!text.includes('](')) return;
    for (const found of text.matchAll(EMPTY_LINK)) {
      const start = found.index;
      const end = start + found[0].length;
      // Inside code or a comment every character is masked; of a link the words are not.
      if (view.slice(start, end).replaceAll(MASK, '').trim() === '') continue;
      remark({
        at: { start, end },
        say: 'text/empty-link',
        with: { words: found[1] },
        fixes: replaceBy(say('text/empty-link:fix'), { start, end }, found[1], false),
      });
    }
  },
};
