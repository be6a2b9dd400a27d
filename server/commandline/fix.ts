import { fixedText } from '../analysis/fixes.ts';
import { newDocumentMemory, type Project } from '../analysis/project.ts';
import { writeAtomically } from '../platform/disk.ts';
import type { InputFile, ReadFile } from './input.ts';

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
  const analyse = (text: string) => project.analyse(file.label, text, memory);
  const fixed = fixedText(file.analysis.report.text, text => analyse(text).findings);
  return { ...file, analysis: analyse(fixed) };
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
