import type { Citation, CitationKind } from '../../citations/citation.ts';
import type { Claim } from '../../figures/claim.ts';
import { headOf } from '../../figures/patterns.ts';
import type { BlockReading } from '../../reading/reading.ts';
import { sentences } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';

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

/** How far behind its claim a list may begin, in code units. */
const GAP = 120;
/** Longest list that is read. */
const LONGEST = 6000;

const OPENER = /^([^.:;()\d"]{0,120}?)(:\s|\s-\s|\s?\(|,?\s+namely[:,]?\s|,?\s+i\.e\.,?\s)/;
const EXAMPLES =
  /\b(?:including|includes?|such as|among (?:them|others)|e\.g|for example|for instance|inter alia|notably|especially|in particular|like|etc|others?|more)\b/i;

/** Reads the list that a claim announces in its own sentence; undefined where there is none that can be counted. */
export function listBehind(block: BlockReading, claim: Claim): ListCount | undefined {
  const end = Math.min(sentenceEnd(block, claim), claim.end + LONGEST);
  const after = block.view.slice(claim.end, end);
  const kind = KINDS[headOf(claim.unit)];
  if (kind) {
    const direct = identifiers(block, claim.end, end, kind, claim);
    if (direct) return direct;
  }
  const opener = OPENER.exec(after);
  if (!opener || opener[1].length > GAP || EXAMPLES.test(opener[0])) return undefined;
  const from = claim.end + opener[0].length;
  if (block.claims.some(other => other.start >= claim.end && other.start < from)) return undefined;
  const mark = opener[2].trim();
  const complete = mark !== '-' && mark !== '(';
  if (!complete && opener[1].length > 40) return undefined;
  const to =
    mark === '(' ? closing(block.view, from, end) : mark === '-' ? dashEnd(block.view, from, end) : end;
  if (to === undefined) return undefined;
  if (kind) {
    const listed = identifiers(block, from, to, kind, claim);
    return listed && { ...listed, complete };
  }
  const text = block.view.slice(from, to);
  if (EXAMPLES.test(text.slice(0, 30)) || EXAMPLES.test(text.slice(-30))) return undefined;
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
function sentenceEnd(block: BlockReading, claim: Claim): number {
  let { end } = claim.sentence;
  for (const sentence of sentences(block.view)) {
    if (sentence.start < end) continue;
    if (!block.citations.some(({ start, end: behind }) => start < end && behind > sentence.start)) break;
    end = sentence.end;
  }
  return end;
}

/** What may be listed by identifier, by the noun that counts it. */
const KINDS: Readonly<Record<string, CitationKind>> = {
  recommendation: 'recommendation',
  supplement: 'supplement',
  resolution: 'resolution',
  decision: 'decision',
  question: 'question',
};
/** What a loose count takes in: a Supplement among the Recommendations, or the Recommendation it belongs to. */
const TEXTS: ReadonlySet<CitationKind> = new Set([
  'recommendation',
  'supplement',
  'amendment',
  'corrigendum',
]);

/** Between two members of a list nothing stands but separators, or a title that ends at one. */
const SEPARATED =
  /(?:^|[,;/|])\s*(?:and\s+|or\s+)?(?:(?:the|a|new|revised|ITU-[TRD]|Recs?\.?|Recommendations?|Supplements?|Suppl\.?|to|Resolutions?|Questions?|Decisions?|PP|WTDC|WTSA)\s*)*$|^\s*(?:and|or)?\s*(?:(?:new|revised|ITU-[TRD]|Recs?\.?|Recommendations?)\s*)*$/i;
const JOINED =
  /\s(?:and|or)\s+(?:(?:the|new|revised|ITU-[TRD]|Recs?\.?|Recommendations?|Supplements?|to)\s*)*$/i;

function identifiers(
  block: BlockReading,
  from: number,
  to: number,
  kind: CitationKind,
  claim: Claim,
): ListCount | undefined {
  const members: Citation[] = [];
  let place = from;
  for (const citation of [...block.citations].sort((a, b) => a.core.start - b.core.start)) {
    if (citation.core.start < from || citation.core.end > to || citation.core.start < place) continue;
    const gap = bare(block.view.slice(place, citation.core.start));
    if (
      !members.length &&
      !/^[\s,:]*(?:(?:the|new|revised|ITU-[TRD]|Recs?\.?|Recommendations?|Supplements?|Suppl\.?|to|in)\s*)*$/i.test(
        gap,
      )
    ) {
      return undefined;
    }
    if (/\bdraft\b/i.test(gap) && !/\bdraft\b/i.test(block.view.slice(claim.start, claim.end))) break;
    if (members.length && !SEPARATED.test(gap) && !(JOINED.test(gap) && citation === lastIn(block, to)))
      continue;
    if (citation.kind === 'range' || citation.kind === 'series') return undefined;
    place = citation.end;
    if (citation.kind === kind || (TEXTS.has(kind) && TEXTS.has(citation.kind))) members.push(citation);
  }
  if (members.length < 2) return undefined;
  const span = {
    start: members[0].start < from ? from : members[0].start,
    end: members[members.length - 1].end,
  };
  const strict = distinct(members.filter(member => member.kind === kind));
  // Where the sentence counts two sorts of text, each has its own number; else one number may stand for all.
  const sorts = block.claims.filter(
    other => other.sentence.start === claim.sentence.start && KINDS[headOf(other.unit)],
  );
  const most = sorts.length > 1 ? strict : distinct(members);
  return most < 2 ? undefined : { least: Math.max(1, strict), most, span, of: 'identifiers', complete: true };
}

const distinct = (members: readonly Citation[]): number => new Set(members.map(member => member.id)).size;

const lastIn = (block: BlockReading, to: number): Citation | undefined =>
  block.citations.findLast(citation => citation.core.end <= to);

/** A gap without quoted titles and brackets. */
const bare = (gap: string): string => gap.replace(/"[^"]*"/g, ' ').replace(/\([^()]*\)/g, ' ');

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
  for (const [i, part] of parts.entries()) {
    const led = /^(?:and|or)\s+/i.exec(part);
    const body = led ? part.slice(led[0].length) : part;
    if (!NAME.test(body)) return undefined;
    const name = WHOLE_NAME.exec(body)?.[0].replace(/(?:\s+(?:of|the|and|de|for|&))+$/, '') ?? body;
    const inner = name.split(/\s+and\s+(?=(?:the\s+)?[A-Z\u00c0-\u00de])/).length;
    const last = led !== null || i === parts.length - 1;
    const cut = name.length < body.replace(/\s+$/, '').length;
    if (!last && cut && separator === ',') return undefined;
    most += inner;
    least += last && !led && inner > 1 ? 2 : 1;
    if (last) return most >= 2 ? { least, most } : undefined;
  }
  return undefined;
}
