import type { CatalogueSector, Entry } from '../catalogue/entry.ts';
import type { Resolution, Revision } from '../catalogue/instrument.ts';
import type { Span } from '../text/span.ts';
import { escaped } from './markdown.ts';
import type { Analysis } from './project.ts';

/** A proposal for what stands at the caret. */
export interface Completion {
  readonly label: string;
  readonly detail: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly replaces: Span;
  readonly newText: string;
  /** What the editor filters by: the label, and for a search by words the words as well. */
  readonly filterText: string;
  readonly kind: 'recommendation' | 'resolution' | 'heading' | 'number' | 'acronym' | 'term' | 'sentence';
}

/** What the caret stands behind, and what must be loaded to complete it. */
export interface CompletionAsk {
  readonly kind: 'number' | 'title' | 'resolution';
  /** What was typed of it. */
  readonly typed: string;
  readonly replaces: Span;
  readonly sector?: CatalogueSector;
  /** Whether `ITU-T` or another prefix stands before it. */
  readonly prefixed: boolean;
  /** Series or `all`, for Catalogue.ready. */
  readonly needs: readonly string[] | 'all';
}

/** The characters that call for proposals as they are typed. */
export const TRIGGERS = ['.', ' '];

const MOST = 60;
const LOOK_BACK = 120;

const NUMBER = /(?:\b(ITU-([TR])|Recs?\.|Recommendations?)[ \u00a0]+)?(?<![\w.])([A-Z]{1,3})\.([\w.]{0,12})$/;
const LISTED = /[A-Z]{1,3}\.\d[\w.]*(?:[ \u00a0]*,|[ \u00a0]+and)[ \u00a0]+[A-Z]{1,3}\.[\w.]{0,12}$/;
const TITLE =
  /\bITU-([TR])[ \u00a0]+((?!SG|Study|Focus|Question|Recommendation)[A-Za-z][\w-]{2,}(?: [\w-]+){0,6} ?)?$/;
const RESOLUTION = /\bRes(?:olution|\.)?[ \u00a0]+(\d{0,4})$/;

/**
 * What could be completed at an offset: a Recommendation by its number (`X.12`) or, behind `ITU-T`, by words of its
 * title; a resolution by its number. Undefined elsewhere, so that writing prose is never interrupted.
 */
export function completionAsk(analysis: Analysis, offset: number): CompletionAsk | undefined {
  const before = analysis.report.text
    .slice(Math.max(0, offset - LOOK_BACK), offset)
    .replace(/[\s\S]*[\r\n]/, '');
  const number = NUMBER.exec(before);
  if (number) {
    const [, prefix, letter, series, digits] = number;
    const typed = `${series}.${digits}`;
    const sector = letter ? (`ITU-${letter}` as CatalogueSector) : undefined;
    const prefixed = prefix !== undefined || LISTED.test(before);
    return {
      kind: 'number',
      typed,
      sector,
      prefixed,
      replaces: { start: offset - typed.length, end: offset },
      needs: [series],
    };
  }
  const resolution = RESOLUTION.exec(before);
  if (resolution) {
    const typed = resolution[1];
    return {
      kind: 'resolution',
      typed,
      prefixed: true,
      replaces: { start: offset - typed.length, end: offset },
      needs: [],
    };
  }
  const title = TITLE.exec(before);
  if (title) {
    const typed = title[2] ?? '';
    if (typed.trim().length < 3) return undefined;
    return {
      kind: 'title',
      typed,
      sector: `ITU-${title[1]}` as CatalogueSector,
      prefixed: true,
      replaces: { start: offset - typed.length, end: offset },
      needs: 'all',
    };
  }
  return undefined;
}

/** The proposals for what was asked; the catalogue's parts that it needs must be loaded. */
export function completionsFor(analysis: Analysis, ask: CompletionAsk): Completion[] {
  switch (ask.kind) {
    case 'number':
      return analysis.catalogue
        .startingWith(ask.typed, MOST * 4, ask.sector)
        .filter(entry => entry.kind === 'recommendation' || entry.kind === 'supplement')
        .slice(0, MOST)
        .map(entry => recommendation(entry, ask, entry.id));
    case 'title':
      return analysis.catalogue
        .searchTitle(ask.typed, MOST, ask.sector)
        .map(({ entry }) => recommendation(entry, ask, `${ask.typed} ${entry.title ?? ''}`));
    case 'resolution':
      return analysis.instruments.data.resolutions
        .filter(one => one.number.startsWith(ask.typed))
        .flatMap(one => resolution(analysis, one, ask));
  }
}

/** The house form: `Recommendation ITU-T X.1060`, of which only what is not yet there is inserted. */
function recommendation(entry: Entry, ask: CompletionAsk, filterText: string): Completion {
  const newest = entry.editions.at(-1);
  return {
    label: entry.id,
    detail: `${entry.sector}${newest ? ` (${newest.date.split('-').reverse().join('/')})` : ''}`,
    documentation: entry.title ? escaped(entry.title) : undefined,
    replaces: ask.replaces,
    newText: ask.prefixed
      ? entry.id
      : `${entry.kind === 'recommendation' ? 'Recommendation ' : ''}${entry.sector} ${entry.id}`,
    filterText,
    kind: 'recommendation',
  };
}

/** A resolution with the revision in force on the report's day; without a confirmed one there is no proposal. */
function resolution(analysis: Analysis, found: Resolution, ask: CompletionAsk): Completion[] {
  const revision = analysis.date
    ? analysis.instruments.revisionAt(found, analysis.date)
    : found.revisions.findLast(one => !one.unverified);
  if (!revision) return [];
  const newText = `${found.number} ${bracketed(revision)}`;
  return [
    {
      label: `Resolution ${newText}`,
      detail: found.body,
      documentation: found.title ? escaped(found.title) : undefined,
      replaces: ask.replaces,
      newText,
      filterText: found.number,
      kind: 'resolution',
    },
  ];
}

const bracketed = ({ place, year, first }: Revision): string =>
  place ? `(${first ? '' : 'Rev. '}${place}, ${year})` : `(${year})`;
