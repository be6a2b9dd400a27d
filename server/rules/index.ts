import { acronymRulesFrom } from './acronym/expansion.ts';
import { builtinAcronyms, type KnownAcronym } from './acronym/known.ts';
import { dateRules } from './date/index.ts';
import { draftingRules } from './drafting/index.ts';
import { figureRules } from './figure/index.ts';
import { instrumentRules } from './instrument/index.ts';
import { numberingRules } from './numbering/index.ts';
import { recommendationRules } from './recommendation/index.ts';
import { referenceRules } from './reference/index.ts';
import type { Rule } from './rule.ts';
import { structureRules } from './structure/index.ts';
import { suppressionRules } from './suppression/index.ts';
import { termsRulesFrom } from './terms/index.ts';
import { builtinTerms } from './terms/listed.ts';
import type { Term } from './terms/term.ts';
import { textRules } from './text/index.ts';

/** What a workspace adds to the lists that rules read. */
export interface WorkspaceLists {
  readonly terms: readonly Term[];
  readonly acronyms: readonly KnownAcronym[];
}

const NO_LISTS: WorkspaceLists = { terms: [], acronyms: [] };

/** Every rule there is, in the order of the documentation; of a workspace, with what it adds to their lists. */
export function rulesWith(lists: WorkspaceLists = NO_LISTS): readonly Rule[] {
  return [
    ...structureRules,
    ...numberingRules,
    ...referenceRules,
    ...recommendationRules,
    ...instrumentRules,
    ...figureRules,
    ...dateRules,
    ...acronymRulesFrom([...builtinAcronyms.acronyms, ...lists.acronyms]),
    ...termsRulesFrom([...lists.terms, ...builtinTerms.terms]),
    ...textRules,
    ...draftingRules,
    ...suppressionRules,
  ];
}

/** Every rule with the lists that ship. */
export const rules: readonly Rule[] = rulesWith();

export const ruleIds: ReadonlySet<string> = new Set(rules.map(rule => rule.id));

/** The rule's page, relative to the project. */
export const pageOf = (id: string): string => `docs/rules/${id.replace('/', '-')}.md`;
