import { scannedView } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { isAbbreviation } from '../../text/sentences.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { isProse, replaceBy } from './help.ts';

/**
 * Marks that do not stand together: `,,` `;.` `..` `. .` `.,`. An ellipsis (`...` or `. . .`) and a path (`../`)
 * are none.
 */
const TOGETHER = new Pattern(
  /[,;]{2,4}|[,;:] ?\.(?![\w.])|(?<!\.|\. )\.\.(?![./\\\w])|(?<!\.|\. )\. \.(?![\w.]| \.)|\. ?[,;:](?!\w)|[,;]:|:[,;]|::(?!\w)|[?!]{3,}/,
);

export const doubledPunctuation: Rule = {
  id: 'text/doubled-punctuation',
  title: 'Two punctuation marks where one belongs',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    const { view } = block;
    for (const found of TOGETHER.matches(scannedView(block))) {
      const start = found.index;
      const end = start + found[0].length;
      const marks = found[0].replace(/\s/g, '');
      if (!isProse(block, start, end) || (marks === '::' && isAddress(view, start, end))) continue;
      if (marks.startsWith('.') && marks !== '..' && endsAbbreviation(view, start)) continue;
      if (marks === '..' && endsAbbreviation(view, start) && found[0].length > 2) continue;
      const same = marks[0].repeat(marks.length) === marks && !/[?!]/.test(marks);
      remark({
        at: { start, end },
        say: 'text/doubled-punctuation',
        with: { marks: found[0] },
        fixes: same
          ? replaceBy(say('text/doubled-punctuation:fix', { mark: marks[0] }), { start, end }, marks[0])
          : () =>
              [...new Set(marks)].map(mark => ({
                title: say('text/doubled-punctuation:fix', { mark }),
                edits: [{ start, end, newText: mark }],
                exact: false,
              })),
      });
    }
  },
};

/** Two groups of an IPv6 address or more, or one that no word and no year is: `2001:db8`, `fe80`. */
const GROUPS =
  /(?:^|[^\w:])(?:[\da-f]{1,4}(?::[\da-f]{1,4})+|[a-f]{1,3}\d[\da-f]{0,2}|\d{1,3}[a-f][\da-f]{0,2})$/i;

/** Whether a double colon is that of an IPv6 address: `2001:db8::`, `fe80::/10`, `[::]`. */
const isAddress = (view: string, start: number, end: number): boolean =>
  /^\/\d/.test(view.slice(end, end + 2)) ||
  (view[start - 1] === '[' && view[end] === ']') ||
  GROUPS.test(view.slice(Math.max(0, start - 40), start));

/** Whether the full stop at `stop` belongs to an abbreviation or an initial, so that a comma may follow. */
function endsAbbreviation(view: string, stop: number): boolean {
  const word = /[A-Za-z.]{0,24}$/.exec(view.slice(Math.max(0, stop - 24), stop))?.[0] ?? '';
  return isAbbreviation(word) || word.includes('.') || word.length <= 2 || /^[A-Z][a-z]{1,4}$/.test(word);
}

/** A space before a mark that clings to the word before it. `.NET` and ` ...` are no such marks. */
const SPACED = new Pattern(/(?<=[^ \t\r\n(]( {1,40}))([,;:.?!])(?=[\s"')\]]|$)/);
const BRACKET_SPACED = new Pattern(/\(( {1,40})(?=[^\s)])|(?<=[^\s(]( {1,40}))\)/);

export const spaceBeforePunctuation: Rule = {
  id: 'text/space-before-punctuation',
  title: 'A space before a punctuation mark or inside a bracket',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    const { view, text } = block;
    for (const found of SPACED.matches(scannedView(block))) {
      const [, spaces, mark] = found;
      const start = found.index - spaces.length;
      const end = found.index + 1;
      if (!isProse(block, end - 1, end)) continue;
      // A no-break space is somebody's choice (French typography), and `10 : 20` is a ratio.
      if (text.slice(start, start + spaces.length).trim() !== '' || /[^ ]/.test(text.slice(start, end - 1)))
        continue;
      if (mark === ':' && /\d/.test(view[start - 1]) && /^\s\d/.test(view.slice(end, end + 2))) continue;
      // Leaders: ` . . . `.
      if (mark === '.' && view[start - 1] === '.') continue;
      const cut = { start, end: end - 1 };
      remark({
        at: { start: Math.max(0, start - 1), end },
        say: 'text/space-before-punctuation',
        with: { mark },
        fixes: replaceBy(say('text/space-before-punctuation:fix'), cut, ''),
      });
    }
    for (const found of BRACKET_SPACED.matches(scannedView(block))) {
      const spaces = found[1] ?? found[2];
      const start = found[1] ? found.index + 1 : found.index - spaces.length;
      const cut = { start, end: start + spaces.length };
      const first = found[1] ? found.index : start;
      if (text.slice(cut.start, cut.end) !== spaces || !isProse(block, first, first + 1)) continue;
      remark({
        at: found[1] ? { start: start - 1, end: cut.end } : { start, end: cut.end + 1 },
        say: 'text/space-before-punctuation#bracket',
        fixes: replaceBy(say('text/space-before-punctuation:fix'), cut, ''),
      });
    }
  },
};
