import { MONTH, readDate } from '../text/dates.ts';
import { yearOfDigits } from './council.ts';
import type { Masthead, Stated } from './model.ts';
import type { Line } from './scan.ts';

type Open = { -readonly [K in keyof Masthead]: Masthead[K] };

const AGENDA = /Agenda item\s*:?\s*([^|\t*_]{0,80}?)\s*(?=[*_|]|$)/i;
const SYMBOL =
  /\bC(\d{2})((?:\/[A-Z]{1,4})?\/\d{1,4}|\/[A-Z]{1,4}-?\d?\/\d{1,4})((?:\s?\(Rev\.\s?\d\))?)(-[EFSRCA])?(?![\w/])/;
const ORIGINAL = /Original\s*:\s*([A-Za-z]+(?:[/,] ?[A-Za-z]+)*)/i;
const AUTHOR =
  /(?<=^[*_]{0,3})(?:Report|Note|Contribution|Document) (?:by|from) the [^|*_]{3,100}(?=[*_]{0,3}$)/i;
const DATE = new RegExp(
  `(?:^|[|\\t]\\s*|\\bDate\\s*:\\s*)[*_]{0,3}(\\d{1,2}(?:st|nd|rd|th)?[\\s\\u00a0]+${MONTH}[\\s\\u00a0]+\\d{4})`,
  'i',
);

/** Lines of a masthead that carry no field: the Council's own name and place. */
const LETTERHEAD =
  /^(?:council (?:19|20)\d{2}\b|geneva,|international telecommunication union|virtual (?:meeting|consultation))/i;

/**
 * The fields that stand before the first head: each is looked for anywhere in a line, because the Council's
 * template is a table whose cells a converter joins. The title is what is left, once nothing else claims it.
 *
 * @param lines the lines before the first head or section, in order
 */
export function readMasthead(text: string, lines: readonly Line[]): Masthead {
  const found: Open = { span: { start: 0, end: 0 } };
  const rest: Line[] = [];
  for (const line of lines) {
    if (line.kind === 'blank' || line.kind === 'comment' || line.kind === 'rule') continue;
    if (line.end - line.start > 600) continue;
    const words = text.slice(line.start, line.end);
    if (!readFields(words, line.start, found)) rest.push(line);
  }
  found.title = titleOf(text, rest);
  found.span = extent(found);
  return found;
}

/** Reads the fields of one line into `found`; whether there was any. */
function readFields(words: string, start: number, found: Open): boolean {
  let any = false;
  const take = <T>(
    pattern: RegExp,
    value: (match: RegExpExecArray) => T | undefined,
    group = 0,
  ): Stated<T> | undefined => {
    const match = pattern.exec(words);
    const said = match ? value(match) : undefined;
    if (!match || said === undefined) return undefined;
    any = true;
    const at = start + match.index + (group ? match[0].indexOf(match[group]) : 0);
    return { value: said, span: { start: at, end: at + match[group].length } };
  };
  found.agendaItem ??= take(AGENDA, match => match[1]);
  found.symbol ??= take(SYMBOL, match => ({
    id: `C${match[1]}${match[2]}${match[3].replace(/\s/g, '')}`,
    year: yearOfDigits(match[1]),
  }));
  found.date ??= take(DATE, match => readDate(match[1].replace(/[\u00a0\s]+/g, ' ')), 1);
  found.original ??= take(ORIGINAL, match => match[1]);
  found.author ??= take(AUTHOR, match => match[0]);
  return any;
}

function titleOf(text: string, rest: readonly Line[]): Stated<string> | undefined {
  const heading = rest.find(line => line.hashes > 0);
  const candidates = heading ? [heading] : rest.filter(line => line.textEnd - line.textStart >= 20);
  const line = candidates.find(line => !LETTERHEAD.test(text.slice(line.textStart, line.textEnd)));
  if (!line) return undefined;
  return {
    value: text.slice(line.textStart, line.textEnd),
    span: { start: line.textStart, end: line.textEnd },
  };
}

function extent(found: Open): Masthead['span'] {
  const spans = [
    found.agendaItem,
    found.symbol,
    found.date,
    found.original,
    found.author,
    found.title,
  ].flatMap(field => (field ? [field.span] : []));
  if (spans.length === 0) return { start: 0, end: 0 };
  return { start: Math.min(...spans.map(s => s.start)), end: Math.max(...spans.map(s => s.end)) };
}
