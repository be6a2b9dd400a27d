import { scannedProse } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { isRunning, replaceBy, startsSentence } from './help.ts';

/** The letters whose names start with a vowel sound: an F, an H, an X. */
const VOWEL_NAMES = 'AEFHILMNORSX';

/** Acronyms with vowels that are spelt out all the same; without vowels all are. */
const SPELT_OUT =
  /^(?:NGO|MoU|MOU|MNO|MVNO|SDO|FAO|SME|LTE|NDA|RFI|FAQ|HR|MEP|NREN|LDC|NPO|LEA|SLA|SRO|HIV)s?$/;

/** Pronounced as words or in two ways: nothing is said of their article. */
const UNSURE = /^(?:SQL|SOC|URL|URI|FAQs?|UNCTAD|LAN|ULB|HAPS|SOAP|RAND|H[A-Z]{0,2})$/;

/** Acronyms in U whose first sound is that of `you`. */
const YOU =
  /^(?:UNESCO|UNICEF|UN[DHEGFO]?[A-Z]{0,3}|UK|US|USA|USD|USB|UAE|UPU|USSD|UMTS|UICC|UE|UTC|UAV|URLs?)$/;

/** Words in a vowel letter that start with a consonant sound. */
const CONSONANT_SOUND =
  /^(?:eu|ewe|one(?:$|-|self|ness)|once|oui|unan|uni(?:f|l|o|q|s|t|v|c|p|dir)|u(?:s[aeiu]|t[aeio]|biq|gan|kra|rug|ran|rin|sur))/i;
const SILENT_H = /^(?:hour|honest|honou?r|heir)/i;
/** Both articles are in use before these. */
const EITHER = /^(?:histor|habit|hotel|herb|hallu|heredit|hyster)/i;

/** After `a` as a letter (`annex a is`), not as an article. */
const NOT_AN_ARTICLE =
  /^(?:is|are|in|of|on|or|and|at|as|under|if|it|its|also|above|only|once|unless|until|etc|eg|ie|am|us)$/i;

/**
 * Whether a word, as it stands in running text, starts with a vowel sound; undefined where both may be said.
 * Exported for its test.
 */
export function startsWithVowelSound(word: string): boolean | undefined {
  if (/^\d/.test(word)) {
    const digits = /^\d+/.exec(word)?.[0] ?? '';
    // Eight, eleven, eighteen; of 1100 and 1800 nobody knows whether hundreds or thousands are said.
    if (/^(?:8\d*|1[18](?:\d{3})?)$/.test(digits)) return true;
    return /^1[18]00$/.test(digits) ? undefined : false;
  }
  const base = /^[A-Za-z]+/.exec(word)?.[0] ?? '';
  if (base === '') return undefined;
  // `X-ray`, `e-learning`, `m-health`: one letter, said by its name.
  if (base.length === 1) return VOWEL_NAMES.includes(base.toUpperCase());
  const capitals = base.replace(/s$/, '');
  if (/^[A-Z]{2,}$/.test(capitals) || SPELT_OUT.test(base)) {
    if (UNSURE.test(capitals)) return undefined;
    const first = base[0];
    if ('AEIO'.includes(first)) return !/^EURO/.test(base);
    if (first === 'U') return YOU.test(capitals) ? false : undefined;
    if (!VOWEL_NAMES.includes(first)) return false;
    return !/[AEIOUY]/.test(capitals) || SPELT_OUT.test(base) ? true : undefined;
  }
  // `npm`: said letter by letter, or not. `Uint8Array`: who knows.
  if (!/[aeiouy]/i.test(base) || /[a-z][A-Z\d]/.test(word)) return /^[aeio]/i.test(base) ? true : undefined;
  if (/^[A-Z]?[a-z]+$/.test(base)) {
    if (EITHER.test(base) || SILENT_H.test(base)) return SILENT_H.test(base) ? true : undefined;
    if (/^[aeio]/i.test(base)) return !CONSONANT_SOUND.test(word);
    if (/^u/i.test(base)) return !CONSONANT_SOUND.test(word);
    return false;
  }
  // `IoT`, `eID`, `iOS`: a vowel letter sounds as a vowel either way; the rest (`mHealth`) is anybody's guess.
  return /^[aeio]/i.test(base) ? true : undefined;
}

const ARTICLE = new Pattern(/(?<![\w'.&/-])(an?)([ \t\r\n]{1,20})([A-Za-z0-9][\w'-]{0,40})/i);

export const article: Rule = {
  id: 'text/article',
  title: '“a” before a vowel sound, or “an” before a consonant',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    for (const found of ARTICLE.matches(scannedProse(block))) {
      const [, written, , word] = found;
      const start = found.index;
      // A capital A in a sentence is a letter (Annex A); at its start it is an article.
      if (written[0] === 'A' && !startsSentence(block.view, start)) continue;
      if (written.toLowerCase() === 'a' && NOT_AN_ARTICLE.test(word)) continue;
      const vowel = startsWithVowelSound(word);
      if (vowel === undefined || vowel === (written.length === 2)) continue;
      const right = vowel ? `${written[0]}n` : written[0];
      remark({
        at: { start, end: start + found[0].length },
        say: 'text/article',
        with: { right: right.toLowerCase(), wrong: written.toLowerCase(), word },
        fixes: replaceBy(
          say('text/article:fix', { right, word }),
          { start, end: start + written.length },
          right,
        ),
      });
    }
  },
};
