import { parse } from './reports.ts';

/** What a line must not begin with: it would be read as a number, a marker or a heading. */
const OPENS = /^(?:[\d(#>*+\-–—•·|_=<]|\w{1,4}[.)])/;

/** A report with its paragraphs and items wrapped anew at a width; nothing else of it changes. */
export function reflow(text: string, width: number): string {
  let out = '';
  let at = 0;
  for (const { kind, span } of parse(text).blocks) {
    if (kind !== 'paragraph' && kind !== 'item') continue;
    out += text.slice(at, span.start) + wrap(text.slice(span.start, span.end), width);
    at = span.end;
  }
  return out + text.slice(at);
}

function wrap(words: string, width: number): string {
  let out = '';
  let column = 0;
  // Two spaces are somebody's mistake, and stay.
  for (const word of words.replace(/[ \t]*\r?\n[ \t]*/g, ' ').split(/(?<! ) (?! )/)) {
    const breaks = column > 0 && column + word.length > width && !OPENS.test(word);
    if (column > 0) out += breaks ? '\n' : ' ';
    out += word;
    column = breaks ? word.length : column + 1 + word.length;
  }
  return out;
}
