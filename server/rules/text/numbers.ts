import { perBlock } from '../../reading/per-block.ts';
import { scannedView } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { inReport, isProse, isRunning } from './help.ts';

type Style = 'comma' | 'space' | 'none';

const GROUPED = /^\d{1,3}(?:([, \u00a0\u202f])\d{3})+$/;

/** The thousands of a block with how they are written. */
const thousandsIn = perBlock((block): readonly (Span & { style: Style })[] => {
  if (!isRunning(block)) return [];
  return block.claims.flatMap(({ value, number }) => {
    if (value < 1000) return [];
    const written = block.text.slice(number.start, number.end);
    const mark = GROUPED.exec(written)?.[1];
    const style = mark === ',' ? 'comma' : mark ? 'space' : /^\d{4,}$/.test(written) ? 'none' : undefined;
    return style ? [{ ...number, style }] : [];
  });
});

/** Thousands written in two ways in one report: `2 700`, `15,000`, `2700`. Years and identifiers are no thousands. */
export const thousands: Rule = {
  id: 'text/thousands',
  title: 'Thousands are written in two ways',
  severity: 'info',
  timing: 'settled',
  report({ reading }, remark) {
    const places: { style: Style; span: Span; place: string; written: string }[] = [];
    for (const block of reading.blocks) {
      for (const { style, start, end } of thousandsIn(block)) {
        const written = block.text.slice(start, end);
        places.push({ style, span: inReport(block, start, end), place: block.block.place, written });
      }
    }
    // A number of four digits may go without a separator where larger ones have it, if all of them do.
    const styles = new Map<Style, number>();
    for (const { style } of places) styles.set(style, (styles.get(style) ?? 0) + 1);
    if (styles.size < 2) return;
    // Without a separator is the form to leave where two are equally common.
    const rank = (style: Style): number => (styles.get(style) ?? 0) * 2 + (style === 'none' ? 0 : 1);
    const usual = [...styles.keys()].reduce((a, b) => (rank(b) > rank(a) ? b : a));
    const model = places.find(({ style }) => style === usual);
    const odd = places.filter(({ style }) => style !== usual);
    const [first, ...rest] = odd;
    remark({
      at: first.span,
      say: 'text/thousands',
      with: { written: first.written, model: model?.written ?? '' },
      place: first.place,
      related: [...rest, ...(model ? [model] : [])].map(({ span, place, written }) => ({
        span,
        paragraph: place,
        message: say('text/thousands:related', { written }),
      })),
    });
  },
};

const PLUS = new Pattern(/(?<![\w.+-])\d{1,3}(?:[, ]?\d{3}){0,2}\+(?=\s[A-Za-z])/);
const TWICE = new Pattern(
  /(?<![\w-])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)\s\((\d{1,3})\)(?=\s[a-z])/i,
);

/** `30+ countries` and `three (3) projects`: forms for slides and contracts. */
export const numberForm: Rule = {
  id: 'text/number-form',
  title: 'A number in the form of a slide or a contract',
  severity: 'info',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    for (const found of PLUS.matches(scannedView(block))) {
      const start = found.index;
      const end = start + found[0].length;
      if (!isProse(block, start, end)) continue;
      const digits = found[0].slice(0, -1);
      remark({
        at: { start, end },
        say: 'text/number-form#plus',
        with: { found: found[0], digits },
        fixes: () => [
          {
            title: say('text/number-form:fix-plus', { digits }),
            edits: [{ start, end, newText: `more than ${digits}` }],
            exact: false,
          },
        ],
      });
    }
    for (const found of TWICE.matches(scannedView(block))) {
      const start = found.index;
      const end = start + found[0].length;
      if (block.prose[start] !== block.view[start]) continue;
      const gap = found[0].search(/\s\(/);
      remark({
        at: { start, end },
        say: 'text/number-form',
        with: { found: found[0] },
        fixes: () => [
          {
            title: say('text/number-form:fix'),
            edits: [{ start: start + gap, end, newText: '' }],
            exact: false,
          },
        ],
      });
    }
  },
};
