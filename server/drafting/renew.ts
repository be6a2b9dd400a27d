import type { Instruments } from '../catalogue/instruments.ts';
import type { IndicatorSet } from '../figures/indicators.ts';
import { quotationMarks } from '../reading/prose.ts';
import type { ReadBlock, Reading } from '../reading/reading.ts';
import { findCrossReferences } from '../report/crossrefs.ts';
import type { Footnote, Item, Paragraph, Section } from '../report/model.ts';
import type { Edit } from '../rules/rule.ts';
import type { PartialDate } from '../text/dates.ts';
import { startingIn } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import { renewedInstruments } from './instruments-now.ts';
import { type Mark, markFor, marksOf, type Origin, replacedMark, withMarksKept } from './marks.ts';
import { movedPeriods } from './periods.ts';
import { edited, inOrder, onOneLine, segmentsOf } from './segments.ts';
import { boundOf, type IsBound } from './time-bound.ts';

/** What no sentence ends inside of: identifiers (`X. 1047`) and quotations. */
const uncut = (block: ReadBlock): Span[] => [
  ...block.citations,
  ...quotationMarks(block.text, block.view).pairs,
];

/** The mark behind a period that was moved on. */
function behind(block: ReadBlock, { start, end }: Span, origin: Origin): Edit {
  return { start: end, end, newText: ` ${replacedMark(block.text.slice(start, end), origin)}` };
}

/** A mark as it was: its words come from where they came from. */
const carried = ({ text, year, from }: Mark): string => markFor(text, { year, place: from });

/** What the words of an earlier report are brought up to. */
export interface Target {
  /** Year of the new report's session. */
  readonly year: number;
  /** The day it is judged by. */
  readonly date: PartialDate;
  readonly instruments: Instruments;
  readonly indicators: IndicatorSet;
}

/** A piece of an earlier report as drafting Markdown. */
export interface Renewed {
  readonly text: string;
  /** Its sentences, each as it was and as it is now. */
  readonly sentences: readonly { readonly words: string; readonly text: string }[];
  readonly marks: number;
  /** Its last sentence has to be confirmed and announces a list: so have the points of the list. */
  readonly announces: boolean;
}

const NOTHING: Renewed = { text: '', sentences: [], marks: 0, announces: false };

/** How a piece is treated. */
interface Manner {
  /** Front matter and introduction name the reporting period. */
  readonly period: boolean;
  readonly front: boolean;
  /** Every sentence has to be confirmed: points of a list that was announced. */
  readonly all: boolean;
}

/**
 * Brings an earlier report's words into a new one, block by block: standing sentences as they are, with their
 * instruments, periods and references up to date; every other sentence in a mark that shows it as it was.
 */
export class Renewal {
  private readonly reading: Reading;
  private readonly target: Target;
  private readonly isBound: IsBound;
  private readonly blocks = new Map<number, ReadBlock>();
  /** Changes that hold for the whole report: references, footnotes, what a conversion left behind. */
  private readonly global: readonly Edit[];
  /** References to other paragraphs; their numbers are no figures. */
  private readonly references: readonly Span[];
  /** References to what the new report no longer has. */
  private readonly lost: readonly Span[];
  /** Marks of the earlier report that were never settled. */
  private readonly open: readonly Span[];
  /** The footnotes by the place that calls them. */
  private readonly noted: readonly (Span & { readonly note: Footnote })[];
  /** Footnotes whose text has been written. */
  readonly written = new Set<Footnote>();

  constructor(reading: Reading, target: Target, numbers: ReadonlyMap<Section | Paragraph, string>) {
    this.reading = reading;
    this.target = target;
    this.open = marksOf(reading.report).map(mark => mark.span);
    this.isBound = boundOf(reading, target.indicators);
    this.noted = reading.report.footnotes
      .map(note => ({ ...note.span, note }))
      .sort((a, b) => a.start - b.start);
    for (const block of reading.blocks) this.blocks.set(block.block.span.start, block);
    const references = this.followed(numbers);
    this.references = references.all;
    this.lost = references.lost;
    this.global = inOrder([...references.edits, ...this.leftovers()]);
  }

  private followed(numbers: ReadonlyMap<Section | Paragraph, string>): {
    all: Span[];
    edits: Edit[];
    lost: Span[];
  } {
    const { report } = this.reading;
    const renumbered = new Map<string, string>();
    for (const [part, number] of numbers) {
      if (part.number && !renumbered.has(part.number)) renumbered.set(part.number, number);
    }
    const edits: Edit[] = [];
    const lost: Span[] = [];
    const references = findCrossReferences(report);
    for (const { number, span } of references) {
      const now = renumbered.get(number);
      if (now === undefined) lost.push(span);
      else if (now !== number) edits.push({ ...span, newText: now });
    }
    return { all: references.map(({ span }) => span), edits, lost };
  }

