/**
 * Word in, Word out. This is the one door to everything that reads or writes .docx: it brings the library that
 * writes Word files with it, so it is built as a program part of its own and loaded when first needed.
 */

/** A program part of its own has a language of its own to be told: see reader.ts. */
export { speak } from '../messages/translate.ts';
export { commentOfFinding, commentOfNote, commentOfSuppression, type WordComment } from './comment.ts';
export { type ExportOptions, exportWord } from './export/index.ts';
export {
  type Changes,
  type ImportedComment,
  type ImportedParagraph,
  type ImportedWord,
  type ImportOptions,
  importWord,
} from './import/index.ts';
