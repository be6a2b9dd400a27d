import { t } from '../messages/translate.ts';
import type { EntryFacts } from './entry.ts';
import { decodeEntry, decodeHeader, type ShardHeader, TITLE_KEY } from './format.ts';
import { kindOf, partOf, spellingsOf } from './spelling.ts';

/** A series and a number in it, `X` and `1205`. */
export interface SeriesNumber {
  readonly series: string;
  readonly number: string;
}

/** The number that the text on a line has. */
interface Numbered extends SeriesNumber {
  readonly line: number;
}

/** Takes an identifier apart; undefined where it is not of that form. */
export function numberOf(id: string): SeriesNumber | undefined {
  const parts = /^([A-Z]{1,3})\.(\d\S{0,20})$/.exec(id);
  return parts ? { series: parts[1], number: parts[2] } : undefined;
}

/**
 * One series of one sector: its text, as it was read, and where each line starts. Entries are decoded when asked
 * for; 12 000 objects that nobody reads would cost more than the text.
 */
export class Shard {
  readonly header: ShardHeader;
  private readonly text: string;
  /** The start of each line, and one past the end. */
  private readonly starts: Uint32Array;
  private readonly byId = new Map<string, number>();
  /** Spellings that an identifier implies; the first line that claims one has it. */
  private readonly bySpelling = new Map<string, number>();
  /** See `numbers`. */
  private listed: readonly Numbered[] | undefined;

  /** Reads a shard; a string says what is wrong with it. */
  static read(text: string): Shard | string {
    const whole = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
    const end = whole.indexOf('\n');
    const header = decodeHeader(whole.slice(0, Math.max(0, end)));
    if (!header) return t('its first line is not that of a catalogue file');
    const starts = new Uint32Array(header.entries + 1);
    let count = 0;
    let at = end + 1;
    while (at < whole.length && count < header.entries) {
      starts[count++] = at;
      const next = whole.indexOf('\n', at);
      if (next < 0) return t('its last line is cut off');
      at = next + 1;
    }
    if (count < header.entries)
      return t('it holds {count} of {entries} lines', { count, entries: header.entries });
    if (at < whole.length)
      return t('it holds more than the {entries} lines it announces', { entries: header.entries });
    starts[count] = at;
    return new Shard(whole, header, starts);
  }

  private constructor(text: string, header: ShardHeader, starts: Uint32Array) {
    this.text = text;
    this.header = header;
    this.starts = starts;
    for (let line = 0; line < this.size; line++) {
      const id = this.idAt(line);
      this.byId.set(id, line);
      if (!id.includes('/')) continue;
      for (const part of spellingsOf(id, kindOf(id, header.sector))) {
        if (!this.bySpelling.has(part)) this.bySpelling.set(part, line);
      }
    }
  }

  get size(): number {
    return this.header.entries;
  }

  /** The identifier on a line, counted from 0. */
  idAt(line: number): string {
    const start = this.starts[line];
    return this.text.slice(start, this.text.indexOf('\t', start));
  }

  /** The title on a line and those of earlier editions that differ; none where ITU gives none. */
  titlesAt(line: number): readonly string[] {
    const [, , title, ...keyed] = this.lineAt(line).split('\t');
    const earlier = keyed.flatMap(field =>
      field.startsWith(TITLE_KEY) ? [field.slice(TITLE_KEY.length)] : [],
    );
    return title ? [title, ...earlier] : earlier;
  }

  private lineAt(line: number): string {
    return this.text.slice(this.starts[line], this.starts[line + 1] - 1);
  }

  /** The line of an identifier written exactly so. */
  lineOf(id: string): number | undefined {
    return this.byId.get(id);
  }

  /** The line of a text that bears this number beside another one of the series' texts: `G.709` of `G.709/Y.1331`. */
  lineOfSpelling(spelling: string): number | undefined {
    return this.bySpelling.get(spelling);
  }

  /** The numbers of all texts, in the order of the lines, of dual ones each; without parts and Supplements. */
  get numbers(): readonly Numbered[] {
    this.listed ??= Array.from({ length: this.size }, (_, line) => this.numbersAt(line)).flat();
    return this.listed;
  }

  private numbersAt(line: number): readonly Numbered[] {
    const id = this.idAt(line);
    if (id.includes(' ') || id.includes('Suppl')) return [];
    return id.split('/').flatMap(part => {
      const one = numberOf(part);
      return one ? { ...one, line } : [];
    });
  }

  /** The facts on a line; undefined where the line is damaged. */
  entryAt(line: number): EntryFacts | undefined {
    const bare = decodeEntry(this.lineAt(line), this.header);
    if (!bare) return undefined;
    const parts = this.partsOf(bare.id, line);
    return parts.length ? { ...bare, parts } : bare;
  }

  /** The parts stand right behind what they are parts of; those of a part stand among them. */
  private partsOf(id: string, line: number): string[] {
    const parts: string[] = [];
    const prefix = `${id} `;
    for (let next = line + 1; next < this.size && this.text.startsWith(prefix, this.starts[next]); next++) {
      const part = this.idAt(next);
      if (partOf(part)?.of === id) parts.push(part);
    }
    return parts;
  }
}
