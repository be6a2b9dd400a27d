import type { Span } from '../../text/span.ts';

/** A stretch of words of one form, with the place in the source that it stands for. */
export interface Piece {
  readonly text: string;
  readonly source: Span;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly code: boolean;
  /** Where a link leads. */
  readonly href: string | null;
  /** The label of a footnote that is called here; the text is empty then. */
  readonly note: string | null;
}

interface Token {
  text: string;
  readonly source: Span;
  bold: boolean;
  italic: boolean;
  code: boolean;
  href: string | null;
  note: string | null;
}

interface Mark {
  readonly token: number;
  readonly sign: string;
  left: number;
}

const SPECIAL = /[\\`*_[\]<!\r\n]|https?:\/\//g;
const CODE = /`([^`\n]+)`/y;
const BOOKMARK = /\[bookmark:[^\]\n]{0,200}\][ \t]*/y;
const WORD_NOTE = /\[footnoteRef:(\d{1,4})\]/y;
const NOTE = /\[\^([^[\]\s]{1,100})\]/y;
const TARGET = /\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"\n]*")?\)/y;
const ANGLE_ADDRESS = /<(https?:[^>\s]{1,2000})>/y;
const ADDRESS = /https?:\/\/[^\s<>"')[\]]+/y;
const ESCAPE = /\\([\\`*_{}[\]()#+\-.!|~<>])/y;
const LINE_END = /\r\n?|\n/y;
const EMPHASIS = /\*{1,3}|_{1,2}/y;
/** Emphasis inside emphasis: nobody writes more, and each level costs a pass over what is inside. */
const MOST_OPEN = 20;

/**
 * The words of a piece of a report, its Markdown and Word's residue understood: emphasis, links, footnote marks and
 * escapes become form; comments and bookmarks are left out. One pass, linear.
 *
 * @param span the piece: a paragraph's text, a title, an item
 * @param noteBodies texts of inline footnotes (`[1:  …]`) by the place of their mark: they stand in the sentence and
 *   are no part of it
 */
export function piecesOf(
  text: string,
  span: Span,
  noteBodies: ReadonlyMap<number, Span> = new Map(),
): Piece[] {
  return new Scanner(text, span, noteBodies).run();
}

class Scanner {
  /** The piece alone: a search through the whole text for each piece would cost its square. */
  private readonly text: string;
  private readonly base: number;
  private readonly end: number;
  private readonly bodies: ReadonlyMap<number, Span>;
  private readonly tokens: Token[] = [];
  private readonly marks: Mark[] = [];
  private readonly brackets: number[] = [];
  private at = 0;

  constructor(text: string, span: Span, bodies: ReadonlyMap<number, Span>) {
    this.text = text.slice(span.start, span.end);
    this.base = span.start;
    this.end = this.text.length;
    this.bodies = bodies;
  }

  run(): Piece[] {
    const { text, end } = this;
    while (this.at < end) {
      SPECIAL.lastIndex = this.at;
      const found = SPECIAL.exec(text);
      const next = found ? found.index : end;
      if (next > this.at) this.words(next);
      if (this.at < end) this.special(text[this.at]);
    }
    return this.tokens.filter(token => token.text !== '' || token.note !== null);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }

  /** Adds what stands up to `next` as it is, or as `text`. */
  private words(next: number, text = this.text.slice(this.at, next)): Token {
    const token = {
      text,
      source: { start: this.base + this.at, end: this.base + next },
      bold: false,
      italic: false,
      code: false,
      href: null,
      note: null,
    };
    this.tokens.push(token);
    this.at = next;
    return token;
  }

  private special(sign: string): void {
    switch (sign) {
      case '\\':
        this.escape();
        return;
      case '`': {
        const code = this.match(CODE);
        if (code) this.words(this.at + code[0].length, code[1]).code = true;
        else this.words(this.at + 1);
        return;
      }
      case '*':
      case '_':
        this.emphasis();
        return;
      case '[':
        this.bracket();
        return;
      case ']':
        this.closeLink();
        return;
      case '<':
        this.angle();
        return;
      case '!':
        // A picture is what its words say.
        if (this.text[this.at + 1] === '[') this.words(this.at + 1, '');
        else this.words(this.at + 1);
        return;
      case 'h':
        this.address();
        return;
      default:
        this.lineEnd();
    }
  }

  private escape(): void {
    const escaped = this.match(ESCAPE);
    if (escaped) this.words(this.at + 2, escaped[1]);
    else if (/[\r\n]/.test(this.text[this.at + 1] ?? '')) this.words(this.at + 1, '');
    else this.words(this.at + 1);
  }

  /** Lines of one paragraph run on: their end is a space. */
  private lineEnd(): void {
    const last = this.tokens.at(-1);
    if (last && !last.code) {
      let length = last.text.length;
      while (length > 0 && (last.text[length - 1] === ' ' || last.text[length - 1] === '\t')) length--;
      last.text = last.text.slice(0, length);
    }
    let next = this.at + (this.match(LINE_END)?.[0].length ?? 1);
    while (next < this.end && (this.text[next] === ' ' || this.text[next] === '\t')) next++;
    this.words(next, ' ');
  }

  private angle(): void {
    if (this.text.startsWith('<!--', this.at)) {
      const close = this.text.indexOf('-->', this.at + 4);
      this.words(close < 0 ? this.end : close + 3, '');
      return;
    }
    const address = this.match(ANGLE_ADDRESS);
    if (address) this.words(this.at + address[0].length, address[1]).href = address[1];
    else this.words(this.at + 1);
  }

  private address(): void {
    const found = this.match(ADDRESS)?.[0] ?? '';
    // The stop that ends the sentence is no part of the address.
    const address = found.replace(/[.,;:]{1,10}$/, '');
    this.words(this.at + Math.max(1, address.length)).href =
      this.brackets.length === 0 && address !== '' ? address : null;
  }

  private bracket(): void {
    const bookmark = this.match(BOOKMARK);
    if (bookmark) {
      this.words(this.at + bookmark[0].length, '');
      return;
    }
    const word = this.match(WORD_NOTE);
    const note = word ?? this.match(NOTE);
    if (note) {
      const start = this.at;
      let next = start + note[0].length;
      const body = word ? this.bodies.get(this.base + start) : undefined;
      if (body) next = Math.min(this.end, body.end + 1 - this.base);
      this.words(next, '').note = note[1];
      return;
    }
    this.brackets.push(this.tokens.length);
    this.words(this.at + 1);
  }

  private closeLink(): void {
    const from = this.brackets.pop();
    const target = from === undefined ? null : this.match(TARGET);
    if (from === undefined || !target) {
      this.words(this.at + 1);
      return;
    }
    // Links do not stand in links: brackets further out are brackets.
    this.brackets.length = 0;
    this.tokens[from].text = '';
    for (let i = from + 1; i < this.tokens.length; i++) this.tokens[i].href = target[1];
    this.words(this.at + target[0].length, '');
  }

  private emphasis(): void {
    const sign = this.text[this.at];
    const run = this.match(EMPHASIS)?.[0] ?? sign;
    const before = this.text[this.at - 1] ?? ' ';
    const after = this.text[this.at + run.length] ?? ' ';
    const inWord = sign === '_' && /\w/.test(before) && /\w/.test(after);
    const opens = !inWord && /\S/.test(after) && (sign === '*' || !/\w/.test(before));
    const closes = !inWord && /\S/.test(before) && (sign === '*' || !/\w/.test(after));
    const token = this.tokens.length;
    this.words(this.at + run.length, run);
    let left = run.length;
    if (closes) {
      while (left > 0) {
        const open = this.marks.findLast(mark => mark.sign === sign);
        if (!open) break;
        const used = Math.min(open.left, left, open.left >= 2 && left >= 2 ? 2 : 1);
        for (let i = open.token + 1; i < token; i++) {
          if (used === 2) this.tokens[i].bold = true;
          else this.tokens[i].italic = true;
        }
        open.left -= used;
        left -= used;
        this.tokens[open.token].text = sign.repeat(open.left);
        if (open.left === 0) this.marks.splice(this.marks.lastIndexOf(open), 1);
      }
      this.tokens[token].text = sign.repeat(left);
    }
    if (left === 0 || !opens) return;
    this.marks.push({ token, sign, left });
    if (this.marks.length > MOST_OPEN) this.marks.shift();
  }
}
