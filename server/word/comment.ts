import { t } from '../messages/translate.ts';
import type { Span } from '../text/span.ts';

/** The author under whose name findings go out as comments, and by whom they are known again. */
export const OUR_AUTHOR = 'gca-report';
/** The author of a drafter's own notes (HTML comments) that go out as comments. */
export const NOTE_AUTHOR = 'Draft note';

/** A comment that goes out with the words it is on. */
export interface WordComment extends Span {
  /** What it says, a paragraph each. For a finding the message, then its rule. */
  readonly lines: readonly string[];
  readonly author: string;
  readonly resolved: boolean;
  /** What was answered, by the same author. */
  readonly replies: readonly string[];
}

/** A finding as a comment: its message and its rule. */
export const commentOfFinding = (
  finding: Span & { readonly message: string; readonly rule: string },
): WordComment => ({
  start: finding.start,
  end: finding.end,
  lines: [finding.message, finding.rule],
  author: OUR_AUTHOR,
  resolved: false,
  replies: [],
});

/**
 * A comment in the text that hides findings, as a resolved comment in Word: it comes back as it went.
 *
 * @param covers what it hides findings in
 * @param reason why, where it says so
 */
export const commentOfSuppression = (
  covers: Span,
  rules: readonly string[],
  reason: string | null,
): WordComment => ({
  start: covers.start,
  end: covers.end,
  lines: [t('Hidden by a comment in the draft.'), ...rules],
  author: OUR_AUTHOR,
  resolved: true,
  replies: reason ? [reason] : [],
});

/** A drafter's note, an HTML comment, as a comment on the words behind it. */
export const commentOfNote = (at: number, text: string): WordComment => ({
  start: at,
  end: at,
  lines: [text],
  author: NOTE_AUTHOR,
  resolved: false,
  replies: [],
});
