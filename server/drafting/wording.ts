import { ENDS_PHRASE } from '../figures/words.ts';
import { perBlock } from '../reading/per-block.ts';
import { sentencesOf } from '../reading/shared.ts';
import { MONTHS } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import { view } from '../text/view.ts';

/** A sentence as it is compared with those of another year. */
export interface Wording {
  /** In its block. */
  readonly span: Span;
  /** Its words and numbers, small: equal for a sentence that was taken over. */
  readonly key: string;
  /** What it speaks of: words that carry meaning, stemmed, without numbers and months. */
  readonly terms: ReadonlySet<string>;
  /** The terms among them that are names or acronyms. */
  readonly names: ReadonlySet<string>;
}

const WORD = /[\p{L}\d][\p{L}\d'-]*/gu;
const MONTH_WORDS: ReadonlySet<string> = new Set(MONTHS);
/** Words that stand in every other sentence of these reports and tell nothing apart. */
const EVERYWHERE: ReadonlySet<string> = new Set(
  'itu cybersecurity member members state states itu-t itu-d itu-r bdt council country countries global international national regional period year new'.split(
    ' ',
  ),
);

/** Endings that differ between a plan and its outcome: `will be published`, `has published`, `publication`. */
function stemOf(word: string): string {
  // The GCI is the GCI, whichever its version.
  const plain = word.replace(/'s?$/, '').replace(/(?<=\p{L}{2})v\d$/u, '');
  for (const ending of ['ations', 'ation', 'ings', 'ing', 'ments', 'ment', 'es', 'ed', 's', 'e']) {
    if (plain.length - ending.length >= 4 && plain.endsWith(ending)) return plain.slice(0, -ending.length);
  }
  return plain;
}

/** The sentences of a block with their words, in the order of the text. */
export const wordingsOf = perBlock(block =>
  sentencesOf(block).map((span): Wording => {
    const all: string[] = [];
    const terms = new Set<string>();
    const names = new Set<string>();
    for (const [word] of block.view.slice(span.start, span.end).matchAll(WORD)) {
      const small = word.toLowerCase();
      all.push(small);
      if (small.length < 3 || /^\d/.test(small)) continue;
      if (ENDS_PHRASE.has(small) || MONTH_WORDS.has(small) || EVERYWHERE.has(small)) continue;
      const stem = stemOf(small);
      terms.add(stem);
      if (word !== small && (all.length > 1 || /\p{Lu}/u.test(word.slice(1)))) names.add(stem);
    }
    return { span, key: all.join(' '), terms, names };
  }),
);

/** How many terms two sets share. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const term of few) if (many.has(term)) count++;
  return count;
}

/** The key of words that stand in no block: of a note, or of a mark. They are read as a block's are. */
export const keyOf = (text: string): string =>
  [...view(text).matchAll(WORD)].map(([word]) => word.toLowerCase()).join(' ');
