import { t } from '../../messages/translate.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';

/** `[text](target)` and bare addresses; a link's text holds no bracket and its target no line break. */
const LINK = /\[([^[\]\n]{1,300})\](\s?)\(([^()\n]{0,600})\)/g;
const ADDRESS = /\bhttps?:\/{0,2}\s?[^\s<>")\]]{0,600}/gi;

const NAMES_A_PLACE = /^https?:(?:\/|\s?[\w-]+\.\w)/i;

/** Comments and code: what stands in them is no link. */
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|`[^`\n]+`/g;

/** Why the target of a link cannot be followed, in words; undefined for a sound one. `#` alone is text/empty-link's. */
function faultOf(target: string): string | undefined {
  const address = target.trim().replace(/\s+"[^"]*"$/, '');
  if (address === '' || address.startsWith('#') || address.startsWith('mailto:')) return undefined;
  if (/\s/.test(address)) return t('there is a space in the address');
  return faultOfAddress(address);
}

function faultOfAddress(address: string): string | undefined {
  if (/^https?:(?!\/\/)/i.test(address)) return t('two slashes are missing after “http:”');
  if (/^https?:\/\/\s/i.test(address) || /^https?:\/\/$/i.test(address))
    return t('the address is not complete');
  if (/^https?:\/\/https?:/i.test(address)) return t('“http://” stands twice');
  if (/^https?:\/\/[^/.\s]+(?:\/|$)/i.test(address) && !/^https?:\/\/localhost/i.test(address))
    return t('the site’s name has no dot');
  return undefined;
}

export const link: Rule = {
  id: 'reference/link',
  title: 'A link is broken in form',
  severity: 'warning',
  timing: 'settled',
  anyLanguage: true,
  block({ text: raw }, remark) {
    if (!raw.includes('](') && !/https?:|\] \(/i.test(raw)) return;
    const text = raw.replace(UNSEEN, found => ' '.repeat(found.length));
    const inside: { start: number; end: number }[] = [];
    for (const found of text.matchAll(LINK)) {
      const start = found.index + found[1].length + 2 + found[2].length + 1;
      const end = start + found[3].length;
      inside.push({ start: found.index, end: end + 1 });
      if (found[2]) {
        // `[text] (address)` is no link at all; other brackets before a bracket are prose.
        if (!/^(?:https?:|www\.)/i.test(found[3])) continue;
        const gap = { start: start - 2, end: start - 1 };
        remark({
          at: { start: found.index, end: end + 1 },
          say: 'reference/link',
          with: { why: t('a space parts the text from the address') },
          fixes: () => [{ title: say('reference/link:fix'), edits: [{ ...gap, newText: '' }], exact: true }],
        });
        continue;
      }
      const why = faultOf(found[3]);
      if (why) remark({ at: { start, end }, say: 'reference/link', with: { why } });
    }
    let next = 0;
    for (const found of text.matchAll(ADDRESS)) {
      const start = found.index;
      // `http:` in a sentence on protocols is no address.
      if (!NAMES_A_PLACE.test(found[0])) continue;
      while (next < inside.length && inside[next].end <= start) next++;
      if (next < inside.length && inside[next].start <= start) continue;
      const why = faultOfAddress(found[0].replace(/[.,;:]+$/, ''));
      if (why) remark({ at: { start, end: start + found[0].length }, say: 'reference/link', with: { why } });
    }
  },
};
