import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Instruments } from '../catalogue/instruments.ts';
import type { Confirmation } from '../figures/confirmations.ts';
import type { IndicatorSet } from '../figures/indicators.ts';
import type { Profile } from '../profiles/profile.ts';
import type { BlockReading, Reading } from '../reading/reading.ts';
import type { Report } from '../report/model.ts';
import type { PartialDate } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import type { MessageKey, MessageValues } from './messages.ts';

/** Who reads the findings: the drafter at work, an editor, or the office that hands the report in. */
export type Mode = 'drafting' | 'review' | 'submission';
export const MODES: readonly Mode[] = ['drafting', 'review', 'submission'];

/** A fact or a broken structure is an error or a warning; a heuristic is at most a warning. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export type Group =
  | 'structure'
  | 'numbering'
  | 'reference'
  | 'recommendation'
  | 'instrument'
  | 'figure'
  | 'date'
  | 'carried-over'
  | 'acronym'
  | 'terms'
  | 'text'
  | 'drafting'
  | 'promise'
  | 'suppression';

/**
 * When a finding may show. `typing`: at once; `settled`: once the caret has left the paragraph, for what an
 * unfinished word or sentence would set off.
 */
export type Timing = 'typing' | 'settled';

/** A change to the checked text; offsets are those of the version that was checked. */
export interface Edit extends Span {
  readonly newText: string;
}

/** A change to a file of the workspace other than the one checked, as its whole new text. */
export interface FileChange {
  /** Relative to the workspace folder: `.gca-report/config.json`. */
  readonly path: string;
  /** From the present text (undefined where the file is not there) to the new one. */
  readonly update: (present: string | undefined) => string;
}

export interface Fix {
  /** What the button says: short, plain, in the imperative. */
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly files?: readonly FileChange[];
  /**
   * True where there is one right answer and nothing is guessed: these, and only these, are applied by `--fix`
   * and on save.
   */
  readonly exact: boolean;
}

export interface Related {
  /** Of another report; undefined for a place in the checked text. */
  readonly path?: string;
  readonly span: Span;
  readonly paragraph?: string;
  /** The words at that place, and what they have to do with the finding. */
  readonly message: string;
}

export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The paragraph as a person calls it: `3.1`. */
  readonly place?: string;
  readonly related?: readonly Related[];
  /** Computed when asked for: a renumbering touches the whole text, and most findings are never fixed. */
  readonly fixes?: () => readonly Fix[];
  readonly timing: Timing;
}

/** Where the block of a remark stands: for fixes that reach beyond it. */
export interface Standing {
  readonly report: Report;
  /** Offset of the block in the report; 0 where the rule was given the report. */
  readonly start: number;
}

/** What a rule says of one place. Offsets are those of what it was given: the block, or the report. */
export interface Remark<K extends MessageKey = MessageKey> {
  readonly at: Span;
  readonly say: K;
  readonly with?: MessageValues;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: (standing: Standing) => readonly Fix[];
  readonly place?: string;
}

/**
 * What a report is judged by besides its own text. One object for as long as nothing of it changes: what was said
 * of a block under it holds until then.
 */
export interface Facts {
  /** The day the report is judged by; null where not even its year is known. */
  readonly date: PartialDate | null;
  /** What is known of Recommendations; what is not loaded is unknown, never wrong. */
  readonly catalogue: Catalogue;
  readonly instruments: Instruments;
  /** The figures that are followed through the years. */
  readonly indicators: IndicatorSet;
  /** The earlier reports, oldest first; never the report itself or a newer one. */
  readonly archive: readonly Reading[];
}

/** What a rule may know of the whole report. */
export interface ReportContext extends Facts {
  readonly report: Report;
  readonly profile: Profile | null;
  readonly mode: Mode;
  /** The report's blocks with what they say. */
  readonly reading: Reading;
  /** The same facts as this context's own, as the object that outlives it. */
  readonly facts: Facts;
  /** The figures that were looked at and found to hold, from `.gca-report/confirmed.json`. */
  readonly confirmed: readonly Confirmation[];
}

export interface Rule {
  /** `group/name`: never renamed once released. */
  readonly id: `${Group}/${string}`;
  /** One line for lists and settings. */
  readonly title: string;
  readonly severity: Severity | Readonly<Record<Mode, Severity | 'off'>>;
  readonly timing: Timing;
  /** Set where what is checked is the same in every language. All others are for English, and silent elsewhere. */
  readonly anyLanguage?: true;
  /** Looks at one block by its text alone. */
  readonly block?: (block: BlockReading, remark: (remark: Remark) => void) => void;
  /** Looks at one block by its text and the facts: asked again when either changes. */
  readonly judge?: (block: BlockReading, facts: Facts, remark: (remark: Remark) => void) => void;
  /** Looks at the report as a whole. */
  readonly report?: (context: ReportContext, remark: (remark: Remark) => void) => void;
}

/** The group of a rule: what stands before the slash. */
export const groupOf = (id: string): string => id.slice(0, id.indexOf('/'));
