import { quotationMarks } from '../reading/prose.ts';
import type { Reading } from '../reading/reading.ts';
import type { Edit } from '../rules/rule.ts';

/** Which quotation marks a house uses; `keep` leaves them as they are. */
export type Quotes = 'keep' | 'curly' | 'straight';

const CURLY = { double: ['\u201c', '\u201d'], single: ['\u2018', '\u2019'] } as const;
const QUOTE = /["\u201c\u201d\u201e\u00ab\u00bb]/;
const APOSTROPHE = /(?<=[\p{L}\d])['\u2019](?=\p{L})|(?<=s)['\u2019](?=\s\p{Ll})/gu;
const WORTH_A_LOOK = /["'\u2018-\u201e\u00ab\u00bb]/;

/** The edits that bring the quotation marks and apostrophes of running text to one kind; what has no pair stays. */
export function quoteEdits({ blocks }: Reading, quotes: Quotes): Edit[] {
  if (quotes === 'keep') return [];
  const edits: Edit[] = [];
  for (const { text, view, block, kind } of blocks) {
    if (!WORTH_A_LOOK.test(text)) continue;
    const by = block.span.start;
    const put = (at: number, mark: string): void => {
      if (text[at] !== mark) edits.push({ start: by + at, end: by + at + 1, newText: mark });
    };
    const marks = new Set<number>();
    if (kind !== 'title') {
      for (const { start, end, single } of quotationMarks(text, view).pairs) {
        const [open, close] = single ? CURLY.single : CURLY.double;
        const straight = single ? "'" : '"';
        if (!single && !(QUOTE.test(text[start]) && QUOTE.test(text[end - 1]))) continue;
        put(start, quotes === 'curly' ? open : straight);
        put(end - 1, quotes === 'curly' ? close : straight);
        marks.add(start).add(end - 1);
      }
    }
    // The view has the straight form in prose and masks in addresses and code.
    for (const { index } of view.matchAll(APOSTROPHE)) {
      if (!marks.has(index) && /['\u2019]/.test(text[index])) put(index, quotes === 'curly' ? '\u2019' : "'");
    }
  }
  return edits.sort((a, b) => a.start - b.start);
}
