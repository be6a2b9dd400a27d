import type { Span } from '../text/span.ts';
import { isWebAddress } from './markdown.ts';
import type { Analysis } from './project.ts';

/** Words of the draft that lead to a page. */
export interface PageLink {
  readonly span: Span;
  readonly url: string;
  /** What the reader finds there. */
  readonly title: string;
}

/** Every identifier with a page of ITU's that is known; the edition's own page where one is cited. */
export function linksOf(analysis: Analysis): PageLink[] {
  return analysis.reading.blocks.flatMap(({ block, citations }) =>
    citations.flatMap(citation => {
      const span = {
        start: block.span.start + citation.core.start,
        end: block.span.start + citation.core.end,
      };
      if (citation.kind === 'focus-group') {
        const url = analysis.instruments.group(citation.id)?.url;
        return url && isWebAddress(url) ? [{ span, url, title: citation.id }] : [];
      }
      const sector = citation.sector === 'ITU-R' || citation.sector === 'ITU-T' ? citation.sector : undefined;
      const entry = analysis.catalogue.get(citation.id, sector);
      const url = (citation.edition ? entry?.edition(citation.edition)?.url : undefined) ?? entry?.url;
      return entry && url && isWebAddress(url) ? [{ span, url, title: entry.title ?? entry.id }] : [];
    }),
  );
}
