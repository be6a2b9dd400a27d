import type { YearSource } from '../report/model.ts';
import type { Mode } from '../rules/rule.ts';
import type { Barrier } from '../workspace/workspace.ts';

/**
 * What our client and our server say to each other beyond the Language Server Protocol, in one place. Names and
 * types only: client and server stand on different editions of the protocol library, and another editor's client
 * needs none of this. Positions, URIs and versions are LSP's.
 */

/** A request's method with the types of what goes in and what comes out. */
export interface RequestName<P, R> {
  readonly method: string;
  /** Never set: carries the types. */
  readonly types?: (params: P) => R;
}

/** A notification's method with the type of what it carries. */
export interface NotificationName<P> {
  readonly method: string;
  /** Never set: carries the type. */
  readonly type?: P;
}

/**
 * The user's settings, under `gcaReport`. Only what somebody has set is sent: a value left out is decided by
 * `.gca-report/config.json`, then by the report itself.
 */
export interface ServerSettings {
  readonly mode?: Mode;
  /** A profile's id; left out for the one that the report's year asks for. */
  readonly profile?: string;
  /** Four digits; left out for the year that the report states. */
  readonly year?: number;
  /** Where the earlier reports are: files or folders, relative to the workspace folder and inside it. */
  readonly archive?: readonly string[];
  /** False in a workspace that the user has not said they trust; editors without the question leave it out. */
  readonly trusted?: boolean;
  /** Which figures show last year's value behind them; left out for the stale ones. */
  readonly inlayHints?: 'stale' | 'all' | 'off';
  /** Which quotation marks Format Document writes; left out for those that are there. */
  readonly quotes?: 'keep' | 'curly' | 'straight';
}

/** `initializationOptions`: sent by our client, absent from others. */
export interface InitializationOptions extends ServerSettings {
  /** The client answers `readFile` and `listFiles`; without it the server reads the disk by itself. */
  readonly clientFiles?: boolean;
  /** Where the extension is installed: the catalogue and the pages of the rules are beneath it. */
  readonly extensionUri?: string;
  /** The language to speak where it is another than the client's own `locale`. */
  readonly locale?: string;
  /** Translations, English text to text: for a server that cannot read those that are installed. */
  readonly translations?: Readonly<Record<string, string>>;
}

/** `workspace/didChangeConfiguration`: `settings` is of this shape. */
export interface ConfigurationChange {
  readonly gcaReport: ServerSettings;
}

export interface ReadFileParams {
  readonly uri: string;
}

/** Server to client: the bytes of a file in base64; null for one that is not there or cannot be read. */
export const readFile: RequestName<ReadFileParams, string | null> = { method: 'gcaReport/read' };

/** Server to client: why a file is not read and must not be written although it may be there; null where it may be. */
export const barrierTo: RequestName<ReadFileParams, Barrier | null> = { method: 'gcaReport/barrier' };

export interface ListFilesParams {
  readonly uri: string;
  /** Folders inside the folder as well. */
  readonly recursive: boolean;
}

/**
 * Server to client: the URIs of the files in a folder, sorted; of a file, its own. Empty for a folder that is
 * not there. Folders of version control and of packages are passed over.
 */
export const listFiles: RequestName<ListFilesParams, string[]> = {
  method: 'gcaReport/list',
};

/** A profile that a report can be given. */
export interface ProfileChoice {
  readonly id: string;
  readonly title: string;
}

/** Client to server: the profiles there are, built in and of the workspace. */
export const listProfiles: RequestName<Record<string, never>, ProfileChoice[]> = {
  method: 'gcaReport/profiles',
};

/** How the server took a document. */
export interface ReportStatus {
  readonly uri: string;
  /** False for a text that is no report of this kind. */
  readonly recognised: boolean;
  readonly profile: string | null;
  readonly profileTitle: string | null;
  readonly year: number | null;
  readonly yearFrom: YearSource | null;
  readonly mode: Mode;
  /** What keeps the document from being checked, in one sentence. */
  readonly problem?: string;
  /** How many marks “to confirm” are open, of how many; left out for a text that never had any. */
  readonly toConfirm?: { readonly open: number; readonly total: number };
}

