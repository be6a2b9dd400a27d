import { numberingRules } from './numbering/index.ts';
import { referenceRules } from './reference/index.ts';
import { acronymRules } from './acronym/index.ts';
import { figureRules } from './figure/index.ts';
import { termsRules } from './terms/index.ts';
import { textRules } from './text/index.ts';
import type { Rule } from './rule.ts';
import { structureRules } from './structure/index.ts';
import { suppressionRules } from './suppression/index.ts';

/** Every rule there is, in the order of the documentation. */
export const rules: readonly Rule[] = [
  ...structureRules,
  ...numberingRules,
  ...referenceRules,
  ...acronymRules,
  ...figureRules,
  ...termsRules,
  ...textRules,
  ...suppressionRules,
];

export const ruleIds: ReadonlySet<string> = new Set(rules.map(rule => rule.id));

/** The rule's page, relative to the project. */
export const pageOf = (id: string): string => `docs/rules/${id.replace('/', '-')}.md`;
