import { type Mark, marksOf } from '../../drafting/marks.ts';
import { originOf } from '../../drafting/origins.ts';
import { settle } from '../../drafting/settle.ts';
import type { Report } from '../../report/model.ts';
import { type MessageKey, say } from '../messages.ts';
import type { Fix, ReportContext, Rule } from '../rule.ts';

/** So much of a mark's words stands for them in a message. */
const LONGEST = 80;

const short = (words: string): string => {
  const plain = words.replace(/\s+/g, ' ');
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST).replace(/\s\S*$/, '')} …` : plain;
};

export const toConfirm: Rule = {
  id: 'drafting/to-confirm',
  title: 'Something of an earlier report is still to confirm',
  severity: { drafting: 'info', review: 'warning', submission: 'error' },
  timing: 'typing',
  anyLanguage: true,
  report(context, remark) {
    const { report } = context;
    if (!report.recognised) return;
    for (const mark of marksOf(report)) {
      if (!mark.closed) continue;
      remark({
        at: mark.span,
        say: messageOf(mark),
        with: { year: mark.year ?? '', words: short(mark.text) },
        place: mark.place,
        related: relatedOf(context, mark),
        fixes: () => waysToSettle(report, mark),
      });
    }
  },
};

function messageOf({ replaced, year }: Mark): MessageKey {
  if (replaced)
    return year === null ? 'drafting/to-confirm#replaced-unknown' : 'drafting/to-confirm#replaced';
  return year === null ? 'drafting/to-confirm#unknown' : 'drafting/to-confirm';
}

function relatedOf({ archive }: ReportContext, mark: Mark) {
  const origin = originOf(mark, archive);
  if (!origin) return undefined;
  const { reading, span, place } = origin;
  return [{ path: reading.path, span, paragraph: place, message: say('drafting/to-confirm:related') }];
}

/** None of them is exact: which is right only the drafter knows. */
function waysToSettle(report: Report, mark: Mark): Fix[] {
  const words = short(mark.text);
  const titles = mark.replaced
    ? { keep: say('drafting/to-confirm:fix-keep-new'), drop: say('drafting/to-confirm:fix-back', { words }) }
    : { keep: say('drafting/to-confirm:fix-keep', { words }), drop: say('drafting/to-confirm:fix-drop') };
  const ways = { keep: titles.keep, change: say('drafting/to-confirm:fix-change'), drop: titles.drop };
  return (['keep', 'change', 'drop'] as const).map(how => ({
    title: ways[how],
    edits: settle(report, mark, how).edits,
    exact: false,
  }));
}

export const notClosed: Rule = {
  id: 'drafting/mark-not-closed',
  title: 'A mark “to confirm” is not closed',
  severity: { drafting: 'warning', review: 'error', submission: 'error' },
  timing: 'settled',
  anyLanguage: true,
  report({ report }, remark) {
    for (const mark of marksOf(report)) {
      if (mark.closed) continue;
      const start = mark.span.start;
      remark({
        at: { start, end: Math.min(mark.span.end, start + '<!-- confirm'.length) },
        say: 'drafting/mark-not-closed',
        place: mark.place,
        fixes: () => [
          {
            title: say('drafting/mark-not-closed:fix'),
            edits: [{ ...closingPlace(report, mark), newText: ' -->' }],
            exact: false,
          },
        ],
      });
    }
  },
};

/** The end of the mark's first line, or where the next comment begins on it; the white space there goes. */
function closingPlace({ text }: Report, { words, span }: Mark) {
  const rest = text.slice(words.start, span.end);
  const stop = /<!--|[\r\n]/.exec(rest);
  const first = stop ? rest.slice(0, stop.index) : rest;
  const at = words.start + first.trimEnd().length;
  return { start: at, end: at };
}
