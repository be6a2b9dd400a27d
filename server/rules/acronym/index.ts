import type { Rule } from '../rule.ts';
import { acronymRulesFrom } from './expansion.ts';
import { builtinAcronyms } from './known.ts';

/** The rules of the group `acronym` with the list that ships. */
export const acronymRules: readonly Rule[] = acronymRulesFrom(builtinAcronyms.acronyms);
