import { perBlock } from '../../reading/per-block.ts';
import type { BlockReading, ReadBlock, Reading } from '../../reading/reading.ts';
import { type Name, type Parts, suspects } from '../../reading/suspects.ts';
import {
  CAPITALS,
  DIGIT,
  eachCompound,
  FIRST_CAPITAL,
  HYPHEN,
  INNER_CAPITAL,
  isLetter,
  isWordCode,
  sumOf,
  sumOfPair,
} from '../../text/compounds.ts';
import { haveCommon } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import { inReport, isRunning } from '../text/help.ts';

/** Two words in a row that stand in a report with a capital on the second and without. */
export interface MixedPair {
  readonly upper: readonly Place[];
  readonly lower: readonly Place[];
}

interface Place extends Span {
  readonly place: string;
  readonly word: string;
}

/** Every such pair of a report, in the order in which they first have their capital. */
export function mixedPairs(reading: Reading): readonly MixedPair[] {
  const { keys, sums } = suspectsOf(reading);
  if (keys.size === 0) return [];
  const found = new Map<string, { upper: Place[]; lower: Place[] }>();
  const at = (key: string) => {
    let one = found.get(key);
    if (!one) found.set(key, (one = { upper: [], lower: [] }));
    return one;
  };
  for (const block of reading.blocks) {
    for (const pair of pairsIn(block).names)
      if (keys.has(pair.key)) at(pair.key).upper.push(placed(block, pair));
  }
  for (const block of reading.blocks) {
    if (!haveCommon(pairsIn(block).others, sums)) continue;
    for (const pair of lowerPairs(block))
      if (keys.has(pair.key)) at(pair.key).lower.push(placed(block, pair));
  }
  return [...found.values()].filter(({ upper, lower }) => upper.length > 0 && lower.length > 0);
}

const placed = (block: ReadBlock, { start, end, word }: Pair): Place => ({
  ...inReport(block, start, end),
  place: block.block.place,
  word,
});

/** Two words in a row; offsets count from the block's start. */
interface Pair extends Span, Name {
  readonly word: string;
}

/** The pairs of a block with a capital; and those without, which matter only beside one of them. */
interface Pairs extends Parts {
  readonly names: readonly Pair[];
}

const NO_PAIRS: Pairs = { names: [], others: new Uint32Array(0) };

const pairsIn = perBlock((block): Pairs => {
  if (!isRunning(block)) return NO_PAIRS;
  const { prose } = block;
  const names: Pair[] = [];
  const others: number[] = [];
  visitPairs(prose, (start, end, second, isUpper, sum) => {
    if (!isUpper) {
      others.push(sum);
      if (isRegion(prose, second, end)) others.push(REGION_SUM);
      return;
    }
    const pair = pairAt(prose, start, second, end);
    if (pair) names.push(pair);
  });
  return { names, others: Uint32Array.from(others).sort() };
});

const suspectsOf = suspects(pairsIn);

function lowerPairs({ prose }: BlockReading): Pair[] {
  const found: Pair[] = [];
  visitPairs(prose, (start, end, second, isUpper) => {
    const pair = isUpper ? undefined : pairAt(prose, start, second, end);
    if (pair) found.push(pair);
  });
  return found;
}

/** Words before which capitals say nothing: the same noun is a name after one and a common noun after another. */
const NO_MODIFIER =
  /^(?:the|an?|and|or|of|in|on|at|to|for|from|by|with|as|its|their|this|these|that|those|each|all|any|other|new|both|such|no|our|his|her|first|second|third|several|various|many|more|most|held|ITU)$/i;

/** Written with capitals as the name of one, without as the kind: both are right in one report. */
const EITHER_WAY =
  /^(?:study groups?|focus groups?|working groups?|action (?:plans?|lines?)|member states?|sector members?|advisory groups?|plenipotentiary conference|regional (?:office|initiative)s?)$/i;

/** Names of regions: what follows them should be written one way for all. */
const REGION =
  /^(?:Africa|African|Arab|Americas|American|Europe|European|CIS|Asia|Asian|Asia-Pacific|Caribbean|Pacific|States)$/;

/** A word with a capital right before, or before a small word: the pair goes on with its name. */
const LEADING_NAME = /([A-Z][a-z]+)\s(?:(?:and|of|for)\s)?$/;

