import type { Conference, Resolution, Revision } from '../../catalogue/instrument.ts';
import { wasStillToCome } from '../../catalogue/instrument-time.ts';
import type { Instruments } from '../../catalogue/instruments.ts';
import type { Citation } from '../../citations/citation.ts';
import { say } from '../messages.ts';
import { type Cited, citedIn } from '../recommendation/known.ts';
import type { Facts, Fix, Remark, Rule } from '../rule.ts';
import { bodyOf, revisionLabel } from './resolutions.ts';

/** A year that far from the conference is no slip: an older conference met there that the facts do not have. */
const SLIP = 3;

/** The conferences before this year are not all known. */
const KNOWN_FROM = 2004;

export const conference: Rule = {
  id: 'instrument/conference',
  title: 'No conference met at that place in that year',
  severity: 'warning',
  timing: 'settled',
  judge(block, facts, remark) {
    for (const one of citedIn(block)) {
      const { kind, revision, body } = one.citation;
      if ((kind !== 'resolution' && kind !== 'decision') || !revision || body === 'RA' || body === 'WRC')
        continue;
      const met = facts.instruments.bodyOf(revision.place, revision.year);
      if (met) notYet(facts, one, remark);
      else noConference(facts, one, remark);
    }
  },
};

function noConference(
  { instruments }: Facts,
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
    at: { start, end },
    say: 'instrument/conference',
    with: {
      place: revision.place,
      year: revision.year,
      conferences: near.map(({ acronym, year }) => `${acronym} (${year})`).join(', '),
    },
    fixes: () =>
      near.map(({ year }) => ({
        title: say('instrument/conference:fix', { year }),
        edits: [{ start: digits, end: digits + 4, newText: String(year) }],
        exact: false,
      })),
  });
}

/** The conferences at a place, of every body; what rests on memory is left out. */
const conferencesAt = (instruments: Instruments, place: string): Conference[] =>
  instruments.data.conferences.filter(
    one => !one.unverified && instruments.conference(one.body, place, one.year) === one,
  );

function notYet({ instruments, date }: Facts, { citation }: Cited, remark: (remark: Remark) => void): void {
  const { place, year, span } = citation.revision!;
  const body = bodyOf(instruments, citation);
  const met = body && instruments.conference(body, place, year);
  if (!date || !met || met.unverified || !wasStillToCome(met, date)) return;
  const resolution = instruments.resolution(body, citation.number ?? '');
  const by = resolution && instruments.revisionAt(resolution, date);
  remark({
    at: span,
    say: 'instrument/conference#not-yet',
    with: { conference: met.acronym, cited: citation.id },
    fixes: () => (by ? [revisionFix(citation, resolution, by)] : []),
  });
}

/** Puts another revision into the bracket. */
function revisionFix(citation: Citation, { number }: Resolution, by: Revision): Fix {
  const label = revisionLabel(by);
  return {
    title: say('instrument/conference:fix-revision', { by: `Resolution ${number} ${label}` }),
    edits: [{ ...citation.revision!.span, newText: label }],
    exact: false,
  };
}
