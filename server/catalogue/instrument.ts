/**
 * The instruments that a report cites beside Recommendations: what data/instruments.json holds (its schema is
 * schemas/instruments.schema.json). Every fact names its sources; `unverified` marks what rests on memory alone: it
 * is shown as unconfirmed and never raises a finding.
 */

/** Who adopts resolutions and decisions. */
export type Body = 'PP' | 'WTDC' | 'WTSA' | 'Council';

export interface Sourced {
  readonly sources: readonly string[];
  readonly unverified?: true;
  readonly note?: string;
}

export interface Revision extends Sourced {
  /** Null for texts of the Council and of advisory groups, which are named by their year. */
  readonly place: string | null;
  readonly year: number;
  /** True for the first adoption, which is written without "Rev.", where a source or memory says so. */
  readonly first?: true;
  /** Where it differs from the resolution's. */
  readonly title?: string;
}

export interface Resolution {
  readonly body: Body;
  readonly number: string;
  /** Null where no source gave it. */
  readonly title: string | null;
  /** True where the title rests on memory. */
  readonly titleUnverified?: true;
  readonly titleSources: readonly string[];
  /** Oldest first. Not always complete: a revision that is not here may exist. */
  readonly revisions: readonly Revision[];
  readonly note?: string;
}

export interface Conference extends Sourced {
  readonly body: Exclude<Body, 'Council'>;
  /** `PP-18`, `WTSA-20`. */
  readonly acronym: string;
  readonly place: string;
  readonly year: number;
  /** First and last day, `2018-10-29`; absent where no source gave them. */
  readonly start?: string;
  readonly end?: string;
}

export interface ActionPlan extends Sourced {
  readonly title: string;
  /** Of the conference that adopted it. */
  readonly body: 'WTDC';
  readonly place: string;
  readonly year: number;
  /** The first and the last year it is meant for, where a source says so. */
  readonly from?: number;
  readonly to?: number;
}

export type InstrumentSector = 'ITU-T' | 'ITU-D';

export interface StudyPeriod extends Sourced {
  readonly sector: InstrumentSector;
  /** First and last year. */
  readonly from: number;
  readonly to: number;
}

/** A study group's name in one study period. */
export interface StudyGroupName extends Sourced {
  readonly sector: InstrumentSector;
  /** `SG17`, `TSAG`. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Null where no source gave it. */
  readonly name: string | null;
}

/** A Question in one study period. */
export interface QuestionTerm extends Sourced {
  readonly sector: InstrumentSector;
  /** `Q22-1/1`. */
  readonly id: string;
  readonly studyGroup: string | null;
  readonly from: number;
  readonly to: number;
  readonly title: string | null;
  readonly supersededBy?: string;
}

export interface Group extends Sourced {
  /** `FG-AI4H`, `JCA-COP`, `CWG-COP`. */
  readonly id: string;
  readonly kind: 'focus-group' | 'joint-coordination-activity' | 'council-group';
  readonly name: string;
  /** As far as known: `2018`, `2014-06`, `2026-07-09`. */
  readonly established?: string;
  readonly concluded?: string;
  readonly parent?: string;
  readonly url?: string;
}

export interface Programme extends Sourced {
  readonly title: string;
  readonly acronym: string;
  readonly year?: number;
  readonly pillars?: readonly string[];
}

export interface CouncilDocument extends Sourced {
  /** `C21/71`. */
  readonly id: string;
  readonly title: string | null;
  readonly date?: string;
}

export interface CouncilDecision extends Sourced {
  readonly number: string;
  readonly session: string;
  readonly subject: string;
}

export interface InstrumentData {
  /** The day on which the facts were put together; it dates every fact that does not date itself. */
  readonly asOf: string;
  readonly resolutions: readonly Resolution[];
  readonly conferences: readonly Conference[];
  readonly actionPlans: readonly ActionPlan[];
  readonly studyPeriods: readonly StudyPeriod[];
  readonly studyGroups: readonly StudyGroupName[];
  readonly questions: readonly QuestionTerm[];
  readonly groups: readonly Group[];
  readonly programmes: readonly Programme[];
  readonly councilDocuments: readonly CouncilDocument[];
  readonly councilDecisions: readonly CouncilDecision[];
}
