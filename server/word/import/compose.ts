import { isTitleLike } from '../../report/headings.ts';
import { readMasthead } from '../../report/masthead.ts';
import { scanLines } from '../../report/scan.ts';
import type { Vocabulary } from '../../report/vocabulary.ts';
import { LineIndex } from '../../text/lines.ts';
import { type Block, type Inline, paragraphsOf, type WordParagraph, type WordTable } from './content.ts';
import { type CommentEdge, render } from './markdown.ts';
import { headingLevel, isHeavy, type Lead, leadOf, partOf } from './roles.ts';

/** A block of Markdown with the paragraphs of the Word document that it comes from. */
export interface Entry {
  text: string;
  readonly edges: readonly CommentEdge[];
  readonly paragraphs: readonly WordParagraph[];
  readonly kind: 'line' | 'rule' | 'block' | 'footnote';
}

/** The rule that parts front matter and text where the document parts them by a box alone. */
const RULE = '____________';

/** Writes blocks of a Word document as blocks of drafting Markdown, one after the other. */
export class Composer {
  private readonly vocabulary: Vocabulary;
  private readonly entries: Entry[] = [];
  private place: 'masthead' | 'front' | 'body' = 'masthead';
  private titled = false;
  /** A box with heads has just ended: what follows without a heading is the report's introduction. */
  private boxed = false;
  /** Levels that headings without number have less than in the document, whose sections may begin at any. */
  private shift = 0;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** All blocks of the body, in order. */
  compose(blocks: readonly Block[]): Entry[] {
    this.shift = this.shallowest(blocks);
    for (const block of blocks) this.block(block);
    if (!this.titled) this.findTitle();
    return this.entries;
  }

  /** The level of the first heading without number behind the title, so that sections come out as sections. */
  private shallowest(blocks: readonly Block[]): number {
    let least: number | undefined;
    let titles = 0;
    for (const paragraph of paragraphsOf(blocks)) {
      const level = headingLevel(paragraph);
      if (level === undefined || leadOf(paragraph).kind !== 'none' || paragraph.inlines.length === 0)
        continue;
      if (level === 0 && titles++ === 0) continue;
      least = Math.min(least ?? level, level);
    }
    return least ?? 0;
  }

  private block(block: Block): void {
    if (block.kind === 'paragraph') this.paragraph(block);
    else if (this.place !== 'body' || block.rows.every(row => row.length <= 1)) this.box(block);
    else this.table(block);
  }

  /** A table that only arranges: masthead, boxed summary. */
  private box(table: WordTable): void {
    const before = this.place;
    for (const row of table.rows) for (const cell of row) for (const block of cell) this.block(block);
    if (this.place === 'front' && before === 'masthead') this.boxed = true;
  }

