/**
 * The view of a piece of text: the same length, code unit for code unit, so that an offset found in the view is
 * an offset in the text. Look-alike characters are folded (no-break spaces, curly quotation marks, non-breaking
 * hyphens, en dashes, line breaks) and what is not prose (comments, code, link targets, emphasis marks, footnote marks,
 * conversion residue) is replaced by MASK. What could run on is bounded, so that the pass stays linear. Every recogniser and language rule reads views, never raw text.
 */

/** Stands for a masked code unit. It counts as white space in patterns (`\s`) and is no character of the text. */
export const MASK = '\uFEFF';

/** Anything in here makes a text differ from its view. */
const NEEDS_FOLDING = /[^\t\n\r\x20-\x7e]|[*_`[\]<\\]/;

const FOLDED = new Map<string, string>([
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['\u2007', ' '],
  ['\u2009', ' '],
  ['\u2002', ' '],
  ['\u2003', ' '],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '-'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2212', '-'],
  ['\u00ad', MASK],
  ['\u200b', MASK],
  ['\u200c', MASK],
  ['\u200d', MASK],
  ['\u2060', MASK],
  ['\ufeff', MASK],
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u201b', "'"],
  ['\u02bc', "'"],
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['\u201e', '"'],
  ['\u00ab', '"'],
  ['\u00bb', '"'],
]);

const LOOKALIKES =
  /[\u00a0\u202f\u2007\u2009\u2002\u2003\u2010-\u2014\u2212\u00ad\u200b-\u200d\u2060\ufeff\u2018\u2019\u201b\u02bc\u201c-\u201e\u00ab\u00bb]/g;

/**
 * What is not prose, in the order in which it is looked for: HTML comments, inline code, Word residue
 * (`[bookmark: _Hlk1]`, `[footnoteRef:1]`, `[1:  …]`), Markdown footnote marks, images and links (only their
 * targets and brackets), bare addresses, backslash escapes, emphasis marks.
 */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|`[^`\n]+`|\[bookmark:[^\]\n]{0,200}\]|\[footnoteRef:\d{1,4}\]|\[\d{1,4}:\s(?:[^[\]\n]|\[[^[\]\n]{0,200}\]){0,4000}\]|\[\^[^[\]\s]{1,100}\]|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)|https?:\/\/[^\s<>"')\]]+|www\.[^\s<>"')\]]+|<https?:[^<>\s]{0,2000}>|\\[\\`*_{}[\]()#+\-.!|~<>]|\*{1,3}|\b_{1,2}(?=\s|[.,;:)]|$)|(?<=^|[\s(])_{1,2}(?=\w)/g;

/** The view of `text`; the very same string where nothing has to be folded or masked. */
export function view(text: string): string {
  if (!NEEDS_FOLDING.test(text)) return onOneLine(text);
  let out = text.replace(MARKUP, found => {
    if (found.charCodeAt(0) === 92) return MASK + found[1];
    return MASK.repeat(found.length);
  });
  // The opening bracket of a link whose target has just been masked.
  if (out.includes('[')) out = out.replace(/!?\[/g, (found, at) => maskedOpening(found, at, text, out));
  return onOneLine(out.replace(LOOKALIKES, unit => FOLDED.get(unit) ?? unit));
}

/** Where a line happens to be broken says nothing: the break is a space, save that a blank line stays one. */
const onOneLine = (text: string): string =>
  text.includes('\n') ? text.replace(/\n[ \t]*\n|\n/g, found => (found.length > 1 ? found : ' ')) : text;

const BRACKET = /[[\]]/g;

/** The bracket is a link's where the next bracket of the text closes it and was masked with the target. */
function maskedOpening(found: string, at: number, text: string, masked: string): string {
  BRACKET.lastIndex = at + found.length;
  const next = BRACKET.exec(text);
  return next?.[0] === ']' && masked[next.index] === MASK ? MASK.repeat(found.length) : found;
}
