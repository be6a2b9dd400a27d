import type { Profile } from '../profiles/profile.ts';
import type { Reading } from '../reading/reading.ts';
import { allParagraphs, allSections, type Report } from '../report/model.ts';
import { asTheyStand, planNumbers } from '../rules/numbering/plan.ts';
import type { Edit, Finding } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { Taken } from '../text/taken.ts';
import { type Quotes, quoteEdits } from './quotes.ts';
import { type NewNumbers, renumbered } from './renumber.ts';
import { edited, inOrder } from './segments.ts';

/** A text as it was understood. */
export interface Understood {
  readonly report: Report;
  readonly reading: Reading;
  readonly profile: Profile | null;
  readonly findings: readonly Finding[];
}

export interface FormatOptions {
  readonly quotes: Quotes;
}

/** The numbers are out of order, and the drafter has not said that they shall be. */
const NUMBERING: ReadonlySet<string> = new Set(
  'numbering/gap numbering/repeat numbering/order numbering/prefix numbering/section'.split(' '),
);
/** Rules whose exact fixes are a matter of form. */
const FORM: ReadonlySet<string> = new Set(
  'numbering/separator text/double-space text/space-before-punctuation text/list-punctuation'.split(' '),
);
/** Each round may uncover something for the next; a text that does not come to rest is left as it was. */
const MOST_ROUNDS = 12;

/**
 * Formats a report: numbers, spaces, blank lines, the marks at the ends of list items, and where asked for the
 * quotation marks. What a comment of the drafter's or the configuration silences is left alone. Formatting what was
 * formatted changes nothing.
 *
 * @param understand analyses a version of the text
 */
export function formatted(
  text: string,
  understand: (text: string) => Understood,
  options: FormatOptions,
): string {
  let now = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const understood = understand(now);
    if (!understood.report.recognised) return text;
    const edits = formEdits(understood, options);
    if (edits.length === 0) return now;
    now = edited(now, { start: 0, end: now.length }, edits);
  }
  return text;
}

/** The edits of one round, in the order of the text; of two that touch, the earlier kind counts. */
function formEdits({ report, reading, profile, findings }: Understood, { quotes }: FormatOptions): Edit[] {
  const chosen: Edit[] = [];
  const taken = new Taken();
  const choose = (edits: readonly Edit[]): void => {
    if (edits.length > 0 && taken.take(edits)) for (const edit of edits) chosen.push(edit);
  };
  if (findings.some(({ rule }) => NUMBERING.has(rule))) choose(numbersInOrder(report, profile));
  for (const finding of findings) {
    if (!FORM.has(finding.rule)) continue;
    const fix = finding.fixes?.().find(one => one.exact && !one.files?.length);
    if (fix) choose(fix.edits);
  }
  for (const edit of [...quoteEdits(reading, quotes), ...spacing(report)]) choose([edit]);
  return inOrder(chosen);
}

function numbersInOrder(report: Report, profile: Profile | null): Edit[] {
  const { numbers } = planNumbers(asTheyStand(report), profile);
  const existing: NewNumbers = new Map(
    [...numbers].flatMap(([part, number]) => ('span' in part ? [[part, number]] : [])),
  );
  return renumbered(report, existing).filter(
    edit => report.text.slice(edit.start, edit.end) !== edit.newText,
  );
}

/** Spaces behind numbers and at the ends of lines, blank lines, the last line's end. */
function spacing(report: Report): Edit[] {
  return [...behindNumbers(report), ...betweenLines(report), ...atTheEnd(report)].filter(
    edit => report.text.slice(edit.start, edit.end) !== edit.newText,
  );
}

/** In Markdown one space parts a number or a mark from the words; Word text has a rule of its own. */
function behindNumbers(report: Report): Edit[] {
  if (report.dialect === 'word-text') return [];
  const edits: Edit[] = [];
  const part = (from: Span | null, to: number): void => {
    if (!from || to <= from.end) return;
    const gap = report.text.slice(from.end, to);
    const dot = gap.startsWith('.') ? '.' : '';
    if (/^[^\S\r\n]+$/.test(gap.slice(dot.length)))
      edits.push({ start: from.end + dot.length, end: to, newText: ' ' });
  };
  for (const section of allSections(report.sections))
    if (section.titleSpan) part(section.numberSpan, section.titleSpan.start);
  for (const { paragraph } of allParagraphs(report.sections)) {
    part(paragraph.numberSpan, paragraph.body.start);
    for (const item of paragraph.items) part(item.markerSpan, item.body.start);
  }
  return edits;
}

/** Looked for from the start of a run of spaces only, so that a long run in a line costs no square. */
const LINE_END = /(?<![^\S\r\n\u00a0\u202f])[^\S\r\n\u00a0\u202f]+(?=\n|$)/g;

/** No space at the end of a line, and in Markdown one blank line where there are several and around a heading. */
function betweenLines(report: Report): Edit[] {
  const { text } = report;
  const edits: Edit[] = [];
  const inComment = commentsAhead(report);
  for (const { index, 0: found } of text.matchAll(LINE_END)) {
    if (!inComment(index)) edits.push({ start: index, end: index + found.length, newText: '' });
  }
  if (report.dialect === 'word-text') return edits;
  const again = commentsAhead(report);
  for (const { index, 0: found } of text.matchAll(/\n{3,}/g)) {
    if (!again(index)) edits.push({ start: index, end: index + found.length, newText: '\n\n' });
  }
  if (report.dialect === 'markdown') {
    for (const at of headingLines(report)) {
      const end = text.indexOf('\n', at);
      if (end >= 0 && text[end + 1] !== '\n' && end + 1 < text.length)
        edits.push({ start: end + 1, end: end + 1, newText: '\n' });
      if (at > 1 && !text.endsWith('\n\n', at) && !/-->\s*$/.test(text.slice(Math.max(0, at - 8), at)))
        edits.push({ start: at, end: at, newText: '\n' });
    }
  }
  return edits;
}

/** Says of offsets that come in rising order whether they lie in a comment: what is written there is the drafter's. */
function commentsAhead({ comments }: Report): (offset: number) => boolean {
  let i = 0;
  return offset => {
    while (i < comments.length && comments[i].end <= offset) i++;
    return i < comments.length && comments[i].start <= offset;
  };
}

/** Where the lines of headings begin. */
function headingLines(report: Report): number[] {
  const titles = [...report.heads.map(head => head.titleSpan.start), ...sectionTitles(report)];
  return titles
    .map(at => report.lines.starts[report.lines.lineAt(at)])
    .filter(at => report.text[at] === '#')
    .sort((a, b) => a - b);
}

const sectionTitles = (report: Report): number[] =>
  [...allSections(report.sections)].flatMap(section => (section.titleSpan ? [section.heading.start] : []));

/** A text ends with one line break. */
function atTheEnd({ text }: Report): Edit[] {
  const end = text.trimEnd().length;
  if (end === 0) return [];
  return [{ start: end, end: text.length, newText: '\n' }];
}
