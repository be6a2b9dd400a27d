import { perBlock } from '../../reading/per-block.ts';
import { masked, quotationMarks } from '../../reading/prose.ts';
import type { ReadBlock, Reading } from '../../reading/reading.ts';
import { scannedView } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
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
    const count = (kind: keyof Quotations) => total(reading, block => quotationsIn(block)[kind].length);
    const [straight, curly, single, double] = [
      count('straight'),
      count('curly'),
      count('single'),
      count('double'),
    ];
    const places = (kind: keyof Quotations, marks: readonly [string, string]) =>
      reading.blocks.flatMap(block => quotationsIn(block)[kind].map(pair => placeOf(block, pair, marks)));
    if (straight > 0 && curly > 0) {
      if (curly < straight)
        tell(places('curly', STRAIGHT), 'text/quote-style#curly', 'text/quote-style:fix-straight', remark);
      else tell(places('straight', CURLY), 'text/quote-style', 'text/quote-style:fix', remark);
    }
    if (single > 0 && double > single) {
      tell(places('single', CURLY), 'text/quote-style#single', 'text/quote-style:fix-double', remark);
    }
  },
};

const STRAIGHT = ['"', '"'] as const;
const CURLY = ['\u201c', '\u201d'] as const;

/** The sum of something over all blocks. */
const total = ({ blocks }: Reading, of: (block: ReadBlock) => number): number =>
  blocks.reduce((sum, block) => sum + of(block), 0);

/** The quotations of a block by their marks; the double ones are the straight, the curly and the mixed together. */
interface Quotations {
  readonly straight: readonly Span[];
  readonly curly: readonly Span[];
  readonly single: readonly Span[];
  readonly double: readonly Span[];
}

const NO_QUOTATIONS: Quotations = { straight: [], curly: [], single: [], double: [] };

const quotationsIn = perBlock(({ text, view }): Quotations => {
  if (!/["'\u2018\u2019\u201c\u201d]/.test(text)) return NO_QUOTATIONS;
  const { pairs } = quotationMarks(text, view);
  if (pairs.length === 0) return NO_QUOTATIONS;
  const double = pairs.filter(pair => !pair.single);
  const outside = masked(view, double);
  const marked = (open: string, close: string) =>
    double.filter(({ start, end }) => text[start] === open && text[end - 1] === close);
  return {
    straight: marked(...STRAIGHT),
    curly: marked(...CURLY),
    // Inside a double quotation single marks are right.
    single: pairs.filter(pair => pair.single && outside[pair.start] === "'"),
    double,
  };
});

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
    const straight = total(reading, block => apostrophesIn(block).straight.length);
    const curly = total(reading, block => apostrophesIn(block).curly.length);
    if (straight === 0 || curly === 0) return;
    const [minority, right] =
      curly < straight ? (['curly', "'"] as const) : (['straight', '\u2019'] as const);
    const places = reading.blocks.flatMap(block =>
      apostrophesIn(block)[minority].map((at): Place => apostropheAt(block, at, right)),
    );
    tell(places, 'text/apostrophe-style', 'text/apostrophe-style:fix', remark);
  },
};

const APOSTROPHE = new Pattern(/(?<=[A-Za-z])'(?=[a-z])|(?<=s)'(?=\s[a-z])/);

interface Apostrophes {
  readonly straight: readonly number[];
  readonly curly: readonly number[];
}

const NO_APOSTROPHES: Apostrophes = { straight: [], curly: [] };

/** Where the apostrophes of a block stand. */
const apostrophesIn = perBlock((block): Apostrophes => {
  const { text, view } = block;
  if (!view.includes("'")) return NO_APOSTROPHES;
  const found = { straight: [] as number[], curly: [] as number[] };
  for (const { index } of APOSTROPHE.matches(scannedView(block))) {
    if (view[index + 1] === MASK) continue;
    if (text[index] === "'") found.straight.push(index);
    else if (text[index] === '\u2019') found.curly.push(index);
  }
  return found;
});

/** An apostrophe with the word that it stands in, or behind. */
function apostropheAt(block: ReadBlock, index: number, right: string): Place {
  const word = /\w{1,24}$/.exec(block.view.slice(Math.max(0, index - 24), index))?.[0].length ?? 0;
  return {
    ...inReport(block, index - word, index + 1 + (/^\w/.test(block.view[index + 1]) ? 1 : 0)),
    place: block.block.place,
    edits: [{ ...inReport(block, index, index + 1), newText: right }],
  };
}

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
