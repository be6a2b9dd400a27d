import { allSections, type Report } from '../report/model.ts';
import { sentences } from '../text/sentences.ts';
import { contains, type Span } from '../text/span.ts';
import { view } from '../text/view.ts';

/** Spans around an offset, each inside the next: word, sentence, paragraph, section, report. */
export function selectionsAt(report: Report, offset: number): Span[] {
  const at = { start: offset, end: offset };
  const around: Span[] = [];
  const add = (span: Span) => {
    const last = around.at(-1);
    if (
      !contains(span, at) ||
      (last && (!contains(span, last) || (last.start === span.start && last.end === span.end)))
    )
      return;
    around.push(span);
  };
  add(wordAt(report.text, offset));
  const block = report.blocks.find(block => block.span.start <= offset && offset <= block.span.end);
  if (block) {
    const text = view(report.text.slice(block.span.start, block.span.end));
    for (const sentence of sentences(text))
      add({ start: block.span.start + sentence.start, end: block.span.start + sentence.end });
    add(block.span);
    if (block.paragraph) add(block.paragraph.span);
  }
  const sections = [...allSections(report.sections)]
    .filter(section => contains(section.span, at))
    .sort((a, b) => b.level - a.level);
  for (const section of sections) add(section.span);
  for (const head of report.heads) add(head.span);
  add({ start: 0, end: report.text.length });
  return around;
}

function wordAt(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  const isWord = (at: number) => /[\p{L}\p{N}._/'\u2019\u2011-]/u.test(text[at] ?? '');
  while (start > 0 && isWord(start - 1)) start--;
  while (end < text.length && isWord(end)) end++;
  return { start, end };
}
