import { titleSimilarity } from '../../catalogue/titles.ts';
import type { CitationKind } from '../../citations/citation.ts';
import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import { type Cited, citedIn } from '../recommendation/known.ts';
import { quotationStarting } from '../recommendation/quoted.ts';
import type { Facts, Remark, Rule } from '../rule.ts';

const GROUPS: ReadonlySet<CitationKind> = new Set(['study-group', 'focus-group']);

/** The same name, but for an article or a capital; and two names that have little in common. */
const SAME = 0.93;
const OTHER = 0.6;

/** A name in brackets right behind the number. */
const IN_BRACKETS = /^\s{0,2}\(([^()]{4,160})\)/;
/** A focus group's name before its acronym in brackets. */
const BEFORE_ACRONYM = /[Ff]ocus\s[Gg]roup\s(?:on|for)\s(?:the\s)?([^().;:]{4,140}?)\s\($/;
const REACH = 200;

type Told = Pick<Remark, 'say' | 'with' | 'fixes'>;

export const groupName: Rule = {
  id: 'instrument/group-name',
  title: 'A group’s name and number do not agree',
  severity: 'info',
  timing: 'settled',
  judge(block, facts, remark) {
    for (const one of citedIn(block)) {
      const { citation } = one;
      const at = GROUPS.has(citation.kind) && citation.list === undefined ? nameBeside(one) : undefined;
      if (!at) continue;
      const name = block.view.slice(at.start, at.end).replace(/\s+/g, ' ').replace(/^"|"$/g, '');
      const told =
        citation.kind === 'study-group' ? studyGroup(facts, one, at, name) : focusGroup(facts, one, name);
      if (told) remark({ ...told, at });
    }
  },
};

function nameBeside({ citation, block }: Cited): Span | undefined {
  const { start, end, kind } = citation;
  const quoted = quotationStarting(
    block,
    end + (/^,?\s/.exec(block.view.slice(end, end + 2))?.[0].length ?? 0),
  );
  if (quoted) return quoted.inner;
  const bracket = IN_BRACKETS.exec(block.view.slice(end, end + REACH));
  if (bracket) {
    const from = end + bracket[0].indexOf('(') + 1;
    return { start: from, end: from + bracket[1].length };
  }
  if (kind !== 'focus-group') return undefined;
  const from = Math.max(0, start - REACH);
  const before = BEFORE_ACRONYM.exec(block.view.slice(from, start));
  if (!before) return undefined;
  const close = start - before[0].length + before[0].lastIndexOf(before[1]);
  return { start: close, end: close + before[1].length };
}

/** The name held against those of the study groups on the day of the report, and against the group's own earlier ones. */
function studyGroup({ instruments, date }: Facts, one: Cited, at: Span, name: string): Told | undefined {
  const { citation, block } = one;
  const own =
    citation.sector === 'ITU-D' || citation.sector === 'ITU-R'
      ? undefined
      : instruments.studyGroup(citation.id);
  if (!own || !date) return undefined;
  const current = instruments.studyGroupNameAt(own, date);
  if (!current?.name || current.unverified || titleSimilarity(current.name, name) >= SAME) return undefined;
  const right = current.name;
  const nameFix = {
    title: say('instrument/group-name:fix', { right }),
    edits: [{ ...at, newText: right }],
    exact: false,
  };
  const former = own.names.find(
    term => term.name && !term.unverified && titleSimilarity(term.name, name) >= SAME,
  );
  if (former) {
    const period = `${former.from}-${former.to}`;
    return {
      say: 'instrument/group-name#former',
      with: { name, group: own.id, period, right },
      fixes: () => [nameFix],
    };
  }
  if (titleSimilarity(right, name) >= OTHER) return undefined;
  const ids = new Set(
    instruments.data.studyGroups.filter(term => term.sector === own.sector).map(term => term.id),
  );
  for (const id of ids) {
    const group = id === own.id ? undefined : instruments.studyGroup(id, own.sector);
    const theirs = group && instruments.studyGroupNameAt(group, date);
    if (!theirs?.name || theirs.unverified || titleSimilarity(theirs.name, name) < SAME) continue;
    const number = /\d+/.exec(block.view.slice(citation.core.start, citation.core.end));
    const digits = citation.core.start + (number?.index ?? 0);
    return {
      say: 'instrument/group-name',
      with: { name, other: id, group: own.id },
      fixes: () => [
        nameFix,
        ...(number && /^SG\d+$/.test(id)
          ? [
              {
                title: say('instrument/group-name:fix-number', { other: id }),
                edits: [{ start: digits, end: digits + number[0].length, newText: id.slice(2) }],
                exact: false,
              },
            ]
          : []),
      ],
    };
  }
  return undefined;
}

/** What a focus group is on: `Focus Group on metaverse` without its first words. */
const topicOf = (name: string): string => name.replace(/^.*\bFocus Group\s(?:on\s|for\s)?/i, '');

function focusGroup({ instruments }: Facts, { citation }: Cited, written: string): Told | undefined {
  const name = topicOf(written);
  const own = instruments.focusGroup(citation.id);
  if (!own || own.unverified || titleSimilarity(topicOf(own.name), name) >= OTHER) return undefined;
  const other = instruments.data.groups.find(
    group =>
      group.kind === 'focus-group' &&
      group !== own &&
      !group.unverified &&
      titleSimilarity(topicOf(group.name), name) >= SAME,
  );
  if (!other) return undefined;
  const { core } = citation;
  return {
    say: 'instrument/group-name',
    with: { name, other: other.id, group: own.id },
    fixes: () => [
      {
        title: say('instrument/group-name:fix-number', { other: other.id }),
        edits: [{ ...core, newText: other.id }],
        exact: false,
      },
    ],
  };
}
