import { perBlock } from '../../reading/per-block.ts';
import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { inReport, isProse, isRunning, replaceBy } from './help.ts';

const EACH_UP_TO = 6;

/** A hyphen or a dash with a space on both sides, not between two numbers. */
const SPACED = /(?<=[^\s]) - (?=[^\s])/g;

/** A mark between spaces; offsets count from the block's start. */
interface Mark extends Span {
  /** The mark alone. */
  readonly at: number;
  readonly where: 'bracket' | 'sentence';
  readonly kind: 'hyphen' | 'dash';
}

interface Place extends Span {
  readonly place: string;
  /** The mark alone. */
  readonly mark: Span;
}

const marksIn = perBlock((block): readonly Mark[] => {
  if (!isRunning(block) || !block.view.includes(' - ')) return [];
  const found: Mark[] = [];
  let depth = 0;
  let read = 0;
  for (const { index } of block.view.matchAll(SPACED)) {
    for (; read < index; read++) {
      if (block.view[read] === '(') depth++;
      else if (block.view[read] === ')') depth = Math.max(0, depth - 1);
    }
    const at = index + 1;
    if (!isProse(block, at, at + 1)) continue;
    if (/\d/.test(block.view[index - 1]) && /\d/.test(block.view[index + 3])) continue;
    const raw = block.text[at];
    const kind = raw === '-' ? 'hyphen' : raw === '\u2013' || raw === '\u2014' ? 'dash' : undefined;
    if (!kind) continue;
    const start =
      index - (/[\w']{1,20}$/.exec(block.view.slice(Math.max(0, index - 20), index))?.[0].length ?? 0);
    found.push({ start, end: index + 3, at, where: depth > 0 ? 'bracket' : 'sentence', kind });
  }
  return found;
});

/**
 * Spaced hyphens and spaced dashes doing the same work. What stands in brackets (`Baku, Azerbaijan – May 2018`) is
 * held against brackets, what stands in a sentence against sentences; the rarer form is flagged.
 */
export const dashStyle: Rule = {
  id: 'text/dash-style',
  title: 'Hyphens and dashes mixed between spaces',
  severity: 'info',
  timing: 'settled',
  report({ reading }, remark) {
    const found = {
      bracket: { hyphen: [] as Place[], dash: [] as Place[] },
      sentence: { hyphen: [] as Place[], dash: [] as Place[] },
    };
    for (const block of reading.blocks) {
      for (const { start, end, at, where, kind } of marksIn(block)) {
        found[where][kind].push({
          ...inReport(block, start, end),
          place: block.block.place,
          mark: inReport(block, at, at + 1),
        });
      }
    }
    for (const { hyphen, dash } of [found.bracket, found.sentence]) {
      if (hyphen.length === 0 || dash.length === 0) continue;
      const minority = dash.length < hyphen.length ? dash : hyphen;
      const one = minority.length > EACH_UP_TO;
      for (const { start, end, place, mark } of one ? minority.slice(0, 1) : minority) {
        remark({
          at: { start, end },
          say: minority === dash ? 'text/dash-style#dash' : 'text/dash-style',
          with: { count: minority.length, others: Math.max(hyphen.length, dash.length) },
          place,
          related: one
            ? minority.slice(1).map(p => ({
                span: { start: p.start, end: p.end },
                paragraph: p.place,
                message: say(minority === dash ? 'text/dash-style:related-dash' : 'text/dash-style:related'),
              }))
            : [],
          // A dash between spaces is what printers use: turning hyphens into dashes is right whoever is in the majority.
          fixes: () => [
            ...(minority === hyphen ? replaceBy(say('text/dash-style:fix'), mark, '\u2013')() : []),
            {
              title: say('text/dash-style:fix-all', { count: hyphen.length }),
              edits: hyphen.map(p => ({ ...p.mark, newText: '\u2013' })),
              exact: false,
            },
          ],
        });
      }
    }
  },
};
