import { type Span, shifted } from '../text/span.ts';
import { view } from '../text/view.ts';
import {
  allParagraphs,
  allSections,
  type Block,
  type Paragraph,
  type Report,
  type Section,
} from './model.ts';

/** A place in the text that sends the reader to another paragraph or section of the same report. */
export interface CrossReference {
  readonly kind: 'paragraph' | 'section';
  readonly number: string;
  /** The number alone. */
  readonly span: Span;
  /** `above` or `below`, where the text says so. */
  readonly side: 'above' | 'below' | null;
  readonly sideSpan: Span | null;
  /** Where the reference stands: the block's place. */
  readonly place: string;
}

/** Council reports have paragraphs and sections; clauses are those of standards and treaties. */
const REFERENCE =
  /(?:\b(paragraphs?|paras?\.?|sub-?paragraphs?)|(§{1,2})|\b(sections?))\s{0,3}(\d{1,2}(?:\.\d{1,2}){0,3}(?!\d|\/)(?:\s{0,2}(?:,|and|or|to|-|&)\s{0,2}\d{1,2}(?:\.\d{1,2}){1,3}(?!\d|\/)){0,20})(?:\s{1,3}\(?(above|below)\b)?/gi;
const NUMBER = /\d{1,2}(?:\.\d{1,2}){0,3}/g;
/** `paragraph 2.3 of Document C21/71` points outside, and so does one `of this Recommendation`; one `of this report` does not. */
const ELSEWHERE =
  /^[\s,)]{0,3}(?:of|in|to|under)\s{1,3}(?!this (?:report|document|section|draft|paper|part)\b|the (?:present|current) (?:report|document)\b)/i;
/** What stands before `paragraph 2.3` when it is another document's: `Resolution 130, paragraph 2.3`. */
const OTHER_DOCUMENT = [
  /(?:resolution|decision|document|annex|convention|constitution|guide|c\d\d\/[\w/]+)(?:[^.;]|\bRev\.){0,40}[,(]\s{0,2}$/i,
  // `the Geneva Plan of Action, section 4.5`; what `this report` says is ours.
  /(?<!\b(?:this|present|current)\s)\b(?:report|plan|agenda|recommendation|standard|supplement|directive|act|law|treaty|agreement|protocol|strategy|framework|guidelines?|handbook|manual|toolkit|code|charter|declaration|regulations?|programme)(?:\s[\w'-]{1,20}){0,3}\s{0,2},\s{0,2}$/i,
  // `X.1205 (04/2008), section 3.2`, `RFC 5280 section 4.2`
  /(?:\b[A-Z]{1,3}\.\d{1,4}(?:\.\d{1,3}){0,2}|\b(?:RFC|ISO|IEC|IEEE|ETSI|NIST|FIPS|3GPP|OASIS)\b[\w /.:-]{0,24}\d|\b[AES]\/[A-Z\d/.]{2,20})(?:\s{0,2}\([^()]{0,40}\))?(?:\s{0,2}[,(])?\s{0,2}$/,
];
const WORTH_A_LOOK = /paragraph|para[s. ]|section|§/i;

const known = new WeakMap<Report, readonly CrossReference[]>();

/**
 * Every cross-reference inside a report, in the order of the text; found once for a report. References to other
 * documents are left out.
 */
export function findCrossReferences(report: Report): readonly CrossReference[] {
  let found = known.get(report);
  if (!found) known.set(report, (found = readCrossReferences(report)));
  return found;
}

const readCrossReferences = (report: Report): CrossReference[] =>
  report.blocks.flatMap(block => {
    const raw = report.text.slice(block.span.start, block.span.end);
    return referencesIn(block.kind, raw, () => view(raw)).map(reference => inReport(reference, block));
  });

/**
 * The cross-references of one block, with offsets in it and no place.
 *
 * @param seen gives the block's view (see text/view.ts); asked for where there may be one
 */
export function referencesIn(kind: Block['kind'], text: string, seen: () => string): UnplacedReference[] {
  if (kind !== 'paragraph' && kind !== 'item' && kind !== 'footnote') return [];
  return WORTH_A_LOOK.test(text) ? read(seen()) : [];
}

/** A cross-reference with offsets in its block, for as long as nobody has asked where the block stands. */
export type UnplacedReference = Omit<CrossReference, 'place'>;

/** A block's reference as one of the report. */
export const inReport = (reference: UnplacedReference, { span, place }: Block): CrossReference => ({
  ...reference,
  span: shifted(reference.span, span.start),
  sideSpan: reference.sideSpan && shifted(reference.sideSpan, span.start),
  place,
});

function read(text: string): UnplacedReference[] {
  const found: UnplacedReference[] = [];
  for (const match of text.matchAll(REFERENCE)) {
    const end = match.index + match[0].length;
    if (ELSEWHERE.test(text.slice(end, end + 40))) continue;
    // What is above or below is in this text, whatever was named before.
    if (!match[5] && isBehindOther(text.slice(Math.max(0, match.index - 80), match.index))) continue;
    const kind = match[3] ? 'section' : 'paragraph';
    const list = match[4];
    const listAt = match.index + match[0].indexOf(list, (match[1] ?? match[2] ?? match[3]).length);
    const side = match[5]?.toLowerCase() as 'above' | 'below' | undefined;
    const sideAt = match.index + match[0].length - (match[5]?.length ?? 0);
    for (const number of list.matchAll(NUMBER)) {
      // "paragraph 3" alone is a resolution's or an agreement's more often than ours; "paragraph 3 above" is ours.
      if (kind === 'paragraph' && !number[0].includes('.') && !side) continue;
      const start = listAt + number.index;
      found.push({
        kind,
        number: number[0],
        span: { start, end: start + number[0].length },
        side: side ?? null,
        sideSpan: side ? { start: sideAt, end: sideAt + side.length } : null,
      });
    }
  }
  return found;
}

const isBehindOther = (before: string): boolean => OTHER_DOCUMENT.some(one => one.test(before));

/** What numbers lead to: the first paragraph or section that carries each. */
export function numberedPlaces(report: Report): Map<string, Paragraph | Section> {
  const places = new Map<string, Paragraph | Section>();
  for (const section of allSections(report.sections)) {
    if (section.number && !places.has(section.number)) places.set(section.number, section);
  }
  for (const { paragraph } of allParagraphs(report.sections)) {
    if (paragraph.number && !places.has(paragraph.number)) places.set(paragraph.number, paragraph);
  }
  return places;
}
