import { t } from '../../messages/translate.ts';
import { builtinProfiles } from '../../profiles/builtin.ts';
import { type Vocabulary, vocabularyOf } from '../../report/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import { Refusal } from '../limits.ts';
import { WordPackage } from '../package.ts';
import { child, childrenOf, type XmlElement } from '../xml.ts';
import { BlockReader } from './blocks.ts';
import { commentLines, type Reply, readThreads, type Thread, withAnswers } from './comments.ts';
import { Composer, type Entry } from './compose.ts';
import { type Changes, type LeftOut, paragraphsOf } from './content.ts';
import { Fields } from './fields.ts';
import { render } from './markdown.ts';
import { NoteNumbers } from './notes.ts';
import { Numbering } from './numbering.ts';
import { Styles } from './styles.ts';

export type { Reply } from './comments.ts';
export type { Changes } from './content.ts';

export interface ImportOptions {
  /** What becomes of tracked changes; accepted where nothing is said. */
  readonly changes?: Changes;
  /** Whether comments come along as HTML comments; they do where nothing is said. */
  readonly comments?: boolean;
  /** Titles by which heads and sections are known; those of the built-in profiles where nothing is said. */
  readonly vocabulary?: Vocabulary;
}

/** A paragraph of the Word document and where its text came to stand. */
export interface ImportedParagraph {
  /** Counted from 0 in the order of the document, empty and left-out paragraphs included. */
  readonly index: number;
  /** Word's own name for it, where it has one. */
  readonly paraId: string | undefined;
  /** In the Markdown, its number included. */
  readonly span: Span;
}

/** A comment of the Word document. */
export interface ImportedComment {
  readonly author: string;
  readonly date: string | null;
  readonly text: string;
  readonly resolved: boolean;
  readonly replies: readonly Reply[];
  /** The rule of a finding that went out as a comment; null for a person's own. */
  readonly rule: string | null;
  /** The words it is on, in the Markdown; null where they are not in it. */
  readonly span: Span | null;
}

