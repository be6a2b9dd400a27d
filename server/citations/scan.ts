import { isSpace } from './chars.ts';
import type { Body, Citation, CitationKind, Oddity, Sector } from './citation.ts';
import type { Leading } from './leading.ts';

/** A citation while it is being put together. */
export type Found = { -readonly [Key in keyof Citation]: Citation[Key] };

/** What kind of thing a noun before a number announces. */
export type Noun = 'none' | 'recommendation' | 'report' | 'technical-report' | 'document' | 'council';

/** The separators of a list, short enough to be told without looking at titles and brackets. */
const SHORT_GAP = /\s{0,2}(?:,|;|&|\/|\||and|or)?\s{0,2}(?:and\s|or\s|&\s)?/y;

/** Between two members of a list there may be a bracket, a quoted title and words like "revised". */
const LONG_GAP =
  /(?:\s\([^()]{0,60}\))?(?:,?\s?"[^"]{0,240}")?\s{0,2}(?:\([^()]{0,60}\)\s?)?(?:,|;|&|and|or|as well as)?\s{0,2}(?:and\s|or\s|&\s)?(?:(?:the|new|newly|revised|draft|approved)\s){0,2}/y;

/** Slash and hyphen: `WTDC-10/HAP`, `ITU-T-X.1205`. */
const JOINTS = [47, 45];

/** Further than this no list goes on. */
const LONGEST_GAP = 320;

/** How far words like "ITU-T" reach that make a short number believable. */
const EVIDENCE_REACH = 120;

/**
 * One pass over one view: the text, what was found, and what was last said that later words lean on (the sector
 * named, the prefix just read, the list under way). Recognisers read and advance it; it lives for one call.
 */
export class Scan {
  readonly text: string;
  readonly found: Found[] = [];

  /** The sector named last. */
  sector: Sector | undefined = undefined;

  /** The prefix read last: words like "Recommendations ITU-T", side by side. */
  prefixStart = -1;
  prefixEnd = -1;
  prefixNoun: Noun = 'none';
  prefixPlural = false;
  prefixSector: Sector | undefined = undefined;
  prefixBody: Body | undefined = undefined;
  prefixConference: string | undefined = undefined;
  prefixOddity: Oddity | undefined = undefined;

  /** A part named before the text that it belongs to. */
  leading: Leading | undefined = undefined;

  #evidenceEnd = -1;
  #lists = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The character code at `at`; NaN outside the text. */
  code(at: number): number {
    return this.text.charCodeAt(at);
  }

  /** Runs a sticky pattern at `at`. */
  match(sticky: RegExp, at: number): RegExpExecArray | null {
    sticky.lastIndex = at;
    return sticky.exec(this.text);
  }

  /** Where a sticky pattern that matches at `at` ends; -1 where it does not match. Makes no array. */
  end(sticky: RegExp, at: number): number {
    sticky.lastIndex = at;
    return sticky.test(this.text) ? sticky.lastIndex : -1;
  }

  /** Whether a prefix ends right before `at`, with nothing but white space, a slash or a hyphen between. */
  prefixed(at: number): boolean {
    const gap = at - this.prefixEnd;
    if (this.prefixEnd < 0 || gap < 0 || gap > 3) return false;
    if (gap === 1 && JOINTS.includes(this.code(this.prefixEnd))) return true;
    for (let i = this.prefixEnd; i < at; i++) if (!isSpace(this.code(i))) return false;
    return true;
  }

  /** Where a citation that begins at `at` starts when its prefix is counted in. */
  startOf(at: number): number {
    return this.prefixed(at) ? this.prefixStart : at;
  }

  /** Opens a prefix at `at`, or goes on with the one that ends right before it. */
  prefix(at: number, end: number): void {
    if (!this.prefixed(at)) {
      this.prefixStart = at;
      this.prefixNoun = 'none';
      this.prefixPlural = false;
      this.prefixSector = undefined;
      this.prefixBody = undefined;
      this.prefixConference = undefined;
      this.prefixOddity = undefined;
    }
    this.prefixEnd = end;
  }

  /** Notes words that make an ITU number nearby believable. */
  evidence(end: number): void {
    this.#evidenceEnd = end;
  }

  /** Whether such words stand shortly before `at`. */
  believable(at: number): boolean {
    return this.#evidenceEnd >= 0 && at - this.#evidenceEnd <= EVIDENCE_REACH;
  }

  last(): Found | undefined {
    return this.found[this.found.length - 1];
  }

  /** Whether what begins at `at` goes on with the list that the last citation stands in. */
  continues(at: number): boolean {
    const last = this.last();
    if (!last || last.end >= at || at - last.end > LONGEST_GAP) return false;
    const gap = at - last.end;
    if (gap <= 8 && this.end(SHORT_GAP, last.end) === at) return true;
    return gap > 2 && this.end(LONG_GAP, last.end) === at;
  }

  /** Adds a citation; `start` may lie before `core` by its prefix, `end` behind it by a bracketed year. */
  add(kind: CitationKind, id: string, start: number, coreStart: number, coreEnd: number, end: number): Found {
    // What most citations come to have is there from the beginning, so that the object need not grow for it.
    const found: Found = {
      start,
      end,
      kind,
      id,
      core: { start: coreStart, end: coreEnd },
      sector: undefined,
      prefixed: start < coreStart,
    };
    this.found.push(found);
    return found;
  }

  /** Puts `member` into the list of `previous`, which opens one where it stands in none. */
  join(previous: Found, member: Found): void {
    if (previous.list === undefined) {
      previous.list = this.#lists++;
      previous.listIndex = 0;
    }
    member.list = previous.list;
    member.listIndex = (previous.listIndex ?? 0) + 1;
  }
}

/** Notes what is odd in the spelling of a citation. */
export function odd(found: Found, oddity: Oddity | undefined | false): void {
  if (oddity) found.oddities = found.oddities ? [...found.oddities, oddity] : [oddity];
}
