import type { Rule } from '../rule.ts';
import { capitals, capitalsMixed } from './capitals.ts';
import { consistency } from './consistency.ts';
import { ize } from './ize.ts';
import { builtinTerms, termRules } from './listed.ts';
import { theItu } from './the-itu.ts';

/** The rules of the group `terms` with the list that ships. */
export const termsRules: readonly Rule[] = [
  ...termRules(builtinTerms.terms),
  consistency,
  ize,
  capitals,
  capitalsMixed,
  theItu,
];
