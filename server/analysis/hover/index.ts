import type { Citation } from '../../citations/citation.ts';
import { t } from '../../messages/translate.ts';
import { placeName } from '../../report/place-name.ts';
import type { Span } from '../../text/span.ts';
import { escaped } from '../markdown.ts';
import { keyOf, mentionAt, mentionsIn, yearOfReading } from '../mentions.ts';
import type { Analysis } from '../project.ts';
import { acronym } from './acronym.ts';
import { figure } from './figure.ts';
import { describeInstrument } from './instrument.ts';
import { mark } from './mark.ts';
import { describeEntry } from './recommendation.ts';

/** What the reader wants to know of the words at a place: Markdown, a paragraph a line. */
export interface HoverText {
  readonly span: Span;
  readonly lines: readonly string[];
}

/** One thing that may stand at a place and has something to say. */
type Finder = (analysis: Analysis, offset: number) => HoverText | undefined;

const FINDERS: readonly Finder[] = [mark, identifier, figure, acronym];

/** The first finder that knows the words at an offset answers. */
export function hoverAt(analysis: Analysis, offset: number): HoverText | undefined {
  for (const find of FINDERS) {
    const found = find(analysis, offset);
    if (found) return found;
  }
  return undefined;
}

function identifier(analysis: Analysis, offset: number): HoverText | undefined {
  const mention = mentionAt(analysis, offset);
  if (!mention) return undefined;
  const { citation } = mention;
  const lines = describeCitation(analysis, citation);
  return { span: mention.span, lines: [...lines, ...announced(analysis, keyOf(citation))] };
}

/** Where facts on identifiers come from, and the day they are judged by; null judges nothing. */
export type IdentifierFacts = Pick<Analysis, 'catalogue' | 'instruments' | 'date'>;

/** What is known of an identifier, a paragraph a line; of a Recommendation that is none, what is near it. */
export function describeCitation(facts: IdentifierFacts, citation: Citation): string[] {
  const sector = citation.sector === 'ITU-R' || citation.sector === 'ITU-T' ? citation.sector : undefined;
  const entry = facts.catalogue.get(citation.id, sector);
  return entry
    ? describeEntry(entry, citation, facts.date)
    : (describeInstrument(facts.instruments, citation, facts.date) ??
        unknown(facts, citation.id, citation.kind));
}

function unknown({ catalogue }: IdentifierFacts, id: string, kind: string): string[] {
  if (kind !== 'recommendation') return [`**${escaped(id)}**`];
  const near = catalogue
    .nearest(id)
    .map(entry => `${escaped(entry.id)}${entry.title ? ` (${escaped(entry.title)})` : ''}`);
  return [
    `**${escaped(id)}**`,
    t('The catalogue has no such number'),
    ...(near.length > 0 ? [t('Near it: {near}', { near: near.join(' · ') })] : []),
  ];
}

/** In which earlier reports the thing was named, with the paragraphs. */
function announced(analysis: Analysis, key: string): string[] {
  const earlier = analysis.archive.flatMap(reading => {
    const places = [...new Set(mentionsIn(reading, key).map(mention => mention.block.block.place))];
    return places.length > 0
      ? [`${yearOfReading(reading) ?? escaped(reading.path)}: ${escaped(places.map(placeName).join(', '))}`]
      : [];
  });
  return earlier.length > 0
    ? [t('Named in earlier reports — {places}', { places: earlier.join(' · ') })]
    : [];
}
