import type { PartialDate } from '../text/dates.ts';

/** The two sectors whose texts the catalogue holds. */
export type CatalogueSector = 'ITU-T' | 'ITU-R';

export type EntryKind =
  | 'recommendation'
  | 'supplement'
  | 'amendment'
  | 'corrigendum'
  | 'erratum'
  | 'addendum'
  | 'annex'
  | 'appendix'
  | 'report'
  | 'technical-report'
  | 'resolution'
  | 'provisional-name';

/** What ITU's database says of an edition on the day of the facts; null where it does not say. */
export type EditionStatus = 'in force' | 'superseded' | 'withdrawn' | 'not in force' | null;

/** One approved edition of a text; for ITU-R one revision. */
export interface Edition {
  /** `2012-10`, `2006` where only the year is known. */
  readonly date: string;
  /** The day of approval, `2012-10-14`, where it is known. */
  readonly approved?: string;
  /** True where the approval is unknown and `date` is the day on which ITU posted the text. */
  readonly dateIsPosting?: boolean;
  readonly status: EditionStatus;
  /** True where the source says only "not in force" (ITU-R: nothing) and a later edition exists. */
  readonly inferred?: boolean;
  /** `2020-10`: an old snapshot is the only source of the status. */
  readonly statusAsOf?: string;
  /** The title that this edition bore. */
  readonly title: string | null;
  /** The identical or paired ISO/IEC text of this edition, without its year. */
  readonly iso: string | null;
  /** `V16`. */
  readonly version?: string;
  /** ITU-R: `M.2012-7`. */
  readonly revision?: string;
  readonly prepublished?: boolean;
  /** ITU's page of this edition. */
  readonly url: string | null;
}

/** What is known of a text. Plain facts, immutable. */
export interface EntryFacts {
  /** Unique within a sector: `X.1303bis`, `G.709/Y.1331`, `X.509 (2019) Amd. 1`, `Report M.2083`. */
  readonly id: string;
  readonly sector: CatalogueSector;
  readonly kind: EntryKind;
  readonly series: string;
  /** The title of the edition in force, else of the last one; null where ITU gives none. */
  readonly title: string | null;
  /** Oldest first; for ITU-R in the order of the revisions. */
  readonly editions: readonly Edition[];
  /** The study group responsible on the day of the facts (`17`, `TSAG`), not the one that wrote the text. */
  readonly studyGroup: string | null;
  readonly iso: string | null;
  /** The number that replaced this one, where ITU names exactly one. */
  readonly supersededBy: string | null;
  /** Dual numbers under which the text went on: `G.709/Y.1331` for the old G.709. */
  readonly continuedAs: readonly string[];
  /** Other spellings, and the parts of a dual number. */
  readonly aka: readonly string[];
  /** Other numbers in the same history of editions. */
  readonly family: readonly string[];
  /** Amendments, corrigenda, annexes … */
  readonly parts: readonly string[];
  readonly supplements: readonly string[];
  /** For a part: what it is a part of, and of which edition. */
  readonly partOf?: string;
  readonly partOfYear?: string;
  readonly supplementTo?: string;
  /** ITU's page of all editions; null where none is known. */
  readonly url: string | null;
  /** True where the address follows ITU's pattern and was not seen. */
  readonly urlInferred?: boolean;
  readonly note?: string;
  readonly sources: readonly string[];
  /** True where memory is the only source: shown as unconfirmed, never the ground of a finding. */
  readonly unverified: boolean;
  /** Who says so: the facts that ship, or the workspace's `.gca-report/catalogue.json`. */
  readonly origin: 'built-in' | 'workspace';
  /** The month of the facts, `2026-08`; what happened later is unknown. */
  readonly asOf: string;
}

/** Why a status was given: what a message explains. */
export type StatusReason =
  /** nothing had replaced it by then */
  | 'current'
  /** a later edition had been approved */
  | 'later-edition'
  /** another number had taken its place */
  | 'other-number'
  /** it belongs to an edition that a later one had replaced */
  | 'base-replaced'
  /** its approval came later than the date */
  | 'approved-later'
  /** it ended at a time that no source tells */
  | 'end-unknown'
  /** the text has no edition of that date */
  | 'no-such-edition'
  /** the sources say nothing of it */
  | 'not-stated';

/** The standing of a text on a given day. */
export interface StatusAt {
  readonly status: Exclude<EditionStatus, null> | 'not yet approved' | 'unknown';
  readonly reason: StatusReason;
  /** Whether a finding may rest on it; false wherever a date or a fact is missing or unconfirmed. */
  readonly certain: boolean;
  /** The edition that was judged. */
  readonly edition?: Edition;
  /** The dual number under which the text went on, where that was judged. */
  readonly as?: string;
  /** What had replaced it by then. */
  readonly by?: { readonly id: string; readonly edition?: Edition };
}

export interface Entry extends EntryFacts {
  /**
   * The standing on `date`, of the edition cited (`2012`, `2012-04`, ITU-R `-2`) or, without one, of the text as
   * such. What is not said of `date` (its day, its month) is given the benefit of the doubt.
   */
  statusAt(date: PartialDate, edition?: string): StatusAt;
  /** The edition in force on `date`, or the newest one approved by then; undefined before the first. */
  editionAt(date: PartialDate): Edition | undefined;
  /** The edition that `2012`, `2012-04` or, for ITU-R, `-2` names. */
  edition(cited: string): Edition | undefined;
}
