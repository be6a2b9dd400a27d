import { INDICATORS_FILE, withIndicator } from '../../figures/indicator-file.ts';
import type { Indicator } from '../../figures/indicators.ts';
import type { LocatedClaim } from '../../figures/located.ts';
import { headOf } from '../../figures/patterns.ts';
import type { Proposal } from '../../figures/series.ts';
import { ENDS_PHRASE } from '../../figures/words.ts';
import { say } from '../messages.ts';
import type { Fix } from '../rule.ts';
import { yearName } from './context.ts';

/** The fix *Track as the same figure*: writes an indicator that fits both sentences to the workspace's file. */
export function trackFix({ claim, earlier }: Proposal): Fix {
  const indicator = indicatorFor(claim, earlier);
  return {
    title: say('figure/unchanged:fix-track', { text: claim.text, year: yearName(earlier) }),
    edits: [],
    files: [{ path: INDICATORS_FILE, update: present => withIndicator(present, indicator) }],
    exact: false,
  };
}

/** As many words as make an entry particular without tying it to one year's wording. */
const CONTEXT_WORDS = 3;

/** An indicator made of what two sentences have in common, named by the draft's words. */
export function indicatorFor(claim: LocatedClaim, earlier: LocatedClaim): Indicator {
  const units = [...new Set([headOf(claim.claim.unit), headOf(earlier.claim.unit)])];
  const shared = sharedWords(claim, earlier).filter(word => !units.includes(headOf(word)));
  const label =
    claim.block.view
      .slice(claim.claim.number.end, claim.claim.end)
      .replace(/[\s\uFEFF]+/g, ' ')
      .trim() || claim.claim.unit;
  const id = [...units, ...shared]
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  return {
    id: id.replace(/^-|-$/g, ''),
    label: shared.length ? `${label} (${shared.join(', ')})` : label,
    scope: claim.claim.scope,
    pillar: claim.role,
    unit: units,
    context: shared,
  };
}

/** Words of both sentences, names and acronyms first, then the longest. */
function sharedWords(a: LocatedClaim, b: LocatedClaim): string[] {
  const wordsOf = ({ block, claim }: LocatedClaim): string[] =>
    block.view
      .slice(claim.sentence.start, Math.min(claim.sentence.end, claim.sentence.start + 600))
      .match(/[A-Za-z][A-Za-z-]{2,}/g) ?? [];
  const known = new Set(wordsOf(b).map(word => word.toLowerCase()));
  const shared = new Map<string, string>();
  for (const word of wordsOf(a)) {
    const key = word.toLowerCase();
    if (known.has(key) && !ENDS_PHRASE.has(key) && !shared.has(key)) shared.set(key, word);
  }
  const weight = (word: string): number =>
    (/^[A-Z]{2,}/.test(word) ? 100 : /^[A-Z]/.test(word) ? 50 : 0) + word.length;
  return [...shared.values()].sort((x, y) => weight(y) - weight(x)).slice(0, CONTEXT_WORDS);
}
