import { Presence, type ScannedText } from '../text/pattern/pattern.ts';
import { placesOfWords } from '../text/pattern/places.ts';
import type { Indicator } from './indicators.ts';

/** One choice of a line: `assess*`, `Member State`. */
interface Choice {
  /** A part that every match holds, in small letters: looked for first, because that is fast. */
  readonly literal: string;
  readonly pattern: RegExp;
}

/** A line of an indicator: found where one of its choices is. */
export class Line {
  private readonly text: string;
  private readonly presence: Presence;
  private made: readonly Choice[] | undefined;

  constructor(text: string) {
    this.text = text;
    this.presence = new Presence(() => placesOfWords(choicesIn(text).map(firstWordOf)));
  }

  /** Whether it may be found in a text at all. */
  mayBeIn(scanned: ScannedText): boolean {
    return this.presence.isIn(scanned);
  }

  /** Its choices, made ready when they are first needed: most lines never are. */
  get choices(): readonly Choice[] {
    this.made ??= choicesIn(this.text).map(choice => ({
      literal: literalOf(choice),
      pattern: new RegExp(`(?<![A-Za-z\\d])${source(choice)}(?![A-Za-z\\d])`, isAcronym(choice) ? 'g' : 'gi'),
    }));
    return this.made;
  }
}

const choicesIn = (line: string): string[] =>
  line
    .split('|')
    .map(choice => choice.trim())
    .filter(Boolean);

export interface CompiledIndicator {
  readonly indicator: Indicator;
  /** Last words of the units, small and singular. */
  readonly heads: ReadonlySet<string>;
  /** Finds one of the units at the end of the counted words; made ready when it is first asked for. */
  readonly units: RegExp;
  readonly context: readonly Line[];
  readonly without: readonly Line[];
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    children: 'child',
    people: 'person',
    persons: 'person',
    women: 'woman',
    men: 'man',
    indices: 'index',
    criteria: 'criterion',
    staff: 'staff',
    youth: 'youth',
  }),
);

/** The singular of a counted noun, in small letters: `countries` gives `country`, `CIRTs` `cirt`. */
export function singularOf(word: string): string {
  const lower = word.toLowerCase();
  const known = IRREGULAR.get(lower);
  if (known) return known;
  if (!lower.endsWith('s')) return lower;
  if (/[^aeiou]ies$/.test(lower)) return `${lower.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes)$/.test(lower)) return lower.slice(0, -2);
  return /[^su]s$/.test(lower) ? lower.slice(0, -1) : lower;
}

/** The last word of a unit, small and singular; `CyberDrill` and `Cyber Drill` have the same. */
export function headOf(unit: string): string {
  const words = unit.trim().split(/[\s-]+/);
  const last = singularOf(words[words.length - 1] ?? '');
  return /^[a-z]+drill$/.test(last) ? 'drill' : last;
}

/** Lines by their text: indicators share them, and what is found for a claim is kept by the line. */
const lines = new Map<string, Line>();

function lineOf(text: string): Line {
  let line = lines.get(text);
  if (!line) lines.set(text, (line = new Line(text)));
  return line;
}

/** Makes an indicator ready. */
export function compileIndicator(indicator: Indicator): CompiledIndicator {
  let units: RegExp | undefined;
  return {
    indicator,
    heads: new Set(indicator.unit.map(headOf)),
    get units() {
      units ??= new RegExp(`(?:^|[\\s/-])(?:${indicator.unit.map(source).join('|')})$`, 'i');
      return units;
    },
    context: (indicator.context ?? []).map(lineOf),
    without: (indicator.without ?? []).map(lineOf),
  };
}

/** Capitals alone are meant as such: FIRST is an organization, `first` is not. */
const isAcronym = (choice: string): boolean => /^[A-Z\d][A-Z\d\s/*-]*$/.test(choice);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A pattern's source for words: any ending for `*`, plurals, and a hyphen or nothing for a space. */
function source(words: string): string {
  return words
    .split(/[\s-]+/)
    .map(word => {
      if (word.endsWith('*')) return `${escaped(word.slice(0, -1))}[a-z\\d]*`;
      if (/[^aeiou]y$/i.test(word)) return `${escaped(word.slice(0, -1))}(?:y|ies)`;
      const irregular = [...IRREGULAR].filter(([, singular]) => singular === word.toLowerCase());
      if (irregular.length) return `(?:${escaped(word)}s?|${irregular.map(([plural]) => plural).join('|')})`;
      return /\d$/.test(word) ? escaped(word) : `${escaped(word)}(?:s|es)?`;
    })
    .join('[\\s-]*');
}

/** What the first word of a choice begins with in every match. */
function firstWordOf(words: string): string {
  const [word] = words.split(/[\s-]+/);
  if (word.endsWith('*') || /[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}*`;
  const isIrregular = [...IRREGULAR.values()].includes(word.toLowerCase());
  return `${isIrregular ? word.slice(0, 2) : word}*`;
}

function literalOf(words: string): string {
  const parts = words
    .toLowerCase()
    .split(/[\s-]+/)
    .map(word => {
      if (word.endsWith('*') || /[^aeiou]y$/.test(word)) return word.slice(0, -1);
      return [...IRREGULAR.values()].includes(word) ? word.slice(0, 2) : word;
    });
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/**
 * How far from `from` to `to` the nearest match of a line lies in `text`, in code units; undefined where there is
 * none. Matches inside the stretch have distance 0.
 *
 * @param lower `text` in small letters
 */
export function distanceTo(
  line: Line,
  text: string,
  lower: string,
  from: number,
  to: number,
): number | undefined {
  let best: number | undefined;
  for (const { literal, pattern } of line.choices) {
    if (!lower.includes(literal)) continue;
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      const end = found.index + found[0].length;
      const distance = end <= from ? from - end : found.index >= to ? found.index - to : 0;
      if (best === undefined || distance < best) best = distance;
      if (found[0] === '') pattern.lastIndex++;
    }
  }
  return best;
}