/** Server to client: sent when a document was taken anew and its status is another than before. */
export const statusChanged: NotificationName<ReportStatus> = { method: 'gcaReport/status' };

/**
 * Server to client: earlier reports, data files or settings were read again, so that every answer given before may be
 * another now, although no document and no status has changed. Sent to our own client alone.
 */
export const refreshed: NotificationName<Record<string, never>> = { method: 'gcaReport/refreshed' };

/**
 * Client to server: the caret has come to another line of a document, or (`line` null) has left the document.
 * Findings of what an unfinished sentence would set off wait for it.
 */
export const caretMoved: NotificationName<{ uri: string; line: number | null }> = {
  method: 'gcaReport/caret',
};

/** The kinds of the code actions that have a command of their own. */
export const actionKinds = {
  fixAll: 'source.fixAll.gca-report',
  completeSkeleton: 'source.completeSkeleton.gca-report',
  renumber: 'source.renumber.gca-report',
} as const;

/** One report's value in a series, with the place it stands at. */
export interface FigurePoint {
  readonly year: number | null;
  readonly value: number;
  /** With its comparator: `>80`. */
  readonly shown: string;
  /** The words of the report. */
  readonly text: string;
  /** The report and the paragraph as a user knows them. */
  readonly path: string;
  readonly place: string;
  readonly uri: string;
  readonly range: WireRange;
}

export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

export interface WireEdit {
  readonly range: WireRange;
  readonly newText: string;
}

/** A place in a document: the draft, or an earlier report. */
export interface WirePlace {
  readonly uri: string;
  readonly range: WireRange;
}

/** A place of the draft that a request speaks of. */
export interface AtPosition extends WirePosition {
  readonly uri: string;
}

/** A figure through the years. */
export interface FigureSeries {
  readonly id: string;
  readonly label: string;
  /** Whether it is a running total, of the period, an edition …: see figures/claim.ts. */
  readonly scope: string;
  /** The section it belongs to: see Role. */
  readonly role: string;
  /** What became of it in the draft: see figures/verdicts.ts; `dropped` where the draft no longer has it. */
  readonly verdict: string;
  readonly stale: boolean;
  readonly history: string;
  readonly points: readonly FigurePoint[];
}

export interface FiguresAnswer {
  readonly uri: string;
  readonly version: number;
  readonly year: number | null;
  /** What looks stale comes first. */
  readonly series: readonly FigureSeries[];
}

/** Client to server: the figures of an open report through the years; null for a document that is not open. */
export const listFigures: RequestName<{ uri: string }, FiguresAnswer | null> = {
  method: 'gcaReport/figures',
};

/** The comment that confirms a figure, and the line (zero-based) of a version before which it stands. */
export interface Confirmation {
  readonly version: number;
  readonly line: number;
  readonly text: string;
}

/** Client to server: how to confirm the figure at a position; null where there is none. */
export const confirmFigure: RequestName<AtPosition, Confirmation | null> = {
  method: 'gcaReport/confirmFigure',
};

/** Edits to the draft as an answer; they hold for the version named. */
export interface EditAnswer {
  readonly version: number;
  readonly edits: readonly WireEdit[];
  /** What to select once the edits are made: what the drafter has to change, or where the caret belongs. */
  readonly selection: WireRange | null;
}

/** Why nothing can be done, for the user. */
export interface RefusedAnswer {
  readonly refused: string;
}

/** Something of an earlier report that the drafter has still to confirm. */
export interface MarkItem {
  /** The whole mark. */
  readonly range: WireRange;
  /** The words that stand in it. */
  readonly text: string;
  readonly place: string;
  /** The year and paragraph that the words come from, where the mark says so. */
  readonly year: number | null;
  readonly from: string | null;
  /** That paragraph, where the archive has it. */
  readonly earlier: WirePlace | null;
}

