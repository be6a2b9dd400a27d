import type { Entry } from '../../catalogue/entry.ts';
import { say } from '../messages.ts';
import type { Facts, Fix, Rule } from '../rule.ts';
import { type Cited, catalogueSector, citedTexts, entryOf, isWorkingName, nameOf } from './known.ts';
import { type Quoted, titleBeside, wordsIn } from './quoted.ts';
import { bearersOf, fitOf, NEAR_TITLE, OTHER_TITLE } from './titles.ts';

/** Close enough to let pass: an article, a plural, a word of the house. */
const LET_PASS = 0.85;

export const title: Rule = {
  id: 'recommendation/title',
  title: 'A title does not belong to the number beside it',
  severity: 'warning',
  timing: 'settled',
  judge(block, facts, remark) {
    for (const cited of citedTexts(block)) {
      const beside = titleBeside(block, cited.citation);
      if (!beside || isWorkingName(cited.citation)) continue;
      const found = compare(facts, cited, wordsIn(block, beside.inner));
      if (!found) continue;
      const { entry, fit, others } = found;
      // Without another bearer only a title that has nothing of the right one is surely wrong.
      const sure = others.length > 0 ? fit < NEAR_TITLE : fit < OTHER_TITLE;
      const quoted = shortened(wordsIn(block, beside.inner));
      remark({
        at: beside.inner,
        say:
          others.length > 0
            ? 'recommendation/title'
            : sure
              ? 'recommendation/title#other'
              : 'recommendation/title#differs',
        with: { quoted, name: nameOf(entry), title: entry.title ?? '', other: others.map(nameOf).join(', ') },
        severity: sure ? 'warning' : 'info',
        fixes: () => fixes(cited, beside, entry, others),
      });
    }
  },
};

interface Comparison {
  readonly entry: Entry;
  readonly fit: number;
  /** Other texts that bear the quoted title. */
  readonly others: readonly Entry[];
}

/** The title held against the number's; undefined where it fits, or where nothing certain is known of the number. */
function compare({ catalogue, date }: Facts, { citation }: Cited, quoted: string): Comparison | undefined {
  const entry = entryOf(catalogue, citation);
  if (!entry || entry.unverified || entry.title === null) return undefined;
  const base = citation.of === undefined ? undefined : catalogue.get(citation.of, entry.sector);
  const fit = fitOf(entry, base, quoted);
  if (fit >= LET_PASS) return undefined;
  const bearers = bearersOf({ catalogue, date, sector: catalogueSector(citation) }, quoted);
  const others = bearers.filter(other => other.id !== entry.id);
  // The title of a draft changes until it is approved.
  const isDraft = date !== null && entry.editions.length > 0 && entry.editionAt(date) === undefined;
  return isDraft && others.length === 0 ? undefined : { entry, fit, others };
}

/** A title of a few lines would hide the rest of the message. */
const shortened = (text: string): string => (text.length > 100 ? `${text.slice(0, 97).trimEnd()}…` : text);

function fixes({ citation, block }: Cited, { inner }: Quoted, entry: Entry, others: readonly Entry[]): Fix[] {
  const found = others.map(
    (other): Fix => ({
      title: say('recommendation/title:fix-number', { id: other.id }),
      edits: [{ ...citation.core, newText: other.id }],
      exact: false,
    }),
  );
  const right = (citation.edition && entry.edition(citation.edition)?.title) || entry.title;
  // A link or emphasis inside the title would be lost with it.
  if (right && !/[*_[\]`<>]/.test(block.text.slice(inner.start, inner.end))) {
    found.push({
      title: say('recommendation/title:fix-title', { title: right }),
      edits: [{ ...inner, newText: right }],
      exact: false,
    });
  }
  return found;
}
