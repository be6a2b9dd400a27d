import type { Claim } from '../../figures/claim.ts';
import { numberInWords } from '../../figures/numbers.ts';
import { perBlock } from '../../reading/per-block.ts';
import type { ReadBlock } from '../../reading/reading.ts';
import { shifted } from '../../text/span.ts';
import { say } from '../messages.ts';
import type { Fix, Related, Rule } from '../rule.ts';
import { listBefore } from './listed-before.ts';
import { type ListCount, listBehind } from './lists.ts';

/** A number and the list behind it that do not agree: one of them is wrong, and every reader can see it. */
export const countMismatch: Rule = {
  id: 'figure/count-mismatch',
  title: 'A number and the list that follows it do not agree',
  severity: 'warning',
  timing: 'settled',
  report: ({ reading }, remark) => {
    for (const block of reading.blocks) {
      const by = block.block.span.start;
      for (const { claim, list } of announcedBy(block)) {
        if (agrees(claim, list)) continue;
        const related: Related = {
          span: list.span,
          paragraph: block.block.place,
          message: say('figure/count-mismatch:related'),
        };
        remark({
          at: shifted({ start: claim.start, end: claim.end }, by),
          say: list.of === 'items' ? 'figure/count-mismatch#items' : 'figure/count-mismatch',
          with: { text: block.text.slice(claim.start, claim.end), count: list.most, unit: claim.unit },
          severity: list.likely ? 'info' : undefined,
          place: block.block.place,
          related: [related],
          fixes: () => (list.least === list.most ? [takeFromList(block, claim, list.most)] : []),
        });
      }
    }
  },
};

/** Whether a claim counts something that may be listed. */
const mayBeListed = ({ kind, borrowed, value }: Claim): boolean =>
  kind === undefined && !borrowed && value >= 2;

/** A claim with the list that it announces. */
interface Announced {
  readonly claim: Claim;
  readonly list: ListCount;
}

/** The lists in the sentences of a block's claims; spans count from the block's start. */
const listsIn = perBlock((block): readonly Announced[] =>
  block.claims.flatMap((claim, index) => {
    const list = mayBeListed(claim) ? (listBehind(block, index) ?? listBefore(block, index)) : undefined;
    return list ? [{ claim, list }] : [];
  }),
);

/** What a block's claims announce: the points behind it, else lists in their sentences; spans in the report. */
function announcedBy(block: ReadBlock): readonly Announced[] {
  const by = block.block.span.start;
  const lists = listsIn(block).map(({ claim, list }) => ({
    claim,
    list: { ...list, span: shifted(list.span, by) },
  }));
  const items = itemsBehind(block);
  if (!items || !mayBeListed(items.claim)) return lists;
  return [...lists.filter(({ claim }) => claim !== items.claim), items];
}

/** The points that follow a paragraph which ends in a colon, where its last sentence counts one thing only. */
function itemsBehind(block: ReadBlock): Announced | undefined {
  const items = block.kind === 'paragraph' ? block.block.paragraph?.items : undefined;
  if (!items || items.length < 2) return undefined;
  const lead = block.view.trimEnd();
  if (!lead.endsWith(':')) return undefined;
  const last = block.claims.findLast(claim => claim.sentence.end >= lead.length);
  if (!last) return undefined;
  const counts = block.claims.filter(
    other => other.sentence.start === last.sentence.start && other.kind === undefined,
  );
  if (counts.length !== 1) return undefined;
  const top = items.filter(item => item.kind === items[0].kind);
  const span = { start: top[0].span.start, end: top[top.length - 1].span.end };
  const list: ListCount = { least: top.length, most: top.length, span, of: 'items', complete: true };
  return { claim: counts[0], list };
}

/** Whether the number can be that of the list. A far greater number counts something else than what is listed. */
function agrees(claim: Claim, { least, most, of, complete }: ListCount): boolean {
  const { value, comparator } = claim;
  if (comparator === '>' || comparator === '>=') {
    const enough = comparator === '>' ? most > value : most >= value;
    return enough || !complete || value - most > slack(value, of);
  }
  if (comparator !== '=') return true;
  if (value >= least && value <= most) return true;
  const off = value < least ? least - value : value - most;
  return off > slack(value, of);
}

/** By how much a slip can be off; what is further off is no slip but another thing listed. */
const slack = (value: number, of: ListCount['of']): number =>
  of === 'identifiers'
    ? Math.max(3, Math.floor(value * 0.3))
    : of === 'items'
      ? Math.max(2, Math.floor(value * 0.3))
      : Math.max(1, Math.floor(value * 0.2));

function takeFromList(block: ReadBlock, claim: Claim, count: number): Fix {
  const written = block.text.slice(claim.number.start, claim.number.end);
  const words = /^[A-Za-z]/.test(written);
  const word = words ? numberInWords(count) : String(count);
  const newText = /^[A-Z]/.test(written) ? word[0].toUpperCase() + word.slice(1) : word;
  const by = block.block.span.start;
  const plus = block.view[claim.number.end] === '+' ? 1 : 0;
  const start = claim.comparator === '=' ? claim.number.start : claim.start;
  return {
    title: say('figure/count-mismatch:fix', { count: newText }),
    edits: [{ start: by + start, end: by + claim.number.end + plus, newText }],
    // The list may be what is wrong.
    exact: false,
  };
}
