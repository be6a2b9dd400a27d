import type { Indicator } from './indicators.ts';

/** One choice of a line: `assess*`, `Member State`. */
interface Choice {
  /** A part that every match holds, in small letters: looked for first, because that is fast. */
  readonly literal: string;
  readonly pattern: RegExp;
}

/** A line of an indicator: found where one of its choices is. */
export type Line = readonly Choice[];

export interface CompiledIndicator {
  readonly indicator: Indicator;
  /** Last words of the units, small and singular. */
  readonly heads: ReadonlySet<string>;
  /** Finds one of the units at the end of the counted words. */
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

/**
 * Makes an indicator ready. Indicators share lines, and what is found for a claim is kept by the line: each distinct
 * line is made once.
 *
 * @param lines those made so far, by their text
 */
export function compileIndicator(indicator: Indicator, lines: Map<string, Line>): CompiledIndicator {
  const compiled = (text: string): Line => {
    const line = lines.get(text) ?? compileLine(text);
    lines.set(text, line);
    return line;
  };
  return {
    indicator,
    heads: new Set(indicator.unit.map(headOf)),
    units: new RegExp(`(?:^|[\\s/-])(?:${indicator.unit.map(source).join('|')})$`, 'i'),
    context: (indicator.context ?? []).map(compiled),
    without: (indicator.without ?? []).map(compiled),
  };
}

function compileLine(line: string): Line {
  return line
    .split('|')
    .map(choice => choice.trim())
    .filter(Boolean)
    .map(choice => ({
      literal: literalOf(choice),
      pattern: new RegExp(`(?<![A-Za-z\\d])${source(choice)}(?![A-Za-z\\d])`, isAcronym(choice) ? 'g' : 'gi'),
    }));
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
  for (const { literal, pattern } of line) {
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