  private table(table: WordTable): void {
    const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0);
    const all: WordParagraph[] = [];
    const lines = table.rows.map(row => {
      const cells = row.map(cell => {
        const paragraphs = [...paragraphsOf(cell)];
        for (const one of paragraphs) all.push(one);
        return paragraphs
          .map(one => withLead(leadOf(one), render(trimmed(one.inlines, leadOf(one).typed)).text))
          .filter(Boolean)
          .join(' ');
      });
      while (cells.length < width) cells.push('');
      return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    });
    if (all.every(one => one.inlines.length === 0)) return;
    lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
    this.entries.push({ kind: 'block', text: lines.join('\n'), edges: [], paragraphs: all });
  }

  private paragraph(paragraph: WordParagraph): void {
    for (const piece of atListBreaks(paragraph)) this.piece(piece);
  }

  private piece(paragraph: WordParagraph): void {
    const lead = leadOf(paragraph);
    const part = partOf(paragraph, lead, this.place, this.vocabulary);
    if (part.kind === 'empty') return;
    const isRule = part.kind === 'rule';
    if (this.boxed && this.place === 'front' && !isRule && part.kind !== 'section' && part.kind !== 'head') {
      this.entries.push({ kind: 'rule', text: RULE, edges: [], paragraphs: [] });
    }
    if (part.kind !== 'head') this.boxed = false;
    const inlines = trimmed(paragraph.inlines, lead.typed);
    switch (part.kind) {
      case 'rule':
        if (this.place !== 'masthead')
          this.entries.push({ kind: 'rule', text: part.text, edges: [], paragraphs: [paragraph] });
        return;
      case 'title':
        this.add('block', this.titled ? '' : '# ', paragraph, inlines, true);
        this.titled = true;
        return;
      case 'head':
        this.place = 'front';
        this.add('block', '## ', paragraph, inlines, true);
        return;
      case 'section': {
        this.place = 'body';
        const level = lead.kind === 'number' ? part.level : this.shifted(paragraph, part.level);
        this.add(
          'block',
          `${'#'.repeat(level)} ${lead.text ? `${lead.text} ` : ''}`,
          paragraph,
          inlines,
          true,
        );
        return;
      }
      case 'text':
        // A numbered paragraph without a section above it: the masthead is over all the same.
        if (this.place === 'masthead' && lead.depth > 1) this.place = 'body';
        if (this.place !== 'masthead') this.add('block', withLead(lead, ''), paragraph, inlines, false);
        // The Council's masthead is bold throughout, which is no emphasis.
        else this.add('line', withLead(lead, ''), paragraph, inlines, isHeavy(inlines, 0));
    }
  }

  private shifted(paragraph: WordParagraph, level: 2 | 3): 2 | 3 {
    const own = headingLevel(paragraph);
    return own === undefined ? level : own > this.shift ? 3 : 2;
  }

  private add(
    kind: Entry['kind'],
    prefix: string,
    paragraph: WordParagraph,
    inlines: readonly Inline[],
    plain: boolean,
  ): void {
    const { text, edges } = render(inlines, plain);
    this.entries.push({
      kind,
      text: (prefix + text).trimEnd(),
      edges: edges.map(edge => ({ ...edge, at: edge.at + prefix.length })),
      paragraphs: [paragraph],
    });
  }

  /** The title by what the masthead's lines say, where no style names it. */
  private findTitle(): void {
    const lines = this.entries.filter(entry => entry.kind === 'line');
    const text = lines.map(entry => entry.text).join('\n');
    const index = new LineIndex(text);
    const { title, symbol, date, author, original, agendaItem } = readMasthead(
      text,
      scanLines(text, index, [], []),
    );
    // Where no other line is a masthead's, the first line is as likely the beginning of the text.
    if (!title || !(symbol ?? date ?? author ?? original ?? agendaItem)) return;
    const entry = lines[index.lineAt(title.span.start)];
    if (!isTitleLike(title.value)) return;
    this.entries[this.entries.indexOf(entry)] = {
      ...entry,
      text: `# ${title.value}`,
      edges: entry.edges.map(edge => ({ ...edge, at: edge.at + 2 })),
    };
  }
}

const withLead = (lead: Lead, text: string): string => (lead.text ? `${lead.text} ${text}` : text);

/** Inlines without the first characters: a typed number, which is written anew and never emphasised. */
function trimmed(inlines: readonly Inline[], skip: number): Inline[] {
  const rest: Inline[] = [];
  let left = skip;
  let started = false;
  for (const inline of inlines) {
    if (inline.kind !== 'words') {
      if (inline.kind === 'break' && !started) left = Math.max(0, left - 1);
      else rest.push(inline);
      continue;
    }
    let text = inline.text.slice(Math.min(left, inline.text.length));
    left -= Math.min(left, inline.text.length);
    if (!started) text = text.replace(/^\s+/, found => found.replace(/[ \t\n]/g, ''));
    if (text === '') continue;
    started = true;
    rest.push({ ...inline, text });
  }
  return rest;
}

/** `3.2 `, `a) `, `• ` behind a break: a list that somebody made with line breaks. */
const LISTED =
  /^\s*(?:\d{1,2}\.\d{1,2}|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[a-z]\.|[\u00b7\u2022\u25aa\u25cf\u2013-])[\s\u00a0]+\S/;

/** A paragraph as several, cut at the line breaks behind which the next point of a list begins. */
function atListBreaks(paragraph: WordParagraph): WordParagraph[] {
  const { inlines } = paragraph;
  if (!inlines.some(inline => inline.kind === 'break')) return [paragraph];
  const pieces: Inline[][] = [[]];
  inlines.forEach((inline, i) => {
    const next = inlines[i + 1];
    if (inline.kind === 'break' && next?.kind === 'words' && LISTED.test(next.text)) pieces.push([]);
    else pieces[pieces.length - 1].push(inline);
  });
  return pieces.map((piece, i) =>
    i === 0 ? { ...paragraph, inlines: piece } : { ...paragraph, inlines: piece, label: null },
  );
}
