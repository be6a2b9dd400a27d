import { join, resolve } from 'node:path';
import { Project } from '../analysis/project.ts';
import { Catalogue } from '../catalogue/catalogue.ts';
import { INSTRUMENTS } from '../catalogue/instruments.ts';
import { t } from '../messages/translate.ts';
import { installedAssets } from '../platform/assets.ts';
import { diskWorkspace } from '../platform/disk.ts';
import { installedWord } from '../platform/word.ts';
import { wordReader } from '../word/reader.ts';
import type { ReadWord } from '../workspace/load.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Finder, STDIN } from './find.ts';
import { readIgnoreFile } from './ignore-file.ts';
import type { Options } from './options.ts';
import { baseOf, isPattern } from './patterns.ts';

/** What a call works with: the folder it was made in, and the project that the folder is. */
export interface Session {
  readonly options: Options;
  readonly folder: string;
  readonly workspace: Workspace;
  readonly project: Project;
  readonly word: ReadWord;
  /** A sentence for the person at the screen; never a part of the answer. */
  readonly note: (message: string) => void;
}

/**
 * What a call names lies where it lies; what a configuration names lies inside the folder. Of a pattern the folder
 * that it begins with is named.
 */
function namedIn(options: Options, folder: string): string[] {
  const { files, archive, config, baseline, from, template } = options;
  const names = [...files, ...archive, config, baseline, from, template];
  return names.flatMap(name => {
    if (name === undefined || name === STDIN) return [];
    const base = isPattern(name) ? baseOf(name) : undefined;
    return [name, ...(base ? [base] : [])].map(path => resolve(folder, path));
  });
}

export function openSession(options: Options, folder: string, note: (message: string) => void): Session {
  const workspace = diskWorkspace(folder, namedIn(options, folder));
  const word = wordReader(installedWord);
  const project = new Project(
    workspace,
    folder,
    {
      mode: options.mode,
      // For a new report they say what it shall be, and nothing of the last one.
      profile: options.command === 'new' ? undefined : options.profile,
      year: options.command === 'new' ? undefined : options.year,
      // Reports named on the command line are the archive; a folder `archive` is not guessed at.
      archive: options.archive.length > 0 ? options.archive : undefined,
      config: options.config ? resolve(folder, options.config) : undefined,
      baseline: options.updateBaseline ? null : options.baseline && resolve(folder, options.baseline),
    },
    {
      catalogue: new Catalogue(installedAssets(dataFolder()), problem => note(problem.message)),
      instruments: INSTRUMENTS,
      word,
    },
    fault =>
      note(
        t('the rule {rule} failed on a text and was passed over: {error}', {
          rule: fault.rule,
          error: String(fault.error),
        }),
      ),
  );
  return { options, folder, workspace, project, word, note };
}

/** Beside the built program; run from its source, the project's own data. */
const dataFolder = (): string =>
  import.meta.dirname === undefined ? __dirname : join(import.meta.dirname, '../../data');

/** How far a call can go: in all, in part (then it is no clean run), or not at all. */
export type Readiness = 'ready' | 'in part' | 'not at all';

/** What files are looked up with: the ignore file is read anew each time. */
export async function finderOf({
  options,
  folder,
  workspace,
}: Session): Promise<{ readonly finder: Finder; readonly problem?: string }> {
  const { ignored, problem } = await readIgnoreFile(folder, workspace);
  const { stdinName, skipOthers } = options;
  return { finder: { folder, workspace, stdinName, ignored, skipOthers }, problem };
}

/** Reads what belongs to the folder, anew where that was done before, and tells what is wrong with it. */
export async function readFolder(
  session: Session,
): Promise<{ readonly finder: Finder; readonly readiness: Readiness }> {
  const { options, folder, workspace, project, note } = session;
  await project.refresh();
  const { finder, problem } = await finderOf(session);
  if (options.profile && !project.knownProfiles.some(profile => profile.id === options.profile)) {
    note(
      t('There is no profile “{profile}”. Known are {ids}.', {
        profile: options.profile,
        ids: project.knownProfiles.map(profile => profile.id).join(', '),
      }),
    );
    return { finder, readiness: 'not at all' };
  }
  // Where the folder cannot say all that it would, what was checked is not what was meant.
  let readiness: Readiness = 'ready';
  const tell = (message: string): void => {
    note(message);
    readiness = 'in part';
  };
  for (const one of project.problems) tell(`${workspace.label(one.location)}: ${one.message}`);
  if (problem) tell(problem);
  for (const one of project.archiveProblems) note(`${one.label}: ${one.message}`);
  for (const place of options.archive) {
    if ((await workspace.list(resolve(folder, place))).length === 0)
      tell(t('{place}: there is nothing at this place of the archive.', { place }));
  }
  return { finder, readiness };
}
