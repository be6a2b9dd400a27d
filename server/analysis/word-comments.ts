import { marksOf } from '../drafting/marks.ts';
import { t } from '../messages/translate.ts';
import { suppressionsOf } from '../rules/suppression/comments.ts';
import type { Span } from '../text/span.ts';
import { commentOfFinding, commentOfNote, commentOfSuppression, type WordComment } from '../word/comment.ts';
import type { Analysis } from './project.ts';

/** What a reader of the Word document should know of the report it was made from, in sentences. */
export function exportNotes({ report }: Pick<Analysis, 'report'>): string[] {
  const open = marksOf(report).length;
  if (open === 0) return [];
  return [
    open === 1
      ? t('One thing is still to confirm, and its words are not in the Word document.')
      : t('{count} things are still to confirm, and their words are not in the Word document.', {
          count: open,
        }),
  ];
}

/** The reason stands in a comment that hides findings behind ` -- `. */
function reasonIn(comment: string): string | null {
  const at = comment.search(/\s--\s/);
  return at >= 0 && comment.endsWith('-->')
    ? comment
        .slice(at + 4, -3)
        .trim()
        .replace(/\s+/g, ' ')
    : null;
}

/**
 * What goes out as comments of a Word document: the findings, what hides others (as resolved comments, so that it
 * comes back), and the drafter's own notes. What hides findings in the whole file stays behind.
 */
export function wordComments({ findings, report }: Pick<Analysis, 'findings' | 'report'>): WordComment[] {
  const wordsOf = ({ start, end }: Span) => report.text.slice(start, end);
  const suppressions = suppressionsOf(report);
  const hiding = suppressions
    .filter(({ covers }) => covers.end - covers.start < report.text.length)
    .map(({ covers, comment, rules }) => commentOfSuppression(covers, rules, reasonIn(wordsOf(comment))));
  const directives = new Set(suppressions.map(({ comment }) => comment.start));
  const notes = report.comments
    .filter(comment => !directives.has(comment.start) && !/^<!--\s*gca-report-/.test(wordsOf(comment)))
    .map(comment => commentOfNote(comment.end, wordsOf(comment).slice(4, -3).replace(/\s+/g, ' ').trim()));
  return [...findings.map(commentOfFinding), ...hiding, ...notes];
}
