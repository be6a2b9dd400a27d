import { noteEdit, sectionOf } from '../../drafting/notes.ts';
import { judgedPromises, settledNote } from '../../drafting/promises.ts';
import type { Report, Role } from '../../report/model.ts';
import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const openPromise: Rule = {
  id: 'promise/open',
  title: 'What the last report said was to come is not told',
  severity: { drafting: 'hint', review: 'info', submission: 'info' },
  timing: 'settled',
  report({ report, reading, archive, date }, remark) {
    if (!report.recognised) return;
    for (const { promise, state } of judgedPromises(reading, archive, date)) {
      if (state !== 'open') continue;
      const year = promise.reading.report.year?.value ?? promise.reading.path;
      remark({
        at: besideRole(report, promise.role),
        say: 'promise/open',
        with: { year, words: promise.text },
        place: sectionOf(report, promise.role)?.number ?? undefined,
        related: [
          {
            path: promise.reading.path,
            span: promise.span,
            paragraph: promise.place,
            message: say('promise/open:related', { year }),
          },
        ],
        fixes: () => [
          {
            title: say('promise/open:fix'),
            edits: [noteEdit(report, promise.role, settledNote(promise))],
            exact: false,
          },
        ],
      });
    }
  },
};

/** The title of the section where the outcome belongs; the first words of the report where it has none. */
function besideRole(report: Report, role: Role): Span {
  const section = sectionOf(report, role) ?? report.sections.at(-1);
  const span = section?.titleSpan ?? section?.paragraphs[0]?.span ?? { start: 0, end: report.text.length };
  const words = /^\s*\S+(?:[^\S\r\n]+\S+){0,11}/.exec(
    report.text.slice(span.start, Math.min(span.end, span.start + 200)),
  );
  return { start: span.start, end: span.start + (words?.[0].length ?? 0) };
}
