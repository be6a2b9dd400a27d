import { marksOf } from '../drafting/marks.ts';
import { previousParagraph } from '../drafting/previous.ts';
import { keyOf, wordingsOf } from '../drafting/wording.ts';
import { placeName } from '../report/place-name.ts';
import type { Completion } from './complete.ts';
import { escaped } from './markdown.ts';
import type { Analysis } from './project.ts';

const LONGEST_LABEL = 60;

/**
 * The sentences of last year's paragraph for the one at hand that the draft has not taken over. What is bound to its
 * year comes in a mark, as in a new report.
 */
export function earlierCompletions(analysis: Analysis, offset: number): Completion[] {
  const { archive, reading, report, date, instruments, context } = analysis;
  const earlier = archive.at(-1);
  if (!earlier || !isBetweenSentences(report.text, offset)) return [];
  const year = report.year?.value ?? (earlier.report.year?.value ?? 0) + 1;
  const { indicators } = context;
  const found = previousParagraph(reading, earlier, offset, {
    year,
    date: date ?? { year },
    instruments,
    indicators,
  });
  if (!found) return [];
  const there = new Set([
    ...reading.blocks.flatMap(block => wordingsOf(block).map(({ key }) => key)),
    ...marksOf(report).map(({ text }) => keyOf(text)),
  ]);
  const name = String(earlier.report.year?.value ?? earlier.path);
  return found.sentences
    .filter(({ words }) => !there.has(keyOf(words)))
    .map(({ words, text }) => ({
      label:
        words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL).replace(/\s\S*$/, '')} …` : words,
      detail: `${name}, ${placeName(found.earlier.place)}`,
      documentation: escaped(words),
      replaces: { start: offset, end: offset },
      newText: text,
      filterText: words,
      kind: 'sentence' as const,
    }));
}

/** Behind a sentence, a mark, or the number of a paragraph with nothing in it yet. */
const isBetweenSentences = (text: string, offset: number): boolean =>
  /(?:[.?!:;)\]"\u201d]|-->|^\d{1,2}(?:\.\d{1,2}){1,3}|^)[ \t]*$/m.test(
    text.slice(Math.max(0, offset - 60), offset).replace(/[\s\S]*\n/, ''),
  );
