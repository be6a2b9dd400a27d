import type { Rule } from '../rule.ts';
import { capitals } from './capitals.ts';
import { capitalsMixed } from './capitals-mixed.ts';
import { consistency } from './consistency.ts';
import { ize } from './ize.ts';
import { builtinTerms, termRules } from './listed.ts';
import type { Term } from './term.ts';
import { theItu } from './the-itu.ts';

/** The rules of the group `terms` over a list of terms: of two that match, the earlier holds. */
export const termsRulesFrom = (terms: readonly Term[]): readonly Rule[] => [
  ...termRules(terms),
  consistency,
  ize,
  capitals,
  capitalsMixed,
  theItu,
];

/** The same with the list that ships. */
export const termsRules: readonly Rule[] = termsRulesFrom(builtinTerms.terms);
