import type { Entry } from '../../catalogue/entry.ts';
import { perBlockAnd } from '../../reading/per-block.ts';
import type { BlockReading, ReadBlock } from '../../reading/reading.ts';
import type { Report } from '../../report/model.ts';
import type { Span } from '../../text/span.ts';
import { MASK } from '../../text/view.ts';
import { say } from '../messages.ts';
import type { Edit, Facts, Rule } from '../rule.ts';
import { inReport } from '../text/help.ts';
import { nameOf } from './known.ts';
import { remembered } from './memory.ts';
import { wordsIn } from './quoted.ts';
import { namelessSupplements } from './supplement-number.ts';
import { candidatesOf, FEWEST_WORDS, type TitleCandidate } from './title-candidates.ts';
import { seriesForTitles } from './title-series.ts';
import { firstBorne } from './titles.ts';

export const numberMissing: Rule = {
  id: 'recommendation/number-missing',
  title: 'A title stands without its number',
  severity: 'hint',
  timing: 'settled',
  judge(block, facts, remark) {
    for (const { start, end, after, base, supplements } of namelessSupplements(block, facts)) {
      remark({
        at: { start, end },
        say: 'recommendation/number-missing#supplement',
        with: { name: nameOf(base), names: supplements.map(({ id }) => id).join(', ') },
        fixes: () =>
          supplements.map(supplement => ({
            title: say('recommendation/number-missing:fix', { id: supplement.id }),
            edits: [{ start: after, end: after, newText: ` ${nameOf(supplement)}` }],
            exact: false,
          })),
      });
    }
  },
  report({ report, reading, facts }, remark) {
    if (!report.recognised) return;
    for (const block of reading.blocks) {
      if (candidatesOf(block).length === 0 || !speaksOfTexts(report, block)) continue;
      const titles = titlesWithoutNumber(block, facts);
      const all = titles.map(one => insertion(block, one, one.bearers[0]));
      for (const title of titles) {
        const names = title.bearers.map(nameOf);
        remark({
          at: inReport(block, title.start, title.end),
          say: names.length > 1 ? 'recommendation/number-missing#several' : 'recommendation/number-missing',
          with: { name: names[0], names: names.join(', ') },
          place: block.block.place,
          fixes: () => [
            ...title.bearers.map(bearer => ({
              title: say('recommendation/number-missing:fix', { id: bearer.id }),
              edits: [insertion(block, title, bearer)],
              exact: false,
            })),
            ...(all.length > 1
              ? [
                  {
                    title: say('recommendation/number-missing:fix-all', { count: all.length }),
                    edits: all,
                    exact: false,
                  },
                ]
              : []),
          ],
        });
      }
    }
  },
};

interface FoundTitle extends Span {
  readonly kind: TitleCandidate['kind'];
  /** The texts that bear the title: one, or several that share it. */
  readonly bearers: readonly Entry[];
}

const titlesWithoutNumber = perBlockAnd((block, facts: Facts): readonly FoundTitle[] => {
  const found: FoundTitle[] = [];
  const loaded = seriesForTitles(block).filter(series => facts.catalogue.hasRead(series, 'ITU-T'));
  for (const candidate of candidatesOf(block)) {
    // A title may have taken up the points behind it.
    if (candidate.start < (found.at(-1)?.end ?? 0)) continue;
    const title = recognise(facts, block, candidate, loaded);
    if (title && !title.bearers.some(({ id }) => cites(block, id))) found.push(title);
  }
  return found;
});

/** Whether the paragraph gives the number at another place: "X.1060 and X.1061. The former, “…”". */
const cites = ({ citations }: BlockReading, id: string): boolean =>
  citations.some(citation => citation.id === id);

/** An item alone says nothing; its paragraph says what the items are. */
function speaksOfTexts({ text }: Report, { block, kind }: ReadBlock): boolean {
  if (kind !== 'item' || !block.paragraph) return true;
  const { start, end } = block.paragraph.body;
  return /\b(?:Recommendations?|Supplements?)\b/.test(text.slice(start, Math.min(end, start + 2000)));
}

/** How many words a query needs: "Overview" alone finds nothing. */
const QUERY_WORDS = 4;

/** The title that a candidate is, in its longest form; undefined where no text bears it. */
function recognise(
  { catalogue, date }: Facts,
  block: BlockReading,
  { start, end, kind, longer }: TitleCandidate,
  loaded: readonly string[],
): FoundTitle | undefined {
  const spans = [...longer, { start, end }];
  const titles = spans.map(span => wordsIn(block, span));
  const count = (title: string) => title.split(' ').length;
  const key = `title ${loaded} ${date?.year}-${date?.month}-${date?.day} ${titles[0]}\n${titles.at(-1)}`;
  const borne = remembered(catalogue, key, () => {
    const query = titles.findLast(title => count(title) >= QUERY_WORDS) ?? titles[0];
    return count(titles[0]) < FEWEST_WORDS
      ? undefined
      : firstBorne({ catalogue, date, sector: 'ITU-T' }, titles, query);
  });
  return borne && { ...spans[borne.index], kind, bearers: borne.bearers };
}

/** The number in house form before the title, with as much of the prefix as the text lacks. */
function insertion(block: ReadBlock, { start, kind }: FoundTitle, bearer: Entry): Edit {
  const at = kind === 'quoted' ? start - 1 : start;
  const newText =
    kind === 'quoted'
      ? `${prefixFor(block.view.slice(Math.max(0, at - 40), at), bearer)}, `
      : `${nameOf(bearer)} `;
  return { ...inReport(block, at, at), newText };
}

function prefixFor(before: string, bearer: Entry): string {
  const text = before.replaceAll(MASK, '');
  if (/ITU-[TR]\s*$/.test(text)) return bearer.id;
  if (/(?:Recommendations?|Recs?\.?|Supplements?|Reports?)\s*$/i.test(text)) return nameOf(bearer);
  const noun =
    bearer.kind === 'supplement' ? 'Supplement ' : bearer.kind === 'recommendation' ? 'Recommendation ' : '';
  return noun + nameOf(bearer);
}
