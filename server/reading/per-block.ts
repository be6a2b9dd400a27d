import type { BlockReading, ReadBlock } from './reading.ts';

/**
 * A question asked of a block's text alone, answered once for as long as the text is the same. What a rule gathers
 * over a whole report it gathers block by block through this, so that a keystroke costs one block.
 *
 * The answers are kept by the remembered reading, which never changes: nothing can go stale, and nothing is held
 * longer than the text it belongs to. Each question has its place among them, because a keystroke asks every block.
 */
export function perBlock<T>(ask: (block: BlockReading) => T): (block: ReadBlock | BlockReading) => T {
  const place = questions++;
  return block => {
    const { answers } = block;
    const known = answers[place];
    if (known !== undefined) return known === NOTHING ? (undefined as T) : (known as T);
    const answer = ask('remembered' in block ? block.remembered : block);
    answers[place] = answer === undefined ? NOTHING : answer;
    return answer;
  };
}

/**
 * The same for a question that depends on one thing more (the day of the report, an earlier report): answered again
 * when that is another object. A block keeps the answer to the last one only.
 */
export function perBlockAnd<Given, T>(
  ask: (block: BlockReading, given: Given) => T,
): (block: ReadBlock | BlockReading, given: Given) => T {
  const last = perBlock((): { given?: Given; answer?: T } => ({}));
  return (block, given) => {
    const known = last(block);
    if (known.given !== given || !('answer' in known)) {
      known.given = given;
      known.answer = ask('remembered' in block ? block.remembered : block, given);
    }
    return known.answer as T;
  };
}

/** How many questions there are, and with it the place of the next one. */
let questions = 0;

/** Stands for `undefined` as an answer. */
const NOTHING = Symbol('nothing');
