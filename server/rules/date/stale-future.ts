import { hadEnded } from '../../catalogue/instrument-time.ts';
import { dateName } from '../../messages/date-name.ts';
import { perBlock } from '../../reading/per-block.ts';
import { sentencesOf } from '../../reading/shared.ts';
import { dayNumber } from '../../text/dates.ts';
import { firstIndex, startingIn } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import type { Rule } from '../rule.ts';
import { inReport, isRunning } from '../text/help.ts';
import { conferencesToCome } from './conferences.ts';
import { leavesOpen, type Sign, signsOf } from './future.ts';
import { type DateMention, mentionsOf } from './mentions.ts';
import { LONGEST_CLAUSE, whenAfter, whenBefore } from './when.ts';

export const staleFuture: Rule = {
  id: 'date/stale-future',
  title: 'Something to come has a date that is past',
  severity: 'warning',
  timing: 'settled',
  report({ reading, date, instruments }, remark) {
    if (!date) return;
    const today = dayNumber(date, 'start');
    for (const block of reading.blocks) {
      if (!isRunning(block)) continue;
      // By sentence, hence in order and apart.
      const told: Span[] = [];
      for (const promises of promisesIn(block)) {
        const past = promises.find(({ when }) => dayNumber(when.to, 'end') < today);
        if (!past) continue;
        const { sign, when } = past;
        const span = { start: Math.min(sign.start, when.start), end: Math.max(sign.end, when.end) };
        told.push(span);
        remark({
          at: inReport(block, span.start, span.end),
          say: 'date/stale-future',
          with: {
            sign: block.prose.slice(sign.start, sign.end),
            when: block.text.slice(when.start, when.end),
            today: dateName(date),
          },
          place: block.block.place,
        });
      }
      for (const { start, end, acronym } of conferencesToCome(block)) {
        const near = told[firstIndex(told.length, i => told[i].end > start)];
        if (near && near.start < end) continue;
        const met = instruments.conferenceNamed(acronym);
        if (!met || met.unverified || !hadEnded(met, date)) continue;
        remark({
          at: inReport(block, start, end),
          say: 'date/stale-future#conference',
          with: { words: block.prose.slice(start, end), conference: acronym, today: dateName(date) },
          place: block.block.place,
        });
      }
    }
  },
};

/** Something to come with the date it is to come at; offsets count from the block's start. */
interface Promised {
  readonly sign: Sign;
  readonly when: DateMention;
}

/** What a block says of the future, sentence by sentence: whether it is past depends on the report's day alone. */
const promisesIn = perBlock((block): Promised[][] => {
  const mentions = mentionsOf(block);
  if (mentions.length === 0 || signsOf(block).length === 0) return [];
  const found: Promised[][] = [];
  let next = 0;
  for (const sentence of sentencesOf(block)) {
    const first = next;
    while (next < mentions.length && mentions[next].end <= sentence.end) next++;
    if (next === first) continue;
    const inside = mentions.slice(first, next);
    const promises: Promised[] = [];
    for (const sign of startingIn(signsOf(block), sentence)) {
      if (sign.end > sentence.end) continue;
      const when =
        whenAfter(block.prose, sign, sentence.end, inside) ??
        (sign.kind === 'finite' ? whenBefore(block.prose, sentence.start, sign.start, inside) : undefined);
      if (when && isAhead(block.prose, sentence, { sign, when }, inside)) promises.push({ sign, when });
    }
    if (promises.length > 0) found.push(promises);
  }
  return found;
});

/** Whether the rest of the sentence leaves it to come: no verb of the past, and no later date in place of this one. */
function isAhead(
  prose: string,
  sentence: Span,
  { sign, when }: Promised,
  mentions: readonly DateMention[],
): boolean {
  if (sign.kind === 'finite') return true;
  const last = dayNumber(when.to, 'end');
  if (mentions.some(({ to }) => dayNumber(to, 'end') > last)) return false;
  const before = prose.slice(Math.max(sentence.start, sign.start - LONGEST_CLAUSE), sign.start);
  const behind = prose.slice(sign.end, Math.min(sentence.end, when.end + LONGEST_CLAUSE));
  return leavesOpen(sign.kind, `${before}${behind}`);
}
