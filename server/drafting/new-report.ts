import type { Profile } from '../profiles/profile.ts';
import type { Reading } from '../reading/reading.ts';
import type { Masthead, Paragraph } from '../report/model.ts';
import { dateMentions } from '../rules/date/mentions.ts';
import { view } from '../text/view.ts';
import { contentsOf, type Layout, layoutFor, type PlannedHead, type PlannedPart } from './layout.ts';
import { madeNote, markFor } from './marks.ts';
import { MASTHEAD } from './places.ts';
import { Renewal, type Target } from './renew.ts';

/** What a new report is to be. What is left out is asked for in the text. */
export interface NewReportRequest extends Target {
  readonly profile: Profile;
  /** Every known profile, for the names that heads go by. */
  readonly profiles: readonly Profile[];
  /** `C25/18`, as it is written behind `Document`. */
  readonly symbol?: string;
  /** `11 April 2025` */
  readonly dated?: string;
  readonly agendaItem?: string;
}

export interface NewReport {
  /** Drafting Markdown. */
  readonly text: string;
  /** How many marks it holds. */
  readonly toConfirm: number;
}

const RULE = '____________';
const END = '_______________';
const TO_WRITE = '[Text to be written]';

/**
 * The draft of a new report, from an earlier one or from the profile alone. It has the profile's structure, titles
 * and numbers; the earlier report's standing sentences; and everything bound to its year in marks that show it.
 * Nothing is invented: what nobody said stands in square brackets or in an empty mark.
 */
export function newReport(request: NewReportRequest, last: Reading | null): NewReport {
  const layout = layoutFor(last?.report ?? null, request.profile, request.profiles);
  return new Draft(request, last, layout).write();
}

class Draft {
  private readonly request: NewReportRequest;
  private readonly last: Reading | null;
  private readonly layout: Layout;
  private readonly renewal: Renewal | null;
  private readonly blocks: string[] = [];
  private marks = 0;

  constructor(request: NewReportRequest, last: Reading | null, layout: Layout) {
    this.request = request;
    this.last = last;
    this.layout = layout;
    this.renewal = last && new Renewal(last, request, layout.numbers);
  }

  write(): NewReport {
    this.masthead(this.last?.report.masthead);
    for (const head of this.layout.heads) this.head(head);
    this.blocks.push(RULE);
    for (const part of this.layout.parts) this.part(part, 2);
    this.orphans();
    this.blocks.push(END);
    const note = this.last ? [madeNote(nameOf(this.last), this.marks)] : [];
    return { text: `${[...note, ...this.blocks].join('\n\n')}\n`, toConfirm: this.marks };
  }

  private mark(words: string, place: string): string {
    this.marks++;
    return markFor(words, { year: this.last?.report.year?.value ?? null, place });
  }

  private masthead(old: Masthead | undefined): void {
    const { symbol, dated, agendaItem, year } = this.request;
    const text = (span: { start: number; end: number }) =>
      this.last?.report.text.slice(span.start, span.end) ?? '';
    this.blocks.push(
      `Agenda item: ${agendaItem ?? this.mark(old?.agendaItem?.value.trim() || '[agenda item]', MASTHEAD)}`,
      symbol
        ? `Document ${withLanguage(symbol)}`
        : this.mark(
            `Document ${old?.symbol ? text(old.symbol.span) : `C${String(year).slice(2)}/[number]`}`,
            MASTHEAD,
          ),
      dated ?? this.mark(old?.date ? text(old.date.span) : '[date]', MASTHEAD),
      `Original: ${old?.original?.value ?? 'English'}`,
      old?.author ? text(old.author.span) : 'Report by the Secretary-General',
      `# ${this.title(old?.title?.value)}`,
    );
  }

  /** A title that names a year is last year's. */
  private title(old: string | undefined): string {
    if (old === undefined) return '[Title]';
    return dateMentions(view(old)).length > 0 ? this.mark(old, MASTHEAD) : old;
  }

  private head({ title, source, starter }: PlannedHead): void {
    this.blocks.push(`## ${title}`);
    const before = this.blocks.length;
    for (const paragraph of source?.paragraphs ?? [])
      this.paragraph(paragraph, null, { period: true, front: true });
    const { year } = this.request;
    if (this.blocks.length === before)
      this.blocks.push((starter ?? TO_WRITE).replaceAll('[year]', String(year - 1)));
  }

  private part(part: PlannedPart, level: number): void {
    const { profile } = this.request;
    const dot = profile.numbering.section === '1.' && level === 2 ? '.' : '';
    if (part.headed)
      this.blocks.push(`${'#'.repeat(level)} ${part.number ? `${part.number}${dot} ` : ''}${part.title}`);
    const introduction = part.wanted?.role === 'introduction';
    let written = false;
    for (const one of contentsOf(part)) {
      if ('sources' in one) {
        this.part(one, level + 1);
        continue;
      }
      const text = this.paragraph(one, this.numberOf(one, part), { period: introduction, front: false });
      // A line that is one mark shows nothing; without a number nobody would see that a paragraph is there.
      written ||= text !== null && (part.number !== null || !isComment(text));
    }
    for (const source of part.sources) {
      for (const mark of this.renewal?.strayMarks(source) ?? []) {
        this.marks++;
        this.blocks.push(mark);
      }
    }
    if (written || part.inner.length > 0) return;
    const numbered = part.number && profile.numbering.paragraphs === 'required';
    this.blocks.push(numbered ? `${part.number}.1 ${TO_WRITE}` : TO_WRITE);
  }

  /** Paragraphs of an introduction without heading have no numbers, whatever they had. */
  private numberOf(paragraph: Paragraph, part: PlannedPart): string | null {
    return part.number === null ? null : (this.layout.numbers.get(paragraph) ?? null);
  }

  /** Writes a paragraph with its items and footnotes; null where nothing of it is left. */
  private paragraph(
    paragraph: Paragraph,
    number: string | null,
    { period, front }: { period: boolean; front: boolean },
  ): string | null {
    const { renewal } = this;
    if (!renewal) return null;
    const body = renewal.body(paragraph, period, front);
    this.marks += body.marks;
    const text = [number, body.text].filter(Boolean).join(' ');
    if (text) this.blocks.push(text);
    for (const item of paragraph.items) {
      const renewed = renewal.item(item, paragraph, body.announces);
      this.marks += renewed.marks;
      if (renewed.text) this.blocks.push(`${markerOf(item.marker)} ${renewed.text}`);
    }
    for (const note of renewal.footnotes(paragraph.span)) this.footnote(note);
    return text || (paragraph.items.length > 0 ? '-' : null);
  }

  private footnote({ label, renewed }: ReturnType<Renewal['footnote']>): void {
    this.marks += renewed.marks;
    this.blocks.push(`[^${label}]: ${renewed.text}`);
  }

  /** Footnotes that no paragraph calls are the last year's slip, and no reason to lose their text. */
  private orphans(): void {
    for (const note of this.last?.report.footnotes ?? []) {
      if (note.body && this.renewal && !this.renewal.written.has(note))
        this.footnote(this.renewal.footnote(note));
    }
  }
}

const isComment = (text: string): boolean =>
  text.startsWith('<!--') && text.indexOf('-->') === text.length - 3;

/** Bullets out of Word become Markdown's; letters and numbers stay. */
const markerOf = (marker: string): string => (/^[\w(]/.test(marker) ? marker : '-');

const withLanguage = (symbol: string): string => (/-[EFSRCA]$/.test(symbol) ? symbol : `${symbol}-E`);

const nameOf = ({ path }: Reading): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
