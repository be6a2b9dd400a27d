import { t } from '../../messages/translate.ts';
import { placeName } from '../../report/place-name.ts';
import { acronymsOf } from '../../rules/acronym/expansion.ts';
import { builtinAcronyms, knownBy } from '../../rules/acronym/known.ts';
import { escaped } from '../markdown.ts';
import { blockAt } from '../mentions.ts';
import type { Analysis } from '../project.ts';
import type { HoverText } from './index.ts';

const WORD = /(?<![\w&-])[A-Za-z][A-Za-z0-9&]*(?![\w-])/g;

/** What an acronym stands for, and where the report writes it out. */
export function acronym(analysis: Analysis, offset: number): HoverText | undefined {
  const block = blockAt(analysis.reading, offset);
  if (!block) return undefined;
  const at = offset - block.block.span.start;
  const found = [...block.view.matchAll(WORD)].find(
    one => one.index <= at && at <= one.index + one[0].length && /.[A-Z]/.test(one[0]),
  );
  if (!found) return undefined;
  const [written] = found;
  const start = block.block.span.start + found.index;
  const span = { start, end: start + written.length };
  const base = written.replace(/(?<=[A-Z])s$/, '');
  const own = acronymsOf(analysis.reading).get(base)?.definitions[0];
  if (own)
    return {
      span,
      lines: [
        `**${escaped(base)}**: ${escaped(own.expansion)}`,
        t('Written out in {place}', { place: escaped(placeName(own.place)) }),
      ],
    };
  const known = knownBy(builtinAcronyms.acronyms).get(base);
  if (!known) return undefined;
  const house = known.house
    ? t('Known to every reader of the house; it need not be written out')
    : t('Not written out in this report');
  return { span, lines: [`**${escaped(base)}**: ${escaped(known.expansion)}`, house] };
}
