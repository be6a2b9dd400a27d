import type { Citation } from '../../citations/citation.ts';
import { perBlock } from '../../reading/per-block.ts';
import type { ReadBlock } from '../../reading/reading.ts';
import { placeName } from '../../report/place-name.ts';
import { say } from '../messages.ts';
import { citedIn } from '../recommendation/known.ts';
import type { Rule } from '../rule.ts';
import { inReport } from '../text/help.ts';

interface Place {
  readonly citation: Citation;
  readonly block: ReadBlock;
}

/** The Questions of a block that stand there with their sector. */
const statedIn = perBlock((block): readonly Citation[] =>
  citedIn(block)
    .map(({ citation }) => citation)
    .filter(({ kind, start, end }) => kind === 'question' && block.view.slice(start, end).includes('ITU-')),
);

/** One number under two sectors in one report: that of ITU-D, which the facts know, is taken to be meant. */
export const questionSector: Rule = {
  id: 'instrument/question-sector',
  title: 'A Question is given to two sectors',
  severity: 'info',
  timing: 'settled',
  report(context, remark) {
    const { instruments, date } = context;
    const ofDevelopment = new Map<string, Place>();
    const others: Place[] = [];
    for (const block of context.report.recognised ? context.reading.blocks : []) {
      for (const citation of statedIn(block)) {
        const { id, sector } = citation;
        if (sector === 'ITU-T') others.push({ citation, block });
        else if (sector === 'ITU-D' && !ofDevelopment.has(id)) ofDevelopment.set(id, { citation, block });
      }
    }
    for (const { citation, block } of others) {
      const other = ofDevelopment.get(citation.id);
      const known = other && instruments.question(citation.id);
      if (!other || !known || !date || instruments.questionStanding(known, date).verdict !== 'current')
        continue;
      const at = block.view.indexOf('ITU-T', citation.start);
      const place = other.block.block.place;
      remark({
        at: inReport(block, citation.start, citation.end),
        say: 'instrument/question-sector',
        with: { id: citation.id, paragraph: placeName(place) },
        place: block.block.place,
        related: [
          {
            span: inReport(other.block, other.citation.start, other.citation.end),
            paragraph: place,
            message: say('instrument/question-sector:related'),
          },
        ],
        fixes: () =>
          at >= 0 && at < citation.end
            ? [
                {
                  title: say('instrument/question-sector:fix'),
                  edits: [{ ...inReport(block, at, at + 5), newText: 'ITU-D' }],
                  exact: false,
                },
              ]
            : [],
      });
    }
  },
};
