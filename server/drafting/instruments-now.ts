import type { Instruments } from '../catalogue/instruments.ts';
import type { Citation } from '../citations/citation.ts';
import type { ReadBlock } from '../reading/reading.ts';
import { sentencesOf } from '../reading/shared.ts';
import type { Edit } from '../rules/rule.ts';
import type { PartialDate } from '../text/dates.ts';
import { sentenceAt } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** What becomes of the instruments that a block cites, on the day of the new report. */
export interface RenewedInstruments {
  /** Revisions and plans brought up to date; offsets count from the block's start. */
  readonly edits: readonly Edit[];
  /** What was replaced, and what could not be brought up to date by its name alone: the sentence needs a look. */
  readonly toConfirm: readonly Span[];
}

/** A part of an action plan by its number: the next plan numbers its parts anew. */
const PART_OF_PLAN = /\b(?:objective|programme|output|outcome|initiative|action|priority|product)s?\s\d/i;

/** Only what the facts say for certain is changed; the rules speak of the rest. */
export function renewedInstruments(
  block: ReadBlock,
  instruments: Instruments,
  date: PartialDate,
): RenewedInstruments {
  const edits: Edit[] = [];
  const toConfirm: Span[] = [];
  for (const citation of block.citations) {
    switch (citation.kind) {
      case 'resolution': {
        const edit = renewedRevision(block, citation, instruments, date);
        // Two numbers may share one bracket; where they no longer do, the sentence has to be written anew.
        const same = edit && edits.find(other => other.start === edit.start);
        if (same && same.newText !== edit.newText) toConfirm.push(citation);
        else if (edit && !same) edits.push(edit);
        break;
      }
      case 'action-plan': {
        const plan = instruments.actionPlan(citation.id);
        const standing = plan && instruments.planStanding(plan, date);
        if (!plan || standing?.verdict !== 'superseded' || !standing.certain || !standing.by) break;
        const sentence = sentenceAt(sentencesOf(block), citation.start) ?? citation;
        const around = block.view.slice(
          Math.max(sentence.start, citation.start - 60),
          Math.min(sentence.end, citation.end + 60),
        );
        const edit = planRenamed(block, citation, plan.title, standing.by.title);
        if (edit && !PART_OF_PLAN.test(around)) edits.push(edit);
        else toConfirm.push(citation);
        break;
      }
      case 'question': {
        const question = instruments.question(citation.id);
        const standing = question && instruments.questionStanding(question, date);
        if (standing?.verdict === 'superseded' && standing.certain) toConfirm.push(citation);
        break;
      }
      case 'study-period':
        toConfirm.push(citation);
        break;
    }
  }
  return { edits, toConfirm };
}

function renewedRevision(
  { text }: ReadBlock,
  { body, number, revision }: Citation,
  instruments: Instruments,
  date: PartialDate,
): Edit | undefined {
  if (!revision || !number || body === 'RA' || body === 'WRC') return undefined;
  const resolution = instruments.resolution(body, number);
  if (!resolution) return undefined;
  const { verdict, certain, by } = instruments.revisionStanding(resolution, revision, date);
  if (verdict !== 'superseded' || !certain || !by?.place) return undefined;
  const { start, end } = revision.span;
  const label = `${by.first ? '' : 'Rev. '}${by.place}, ${by.year}`;
  return { start, end, newText: text[start] === '(' ? `(${label})` : label };
}

/** A plan called by its full name is renamed; one called otherwise is left to the drafter. */
function planRenamed({ view }: ReadBlock, citation: Citation, old: string, now: string): Edit | undefined {
  const at = view.slice(citation.start, citation.end).toLowerCase().indexOf(old.toLowerCase());
  if (at < 0) return undefined;
  const start = citation.start + at;
  return { start, end: start + old.length, newText: now };
}
