import { CONFIRMED_FILE, confirmationNote, withConfirmation } from '../../figures/confirmations.ts';
import type { LocatedClaim } from '../../figures/located.ts';
import { MONTHS } from '../../text/dates.ts';
import { say } from '../messages.ts';
import type { Fix, ReportContext } from '../rule.ts';

/**
 * What a drafter can do with a figure that may be stale: say from when it is, or record that it was looked at, in
 * the text or in the workspace's file. All are the drafter's choice; none is applied unasked.
 *
 * @param dated the sentence says already from when it is
 */
export function staleFixes(context: ReportContext, figure: LocatedClaim, dated = false): Fix[] {
  const year = context.report.year?.value;
  const fixes: Fix[] = [];
  if (year !== undefined) fixes.push(confirmInText(context, figure, year), confirmInFile(figure, year));
  const asOf = dated ? undefined : insertAsOf(context, figure);
  if (asOf) fixes.push(asOf);
  return fixes;
}

function confirmInText({ report }: ReportContext, { claim, block, text }: LocatedClaim, year: number): Fix {
  const at = report.lines.starts[report.lines.lineAt(block.block.span.start)];
  const eol = report.text.includes('\r\n') ? '\r\n' : '\n';
  return {
    title: say('figure/unchanged:fix-confirm', { text, year }),
    edits: [{ start: at, end: at, newText: confirmationNote(claim, year) + eol }],
    exact: false,
  };
}

function confirmInFile({ claim, text }: LocatedClaim, year: number): Fix {
  return {
    title: say('figure/unchanged:fix-confirm-file', { text, year, file: CONFIRMED_FILE }),
    edits: [],
    files: [
      {
        path: CONFIRMED_FILE,
        update: present => withConfirmation(present, { value: claim.value, unit: claim.unit, year }),
      },
    ],
    exact: false,
  };
}

function insertAsOf({ report }: ReportContext, { claim, span }: LocatedClaim): Fix | undefined {
  const date = report.masthead.date?.value;
  if (!date?.month || claim.asOf) return undefined;
  const month = MONTHS[date.month - 1];
  const when = `${month[0].toUpperCase()}${month.slice(1)} ${date.year}`;
  return {
    title: say('figure/unchanged:fix-as-of', { date: when }),
    edits: [{ start: span.end, end: span.end, newText: ` (as of ${when})` }],
    exact: false,
  };
}