export interface ImportedWord {
  /** The report in drafting Markdown. */
  readonly text: string;
  readonly paragraphs: readonly ImportedParagraph[];
  readonly comments: readonly ImportedComment[];
  /** What could not come along, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Reads a Word document (.docx) as a report in our drafting Markdown: automatic numbers written out, sections as
 * headings, front matter and masthead as lines, footnotes, links and emphasis kept. Nothing outside the bytes is
 * ever looked at: no address is opened, no picture fetched, no entity expanded.
 *
 * @returns the text with its maps, or the reason in one sentence why the file is not read
 */
export function importWord(
  bytes: Uint8Array,
  options: ImportOptions = {},
): ImportedWord | { readonly refused: string } {
  try {
    return read(new WordPackage(bytes), options);
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}

function read(file: WordPackage, options: ImportOptions): ImportedWord {
  const root = file.part(file.document);
  const body = child(root, 'w:body');
  const left: LeftOut = { pictures: 0, inserted: 0, symbols: 0 };
  const notes = new NoteNumbers(root);
  const numbering = new Numbering(file.related('numbering')?.root);
  const shared = {
    styles: new Styles(file.related('styles')?.root),
    changes: options.changes ?? 'accepted',
    notes,
    numbering,
    left,
  } as const;
  const readerFor = (part: string) =>
    new BlockReader({ ...shared, fields: new Fields(), links: linksOf(file, part) });
  const vocabulary = options.vocabulary ?? vocabularyOf(builtinProfiles);
  const entries = new Composer(vocabulary).compose(body ? readerFor(file.document).read(body) : []);
  addFootnotes(entries, file, notes, readerFor);
  const threads = options.comments === false ? new Map<string, Thread>() : readThreads(file);
  return { ...assemble(entries, threads), notes: sentences(left) };
}

const linksOf = (file: WordPackage, part: string): Map<string, string> =>
  new Map(
    file
      .relationshipsOf(part)
      .filter(one => one.external && one.type === 'hyperlink')
      .map(one => [one.id, one.target]),
  );

/** The texts of the notes that were called, before the mark that ends the report. */
function addFootnotes(
  entries: Entry[],
  file: WordPackage,
  notes: NoteNumbers,
  readerFor: (part: string) => BlockReader,
): void {
  const added: Entry[] = [];
  for (const kind of ['footnote', 'endnote'] as const) {
    const called = notes.called.filter(one => one.kind === kind);
    const part = called.length > 0 ? file.related(`${kind}s`) : undefined;
    if (!part) continue;
    const texts = new Map<string, XmlElement>();
    for (const note of childrenOf(part.root, `w:${kind}`)) texts.set(note.attributes['w:id'] ?? '', note);
    const reader = readerFor(part.name);
    for (const { id, label } of called) {
      const note = texts.get(id);
      const paragraphs = note ? [...paragraphsOf(reader.read(note))] : [];
      const text = paragraphs
        .map(one => render(one.inlines).text.trim())
        .filter(Boolean)
        .join(' ');
      if (text !== '')
        added.push({ kind: 'footnote', text: `[^${label}]: ${text}`, edges: [], paragraphs: [] });
    }
  }
  const last = entries.at(-1)?.kind === 'rule' ? entries.length - 1 : entries.length;
  entries.splice(last, 0, ...added);
}

/** The blocks as one text, each with its comments before it, and where everything came to stand. */
function assemble(entries: readonly Entry[], read: ReadonlyMap<string, Thread>): Omit<ImportedWord, 'notes'> {
  const places = placesIn(entries);
  const threads = withAnswers(read, id => places.get(id)?.key);
  const pieces: string[] = [];
  const paragraphs: ImportedParagraph[] = [];
  const starts: number[] = [];
  let at = 0;
  const add = (piece: string) => {
    pieces.push(piece);
    at += piece.length;
  };
  entries.forEach((entry, i) => {
    if (at > 0) add('\n');
    const here = entry.edges.flatMap(({ id, edge }) =>
      edge === 'start' && places.get(id)?.entry === i ? (threads.get(id) ?? []) : [],
    );
    for (const line of commentLines(here)) add(`${line}\n`);
    starts.push(at);
    const span = { start: at, end: at + entry.text.length };
    for (const { index, paraId } of entry.paragraphs) paragraphs.push({ index, paraId, span });
    add(`${entry.text}\n`);
  });
  const comments = [...threads.values()].map(({ id, author, date, text, resolved, replies, rules }) => {
    const place = places.get(id);
    const span = place
      ? { start: starts[place.entry] + place.start, end: starts[place.lastEntry] + place.end }
      : null;
    return { author, date, text, resolved, replies, rule: rules[0] ?? null, span };
  });
  return { text: pieces.join(''), paragraphs, comments };
}

/** Where a comment begins and ends: blocks by their index, and offsets in them. */
interface Place {
  readonly entry: number;
  readonly start: number;
  lastEntry: number;
  end: number;
  /** The same for comments on the same words. */
  key: string;
}

function placesIn(entries: readonly Entry[]): Map<string, Place> {
  const places = new Map<string, Place>();
  entries.forEach(({ edges }, i) => {
    for (const { id, edge, at } of edges) {
      const known = places.get(id);
      if (edge === 'start' && !known) {
        places.set(id, { entry: i, start: at, lastEntry: i, end: at, key: `${i}/${at}/${i}/${at}` });
      } else if (edge === 'end' && known) {
        known.lastEntry = i;
        known.end = at;
        known.key = `${known.entry}/${known.start}/${i}/${at}`;
      }
    }
  });
  return places;
}

function sentences({ pictures, inserted, symbols }: LeftOut): string[] {
  const said: string[] = [];
  if (pictures > 0)
    said.push(
      pictures === 1 ? t('A picture was left out.') : t('{pictures} pictures were left out.', { pictures }),
    );
  if (inserted > 0)
    said.push(
      t(
        'Text that was inserted from another file was left out: open the document in Word and save it, then it is part of it.',
      ),
    );
  if (symbols > 0)
    said.push(
      symbols === 1
        ? t('A symbol that only its font can show was left out.')
        : t('{symbols} symbols that only their fonts can show were left out.', { symbols }),
    );
  return said;
}
