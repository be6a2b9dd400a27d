import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';

/**
 * The two rules on suppressions speak of the outcome of a whole check, so the engine raises them itself
 * (see engine.ts); here stands what a list of rules needs to know of them.
 */
export const unusedSuppression: Rule = {
  id: 'suppression/unused',
  title: 'A comment hides nothing',
  severity: 'info',
  timing: 'settled',
};

export const unknownRule: Rule = {
  id: 'suppression/unknown-rule',
  title: 'A comment names a rule that does not exist',
  severity: 'warning',
  timing: 'settled',
};

export const suppressionRules: readonly Rule[] = [unusedSuppression, unknownRule];

export const removeComment = (comment: { start: number; end: number }) => ({
  title: say('suppression/unused:fix'),
  edits: [{ ...comment, newText: '' }],
  exact: true,
});
