import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { inReport } from '../text/help.ts';
import { isQuoted } from './quoted.ts';

const SECTOR_FIRST = /(ITU\s?-\s?[TR])(\s{1,3})(Recommendations?|Recs?\.?)\s*$/i;
const NOUN_FIRST = /(?:Recommendations?|Recs?\.?)\s{1,3}ITU\s?-\s?[TR]\s*$/i;

interface Place extends Span {
  readonly place: string;
  readonly written: string;
  readonly right: string;
}

/** `ITU-T Rec. X.1060` among citations of the form `Rec. ITU-T X.1060`, which is that of ITU's author's guide. */
export const citationForm: Rule = {
  id: 'recommendation/citation-form',
  title: 'The sector stands before the word Recommendation',
  severity: 'info',
  timing: 'settled',
  report({ report, reading }, remark) {
    if (!report.recognised) return;
    const found: Place[] = [];
    let others = 0;
    for (const block of reading.blocks) {
      for (const citation of block.citations) {
        if (!citation.prefixed || citation.core.start - citation.start > 60) continue;
        const prefix = block.view.slice(citation.start, citation.core.start);
        if (NOUN_FIRST.test(prefix)) others++;
        const old = SECTOR_FIRST.exec(prefix);
        if (!old || isQuoted(block.remembered, citation)) continue;
        const [, sector, space, noun] = old;
        const start = citation.start + old.index;
        const end = start + sector.length + space.length + noun.length;
        const raw = block.text.slice(start, end);
        const right = `${raw.slice(sector.length + space.length)}${raw.slice(sector.length, sector.length + space.length)}${raw.slice(0, sector.length)}`;
        found.push({ ...inReport(block, start, end), place: block.block.place, written: raw, right });
      }
    }
    if (found.length === 0 || found.length >= others) return;
    for (const { start, end, place, written, right } of found) {
      // Emphasis or a link's bracket between the two would change sides.
      const plain = /^[\w.\s\u2010-\u2015-]+$/.test(written);
      remark({
        at: { start, end },
        say: 'recommendation/citation-form',
        with: { written: written.replace(/\s+/g, ' '), right: right.replace(/\s+/g, ' '), others },
        place,
        fixes: plain
          ? () => [
              {
                title: say('recommendation/citation-form:fix', { right: right.replace(/\s+/g, ' ') }),
                edits: [{ start, end, newText: right }],
                exact: true,
              },
            ]
          : undefined,
      });
    }
  },
};
