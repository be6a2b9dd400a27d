import type { Resolution } from '../../catalogue/instrument.ts';
import { titleWords } from '../../catalogue/titles.ts';
import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import { sentenceAround } from '../recommendation/history.ts';
import { type Cited, citedIn } from '../recommendation/known.ts';
import { quotationStarting } from '../recommendation/quoted.ts';
import type { Facts, Rule } from '../rule.ts';
import { bodyOf } from './resolutions.ts';

/** `, on …`, ` (…) concerning …`, ` of the Plenipotentiary Conference, on …`: what leads from a number to its subject. */
const LEADS_TO =
  /^(?:\s(?:of|by)\s(?:the\s)?[A-Z][\w -]{1,60})?,?\s{1,2}(?:on|concerning|regarding|about|which\sdeals\swith|(?:en)?titled)\s{1,2}(?:the\s)?/;

/** Where the subject ends: at a stop, at the next clause, at the verb of which the resolution is the subject. */
const ENDS =
  /[,;:.()"]|\s(?:and\s(?:Resolution|ITU|its)|as|which|that|adopted|under|is|are|was|were|has|have|sets?|gives?|calls?|asks?|instructs?|invites?|requests?|remains?|continues?|recogni[sz]es|underlines)\s/;

const LONGEST = 240;

/** A subject of one word fits too much. */
const FEWEST_WORDS = 2;

/** The share of the subject's words that the title of another resolution has, and that this one's lacks. */
const BEARS = 0.99;
const LACKS = 0.26;

export const subject: Rule = {
  id: 'instrument/subject',
  title: 'A resolution’s number and subject do not agree',
  severity: 'warning',
  timing: 'settled',
  judge(block, facts, remark) {
    for (const one of citedIn(block)) {
      const { citation } = one;
      if (citation.kind !== 'resolution') continue;
      const at = subjectOf(one);
      const wrong = at && contradiction(facts, one, block.view.slice(at.start, at.end));
      if (!wrong) continue;
      const { start } = citation.core;
      const number = start + block.view.slice(start, citation.core.end).indexOf(wrong.own.number);
      const words = block.view.slice(at.start, at.end).replace(/\s+/g, ' ');
      remark({
        at: { start, end: at.end },
        say: 'instrument/subject',
        with: {
          cited: `Resolution ${wrong.own.number}`,
          subject: words,
          other: `Resolution ${wrong.other.number}`,
        },
        fixes: () => [
          {
            title: say('instrument/subject:fix', { number: wrong.other.number }),
            edits: [{ start: number, end: number + wrong.own.number.length, newText: wrong.other.number }],
            exact: false,
          },
        ],
      });
    }
  },
};

/** The words that say what a resolution is about, right behind it; none in a list, where they may speak of another. */
function subjectOf({ citation, block }: Cited): Span | undefined {
  if (citation.list !== undefined) return undefined;
  const limit = Math.min(sentenceAround(block, citation).end, citation.end + LONGEST);
  const behind = block.view.slice(citation.end, limit);
  const lead = LEADS_TO.exec(behind);
  if (!lead) return undefined;
  const start = citation.end + lead[0].length;
  const quoted = quotationStarting(block, start);
  if (quoted) return quoted.inner;
  const rest = behind.slice(lead[0].length);
  const end = ENDS.exec(rest)?.index ?? rest.length;
  return end > 0 ? { start, end: start + rest.slice(0, end).trimEnd().length } : undefined;
}

interface Contradiction {
  readonly own: Resolution;
  readonly other: Resolution;
}

/** The resolution of the same body that clearly bears the subject, where the one cited clearly does not. */
function contradiction(
  { instruments }: Facts,
  { citation }: Cited,
  words: string,
): Contradiction | undefined {
  const body = bodyOf(instruments, citation);
  const own = body && instruments.resolution(body, citation.number ?? '');
  const wanted = titleWords(words);
  if (!own || wanted.length < FEWEST_WORDS || share(wanted, own) === undefined) return undefined;
  if (share(wanted, own)! > LACKS) return undefined;
  const others = instruments.data.resolutions.filter(
    one => one.body === body && one !== own && (share(wanted, one) ?? 0) >= BEARS,
  );
  return others.length === 1 ? { own, other: others[0] } : undefined;
}

/** Which part of the words the title has; undefined for a resolution whose title is not known for certain. */
function share(words: readonly string[], resolution: Resolution): number | undefined {
  if (resolution.title === null || resolution.titleUnverified) return undefined;
  const borne = wordsBorne(resolution);
  return words.filter(word => borne.has(word)).length / words.length;
}

const borneBy = new WeakMap<Resolution, ReadonlySet<string>>();

/** The words of all titles that a resolution has had. */
function wordsBorne(resolution: Resolution): ReadonlySet<string> {
  const known = borneBy.get(resolution);
  if (known) return known;
  const titles = [resolution.title ?? '', ...resolution.revisions.flatMap(({ title }) => title ?? [])];
  const words = new Set(titles.flatMap(title => titleWords(title)));
  borneBy.set(resolution, words);
  return words;
}
