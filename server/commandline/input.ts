import { buffer } from 'node:stream/consumers';
import type { Analysis, Project } from '../analysis/project.ts';
import { t } from '../messages/translate.ts';
import {
  fromBytes,
  fromWord,
  isReportName,
  isZip,
  type Loaded,
  loadText,
  type ReadWord,
} from '../workspace/load.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A report that was read and understood. */
export interface ReadFile {
  readonly location: string;
  readonly label: string;
  readonly analysis: Analysis;
  /** Out of a Word document: the text that was checked stands in no file. */
  readonly fromWord?: boolean;
}

/** A file that could not be read or used, and why. */
export interface RefusedFile {
  readonly label: string;
  readonly refused: string;
}

export type InputFile = ReadFile | RefusedFile;

const notAReport = () =>
  t(
    'This does not read like a report on Resolution 130: no section titles of the Global Cybersecurity Agenda were found, so nothing was checked.',
  );

/**
 * Reads what the command line names: files, the reports in folders, standard input. One bad file does not stop the
 * others: it comes back with the reason.
 */
export async function readInput(
  names: readonly string[],
  folder: string,
  workspace: Workspace,
  project: Project,
  stdinName: string | undefined,
  word?: ReadWord,
): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const name of names) {
    if (name === '-') {
      files.push(await readStdin(stdinName ?? t('standard input'), project, word));
      continue;
    }
    const location = workspace.resolve(folder, name);
    const found = await workspace.list(location);
    const isFile = found.length === 1 && found[0] === location;
    if (isFile || found.length === 0) {
      files.push(await readOne(location, name, workspace, project, true, word));
      continue;
    }
    const before = files.length;
    for (const inside of found.filter(isReportName)) {
      // A link in a folder was not named.
      if ((await workspace.barrier(inside)) === 'link') continue;
      const file = await readOne(inside, workspace.label(inside), workspace, project, false, word);
      // In a folder only the reports are meant: a README in it was not asked for.
      if ('analysis' in file ? file.analysis.report.recognised : true) files.push(file);
    }
    if (files.length === before)
      files.push({ label: name, refused: t('There is no report in this folder.') });
  }
  return files;
}

/** Standard input comes as bytes: a Word document, or text in any of the encodings that a file may have. */
export async function loadStdin(word?: ReadWord): Promise<Loaded> {
  const bytes = await buffer(process.stdin);
  if (word && isZip(bytes)) return fromWord(bytes, word);
  return fromBytes(bytes);
}

async function readStdin(label: string, project: Project, word?: ReadWord): Promise<InputFile> {
  const loaded = await loadStdin(word);
  return 'refused' in loaded
    ? { label, refused: loaded.refused }
    : understand('-', label, loaded, project, true);
}

async function readOne(
  location: string,
  label: string,
  workspace: Workspace,
  project: Project,
  named: boolean,
  word?: ReadWord,
): Promise<InputFile> {
  const loaded = await loadText(workspace, location, word);
  return 'refused' in loaded
    ? { label, refused: loaded.refused }
    : understand(location, label, loaded, project, named);
}

async function understand(
  location: string,
  label: string,
  loaded: Exclude<Loaded, { refused: string }>,
  project: Project,
  named: boolean,
): Promise<InputFile> {
  const analysis = project.analyse(label, loaded.text);
  await project.prepare(analysis);
  if (named && !analysis.report.recognised) return { label, refused: notAReport() };
  return { location, label, analysis, fromWord: loaded.encoding === 'word' };
}
