import type { Edition, Entry, StatusAt } from '../../catalogue/entry.ts';
import type { Citation } from '../../citations/citation.ts';
import type { PartialDate } from '../../text/dates.ts';
import { escaped, linked } from '../markdown.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2012-10` as `October 2012`. */
export function monthName(iso: string): string {
  const [year, month] = iso.split('-');
  return month ? `${MONTHS[Number(month) - 1] ?? month} ${year}` : year;
}

export function dateName({ year, month, day }: PartialDate): string {
  return [day, month ? MONTHS[month - 1] : undefined, year].filter(part => part !== undefined).join(' ');
}

const editionName = (edition: Edition): string =>
  `${edition.revision ?? edition.version ?? ''} (${monthName(edition.date)})`.trim();

/** How many parts of a text a hover names; the newest say most. */
const SHOWN_PARTS = 4;

/**
 * What the catalogue knows of a text, as a hover says it: title, standing on the report's day, editions, twin text,
 * group, parts, and how far all this is known.
 *
 * @param date the day the report is judged by; null judges nothing
 */
export function describeEntry(entry: Entry, citation: Citation, date: PartialDate | null): string[] {
  const name =
    entry.kind === 'recommendation'
      ? `Recommendation ${entry.sector} ${entry.id}`
      : `${entry.sector} ${entry.id}`;
  const lines = [`**${linked(name, entry.url)}**`];
  const cited = citation.edition ? entry.edition(citation.edition) : undefined;
  const title = cited?.title ?? entry.title;
  if (title) lines.push(`*${escaped(title)}*`);
  if (date) lines.push(standing(entry.statusAt(date, citation.edition), date, citation));
  const newest = entry.editions.at(-1);
  const editions = entry.editions.length;
  if (newest) {
    const earlier = editions > 1 ? `; ${editions} editions since ${monthName(entry.editions[0].date)}` : '';
    lines.push(`Newest edition: ${linked(editionName(newest), newest.url)}${earlier}`);
  }
  if (entry.parts.length > 0) {
    const earlier =
      entry.parts.length > SHOWN_PARTS ? `, and ${entry.parts.length - SHOWN_PARTS} before them` : '';
    lines.push(
      `Amendments and corrections: ${escaped(entry.parts.slice(-SHOWN_PARTS).join(', '))}${earlier}`,
    );
  }
  if (entry.supplements.length > 0) lines.push(`Supplements: ${escaped(entry.supplements.join(', '))}`);
  if (entry.partOf) lines.push(`Part of ${escaped(entry.partOf)}`);
  if (entry.supplementTo) lines.push(`Supplement to ${escaped(entry.supplementTo)}`);
  const facts = [
    entry.iso ? `Twin text: ${escaped(entry.iso)}` : '',
    entry.studyGroup
      ? `Kept by ${entry.studyGroup.match(/^\d/) ? 'Study Group ' : ''}${escaped(entry.studyGroup)} today`
      : '',
  ];
  if (facts.some(Boolean)) lines.push(facts.filter(Boolean).join(' · '));
  lines.push(provenance(entry));
  return lines;
}

/** The standing on the report's day, in a sentence. */
function standing(status: StatusAt, date: PartialDate, citation: Citation): string {
  const day = dateName(date);
  const cited = citation.edition ? `The edition cited (${escaped(citation.edition)})` : 'It';
  const replaced = status.by
    ? ` by ${status.by.edition && status.by.id === citation.id ? editionName(status.by.edition) : escaped(status.by.id)}`
    : '';
  const doubt = status.certain ? '' : ' (as far as is known)';
  switch (status.status) {
    case 'in force':
      return `In force on ${day}${doubt}`;
    case 'superseded':
      return `⚠ ${cited} had been replaced${replaced} before ${day}${doubt}`;
    case 'withdrawn':
    case 'not in force':
      return `⚠ ${status.status === 'withdrawn' ? 'Withdrawn' : 'Not in force'} today; since when is not known${doubt}`;
    case 'not yet approved':
      return `⚠ Not yet approved on ${day}${status.edition ? `: approved in ${monthName(status.edition.date)}` : ''}${doubt}`;
    default:
      return status.reason === 'no-such-edition'
        ? `⚠ No edition of ${escaped(citation.edition ?? '')} is known`
        : 'Its standing is not stated';
  }
}

function provenance(entry: Entry): string {
  if (entry.origin === 'workspace')
    return `From this workspace’s catalogue${entry.note ? `: ${escaped(entry.note)}` : ''}`;
  const sure = entry.unverified ? 'Unconfirmed: no source was seen' : 'Facts from ITU’s database';
  return `${sure}, ${monthName(entry.asOf)}`;
}
