import { buffer } from 'node:stream/consumers';
import type { Analysis, Project } from '../analysis/project.ts';
import { decode } from '../text/decode.ts';
import { isReportName, loadText, REFUSALS } from '../workspace/load.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A report that was read and understood. */
export interface ReadFile {
  readonly location: string;
  readonly label: string;
  readonly analysis: Analysis;
}

/** A file that could not be read or used, and why. */
export interface RefusedFile {
  readonly label: string;
  readonly refused: string;
}

export type InputFile = ReadFile | RefusedFile;

const NOT_A_REPORT =
  'This does not read like a report on Resolution 130: no section titles of the Global Cybersecurity Agenda were found, so nothing was checked.';

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
): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const name of names) {
    if (name === '-') {
      files.push(await readStdin(stdinName ?? 'standard input', project));
      continue;
    }
    const location = workspace.resolve(folder, name);
    const found = await workspace.list(location);
    const isFile = found.length === 1 && found[0] === location;
    if (isFile || found.length === 0) {
      files.push(await readOne(location, name, workspace, project, true));
      continue;
    }
    const before = files.length;
    for (const inside of found.filter(isReportName)) {
      const file = await readOne(inside, workspace.label(inside), workspace, project, false);
      // In a folder only the reports are meant: a README in it was not asked for.
      if ('analysis' in file ? file.analysis.report.recognised : true) files.push(file);
    }
    if (files.length === before) files.push({ label: name, refused: 'There is no report in this folder.' });
  }
  return files;
}

/** Standard input comes as bytes, in any of the encodings that a file may have. */
async function readStdin(label: string, project: Project): Promise<InputFile> {
  const decoded = decode(await buffer(process.stdin));
  return 'refused' in decoded
    ? { label, refused: REFUSALS[decoded.refused] }
    : understand('-', label, decoded.text, project, true);
}

async function readOne(
  location: string,
  label: string,
  workspace: Workspace,
  project: Project,
  named: boolean,
): Promise<InputFile> {
  const loaded = await loadText(workspace, location);
  return 'refused' in loaded
    ? { label, refused: loaded.refused }
    : understand(location, label, loaded.text, project, named);
}

async function understand(
  location: string,
  label: string,
  text: string,
  project: Project,
  named: boolean,
): Promise<InputFile> {
  const analysis = project.analyse(label, text);
  await project.prepare(analysis);
  if (named && !analysis.report.recognised) return { label, refused: NOT_A_REPORT };
  return { location, label, analysis };
}
