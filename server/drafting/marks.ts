import type { Report, Role } from '../report/model.ts';
import type { Span } from '../text/span.ts';
import { placeAt } from './places.ts';
import { onOneLine } from './segments.ts';

/**
 * Something taken over from an earlier report that the drafter has still to confirm. It stands in the text as a
 * comment that holds the earlier words, so that nothing unconfirmed shows in a preview or in a Word file:
 *
 *     4.1 <!-- confirm (2024, 3.1): ITU has so far assessed the readiness of 86 countries. -->
 *
 * Where the new report already says it anew, as with its own period, the mark stands behind and holds what was there:
 *
 *     … since Council 2024 <!-- confirm (2024, Purpose) was: since Council 2023 --> in relation to …
 *
 * The bracket says where the words come from and may be missing or wrong: nothing depends on it. One comment is one
 * mark, so that no edit can part an opening from a closing sign.
 */
export interface Mark {
  /** The whole comment. */
  readonly span: Span;
  /** The earlier words: as they will stand in the text, or as they stood there before. */
  readonly text: string;
  /** Where those words stand inside the comment. */
  readonly words: Span;
  /** Whether the text has new words already, right before the mark. */
  readonly replaced: boolean;
  /** The year of the report they come from, where the mark says so. */
  readonly year: number | null;
  /** The paragraph they come from, as that report numbered it. */
  readonly from: string | null;
  /** The section and paragraph in which the mark stands. */
  readonly role: Role;
  readonly place: string;
  /** False where the comment runs on to the next one or to the end of the text: its closing sign was lost. */
  readonly closed: boolean;
}

const MARK = /^<!--\s*confirm\b[ \t]*(?:\(([^()\n]{0,120})\))?[ \t]*(was\b)?[ \t]*:?\s*/;
const ORIGIN = /^\s*((?:19|20)\d{2})?\s*,?\s*(.*?)\s*$/;

/** A mark is told by its first characters, without reading the whole of it. */
const isMark = (text: string, at: number): boolean => /^<!--\s{0,8}confirm\b/.test(text.slice(at, at + 24));

const known = new WeakMap<Report, readonly Mark[]>();

/** The marks of a report, in the order of the text. Found once for a report, in time linear in its comments. */
export function marksOf(report: Report): readonly Mark[] {
  let marks = known.get(report);
  if (!marks) known.set(report, (marks = readMarks(report)));
  return marks;
}

function readMarks(report: Report): Mark[] {
  const { text } = report;
  return report.comments.flatMap((comment): Mark[] => {
    if (!isMark(text, comment.start)) return [];
    const lead = MARK.exec(text.slice(comment.start, comment.start + 200));
    if (!lead) return [];
    const ends = text.startsWith('-->', comment.end - 3) && comment.end - comment.start >= lead[0].length;
    const inner = text.slice(comment.start + lead[0].length, ends ? comment.end - 3 : comment.end);
    const [, year, from] = ORIGIN.exec(lead[1] ?? '') ?? [];
    return [
      {
        span: comment,
        text: unescaped(inner.trim()),
        words: { start: comment.start + lead[0].length, end: comment.start + lead[0].length + inner.length },
        replaced: lead[2] !== undefined,
        year: year ? Number(year) : null,
        from: from || null,
        ...placeAt(report, comment.start),
        closed: ends && !inner.includes('<!--'),
      },
    ];
  });
}

/** The mark at an offset of the report, its edges included. */
export const markAt = (report: Report, offset: number): Mark | undefined =>
  marksOf(report).find(({ span }) => span.start <= offset && offset <= span.end);

/** Where the words of a mark come from. */
export interface Origin {
  readonly year: number | null;
  readonly place: string | null;
}

/**
 * The mark for words of an earlier report. The words come on one line: a line that begins a list would end the
 * comment for a Markdown reader.
 */
export const markFor = (words: string, origin: Origin): string => comment(words, origin, '');

/** The mark behind new words, for the earlier ones that they replace. */
export const replacedMark = (words: string, origin: Origin): string => comment(words, origin, ' was');

function comment(words: string, { year, place }: Origin, was: string): string {
  const origin = [year, place?.replace(/[():]/g, '')].filter(Boolean).join(', ');
  return `<!-- confirm${origin ? ` (${origin})` : ''}${was}: ${escaped(onOneLine(words))} -->`;
}

/** Two hyphens may not stand in a comment; to Markdown, `-\-` is the same two hyphens. */
export const escaped = (words: string): string => words.replace(/-(?=-)/g, '-\\');
export const unescaped = (words: string): string => words.replaceAll('-\\-', '--');

/** Puts the words of every mark in the place of the mark, for what has to see the text as if all were kept. */
export function withMarksKept(text: string): string {
  let out = '';
  let at = 0;
  for (let open = text.indexOf('<!--'); open >= 0; ) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    if (isMark(text, open)) {
      const lead = MARK.exec(text.slice(open, Math.min(close, open + 200)));
      const words = unescaped(text.slice(open + (lead?.[0].length ?? 4), close).trim());
      out += text.slice(at, open);
      if (lead?.[2]) out = out.replace(/ $/, '');
      else out += words;
      at = close + 3;
    }
    open = text.indexOf('<!--', close + 3);
  }
  return out + text.slice(at);
}

/** How far a draft has come. */
export interface Progress {
  readonly open: number;
  /** How many there were when the draft was made, where it says so; never fewer than are open. */
  readonly total: number;
}

const MADE = /^<!--\s*drafted\b[\s\S]{0,400}?\b(\d{1,6}) to confirm\b/;

/** How many marks are open, of how many. */
export function progressOf(report: Report): Progress {
  const open = marksOf(report).length;
  let total = open;
  for (const { start } of report.comments.slice(0, 8)) {
    const made = MADE.exec(report.text.slice(start, start + 500));
    if (made) total = Math.max(open, Number(made[1]));
  }
  return { open, total };
}

/** The note at the head of a new draft: what it was made from, and how much there was to confirm. */
export const madeNote = (from: string, marks: number): string =>
  `<!-- drafted from ${from.replaceAll('--', '-')}: ${marks} to confirm -->`;
