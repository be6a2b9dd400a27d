import { perBlock } from '../../reading/per-block.ts';
import type { ReadBlock } from '../../reading/reading.ts';
import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { inReport, isRunning, replaceBy } from '../text/help.ts';

/** Nouns that name a kind of thing: with a capital only inside a name. */
const GENERIC =
  'Workshop|Paper|Meeting|Seminar|Training|Document|Study|Survey|Report|Webinar|Exercise|Assessment|Strategy|Project|Programme|Framework|Platform|Toolkit|Session|Forum|Dialogue|Questionnaire|Publication';

/** `held a validation Workshop on`, `a Paper`, `a revised Document`: after an article and common words, before common words. */
const GENERIC_CAPITAL = new RegExp(
  `(?<![\\w-])(?:an?)\\s(?:[a-z][a-z-]{2,20}\\s){0,2}(${GENERIC})(?=[.;,)(]|\\s(?:[a-z(]|$)|$)(?!\\s(?:of|on|for|in)\\s(?:the\\s)?[A-Z])`,
  'g',
);

/** `and National strategies`: an adjective with a capital before a common noun, inside a sentence. */
const ADJECTIVE_CAPITAL =
  /(?<=[a-z]\s)(National|Regional|International|Global|Technical|Legal)\s(?=(?:strategy|strategies|policy|policies|level|levels|authority|authorities|legislation|capacity|capacities|cooperation|frameworks?|plans?|experts?|standards|measures|assistance|activities|workshops?|priorities|governments?|efforts|organizations?)\b)/g;

/** `issued recommendations on`: what a study group approves is a Recommendation. */
const RECOMMENDATIONS =
  /\b(?:issued|approved|adopted|agreed|determined|consented|published|revised)\s(?:(?:[a-z]+|\d{1,3})\s){0,2}(recommendations?)(?=[\s,.;:])/g;

export const capitals: Rule = {
  id: 'terms/capital',
  title: 'A capital where none belongs, or none where one does',
  severity: 'info',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    const tell = (start: number, word: string, right: string): void =>
      remark({
        at: { start, end: start + word.length },
        say: right[0] === right[0].toUpperCase() ? 'terms/capital#recommendation' : 'terms/capital',
        with: { word, right },
        fixes: replaceBy(say('terms:fix', { right }), { start, end: start + word.length }, right, false),
      });
    for (const found of block.prose.matchAll(GENERIC_CAPITAL)) {
      const [all, noun] = found;
      tell(found.index + all.lastIndexOf(noun), noun, noun.toLowerCase());
    }
    for (const found of block.prose.matchAll(ADJECTIVE_CAPITAL))
      tell(found.index, found[1], found[1].toLowerCase());
    if (!block.citations.some(citation => citation.kind === 'recommendation')) return;
    for (const found of block.prose.matchAll(RECOMMENDATIONS)) {
      const [all, noun] = found;
      tell(found.index + all.length - noun.length, noun, noun.replace('r', 'R'));
    }
  },
};

const EACH_UP_TO = 6;

interface Place extends Span {
  readonly place: string;
  readonly word: string;
}

/** Words before which capitals say nothing: the same noun is a name after one and a common noun after another. */
const NO_MODIFIER =
  /^(?:the|an?|and|or|of|in|on|at|to|for|from|by|with|as|its|their|this|these|that|those|each|all|any|other|new|both|such|no|our|his|her|first|second|third|several|various|many|more|most|held|ITU)$/i;

const PAIR = /(?<![\w'-])([A-Za-z][A-Za-z-]{1,24})\s([A-Za-z][a-z]{3,24})(?![\w'-])/g;

/**
 * The same two words with and without a capital on the second, inside sentences: `Arab Region` and `Arab region`.
 * The rarer form is flagged. Headings, quotations and the first word of a sentence are left out.
 */
