import type { Claim } from '../../figures/claim.ts';
import type { BlockReading } from '../../reading/reading.ts';
import { sentences } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { identifiersBehind, isIdentified, isInsideCitation } from './identifier-lists.ts';
import { labelledBehind } from './labelled-lists.ts';
import { AND_MORE, EXAMPLES, isManifold, isNamed, namesIn, withoutPreposition } from './names.ts';

/** How many things a list names: a range where `and` may belong to a name (Bosnia and Herzegovina). */
export interface ListCount {
  readonly least: number;
  readonly most: number;
  /** The list, in the block's text. */
  readonly span: Span;
  readonly of: 'identifiers' | 'names' | 'titles' | 'items';
  /** The text says that the list is complete: a colon, `namely`. A dash or a bracket may give examples. */
  readonly complete: boolean;
  /** It is likely and no more that each name stands for one of the things counted. */
  readonly likely?: boolean;
}

/** How far behind its claim a list may begin, in code units; behind a dash or a bracket it begins near. */
const GAP = 120;
const NEAR = 40;
/** Longest list that is read. */
const LONGEST = 6000;

const OPENER = /^([^.:;()\d"]{0,120}?)(:\s|\s-\s|\s?\(|,?\s+namely[:,]?\s|,?\s+i\.e\.,?\s)/;
/**
 * Reads the list that a claim announces in its own sentence; undefined where there is none that can be counted. What
 * stands behind the next figure belongs to that figure.
 *
 * @param index of the claim in its block
 */
export function listBehind(block: BlockReading, index: number): ListCount | undefined {
  const claim = block.claims[index];
  const next = block.claims[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  const stop = Math.min(sentenceEnd(block, claim), claim.end + LONGEST);
  const end = Math.min(stop, next);
  const identified = isIdentified(claim);
  const follows = identified ? followsAt(block, index, stop) : undefined;
  const direct = !identified
    ? labelledBehind(block, index, stop)
    : follows === undefined
      ? identifiersBehind(block, index, claim.end, end)
      : identifiersBehind(block, index, follows, stop);
  if (direct || follows !== undefined) return direct;
  const opener = OPENER.exec(block.view.slice(claim.end, Math.min(end, claim.end + GAP + 12)));
  if (!opener || EXAMPLES.test(opener[0])) return undefined;
  const mark = opener[2].trim();
  const complete = mark !== '-' && mark !== '(';
  if (!complete && opener[1].length > NEAR) return undefined;
  const from = claim.end + opener[0].length;
  const to =
    mark === '(' ? closing(block.view, from, end) : mark === '-' ? dashEnd(block.view, from, end) : end;
  if (to === undefined) return undefined;
  if (identified) {
    const listed = identifiersBehind(block, index, from, to);
    return listed && { ...listed, complete };
  }
  const text = block.view.slice(from, to);
  if (EXAMPLES.test(text.slice(0, 30)) || AND_MORE.test(text.slice(-30))) return undefined;
  const titles = quotedTitles(text);
  const plain = titles || isManifold(text) ? undefined : withoutPreposition(text);
  const counted = titles ?? (plain === undefined ? undefined : namesIn(plain));
  if (!counted) return undefined;
  return {
    ...counted,
    span: { start: from, end: from + text.trimEnd().length },
    of: titles ? 'titles' : 'names',
    complete,
    // `Six drills were held: in Kenya, …`: two of them may have been in one place.
    ...(plain !== undefined && plain !== text && !isNamed(claim) ? { likely: true } : {}),
  };
}

const FOLLOWS = /^[^.:;()"]{0,120}?\bas follows\s{0,3}:(?:\s{1,3}-\s)?/i;

/**
 * Offset behind `as follows:` where all that is counted before it is identified: `4 Recommendations and 1 Supplement
 * as follows: …` announces one list for both.
 */
function followsAt({ view, claims }: BlockReading, index: number, end: number): number | undefined {
  const from = claims[index].end;
  const found = FOLLOWS.exec(view.slice(from, Math.min(end, from + GAP + 20)));
  if (!found) return undefined;
  const to = from + found[0].length;
  const between = claims.slice(index + 1, index + 5).filter(claim => claim.start < to);
  return between.every(isIdentified) ? to : undefined;
}

/** The end of the claim's sentence; a full stop inside an identifier (`X. 1047`) ends none. */
function sentenceEnd({ view, citations }: BlockReading, claim: Claim): number {
  let { end } = claim.sentence;
  for (let i = 0; i < 20; i++) {
    if (!isInsideCitation(citations, end)) return end;
    const [rest] = sentences(view.slice(end, end + LONGEST));
    if (!rest) return end;
    end += rest.end;
  }
  return end;
}

/** Offset of the bracket that closes the one before `from`. */
function closing(view: string, from: number, end: number): number | undefined {
  let depth = 1;
  for (let at = from; at < end; at++) {
    if (view[at] === '(') depth++;
    else if (view[at] === ')' && --depth === 0) return at;
  }
  return undefined;
}

/** A list behind a dash runs to the next dash, or to the end of the sentence. */
function dashEnd(view: string, from: number, end: number): number {
  const dash = view.indexOf(' - ', from);
  return dash >= 0 && dash < end ? dash : end;
}

/** Counts titles in quotation marks that only separators part. */
function quotedTitles(text: string): { least: number; most: number } | undefined {
  const titles = text.match(/"[^"]+"/g);
  if (!titles || titles.length < 2) return undefined;
  const rest = text.replace(/"[^"]+"/g, '').replace(/\([^()]*\)/g, '');
  return /^[\s,;.]*(?:and[\s,;.]*)?$/.test(rest) ? { least: titles.length, most: titles.length } : undefined;
}
