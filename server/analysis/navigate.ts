import type { Reading } from '../reading/reading.ts';
import { findCrossReferences, numberedPlaces } from '../report/crossrefs.ts';
import type { Report } from '../report/model.ts';
import { contains, type Span } from '../text/span.ts';
import { figureAt } from './figures.ts';
import { keyOf, mentionAt, mentionsIn, mentionsOf } from './mentions.ts';
import type { Analysis } from './project.ts';

/** A place in the draft or in an earlier report. */
export interface Place {
  readonly reading: Reading;
  readonly span: Span;
}

/**
 * Where the thing at an offset comes from: for an identifier the first report that named it, for a cross-reference
 * its paragraph, for a footnote mark the footnote's text.
 */
export function definitionOf(analysis: Analysis, offset: number): Place | undefined {
  const { reading } = analysis;
  const target = crossReferenceTarget(analysis.report, offset) ?? footnoteText(analysis.report, offset);
  if (target) return { reading, span: target };
  const mention = mentionAt(analysis, offset);
  const first = mention && mentionsOf(analysis, keyOf(mention.citation))[0];
  return first && { reading: first.reading, span: first.span };
}

/** Every place, in draft and archive, that speaks of the thing at an offset. */
export function referencesOf(analysis: Analysis, offset: number): Place[] {
  const { reading, report } = analysis;
  const mention = mentionAt(analysis, offset);
  if (mention)
    return mentionsOf(analysis, keyOf(mention.citation)).map(({ reading, span }) => ({ reading, span }));
  const figure = figureAt(analysis, offset)?.series;
  if (figure) return figure.points.map(({ reading, span }) => ({ reading, span }));
  const number = numberAt(report, offset);
  if (!number) return [];
  const own = numberedPlaces(report).get(number)?.numberSpan;
  const references = findCrossReferences(report).filter(reference => reference.number === number);
  return [...(own ? [own] : []), ...references.map(reference => reference.span)].map(span => ({
    reading,
    span,
  }));
}

/** The places of the draft alone that speak of the thing at an offset. */
export function highlightsOf(analysis: Analysis, offset: number): Span[] {
  const mention = mentionAt(analysis, offset);
  if (mention) return mentionsIn(analysis.reading, keyOf(mention.citation)).map(({ core }) => core);
  return referencesOf(analysis, offset)
    .filter(({ reading }) => reading === analysis.reading)
    .map(({ span }) => span);
}

/** The paragraph or section number at an offset: where it is given, or where the text refers to it. */
function numberAt(report: Report, offset: number): string | undefined {
  const at = { start: offset, end: offset };
  for (const [number, place] of numberedPlaces(report))
    if (place.numberSpan && contains(place.numberSpan, at)) return number;
  return findCrossReferences(report).find(reference => contains(reference.span, at))?.number;
}

function crossReferenceTarget(report: Report, offset: number): Span | undefined {
  const at = { start: offset, end: offset };
  const reference = findCrossReferences(report).find(one => contains(one.span, at));
  const place = reference && numberedPlaces(report).get(reference.number);
  return place?.numberSpan ?? place?.span;
}

function footnoteText(report: Report, offset: number): Span | undefined {
  const at = { start: offset, end: offset };
  return report.footnotes.find(note => note.mark && contains(note.mark, at))?.body ?? undefined;
}
