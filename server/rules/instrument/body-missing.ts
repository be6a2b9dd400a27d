import type { Citation, CitationKind } from '../../citations/citation.ts';
import type { ReadBlock } from '../../reading/reading.ts';
import { say } from '../messages.ts';
import { type Cited, cited, spanOf } from '../recommendation/known.ts';
import type { Rule } from '../rule.ts';
import { inReport } from '../text/help.ts';

const RESOLUTION: ReadonlySet<CitationKind> = new Set(['resolution']);

/** Words behind the number that name the Council. */
const BEHIND =
  /^\s?(?:\([^()]{0,20}\)\s)?(?:,\s)?(?:of|by|adopted\s(?:by|at))\s(?:the\s)?(?:\d{4}\s)?(?:session\sof\s(?:the\s)?)?(?:ITU\s)?Council/;

/** A resolution of the Council that does not say so, where others of the report do. */
export const bodyMissing: Rule = {
  id: 'instrument/body-missing',
  title: 'A resolution of the Council is cited without its body',
  severity: 'info',
  timing: 'settled',
  report(context, remark) {
    const bare: Cited[] = [];
    let named = 0;
    for (const one of cited(context, RESOLUTION)) {
      const { citation, first, block } = one;
      if (citation.body !== 'Council') continue;
      if (saysCouncil(block, citation) || saysCouncil(block, first)) named++;
      else if (citation === first && citation.edition) bare.push(one);
    }
    if (named === 0) return;
    for (const one of bare) {
      const { block } = one;
      const { start, end } = spanOf(one);
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

const saysCouncil = ({ view }: ReadBlock, { start, core, end, conference }: Citation): boolean =>
  conference !== undefined ||
  view.slice(start, core.start).includes('Council') ||
  BEHIND.test(view.slice(end, end + 80));
