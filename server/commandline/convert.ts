import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Analysis, Project } from '../analysis/project.ts';
import { exportNotes, wordComments } from '../analysis/word-comments.ts';
import { t } from '../messages/translate.ts';
import { installedWord } from '../platform/word.ts';
import { endedWith, type LineEnd } from '../text/line-ends.ts';
import type { WordModule } from '../word/reader.ts';
import { isWordName, loadText, REFUSALS, type ReadWord } from '../workspace/load.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { loadStdin } from './input.ts';
import type { Options } from './options.ts';
import { isThereAlready, writeNamed } from './output.ts';

/** A conversion that cannot be carried out; the message is for the person who asked for it. */
class Refused extends Error {}

/**
 * `convert IN OUT`: reads one file, writes the other; what goes into what is told by their names. Nothing is
 * written where anything is wrong, and no file is overwritten that nobody said may be.
 *
 * @returns whether the file was written
 */
export async function convert(
  options: Options,
  folder: string,
  workspace: Workspace,
  project: Project,
  note: (message: string) => void,
): Promise<boolean> {
  const [input, output] = options.files;
  try {
    const target = resolve(folder, output);
    await refuseTarget(output, target, options);
    const word = await installedWord();
    const read: ReadWord = async bytes => {
      const found = word.importWord(bytes, { changes: options.changes });
      if ('notes' in found) for (const one of found.notes) note(`${input}: ${one}`);
      return found;
    };
    const loaded =
      input === '-' ? await loadStdin(read) : await loadText(workspace, resolve(folder, input), read);
    if ('refused' in loaded) throw new Refused(`${input}: ${loaded.refused}`);
    const label = input === '-' ? (options.stdinName ?? t('standard input')) : input;
    const analysis = project.analyse(label, loaded.text);
    await project.prepare(analysis);
    if (!analysis.report.recognised)
      note(
        t('{file}: this does not read like a report on Resolution 130; it was converted all the same.', {
          file: label,
        }),
      );
    if (isWordName(output)) for (const one of exportNotes(analysis)) note(`${label}: ${one}`);
    const content = isWordName(output)
      ? await asWord(word, analysis, await templateOf(options, folder, workspace), options.comments)
      : await asMarkdown(word, analysis, loaded.lineEnd);
    const unwritten = await writeNamed(output, target, content, options.force);
    if (unwritten) throw new Refused(unwritten);
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    note(error.message);
    return false;
  }
}

async function refuseTarget(name: string, path: string, options: Options): Promise<void> {
  if (!/\.(?:docx|md)$/i.test(name))
    throw new Refused(t('{name}: the file to write ends in .docx or .md.', { name }));
  if (!isWordName(name)) {
    if (options.comments)
      throw new Refused(t('--comments writes Word comments: the file to write ends in .docx.'));
    if (options.template)
      throw new Refused(
        t('--template gives the styles of a Word document: the file to write ends in .docx.'),
      );
  }
  const present = await stat(path).catch(() => null);
  if (present && !present.isFile())
    throw new Refused(t('{name}: there is something of this name that is no file.', { name }));
  if (present && !options.force) throw new Refused(isThereAlready(name));
}

async function templateOf(
  { template }: Options,
  folder: string,
  workspace: Workspace,
): Promise<Uint8Array | undefined> {
  if (template === undefined) return undefined;
  const bytes = await workspace.read(resolve(folder, template));
  if (!bytes) throw new Refused(`${template}: ${REFUSALS.missing()}`);
  return bytes;
}

async function asWord(
  word: WordModule,
  analysis: Analysis,
  template: Uint8Array | undefined,
  withComments: boolean,
): Promise<Uint8Array> {
  const exported = await word.exportWord(analysis.report, {
    profile: analysis.profile?.profile,
    comments: withComments ? wordComments(analysis) : undefined,
    template,
    date: new Date(),
  });
  if ('refused' in exported)
    throw new Refused(t('The template was not used. {why}', { why: exported.refused }));
  return exported.bytes;
}

/** A report in our drafting Markdown: one that is so already as it is, others by way of a Word document. */
async function asMarkdown(word: WordModule, { report }: Analysis, lineEnd: LineEnd): Promise<string> {
  if (report.dialect === 'markdown') return endedWith(report.text, lineEnd);
  const exported = await word.exportWord(report);
  const back = 'bytes' in exported ? word.importWord(exported.bytes) : exported;
  if ('refused' in back) throw new Refused(back.refused);
  return back.text;
}
