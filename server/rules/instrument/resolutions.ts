import type { Body, Resolution, Revision } from '../../catalogue/instrument.ts';
import type { CitedRevision, Instruments } from '../../catalogue/instruments.ts';
import type { Citation } from '../../citations/citation.ts';

/** Whether a body of the citations is one that the facts on instruments speak of. */
const isKnownBody = (body: Citation['body']): body is Body =>
  body !== undefined && body !== 'RA' && body !== 'WRC';

/** Who adopted the text cited: as the text says, else as place and year of its revision decide. */
export function bodyOf(instruments: Instruments, { body, revision }: Citation): Body | undefined {
  if (isKnownBody(body)) return body;
  return body === undefined && revision ? instruments.bodyOf(revision.place, revision.year) : undefined;
}

/** A resolution with the revision that a citation names: by place and year, by its conference, by its year. */
export interface CitedResolution {
  readonly resolution: Resolution;
  readonly revision: CitedRevision;
}

/** What the facts have of a cited resolution; undefined where they lack it, or where no revision is named. */
export function citedResolution(instruments: Instruments, citation: Citation): CitedResolution | undefined {
  const revision = revisionOf(instruments, citation);
  const body = bodyOf(instruments, citation);
  if (!revision || !body) return undefined;
  const resolution = instruments.resolution(body, citation.number ?? '');
  return resolution && { resolution, revision };
}

function revisionOf(
  instruments: Instruments,
  { revision, conference, body, edition }: Citation,
): CitedRevision | undefined {
  if (revision) return { place: revision.place, year: revision.year };
  const met = conference === undefined ? undefined : instruments.conferenceNamed(conference);
  if (met) return { place: met.place, year: met.year };
  return body === 'Council' && edition ? { year: Number(edition) } : undefined;
}

/** `(Rev. Dubai, 2018)`, `(Guadalajara, 2010)` for a first adoption, `(2009)` for a text of the Council. */
export const revisionLabel = ({ first, place, year }: Revision): string =>
  place === null ? `(${year})` : `(${first ? '' : 'Rev. '}${place}, ${year})`;