export const capitalsMixed: Rule = {
  id: 'terms/capital-consistency',
  title: 'The same words with and without capitals',
  severity: 'info',
  timing: 'settled',
  report({ reading }, remark) {
    const pairs = new Map<string, { upper: Place[]; lower: Place[] }>();
    const running = reading.blocks.filter(isRunning);
    const placed = (block: ReadBlock, { start, end, word }: Pair): Place => ({
      ...inReport(block, start, end),
      place: block.block.place,
      word,
    });
    // Capitals are rare: only what has them somewhere is looked for without.
    for (const block of running) {
      for (const pair of pairsOf(block).upper) {
        const one = pairs.get(pair.key) ?? { upper: [], lower: [] };
        pairs.set(pair.key, one);
        one.upper.push(placed(block, pair));
      }
    }
    for (const block of running) {
      for (const pair of pairsOf(block).lower) pairs.get(pair.key)?.lower.push(placed(block, pair));
    }
    const told = new Set<number>();
    for (const { upper, lower } of pairs.values()) {
      if (upper.length === 0 || lower.length === 0) continue;
      const rarer = (upper.length <= lower.length ? upper : lower).filter(place => !told.has(place.start));
      const usual = upper.length <= lower.length ? lower : upper;
      const shown = rarer.length > EACH_UP_TO ? rarer.slice(0, 1) : rarer;
      for (const { start, end, place, word } of shown) {
        told.add(start);
        remark({
          at: { start, end },
          say: 'terms/capital-consistency',
          with: { word, usual: usual[0].word },
          place,
          related: [usual[0], ...(shown.length < rarer.length ? rarer.slice(1) : [])].map(other => ({
            span: { start: other.start, end: other.end },
            paragraph: other.place,
            message: say('terms/capital-consistency:related', { word: other.word }),
          })),
          fixes: replaceBy(
            say('terms:fix', { right: recased(word, usual[0].word) }),
            { start, end },
            recased(word, usual[0].word),
            false,
          ),
        });
      }
    }
  },
};

/** The capitals of `model` on the second word of `word`; regions of other names keep their own first word. */
function recased(word: string, model: string): string {
  const at = word.lastIndexOf(' ') + 1;
  const upper = /[A-Z]/.test(model[model.lastIndexOf(' ') + 1]);
  return word.slice(0, at) + (upper ? word[at].toUpperCase() : word[at].toLowerCase()) + word.slice(at + 1);
}

/** Written with capitals as the name of one, without as the kind: both are right in one report. */
const EITHER_WAY =
  /^(?:study groups?|focus groups?|working groups?|action (?:plans?|lines?)|member states?|sector members?|advisory groups?|plenipotentiary conference|regional (?:office|initiative)s?)$/i;

/** Names of regions: what follows them should be written one way for all. */
const REGION =
  /^(?:Africa|African|Arab|Americas|American|Europe|European|CIS|Asia|Asian|Asia-Pacific|Caribbean|Pacific|States)$/;

/** A word with a capital right before, or before a small word: the pair goes on with its name. */
const LEADING_NAME = /([A-Z][a-z]+)\s(?:(?:and|of|for)\s)?$/;

/** Two words in a row; offsets count from the block's start. */
interface Pair extends Span {
  readonly key: string;
  readonly word: string;
}

const pairsOf = perBlock(({ prose }) => {
  const upper: Pair[] = [];
  const lower: Pair[] = [];
  // The second word of one pair is the first of the next: the pattern is set back, so it has to be this call's own.
  const pattern = new RegExp(PAIR);
  for (let at = 0; ; ) {
    pattern.lastIndex = at;
    const found = pattern.exec(prose);
    if (!found) return { upper, lower };
    const [all, first, second] = found;
    at = found.index + first.length + 1;
    if (NO_MODIFIER.test(first) && !(first === 'ITU' && /^workshop$/i.test(second))) continue;
    const isName = second[0] !== second[0].toLowerCase();
    const follows = prose.slice(found.index + all.length, found.index + all.length + 3);
    // A capital inside a longer name (`Arab Regional Centre`, `Network and Information Security`) says nothing.
    const before = LEADING_NAME.exec(prose.slice(Math.max(0, found.index - 24), found.index));
    if (isName && (/^\s[A-Z]/.test(follows) || (before && !NO_MODIFIER.test(before[1])))) continue;
    if (EITHER_WAY.test(all)) continue;
    const region = REGION.test(first) && /^regions?$/i.test(second);
    const key = region ? '(region)' : `${first} ${second}`.toLowerCase();
    (isName ? upper : lower).push({ start: found.index, end: found.index + all.length, key, word: all });
  }
});
