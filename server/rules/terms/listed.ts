import data from '../../../data/terms.json' with { type: 'json' };
import { t } from '../../messages/translate.ts';
import { perBlock } from '../../reading/per-block.ts';
import type { BlockReading } from '../../reading/reading.ts';
import { scannedUnquoted, unquoted } from '../../reading/shared.ts';
import { dayNumber } from '../../text/dates.ts';
import { lazy } from '../../text/lazy.ts';
import { Watch } from '../../text/pattern/pattern.ts';
import { placesOfWords } from '../../text/pattern/places.ts';
import { say } from '../messages.ts';
import type { Remark, Rule } from '../rule.ts';
import { replaceBy } from '../text/help.ts';
import { type Match, TermMatcher } from './matcher.ts';
import { sinceOf, type Term, type TermKind, type TermList } from './term.ts';

/** The list that ships. */
export const builtinTerms = data as TermList;

/** The wrong forms of a block, found once for the rules that share a list. */
type MatchesOf = (block: BlockReading) => readonly Match[];

/** Looks for the words with which the terms that ship begin. */
const SHIPPED = new Watch(() => placesOfWords(new TermMatcher(builtinTerms.terms).firstWords));

/**
 * The rules that read a list of terms; a workspace's own terms come in front of those that ship, and are looked for
 * word by word.
 */
export function termRules(terms: readonly Term[]): Rule[] {
  const matcher = lazy(() => new TermMatcher(terms));
  const shipped = new Set(builtinTerms.terms);
  const own = terms.some(term => !shipped.has(term));
  const matchesOf: MatchesOf = perBlock(block =>
    matcher().matches(unquoted(block), own ? undefined : SHIPPED.placesIn(scannedUnquoted(block))),
  );
  return [
    fromList('terms/name', 'A name is not written as its bearer writes it', 'warning', 'name', matchesOf),
    fromList(
      'terms/official-name',
      'A country by another name than its official one',
      'info',
      'official',
      matchesOf,
    ),
    formerName(matchesOf),
    fromList('terms/misspelling', 'A word is misspelt', 'warning', 'misspelling', matchesOf),
    fromList('terms/house-spelling', 'Not the spelling of the house', 'info', 'spelling', matchesOf),
    fromList('terms/wording', 'A turn of phrase to avoid', 'info', 'wording', matchesOf),
  ];
}

type ListedKey =
  | 'terms/name'
  | 'terms/official-name'
  | 'terms/misspelling'
  | 'terms/house-spelling'
  | 'terms/wording';

function fromList(
  id: ListedKey,
  title: string,
  severity: 'warning' | 'info',
  kind: TermKind,
  matchesOf: MatchesOf,
): Rule {
  return {
    id,
    title,
    severity,
    timing: 'settled',
    block(block, remark) {
      if (block.kind === 'title') return;
      for (const match of matchesOf(block)) if (match.term.kind === kind) remark(remarkOn(id, block, match));
    },
  };
}

/** A name that a country or a body gave up: judged by the report's own date. */
const formerName = (matchesOf: MatchesOf): Rule => ({
  id: 'terms/former-name',
  title: 'A name that was changed before the report’s date',
  severity: 'warning',
  timing: 'settled',
  judge(block, { date }, remark) {
    if (!date) return;
    const today = dayNumber(date, 'start');
    for (const match of matchesOf(block)) {
      if (match.term.kind !== 'former') continue;
      const since = sinceOf(match.term);
      if (!since || dayNumber(since, 'end') > today) continue;
      const one = remarkOn('terms/former-name', block, match);
      remark({ ...one, with: { ...one.with, since: match.term.since?.slice(0, 4) ?? '' } });
    }
  },
});

function remarkOn(
  key: ListedKey | 'terms/former-name',
  block: BlockReading,
  { start, end, term }: Match,
): Remark {
  const found = block.text.slice(start, end).replace(/\s+/g, ' ');
  const right = likeWritten(term.write, found);
  // A name and a spelling have one right form; how to say a thing better, or what to call a country here, is a choice.
  const exact = term.kind === 'name' || term.kind === 'misspelling' || term.kind === 'spelling';
  // `write` may hold a choice of its own, "a / b": then each is offered.
  const choices = right.split(' / ');
  return {
    at: { start, end },
    say: key,
    with: {
      found,
      right: choices.reduce((a, b) => t('{a}” or “{b}', { a, b })),
      note: term.note ? ` ${t(term.note)}` : '',
    },
    fixes: () =>
      choices.flatMap(choice =>
        replaceBy(
          say('terms:fix', { right: choice }),
          { start, end },
          choice,
          exact && choices.length === 1,
        )(),
      ),
  };
}

/** The right form with the capitals and the apostrophes of the text: `Publicly` for `Publically`. */
function likeWritten(right: string, found: string): string {
  let out = right;
  if (/^[a-z]/.test(out) && /^[A-Z]/.test(found)) out = out[0].toUpperCase() + out.slice(1);
  return found.includes('\u2019') ? out.replaceAll("'", '\u2019') : out;
}
