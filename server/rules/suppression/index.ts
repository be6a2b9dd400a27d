import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import type { Fix, Rule } from '../rule.ts';

/**
 * The two rules on suppressions speak of the outcome of a whole check, so the engine raises them itself
 * (see engine.ts); here stands what a list of rules needs to know of them.
 */
export const unusedSuppression: Rule = {
  id: 'suppression/unused',
  title: 'A comment hides nothing',
  severity: 'info',
  timing: 'settled',
  anyLanguage: true,
};

export const unknownRule: Rule = {
  id: 'suppression/unknown-rule',
  title: 'A comment names a rule that does not exist',
  severity: 'warning',
  timing: 'settled',
  anyLanguage: true,
};

export const suppressionRules: readonly Rule[] = [unusedSuppression, unknownRule];

/** A comment alone on its line goes with the line: an empty one left behind would split a wrapped paragraph. */
export function removeComment(text: string, comment: Span): Fix {
  const before = /(?:^|[\r\n])[ \t]*$/.exec(text.slice(Math.max(0, comment.start - 200), comment.start));
  const behind = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(comment.end, comment.end + 200));
  const alone = before !== null && behind !== null;
  const lead = /[ \t]*$/.exec(text.slice(Math.max(0, comment.start - 200), comment.start))?.[0].length ?? 0;
  const start = comment.start - lead;
  const end = alone ? comment.end + behind[0].length : comment.end;
  return { title: say('suppression/unused:fix'), edits: [{ start, end, newText: '' }], exact: true };
}