/** A statement of the last report about what was to come, and how the draft answers it. */
export interface PromiseItem {
  readonly text: string;
  readonly year: number;
  /** When it was to come, in the report's words; null where it gave no date. */
  readonly when: string | null;
  /**
   * `open`: the draft says nothing of it. `waiting`: its date is still to come. `marked`: it stands in a mark.
   * `answered`: the draft tells the outcome or another date. `settled`: ticked off.
   */
  readonly state: 'open' | 'waiting' | 'marked' | 'answered' | 'settled';
  readonly from: string;
  readonly earlier: WirePlace | null;
  /** Where the draft answers it. */
  readonly answer: WireRange | null;
}

/** A pillar, the introduction or the front matter, with what is still to be done there. */
export interface ProgressGroup {
  /** See Role; `front` for masthead and heads. */
  readonly role: string;
  readonly title: string;
  /** The heading; null where the draft has none. */
  readonly range: WireRange | null;
  readonly marks: readonly MarkItem[];
  readonly promises: readonly PromiseItem[];
}

export interface ProgressAnswer {
  readonly uri: string;
  readonly version: number;
  readonly open: number;
  readonly total: number;
  /** In the order of the draft; what has neither marks nor promises is there as well. */
  readonly groups: readonly ProgressGroup[];
}

/** Client to server: what of an open draft is still to confirm; null for a document that is not open. */
export const listProgress: RequestName<{ uri: string }, ProgressAnswer | null> = {
  method: 'gcaReport/progress',
};

/** Client to server: settles the mark at a position; null where there is none. */
export const settleMark: RequestName<
  AtPosition & { readonly how: 'keep' | 'change' | 'drop' },
  EditAnswer | null
> = { method: 'gcaReport/settle' };

/** Client to server: ticks a promise off, by its words; `edits` write a comment into the draft. */
export const settlePromise: RequestName<{ uri: string; text: string }, EditAnswer | null> = {
  method: 'gcaReport/settlePromise',
};

/** What became of a paragraph since an earlier report. */
export interface ComparedParagraph {
  readonly state: 'new' | 'edited' | 'carried-over' | 'dropped';
  readonly role: string;
  /** In the draft; null for one that was dropped. */
  readonly place: string | null;
  readonly range: WireRange | null;
  /** In the earlier report; null for a new one. */
  readonly earlierPlace: string | null;
  readonly earlierRange: WireRange | null;
  readonly earlierText: string | null;
  /** Whether it stands in another place than before: another section, or another order. */
  readonly moved: boolean;
  /** 0 to 1: how much of the earlier words is still there. */
  readonly likeness: number;
  /** Marks in it that are still open. */
  readonly toConfirm: number;
  /** Lines (zero-based) in the two aligned texts. */
  readonly line: number;
}

/** One report's share of a pillar. */
export interface PillarYear {
  readonly year: number | null;
  readonly path: string;
  readonly words: number;
  readonly figures: number;
  readonly recommendations: number;
}

export interface PillarSummary {
  readonly role: string;
  readonly title: string;
  /** Earlier reports first, the draft last. */
  readonly years: readonly PillarYear[];
  readonly counts: Readonly<Record<ComparedParagraph['state'], number>>;
  /** The report before had text here, and the draft has none of its own. */
  readonly silent: boolean;
}

export interface CompareAnswer {
  readonly uri: string;
  readonly version: number;
  readonly year: number | null;
  readonly earlier: { readonly uri: string; readonly path: string; readonly year: number | null };
  /** In the order of the aligned texts. */
  readonly paragraphs: readonly ComparedParagraph[];
  readonly pillars: readonly PillarSummary[];
  /** The earlier report and the draft with the same paragraphs on the same lines: for a diff editor. */
  readonly left: string;
  readonly right: string;
}

/** Client to server: an open draft beside an earlier report, the newest unless a year is named; null without one. */
export const compareReports: RequestName<{ uri: string; year?: number }, CompareAnswer | null> = {
  method: 'gcaReport/compare',
};

export interface EarlierParagraph extends WirePlace {
  readonly year: number | null;
  readonly path: string;
  readonly place: string;
  readonly text: string;
  /** The same as drafting Markdown, with what is bound to its year in marks: what to insert. */
  readonly insert: string;
}

