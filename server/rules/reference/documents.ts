import type { Head } from '../../report/model.ts';
import type { ReportContext, Rule } from '../rule.ts';

interface Cited {
  readonly id: string;
  readonly span: { start: number; end: number };
  readonly place: string;
}

/** The head under which sources are listed, where the report has one. */
const referencesHead = (context: ReportContext): Head | undefined =>
  context.report.heads.find(head => /^references?$/i.test(head.title));

/** Council documents cited inside or outside a head; only the first place of each. */
function councilDocuments(context: ReportContext, head: Head, inside: boolean): Map<string, Cited> {
  const own = context.report.masthead.symbol?.value.id;
  const cited = new Map<string, Cited>();
  for (const { block, citations } of context.reading.blocks) {
    if ((head.span.start <= block.span.start && block.span.end <= head.span.end) !== inside) continue;
    for (const citation of citations) {
      if (citation.kind !== 'council-document' || citation.id === own) continue;
      const id = citation.id.replace(/\(Rev\.\d\)$/, '');
      const span = {
        start: block.span.start + citation.core.start,
        end: block.span.start + citation.core.end,
      };
      if (!cited.has(id)) cited.set(id, { id: citation.id, span, place: block.place });
    }
  }
  return cited;
}

export const notListed: Rule = {
  id: 'reference/not-listed',
  title: 'A Council document is cited but not listed',
  severity: { drafting: 'hint', review: 'info', submission: 'warning' },
  timing: 'settled',
  report(context, remark) {
    const head = context.report.recognised ? referencesHead(context) : undefined;
    if (!head) return;
    const listed = councilDocuments(context, head, true);
    for (const [id, cited] of councilDocuments(context, head, false)) {
      if (listed.has(id)) continue;
      remark({
        at: cited.span,
        say: 'reference/not-listed',
        with: { id: cited.id, head: head.title },
        place: cited.place,
      });
    }
  },
};

export const notCited: Rule = {
  id: 'reference/not-cited',
  title: 'A Council document is listed but not cited',
  // Earlier reports are listed for reference alone, which is right: a hint is all that this can be.
  severity: { drafting: 'off', review: 'hint', submission: 'hint' },
  timing: 'settled',
  report(context, remark) {
    const head = context.report.recognised ? referencesHead(context) : undefined;
    if (!head) return;
    const outside = councilDocuments(context, head, false);
    // A report that cites no document at all lists them as background.
    if (outside.size === 0) return;
    for (const [id, cited] of councilDocuments(context, head, true)) {
      if (outside.has(id)) continue;
      remark({
        at: cited.span,
        say: 'reference/not-cited',
        with: { id: cited.id, head: head.title },
        place: cited.place,
      });
    }
  },
};
