import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeAtomically } from '../server/platform/disk.ts';
import { builtinProfiles } from '../server/profiles/builtin.ts';
import { parseReport } from '../server/report/parse.ts';
import { vocabularyOf } from '../server/report/vocabulary.ts';
import { exportWord } from '../server/word/index.ts';
import { ROOT } from './root.ts';

/**
 * Writes the Word documents of the sample archive from the texts beside this script: `npm run samples`. Equal texts
 * give equal files, so that nothing changes where no text did.
 */
const TEXTS = join(ROOT, 'scripts', 'samples');
const ARCHIVE = join(ROOT, 'samples', 'archive');

/** The Word document of one text, as it stands in the archive. */
export async function sampleDocument(
  file: string,
): Promise<{ readonly path: string; readonly bytes: Uint8Array }> {
  const report = parseReport(readFileSync(join(TEXTS, file), 'utf8'), vocabularyOf(builtinProfiles), {
    fileName: file,
  });
  const written = await exportWord(report);
  if ('refused' in written) throw new Error(written.refused);
  return { path: join(ARCHIVE, `${basename(file, '.md')}.docx`), bytes: written.bytes };
}

/** The texts that Word documents are made from. */
export const sampleTexts = (): string[] => readdirSync(TEXTS).filter(name => name.endsWith('.md'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(ARCHIVE, { recursive: true });
  for (const file of sampleTexts()) {
    const { path, bytes } = await sampleDocument(file);
    await writeAtomically(path, bytes);
    console.log(`${path}: ${bytes.length} bytes`);
  }
}
