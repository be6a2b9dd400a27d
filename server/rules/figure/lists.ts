import type { Claim } from '../../figures/claim.ts';
import type { BlockReading } from '../../reading/reading.ts';
import { sentences } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { identifiersBehind, isIdentified, isInsideCitation } from './identifier-lists.ts';

/** How many things a list names: a range where `and` may belong to a name (Bosnia and Herzegovina). */
export interface ListCount {
  readonly least: number;
  readonly most: number;
  /** The list, in the block's text. */
  readonly span: Span;
  readonly of: 'identifiers' | 'names' | 'titles';
  /** The text says that the list is complete: a colon, `namely`. A dash or a bracket may give examples. */
  readonly complete: boolean;
}

/** How far behind its claim a list may begin, in code units; behind a dash or a bracket it begins near. */
const GAP = 120;
const NEAR = 40;
/** Longest list that is read. */
const LONGEST = 6000;

const OPENER = /^([^.:;()\d"]{0,120}?)(:\s|\s-\s|\s?\(|,?\s+namely[:,]?\s|,?\s+i\.e\.,?\s)/;
const EXAMPLES =
  /\b(?:including|includes?|such as|among (?:them|others)|e\.g|for example|for instance|inter alia|notably|especially|in particular|like)\b/i;
const AND_MORE = /\b(?:etc|(?:and|or|among) (?:many )?(?:others?|more))[.)\s]*$/i;

/**
 * Reads the list that a claim announces in its own sentence; undefined where there is none that can be counted. What
 * stands behind the next figure belongs to that figure.
 *
 * @param index of the claim in its block
 */
export function listBehind(block: BlockReading, index: number): ListCount | undefined {
  const claim = block.claims[index];
  const next = block.claims[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  const end = Math.min(sentenceEnd(block, claim), claim.end + LONGEST, next);
  const identified = isIdentified(claim);
  const direct = identified ? identifiersBehind(block, index, claim.end, end) : undefined;
  if (direct) return direct;
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
  const counted = titles ?? namesIn(text);
  if (!counted) return undefined;
  return {
    ...counted,
    span: { start: from, end: from + text.trimEnd().length },
    of: titles ? 'titles' : 'names',
    complete,
  };
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

const NAME = /^(?:the\s+)?[A-Z\u00c0-\u00de]/;
/** A name with the small words that names carry; what comes behind it is the rest of the sentence. */
const WHOLE_NAME =
  /^(?:the\s+)?[A-Z\u00c0-\u00de][^\s]*(?:\s+(?:[A-Z\u00c0-\u00de][^\s]*|of|the|and|de|da|do|du|des|la|le|el|al|for|&))*/;

/**
 * Counts the names of a list: `Benin, Chad and Mali`. Undefined for what does not read as a list of names, or
 * breaks off before its last `and`.
 */
export function namesIn(list: string): { least: number; most: number } | undefined {
  const plain = list
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[\s\uFEFF]+/g, ' ')
    .trim()
    .replace(/[.:]$/, '');
  if (plain.includes('"')) return undefined;
  const separator = plain.includes(';') ? ';' : ',';
  const parts = plain.split(separator).map(part => part.trim());
  let least = 0;
  let most = 0;
  let joined = false;
  for (const [i, part] of parts.entries()) {
    const led = /^(?:and|or)\s+/i.exec(part);
    const body = led ? part.slice(led[0].length) : part;
    if (!NAME.test(body)) {
      // `…, Chad and Togo, which`: the list ended with the `and` before.
      return joined ? { least: least + 1, most } : undefined;
    }
    const name = WHOLE_NAME.exec(body)?.[0].replace(/(?:\s+(?:of|the|and|de|for|&))+$/, '') ?? body;
    const inner = name.split(/\s+and\s+(?=(?:the\s+)?[A-Z\u00c0-\u00de])/).length;
    const last = led !== null || i === parts.length - 1;
    const cut = name.length < body.replace(/\s+$/, '').length;
    if (!last && cut && separator === ',') return undefined;
    most += inner;
    least += last && !led && inner > 1 ? 2 : 1;
    joined = inner > 1;
    if (last) return most >= 2 ? { least, most } : undefined;
  }
  return undefined;
}
