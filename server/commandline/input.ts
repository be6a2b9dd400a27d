import { buffer } from 'node:stream/consumers';
import type { Analysis, Project } from '../analysis/project.ts';
import { t } from '../messages/translate.ts';
import { fromBytes, fromWord, isZip, type Loaded, loadText, type ReadWord } from '../workspace/load.ts';
import { type Finder, type FoundFile, findFiles, STDIN } from './find.ts';

/** A report that was read and understood. */
export interface ReadFile {
  /** A path, or STDIN. */
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
 * Reads what the words of a call mean. One bad file does not stop the others: it comes back with the reason. Of
 * files that were found and not named only the reports come back: a README in a folder was not asked for.
 */
export async function readInput(
  names: readonly string[],
  finder: Finder,
  project: Project,
  word?: ReadWord,
): Promise<InputFile[]> {
  /** What became of each file: a file that two words mean is read once. */
  const files = new Map<string, InputFile>();
  for (const name of names) {
    const found = await findFiles(name, finder);
    let some = false;
    for (const one of found.files) {
      const file = files.get(one.location) ?? (await readOne(one, finder, project, word));
      if (file) files.set(one.location, file);
      some ||= file !== undefined;
    }
    if (!some && found.otherwise) files.set(`no ${name}`, { label: name, refused: found.otherwise });
  }
  return [...files.values()];
}

/** Standard input comes as bytes: a Word document, or text in any of the encodings that a file may have. */
export async function loadStdin(word?: ReadWord): Promise<Loaded> {
  const bytes = await buffer(process.stdin);
  if (word && isZip(bytes)) return fromWord(bytes, word);
  return fromBytes(bytes);
}

async function readOne(
  { location, label, named }: FoundFile,
  { workspace }: Finder,
  project: Project,
  word?: ReadWord,
): Promise<InputFile | undefined> {
  const loaded = await (location === STDIN ? loadStdin(word) : loadText(workspace, location, word));
  if ('refused' in loaded) return { label, refused: loaded.refused };
  const analysis = project.analyse(label, loaded.text);
  await project.prepare(analysis);
  if (!analysis.report.recognised) return named ? { label, refused: notAReport() } : undefined;
  return { location, label, analysis, fromWord: loaded.encoding === 'word' };
}
