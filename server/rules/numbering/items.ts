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

function valueIn(item: Item, counting: Counting): number {
  const mark = core(item);
  if (counting === 'digit') return Number(mark);
  return counting === 'roman' ? romanValue(mark) : mark.charCodeAt(0) - 96;
}

function markFor(value: number, counting: Counting): string {
  if (counting === 'digit') return String(value);
  return counting === 'roman' ? romanNumeral(value) : String.fromCharCode(96 + value);
}

/** A list that is being counted, with its last item; a list inside another stands behind it. */
interface Run {
  readonly counting: Counting;
  readonly item: Item;
  readonly value: number;
}

/** How an item counts; `i`, `v` and `x` are letters or numerals, whichever goes on with a list that is open. */
function countingOf(item: Item, open: readonly Run[]): Counting | null {
  if (item.kind === 'bullet') return null;
  if (item.kind === 'digit') return 'digit';
  const mark = core(item);
  if (mark.length > 1) return 'roman';
  if (ROMAN[mark] === undefined) return 'letter';
  const lists = open.filter(run => run.counting !== 'digit');
  const goesOn = lists.findLast(run => valueIn(item, run.counting) === run.value + 1);
  if (goesOn) return goesOn.counting;
  return mark === 'i' ? 'roman' : (lists.at(-1)?.counting ?? 'letter');
}

export const items: Rule = {
  id: 'numbering/items',
  title: 'Lettered or numbered items do not follow each other',
  severity: { drafting: 'hint', review: 'warning', submission: 'error' },
  timing: 'settled',
  anyLanguage: true,
  report({ report }, remark) {
    if (!report.recognised) return;
    for (const { paragraph } of allParagraphs(report.sections)) {
      let open: Run[] = [];
      for (const item of paragraph.items) {
        const counting = countingOf(item, open);
        if (!counting) continue;
        const value = valueIn(item, counting);
        const list = open.findLastIndex(run => run.counting === counting);
        const before = open[list];
        // A list begins anew with its first item, wherever it stands.
        if (before && value !== 1 && value !== before.value + 1) {
          remark({
            at: item.markerSpan,
            say: 'numbering/items',
            with: {
              marker: item.marker,
              before: before.item.marker,
              expected: item.marker.replace(core(item), markFor(before.value + 1, counting)),
            },
            place: paragraph.place,
          });
        }
        // Whoever goes on with the list outside has ended the one inside.
        open = [...(before ? open.slice(0, list) : open), { counting, item, value }];
      }
    }
  },
};
