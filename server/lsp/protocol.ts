import type { YearSource } from '../report/model.ts';
import type { Mode } from '../rules/rule.ts';

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
  /** Where the earlier reports are: files or folders, relative to the workspace folder. */
  readonly archive?: readonly string[];
  /** Which figures show last year's value behind them; left out for the stale ones. */
  readonly inlayHints?: 'stale' | 'all' | 'off';
}

/** `initializationOptions`: sent by our client, absent from others. */
export interface InitializationOptions extends ServerSettings {
  /** The client answers `readFile` and `listFiles`; without it the server reads the disk by itself. */
  readonly clientFiles?: boolean;
  /** Where the extension is installed: the catalogue and the pages of the rules are beneath it. */
  readonly extensionUri?: string;
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
}

/** Server to client: sent when a document was taken anew and its status is another than before. */
export const statusChanged: NotificationName<ReportStatus> = { method: 'gcaReport/status' };

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
  readonly range: { readonly start: WirePosition; readonly end: WirePosition };
}

export interface WirePosition {
  readonly line: number;
  readonly character: number;
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

/** The comment that confirms a figure, and the line (zero-based) before which it stands. */
export interface Confirmation {
  readonly line: number;
  readonly text: string;
}

/** Client to server: how to confirm the figure at a position; null where there is none. */
export const confirmFigure: RequestName<
  { uri: string; line: number; character: number },
  Confirmation | null
> = {
  method: 'gcaReport/confirmFigure',
};
