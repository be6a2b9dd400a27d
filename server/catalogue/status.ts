import { dayNumber, type PartialDate } from '../text/dates.ts';
import type { Edition, EntryFacts, StatusAt, StatusReason } from './entry.ts';

/**
 * The standing of a text on a given day. The facts tell what holds on their own day; what held earlier follows from
 * the dates of approval. Where it does not follow (when a text was withdrawn, say), the answer is not certain, and
 * no finding may rest on it.
 */

/** What judging needs to know of other texts; undefined for a text that is unknown or not loaded yet. */
export type Lookup = (id: string) => EntryFacts | undefined;

/** Reads `2012`, `2012-10` or `2012-10-14`; undefined for anything else. */
export function isoDate(text: string): PartialDate | undefined {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day] = parts;
  return { year: Number(year), ...(month && { month: Number(month) }), ...(day && { day: Number(day) }) };
}

const dayOf = (iso: string, unsaid: 'start' | 'end'): number => {
  const date = isoDate(iso);
  return date
    ? dayNumber(date, unsaid)
    : unsaid === 'start'
      ? Number.POSITIVE_INFINITY
      : Number.NEGATIVE_INFINITY;
};

/** Whether the edition had surely been approved before `date` began. ITU posts a text after it approved it. */
const surelyBefore = (edition: Edition, date: PartialDate): boolean =>
  dayOf(edition.approved ?? edition.date, 'end') < dayNumber(date, 'start');

/** Whether the edition existed on `date`, as far as its date tells; what the report's date leaves open counts for it. */
const existsOn = (edition: Edition, date: PartialDate): boolean =>
  dayOf(edition.approved ?? edition.date, 'start') <= dayNumber(date, 'end');

/** The edition that a citation names by `2012`, `2012-04` or, for ITU-R, `-2`; of two in one year the newer. */
export function editionCited(editions: readonly Edition[], cited: string): Edition | undefined {
  if (cited.startsWith('-')) return editions.findLast(one => one.revision?.endsWith(cited));
  return editions.findLast(one => one.date === cited || one.date.startsWith(`${cited}-`));
}

/** The newest edition that existed on `date`: the one that a citation without an edition means. */
export function newestBy(editions: readonly Edition[], date: PartialDate): Edition | undefined {
  return editions.findLast(one => existsOn(one, date));
}

/** The standing of a text on `date`; `cited` names an edition, without it the text as such is judged. */
export function statusAt(entry: EntryFacts, lookup: Lookup, date: PartialDate, cited?: string): StatusAt {
  const own = ownStanding(entry, lookup, date, cited);
  if (own.status === 'in force' || (cited !== undefined && own.reason !== 'no-such-edition')) return own;
  // `G.709` was withdrawn as such and lives on as `G.709/Y.1331`: whoever cites the number means that.
  for (const id of entry.continuedAs.toReversed()) {
    const dual = lookup(id);
    if (!dual) return { ...own, certain: false };
    const standing = ownStanding(dual, lookup, date, cited);
    const answers =
      cited === undefined ? standing.status === 'in force' : standing.reason !== 'no-such-edition';
    if (answers) return { ...standing, as: id };
  }
  return own;
}

function ownStanding(
  entry: EntryFacts,
  lookup: Lookup,
  date: PartialDate,
  cited: string | undefined,
): StatusAt {
  const { editions } = entry;
  const trusted = !entry.unverified;
  if (editions.length === 0) return replacedByOther(entry, undefined, lookup, date) ?? unknown('not-stated');
  if (cited !== undefined) {
    const edition = editionCited(editions, cited);
    return edition ? judge(entry, edition, lookup, date, trusted) : noSuchEdition(entry, lookup, cited);
  }
  const newest = newestBy(editions, date);
  return newest ? judge(entry, newest, lookup, date, trusted) : notYet(editions[0], editions, trusted);
}

const unknown = (reason: StatusReason, edition?: Edition): StatusAt => ({
  status: 'unknown',
  reason,
  certain: false,
  ...(edition && { edition }),
});

/** ITU-T's editions are complete up to the day of the facts; a year may also be that of an amendment. */
function noSuchEdition(entry: EntryFacts, lookup: Lookup, cited: string): StatusAt {
  const past = dayOf(cited, 'end') < dayOf(entry.asOf, 'start');
  const amended = entry.parts.some(id => editionCited(lookup(id)?.editions ?? [], cited));
  const certain =
    past && !amended && !entry.unverified && entry.sector === 'ITU-T' && entry.origin === 'built-in';
  return { status: 'unknown', reason: 'no-such-edition', certain };
}

