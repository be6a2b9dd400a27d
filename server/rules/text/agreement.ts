import { scannedProse, sentencesOf } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { firstIndex } from '../../text/search.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { isRunning, replaceBy } from './help.ts';

/** Nouns that reports count, in the singular, and how they end in the plural. */
const COUNTED =
  'country|region|activity|workshop|project|initiative|organization|recommendation|meeting|participant|expert|event|report|session|training course|partner|stakeholder|strategy|assessment|measure|proposal|contribution|institution|agency|government|administration|operator|challenge|opportunity|document|guideline|question|resolution|drill|team';

/** What asks for a plural; `other` alone does not. */
const MANY =
  'several|various|many|numerous|a number of|a series of|a range of|a variety of|these|those|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|\\d{2,6}';

/** What may follow the end of a noun phrase: a singular noun before it is no part of a longer name. */
const FOLLOWS =
  '(?=[.;:!?)]|\\s(?:of|in|from|to|for|at|on|by|with|were|was|are|is|have|has|had|that|which|who|during|across|through|under|including|will|since|and the)\\b|$)';

const PLURAL_WANTED = new Pattern(
  new RegExp(`(?<![\\w$.,/-])(${MANY})\\s((?:[a-z-]{3,16}\\s){0,1}?)(${COUNTED})${FOLLOWS}`, 'i'),
);

const pluralOf = (noun: string): string => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`);

/** A noun without a plural at a sentence's head, a complement, and a plural verb before anything else could be its subject. */
const UNCOUNTED =
  /^(?:(?:[A-Z][a-z]+|The|This|Such)\s)?(?:[a-z]+\s)?([Ee]ngagement|[Aa]ssistance|[Cc]ooperation|[Cc]ollaboration|[Ss]upport|[Pp]articipation|[Ii]nformation|[Gg]uidance|[Ii]mplementation|[Pp]rogress|[Aa]ttendance)\s(?:in|on|to|for|with|by|from|of|between|about)\s([^.,;:()]{3,160}?)\s(have been|were|have|are)\s/;

/** Without one of these nothing can disagree with its noun. */
const PLURAL_VERB = new Pattern(/\b(?:have|were|are)\s/);

/** A singular noun of action right before `have been`: `CIRT assessment have been conducted`. */
const ACTION = /\b([A-Za-z]{3,24}(?:ment|tion|sion|ance|ency|ship))\s(have been|were)\s/g;

export const agreement: Rule = {
  id: 'text/agreement',
  title: 'Singular and plural do not agree',
  severity: 'info',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    const { prose } = block;
    const scanned = scannedProse(block);
    for (const found of PLURAL_WANTED.matches(scanned)) {
      const [all, many, between, noun] = found;
      if (/^(?:19|20)\d\d$/.test(many)) continue;
      const end = found.index + all.length;
      const at = { start: found.index, end };
      // What stands in between may be the noun that is counted; behind digits it may be a title (`Section 36 staff`).
      if (/s\s$/.test(between) || (/^\d/.test(many) && between !== '')) continue;
      remark({
        at,
        say: 'text/agreement#plural',
        with: { many, noun, plural: pluralOf(noun) },
        fixes: replaceBy(
          say('text/agreement:fix', { word: pluralOf(noun) }),
          { start: end - noun.length, end },
          pluralOf(noun),
          false,
        ),
      });
    }
    const verbs = PLURAL_VERB.matches(scanned);
    for (const { start, end } of verbs.length > 0 ? sentencesOf(block) : []) {
      const verb = verbs[firstIndex(verbs.length, i => verbs[i].index >= start)];
      if (!verb || verb.index >= end) continue;
      const sentence = prose.slice(start, end);
      const head = UNCOUNTED.exec(sentence);
      if (head && !hasOtherSubject(head[2])) {
        const at = start + head[0].length - head[3].length - 1;
        tellVerb(start + head[0].indexOf(head[1]), at, head[1].toLowerCase(), head[3]);
      }
      for (const found of sentence.matchAll(ACTION)) {
        const before = sentence.slice(Math.max(0, found.index - 120), found.index);
        const clause = before.slice(
          Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf(':')) + 1,
        );
        if (!isLoneSubject(clause)) continue;
        const from = start + found.index;
        tellVerb(from, from + found[1].length + 1, found[1], found[2]);
      }
    }
    function tellVerb(from: number, verb: number, noun: string, written: string): void {
      const right =
        written === 'have been' ? 'has been' : written === 'have' ? 'has' : written === 'were' ? 'was' : 'is';
      remark({
        at: { start: from, end: verb + written.length },
        say: 'text/agreement',
        with: { noun, written, right },
        fixes: replaceBy(
          say('text/agreement:fix', { word: right }),
          { start: verb, end: verb + written.length },
          right,
          false,
        ),
      });
    }
  },
};

/** A relative clause, a verb or a second subject takes the plural verb to itself. */
const hasOtherSubject = (complement: string): boolean =>
  /\b(?:that|which|who|whom|where|when|is|was|has|will|been|and\s(?:the\s)?[a-z]+\s(?:of|in|on|for|to|with|from|by|between))\b/i.test(
    complement,
  );

/** Whether the words before a noun leave it the only subject: no plural, no `and`, no relative clause. */
const isLoneSubject = (clause: string): boolean =>
  clause.trim().split(/\s+/).length <= 4 &&
  !/\b(?:and|or|both|that|which|who|if|since|nor|as|than|with|for|of|in|to|by|from|requiring|seeking|whose)\b/i.test(
    clause,
  ) &&
  !/[a-z]s\b/.test(clause);

/** Bodies in the plural, which own what follows. */
const OWNERS =
  '(?:Member States|Sector Members|[Cc]ountries|[Gg]overnments|[Aa]dministrations|[Pp]articipants|[Ee]xperts|[Dd]elegations|[Oo]perators|[Pp]artners|[Ss]takeholders|[Rr]egulators)';
/** Nouns that cannot be verbs there. */
const OWNED =
  '(?:contributions|inputs|efforts|proposals|representatives|capacities|capabilities|priorities|readiness|legislation|strategies|opinions|expertise|preparedness|legal frameworks)';
const POSSESSIVE = new Pattern(new RegExp(`(?<![\\w-])${OWNERS}\\s${OWNED}(?![\\w-])`));

export const possessive: Rule = {
  id: 'text/possessive',
  title: 'An apostrophe is missing after a plural owner',
  severity: 'info',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    for (const found of POSSESSIVE.matches(scannedProse(block))) {
      const start = found.index;
      const owner = /^(?:Member|Sector)\s\w+|^\w+/.exec(found[0])?.[0] ?? '';
      const gap = start + owner.length;
      remark({
        at: { start, end: start + found[0].length },
        say: 'text/possessive',
        with: { owner },
        fixes: replaceBy(say('text/possessive:fix', { owner }), { start: gap, end: gap }, '\u2019', false),
      });
    }
  },
};
