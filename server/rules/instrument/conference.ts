import type { Conference, Resolution, Revision } from '../../catalogue/instrument.ts';
import { wasStillToCome } from '../../catalogue/instrument-time.ts';
import type { Instruments } from '../../catalogue/instruments.ts';
import type { Citation, CitationKind } from '../../citations/citation.ts';
import { say } from '../messages.ts';
import { type Cited, cited } from '../recommendation/known.ts';
import type { Fix, Remark, ReportContext, Rule } from '../rule.ts';
import { inReport } from '../text/help.ts';
import { bodyOf, revisionLabel } from './resolutions.ts';

const ADOPTED: ReadonlySet<CitationKind> = new Set(['resolution', 'decision']);

/** A year that far from the conference is no slip: an older conference met there that the facts do not have. */
const SLIP = 3;

/** The conferences before this year are not all known. */
const KNOWN_FROM = 2004;

export const conference: Rule = {
  id: 'instrument/conference',
  title: 'No conference met at that place in that year',
  severity: 'warning',
  timing: 'settled',
  report(context, remark) {
    for (const one of cited(context, ADOPTED)) {
      const { revision, body } = one.citation;
      if (!revision || body === 'RA' || body === 'WRC') continue;
      const met = context.instruments.bodyOf(revision.place, revision.year);
      if (met) notYet(context, one, remark);
      else noConference(context, one, remark);
    }
  },
};

function noConference(
  { instruments }: ReportContext,
  { citation, block }: Cited,
  remark: (remark: Remark) => void,
): void {
  const revision = citation.revision!;
  if (revision.year < KNOWN_FROM) return;
  const near = conferencesAt(instruments, revision.place)
    .filter(
      ({ body, year }) =>
        Math.abs(year - revision.year) <= SLIP && (!citation.body || body === citation.body),
    )
    .sort((a, b) => Math.abs(a.year - revision.year) - Math.abs(b.year - revision.year));
  if (near.length === 0) return;
  const { start, end } = revision.span;
  const digits = start + block.view.slice(start, end).lastIndexOf(String(revision.year));
  remark({
    at: inReport(block, start, end),
    say: 'instrument/conference',
    with: {
      place: revision.place,
      year: revision.year,
      conferences: near.map(({ acronym, year }) => `${acronym} (${year})`).join(', '),
    },
    place: block.block.place,
    fixes: () =>
      near.map(({ year }) => ({
        title: say('instrument/conference:fix', { year }),
        edits: [{ ...inReport(block, digits, digits + 4), newText: String(year) }],
        exact: false,
      })),
  });
}

/** The conferences at a place, of every body; what rests on memory is left out. */
const conferencesAt = (instruments: Instruments, place: string): Conference[] =>
  instruments.data.conferences.filter(
    one => !one.unverified && instruments.conference(one.body, place, one.year) === one,
  );

function notYet(context: ReportContext, { citation, block }: Cited, remark: (remark: Remark) => void): void {
  const { instruments, date } = context;
  const { place, year, span } = citation.revision!;
  const body = bodyOf(instruments, citation);
  const met = body && instruments.conference(body, place, year);
  if (!date || !met || met.unverified || !wasStillToCome(met, date)) return;
  const resolution = instruments.resolution(body, citation.number ?? '');
  const by = resolution && instruments.revisionAt(resolution, date);
  remark({
    at: inReport(block, span.start, span.end),
    say: 'instrument/conference#not-yet',
    with: { conference: met.acronym, cited: citation.id },
    place: block.block.place,
    fixes: () => (by ? [revisionFix(block, citation, resolution, by)] : []),
  });
}

/** Puts another revision into the bracket. */
export function revisionFix(
  block: Cited['block'],
  citation: Citation,
  { number }: Resolution,
  by: Revision,
): Fix {
  const { start, end } = citation.revision!.span;
  const label = revisionLabel(by);
  return {
    title: say('instrument/conference:fix-revision', { by: `Resolution ${number} ${label}` }),
    edits: [{ ...inReport(block, start, end), newText: label }],
    exact: false,
  };
}
