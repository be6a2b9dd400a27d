import { ConfigurationTarget, type TextDocument, workspace } from 'vscode';
import type { ServerSettings } from '../server/lsp/protocol.ts';

export const LANGUAGE = 'gca-report';
export const SECTION = 'gcaReport';

export type Detect = 'ask' | 'always' | 'never';

/** What to do with a file that reads like a report. */
export const detectSetting = (): Detect => workspace.getConfiguration(SECTION).get<Detect>('detect', 'ask');

/**
 * The settings that the server reads: those that somebody has set. A default is left out, because the project's
 * own `.gca-report/config.json` comes before it.
 */
export function serverSettings(): ServerSettings {
  return {
    mode: chosen('mode'),
    profile: chosen('profile') || undefined,
    year: chosen('year') || undefined,
    archive: chosen('archive'),
    inlayHints: chosen('inlayHints'),
    quotes: chosen('quotes'),
    trusted: workspace.isTrusted,
  };
}

/** The value that somebody has set, the most particular one; undefined where the default holds. */
function chosen<K extends keyof ServerSettings>(key: K): ServerSettings[K] {
  const values = workspace.getConfiguration(SECTION).inspect<ServerSettings[K]>(key);
  return values?.workspaceFolderValue ?? values?.workspaceValue ?? values?.globalValue;
}

/** Sets a value for this workspace, or for the user where no folder is open; undefined takes it back. */
export async function choose<K extends keyof ServerSettings>(
  key: K,
  value: ServerSettings[K],
): Promise<void> {
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await workspace.getConfiguration(SECTION).update(key, value, target);
}

/**
 * True for a document that a person works on, and not for what the editor shows of one: the old side of a
 * comparison, an output, a search.
 */
export const isWorkedOn = (document: TextDocument): boolean =>
  workedOnSchemes().includes(document.uri.scheme);

/** Where documents are worked on: the disk, unsaved ones, and whatever the workspace's folders live in. */
export function workedOnSchemes(): string[] {
  const folders = workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map(folder => folder.uri.scheme)])];
}
