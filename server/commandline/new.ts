import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Project } from '../analysis/project.ts';
import { INSTRUMENTS } from '../catalogue/instruments.ts';
import { orderReport } from '../drafting/order.ts';
import { t } from '../messages/translate.ts';
import type { Reading } from '../reading/reading.ts';
import { isWordName, type ReadWord } from '../workspace/load.ts';
import type { Finder } from './find.ts';
import { readInput } from './input.ts';
import type { Options } from './options.ts';
import { isThereAlready, writeNamed } from './output.ts';

/**
 * `new --from REPORT --year N`: the draft of the next report, to a file or to the screen. A file that is there is
 * not overwritten unless somebody said so.
 *
 * @returns whether there is a draft
 */
export async function newDraft(
  options: Options,
  finder: Finder,
  project: Project,
  word: ReadWord,
  note: (message: string) => void,
): Promise<boolean> {
  const refuse = (message: string): false => {
    note(message);
    return false;
  };
  const { output } = options;
  const target = output === undefined ? undefined : resolve(finder.folder, output);
  const taken = target && (await whyNotTo(output ?? '', target, options.force));
  if (taken) return refuse(taken);
  let last: Reading | null = null;
  if (options.from !== undefined) {
    const [file] = await readInput([options.from], { ...finder, skipOthers: false }, project, word);
    if ('refused' in file) return refuse(`${file.label}: ${file.refused}`);
    last = file.analysis.reading;
  }
  const made = orderReport(
    {
      year: options.year ?? Number.NaN,
      symbol: options.symbol,
      date: options.date,
      agendaItem: options.agendaItem,
      profile: options.profile,
    },
    last,
    { profiles: project.knownProfiles, instruments: INSTRUMENTS, indicators: project.indicators },
  );
  if ('refused' in made) return refuse(made.refused);
  for (const one of made.notes) note(one);
  if (target === undefined) process.stdout.write(made.text);
  else {
    const unwritten = await writeNamed(output ?? '', target, made.text, options.force);
    if (unwritten) return refuse(unwritten);
    note(
      t('{output}: a draft for {year} ({profile}), {count} marks to confirm.', {
        output: output ?? '',
        year: options.year ?? '',
        profile: t(made.profile.title),
        count: made.toConfirm,
      }),
    );
  }
  return true;
}

async function whyNotTo(name: string, path: string, force: boolean): Promise<string | undefined> {
  if (isWordName(name))
    return t('{name}: a draft is Markdown, because a Word file has no place for its marks.', { name });
  const present = await stat(path).catch(() => null);
  if (present && !present.isFile())
    return t('{name}: there is something of this name that is no file.', { name });
  if (present && !force) return isThereAlready(name);
  return undefined;
}
