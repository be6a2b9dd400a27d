import type { Citation } from '../citations/citation.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './project.ts';

/** What the colour of an identifier tells beyond the grammar: whether the facts know it, and whether it is in force. */
export interface Coloured {
  readonly span: Span;
  readonly type: 'recommendation' | 'instrument';
  readonly unknown: boolean;
  readonly notInForce: boolean;
}

const TEXTS: ReadonlySet<Citation['kind']> = new Set([
  'recommendation',
  'supplement',
  'amendment',
  'corrigendum',
  'report',
]);
const INSTRUMENTS: ReadonlySet<Citation['kind']> = new Set([
  'resolution',
  'decision',
  'action-plan',
  'question',
  'council-document',
  'study-period',
]);

/** Every identifier of the draft, in the order of the text. */
export function coloursOf(analysis: Analysis): Coloured[] {
  const colours: Coloured[] = [];
  for (const { block, citations } of analysis.reading.blocks) {
    for (const citation of citations) {
      const span = {
        start: block.span.start + citation.core.start,
        end: block.span.start + citation.core.end,
      };
      if (TEXTS.has(citation.kind))
        colours.push({ span, type: 'recommendation', ...standingOf(analysis, citation) });
      else if (INSTRUMENTS.has(citation.kind))
        colours.push({ span, type: 'instrument', unknown: false, notInForce: false });
    }
  }
  return colours.sort((a, b) => a.span.start - b.span.start);
}

function standingOf(analysis: Analysis, citation: Citation): { unknown: boolean; notInForce: boolean } {
  const sector = citation.sector === 'ITU-R' || citation.sector === 'ITU-T' ? citation.sector : undefined;
  const entry = analysis.catalogue.get(citation.id, sector);
  if (!entry) return { unknown: citation.kind === 'recommendation', notInForce: false };
  const status = analysis.date ? entry.statusAt(analysis.date, citation.edition) : undefined;
  const ended =
    status?.certain === true &&
    (status.status === 'superseded' || status.status === 'withdrawn' || status.status === 'not in force');
  return { unknown: false, notInForce: ended };
}
