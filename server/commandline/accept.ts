import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { t } from '../messages/translate.ts';
import { alone } from '../platform/alone.ts';
import { fileBehind, writeAtomically } from '../platform/disk.ts';
import {
  BASELINE_FILE,
  type BaselineEntry,
  baselineText,
  entryFor,
  parseBaseline,
} from '../rules/suppression/baseline.ts';
import { loadText, REFUSALS } from '../workspace/load.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { InputFile } from './input.ts';
import { notWritten } from './output.ts';

/**
 * Writes the baseline: every finding of the files that were read is accepted. What the baseline holds of other
 * reports stays, as long as they are there. A file that is no baseline is not overwritten.
 *
 * @param named the file as it was named on the command line, else the workspace's own
 * @returns whether it was written
 */
export async function acceptAll(
  files: readonly InputFile[],
  named: string | undefined,
  folder: string,
  workspace: Workspace,
  note: (message: string) => void,
): Promise<boolean> {
  const path = resolve(folder, named ?? BASELINE_FILE);
  const label = named ?? BASELINE_FILE;
  const barred = await workspace.barrier(path);
  if (barred) {
    note(`${label}: ${t('the baseline was not written. {reason}', { reason: REFUSALS[barred]() })}`);
    return false;
  }
  const read = files.flatMap(file => ('analysis' in file ? [file] : []));
  const accepted = read.flatMap(({ analysis: { findings, report, label: file } }) =>
    findings.map(finding => entryFor(finding, file, report)),
  );
  const readNow = new Set(read.map(file => file.analysis.label));
  await mkdir(dirname(path), { recursive: true }).catch(() => undefined);
  let kept: readonly BaselineEntry[] | string;
  try {
    // What another process accepts meanwhile is read here, or waits until this is written.
    const target = await fileBehind(path);
    kept = await alone(target, async () => {
      const present = await presentEntries(path, workspace);
      if (typeof present === 'string') return `${label}: ${present} ${t('Nothing was written.')}`;
      const others = await ofOthers(present, readNow, folder, workspace);
      await writeAtomically(target, baselineText([...others, ...accepted]));
      return others;
    });
  } catch (error) {
    kept = notWritten(label, error);
  }
  if (typeof kept === 'string') {
    note(kept);
    return false;
  }
  const count = accepted.length;
  note(
    kept.length > 0
      ? t('{file}: {count} findings accepted, {kept} of other reports kept.', {
          file: label,
          count,
          kept: kept.length,
        })
      : t('{file}: {count} findings accepted.', { file: label, count }),
  );
  return true;
}

/** What a baseline holds; in a sentence why it cannot be told. */
async function presentEntries(
  path: string,
  workspace: Workspace,
): Promise<readonly BaselineEntry[] | string> {
  const there = await stat(path).catch(() => undefined);
  if (!there || there.size === 0) return [];
  const loaded = await loadText(workspace, path);
  if ('refused' in loaded) return loaded.refused;
  const { entries, problems } = parseBaseline(loaded.text);
  return problems.length === 0 ? entries : `${t('This is no baseline.')} ${problems[0].message}`;
}

/** The entries of reports that were not read now and are still there. */
async function ofOthers(
  entries: readonly BaselineEntry[],
  read: ReadonlySet<string>,
  folder: string,
  workspace: Workspace,
): Promise<BaselineEntry[]> {
  const there = new Map<string, boolean>();
  for (const { file } of entries) {
    if (read.has(file) || there.has(file)) continue;
    there.set(file, (await workspace.read(workspace.resolve(folder, file))) !== null);
  }
  return entries.filter(({ file }) => there.get(file) === true);
}
