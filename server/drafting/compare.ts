import type { Reading } from '../reading/reading.ts';
import { allSections, type Report, type Role } from '../report/model.ts';
import { alignParagraphs, type Pair } from './align.ts';
import { type PillarSummary, pillarSummaries } from './summary.ts';

/** A row of the two aligned texts. */
export interface Row extends Pair {
  /** Where it begins in both texts, zero-based. */
  readonly line: number;
}

export interface Comparison {
  readonly earlier: Reading;
  readonly rows: readonly Row[];
  readonly pillars: readonly PillarSummary[];
  /** The earlier report and the draft, the same paragraphs on the same lines. */
  readonly left: string;
  readonly right: string;
}

/** How many earlier years a summary goes back. */
const MOST_YEARS = 5;

/**
 * Compares a draft with an earlier report: paragraph by paragraph, and pillar by pillar against the last years.
 *
 * @param archive earlier reports, oldest first; those up to `earlier` are summed up
 */
export function compare(draft: Reading, earlier: Reading, archive: readonly Reading[]): Comparison {
  const pairs = alignParagraphs(draft, earlier);
  const upTo = archive.includes(earlier) ? archive.slice(0, archive.indexOf(earlier) + 1) : [earlier];
  const texts = alignedTexts(pairs, draft.report, earlier.report);
  return { earlier, ...texts, pillars: pillarSummaries(draft, upTo.slice(-MOST_YEARS), pairs) };
}

/** Both texts with every pair on the same lines, for a diff editor; headings stand before their first paragraph. */
function alignedTexts(
  pairs: readonly Pair[],
  draft: Report,
  earlier: Report,
): { rows: Row[]; left: string; right: string } {
  const left: string[] = [];
  const right: string[] = [];
  const add = (a: readonly string[], b: readonly string[]): void => {
    const height = Math.max(a.length, b.length);
    for (let i = 0; i < height; i++) {
      left.push(a[i] ?? '');
      right.push(b[i] ?? '');
    }
    left.push('');
    right.push('');
  };
  const rows: Row[] = [];
  let role: Role | undefined;
  for (const pair of pairs) {
    const own = pair.draft?.role ?? pair.earlier?.role;
    if (own !== undefined && own !== role) {
      role = own;
      const heads = [headingOf(earlier, own), headingOf(draft, own)] as const;
      if (heads[0] || heads[1]) add(heads[0] ? [heads[0]] : [], heads[1] ? [heads[1]] : []);
    }
    rows.push({ ...pair, line: left.length });
    add(pair.earlier?.lines ?? [], pair.draft?.lines ?? []);
  }
  return { rows, left: `${left.join('\n')}\n`, right: `${right.join('\n')}\n` };
}

/** A section's heading as it stands, on one line; empty for text without a heading. */
function headingOf(report: Report, role: Role): string {
  for (const { role: own, number, title } of allSections(report.sections)) {
    if (own === role) return title ? [number && `${number}.`, title].filter(Boolean).join(' ') : '';
  }
  return '';
}
