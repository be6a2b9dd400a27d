import type { Citation } from '../../citations/citation.ts';
import { perBlockAnd } from '../../reading/per-block.ts';
import type { Reading } from '../../reading/reading.ts';
import { reportDate } from '../date/report-date.ts';
import { say } from '../messages.ts';
import type { Facts, Rule } from '../rule.ts';
import { inReport } from '../text/help.ts';
import { type Announcement, announcedIn, type Spoken, spokenIn } from './announcements.ts';
import { entryOf } from './known.ts';

export const announcedAgain: Rule = {
  id: 'recommendation/announced-again',
  title: 'A text was announced in an earlier report already',
  severity: 'info',
  timing: 'settled',
  report({ reading, report, facts }, remark) {
    if (!report.recognised || facts.archive.length === 0) return;
    const told = new Set<string>();
    for (const block of reading.blocks) {
      for (const { citation, earlier, before } of repeatedIn(block, facts)) {
        if (told.has(citation.id)) continue;
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
    }
  },
};

/** News that an earlier report has told already. */
interface Repeated {
  readonly citation: Citation;
  readonly earlier: Reading;
  readonly before: Announcement;
}

const repeatedIn = perBlockAnd((block, facts: Facts): readonly Repeated[] =>
  spokenIn(block).flatMap(now => {
    if (now.as === 'revised') return [];
    const earlier = facts.archive.findLast(one => isSameNews(facts, now, one));
    const before = earlier && announcedIn(earlier).get(now.citation.id);
    return earlier && before ? [{ citation: now.citation, earlier, before }] : [];
  }),
);

/** Whether an earlier report announced this very edition: not one that a newer edition followed in between. */
function isSameNews({ catalogue, date }: Facts, now: Spoken, earlier: Reading): boolean {
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
