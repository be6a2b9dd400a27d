/** Numbers that count what another figure has named: `14 of them`, `three more`, `a total of 24`, `12 of the 54 countries`. */

const OF_THEM = /^\s+of\s+(?:which|whom|them|these|those)\b/;
const MORE =
  /^\s+(?:more|others|another)\b(?=\s*[.,;:)]|\s+(?:are|were|is|was|have|has|had|will|to|in|being|planned|ongoing|under)\b|\s*$)/;
const STATE =
  /^\s+(?:(?:are|were|is|was|have|has|had|will)\b|(?:[a-z]+ly\s+)?(?:completed|created|ongoing|under\s?way|planned|pending|operational|finali[sz]ed|established|enhanced|in progress)\b)/;
/** `21 texts (8 new and 13 revised)`: an adjective stands for the noun before. */
const SORT =
  /^\s+(?:(?:newly|fully)\s+)?(?:new|revised|updated|national|regional|sub-?regional|interregional|global|female|male)(?=\s*[),;.]|\s+and\s+\d)/;
const WHICH_BEFORE = /\bof\s+(?:which|whom|these|those|them),?\s+(?:[a-z]+\s+){0,2}$/;
const MORE_BEFORE =
  /\b(?:another|a further|the remaining|the other|an additional|additional|bringing (?:it|this|them) to)\s+$/i;
const TOTAL_BEFORE =
  /\b(?:total|number|count|tally)\b[^.;:()]{0,90}?(?::|\s(?:to|of|at|is|was|now|reached|reaches|reaching|totals|totalled|totaled))\s+(?:[a-z]+ ){0,2}$/i;
const NUMBER_OF = /\b(?:numbers?|total|count)\s+of\s+(?!\d)/gi;
const IN_PLACE = /^\s+(?:in|for|from)\s+(?:the\s+)?[A-Z]/;
/** Where a number can be the subject of its clause. */
const CLAUSE_START = /(?:^|[.,;:(-]\s{0,3}|\b(?:and|while|whereas|with|but|also)\s+)$/;

/** Longest stretch before a number that is looked at. */
const REACH = 110;

/** Where a number's unit comes from: what was counted last, or a noun that begins at `unitAt`. */
export interface Anaphora {
  /** Offset behind the words that show it: `of them`. */
  readonly end: number;
  readonly unitAt?: number;
}

/**
 * Whether the number at `start` to `end` counts what was named before, by the words around it.
 *
 * @param counted whether a figure stands before it in the text; `number of countries … to 24` needs none
 */
export function anaphoraAt(view: string, start: number, end: number, counted: boolean): Anaphora | undefined {
  const before = view.slice(Math.max(0, start - REACH), start);
  const unitAt = countedBefore(before, start - before.length);
  if (unitAt !== undefined) return { end, unitAt };
  if (!counted) return undefined;
  const after = view.slice(end, end + 40);
  const shown = OF_THEM.exec(after) ?? MORE.exec(after);
  if (shown) return { end: end + shown[0].length };
  if (WHICH_BEFORE.test(before) || MORE_BEFORE.test(before) || TOTAL_BEFORE.test(before)) return { end };
  const stands = STATE.test(after) || SORT.test(after) || IN_PLACE.test(after);
  return stands && CLAUSE_START.test(before) ? { end } : undefined;
}

/** Offset of the noun in `the number of countries … reached`, right before a number. */
function countedBefore(before: string, offset: number): number | undefined {
  const clause = /[^.;:()]*:?\s{0,2}$/.exec(before)![0];
  if (!TOTAL_BEFORE.test(clause)) return undefined;
  let at: number | undefined;
  for (const found of clause.matchAll(NUMBER_OF))
    at = offset + before.length - clause.length + found.index + found[0].length;
  return at;
}

const PART_OF = /^\s+(?:out\s+)?of\s+(?:(?:the|these|those|its|their|all|our|ITU's|a total of)\s+){1,2}/;

/** Offset behind `of the`, `out of its`: the whole that a number is a part of begins there. */
export function wholeAt(view: string, end: number): number | undefined {
  const found = PART_OF.exec(view.slice(end, end + 40));
  return found ? end + found[0].length : undefined;
}

const GLUE =
  /^(?:\s+[a-z][a-z-]*){0,3}?\s*(?:,|;|\bof\b|,?\s*\b(?:and|or|to|but|plus)\b|-|\bout of\b|\bof)(?:\s+(?:the|a|another|its|their|these|those|all|over|about|some|around|almost|nearly|more than|at least|up to|the other))?\s*$/;

/** Whether the words between two numbers let the first one count what the second one counts: `two regional and `. */
export const sharesUnit = (between: string): boolean => between.length <= 60 && GLUE.test(between);

const RISES =
  /\b(?:increas|gr[eo]w|ris|rose|up|expand|rais|went|go|jump|climb|improv|decreas|declin|f[ea]ll|drop|reduc|down|mov)[a-z]*\b[^.;]{0,60}\bfrom\s+(?:[a-z]+ ){0,2}$/i;

/** Whether the number at `start` is where something was before: `increased from 75 to 84 countries`. */
export const isFormerValue = (view: string, start: number): boolean =>
  RISES.test(view.slice(Math.max(0, start - REACH), start));
