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
  notZip: 'This is not a Word document (.docx): it is no zip file.',
  old: 'This is a Word document of the old kind (.doc). Open it in Word and save it as .docx.',
  encrypted: 'This Word document is protected by a password. Remove the password in Word and save it again.',
  rtf: 'This is a Rich Text file. Open it in Word and save it as .docx.',
  flat: 'This is a Word document in a single XML file. Open it in Word and save it as .docx.',
  openDocument: 'This is an OpenDocument text (.odt). Save it as .docx.',
  noDocument: 'This zip file holds no Word document.',
  damaged:
    'This Word document is damaged: it cannot be unpacked. Open it in Word, let it be repaired, and save it.',
  damagedPart: (part: string) =>
    `This Word document is damaged: ${part} is not well-formed. Open it in Word, let it be repaired, and save it.`,
  entities: (part: string) =>
    `This Word document was not read: ${part} declares a document type, which no word processor writes. Nothing of it was expanded.`,
  path: (name: string) =>
    `This Word document was not read: it holds a file whose path leads out of it (“${name.slice(0, 80)}”).`,
  twins: (name: string) =>
    `This Word document was not read: it holds two files named “${name.slice(0, 80)}”.`,
  entries: (count: number) =>
    `This Word document was not read: it holds ${grouped(count)} files; at most ${grouped(LIMITS.entries)} are read.`,
  total: (bytes: number) =>
    `This Word document was not read: unpacked it would take ${megabytes(bytes)}; at most ${megabytes(LIMITS.totalBytes)} are read.`,
  part: (name: string) =>
    `This Word document was not read: ${name} would take more than ${megabytes(LIMITS.partBytes)} unpacked.`,
  ratio: (name: string) =>
    `This Word document was not read: ${name} is packed more than ${LIMITS.ratio} to 1, as no report is.`,
  depth: (part: string) =>
    `This Word document was not read: ${part} is nested deeper than ${LIMITS.depth} levels.`,
  elements: (part: string) =>
    `This Word document was not read: ${part} has more than ${grouped(LIMITS.elements)} elements.`,
} as const;
