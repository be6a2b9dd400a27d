import { allParagraphs, type Item } from '../../report/model.ts';
import type { Rule } from '../rule.ts';

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** The value of a small Roman numeral; every pair of letters is added or taken off as the Romans did. */
function romanValue(letters: string): number {
  let value = 0;
  for (let i = 0; i < letters.length; i++) {
    const now = ROMAN[letters[i]] ?? 0;
    value += now < (ROMAN[letters[i + 1]] ?? 0) ? -now : now;
  }
  return value;
}

function romanNumeral(value: number): string {
  let rest = value;
  let out = '';
  for (const [letters, worth] of [
    ['x', 10],
    ['ix', 9],
    ['v', 5],
    ['iv', 4],
    ['i', 1],
  ] as const) {
    while (rest >= worth) {
      out += letters;
      rest -= worth;
    }
  }
  return out;
}

type Counting = 'letter' | 'roman' | 'digit';

const core = (item: Item): string => item.marker.replace(/[^a-z\d]/gi, '');

function valueOf(item: Item, counting: Counting): number {
  const mark = core(item);
  if (counting === 'digit') return Number(mark);
  return counting === 'roman' ? romanValue(mark) : mark.charCodeAt(0) - 96;
}

function markFor(value: number, counting: Counting): string {
  if (counting === 'digit') return String(value);
  return counting === 'roman' ? romanNumeral(value) : String.fromCharCode(96 + value);
}

/** How a list counts: `i` alone may be a letter or a numeral, so the item before or after it decides. */
function countingOf(items: readonly Item[], i: number): Counting | null {
  const { kind } = items[i];
  if (kind === 'bullet') return null;
  if (kind === 'digit') return 'digit';
  const before = items[i - 1];
  if (core(items[i]) === 'i' && before && core(before) === 'h') return 'letter';
  return core(items[i]).length > 1 || kind === 'roman' ? 'roman' : 'letter';
}

export const items: Rule = {
  id: 'numbering/items',
  title: 'Lettered or numbered items do not follow each other',
  severity: { drafting: 'hint', review: 'warning', submission: 'error' },
  timing: 'settled',
  report({ report }, remark) {
    if (!report.recognised) return;
    for (const { paragraph } of allParagraphs(report.sections)) {
      let before: { item: Item; counting: Counting; value: number } | null = null;
      paragraph.items.forEach((item, i) => {
        const found = countingOf(paragraph.items, i);
        if (!found) return;
        // v and x go on a list of letters (u, v) or of numerals (iv, v), whichever stands before.
        const counting: Counting =
          before && found !== 'digit' && core(item).length === 1 ? before.counting : found;
        const value = valueOf(item, counting);
        const restarts = value === 1;
        if (before && before.counting === counting && !restarts && value !== before.value + 1) {
          const expected = markFor(before.value + 1, counting);
          remark({
            at: item.markerSpan,
            say: 'numbering/items',
            with: {
              marker: item.marker,
              before: before.item.marker,
              expected: item.marker.replace(core(item), expected),
            },
            place: paragraph.place,
          });
        }
        before = { item, counting, value };
      });
    }
  },
};
