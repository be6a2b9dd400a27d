import { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { isReport } from './detect.ts';
import { readFootnotes } from './footnotes.ts';
import { languageOfText } from './language.ts';
import { readMasthead } from './masthead.ts';
import type { Block, Dialect, Head, Paragraph, Report, Residue, Role, Section } from './model.ts';
import { buildOutline } from './outline.ts';
import { type Line, scanLines } from './scan.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type YearHints, yearOf } from './year.ts';

/**
 * Understands a text as a report: one pass over its lines, linear in its length. Never throws; a text that is no
 * report comes back with `recognised` false and with whatever structure it has.
 *
 * @param vocabulary titles of the profiles in use, see vocabulary.ts
 */
export function parseReport(text: string, vocabulary: Vocabulary, hints: YearHints = {}): Report {
  const lines = new LineIndex(text);
  const comments = commentsOf(text);
  const residues: Residue[] = [];
  const scanned = scanLines(text, lines, comments, residues);
  const dialect = dialectOf(scanned, comments.length > 0, text);
  const outline = buildOutline(
    { text, lines: scanned, next: nextSaying(scanned), wraps: dialect !== 'word-text' },
    dialect,
    vocabulary,
  );
  const language = languageOfText(text);
  const masthead = readMasthead(text, outline.before);
  const footnotes = readFootnotes(text, outline.footnotes, residues);
  const opening = outline.heads[0]?.titleSpan.start ?? outline.frontRule?.end ?? masthead.span.end;
  residues.sort((a, b) => a.span.start - b.span.start);
  return {
    text,
    lines,
    dialect,
    language,
    recognised: isReport(text, language, masthead, outline.heads, outline.sections),
    masthead,
    heads: outline.heads,
    sections: outline.sections,
    footnotes,
    residues,
    comments,
    frontRule: outline.frontRule,
    endMark: outline.endMark,
    year: yearOf(text, masthead, opening, hints),
    blocks: blocksOf(masthead.title?.span, outline.heads, outline.sections, footnotes),
  };
}

function commentsOf(text: string): Span[] {
  const comments: Span[] = [];
  for (let at = text.indexOf('<!--'); at !== -1; ) {
    const close = text.indexOf('-->', at + 4);
    const end = close < 0 ? text.length : close + 3;
    comments.push({ start: at, end });
    at = text.indexOf('<!--', end);
  }
  return comments;
}

/** For each line the next one that says something: not blank, no comment, no running head. */
function nextSaying(lines: readonly Line[]): Int32Array {
  const next = new Int32Array(lines.length);
  let following = -1;
  for (let i = lines.length - 1; i >= 0; i--) {
    next[i] = following;
    const { kind } = lines[i];
    if (kind !== 'blank' && kind !== 'comment' && kind !== 'running-head') following = i;
  }
  return next;
}

/** Told by marks: headings with `#` are written by hand, tabs come from Word, blank lines from a converter. */
function dialectOf(lines: readonly Line[], hasComments: boolean, text: string): Dialect {
  let blank = 0;
  let filled = 0;
  let tabbed = 0;
  let numbered = 0;
  let headings = 0;
  for (const line of lines) {
    if (line.hashes > 0) headings++;
    if (line.kind === 'blank') blank++;
    else filled++;
    if (line.number) numbered++;
    if (line.number && text.charCodeAt(line.textStart - 1) === 9) tabbed++;
  }
  // A converter may mark the document's title and nothing else; who writes by hand marks the sections.
  if (filled === 0 || headings > 1 || (headings === 1 && numbered === 0)) return 'markdown';
  if (tabbed > 0 || blank * 3 < filled) return 'word-text';
  return hasComments ? 'markdown' : 'converted-markdown';
}

function blocksOf(
  title: Span | undefined,
  heads: readonly Head[],
  sections: readonly Section[],
  footnotes: Report['footnotes'],
): Block[] {
  const blocks: Block[] = [];
  const add = (kind: Block['kind'], span: Span, place: string, role: Role, paragraph: Paragraph | null) => {
    if (span.end > span.start) blocks.push({ kind, span, place, role, paragraph });
  };
  const addParagraphs = (paragraphs: readonly Paragraph[], role: Role) => {
    for (const paragraph of paragraphs) {
      add('paragraph', paragraph.body, paragraph.place, role, paragraph);
      for (const item of paragraph.items) add('item', item.body, paragraph.place, role, paragraph);
    }
  };
  const addSections = (list: readonly Section[]) => {
    for (const section of list) {
      if (section.titleSpan)
        add('section', section.titleSpan, section.number ?? section.title ?? '', section.role, null);
      addParagraphs(section.paragraphs, section.role);
      addSections(section.sections);
    }
  };
  if (title) add('title', title, 'title', 'other', null);
  for (const head of heads) {
    add('head', head.titleSpan, head.title, 'other', null);
    addParagraphs(head.paragraphs, 'other');
  }
  addSections(sections);
  for (const note of footnotes)
    if (note.body) add('footnote', note.body, `footnote ${note.label}`, 'other', null);
  return blocks.sort((a, b) => a.span.start - b.span.start);
}
