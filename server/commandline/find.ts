import { relative, sep } from 'node:path';
import { t } from '../messages/translate.ts';
import { isReportName } from '../workspace/load.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { insideOf } from './paths.ts';
import { isPattern, readPattern } from './patterns.ts';

/** Standard input among the locations. */
export const STDIN = '-';

/** A file that is to be read. */
export interface FoundFile {
  /** A path, or STDIN. */
  readonly location: string;
  readonly label: string;
  /** Whether it was asked for by its own name: then it has to be a report. */
  readonly named: boolean;
}

/** What the words of a call are looked up with. */
export interface Finder {
  /** The folder of the call. */
  readonly folder: string;
  readonly workspace: Workspace;
  /** The name that standard input goes by. */
  readonly stdinName?: string;
  /** Whether the ignore file leaves out a path (relative to the folder, with `/`; of a folder, with `/` at its end). */
  readonly ignored?: (path: string) => boolean;
  /** Whether a file named by itself is taken as one that was found in a folder. */
  readonly skipOthers?: boolean;
}

/** What one word of a call means. */
export interface Found {
  readonly files: readonly FoundFile[];
  /** Why there is nothing, where none of the files is a report; undefined where that is as it should be. */
  readonly otherwise?: string;
}

/** The files that a word of a call means: a file, the reports in a folder, what a pattern matches, standard input. */
export async function findFiles(name: string, finder: Finder): Promise<Found> {
  const { folder, workspace, stdinName, skipOthers = false } = finder;
  const isIgnored = ignoredIn(finder);
  const own = (location: string, label: string): Found =>
    skipOthers && isIgnored(workspace.resolve(folder, label))
      ? { files: [] }
      : { files: [{ location, label, named: !skipOthers }] };
  if (name === STDIN) {
    if (stdinName === undefined)
      return { files: [{ location: STDIN, label: t('standard input'), named: true }] };
    return own(STDIN, labelOf(stdinName, workspace.resolve(folder, stdinName), workspace));
  }
  const location = workspace.resolve(folder, name);
  const files = await workspace.list(location, path => !isIgnored(`${path}${sep}`));
  if (files.length === 1 && files[0] === location) {
    if (skipOthers && !isReportName(location)) return { files: [] };
    return own(location, labelOf(name, location, workspace));
  }
  if (files.length === 0) {
    if (isPattern(name)) return matching(name, finder, isIgnored);
    return { files: [{ location, label: labelOf(name, location, workspace), named: true }] };
  }
  return {
    files: await foundIn(files, isIgnored, workspace),
    otherwise: t('There is no report in this folder.'),
  };
}

async function matching(
  name: string,
  { folder, workspace }: Finder,
  isIgnored: (location: string) => boolean,
): Promise<Found> {
  const pattern = readPattern(name);
  if (typeof pattern === 'string') return { files: [], otherwise: pattern };
  const base = workspace.resolve(folder, pattern.base);
  const from = (path: string) => relative(base, path).split(sep).join('/');
  const files = await workspace.list(
    base,
    path => pattern.mayHold(from(path)) && !isIgnored(`${path}${sep}`),
  );
  const braces = /\{[^{},]*,[^{}]*\}/.test(name);
  return {
    files: await foundIn(
      files.filter(file => pattern.matches(from(file))),
      isIgnored,
      workspace,
    ),
    otherwise: braces
      ? t('There is no report that this pattern matches. Braces are not understood: name two patterns.')
      : t('There is no report that this pattern matches.'),
  };
}

/** The reports among files that were found; a link among them was not named, and is not followed. */
async function foundIn(
  files: readonly string[],
  isIgnored: (location: string) => boolean,
  workspace: Workspace,
): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const location of files) {
    if (!isReportName(location) || isIgnored(location)) continue;
    if ((await workspace.barrier(location)) === 'link') continue;
    found.push({ location, label: workspace.label(location), named: false });
  }
  return found;
}

/** Whether the ignore file leaves out a location; a folder's ends in a separator. Outside of its folder it says nothing. */
function ignoredIn({ folder, ignored }: Finder): (location: string) => boolean {
  return location => {
    const path = insideOf(folder, location);
    if (!ignored || !path) return false;
    return ignored(location.endsWith(sep) ? `${path}/` : path);
  };
}

/** One name for one file, however it was written: relative to the folder inside of it, outside as it was written. */
function labelOf(name: string, location: string, workspace: Workspace): string {
  const label = workspace.label(location);
  return label === location ? name : label;
}
