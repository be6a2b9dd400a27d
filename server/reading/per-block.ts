import type { BlockReading, ReadBlock } from './reading.ts';

/**
 * A question asked of a block's text alone, answered once for as long as the text is the same. What a rule gathers
 * over a whole report it gathers block by block through this, so that a keystroke costs one block.
 *
 * The answers are kept by the remembered reading, which never changes: nothing can go stale, and nothing is held
 * longer than the text it belongs to.
 */
export function perBlock<T>(ask: (block: BlockReading) => T): (block: ReadBlock | BlockReading) => T {
  const answers = new WeakMap<BlockReading, { readonly answer: T }>();
  return block => {
    const key = 'remembered' in block ? block.remembered : block;
    let known = answers.get(key);
    if (!known) answers.set(key, (known = { answer: ask(key) }));
    return known.answer;
  };
}