/**
 * A day on which ITU posted a text proves nothing about the time before it, and dates of old ITU-R revisions
 * contradict their order here and there.
 */
function notYet(edition: Edition, editions: readonly Edition[], trusted: boolean): StatusAt {
  const start = dayOf(edition.date, 'start');
  const later = editions.slice(editions.indexOf(edition));
  const proven = later.every(one => !one.dateIsPosting && dayOf(one.date, 'end') >= start);
  return { status: 'not yet approved', reason: 'approved-later', certain: trusted && proven, edition };
}

function judge(
  entry: EntryFacts,
  edition: Edition,
  lookup: Lookup,
  date: PartialDate,
  trusted: boolean,
): StatusAt {
  const { editions } = entry;
  if (!existsOn(edition, date)) return notYet(edition, editions, trusted);
  if (edition.status === 'in force') {
    // What is in force on the day of the facts was so since its approval: ITU never has two editions in force.
    const outdated =
      edition.statusAsOf !== undefined && dayOf(edition.statusAsOf, 'end') < dayNumber(date, 'start');
    return { status: 'in force', reason: 'current', certain: trusted && !outdated, edition };
  }
  const later = editions.slice(editions.indexOf(edition) + 1);
  const by = later.findLast(one => surelyBefore(one, date));
  if (by) {
    return {
      status: 'superseded',
      reason: 'later-edition',
      certain: trusted,
      edition,
      by: { id: entry.id, edition: by },
    };
  }
  if (later.length > 0) {
    // Until the next edition came the older one was in force; close to its date nothing is said.
    const clear = !later.some(one => one.dateIsPosting || existsOn(one, date));
    return { status: 'in force', reason: 'current', certain: trusted && clear, edition };
  }
  return (
    replacedByOther(entry, edition, lookup, date) ??
    replacedWithBase(entry, edition, lookup, date, trusted) ??
    ended(entry, edition, date, trusted)
  );
}

/**
 * Another number took its place, at the latest when the edition of that number that is in force was approved. Where
 * that edition is the older one of the two, the texts were merged at a time that nothing tells.
 */
function replacedByOther(
  entry: EntryFacts,
  edition: Edition | undefined,
  lookup: Lookup,
  date: PartialDate,
): StatusAt | undefined {
  if (!entry.supersededBy) return undefined;
  const successor = lookup(entry.supersededBy);
  const present = successor?.editions.at(-1);
  if (!present || !surelyBefore(present, date)) return undefined;
  if (edition && present.date <= edition.date) return undefined;
  return {
    status: 'superseded',
    reason: 'other-number',
    certain: !entry.unverified && !successor?.unverified,
    ...(edition && { edition }),
    by: { id: entry.supersededBy, edition: present },
  };
}

/** An amendment falls with the edition that it amends. */
function replacedWithBase(
  entry: EntryFacts,
  edition: Edition,
  lookup: Lookup,
  date: PartialDate,
  trusted: boolean,
): StatusAt | undefined {
  const base = entry.partOf === undefined ? undefined : lookup(entry.partOf);
  const year = entry.partOfYear;
  if (!base || !year || edition.status === null) return undefined;
  const later = base.editions.filter(one => one.date.slice(0, 4) > year);
  if (later.length === 0) return undefined;
  const by = later.findLast(one => surelyBefore(one, date));
  if (by)
    return {
      status: 'superseded',
      reason: 'base-replaced',
      certain: trusted,
      edition,
      by: { id: base.id, edition: by },
    };
  if (edition.status !== 'superseded') return undefined;
  // A later amendment may have overtaken it, at a time that is not told.
  return { status: 'in force', reason: 'current', certain: false, edition };
}

/** It is no longer in force on the day of the facts, and nothing tells since when. */
function ended(entry: EntryFacts, edition: Edition, date: PartialDate, trusted: boolean): StatusAt {
  if (edition.status === null) return unknown('not-stated', edition);
  const known = dayOf(edition.statusAsOf ?? entry.asOf, 'end') < dayNumber(date, 'start');
  return { status: edition.status, reason: 'end-unknown', certain: trusted && known, edition };
}
