import { parseRoman } from './roman.ts';

/** A list of Word's: where its levels start, and how they are printed. */
export interface ListDefinition {
  readonly reference: string;
  readonly levels: readonly ListLevel[];
}

export interface ListLevel {
  readonly format: 'decimal' | 'lowerLetter' | 'lowerRoman' | 'bullet';
  /** `%1.%2`; for a bullet its mark. */
  readonly text: string;
  readonly start: number;
  /** How far in the item stands, in list levels: 0 for the outermost. */
  readonly depth: number;
}

/** The place in a list that gives a paragraph its number by itself. */
export interface ListPlace {
  readonly reference: string;
  readonly level: number;
  /** Which list of the definition, where several start anew. */
  readonly instance?: number;
}

interface Running {
  readonly reference: string;
  readonly counts: (number | undefined)[];
  readonly starts: readonly number[];
}

/** As deep as numbers of paragraphs go: `3.4.1.2`. */
const DEPTH = 4;
export const MAIN_LIST = 'report';

/**
 * The numbers of sections and paragraphs as one Word list of several levels. Where a report's number is not the one
 * that counting on would give (a gap, a repeat), a list begins that starts there and holds to the section's end;
 * where not even the section's number fits, the number is typed.
 */
export class ReportNumbers {
  /** `.` where sections are written `2.`, else empty. */
  private readonly dot: string;
  private readonly lists: ListDefinition[] = [];
  private sections: Running;
  private current: Running | null;

  constructor(dot: '.' | '') {
    this.dot = dot;
    this.sections = this.begin([1]);
    this.current = this.sections;
  }

  get definitions(): readonly ListDefinition[] {
    return this.lists;
  }

  private begin(starts: readonly number[]): Running {
    const reference = this.lists.length === 0 ? MAIN_LIST : `${MAIN_LIST}-${this.lists.length + 1}`;
    const levels = Array.from({ length: DEPTH }, (_, i) => ({
      format: 'decimal' as const,
      text: i === 0 ? `%1${this.dot}` : Array.from({ length: i + 1 }, (__, n) => `%${n + 1}`).join('.'),
      start: starts[i] ?? 1,
      depth: 0,
    }));
    this.lists.push({ reference, levels });
    return {
      reference,
      counts: new Array<number | undefined>(DEPTH).fill(undefined),
      starts: levels.map(level => level.start),
    };
  }

  /** A section without a number begins: paragraphs in it count for themselves. */
  leaveSection(): void {
    this.current = null;
  }

  /** The place that gives this number; null where it has to be typed. Call in the order of the text. */
  place(number: string): ListPlace | null {
    const parts = number.split('.').map(Number);
    if (parts.length > DEPTH || parts.some(part => !(part >= 1)) || parts.join('.') !== number) return null;
    return parts.length === 1 ? this.section(parts[0]) : this.inside(parts);
  }

  private section(number: number): ListPlace {
    const present = this.sections.counts[0];
    if (number !== (present === undefined ? this.sections.starts[0] : present + 1))
      this.sections = this.begin([number]);
    this.current = this.sections;
    return count(this.sections, 0, number);
  }

  private inside(parts: readonly number[]): ListPlace | null {
    const level = parts.length - 1;
    const { current } = this;
    const prefixFits =
      current !== null &&
      parts.slice(0, -1).every((part, i) => part === (current.counts[i] ?? current.starts[i]));
    if (current && prefixFits) {
      const present = current.counts[level];
      if (parts[level] === (present === undefined ? current.starts[level] : present + 1))
        return count(current, level, parts[level]);
    } else if (current) return null;
    this.current = this.begin(parts);
    return count(this.current, level, parts[level]);
  }
}

function count(list: Running, level: number, number: number): ListPlace {
  list.counts[level] = number;
  list.counts.fill(undefined, level + 1);
  return { reference: list.reference, level };
}

const MARKER = /^(\(?)([a-z]{1,5}|\d{1,2})(\\?[.)])$/;
const BULLETS = 'report-bullets';

interface OpenList {
  readonly format: ListLevel['format'];
  readonly before: string;
  readonly after: string;
  next: number;
  readonly place: ListPlace;
}

/** The items of paragraphs as Word lists: each paragraph's begin anew, points inside points one step further in. */
export class ItemNumbers {
  private readonly lists = new Map<string, ListDefinition>();
  private open: OpenList[] = [];
  private instances = 0;

  get definitions(): readonly ListDefinition[] {
    return [...this.lists.values()];
  }

  /** Another paragraph's items begin. */
  restart(): void {
    this.open = [];
  }

  /**
   * The place that gives an item its mark; null where the mark has to be typed. Call in the order of the text.
   *
   * @param marker as written: `a.`, `(1)`, `-`
   */
  place(marker: string, kind: 'letter' | 'roman' | 'digit' | 'bullet'): ListPlace | null {
    if (kind === 'bullet') {
      const depth = this.open.length > 0 ? 1 : 0;
      return {
        reference: this.define(`${BULLETS}-${depth}`, { format: 'bullet', text: '\u2022', start: 1, depth }),
        level: 0,
      };
    }
    const found = MARKER.exec(marker);
    if (!found) return null;
    const [, before, sign] = found;
    const after = found[3].replace('\\', '');
    // The list that goes on with exactly this mark, the innermost first: `i` may follow `h` or begin anew.
    for (let i = this.open.length - 1; i >= 0; i--) {
      const list = this.open[i];
      if (list.before !== before || list.after !== after || numberOf(sign, list.format) !== list.next)
        continue;
      this.open.length = i + 1;
      list.next++;
      return list.place;
    }
    const format = kind === 'digit' ? 'decimal' : kind === 'roman' ? 'lowerRoman' : 'lowerLetter';
    const value = numberOf(sign, format);
    if (value === null) return null;
    return this.begin(format, before, after, value);
  }

  private begin(format: OpenList['format'], before: string, after: string, start: number): ListPlace {
    // A gap in a list stays at its level; another kind of mark inside a list goes one further in.
    const same = this.open.findIndex(
      list => list.format === format && list.before === before && list.after === after,
    );
    if (same >= 0) this.open.length = same;
    const depth = Math.min(2, this.open.length);
    const reference = this.define(
      `report-items-${format}-${before ? 'open' : ''}${after === '.' ? 'dot' : 'close'}-${start}-${depth}`,
      {
        format,
        text: `${before}%1${after}`,
        start,
        depth,
      },
    );
    const place = { reference, level: 0, instance: ++this.instances };
    this.open.push({ format, before, after, next: start + 1, place });
    return place;
  }

  private define(reference: string, level: ListLevel): string {
    if (!this.lists.has(reference)) this.lists.set(reference, { reference, levels: [level] });
    return reference;
  }
}

/** The number that a mark stands for in a format; null where it is none of that format. */
function numberOf(sign: string, format: ListLevel['format']): number | null {
  if (format === 'decimal') return /^[1-9]\d?$/.test(sign) ? Number(sign) : null;
  if (format === 'lowerRoman') return parseRoman(sign);
  return /^[a-z]$/.test(sign) ? sign.charCodeAt(0) - 96 : null;
}
