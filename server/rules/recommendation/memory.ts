import type { Catalogue } from '../../catalogue/catalogue.ts';

/**
 * Answers of the catalogue that a keystroke would ask for again: searches by title and for near numbers, which look
 * at thousands of texts. They belong to one catalogue, and are forgotten when there are too many.
 */
const memories = new WeakMap<Catalogue, Map<string, unknown>>();

const MOST_REMEMBERED = 50_000;

/**
 * The answer to a question that was asked before, else that of `ask`.
 *
 * @param key names the question, what it depends on, and which parts of the catalogue were loaded
 */
export function remembered<T>(catalogue: Catalogue, key: string, ask: () => T): T {
  let memory = memories.get(catalogue);
  if (!memory || memory.size >= MOST_REMEMBERED) memories.set(catalogue, (memory = new Map()));
  if (memory.has(key)) return memory.get(key) as T;
  const answer = ask();
  memory.set(key, answer);
  return answer;
}
