import assert from 'node:assert/strict';
import { applyEdits } from '../../server/analysis/fixes.ts';
import { essence, type Plan, parse, write } from '../unit/support/reports.ts';
import { analysed } from './workplace.ts';

/** A report broken into lines at one width is the report broken at another: what it says, and what is said of it. */

/** Narrower lines than this would be read as paragraphs where neither `#` nor blank lines tell the dialect. */
export const NARROWEST = { markdown: 18, 'converted-markdown': 60 } as const;

/** The findings in words: places move with the lines. */
const told = (text: string): string[] =>
  analysed(text)
    .findings.map(({ rule, place, message }) => `${place} ${rule}: ${message}`)
    .sort();

export function plannedReflows(
  plan: Plan,
  dialect: keyof typeof NARROWEST,
  widths: readonly [number, number],
): void {
  const [one, other] = widths.map(width =>
    write(plan, dialect, { wrap: Math.max(width, NARROWEST[dialect]) }),
  );
  const whole = essence(parse(write(plan, dialect)));
  for (const text of [one, other]) assert.deepEqual(essence(parse(text)), whole, text);
  assert.deepEqual(told(one), told(other));
}

/** What would begin a list, a heading or a rule at the start of a line: no formatter breaks a line before it. */
const STARTS_SOMETHING = /^(?:[-\u2013\u2014\u00b7\u2022+*#|.>_]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])/;

/** A report in Markdown with the lines of its paragraphs broken anew. */
export function rewrapped(text: string, width: number): string {
  const edits = analysed(text)
    .report.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'item')
    .map(({ span }) => {
      const lines: string[] = [];
      let line = '';
      for (const word of text.slice(span.start, span.end).split(/[ \n]+/)) {
        if (line && line.length + word.length >= width && !STARTS_SOMETHING.test(word)) {
          lines.push(line);
          line = word;
        } else line = line ? `${line} ${word}` : word;
      }
      return { ...span, newText: [...lines, line].join('\n') };
    });
  return applyEdits(text, edits);
}

export function sampleReflows(sample: string, width: number): void {
  const whole = rewrapped(sample, Number.POSITIVE_INFINITY);
  const broken = rewrapped(sample, width);
  assert.deepEqual(essence(parse(broken)), essence(parse(whole)));
  assert.deepEqual(told(broken), told(whole));
}
