import { Document, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Profile } from '../../profiles/profile.ts';
import type { Report } from '../../report/model.ts';
import type { WordComment } from '../comment.ts';
import { Refusal } from '../limits.ts';
import { BlockRecorder, CommentPlacer, type CommentPlaces, commentParts, threadIds } from './comments.ts';
import { BodyWriter } from './document.ts';
import { finish } from './finish.ts';
import { piecesOf } from './pieces.ts';
import { printable } from './printable.ts';
import { runsOf } from './runs.ts';
import { numberingOf, PAGE, type Setting, STYLE, settingOf, stylesOf } from './styles.ts';
import { readTemplate } from './template.ts';

export interface ExportOptions {
  /** Whose `word` sets fonts and margins. */
  readonly profile?: Profile | null;
  /** What goes out as Word comments, each on its words. */
  readonly comments?: readonly WordComment[];
  /** A Word document whose styles take the place of ours, by their names. */
  readonly template?: Uint8Array;
  /** When the document counts as made; the report's own date where nothing is said. */
  readonly date?: Date;
}

/**
 * Writes a report as a Word document (.docx) in the Council's layout: masthead table, title, boxed front matter,
 * sections and paragraphs numbered by Word itself, footnotes, links, running head. Equal input gives equal bytes.
 *
 * @returns the file's bytes, or the reason in one sentence why the template cannot be used
 */
export async function exportWord(
  report: Report,
  options: ExportOptions = {},
): Promise<{ readonly bytes: Uint8Array } | { readonly refused: string }> {
  try {
    return { bytes: await write(report, options) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}

async function write(
  report: Report,
  { profile, comments = [], template, date = dateOf(report) }: ExportOptions,
): Promise<Uint8Array> {
  const house = template ? readTemplate(template) : null;
  const setting = settingOf(profile);
  const width = PAGE.width - setting.margins.left - setting.margins.right;
  const body = new BodyWriter(report, placesOf(report, comments, width), width);
  const children = body.write();
  const footnotes = footnotesOf(report, body);
  const symbol = report.masthead.symbol;
  const document = new Document({
    styles: stylesOf(setting),
    numbering: numberingOf([...body.numbers.definitions, ...body.items.definitions]),
    footnotes,
    comments: comments.length > 0 ? { children: commentParts(comments, date) } : undefined,
    sections: [
      {
        properties: pageOf(setting),
        headers: {
          default: runningHead(symbol ? report.text.slice(symbol.span.start, symbol.span.end) : ''),
        },
        children,
      },
    ],
  });
  const packed = new Uint8Array(await Packer.toArrayBuffer(document));
  const title = report.masthead.title;
  const properties = {
    title: title
      ? printable(
          piecesOf(report.text, title.span)
            .map(piece => piece.text)
            .join(''),
        )
      : '',
    subject: symbol?.value.id ?? '',
    creator: printable(report.masthead.author?.value.replace(/^\w+ (?:by|from) the /i, '') ?? 'gca-report'),
    date,
  };
  return finish(packed, properties, house);
}

/** Where the comments go: told by a first writing of the document, which says what is printed. */
function placesOf(report: Report, comments: readonly WordComment[], width: number): CommentPlaces {
  const recorder = new BlockRecorder();
  if (comments.length === 0) return recorder;
  new BodyWriter(report, recorder, width).write();
  // Word has no comments in footnotes: what is on one stands on the place that calls it.
  const spans = comments.map(({ start, end }) => {
    const note = report.footnotes.find(
      ({ mark, body }) => mark && body && body.start <= start && start < body.end,
    );
    return note?.mark ?? { start, end };
  });
  return new CommentPlacer(spans, threadIds(comments), recorder.blocks);
}

/** The day that the report states, else the first of its year. */
function dateOf({ masthead, year }: Report): Date {
  const stated = masthead.date?.value;
  return new Date(Date.UTC(stated?.year ?? year?.value ?? 2000, (stated?.month ?? 1) - 1, stated?.day ?? 1));
}

const pageOf = ({ margins }: Setting) => ({
  page: {
    size: PAGE,
    margin: { ...margins, header: Math.round(margins.top / 2), footer: Math.round(margins.bottom / 2) },
  },
  titlePage: true,
});

/** From the second page on: the page's number, and the document symbol below it. */
function runningHead(symbol: string): Header {
  const number = new Paragraph({
    style: STYLE.header,
    children: [new TextRun({ children: ['\u2013 ', PageNumber.CURRENT, ' \u2013'] })],
  });
  return new Header({
    children:
      symbol === ''
        ? [number]
        : [number, new Paragraph({ style: STYLE.header, children: [new TextRun(printable(symbol))] })],
  });
}

function footnotesOf(report: Report, body: BodyWriter): Record<string, { children: Paragraph[] }> {
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  for (const { id, body: span } of body.notes.called) {
    // Word has no footnotes in footnotes: a call inside one stays the text that it is.
    const children = span ? runsOf(piecesOf(report.text, span), [], { call: () => null }) : [];
    footnotes[id] = {
      children: [new Paragraph({ style: STYLE.footnote, children: [new TextRun(' '), ...children] })],
    };
  }
  return footnotes;
}
