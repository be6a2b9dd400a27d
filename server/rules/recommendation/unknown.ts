import type { CatalogueSector, Entry } from '../../catalogue/entry.ts';
import type { Citation } from '../../citations/citation.ts';
import { say } from '../messages.ts';
import type { Facts, Fix, Rule } from '../rule.ts';
import { additionOf, CATALOGUE_FILE } from './addition.ts';
import { type Cited, catalogueSector, citedTexts, entryOf, isCovered, isWorkingName } from './known.ts';
import { remembered } from './memory.ts';
import { titleBeside, wordsIn } from './quoted.ts';
import { bearersOf } from './titles.ts';

/** How many numbers are offered for a wrong one. */
const MOST_NEAR = 3;

/** More unknown numbers in one paragraph are helped by no neighbours; each costs a search of the series. */
const MOST_SEARCHED = 200;

/** How far before a number the word "draft" speaks of it. */
const REACH = 60;

export const unknown: Rule = {
  id: 'recommendation/unknown',
  title: 'No text with this number is known',
  severity: { drafting: 'hint', review: 'hint', submission: 'info' },
  timing: 'settled',
  anyLanguage: true,
  judge(block, facts, remark) {
    const { catalogue, date } = facts;
    // After the month of the facts anything may have been approved.
    if (!date || !isCovered(catalogue, date)) return;
    const searched = new Set<string>();
    for (const cited of citedTexts(block)) {
      const { citation } = cited;
      if (
        !isNumber(citation) ||
        entryOf(catalogue, citation) ||
        isDraft(cited) ||
        !wouldBeKnown(facts, citation)
      )
        continue;
      const beside = titleBeside(block, citation);
      const words = beside && wordsIn(block, beside.inner);
      const sector = catalogueSector(citation);
      const bearers = words ? bearersOf({ catalogue, date, sector }, words) : [];
      const key = `near ${sector} ${citation.id}`;
      if (searched.size < MOST_SEARCHED) searched.add(key);
      const near = searched.has(key)
        ? remembered(catalogue, key, () => catalogue.nearest(citation.id, MOST_NEAR, sector))
        : [];
      const likely = [...bearers, ...near.filter(entry => !bearers.some(({ id }) => id === entry.id))];
      remark({
        at: citation.core,
        say:
          bearers.length > 0
            ? 'recommendation/unknown#titled'
            : near.length > 0
              ? 'recommendation/unknown'
              : 'recommendation/unknown#alone',
        with: {
          id: citation.id,
          asOf: catalogue.about?.asOf ?? '',
          near: near.map(({ id }) => id).join(', '),
          other: bearers.map(({ id }) => id).join(', '),
        },
        fixes: () => fixes(cited, likely, words),
      });
    }
  },
};

/** Parts of texts, reports and names are not all in the facts; numbers of Recommendations and Supplements are. */
const isNumber = (citation: Citation): boolean =>
  (citation.kind === 'recommendation' || citation.kind === 'supplement') &&
  citation.of === undefined &&
  !isWorkingName(citation) &&
  !/\s/.test(citation.id);

/** A draft may still get another number, and what is determined or consented is a draft. */
function isDraft({ first, block }: Cited): boolean {
  const before = block.view.slice(Math.max(0, first.start - REACH), first.start);
  return /\b(?:drafts?|determined?|consent(?:ed)?)\b/i.test(before);
}

/** Whether the series is loaded in every sector that may be meant, so that what is not found is not there. */
function wouldBeKnown({ catalogue }: Facts, { id, alsoKnownAs }: Citation): boolean {
  if (alsoKnownAs?.some(part => catalogue.get(part) !== undefined)) return false;
  const series = /^[A-Z]{1,3}(?=\.)/.exec(id)?.[0];
  const sectors: readonly CatalogueSector[] = ['ITU-T', 'ITU-R'];
  return series !== undefined && sectors.every(sector => catalogue.hasRead(series, sector));
}

function fixes({ citation }: Cited, likely: readonly Entry[], title: string | undefined): Fix[] {
  const changes = likely.map(
    (entry): Fix => ({
      title: say('recommendation/unknown:fix', { id: entry.id, title: entry.title ?? '' }),
      edits: [{ ...citation.core, newText: entry.id }],
      exact: false,
    }),
  );
  const addition = additionOf({ id: citation.id, sector: catalogueSector(citation) ?? 'ITU-T', title });
  return [
    ...changes,
    {
      title: say('recommendation/unknown:fix-catalogue', { id: citation.id, file: CATALOGUE_FILE }),
      edits: [],
      files: [addition],
      exact: false,
    },
  ];
}
