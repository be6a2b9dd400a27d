import { perBlock } from '../../reading/per-block.ts';
import { scannedView } from '../../reading/shared.ts';
import { MONTH } from '../../text/dates.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import type { Span } from '../../text/span.ts';
import { MASK } from '../../text/view.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { inReport, isProse, replaceBy } from './help.ts';

/** Word's bookmarks and field codes, which a conversion turned into text. */
const FIELD = new Pattern(
  /\b(?:PAGEREF|HYPERLINK|TOC|REF|SEQ|MERGEFIELD)\s+(?:_\w{3,40}|\\[a-z]|"[^"\n]{0,300}")|Error! (?:Reference source|Bookmark|Hyperlink reference|No text of)[^.\n]{0,60}\.|(?<![\w#/])_(?:Hlk|Toc|Ref|GoBack)\d{0,12}\b/,
);

/** UTF-8 read as Windows-1252, a character that could not be read, an object that is gone, a bullet of a font. */
const BROKEN =
  /(?:\u00e2\u20ac[\u2122\u0153\u009d\u201c\u201d\u02dc\u00a6]?|\u00c3[\u00a0-\u00bf]|\u00c2[\u00a0-\u00bf]|\ufffd+|\ufffc|[\uf020-\uf0ff])/g;

export const residue: Rule = {
  id: 'text/residue',
  title: 'Residue of a conversion',
  severity: 'info',
  timing: 'typing',
  report({ report, reading }, remark) {
    for (const { kind, span } of report.residues) {
      if (kind !== 'bookmark') continue;
      remark({
        at: span,
        say: 'text/residue#bookmark',
        fixes: replaceBy(say('text/residue:fix'), span, ''),
      });
    }
    for (const block of reading.blocks) {
      for (const { start, end, kind } of residuesIn(block)) {
        remark({
          at: inReport(block, start, end),
          say: kind === 'field' ? 'text/residue#field' : 'text/residue#character',
          severity: 'warning',
          place: block.block.place,
        });
      }
    }
  },
};

interface Residue extends Span {
  readonly kind: 'field' | 'character';
}

/** Field codes and broken characters of a block. */
const residuesIn = perBlock((block): readonly Residue[] => {
  const { text, view } = block;
  const found: Residue[] = [];
  for (const { index, 0: code } of FIELD.matches(scannedView(block)))
    found.push({ start: index, end: index + code.length, kind: 'field' });
  for (const { index, 0: broken } of /[^\u0000-\u007f]/.test(text) ? text.matchAll(BROKEN) : []) {
    if (view[index] !== MASK) found.push({ start: index, end: index + broken.length, kind: 'character' });
  }
  return found;
});

const GLUED_MONTH = new Pattern(new RegExp(`\\b(?:${MONTH.replace('\\b\\.?', '')})\\d{1,4}\\b`));
const GLUED_YEARS = new Pattern(/\b(?:19|20)\d\d(?:19|20)\d\d\b/);
/** What parts two words: a space, or the end of a line, which may be two characters and an indent. */
const GAP = '\\s{1,4}';
const TWO_DATES = new Pattern(
  new RegExp(
    `\\b(?:${MONTH.replace('\\b\\.?', '')})(?:${GAP})?\\d{0,2}${GAP}(?:${MONTH.replace('\\b\\.?', '')})${GAP}\\d{4}\\b`,
  ),
);
const TWO_YEARS = new Pattern(
  new RegExp(`(?<=\\b(?:in|of|since|until|by|for)${GAP})((?:19|20)\\d\\d)${GAP}(?:19|20)\\d\\d\\b`),
);
const NUMBER_WORD = '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const TWO_NUMBERS = new Pattern(
  new RegExp(`(?<![\\w-])${NUMBER_WORD}(?:${GAP})?${NUMBER_WORD}(?![\\w-])`, 'i'),
);

/** What a change accepted by halves leaves: the old wording and the new one side by side. */
export const trackedChange: Rule = {
  id: 'text/tracked-change',
  title: 'Two wordings side by side, as a tracked change leaves them',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    if (block.kind === 'footnote') return;
    const taken = new Set<number>();
    for (const pattern of [TWO_DATES, GLUED_MONTH, GLUED_YEARS, TWO_YEARS, TWO_NUMBERS]) {
      for (const found of pattern.matches(scannedView(block))) {
        const start = found.index;
        const end = start + found[0].length;
        // A longer pattern took it: it starts or ends where this one does.
        if (!isProse(block, start, end) || taken.has(start) || taken.has(end)) continue;
        taken.add(start).add(end);
        remark({ at: { start, end }, say: 'text/tracked-change', with: { found: found[0] } });
      }
    }
  },
};
