import { findCitations } from '../citations/citations.ts';
import { view } from '../text/view.ts';
import { describeCitation, type IdentifierFacts } from './hover/index.ts';

/** More identifiers than a question has; the rest is left out. */
const MOST = 20;

/**
 * What is known of each identifier in a few words, as a hover says it: a text in Markdown for each. Each identifier
 * is told once; empty where there is none.
 */
export async function lookUp(words: string, facts: IdentifierFacts): Promise<string[]> {
  const citations = new Map(findCitations(view(words)).map(citation => [citation.id, citation]));
  const asked = [...citations.values()].slice(0, MOST);
  await facts.catalogue.ready(asked.map(({ id }) => id));
  return asked.map(citation => describeCitation(facts, citation).join('\n\n'));
}
