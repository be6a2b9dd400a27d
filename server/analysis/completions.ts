import { type Completion, completionAsk, completionsFor } from './complete.ts';
import { earlierCompletions } from './complete-earlier.ts';
import { structureCompletions } from './complete-structure.ts';
import { wordCompletions } from './complete-words.ts';
import type { Analysis } from './project.ts';

/**
 * What calls for proposals. A letter typed in running text must not: there only who asks gets an answer.
 * `always`: as characters are typed as well. `asked`: on the key for completion alone.
 */
interface Source {
  readonly when: 'always' | 'asked';
  readonly propose: (analysis: Analysis, offset: number) => Completion[] | Promise<Completion[]>;
}

async function identifiers(analysis: Analysis, offset: number): Promise<Completion[]> {
  const ask = completionAsk(analysis, offset);
  if (!ask) return [];
  await analysis.catalogue.ready(ask.needs, ask.sector);
  return completionsFor(analysis, ask);
}

const SOURCES: readonly Source[] = [
  { when: 'always', propose: identifiers },
  { when: 'always', propose: structureCompletions },
  { when: 'asked', propose: wordCompletions },
  { when: 'asked', propose: earlierCompletions },
];

/**
 * The proposals at an offset of the draft, those of the first source first.
 *
 * @param typed whether a character that was typed asks, and not the user
 */
export async function completionsAt(
  analysis: Analysis,
  offset: number,
  typed: boolean,
): Promise<Completion[]> {
  const found: Completion[] = [];
  for (const { when, propose } of SOURCES) {
    if (when === 'always' || !typed) found.push(...(await propose(analysis, offset)));
  }
  return found;
}
