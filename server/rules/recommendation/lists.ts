import type { Citation } from '../../citations/citation.ts';
import type { BlockReading } from '../../reading/reading.ts';
import type { Span } from '../../text/span.ts';
import { MASK } from '../../text/view.ts';
import { say } from '../messages.ts';
import type { Edit, Fix, Rule } from '../rule.ts';
import { isQuoted } from './quoted.ts';

/** Lists of numbers that share one prefix: each number once, in their order. */

/** What may part the members of a plain list. */
const SEPARATOR = /^\s{0,3}(?:,|;|\/|&|and|or|,\s?and|,\s?or)?\s{0,3}$/;

/** No list of a report is longer; what is, is a file of numbers. */
const MOST_MEMBERS = 2000;

/** The lists of a block, each in the order of the text. */
function listsOf(block: BlockReading): Citation[][] {
  const lists = new Map<number, Citation[]>();
  for (const citation of block.citations) {
    if (citation.list === undefined || isQuoted(block, citation.core)) continue;
    const members = lists.get(citation.list);
    if (members) members.push(citation);
    else lists.set(citation.list, [citation]);
  }
  return [...lists.values()].filter(members => members.length > 1 && members.length <= MOST_MEMBERS);
}

/** From a member's number to the end of its edition: what moves or goes with it. */
const slotOf = ({ core, end }: Citation): Span => ({ start: core.start, end });

/** Whether nothing but commas and the like stands between the members, in the text itself and not only in its view. */
function isPlain(block: BlockReading, members: readonly Citation[]): boolean {
  return members.every((member, i) => {
    const next = members[i + 1];
    const until = next ? next.core.start : member.end;
    if (next && !SEPARATOR.test(block.view.slice(member.end, next.start))) return false;
    return !block.view.slice(member.core.start, until).includes(MASK);
  });
}

const isNumber = ({ kind }: Citation): boolean =>
  kind === 'recommendation' || kind === 'supplement' || kind === 'report';

export const repeated: Rule = {
  id: 'recommendation/repeated',
  title: 'A number stands twice in one list',
  severity: 'warning',
  timing: 'settled',
  anyLanguage: true,
  block(block, remark) {
    for (const members of listsOf(block)) {
      const first = new Map<string, Citation>();
      members.forEach((member, i) => {
        if (!isNumber(member)) return;
        const key = `${member.id} ${member.edition ?? ''}`;
        const earlier = first.get(key);
        if (!earlier) {
          first.set(key, member);
          return;
        }
        const related = {
          span: slotOf(earlier),
          message: say('recommendation/repeated:related', { id: member.id }),
        };
        remark({
          at: slotOf(member),
          say: 'recommendation/repeated',
          with: { id: member.id },
          related: [related],
          fixes: () => withoutMember(block, members, i),
        });
      });
    }
  },
};

/** The list without one member; the word before the last one stays where the last one goes. */
function withoutMember(block: BlockReading, members: readonly Citation[], i: number): Fix[] {
  if (!isPlain(block, members)) return [];
  const member = members[i];
  const edits: Edit[] = [{ start: members[i - 1].end, end: member.end, newText: '' }];
  if (i === members.length - 1 && i >= 2) {
    const last = block.text.slice(members[i - 1].end, member.start);
    edits.unshift({ start: members[i - 2].end, end: members[i - 1].start, newText: last });
  }
  return [{ title: say('recommendation/repeated:fix', { id: member.id }), edits, exact: false }];
}

export const listOrder: Rule = {
  id: 'recommendation/list-order',
  title: 'The numbers of a list are not in order',
  severity: 'info',
  timing: 'settled',
  block(block, remark) {
    for (const members of listsOf(block)) {
      if (!members.every(isNumber) || !isPlain(block, members)) continue;
      // A number that stands there twice is one too many rather than out of its place.
      const seen = new Set<string>();
      const once = members.filter(({ id }) => !seen.has(id) && seen.add(id));
      const fall = once.findIndex((member, i) => i > 0 && comesBefore(member, once[i - 1]));
      if (fall < 0) continue;
      const [first, second] = [once[fall - 1], once[fall]];
      remark({
        at: { start: first.core.start, end: second.end },
        say: 'recommendation/list-order',
        with: { first: first.id, second: second.id },
        fixes: () => [sorted(block, members)],
      });
    }
  },
};

interface Rank {
  readonly series: string;
  readonly parts: readonly string[];
}

/** The series of a number, and its parts: `X` and 1080, 2. Supplements count apart from Recommendations. */
function rankOf({ id }: Citation): Rank {
  const cut = id.search(/\d/);
  const [number] = id.slice(cut).split(/[/\s]/);
  return { series: id.slice(0, cut), parts: number.split('.') };
}

/** Whether `a` belongs before `b`; numbers of different series have no order. */
function comesBefore(a: Citation, b: Citation): boolean {
  const [one, two] = [rankOf(a), rankOf(b)];
  return one.series === two.series && compareParts(one.parts, two.parts) < 0;
}

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = Number.parseInt(a[i] ?? '-1', 10) - Number.parseInt(b[i] ?? '-1', 10);
    if (difference !== 0) return difference;
    // `X.1303` before `X.1303bis`.
    if (a[i] !== b[i]) return (a[i] ?? '') < (b[i] ?? '') ? -1 : 1;
  }
  return 0;
}

/** The list with the numbers of each series in order, the series where they first stand; separators stay. */
function sorted(block: BlockReading, members: readonly Citation[]): Fix {
  const series = [...new Set(members.map(member => rankOf(member).series))];
  const order = members.toSorted((a, b) => {
    const [one, two] = [rankOf(a), rankOf(b)];
    return series.indexOf(one.series) - series.indexOf(two.series) || compareParts(one.parts, two.parts);
  });
  const edits = members.flatMap((member, i): Edit[] => {
    const slot = slotOf(member);
    const text = block.text.slice(slot.start, slot.end);
    const wanted = slotOf(order[i]);
    const newText = block.text.slice(wanted.start, wanted.end);
    return newText === text ? [] : [{ ...slot, newText }];
  });
  return { title: say('recommendation/list-order:fix'), edits, exact: false };
}
