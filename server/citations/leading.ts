import type { CitationKind } from './citation.ts';
import type { Entrance } from './gate.ts';
import type { Found, Scan } from './scan.ts';
import { supplementId } from './series-letters.ts';

/**
 * Parts that are named before the text that they belong to: "Supplement 36 to ITU-T X-series Recommendations",
 * "Amendments 1 and 2 to X.509", "Implementers' Guide of ITU-T J.1012", and "Supplement to ITU-T X.1051", which
 * has no number of its own. The words are kept until the text follows; where none does, they were prose.
 */
export interface Leading {
  readonly part: 'Suppl.' | 'Amd. ' | 'Cor. ' | 'Technical Cor. ' | 'Err. ' | 'Add. ' | 'Imp';
  readonly numbers: readonly { readonly text: string; readonly start: number; readonly end: number }[];
  readonly start: number;
  /** Where the words end; the text that they speak of begins behind white space. */
  readonly end: number;
}

const NUMBERED =
  /(Suppl(?:ements?|s?\.|s)?|Sup\.|Am(?:endments?|d\.?)|Technical\s(?:Corrigend(?:um|a)|Cor\.?)|Corrigend(?:um|a)|Corr?\.?|Err(?:at(?:um|a)|\.)|Add(?:end(?:um|a)|\.))\s{0,2}(?:No\.?\s?)?(\d{1,3}(?:\.\d{1,2})?(?:(?:,\s?|\s)(?:(?:and|&)\s)?\d{1,3}(?:\.\d{1,2})?){0,11})\s(?:to|of|for)\b(?:\sthe\b)?/iy;

const UNNUMBERED = /Supplements?\sto\b(?:\sthe\b)?/iy;

const GUIDE = /Implement[eo]r(?:s'|'s|s)?\s{1,2}[Gg]uides?\s{1,2}(?:of|for|to|on)\b(?:\sthe\b)?/iy;

const PARTS: readonly (readonly [head: RegExp, part: Leading['part']])[] = [
  [/^sup/i, 'Suppl.'],
  [/^am/i, 'Amd. '],
  [/^tech/i, 'Technical Cor. '],
  [/^cor/i, 'Cor. '],
  [/^err/i, 'Err. '],
  [/^add/i, 'Add. '],
];

const KINDS: Readonly<Record<Leading['part'], CitationKind>> = {
  'Suppl.': 'supplement',
  'Amd. ': 'amendment',
  'Add. ': 'amendment',
  'Cor. ': 'corrigendum',
  'Technical Cor. ': 'corrigendum',
  'Err. ': 'corrigendum',
  Imp: 'report',
};

function numbered(scan: Scan, at: number): number {
  const found = scan.match(NUMBERED, at);
  if (!found) return 0;
  const end = NUMBERED.lastIndex;
  const from = at + found[0].indexOf(found[2], found[1].length);
  const numbers = [...found[2].matchAll(/\d+(?:\.\d+)?/g)].map(number => ({
    text: number[0],
    start: from + number.index,
    end: from + number.index + number[0].length,
  }));
  const part = PARTS.find(([head]) => head.test(found[1]))![1];
  scan.leading = { part, numbers, start: at, end };
  return end;
}

function unnumbered(scan: Scan, at: number): number {
  const end = scan.end(UNNUMBERED, at);
  if (end < 0) return 0;
  scan.leading = { part: 'Suppl.', numbers: [], start: at, end };
  return end;
}

function guide(scan: Scan, at: number): number {
  const end = scan.end(GUIDE, at);
  if (end < 0) return 0;
  scan.leading = { part: 'Imp', numbers: [], start: at, end };
  return end;
}

/** What was announced for a text that starts (prefix included) at `start`; null where nothing was. */
export function leadingAt(scan: Scan, start: number): Leading | null {
  const { leading } = scan;
  if (!leading || start <= leading.end || start - leading.end > 3) return null;
  return scan.text.slice(leading.end, start).trim() === '' ? leading : null;
}

/** The text whose parts were announced. */
export interface Base {
  /** `X.1051`; for a series its letters. */
  readonly id: string;
  /** `X` of `X-series`: a Supplement to a series bears the series' letter. */
  readonly series: string;
  readonly isSeries: boolean;
  readonly year: string | undefined;
  readonly coreStart: number;
  readonly coreEnd: number;
  readonly end: number;
}

/** Adds the announced parts of `base`, one citation each; undefined where they have no number of their own. */
export function addLeading(scan: Scan, leading: Leading, base: Base): Found | undefined {
  if (leading.part === 'Imp') {
    if (base.isSeries) return undefined;
    const id = base.id.replace('.', '.Imp');
    const found = scan.add('report', id, leading.start, base.coreStart, base.coreEnd, base.end);
    found.of = base.id;
    found.sector = 'ITU-T';
    return found;
  }
  const { numbers } = leading;
  if (numbers.length === 0) return undefined;
  let previous: Found | undefined;
  for (const [index, number] of numbers.entries()) {
    const first = index === 0 ? leading.start : number.start;
    const last = numbers.length === 1 ? base.end : number.end;
    const found = scan.add(
      KINDS[leading.part],
      partId(leading.part, number.text, base),
      first,
      first,
      last,
      last,
    );
    found.sector = 'ITU-T';
    found.prefixed = true;
    if (!base.isSeries) found.of = base.id;
    if (previous) scan.join(previous, found);
    previous = found;
  }
  return previous;
}

function partId(part: Leading['part'], number: string, base: Base): string {
  if (base.isSeries) return `${base.series}.${part}${number}`;
  if (part === 'Suppl.') return supplementId(base.id, base.series, number);
  return `${base.id}${base.year ? ` (${base.year})` : ''} ${part}${number}`;
}

export const LEADING: readonly Entrance[] = [
  [['Sup', 'sup', 'Ame', 'ame', 'Amd', 'Tec', 'Cor', 'cor', 'Err', 'err', 'Add', 'add'], numbered],
  [['Sup', 'sup'], unnumbered],
  [['Imp', 'imp'], guide],
];
