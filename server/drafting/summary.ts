import { perBlock } from '../reading/per-block.ts';
import type { Reading } from '../reading/reading.ts';
import type { Role } from '../report/model.ts';
import { PILLARS } from '../report/roles.ts';
import { MASK } from '../text/view.ts';
import type { Pair, ParagraphState } from './align.ts';

/** One report's share of a pillar: what stands in marks counts for nothing. */
export interface PillarYear {
  readonly reading: Reading;
  readonly words: number;
  readonly figures: number;
  /** Different Recommendations, Supplements and Reports that are named. */
  readonly recommendations: number;
}

export interface PillarSummary {
  readonly role: Role;
  /** Earlier reports first, the draft last. */
  readonly years: readonly PillarYear[];
  readonly counts: Readonly<Record<ParagraphState, number>>;
  /** The report before the draft had text here, and the draft has none of its own. */
  readonly silent: boolean;
}

const TEXTS: ReadonlySet<string> = new Set([
  'recommendation',
  'supplement',
  'amendment',
  'corrigendum',
  'report',
  'range',
]);

const contentsOf = perBlock(block => ({
  words: block.view.replaceAll(MASK, ' ').match(/[\p{L}\d][\p{L}\d.'/-]*/gu)?.length ?? 0,
  figures: block.claims.length,
  recommendations: block.citations.filter(({ kind }) => TEXTS.has(kind)).map(({ id }) => id),
}));

/** The pillars of a draft against the earlier reports, in the Agenda's order. */
export function pillarSummaries(
  draft: Reading,
  archive: readonly Reading[],
  pairs: readonly Pair[],
): PillarSummary[] {
  const shares = [...archive, draft].map(reading => sharesOf(reading));
  return PILLARS.flatMap((role): PillarSummary[] => {
    const years = shares.flatMap(share => share.get(role) ?? []);
    if (years.every(({ words }) => words === 0) && !pairs.some(pair => roleOf(pair) === role)) return [];
    const counts = { new: 0, edited: 0, 'carried-over': 0, dropped: 0 };
    for (const pair of pairs) if (roleOf(pair) === role) counts[pair.state]++;
    const before = years.at(-2);
    // What is still to confirm has not gone silent yet.
    const waiting = pairs.some(({ draft }) => draft?.role === role && draft.marks > 0);
    const silent = before !== undefined && before.words > 0 && years.at(-1)?.words === 0 && !waiting;
    return [{ role, years, counts, silent }];
  });
}

const roleOf = ({ draft, earlier }: Pair): Role | undefined => draft?.role ?? earlier?.role;

/** What each pillar of a report holds; one without text has zeros. */
function sharesOf(reading: Reading): Map<Role, PillarYear> {
  const shares = new Map<Role, { words: number; figures: number; ids: Set<string> }>();
  for (const role of PILLARS) shares.set(role, { words: 0, figures: 0, ids: new Set() });
  for (const block of reading.blocks) {
    const share = shares.get(block.block.role);
    if (!share || (block.kind !== 'paragraph' && block.kind !== 'item')) continue;
    const { words, figures, recommendations } = contentsOf(block);
    share.words += words;
    share.figures += figures;
    for (const id of recommendations) share.ids.add(id);
  }
  return new Map(
    [...shares].map(([role, { words, figures, ids }]) => [
      role,
      { reading, words, figures, recommendations: ids.size },
    ]),
  );
}