/** Client to server: the last report's paragraph for the one at a position; null where it has none. */
export const previousParagraph: RequestName<AtPosition, EarlierParagraph | null> = {
  method: 'gcaReport/previousParagraph',
};

/** A report of the archive. */
export interface ArchivedReport {
  readonly uri: string;
  readonly path: string;
  readonly year: number;
}

/** Client to server: the earlier reports of every workspace folder, newest first. */
export const listArchive: RequestName<Record<string, never>, ArchivedReport[]> = {
  method: 'gcaReport/archive',
};

/** Client to server: what is known of each identifier in a few words, in Markdown; empty where none is known. */
export const lookUp: RequestName<{ text: string; uri?: string }, string[]> = { method: 'gcaReport/lookUp' };

export interface NewReportParams {
  /** The earlier report; null to begin from the profile alone. */
  readonly from: string | null;
  /** The workspace folder; left out for the first. */
  readonly folder?: string;
  readonly year: number;
  /** `C25/18` */
  readonly symbol?: string;
  /** `11 April 2025` */
  readonly date?: string;
  /** `PL 1.1` */
  readonly agendaItem?: string;
  readonly profile?: string;
}

export interface NewReportAnswer {
  readonly text: string;
  /** A name for the file: `draft-2025.gca.md`. */
  readonly fileName: string;
  readonly toConfirm: number;
  /** What the user should know of how it was made, in sentences. */
  readonly notes: readonly string[];
}

/** Client to server: the text of a new draft. */
export const newReport: RequestName<NewReportParams, NewReportAnswer | RefusedAnswer> = {
  method: 'gcaReport/new',
};

/** Client to server: moves the paragraph or section at a position; numbers and references follow. */
export const movePart: RequestName<
  AtPosition & { readonly part: 'paragraph' | 'section'; readonly direction: 'up' | 'down' },
  EditAnswer | RefusedAnswer
> = { method: 'gcaReport/move' };

/** A Word document as a report in our Markdown, or why it was not read. */
export type WordImport =
  | { readonly text: string; readonly notes: readonly string[] }
  | { readonly refused: string };

/** Client to server: reads a Word document. */
export const importWord: RequestName<{ uri: string }, WordImport> = { method: 'gcaReport/importWord' };

/** A report as a Word document, or why it was not written. */
export type WordExport =
  | { readonly base64: string; readonly notes: readonly string[] }
  | { readonly refused: string };

/** Client to server: an open report as a Word document; with `comments` the findings come along as comments. */
export const exportWord: RequestName<{ uri: string; comments: boolean }, WordExport> = {
  method: 'gcaReport/exportWord',
};

/** How long a kind of work took, in milliseconds. */
export interface RequestTimes {
  readonly work: string;
  readonly count: number;
  readonly mean: number;
  readonly longest: number;
  readonly failed: number;
}

/** A bug that was met: where, of what kind, and the places in our code. */
export interface FaultReport {
  readonly where: string;
  readonly kind: string;
  readonly at: readonly string[];
}

/** An open report in figures: nothing that it says, and not its name. */
export interface OpenReportHealth {
  readonly characters: number;
  readonly lines: number;
  readonly dialect: string;
  readonly recognised: boolean;
  /** A profile that ships, by its id; `own` for one of the workspace; null for none. */
  readonly profile: string | null;
  readonly mode: Mode;
  readonly findings: number;
  readonly earlierReports: number;
}

/** How the server is: counts and times, and no word, name or path of anybody's. */
export interface HealthAnswer {
  readonly version: string;
  /** What it runs on: `Node 20.18.1`, `Worker`. */
  readonly runtime: string;
  readonly memoryBytes: number | null;
  readonly folders: readonly {
    readonly trusted: boolean;
    readonly earlierReports: number;
    readonly archiveProblems: number;
    readonly dataProblems: number;
    readonly ownProfiles: number;
  }[];
  readonly openReports: readonly OpenReportHealth[];
  readonly requests: readonly RequestTimes[];
  readonly faults: readonly FaultReport[];
}

/** Client to server: how it is, for a report on something that went wrong. */
export const tellHealth: RequestName<Record<string, never>, HealthAnswer> = { method: 'gcaReport/health' };
