import { type Decoded, decode, type Refusal } from '../text/decode.ts';
import type { Workspace } from './workspace.ts';

/** Why a file was not read, in the words for the person who asked for it. */
export const REFUSALS: Readonly<Record<Refusal | 'missing' | 'word', string>> = {
  missing: 'The file is not there or cannot be read.',
  binary: 'This is not a text file.',
  'too-large': 'The file is larger than 50 MB. No report is.',
  empty: 'The file is empty.',
  word: 'This kind of Word file is not read. Save it as plain text (.txt) or Markdown.',
};

export type Loaded = Extract<Decoded, { text: string }> | { readonly refused: string };

/** Whether a file may be a report by its name. */
export const isReportName = (location: string): boolean => /\.(?:md|txt|gca)$/i.test(location);

/** Reads a file as text, or says why it cannot be. */
export async function loadText(workspace: Workspace, location: string): Promise<Loaded> {
  if (/\.(?:docx?|odt|rtf|pdf)$/i.test(location)) return { refused: REFUSALS.word };
  const bytes = await workspace.read(location);
  if (!bytes) return { refused: REFUSALS.missing };
  const decoded = decode(bytes);
  return 'refused' in decoded ? { refused: REFUSALS[decoded.refused] } : decoded;
}
