import { parseExpression, type Sequence } from './expression.ts';
import { ANY_KIND } from './kinds.ts';
import { NUMBER, type Places, TWICE, WIDE } from './places.ts';
import { Unknown, Walk } from './walk.ts';

/**
 * What a text must hold for a pattern to match: found from the pattern's own tree, so that a list of words to look
 * for can never fall behind the pattern. Everything here may be too wide; nothing may be too narrow.
 */

/** What is known of the matches of a pattern. */
export interface Beginnings {
  /** Where they all begin; undefined where that may be anywhere. */
  readonly at?: Places;
  /** What they all hold besides; undefined where nothing is known that would be rarer. */
  readonly holds?: Places;
}

/** Where the first of two words stands that are the same but for capitals. */
export const WORDS_TWICE: Beginnings = {
  at: { words: [], marks: [{ code: TWICE, before: ANY_KIND, behind: ANY_KIND }] },
};

export function beginningsOf(pattern: RegExp): Beginnings {
  const { ignoreCase, unicode } = pattern;
  // In Unicode there are letters beyond ASCII that are the same as one of ours but for their case.
  if (ignoreCase && unicode) return {};
  const options = parseExpression(pattern);
  const starts = placesAt(options, []);
  const at = starts && worthOf(starts) > 0 ? starts : undefined;
  const least = Math.max(1, at ? worthOf(at) : 0);
  if (least >= RARE) return { at };
  const held = options.map(option => heldBy(option, least));
  return { at, holds: held.includes(undefined) ? undefined : merged(held.flatMap(places => places ?? [])) };
}

/** What is worth so much is rare enough: nothing else is looked for. */
const RARE = 3;

/** The telling part of a sequence: of all its places the one that texts have least often. */
function heldBy(sequence: Sequence, least: number): Places | undefined {
  let best: Places | undefined;
  for (let i = 0; i < sequence.length; i++) {
    const places = placesAt([sequence.slice(i)], sequence.slice(0, i));
    if (places && worthOf(places) > (best ? worthOf(best) : least)) best = places;
  }
  return best;
}

/** Where matches of some sequences begin behind another; undefined where nobody can say. */
function placesAt(options: readonly Sequence[], behind: Sequence): Places | undefined {
  try {
    return new Walk().places(options, behind);
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

const merged = (all: readonly Places[]): Places => ({
  words: all.flatMap(({ words }) => words),
  marks: all.flatMap(({ marks }) => marks),
});

/** How seldom texts have the commonest of some places: the letters of the shortest word, and a guess for marks. */
const worthOf = ({ words, marks }: Places): number =>
  Math.min(
    ...words.map(({ letters, whole }) => letters.length + (whole ? 1 : 0)),
    ...marks.map(({ code }) =>
      code === NUMBER || code === WIDE ? 1 : ',.'.includes(String.fromCharCode(code)) ? 0.5 : 1.5,
    ),
  );
