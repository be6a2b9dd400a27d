import type markdownIt from 'markdown-it';
import { looksLikeReport } from '../../server/report/detect.ts';

type Markdown = InstanceType<typeof markdownIt>;
type Token = ReturnType<Markdown['parse']>[number];

/**
 * How VS Code's own Markdown preview shows our documents: the masthead as a box, section and paragraph numbers set
 * off, footnotes, and what is still to be confirmed in sight. No script; other documents are left as they are.
 *
 * @param toConfirm what a screen reader says before what is to be confirmed
 */
export function reportPreview(md: Markdown, toConfirm = 'to confirm:'): Markdown {
  md.core.ruler.push('gca_report', state => {
    if (!isOurs(state.src, state.env)) return;
    markMasthead(state.tokens);
    state.tokens.forEach((token, i) => {
      // A field of the masthead may begin with the day of a date: that is no paragraph number.
      const numbered = state.tokens[i - 1]?.attrGet('class') !== MASTHEAD;
      if (token.type === 'inline') showInline(token, state.Token, numbered, toConfirm);
      if (token.type === 'html_block') showMark(token, toConfirm);
    });
  });
  md.block.ruler.before('paragraph', 'gca_footnote', footnote, { alt: ['paragraph'] });
  return md;
}

/** By the file's name, which the preview gives; else by what the text reads like. */
function isOurs(source: string, env: unknown): boolean {
  const path = (env as { currentDocument?: { path?: string } } | undefined)?.currentDocument?.path;
  return (path !== undefined && /\.gca(?:\.md)?$/i.test(path)) || looksLikeReport(source);
}

const MASTHEAD = 'gca-masthead';

const FIELD =
  /^\s*(?:\|\s*)?(?:\*\*)?(?:Agenda item|Document C\d\d\/|Original\s*:|Report by the|\d{1,2} \w+ (?:19|20)\d\d\s*(?:\*\*)?$)/;

/** The paragraphs before the first heading that are fields of the masthead get one box. */
function markMasthead(tokens: Token[]): void {
  for (let i = 0; i < tokens.length && tokens[i].type !== 'heading_open'; i++) {
    const inline = tokens[i + 1];
    if (tokens[i].type === 'paragraph_open' && inline && FIELD.test(inline.content))
      tokens[i].attrJoin('class', MASTHEAD);
  }
}

const NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,3}\.?)(?=\s)/;
const NOTE = /\[\^([^[\]\s]{1,40})\]/g;

/** Numbers at the start of a paragraph or heading, where it may have one, and footnote marks. */
function showInline(token: Token, Kind: Make, numbered: boolean, toConfirm: string): void {
  const children = token.children ?? [];
  const shown: Token[] = [];
  children.forEach((child, i) => {
    if (child.type === 'html_inline') showMark(child, toConfirm);
    if (child.type !== 'text') {
      shown.push(child);
      return;
    }
    let rest = child.content;
    const number = numbered && i === 0 ? NUMBER.exec(rest) : null;
    if (number) {
      shown.push(...wrapped(Kind, 'span', 'gca-number', number[1]));
      rest = rest.slice(number[1].length);
    }
    let at = 0;
    for (const note of rest.matchAll(NOTE)) {
      if (note.index > at) shown.push(text(Kind, rest.slice(at, note.index)));
      shown.push(...wrapped(Kind, 'sup', 'gca-footnote-mark', note[1]));
      at = note.index + note[0].length;
    }
    if (at < rest.length) shown.push(text(Kind, rest.slice(at)));
  });
  token.children = shown;
}

type Make = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

function text(Kind: Make, content: string): Token {
  const made = new Kind('text', '', 0);
  made.content = content;
  return made;
}

function wrapped(Kind: Make, tag: string, name: string, content: string): Token[] {
  const open = new Kind(`${tag}_open`, tag, 1);
  open.attrSet('class', name);
  return [open, text(Kind, content), new Kind(`${tag}_close`, tag, -1)];
}

const CONFIRM = /^<!--\s{0,8}confirm\b\s{0,8}(?:\(([^()\n]{0,120})\))?\s{0,8}(?:was\b)?\s{0,8}:?/;

/** What is still to be confirmed stands in a comment, which a preview would hide. Its look is told in words as well. */
function showMark(token: Token, toConfirm: string): void {
  const comment = token.content.trim();
  const found = CONFIRM.exec(comment);
  if (!found || !comment.endsWith('-->')) return;
  const from = found[1] ? ` title="${escaped(found[1])}"` : '';
  const spoken = `<span class="gca-spoken">${escaped(toConfirm)} </span>`;
  const words = escaped(comment.slice(found[0].length, -3).trim());
  const mark = `<mark class="gca-confirm"${from}>${spoken}${words}</mark>`;
  token.content = token.type === 'html_block' ? `<p>${mark}</p>\n` : mark;
}

const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const DEFINITION = /^\[\^([^[\]\s]{1,40})\]:\s*/;

/** `[^1]: text` as a small paragraph with its label. */
const footnote: Parameters<Markdown['block']['ruler']['before']>[2] = (
  state,
  startLine,
  _endLine,
  silent,
) => {
  const start = state.bMarks[startLine] + state.tShift[startLine];
  const line = state.src.slice(start, state.eMarks[startLine]);
  const found = DEFINITION.exec(line);
  if (!found || !isOurs(state.src, state.env)) return false;
  if (silent) return true;
  const open = state.push('paragraph_open', 'p', 1);
  open.attrSet('class', 'gca-footnote');
  open.map = [startLine, startLine + 1];
  const inline = state.push('inline', '', 0);
  inline.content = `${found[1]} ${line.slice(found[0].length)}`;
  inline.map = [startLine, startLine + 1];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = startLine + 1;
  return true;
};
