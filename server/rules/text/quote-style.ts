import { masked, quotationMarks } from '../../reading/prose.ts';
import type { ReadBlock } from '../../reading/reading.ts';
import type { Span } from '../../text/span.ts';
import { MASK } from '../../text/view.ts';
import { say } from '../messages.ts';
import type { Edit, Remark, Rule } from '../rule.ts';
import { inReport } from './help.ts';

/** Above this many places of the minority form, one finding names them all. */
const EACH_UP_TO = 6;

interface Place extends Span {
  readonly place: string;
  readonly edits: readonly Edit[];
}

/** Straight and curly quotation marks, or single and double ones, in one report: the rarer form is flagged. */
export const quoteStyle: Rule = {
  id: 'text/quote-style',
  title: 'Quotation marks of two kinds in one report',
  severity: 'info',
  timing: 'settled',
  report({ reading }, remark) {
    const straight: Place[] = [];
    const curly: Place[] = [];
    const single: Place[] = [];
    let double = 0;
    for (const block of reading.blocks) {
      if (!/["'\u2018\u2019\u201c\u201d]/.test(block.text)) continue;
      const { pairs } = quotationMarks(block.text, block.view);
      const outside = masked(
        block.view,
        pairs.filter(pair => !pair.single),
      );
      for (const pair of pairs) {
        if (pair.single) {
          // Inside a double quotation single marks are right.
          if (outside[pair.start] === "'") single.push(placeOf(block, pair, ['\u201c', '\u201d']));
          continue;
        }
        double++;
        const opening = block.text[pair.start];
        const closing = block.text[pair.end - 1];
        if (opening === '"' && closing === '"') straight.push(placeOf(block, pair, ['\u201c', '\u201d']));
        else if (opening === '\u201c' && closing === '\u201d') curly.push(placeOf(block, pair, ['"', '"']));
      }
    }
    if (straight.length > 0 && curly.length > 0) {
      const minority = curly.length < straight.length ? curly : straight;
      const kind = minority === curly ? 'text/quote-style#curly' : 'text/quote-style';
      tell(
        minority,
        kind,
        minority === curly ? 'text/quote-style:fix-straight' : 'text/quote-style:fix',
        remark,
      );
    }
    if (single.length > 0 && double > single.length) {
      tell(single, 'text/quote-style#single', 'text/quote-style:fix-double', remark);
    }
  },
};

function placeOf(block: ReadBlock, { start, end }: Span, marks: readonly [string, string]): Place {
  return {
    ...inReport(block, start, end),
    place: block.block.place,
    edits: [
      { ...inReport(block, start, start + 1), newText: marks[0] },
      { ...inReport(block, end - 1, end), newText: marks[1] },
    ],
  };
}

/** Straight and curly apostrophes in one report: the rarer form is flagged, once. */
export const apostropheStyle: Rule = {
  id: 'text/apostrophe-style',
  title: 'Apostrophes of two kinds in one report',
  severity: 'info',
  timing: 'settled',
  report({ reading }, remark) {
    const straight: Place[] = [];
    const curly: Place[] = [];
    for (const block of reading.blocks) {
      for (const { index } of block.view.matchAll(/(?<=[A-Za-z])'(?=[a-z])|(?<=s)'(?=\s[a-z])/g)) {
        const raw = block.text[index];
        if (block.view[index + 1] === MASK || (raw !== "'" && raw !== '\u2019')) continue;
        const word = /\w{1,24}$/.exec(block.view.slice(Math.max(0, index - 24), index))?.[0].length ?? 0;
        const place: Place = {
          ...inReport(block, index - word, index + 1 + (/^\w/.test(block.view[index + 1]) ? 1 : 0)),
          place: block.block.place,
          edits: [{ ...inReport(block, index, index + 1), newText: raw === "'" ? '\u2019' : "'" }],
        };
        (raw === "'" ? straight : curly).push(place);
      }
    }
    if (straight.length === 0 || curly.length === 0) return;
    const minority = curly.length < straight.length ? curly : straight;
    tell(minority, 'text/apostrophe-style', 'text/apostrophe-style:fix', remark);
  },
};

/** One finding a place while they are few, one for all where they are many; the fix is for all places either way. */
function tell(
  places: readonly Place[],
  key: 'text/quote-style' | 'text/quote-style#curly' | 'text/quote-style#single' | 'text/apostrophe-style',
  fix:
    | 'text/quote-style:fix'
    | 'text/quote-style:fix-straight'
    | 'text/quote-style:fix-double'
    | 'text/apostrophe-style:fix',
  remark: (remark: Remark) => void,
): void {
  const rest = places.length > EACH_UP_TO ? places.slice(1) : [];
  for (const { start, end, place, edits } of rest.length > 0 ? places.slice(0, 1) : places) {
    remark({
      at: { start, end },
      say: key,
      with: { count: places.length },
      place,
      related: rest.map(other => ({
        span: { start: other.start, end: other.end },
        paragraph: other.place,
        message: say('text/quote-style:related'),
      })),
      fixes: () => [
        { title: say(fix), edits: rest.length > 0 ? places.flatMap(p => p.edits) : edits, exact: true },
      ],
    });
  }
}
