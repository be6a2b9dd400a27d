import { applyEdits, exactEdits } from '../analysis/fixes.ts';
import { newDocumentMemory, type Project } from '../analysis/project.ts';
import { writeAtomically } from '../platform/disk.ts';
import type { InputFile, ReadFile } from './input.ts';

/** How often the exact fixes are applied to a text: each round may uncover another, and none undoes one. */
const MAX_ROUNDS = 10;

/** Applies the exact fixes until none is left; writes the file, or with a dry run shows the lines that would change. */
export async function fixAll(
  files: readonly InputFile[],
  project: Project,
  options: { readonly dryRun: boolean; readonly note: (message: string) => void },
): Promise<InputFile[]> {
  const fixed: InputFile[] = [];
  for (const file of files) {
    if ('refused' in file || file.location === '-') {
      fixed.push(file);
      continue;
    }
    const after = fixOne(file, project);
    const changed = after.analysis.report.text !== file.analysis.report.text;
    if (changed && !options.dryRun) await writeAtomically(file.location, after.analysis.report.text);
    if (changed && options.dryRun) options.note(changesOf(file, after));
    fixed.push(options.dryRun ? file : after);
  }
  return fixed;
}

function fixOne(file: ReadFile, project: Project): ReadFile {
  const memory = newDocumentMemory();
  let { analysis } = file;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = exactEdits(analysis.findings);
    if (edits.length === 0) break;
    analysis = project.analyse(file.label, applyEdits(analysis.report.text, edits), memory);
  }
  return { ...file, analysis };
}

/** The lines that differ, before and after. */
function changesOf(before: ReadFile, after: ReadFile): string {
  const old = before.analysis.report.text.split(/\r\n|\n|\r/);
  const now = after.analysis.report.text.split(/\r\n|\n|\r/);
  const lines = [`${before.label}: --fix would change`];
  for (let i = 0; i < Math.max(old.length, now.length); i++) {
    if (old[i] === now[i]) continue;
    if (old[i] !== undefined) lines.push(`  ${i + 1} - ${old[i]}`);
    if (now[i] !== undefined) lines.push(`  ${i + 1} + ${now[i]}`);
  }
  return lines.join('\n');
}
