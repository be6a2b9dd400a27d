import type { Inline, Words } from './content.ts';

/** Where a comment begins or ends in a piece of Markdown. */
export interface CommentEdge {
  readonly id: string;
  readonly edge: 'start' | 'end';
  readonly at: number;
}

export interface Rendered {
  readonly text: string;
  readonly edges: readonly CommentEdge[];
}

/** Punctuation that Markdown lets a backslash escape. */
const ESCAPABLE = /\\(?=[\\`*_{}[\]()#+\-.!|~<>])/g;
const BARE_ADDRESS = /^https?:\/\/[^\s<>"')\]]+$/;

/**
 * Inlines as a line of Markdown: emphasis, links, footnote marks, and what would be markup by accident escaped.
 *
 * @param plain leaves emphasis out, as in headings
 */
export function render(inlines: readonly Inline[], plain = false): Rendered {
  const line = new Line(plain);
  for (const inline of inlines) {
    if (inline.kind === 'words') line.words(inline);
    else if (inline.kind === 'break') line.space();
    else if (inline.kind === 'note') line.note(inline.label);
    else line.edge(inline.id, inline.edge);
  }
  return line.end();
}

/** A line that grows piece by piece. */
class Line {
  private readonly plain: boolean;
  private readonly edges: { id: string; edge: 'start' | 'end'; at: number }[] = [];
  private readonly pieces: string[] = [];
  private length = 0;
  private href: string | null = null;
  /** Index of the first piece of the open link's words, and its place in the line. */
  private linkPiece = 0;
  private linkStart = 0;

  constructor(plain: boolean) {
    this.plain = plain;
  }

  private add(piece: string): void {
    if (piece === '') return;
    this.pieces.push(piece);
    this.length += piece.length;
  }

  words(words: Words): void {
    if (words.href !== this.href) {
      this.closeLink();
      if (words.href !== null) {
        // The space before a link's words is no part of it.
        const leading = /^\s*/.exec(words.text)?.[0] ?? '';
        this.add(leading.replaceAll('\t', ' '));
        this.href = words.href;
        this.linkPiece = this.pieces.length;
        this.linkStart = this.length;
        this.piece({ ...words, text: words.text.slice(leading.length) });
        return;
      }
    }
    this.piece(words);
  }

  /** Words with their emphasis around them and the space at their ends outside it. */
  private piece(words: Words): void {
    const spaced = words.text.replaceAll('\t', ' ');
    const core = spaced.trim();
    if (core === '') {
      this.add(spaced);
      return;
    }
    const start = spaced.indexOf(core);
    this.add(spaced.slice(0, start));
    const mark = this.plain ? '' : `${words.bold ? '**' : ''}${words.italic ? '*' : ''}`;
    const own = words.href === core && BARE_ADDRESS.test(core) ? core : escaped(core, this.length === 0);
    const body = words.code && !this.plain && !core.includes('`') ? `\`${core}\`` : `${mark}${own}${mark}`;
    this.add(
      words.change === 'inserted' ? `{++${body}++}` : words.change === 'deleted' ? `{--${body}--}` : body,
    );
    this.add(spaced.slice(start + core.length));
  }

  private closeLink(): void {
    if (this.href === null) return;
    const words = this.pieces.splice(this.linkPiece).join('');
    this.length = this.linkStart;
    const label = words.trimEnd();
    const isAddress = label === this.href && BARE_ADDRESS.test(label);
    if (isAddress || label === '') this.add(words);
    else {
      for (const edge of this.edges) if (edge.at >= this.linkStart) edge.at++;
      this.add(`[${label}](${target(this.href)})`);
      this.add(words.slice(label.length));
    }
    this.href = null;
  }

  /** A line's break: one space, whatever white space stood around it. */
  space(): void {
    if (this.pieces.length === this.linkPiece) this.closeLink();
    const last = this.pieces.pop() ?? '';
    this.length -= last.length;
    this.add(last.trimEnd());
    if (this.length > 0) this.add(' ');
  }

  note(label: string): void {
    this.closeLink();
    this.add(`[^${label}]`);
  }

  edge(id: string, edge: 'start' | 'end'): void {
    this.edges.push({ id, edge, at: this.length });
  }

  end(): Rendered {
    this.closeLink();
    const text = this.pieces.join('').trimEnd();
    return { text, edges: this.edges.map(edge => ({ ...edge, at: Math.min(edge.at, text.length) })) };
  }
}

/** Words whose characters stand for themselves in Markdown. */
function escaped(text: string, first: boolean): string {
  let out = text.replace(ESCAPABLE, '\\\\').replaceAll('*', '\\*').replaceAll('<!--', '<\\!--');
  if (text.indexOf('`') !== text.lastIndexOf('`')) out = out.replaceAll('`', '\\`');
  if (first && out.startsWith('#')) out = `\\${out}`;
  // An underscore inside a word is one; at its edge it would begin or end emphasis.
  if (out.includes('_'))
    out = out.replace(/(?<![\w\\])_{1,2}(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])_{1,2}(?=\s|[.,;:)]|$)/g, found =>
      [...found].map(() => '\\_').join(''),
    );
  return out;
}

/** An address that a Markdown link can hold. */
function target(href: string): string {
  const encoded = href.replace(/[\s<>]/g, unit => encodeURIComponent(unit));
  let depth = 0;
  for (const unit of encoded) {
    if (unit === '(') depth++;
    else if (unit === ')' && --depth < 0) break;
  }
  return depth === 0 ? encoded : encoded.replaceAll('(', '%28').replaceAll(')', '%29');
}