/** The key of all regions together, and the sum under which pairs with one are found. */
const REGION_KEY = '(region)';
const REGION_SUM = sumOf('region');

const isRegion = (prose: string, start: number, end: number): boolean =>
  end - start >= 6 && end - start <= 7 && /^regions?$/i.test(prose.slice(start, end));

/** Two words as a pair, unless what stands around them says that capitals say nothing here. */
function pairAt(prose: string, start: number, second: number, end: number): Pair | undefined {
  const word = prose.slice(start, end);
  const first = prose.slice(start, second - 1);
  const noun = prose.slice(second, end);
  if (NO_MODIFIER.test(first) && !(first === 'ITU' && /^workshop$/i.test(noun))) return undefined;
  const isName = noun[0] !== noun[0].toLowerCase();
  // A capital inside a longer name (`Arab Regional Centre`, `Network and Information Security`) says nothing.
  const before = LEADING_NAME.exec(prose.slice(Math.max(0, start - 24), start));
  if (isName && (/^\s[A-Z]/.test(prose.slice(end, end + 3)) || (before && !NO_MODIFIER.test(before[1]))))
    return undefined;
  if (EITHER_WAY.test(word)) return undefined;
  const region = REGION.test(first) && isRegion(prose, second, end);
  const key = region ? REGION_KEY : `${first} ${noun}`.toLowerCase();
  const sum = region ? REGION_SUM : sumOfPair(sumOf(first), sumOf(noun));
  return { start, end, key, sum, form: 'capital', word };
}

/** Words of a pair are no longer than this. */
const LONGEST = 25;
const SHORTEST_SECOND = 4;

/**
 * Visits every two words with one space between, the second of four letters or more, small but for its first.
 *
 * @param visit `second`: where the second word begins; `sum`: the same for both ways of writing the pair
 */
function visitPairs(
  prose: string,
  visit: (start: number, end: number, second: number, isUpper: boolean, sum: number) => void,
): void {
  let firstStart = -1;
  let firstEnd = -1;
  let firstTraits = 0;
  let firstSum = 0;
  eachCompound(prose, (start, end, traits, sum) => {
    if (isSecond(prose, start, end, traits)) {
      // Where a hyphen stands at an end of the first word, more than the word belongs to it.
      const isPlain = firstEnd === start - 1 && (firstTraits & DIGIT) === 0 && prose[firstStart - 1] !== '-';
      const from = isPlain ? firstStart : startOfWords(prose, start - 1);
      if (isFirst(prose, from, start - 1)) {
        const own = isPlain ? firstSum : sumOf(prose.slice(from, start - 1));
        visit(from, end, start, (traits & FIRST_CAPITAL) !== 0, sumOfPair(own, sum));
      }
    }
    firstStart = start;
    firstEnd = end;
    firstTraits = traits;
    firstSum = sum;
  });
}

function isSecond(prose: string, start: number, end: number, traits: number): boolean {
  if ((traits & (CAPITALS | INNER_CAPITAL | DIGIT | HYPHEN)) !== 0) return false;
  if (end - start < SHORTEST_SECOND || end - start > LONGEST || start < 3) return false;
  if (prose.charCodeAt(start - 1) !== SPACE && !/\s/.test(prose[start - 1])) return false;
  return !isJoined(prose, end);
}

/** Whether the words from `start` to `end` can be the first of a pair. */
function isFirst(prose: string, start: number, end: number): boolean {
  const length = end - start;
  return (
    length >= 2 &&
    length <= LONGEST &&
    isLetter(prose.charCodeAt(start)) &&
    !(start > 0 && isJoined(prose, start - 1))
  );
}

const [SPACE, APOSTROPHE, HYPHEN_SIGN, UNDERSCORE] = [..." '-_"].map(sign => sign.charCodeAt(0));

/** Whether a character goes on with a word: letters, digits, an apostrophe, a hyphen. */
function isJoined(prose: string, at: number): boolean {
  const code = at < prose.length ? prose.charCodeAt(at) : SPACE;
  return isWordCode(code) || code === APOSTROPHE || code === HYPHEN_SIGN || code === UNDERSCORE;
}

/** Where the letters and hyphens begin that end at `end`. */
function startOfWords(prose: string, end: number): number {
  let start = end;
  while (start > 0 && end - start <= LONGEST && /[A-Za-z-]/.test(prose[start - 1])) start--;
  return start;
}
