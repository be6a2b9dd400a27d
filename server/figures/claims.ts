import type { Citation } from '../citations/citation.ts';
import type { ScannedText } from '../text/pattern/pattern.ts';
import { sentenceAt, sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { anaphoraAt, isFormerValue, sharesUnit, wholeAt } from './anaphora.ts';
import type { Claim, ClaimKind, Comparator } from './claim.ts';
import { comparatorAfter, comparatorBefore } from './comparators.ts';
import { beginningAt, type NumberRead, placesOfNumbers, readNumber } from './numbers.ts';
import { ordinalClaim, versionAt } from './ordinals.ts';
import { otherThing } from './other-scripts.ts';
import { pluralPhrase, singularPhrase } from './phrases.ts';
import { isIdentifier, maskedSpans, OPENING_NUMBER } from './refusals.ts';
import { type Wording, wordingsOf } from './wording.ts';
import { COMPOUND_UNITS, ONE_ENDS, TIME_UNITS } from './words.ts';

/** A figure before its sentence is known. */
interface Draft {
  readonly start: number;
  end: number;
  readonly number: Span;
  readonly value: number;
  readonly valueMax?: number;
  readonly comparator: Comparator;
  /** Undefined while it has to come from the next figure. */
  unit: string | undefined;
  readonly kind: ClaimKind;
  borrowed: boolean;
}

/**
 * The figures of one block: numbers of things, in digits or words, with comparator, unit, scope and sentence.
 * Refused is what carries digits and is no quantity: the identifiers among `citations`, dates, years, numbers of
 * paragraphs and versions, names such as 5G, and what stands in quotation marks.
 *
 * @param scanned the block's view (see text/view.ts)
 * @param citations the identifiers of the block, offsets counting from its start
 * @param sentencesOf gives the sentences of the view
 * @returns claims in the order of the text; linear in its length, never throws
 */
export function findClaims(
  scanned: ScannedText,
  citations: readonly Citation[],
  sentencesOf = () => sentences(scanned.text) as readonly Span[],
): Claim[] {
  const view = scanned.text;
  const places = placesOfNumbers(scanned);
  if (places.length === 0) return [];
  const drafts = draftsOf(view, places, maskedSpans(view, citations));
  lendUnits(view, drafts);
  const known = drafts.filter(draft => draft.unit !== undefined);
  if (!known.length) return [];
  const spans = sentencesOf();
  const claims: Claim[] = [];
  while (claims.length < known.length) {
    const first = known[claims.length];
    const sentence = sentenceAt(spans, first.number.start) ?? first;
    let end = claims.length + 1;
    while (end < known.length && known[end].number.start < sentence.end) end++;
    const drafts = known.slice(claims.length, end);
    const figures = drafts.map(draft => draft.number.start);
    const wordings = wordingsOf(view.slice(sentence.start, sentence.end), sentence.start, figures);
    drafts.forEach((draft, i) => {
      claims.push(finished(draft, sentence, wordings[i]));
    });
  }
  return claims;
}

function draftsOf(view: string, places: Uint32Array, masked: readonly Span[]): Draft[] {
  const drafts: Draft[] = [];
  let place = OPENING_NUMBER.exec(view)?.[0].length ?? 0;
  let mask = 0;
  let antecedent: string | undefined;
  for (const found of places) {
    // What was read before may have taken some of a number's digits: the rest is another number, or part of one.
    const start = Math.max(found, place);
    const end = start > found && !isDigit(view.charCodeAt(start - 1)) ? -1 : beginningAt(view, start);
    if (end < 0) continue;
    place = end;
    while (mask < masked.length && masked[mask].end <= start) mask++;
    if (mask < masked.length && masked[mask].start < place) {
      place = Math.max(place, masked[mask].end);
      continue;
    }
    const version = versionAt(view, start, place);
    const number = version ? undefined : readNumber(view, start);
    if (number) place = number.end;
    if (!version && (!number || isIdentifier(view, start, number))) continue;
    const draft = version
      ? { ...version, unit: 'version', kind: 'ordinal' as const, borrowed: false }
      : draftAt(view, start, number!, antecedent);
    if (!draft || (version && restates(view, drafts[drafts.length - 1], draft))) continue;
    drafts.push(draft);
    place = Math.max(place, draft.number.end);
    if (draft.kind === 'count' && draft.unit) antecedent = draft.unit;
  }
  return drafts;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** `The third iteration of the index (GCIv3)`: a bracket that says the same number again. */
const restates = (view: string, last: Draft | undefined, version: Draft): boolean =>
  last?.kind === 'ordinal' &&
  last.value === version.value &&
  view[version.start - 1] === '(' &&
  !view.slice(last.end, Math.min(version.start, last.end + 200)).includes('.');

const PERCENT = /^\s{0,2}(?:%|per\s?cent\b|percent\b|percentage points?\b)/i;
const MONEY_BEFORE = /(?:\b(?:USD|CHF|EUR|GBP|US)\s?|(?:US|CAN|AU)?[$\u20ac\u00a3]\s?)$/;
const MONEY_AFTER =
  /^\s{0,2}(?:USD|CHF|EUR|GBP|\u20ac|US dollars|Swiss francs|dollars|euros?|francs|pounds)(?![A-Za-z])/i;
const COMPOUND = /^-([a-z]+)/i;
const AGED = /\b(?:aged?|ages|age groups?|age range)(?:\s+(?:of|between|from))?\s+$/i;
const RANGE_TO = /^\s{0,2}(?:-|to|or)\s{0,2}(?=\d|[a-z])/;
const RANGE_AND = /^\s{1,2}(?:and|to)\s{1,2}(?=\d|[a-z])/;

/** Reads the figure whose number has been read, or says that the number counts nothing. */
function draftAt(
  view: string,
  start: number,
  first: NumberRead,
  antecedent: string | undefined,
): Draft | undefined {
  if (first.ordinal) {
    const ordinal = ordinalClaim(view, start, first);
    return ordinal ? { ...ordinal, kind: 'ordinal', borrowed: false } : undefined;
  }
  const upper = upperEnd(view, start, first);
  if (upper === 'former') return undefined;
  const number = { start, end: upper?.end ?? first.end };
  const after = comparatorAfter(view, number.end);
  const thing = thingAt(view, start, after?.end ?? number.end, first, antecedent);
  if (!thing) return undefined;
  const money = thing.kind === 'amount' ? thing.start : start;
  const before = comparatorBefore(
    view,
    upper?.between ?? money,
    thing.kind === 'duration' || thing.kind === 'limit',
  );
  return {
    start: upper?.between ?? before?.start ?? money,
    end: thing.end,
    number,
    value: first.value,
    ...(upper ? { valueMax: upper.value } : {}),
    comparator: upper ? 'range' : (after?.comparator ?? before?.comparator ?? '='),
    unit: thing.unit,
    kind: thing.kind,
    borrowed: thing.borrowed ?? false,
  };
}

interface Upper {
  readonly value: number;
  readonly end: number;
  /** Offset of `between` or `from`, where one opens the range. */
  readonly between?: number;
}

/** Reads the second number of `10-15`, `10 to 15`, `between 20 and 30`; `former` where the first is last year's. */
function upperEnd(view: string, start: number, first: NumberRead): Upper | 'former' | undefined {
  const before = view.slice(Math.max(0, start - 12), start);
  const opened = /\b(?:between|from)\s+$/i.exec(before);
  const after = view.slice(first.end, first.end + 8);
  const glue = (opened?.[0].toLowerCase().startsWith('between') ? RANGE_AND : RANGE_TO).exec(after);
  if (!glue) return undefined;
  const next = first.end + glue[0].length;
  const second = beginningAt(view, next) > 0 ? readNumber(view, next) : undefined;
  if (!second || second.ordinal || second.value <= first.value) return undefined;
  if (isFormerValue(view, start)) return 'former';
  return {
    value: second.value,
    end: second.end,
    ...(opened ? { between: start - opened[0].length } : {}),
  };
}

interface Thing {
  readonly start: number;
  readonly end: number;
  readonly unit: string | undefined;
  readonly kind: ClaimKind;
  readonly borrowed?: boolean;
}

/** What the number from `start` to `end` counts; undefined where it counts nothing. */
function thingAt(
  view: string,
  start: number,
  end: number,
  number: NumberRead,
  antecedent: string | undefined,
): Thing | undefined {
  const after = view.slice(end, end + 24);
  const percent = PERCENT.exec(after);
  if (percent) return { start, end: end + percent[0].length, unit: 'per cent', kind: 'percentage' };
  const money = MONEY_BEFORE.exec(view.slice(Math.max(0, start - 6), start));
  if (money) return { start: start - money[0].length, end, unit: money[0].trim(), kind: 'amount' };
  const moneyAfter = MONEY_AFTER.exec(after);
  if (moneyAfter)
    return { start, end: end + moneyAfter[0].length, unit: moneyAfter[0].trim(), kind: 'amount' };
  const compound = COMPOUND.exec(after);
  if (compound) {
    const unit = compound[1].toLowerCase();
    if (!COMPOUND_UNITS.has(unit)) return undefined;
    return { start, end: end + compound[0].length, unit, kind: TIME_UNITS.has(unit) ? 'duration' : 'count' };
  }
  if (number.decimal && !/^\s+(?:hours|days|weeks|months|years)\b/.test(after)) return undefined;
  const other = otherThing(view, start, end, number.value);
  if (other) return { start, end: other.end, unit: other.unit, kind: 'count' };
  if (number.value === 1) return oneThing(view, start, end, number);
  if (AGED.test(view.slice(Math.max(0, start - 24), start)))
    return { start, end, unit: 'years', kind: 'limit' };
  const whole = wholeAt(view, end);
  const phrase = pluralPhrase(view, whole ?? end);
  if (phrase) {
    const kind = TIME_UNITS.has(phrase.unit.toLowerCase()) ? 'duration' : 'count';
    return { start, end: phrase.end, unit: phrase.unit, kind, borrowed: whole !== undefined };
  }
  const anaphora = anaphoraAt(view, start, end, antecedent !== undefined);
  const named = anaphora?.unitAt === undefined ? undefined : pluralPhrase(view, anaphora.unitAt);
  const unit = named?.unit ?? antecedent;
  if (anaphora && unit !== undefined)
    return { start, end: anaphora.end, unit, kind: 'count', borrowed: true };
  return { start, end, unit: undefined, kind: 'count', borrowed: true };
}

/** `one` counts where a noun follows and nothing makes it a pronoun: `one global index`, but not `the one for`. */
function oneThing(view: string, start: number, end: number, number: NumberRead): Thing | undefined {
  if (number.digits) {
    const phrase = pluralPhrase(view, end) ?? singularPhrase(view, end);
    return phrase ? { start, end: phrase.end, unit: phrase.unit, kind: 'count' } : undefined;
  }
  if (
    /\b(?:no|any|each|every|the|this|that|which|another|only)\s+$/i.test(
      view.slice(Math.max(0, start - 12), start),
    )
  ) {
    return undefined;
  }
  // `One Health`, `One UN`: a name, where the capital is not that of a sentence.
  if (view[start] === 'O' && !/(?:^|[.!?:]["')]?\s+)$/.test(view.slice(Math.max(0, start - 4), start)))
    return undefined;
  const phrase = singularPhrase(view, end);
  if (
    !phrase ||
    ONE_ENDS.has(phrase.words[0].toLowerCase()) ||
    /ly$/.test(phrase.words[phrase.words.length - 1])
  ) {
    return undefined;
  }
  const last = phrase.words[phrase.words.length - 1];
  // `one interregional and four regional drills`: an adjective alone takes the noun of the next figure.
  if (/(?:al|ic|ary|ive)$/.test(last) && /^,?\s+(?:and|or)?/.test(view.slice(phrase.end, phrase.end + 8))) {
    return { start, end, unit: undefined, kind: 'count', borrowed: true };
  }
  const kind = TIME_UNITS.has(phrase.unit.toLowerCase()) ? 'duration' : 'count';
  return { start, end: phrase.end, unit: phrase.unit, kind };
}

/** Gives numbers without a noun that of the figure they lead to: `two regional and three national workshops`. */
function lendUnits(view: string, drafts: readonly Draft[]): void {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const draft = drafts[i];
    const next = drafts[i + 1];
    if (draft.unit !== undefined || next.unit === undefined || next.kind !== draft.kind) continue;
    if (sharesUnit(view.slice(draft.end, Math.min(next.number.start, draft.end + 80))))
      draft.unit = next.unit;
  }
}

function finished(draft: Draft, { start, end }: Span, wording: Wording): Claim {
  return {
    start: draft.start,
    end: draft.end,
    value: draft.value,
    ...(draft.valueMax === undefined ? {} : { valueMax: draft.valueMax }),
    comparator: draft.comparator,
    unit: draft.unit!,
    number: draft.number,
    scope: draft.kind === 'ordinal' ? 'ordinal' : wording.scope,
    ...(wording.scopeSaid && draft.kind !== 'ordinal' ? { scopeSaid: true } : {}),
    ...(wording.past && draft.kind !== 'ordinal' ? { past: true } : {}),
    ...(wording.asOf ? { asOf: wording.asOf } : {}),
    sentence: { start, end },
    ...(draft.kind === 'count' ? {} : { kind: draft.kind }),
    ...(wording.future ? { future: true } : {}),
    ...(draft.borrowed ? { borrowed: true } : {}),
  };
}
