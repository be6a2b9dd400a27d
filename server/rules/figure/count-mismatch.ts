import type { Claim } from '../../figures/claim.ts';
import { numberInWords } from '../../figures/numbers.ts';
import type { ReadBlock } from '../../reading/reading.ts';
import { shifted } from '../../text/span.ts';
import { say } from '../messages.ts';
import type { Fix, Related, Rule } from '../rule.ts';
import { type ListCount, listBehind } from './lists.ts';

/** A number and the list behind it that do not agree: one of them is wrong, and every reader can see it. */
export const countMismatch: Rule = {
  id: 'figure/count-mismatch',
  title: 'A number and the list that follows it do not agree',
  severity: 'warning',
  timing: 'settled',
  report: ({ reading }, remark) => {
    for (const block of reading.blocks) {
      const announced = itemsBehind(block);
      for (const [index, claim] of block.claims.entries()) {
        if (claim.kind !== undefined || claim.borrowed || claim.value < 2) continue;
        const list = announced?.by === claim ? announced : listOf(block, index);
        if (!list || agrees(claim, list)) continue;
        const by = block.block.span.start;
        const related: Related = {
          span: list.span,
          paragraph: block.block.place,
          message: say('figure/count-mismatch:related'),
        };
        remark({
          at: shifted({ start: claim.start, end: claim.end }, by),
          say: list.of === 'items' ? 'figure/count-mismatch#items' : 'figure/count-mismatch',
          with: { text: block.text.slice(claim.start, claim.end), count: list.most, unit: claim.unit },
          place: block.block.place,
          related: [related],
          fixes: () => (list.least === list.most ? [takeFromList(block, claim, list.most)] : []),
        });
      }
    }
  },
};

interface Listed extends Omit<ListCount, 'of'> {
  readonly of: ListCount['of'] | 'items';
}

/** A list in the claim's sentence; its span counts from the start of the report. */
function listOf(block: ReadBlock, index: number): Listed | undefined {
  const list = listBehind(block, index);
  return list && { ...list, span: shifted(list.span, block.block.span.start) };
}

/** The points that follow a paragraph which ends in a colon, where its last sentence counts one thing only. */
function itemsBehind(block: ReadBlock): (Listed & { by: Claim }) | undefined {
  const items = block.kind === 'paragraph' ? block.block.paragraph?.items : undefined;
  const lead = block.view.trimEnd();
  if (!items || items.length < 2 || !lead.endsWith(':')) return undefined;
  const last = block.claims.findLast(claim => claim.sentence.end >= lead.length);
  if (!last) return undefined;
  const counts = block.claims.filter(
    other => other.sentence.start === last.sentence.start && other.kind === undefined,
  );
  if (counts.length !== 1) return undefined;
  const top = items.filter(item => item.kind === items[0].kind);
  const span = { start: top[0].span.start, end: top[top.length - 1].span.end };
  return { by: counts[0], least: top.length, most: top.length, span, of: 'items', complete: true };
}

/** Whether the number can be that of the list. A far greater number counts something else than what is listed. */
function agrees(claim: Claim, { least, most, of, complete }: Listed): boolean {
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
const slack = (value: number, of: Listed['of']): number =>
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