  /** Bookmarks go, footnotes inside the text get Markdown's form, comments of the last year's drafter go. */
  private leftovers(): Edit[] {
    const { report } = this.reading;
    const edits: Edit[] = [];
    for (const { kind, span } of report.residues)
      if (kind === 'bookmark') edits.push({ ...span, newText: '' });
    for (const comment of report.comments) {
      const words = report.text.slice(comment.start, comment.end);
      const kept = withMarksKept(words);
      edits.push({ ...comment, newText: kept === words ? '' : kept });
    }
    for (const { label, mark, body } of report.footnotes) {
      if (!mark || !body || body.start < mark.end || report.text[mark.start + 1] === '^') continue;
      const close = report.text.indexOf(']', body.end);
      const end = close >= 0 && close - body.end < 4 ? close + 1 : body.end;
      edits.push({ start: mark.start, end, newText: `[^${label}]` });
    }
    return edits;
  }

  /** The text of a paragraph without its items. */
  body(paragraph: Paragraph, period: boolean, front: boolean): Renewed {
    return this.span(paragraph.body, paragraph.place, { period, front, all: false });
  }

  item(item: Item, paragraph: Paragraph, announced: boolean): Renewed {
    return this.span(item.body, paragraph.place, { period: false, front: false, all: announced });
  }

  /** Marks of the earlier report that stand in no paragraph of a section, because nothing of one was there yet. */
  strayMarks(section: Section): string[] {
    const all = [section.heading.end, ...section.paragraphs.map(({ span }) => span.end)];
    return all.flatMap((end, i) => {
      const next = section.paragraphs[i]?.span.start ?? this.endOf(section);
      const between = marksOf(this.reading.report).filter(
        ({ span, closed }) => closed && end <= span.start && span.start < next,
      );
      return between.map(mark => carried(mark));
    });
  }

  /** Where the part behind a section's own paragraphs begins. */
  private endOf(section: Section): number {
    const { sections, endMark, text } = this.reading.report;
    // By halving: the sections stand in the order of the text.
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sections[middle].heading.start > section.heading.start) high = middle;
      else low = middle + 1;
    }
    const inner = section.sections.find(({ heading }) => heading.start > section.heading.start);
    return Math.min(
      inner?.heading.start ?? text.length,
      sections[low]?.heading.start ?? text.length,
      endMark?.start ?? text.length,
    );
  }

  /** The footnotes called in a stretch of the report, each with its text; none is given twice. */
  footnotes(within: Span): { label: string; renewed: Renewed }[] {
    return startingIn(this.noted, within)
      .filter(({ note }) => note.body && !this.written.has(note))
      .map(({ note }) => this.footnote(note));
  }

  footnote(note: Footnote): { label: string; renewed: Renewed } {
    this.written.add(note);
    const renewed = note.body
      ? this.span(note.body, `footnote ${note.label}`, { period: false, front: false, all: false })
      : NOTHING;
    return { label: note.label, renewed };
  }

  private span(span: Span, place: string, manner: Manner): Renewed {
    const block = this.blocks.get(span.start);
    if (!block || span.end <= span.start) return NOTHING;
    const moved = <T extends Span>(one: T): T => ({
      ...one,
      start: one.start - span.start,
      end: one.end - span.start,
    });
    const leftovers = startingIn(this.global, span).map(moved);
    const { year } = this.target;
    const last = this.reading.report.year?.value ?? year - 1;
    const origin = { year: this.reading.report.year?.value ?? null, place };
    const periods = manner.period ? movedPeriods(block, last, year) : [];
    const instruments = renewedInstruments(block, this.target.instruments, this.target.date);
    const edits = inOrder([
      ...leftovers,
      ...periods.flatMap(({ edits }) => edits),
      ...periods.map(({ span }) => behind(block, span, origin)),
      ...instruments.edits,
    ]);
    const free = inOrder([...periods.map(one => one.span), ...startingIn(this.references, span).map(moved)]);
    const toConfirm = inOrder([
      ...startingIn(this.lost, span).map(moved),
      ...startingIn(this.open, span).map(moved),
      ...instruments.toConfirm,
    ]);
    const pieces: { words: string; text: string }[] = [];
    let marks = 0;
    let announces = false;
    for (const segment of segmentsOf(block, [...leftovers, ...uncut(block)])) {
      const bound =
        manner.all ||
        startingIn(toConfirm, segment).length > 0 ||
        this.isBound(block, segment, { free: startingIn(free, segment), front: manner.front });
      const words = onOneLine(edited(block.text, segment, startingIn(bound ? leftovers : edits, segment)));
      if (!words) continue;
      marks += bound
        ? 1
        : startingIn(
            periods.map(one => one.span),
            segment,
          ).length;
      announces = bound && /:\W{0,3}$/.test(words);
      pieces.push({ words, text: bound ? markFor(words, origin) : words });
    }
    return { text: pieces.map(({ text }) => text).join(' '), sentences: pieces, marks, announces };
  }
}
