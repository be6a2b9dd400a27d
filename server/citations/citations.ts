import { lazy } from '../text/lazy.ts';
import { isWord } from './chars.ts';
import type { Citation } from './citation.ts';
import { DOCUMENTS } from './documents.ts';
import { Gate } from './gate.ts';
import { GROUPS } from './groups.ts';
import { INSTRUMENTS } from './instruments.ts';
import { LEADING } from './leading.ts';
import { PLANS_AND_PERIODS } from './plans.ts';
import { PREFIXES } from './prefixes.ts';
import { QUESTIONS } from './questions.ts';
import { RECOMMENDATIONS } from './recommendations.ts';
import { Scan } from './scan.ts';
import { SERIES } from './series.ts';
import { squeeze } from './squeeze.ts';
import { STANDARDS } from './standards.ts';
import { PART_SUPPLEMENTS, SUPPLEMENTS } from './supplements.ts';
import { REPORT_NAMES, WORKING_NAMES } from './working-names.ts';

/**
 * Every recogniser, in the order in which those that begin alike are tried: the more telling first, prefixes after
 * what they could be part of.
 */
const gate = lazy(
  () =>
    new Gate([
      ...DOCUMENTS,
      ...QUESTIONS,
      ...PART_SUPPLEMENTS,
      ...RECOMMENDATIONS,
      ...SUPPLEMENTS,
      ...SERIES,
      ...WORKING_NAMES,
      ...GROUPS,
      ...INSTRUMENTS,
      ...PLANS_AND_PERIODS,
      ...STANDARDS,
      ...LEADING,
      ...PREFIXES,
      ...REPORT_NAMES,
    ]),
);

/**
 * Finds every identifier in a view (see text/view.ts) of one block: Recommendations, resolutions, Questions, groups,
 * documents, standards and the rest of the contract's kinds.
 * @returns citations in the order of their start, not overlapping, with offsets in the view. Spellings that are
 * malformed but clear are found as what they were meant to be, with their `oddities`. Time is linear in the length.
 */
export function findCitations(view: string): Citation[] {
  const squeezed = squeeze(view);
  const scan = new Scan(squeezed?.text ?? view);
  const { text } = scan;
  const recognisers = gate();
  let at = 0;
  while (at < text.length) {
    if (!isWord(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = recognisers.enter(scan, at);
    if (end > at) at = end;
    // Behind `Rec.` a new word may begin at once.
    if (end === 0 || isWord(text.charCodeAt(at - 1))) while (isWord(text.charCodeAt(at))) at++;
  }
  return squeezed ? squeezed.restored(scan.found) : scan.found;
}
