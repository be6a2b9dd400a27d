import { t } from '../messages/translate.ts';
/**
 * What a Word file may be at most. A report has some twenty parts and a document of a few hundred kilobytes; what
 * is far beyond that was made to exhaust the reader, or is no report.
 */
export const LIMITS = {
  /** Files inside the zip. */
  entries: 2000,
  /** Unpacked bytes of all files inside, pictures included. */
  totalBytes: 500_000_000,
  /** Unpacked bytes of one part that is read as XML. */
  partBytes: 40_000_000,
  /** Unpacked to packed bytes of one file, looked at above a megabyte: text in XML reaches some forty. */
  ratio: 200,
  /** Elements inside each other. */
  depth: 256,
  /** Elements of one part. */
  elements: 2_000_000,
} as const;

/** A file that is not read, with the sentence that says why. Caught where the module is entered, never beyond. */
export class Refusal extends Error {}

/** A count as it stands in a sentence: `40 000 000`. */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, '\u00a0');
const megabytes = (bytes: number): string => `${grouped(Math.round(bytes / 1_000_000))} MB`;

/** Why a file is refused, in the words for the person who asked for it. */
export const REFUSED = {
  notZip: () => t('This is not a Word document (.docx): it is no zip file.'),
  old: () => t('This is a Word document of the old kind (.doc). Open it in Word and save it as .docx.'),
  encrypted: () =>
    t('This Word document is protected by a password. Remove the password in Word and save it again.'),
  rtf: () => t('This is a Rich Text file. Open it in Word and save it as .docx.'),
  flat: () => t('This is a Word document in a single XML file. Open it in Word and save it as .docx.'),
  openDocument: () => t('This is an OpenDocument text (.odt). Save it as .docx.'),
  noDocument: () => t('This zip file holds no Word document.'),
  damaged: () =>
    t(
      'This Word document is damaged: it cannot be unpacked. Open it in Word, let it be repaired, and save it.',
    ),
  damagedPart: (part: string) =>
    t(
      'This Word document is damaged: {part} is not well-formed. Open it in Word, let it be repaired, and save it.',
      { part },
    ),
  entities: (part: string) =>
    t(
      'This Word document was not read: {part} declares a document type, which no word processor writes. Nothing of it was expanded.',
      { part },
    ),
  path: (name: string) =>
    t('This Word document was not read: it holds a file whose path leads out of it (“{name}”).', {
      name: name.slice(0, 80),
    }),
  twins: (name: string) =>
    t('This Word document was not read: it holds two files named “{name}”.', { name: name.slice(0, 80) }),
  entries: (count: number) =>
    t('This Word document was not read: it holds {count} files; at most {entries} are read.', {
      count: grouped(count),
      entries: grouped(LIMITS.entries),
    }),
  total: (bytes: number) =>
    t('This Word document was not read: unpacked it would take {bytes}; at most {totalBytes} are read.', {
      bytes: megabytes(bytes),
      totalBytes: megabytes(LIMITS.totalBytes),
    }),
  part: (name: string) =>
    t('This Word document was not read: {name} would take more than {partBytes} unpacked.', {
      name,
      partBytes: megabytes(LIMITS.partBytes),
    }),
  ratio: (name: string) =>
    t('This Word document was not read: {name} is packed more than {ratio} to 1, as no report is.', {
      name,
      ratio: LIMITS.ratio,
    }),
  depth: (part: string) =>
    t('This Word document was not read: {part} is nested deeper than {depth} levels.', {
      part,
      depth: LIMITS.depth,
    }),
  elements: (part: string) =>
    t('This Word document was not read: {part} has more than {elements} elements.', {
      part,
      elements: grouped(LIMITS.elements),
    }),
} as const;
