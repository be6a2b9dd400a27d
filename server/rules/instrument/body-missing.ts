import type { Citation } from '../../citations/citation.ts';
import { perBlock } from '../../reading/per-block.ts';
import type { BlockReading } from '../../reading/reading.ts';
import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import { citedIn, spanOf } from '../recommendation/known.ts';
import type { Rule } from '../rule.ts';
import { inReport } from '../text/help.ts';

/** Words behind the number that name the Council. */
const BEHIND =
  /^\s?(?:\([^()]{0,20}\)\s)?(?:,\s)?(?:of|by|adopted\s(?:by|at))\s(?:the\s)?(?:\d{4}\s)?(?:session\sof\s(?:the\s)?)?(?:ITU\s)?Council/;

/** A resolution of the Council that does not say so, where others of the report do. */
export const bodyMissing: Rule = {
  id: 'instrument/body-missing',
  title: 'A resolution of the Council is cited without its body',
  severity: 'info',
  timing: 'settled',
  report({ report, reading }, remark) {
    if (!report.recognised || !reading.blocks.some(block => resolutionsIn(block).named)) return;
    const bare = reading.blocks.flatMap(block => resolutionsIn(block).bare.map(span => ({ block, span })));
    for (const { block, span } of bare) {
      const { start, end } = span;
      const noun = /^[A-Za-z]+/.exec(block.view.slice(start, end))?.[0] ?? 'Resolution';
      const at = inReport(block, start, end);
      remark({
        at,
        say: 'instrument/body-missing',
        place: block.block.place,
        fixes: () => [
          {
            title: say('instrument/body-missing:fix', { noun }),
            edits: [{ start: at.start, end: at.start, newText: 'Council ' }],
            exact: true,
          },
        ],
      });
    }
  },
};

/** The resolutions of the Council in a block: whether one says whose it is, and those that do not. */
const resolutionsIn = perBlock((block): { readonly named: boolean; readonly bare: readonly Span[] } => {
  const bare: Span[] = [];
  let named = false;
  for (const one of citedIn(block)) {
    const { citation, first } = one;
    if (citation.kind !== 'resolution' || citation.body !== 'Council') continue;
    if (saysCouncil(block, citation) || saysCouncil(block, first)) named = true;
    else if (citation === first && citation.edition) bare.push(spanOf(one));
  }
  return { named, bare };
});

const saysCouncil = ({ view }: BlockReading, { start, core, end, conference }: Citation): boolean =>
  conference !== undefined ||
  view.slice(start, core.start).includes('Council') ||
  BEHIND.test(view.slice(end, end + 80));
