import { firstIndex } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import { groupOf } from '../rule.ts';
import type { Suppression } from './comments.ts';

/** The findings of a check as far as comments are about them. */
interface Told {
  readonly rule: string;
  readonly start: number;
}

/** What comments do to the findings of a check. */
export interface Hidden<T extends Told> {
  /** The findings that no comment hides, in the order given. */
  readonly kept: T[];
  /** Whether a comment hides anything by one of the names in it. */
  readonly hides: (suppression: Suppression, name: string) => boolean;
}

/** The names by which a comment may speak of a rule. */
const namesOf = (rule: string): readonly string[] => ['*', groupOf(rule), rule];

/**
 * Holds findings against the comments that hide some. A finding is hidden where it begins inside what a comment
 * covers. In time proportional to both, but for looking places up by halving: generated texts have thousands.
 */
export function hideBy<T extends Told>(
  findings: readonly T[],
  suppressions: readonly Suppression[],
): Hidden<T> {
  const covered = new Map<string, Span[]>();
  for (const { rules, covers } of suppressions) for (const name of rules) add(covered, name, covers);
  const starts = new Map<string, number[]>();
  for (const { rule, start } of findings)
    for (const name of namesOf(rule)) if (covered.has(name)) add(starts, name, start);
  for (const list of starts.values()) list.sort((a, b) => a - b);
  const united = new Map([...covered].map(([name, spans]) => [name, union(spans)]));
  return {
    kept: findings.filter(({ rule, start }) => !namesOf(rule).some(name => holds(united.get(name), start))),
    hides: ({ covers }, name) => {
      const list = starts.get(name) ?? [];
      const next = list[firstIndex(list.length, i => list[i] >= covers.start)];
      return next !== undefined && next < endOf(covers);
    },
  };
}

/** A comment at the very end covers the place where it would have something to cover. */
const endOf = ({ start, end }: Span): number => Math.max(end, start + 1);

function add<T>(lists: Map<string, T[]>, name: string, one: T): void {
  const list = lists.get(name);
  if (list) list.push(one);
  else lists.set(name, [one]);
}

/** The same places as spans apart from each other, in order. */
function union(spans: readonly Span[]): Span[] {
  const united: { start: number; end: number }[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, endOf(span));
    else united.push({ start: span.start, end: endOf(span) });
  }
  return united;
}

/** Whether one of some spans, in order and apart, holds an offset. */
function holds(spans: readonly Span[] | undefined, offset: number): boolean {
  if (!spans) return false;
  const behind = firstIndex(spans.length, i => spans[i].start > offset);
  return behind > 0 && offset < spans[behind - 1].end;
}
