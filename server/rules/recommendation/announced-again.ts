import type { Reading } from '../../reading/reading.ts';
import { reportDate } from '../date/report-date.ts';
import { say } from '../messages.ts';
import type { ReportContext, Rule } from '../rule.ts';
import { inReport } from '../text/help.ts';
import { type Announcement, announcedIn, announcementsOf } from './announcements.ts';
import { entryOf } from './known.ts';

export const announcedAgain: Rule = {
  id: 'recommendation/announced-again',
  title: 'A text was announced in an earlier report already',
  severity: 'info',
  timing: 'settled',
  report(context, remark) {
    const { archive, reading, report } = context;
    if (!report.recognised || archive.length === 0) return;
    const told = new Set<string>();
    for (const now of announcementsOf(reading)) {
      const { citation, block } = now;
      if (now.as === 'revised' || told.has(citation.id)) continue;
      const earlier = archive.findLast(one => isSameNews(context, now, one));
      const before = earlier && announcedIn(earlier).get(citation.id);
      if (!earlier || !before) continue;
      told.add(citation.id);
      const year = earlier.report.year?.value ?? earlier.path;
      remark({
        at: inReport(block, citation.core.start, citation.core.end),
        say: 'recommendation/announced-again',
        with: { id: citation.id, year },
        place: block.block.place,
        related: [
          {
            path: earlier.path,
            span: inReport(before.block, before.citation.core.start, before.citation.core.end),
            paragraph: before.block.block.place,
            message: say('recommendation/announced-again:related', { year }),
          },
        ],
      });
    }
  },
};

/** Whether an earlier report announced this very edition: not one that a newer edition followed in between. */
function isSameNews({ catalogue, date }: ReportContext, now: Announcement, earlier: Reading): boolean {
  const before = announcedIn(earlier).get(now.citation.id);
  if (!before) return false;
  const [cited, citedBefore] = [now.citation.edition, before.citation.edition];
  if (cited && citedBefore && cited !== citedBefore) return false;
  const entry = entryOf(catalogue, now.citation);
  // "New or revised" may be a revision that nothing here knows of.
  if (!entry) return now.as === 'new';
  const then = reportDate(earlier.report);
  if (!then || !date) return now.as === 'new';
  return entry.editionAt(then)?.date === entry.editionAt(date)?.date;
}
