import { perBlock } from '../../reading/per-block.ts';
import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { inReport } from '../text/help.ts';
import { isQuoted } from './quoted.ts';

const SECTOR_FIRST = /(ITU\s?-\s?[TR])(\s{1,3})(Recommendations?|Recs?\.?)\s*$/i;
const NOUN_FIRST = /(?:Recommendations?|Recs?\.?)\s{1,3}ITU\s?-\s?[TR]\s*$/i;

interface Place extends Span {
  readonly written: string;
  readonly right: string;
}

/** How a block writes its prefixes: the places of the old form, and how many have that of the guide. */
const prefixesIn = perBlock((block): { readonly old: readonly Place[]; readonly others: number } => {
  const old: Place[] = [];
  let others = 0;
  for (const citation of block.citations) {
    if (!citation.prefixed || citation.core.start - citation.start > 60) continue;
    const prefix = block.view.slice(citation.start, citation.core.start);
    if (NOUN_FIRST.test(prefix)) others++;
    const found = SECTOR_FIRST.exec(prefix);
    if (!found || isQuoted(block, citation)) continue;
    const [, sector, space, noun] = found;
    const start = citation.start + found.index;
    const end = start + sector.length + space.length + noun.length;
    const raw = block.text.slice(start, end);
    const right = `${raw.slice(sector.length + space.length)}${raw.slice(sector.length, sector.length + space.length)}${raw.slice(0, sector.length)}`;
    old.push({ start, end, written: raw, right });
  }
  return { old, others };
});

/** `ITU-T Rec. X.1060` among citations of the form `Rec. ITU-T X.1060`, which is that of ITU's author's guide. */
export const citationForm: Rule = {
  id: 'recommendation/citation-form',
  title: 'The sector stands before the word Recommendation',
  severity: 'info',
  timing: 'settled',
  report({ report, reading }, remark) {
    if (!report.recognised) return;
    const found = reading.blocks.flatMap(block => prefixesIn(block).old.map(place => ({ block, place })));
    const others = reading.blocks.reduce((sum, block) => sum + prefixesIn(block).others, 0);
    if (found.length === 0 || found.length >= others) return;
    for (const { block, place } of found) {
      const { written, right } = place;
      const at = inReport(block, place.start, place.end);
      // Emphasis or a link's bracket between the two would change sides.
      const plain = /^[\w.\s\u2010-\u2015-]+$/.test(written);
      remark({
        at,
        say: 'recommendation/citation-form',
        with: { written: written.replace(/\s+/g, ' '), right: right.replace(/\s+/g, ' '), others },
        place: block.block.place,
        fixes: plain
          ? () => [
              {
                title: say('recommendation/citation-form:fix', { right: right.replace(/\s+/g, ' ') }),
                edits: [{ ...at, newText: right }],
                exact: true,
              },
            ]
          : undefined,
      });
    }
  },
};
