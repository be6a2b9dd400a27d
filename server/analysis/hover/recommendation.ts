import type { Edition, Entry, StatusAt } from '../../catalogue/entry.ts';
import type { Citation } from '../../citations/citation.ts';
import { dateName, isoDateName } from '../../messages/date-name.ts';
import { t } from '../../messages/translate.ts';
import type { PartialDate } from '../../text/dates.ts';
import { escaped, linked } from '../markdown.ts';

const editionName = (edition: Edition): string =>
  `${edition.revision ?? edition.version ?? ''} (${isoDateName(edition.date)})`.trim();

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
      ? t('Recommendation {name}', { name: `${entry.sector} ${entry.id}` })
      : `${entry.sector} ${entry.id}`;
  const lines = [`**${linked(name, entry.url)}**`];
  const cited = citation.edition ? entry.edition(citation.edition) : undefined;
  const title = cited?.title ?? entry.title;
  if (title) lines.push(`*${escaped(title)}*`);
  if (date) lines.push(standing(entry.statusAt(date, citation.edition), date, citation));
  const newest = entry.editions.at(-1);
  const editions = entry.editions.length;
  if (newest) {
    const edition = linked(editionName(newest), newest.url);
    lines.push(
      editions > 1
        ? t('Newest edition: {edition}; {count} editions since {date}', {
            edition,
            count: editions,
            date: isoDateName(entry.editions[0].date),
          })
        : t('Newest edition: {edition}', { edition }),
    );
  }
  if (entry.parts.length > 0) {
    const parts = escaped(entry.parts.slice(-SHOWN_PARTS).join(', '));
    const count = entry.parts.length - SHOWN_PARTS;
    lines.push(
      count > 0
        ? t('Amendments and corrections: {parts}, and {count} before them', { parts, count })
        : t('Amendments and corrections: {parts}', { parts }),
    );
  }
  if (entry.supplements.length > 0)
    lines.push(t('Supplements: {list}', { list: escaped(entry.supplements.join(', ')) }));
  if (entry.partOf) lines.push(t('Part of {name}', { name: escaped(entry.partOf) }));
  if (entry.supplementTo) lines.push(t('Supplement to {name}', { name: escaped(entry.supplementTo) }));
  const facts = [
    entry.iso ? t('Twin text: {name}', { name: escaped(entry.iso) }) : '',
    entry.studyGroup
      ? /^\d/.test(entry.studyGroup)
        ? t('Kept by Study Group {group} today', { group: escaped(entry.studyGroup) })
        : t('Kept by {group} today', { group: escaped(entry.studyGroup) })
      : '',
  ];
  if (facts.some(Boolean)) lines.push(facts.filter(Boolean).join(' · '));
  lines.push(provenance(entry));
  return lines;
}

/** The standing on the report's day, in a sentence. */
function standing(status: StatusAt, date: PartialDate, citation: Citation): string {
  const day = dateName(date);
  const doubt = status.certain ? '' : ` ${t('(as far as is known)')}`;
  switch (status.status) {
    case 'in force':
      return t('In force on {day}', { day }) + doubt;
    case 'superseded':
      return `⚠ ${replaced(status, day, citation)}${doubt}`;
    case 'withdrawn':
      return `⚠ ${t('Withdrawn today; since when is not known')}${doubt}`;
    case 'not in force':
      return `⚠ ${t('Not in force today; since when is not known')}${doubt}`;
    case 'not yet approved':
      return `⚠ ${
        status.edition
          ? t('Not yet approved on {day}: approved in {date}', {
              day,
              date: isoDateName(status.edition.date),
            })
          : t('Not yet approved on {day}', { day })
      }${doubt}`;
    default:
      return status.reason === 'no-such-edition'
        ? `⚠ ${t('No edition of {edition} is known', { edition: escaped(citation.edition ?? '') })}`
        : t('Its standing is not stated');
  }
}

function replaced({ by: newer }: StatusAt, day: string, { id, edition: cited }: Citation): string {
  const by = newer && (newer.edition && newer.id === id ? editionName(newer.edition) : escaped(newer.id));
  if (cited) {
    const edition = escaped(cited);
    return by
      ? t('The edition cited ({edition}) had been replaced by {by} before {day}', { edition, by, day })
      : t('The edition cited ({edition}) had been replaced before {day}', { edition, day });
  }
  return by
    ? t('It had been replaced by {by} before {day}', { by, day })
    : t('It had been replaced before {day}', { day });
}

function provenance(entry: Entry): string {
  if (entry.origin === 'workspace') {
    return entry.note
      ? t('From this workspace’s catalogue: {note}', { note: escaped(entry.note) })
      : t('From this workspace’s catalogue');
  }
  const date = isoDateName(entry.asOf);
  return entry.unverified
    ? t('Unconfirmed: no source was seen, {date}', { date })
    : t('Facts from ITU’s database, {date}', { date });
}
