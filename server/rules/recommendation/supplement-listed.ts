import type { Citation } from '../../citations/citation.ts';
import type { BlockReading } from '../../reading/reading.ts';
import type { Rule } from '../rule.ts';
import { sentenceAround } from './history.ts';
import { isQuoted } from './quoted.ts';

/** The noun before a list, or before words like "on ICT security, namely:". */
const RECOMMENDATIONS = /\bRec(?:ommendation|\.|s\b)/;
const SUPPLEMENTS = /\bSup(?:p|\.|\d)/;

/** How far before a Supplement its own noun stands. */
const REACH = 30;

/** A Supplement among Recommendations that one noun announces: the noun does not fit it, nor does "approved". */
export const supplementListed: Rule = {
  id: 'recommendation/supplement-listed',
  title: 'A Supplement stands in a list of Recommendations',
  severity: 'info',
  timing: 'settled',
  block(block, remark) {
    let first: Citation | undefined;
    let told: number | undefined;
    for (const citation of block.citations) {
      const { list, kind, core, id } = citation;
      if (list === undefined) continue;
      if (first?.list !== list) first = citation;
      if (kind !== 'supplement' || first.kind !== 'recommendation' || told === list) continue;
      if (isQuoted(block, core) || !isAnnounced(block, first, citation)) continue;
      told = list;
      remark({ at: core, say: 'recommendation/supplement-listed', with: { id } });
    }
  },
};

/** Whether a noun before the list speaks of Recommendations alone, and none before the Supplement says what it is. */
function isAnnounced(block: BlockReading, first: Citation, supplement: Citation): boolean {
  const { start } = sentenceAround(block, first);
  const before = block.view.slice(start, first.core.start);
  const own = block.view.slice(
    Math.max(first.core.end, supplement.core.start - REACH),
    supplement.core.start,
  );
  return RECOMMENDATIONS.test(before) && !SUPPLEMENTS.test(before) && !/\bSupplement/i.test(own);
}
