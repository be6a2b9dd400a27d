import type { CatalogueSector } from '../../catalogue/entry.ts';
import type { Citation } from '../../citations/citation.ts';
import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import type { Fix, Rule } from '../rule.ts';
import { type Cited, citedTexts, isWorkingName } from './known.ts';
import { remembered } from './memory.ts';

const SECTOR = /ITU\s?-\s?([TR])(?!\w)/g;

/** The sector as the text says it of a number: in its own prefix, else in that of the list it stands in. */
interface Written {
  readonly sector: CatalogueSector;
  /** Where it says so of this number; undefined where it says so of the list. */
  readonly at?: Span;
}

export const sector: Rule = {
  id: 'recommendation/sector',
  title: 'A number belongs to the other sector',
  severity: 'warning',
  timing: 'settled',
  judge(block, { catalogue }, remark) {
    for (const cited of citedTexts(block)) {
      const { citation } = cited;
      if (citation.kind !== 'recommendation' || citation.of !== undefined || isWorkingName(citation))
        continue;
      const written = sectorWritten(cited);
      const series = /^[A-Z]{1,3}(?=\.)/.exec(citation.id)?.[0];
      if (!written || !series || !catalogue.hasRead(series, written.sector)) continue;
      const [right, ...more] = remembered(catalogue, `sectors ${citation.id}`, () =>
        catalogue.sectorsOf(citation.id),
      );
      if (!right || more.length > 0 || right === written.sector) continue;
      remark({
        at: { start: written.at?.start ?? citation.core.start, end: citation.core.end },
        say: 'recommendation/sector',
        with: { id: citation.id, right, written: written.sector },
        fixes: () => [fix(cited, written, right)],
      });
    }
  },
};

function sectorWritten({ citation, first, block }: Cited): Written | undefined {
  const own = lastSector(block.view, citation);
  if (own || citation.prefixed) return own;
  const shared = lastSector(block.view, first);
  return shared && { sector: shared.sector };
}

function lastSector(view: string, { start, core }: Citation): Written | undefined {
  const prefix = view.slice(start, core.start);
  // Most numbers stand in a list, without a prefix of their own.
  const found = prefix.includes('ITU') ? [...prefix.matchAll(SECTOR)].at(-1) : undefined;
  if (!found) return undefined;
  const at = start + found.index;
  return { sector: `ITU-${found[1]}` as CatalogueSector, at: { start: at, end: at + found[0].length } };
}

function fix({ citation }: Cited, { sector, at }: Written, right: CatalogueSector): Fix {
  const place = at ?? { start: citation.core.start, end: citation.core.start };
  return {
    title: at
      ? say('recommendation/sector:fix', { written: sector, right })
      : say('recommendation/sector:fix-insert', { id: citation.id, right }),
    edits: [{ ...place, newText: at ? right : `${right} ` }],
    exact: false,
  };
}
