import { perBlock } from '../../reading/per-block.ts';
import type { BlockReading } from '../../reading/reading.ts';
import { sentencesOf } from '../../reading/shared.ts';
import type { Span } from '../../text/span.ts';
import { sentenceAround } from './history.ts';
import { citationsWithin, quotationsOf, readsLikeTitle, titleBeside, wordsIn } from './quoted.ts';

/**
 * Words that may be the title of a text and stand without its number: a quotation, a point of a list of titles, an
 * item. Found from the text alone; whether they are a title, the catalogue says.
 */
export interface TitleCandidate extends Span {
  readonly kind: 'quoted' | 'listed' | 'item';
  /** How a point of a list may go on, where its title holds a comma or "and": the same start, the longest first. */
  readonly longer: readonly Span[];
}

/** The candidates of a block. */
export const candidatesOf = perBlock((block): readonly TitleCandidate[] =>
  [...quotedTitles(block), ...listedTitles(block), ...itemTitle(block)].sort((a, b) => a.start - b.start),
);

/** No title has more words, and none fewer that the tool would trust. */
const MOST_WORDS = 40;
export const FEWEST_WORDS = 3;

const mayBeTitle = (words: string): boolean => {
  const count = words.split(' ').length;
  return readsLikeTitle(words) && count >= FEWEST_WORDS && count <= MOST_WORDS;
};

/** Words that say that texts of ITU are spoken of. */
const SPEAKS_OF_TEXTS =
  /\b(?:Rec(?:ommendation)?s?\b|Supplements?\b|standards?\b|ITU-[TR]\b|SG\s?-?\s?\d|Study\sGroup\b)/i;

function quotedTitles(block: BlockReading): TitleCandidate[] {
  const all = quotationsOf(block);
  if (all.length === 0 || !SPEAKS_OF_TEXTS.test(block.view)) return [];
  const numbered = new Set(block.citations.map(citation => titleBeside(block, citation)));
  return all.flatMap(quotation => {
    const words = wordsIn(block, quotation.inner);
    if (numbered.has(quotation) || !mayBeTitle(words)) return [];
    if (!SPEAKS_OF_TEXTS.test(block.view.slice(...rangeOf(sentenceAround(block, quotation))))) return [];
    return [{ ...quotation.inner, kind: 'quoted' as const, longer: [] }];
  });
}

const rangeOf = ({ start, end }: Span): [number, number] => [start, end];

/** What opens a list of titles: "approved 17 Recommendations on security, namely:", "the following Supplements:". */
const OPENS_LIST =
  /\b(?:Recommendations|Supplements|standards|texts)\b[^.:;]{0,80}(?::|,?\snamely\b[,:]?|,?\si\.e\.,?)\s/g;

/** Where one point of a list may end. */
const CUT = /[,;]\s{1,10}(?:and\s{1,10})?|\s{1,10}and\s{1,10}/g;

/** Words of the sentence before a title. */
const LEAD =
  /^(?:and\s+)?(?:(?:also\s+)?(?:agreed|approved|adopted|determined|consented)\s+)?(?:(?:the|new|revised|a|an)\s+(?=(?:new|revised)?\s*[A-Z]))*/;

/** How many pieces between commas and "and" a title may be put together from. */
const MOST_PIECES = 6;
const MOST_POINTS = 200;

/** An item of more characters is no title. */
const LONGEST_ITEM = 400;

function listedTitles(block: BlockReading): TitleCandidate[] {
  if (!block.view.includes(':') && !block.view.includes('namely')) return [];
  const found: TitleCandidate[] = [];
  for (const sentence of sentencesOf(block)) {
    const text = block.view.slice(sentence.start, sentence.end);
    const opening = [...text.matchAll(OPENS_LIST)].at(-1);
    if (!opening) continue;
    const start = sentence.start + opening.index + opening[0].length;
    const end = /[.:;]$/.test(text) ? sentence.end - 1 : sentence.end;
    // Where numbers are given, titles are told by their quotation marks.
    if (start >= end || citationsWithin(block, { start, end }).length > 0) continue;
    found.push(...pointsOf(block, start, end));
  }
  return found;
}

function pointsOf(block: BlockReading, start: number, end: number): TitleCandidate[] {
  const text = block.view.slice(start, end);
  const starts = [0];
  const ends: number[] = [];
  for (const cut of text.matchAll(CUT)) {
    if (starts.length > MOST_POINTS) return [];
    ends.push(cut.index);
    starts.push(cut.index + cut[0].length);
  }
  ends.push(text.length);
  return starts.flatMap((from, i): TitleCandidate[] => {
    const lead = LEAD.exec(text.slice(from, from + 60))?.[0].length ?? 0;
    const at = start + from + lead;
    const spans = ends.slice(i, i + MOST_PIECES).map(to => ({ start: at, end: start + to }));
    const [shortest, ...longer] = spans.filter(span => span.end > span.start);
    // A point in quotation marks is a quotation.
    if (!shortest || !/[A-Z0-9]/.test(block.view[at])) return [];
    return [{ ...shortest, kind: 'listed', longer: longer.reverse() }];
  });
}

/** An item that is nothing but a title; whether its paragraph speaks of texts, the rule looks. */
function itemTitle(block: BlockReading): TitleCandidate[] {
  if (block.kind !== 'item' || block.citations.length > 0 || block.view.length > LONGEST_ITEM) return [];
  const marker = /^\s*(?:\(?[\da-zA-Z]{1,4}[.)]|[-·•*–])?\s*(?=\S)/.exec(block.view)?.[0].length ?? 0;
  const text = block.view.slice(marker).replace(/[\s;,.]+(?:and\s*)?$/, '');
  const span = { start: marker, end: marker + text.length };
  return mayBeTitle(wordsIn(block, span)) ? [{ ...span, kind: 'item', longer: [] }] : [];
}
