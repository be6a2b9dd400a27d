import { applyEdits, editsBetween, fixedText } from '../analysis/fixes.ts';
import { newDocumentMemory, type Project } from '../analysis/project.ts';
import { t } from '../messages/translate.ts';
import { alone } from '../platform/alone.ts';
import { fileBehind, writeAtomically } from '../platform/disk.ts';
import { decode } from '../text/decode.ts';
import { encodeLike } from '../text/encode.ts';
import { endedWith, lineEndOf, withLf } from '../text/line-ends.ts';
import { LineIndex } from '../text/lines.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { STDIN } from './find.ts';
import type { InputFile, ReadFile } from './input.ts';

/** What became of the files, and whether one of them could not be written. */
export interface FixOutcome {
  readonly files: readonly InputFile[];
  readonly refused: boolean;
}

/** Applies the exact fixes until none is left; writes the file, or with a dry run shows the lines that would change. */
export async function fixAll(
  files: readonly InputFile[],
  project: Project,
  workspace: Workspace,
  options: { readonly dryRun: boolean; readonly note: (message: string) => void },
): Promise<FixOutcome> {
  const fixed: InputFile[] = [];
  let refused = false;
  for (const file of files) {
    if ('refused' in file) {
      fixed.push(file);
      continue;
    }
    const after = fixOne(file, project);
    const changed = after.analysis.report.text !== file.analysis.report.text;
    if (!changed || options.dryRun) {
      if (changed) options.note(changesOf(file, after));
      fixed.push(file);
      continue;
    }
    const why = await refusalOrWrite(file, after.analysis.report.text, workspace);
    if (why) options.note(`${file.label}: ${why}`);
    refused ||= why !== null;
    fixed.push(why === null ? after : file);
  }
  return { files: fixed, refused };
}

const notIntoWord = () =>
  t(
    'Fixes are not written into a Word document. Turn it into Markdown with gca-report convert, and fix that.',
  );

const notIntoStdin = () =>
  t('Fixes are not written into standard input. Name the file, or look with --fix-dry-run.');

/** Writes a changed text where it came from; the reason where it may not be written. */
const refusalOrWrite = async (file: ReadFile, text: string, workspace: Workspace): Promise<string | null> => {
  if (file.location === STDIN) return notIntoStdin();
  if (file.fromWord) return notIntoWord();
  // A link that nobody named was a file when it was read.
  if (await workspace.barrier(file.location)) return changedMeanwhile();
  const target = await fileBehind(file.location);
  return alone(target, () => writeBack(file, target, text, workspace));
};

const changedMeanwhile = () =>
  t('The file changed while it was checked, so nothing was fixed. Run the command again.');

/**
 * Writes a changed text in the encoding of its file; the reason where it may not be written. What was saved since it
 * was read, by a person or by another process of ours, is not overwritten.
 */
async function writeBack(
  file: ReadFile,
  target: string,
  text: string,
  workspace: Workspace,
): Promise<string | null> {
  const { location, analysis } = file;
  const bytes = await workspace.read(location);
  const present = bytes && decode(bytes);
  if (!present || 'refused' in present) return changedMeanwhile();
  // Another process has fixed the same.
  if (withLf(present.text) === text) return null;
  if (withLf(present.text) !== analysis.report.text) return changedMeanwhile();
  const encoded = encodeLike(withChanges(present.text, analysis.report.text, text), bytes);
  if (!encoded)
    return t('The fixes need a character that the encoding of this file does not have. Save it as UTF-8.');
  const same = async () => {
    const now = await workspace.read(location);
    return now !== null && Buffer.compare(now, bytes) === 0;
  };
  return (await writeAtomically(target, encoded, same)) ? null : changedMeanwhile();
}

/**
 * The text of a file with the changes that were made to it as it was read, with LF: lines that did not change keep
 * their ends, and so do those that did, as far as there are as many as before.
 */
export function withChanges(inFile: string, before: string, after: string): string {
  const lines = new LineIndex(inFile);
  const read = new LineIndex(before);
  const place = (offset: number) =>
    offset < before.length ? lines.starts[read.lineAt(offset)] : inFile.length;
  const edits = editsBetween(before, after).map(({ start, end, newText }) => {
    const old = { start: place(start), end: place(end) };
    const ends = inFile.slice(old.start, old.end).match(/\r\n?|\n/g) ?? [];
    let line = 0;
    return { ...old, newText: newText.replaceAll('\n', () => ends[line++] ?? lineEndOf(inFile)) };
  });
  const changed = applyEdits(inFile, edits);
  // A lone CR that came to stand before a LF would be one line end with it.
  return withLf(changed) === after ? changed : endedWith(after, lineEndOf(inFile));
}

function fixOne(file: ReadFile, project: Project): ReadFile {
  const memory = newDocumentMemory();
  const analyse = (text: string) => project.analyse(file.label, text, memory);
  const fixed = fixedText(file.analysis.report.text, text => analyse(text).findings);
  return { ...file, analysis: analyse(fixed) };
}

const changesOf = (before: ReadFile, after: ReadFile): string =>
  [
    t('{file}: --fix would change', { file: before.label }),
    patchOf(before.label, before.analysis.report.text, after.analysis.report.text),
  ].join('\n');

/** The lines that differ as a patch without the lines around them: those of a report are paragraphs. */
export function patchOf(label: string, before: string, after: string): string {
  const lines = [`--- ${label}`, `+++ ${label}`];
  const read = new LineIndex(before);
  let moved = 0;
  for (const { start, end, newText } of editsBetween(before, after)) {
    const gone = linesOf(before.slice(start, end));
    const come = linesOf(newText);
    // Behind a last line that does not end there is no line to begin at.
    const at = start === before.length ? linesOf(before).length : read.lineAt(start);
    lines.push(`@@ -${rangeOf(at, gone.length)} +${rangeOf(at + moved, come.length)} @@`);
    for (const line of gone) lines.push(...shown('-', line));
    for (const line of come) lines.push(...shown('+', line));
    moved += come.length - gone.length;
  }
  return lines.join('\n');
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Lines as a patch counts them: from one; of none, the line before is named. */
const rangeOf = (at: number, count: number): string =>
  count === 0 ? `${at},0` : count === 1 ? `${at + 1}` : `${at + 1},${count}`;

const shown = (sign: string, line: string): string[] =>
  line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'];
