import type { Citation, CitationKind } from '../../citations/citation.ts';
import type { Claim } from '../../figures/claim.ts';
import { headOf } from '../../figures/patterns.ts';
import type { BlockReading } from '../../reading/reading.ts';
import { firstIndex } from '../../text/search.ts';
import type { ListCount } from './lists.ts';

/** What may be listed by identifier, by the noun that counts it. */
const KINDS: Readonly<Record<string, CitationKind>> = {
  recommendation: 'recommendation',
  supplement: 'supplement',
  resolution: 'resolution',
  decision: 'decision',
  question: 'question',
};
/** What a loose count takes in: a Supplement among the Recommendations, or the Recommendation it belongs to. */
const TEXTS: ReadonlySet<CitationKind> = new Set([
  'recommendation',
  'supplement',
  'amendment',
  'corrigendum',
]);

/** Whether the thing counted is one that a list names by identifiers. */
export const isIdentified = ({ unit }: Claim): boolean => KINDS[headOf(unit)] !== undefined;

const PREFIX =
  '(?:(?:the|a|in|to|new|revised|ITU-[TRD]|Recs?\\.?|Recommendations?|Supplements?|Suppl\\.?|Resolutions?|Questions?|Decisions?|PP|WTDC|WTSA)(?:\\s+|$))*';
/** Before the first member. */
const OPENS = new RegExp(`^[\\s,:]*${PREFIX}\\s*$`, 'i');
/** Between two members: separators alone, or a title that ends at one. */
const SEPARATED = new RegExp(`(?:^|[,;/|])\\s*(?:(?:and|or)\\s+)?${PREFIX}\\s*$`, 'i');
/** Before the last member, whose title may end without a comma. */
const JOINED = new RegExp(`\\s(?:and|or)\\s+${PREFIX}\\s*$`, 'i');

/** Counts the identifiers listed from `from` to `to`; undefined where they are no list, or a range among them. */
export function identifiersBehind(
  block: BlockReading,
  index: number,
  from: number,
  to: number,
): ListCount | undefined {
  const claim = block.claims[index];
  const kind = KINDS[headOf(claim.unit)];
  const drafts = /\bdraft\b/i.test(block.view.slice(claim.start, claim.end));
  const members: Citation[] = [];
  const inside = citationsIn(block.citations, from, to);
  let place = from;
  for (const citation of inside) {
    if (citation.core.start < place) continue;
    const gap = bare(block.view.slice(place, citation.core.start));
    if (!members.length && !OPENS.test(gap)) return undefined;
    if (!drafts && /\bdraft\b/i.test(gap)) break;
    const last = citation === inside[inside.length - 1];
    if (members.length && !SEPARATED.test(gap) && !(last && JOINED.test(gap))) continue;
    if (citation.kind === 'range' || citation.kind === 'series') return undefined;
    place = citation.end;
    if (citation.kind === kind || (TEXTS.has(kind) && TEXTS.has(citation.kind))) members.push(citation);
  }
  if (members.length < 2) return undefined;
  const strict = distinct(members.filter(member => member.kind === kind));
  // What the sentence counts as another sort has its own number; else one number may stand for all.
  const others = otherSorts(block, index);
  const most = distinct(members.filter(member => member.kind === kind || !others.has(member.kind)));
  if (most < 2) return undefined;
  const span = { start: Math.max(from, members[0].start), end: members[members.length - 1].end };
  return { least: Math.max(1, strict), most, span, of: 'identifiers', complete: true };
}

const distinct = (members: readonly Citation[]): number => new Set(members.map(member => member.id)).size;

/** What the neighbouring figures of the same sentence count, where it is identified, too. */
const otherSorts = ({ claims }: BlockReading, index: number): ReadonlySet<CitationKind | undefined> =>
  new Set(
    [claims[index - 1], claims[index + 1]]
      .filter(other => other?.sentence.start === claims[index].sentence.start)
      .map(other => KINDS[headOf(other.unit)]),
  );

/** A gap without quoted titles, brackets and the dashes of points, on single spaces. */
const bare = (gap: string): string =>
  gap
    .replace(/"[^"]*"/g, ' ')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/([;,] ?)- /g, '$1');

/** Index of the first citation, in the order of the text, that ends behind `offset`. */
const firstBehind = (citations: readonly Citation[], offset: number): number =>
  firstIndex(citations.length, i => citations[i].end > offset);

/** The citations whose numbers lie between two offsets. */
function citationsIn(citations: readonly Citation[], from: number, to: number): Citation[] {
  const found: Citation[] = [];
  for (let i = firstBehind(citations, from); i < citations.length && citations[i].core.start < to; i++) {
    if (citations[i].core.start >= from && citations[i].core.end <= to) found.push(citations[i]);
  }
  return found;
}

/** Whether an offset lies inside an identifier. */
export function isInsideCitation(citations: readonly Citation[], offset: number): boolean {
  const citation = citations[firstBehind(citations, offset)];
  return citation !== undefined && citation.start < offset;
}
