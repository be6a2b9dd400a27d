import { child, childrenOf, switchOf, valOf, type XmlElement } from '../xml.ts';
import { formatNumber } from './number-format.ts';
import { type ListPlace, levelOf, type Style } from './styles.ts';

/** What Word prints before a paragraph of a list. */
export interface Label {
  /** `2.1`, `a)`, `•`; empty where the level prints nothing. */
  readonly text: string;
  /** Whether it is a mark that does not count. */
  readonly bullet: boolean;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2`: each %n stands for the number of level n. */
  readonly text: string;
  /** Written in digits whatever the levels' own formats. */
  readonly legal: boolean;
  /** The level (1 to 9) behind which this one starts again; 0 for never; undefined for any level above. */
  readonly restart: number | undefined;
}

interface List {
  /** What the list shares its count with: every list made of one definition goes on with one count. */
  readonly definition: string;
  readonly levels: readonly (Level | undefined)[];
  /** The number at which a level starts when this list first comes to it. */
  readonly starts: readonly (number | undefined)[];
}

const LEVELS = 9;
/** Beyond this a count is no number of a paragraph; whoever writes 2 000 000 000 as a start gets this. */
const HIGHEST = 32_767;

/**
 * The automatic numbers of a document, counted as Word counts them: paragraph by paragraph, in the document's order.
 *
 * A list (`w:num`) takes its levels from a definition (`w:abstractNum`) and shares the count of all lists of that
 * definition, unless it says where to start (`w:startOverride`). A level starts again behind a higher one.
 */
export class Numbering {
  private readonly lists = new Map<string, List>();
  /** By definition, the count of each level; undefined where it has not begun. */
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();
  /** By definition, the level that a paragraph style stands for. */
  private readonly styleLevels = new Map<string, Map<string, number>>();

  constructor(root: XmlElement | undefined) {
    const definitions = new Map<string, XmlElement>();
    const byStyle = new Map<string, XmlElement>();
    for (const definition of childrenOf(root, 'w:abstractNum')) {
      definitions.set(definition.attributes['w:abstractNumId'] ?? '', definition);
      const link = valOf(definition, 'w:styleLink');
      if (link !== undefined) byStyle.set(link, definition);
    }
    for (const list of childrenOf(root, 'w:num')) {
      const own = definitions.get(valOf(list, 'w:abstractNumId') ?? '');
      // A list that points to a style of lists is made of the definition that this style names.
      const definition = byStyle.get(valOf(own, 'w:numStyleLink') ?? '') ?? own;
      if (definition) this.lists.set(list.attributes['w:numId'] ?? '', this.listOf(list, definition));
    }
  }

  private listOf(list: XmlElement, definition: XmlElement): List {
    const id = definition.attributes['w:abstractNumId'] ?? '';
    const levels: (Level | undefined)[] = new Array(LEVELS).fill(undefined);
    const starts: (number | undefined)[] = new Array(LEVELS).fill(undefined);
    const styles = new Map<string, number>();
    for (const level of childrenOf(definition, 'w:lvl')) {
      const index = levelOf(level.attributes['w:ilvl']);
      if (index === undefined || index >= LEVELS) continue;
      levels[index] = readLevel(level);
      const style = valOf(level, 'w:pStyle');
      if (style !== undefined) styles.set(style, index);
    }
    for (const override of childrenOf(list, 'w:lvlOverride')) {
      const index = levelOf(override.attributes['w:ilvl']);
      if (index === undefined || index >= LEVELS) continue;
      const own = child(override, 'w:lvl');
      if (own) levels[index] = readLevel(own);
      const start = valOf(override, 'w:startOverride');
      if (start !== undefined) starts[index] = numberFrom(start, 1);
    }
    this.styleLevels.set(id, styles);
    return { definition: id, levels, starts };
  }

  /**
   * The place in a list that a paragraph has by itself or by its style; null for one in no list.
   *
   * @param own the paragraph's own `w:numPr`
   * @param styleIds the paragraph's style
   */
  placeOf(own: XmlElement | undefined, style: Style, styleId: string | undefined): ListPlace | null {
    const numId = valOf(own, 'w:numId') ?? style.numId;
    if (numId === undefined || numId === '0') return null;
    const ownLevel = levelOf(valOf(own, 'w:ilvl'));
    const linked =
      styleId === undefined
        ? undefined
        : this.styleLevels.get(this.lists.get(numId)?.definition ?? '')?.get(styleId);
    return { numId, level: Math.min(LEVELS - 1, ownLevel ?? linked ?? style.level ?? 0) };
  }

  /** Counts one paragraph and gives what Word prints before it; null where the list is not known. */
  next({ numId, level }: ListPlace): Label | null {
    const list = this.lists.get(numId);
    const own = list?.levels[level];
    if (!list || !own) return null;
    const counts = this.counts.get(list.definition) ?? new Array<number | undefined>(LEVELS).fill(undefined);
    this.counts.set(list.definition, counts);
    const start = this.startOf(list, numId, level);
    const present = counts[level];
    counts[level] =
      start ?? (present === undefined ? (list.starts[level] ?? own.start) : Math.min(HIGHEST, present + 1));
    for (let deeper = level + 1; deeper < LEVELS; deeper++) {
      const restart = list.levels[deeper]?.restart;
      if (restart === undefined || (restart > 0 && level < restart)) counts[deeper] = undefined;
    }
    return { text: labelOf(list, counts, own), bullet: own.format === 'bullet' };
  }

  /** Where the list says to start, when it comes to this level for the first time. */
  private startOf(list: List, numId: string, level: number): number | undefined {
    const key = `${numId}/${level}`;
    const start = list.starts[level];
    if (start === undefined || this.begun.has(key)) return undefined;
    this.begun.add(key);
    return start;
  }
}

function readLevel(level: XmlElement): Level {
  const restart = valOf(level, 'w:lvlRestart');
  return {
    start: numberFrom(valOf(level, 'w:start'), 0),
    format: valOf(level, 'w:numFmt') ?? 'decimal',
    text: valOf(level, 'w:lvlText') ?? '',
    legal: switchOf(level, 'w:isLgl') ?? false,
    restart: restart === undefined ? undefined : numberFrom(restart, 0),
  };
}

/** A count as written; `w:start` left out means 0. */
function numberFrom(written: string | undefined, otherwise: number): number {
  return written !== undefined && /^\d{1,9}$/.test(written) ? Math.min(HIGHEST, Number(written)) : otherwise;
}

/** The level's text with the numbers in it; a level above that has not begun shows where it would start. */
function labelOf(list: List, counts: readonly (number | undefined)[], own: Level): string {
  if (own.format === 'bullet') return own.text;
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const level = list.levels[index];
    const value = counts[index] ?? list.starts[index] ?? level?.start ?? 1;
    const format = level?.format ?? 'decimal';
    return formatNumber(value, own.legal && format !== 'none' ? 'decimal' : format);
  });
}
