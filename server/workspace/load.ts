import { t } from '../messages/translate.ts';
import { type Decoded, decode, MAX_BYTES, type Refusal } from '../text/decode.ts';
import { type LineEnd, lineEndOf, withLf } from '../text/line-ends.ts';
import type { Barrier, Workspace } from './workspace.ts';

/** Why a file was not read, in the words for the person who asked for it. */
export const REFUSALS: Readonly<Record<Refusal | Barrier | 'missing' | 'word', () => string>> = {
  missing: () => t('The file is not there or cannot be read.'),
  binary: () => t('This is not a text file.'),
  'too-large': () => t('The file is larger than 50 MB. No report is.'),
  empty: () => t('The file is empty.'),
  outside: () => t('It lies outside the workspace folder.'),
  link: () =>
    t(
      'A link leads to it, and links are not followed: they may lead out of the workspace folder. Put the file itself there.',
    ),
  word: () =>
    t('This kind of file is not read. Save it as a Word document (.docx), plain text (.txt) or Markdown.'),
};

/** Turns the bytes of a Word document into our Markdown, or says in one sentence why it cannot. */
export type ReadWord = (
  bytes: Uint8Array,
) => Promise<{ readonly text: string } | { readonly refused: string }>;

/** A text as it is worked on: its lines end with LF, whatever ends them in the file. */
export type Loaded =
  | (Extract<Decoded, { text: string }> & { readonly lineEnd: LineEnd })
  /** Out of a Word document: there is no file with this text. */
  | { readonly text: string; readonly encoding: 'word'; readonly lineEnd: '\n' }
  | { readonly refused: string };

/** Whether a file may be a report by its name. Word keeps a file `~$name.docx` beside a document that is open. */
export const isReportName = (location: string): boolean =>
  /\.(?:md|txt|gca|docx)$/i.test(location) && !/(?:^|[\\/])(?:~|%7E)(?:\$|%24)[^\\/]*$/i.test(location);

/** Whether a file is a Word document by its name. */
export const isWordName = (location: string): boolean => /\.docx$/i.test(location);

/** Whether bytes begin as a zip does, as a Word document is one. No text does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/**
 * Reads a file as text, or says why it cannot be.
 *
 * @param word reads Word documents; without it they are refused
 */
export async function loadText(workspace: Workspace, location: string, word?: ReadWord): Promise<Loaded> {
  if (/\.(?:doc|odt|rtf|pdf)$/i.test(location) || (isWordName(location) && !word))
    return { refused: REFUSALS.word() };
  const bytes = await workspace.read(location);
  if (!bytes) return { refused: REFUSALS[(await workspace.barrier(location)) ?? 'missing']() };
  if (word && isWordName(location)) return fromWord(bytes, word);
  return fromBytes(bytes);
}

/** The text in the bytes of a file, in any of the encodings that a file may have. */
export function fromBytes(bytes: Uint8Array): Loaded {
  const decoded = decode(bytes);
  if ('refused' in decoded) return { refused: REFUSALS[decoded.refused]() };
  return { text: withLf(decoded.text), encoding: decoded.encoding, lineEnd: lineEndOf(decoded.text) };
}

/** A Word document's text. */
export async function fromWord(bytes: Uint8Array, word: ReadWord): Promise<Loaded> {
  if (bytes.length > MAX_BYTES) return { refused: REFUSALS['too-large']() };
  if (bytes.length === 0) return { refused: REFUSALS.empty() };
  const read = await word(bytes);
  return 'refused' in read ? read : { text: read.text, encoding: 'word', lineEnd: '\n' };
}
