import type { Block, Report } from '../../report/model.ts';
import { firstIndex } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';

/** A comment in the text that hides findings: of the rules named, or of all where none is. */
export interface Suppression {
  /** `group/name`, or a whole `group`; `*` for every rule. */
  readonly rules: readonly string[];
  /** What it covers. */
  readonly covers: Span;
  /** The comment itself. */
  readonly comment: Span;
  /** Where each rule's name stands in the comment; empty for `*`. */
  readonly names: readonly Span[];
}

const DIRECTIVE =
  /^<!--\s*gca-report-(disable-next-line|disable-line|disable-file|disable|enable)\b([\s\S]*?)(?:\s--\s[\s\S]*)?-->$/;
const NAME = /[a-z][a-z-]*(?:\/[a-z-]+)?|\*/g;

/**
 * The suppressions of a report: `disable-next-line` covers the next line that says something (in a hard-wrapped
 * text the whole paragraph), `disable-line` its own, `disable-file` everything, `disable` … `enable` what lies
 * between. A reason may follow behind ` -- `.
 */
export function suppressionsOf(report: Report): Suppression[] {
  const blockBehind = firstBlockBehind(report);
  const found: Suppression[] = [];
  const open = new OpenRanges();
  for (const comment of report.comments) {
    const match = DIRECTIVE.exec(
      report.text.slice(comment.start, Math.min(comment.end, comment.start + 2000)),
    );
    if (!match) continue;
    const [, verb, list] = match;
    const names = [...list.matchAll(NAME)]
      .filter(name => name[0] !== '*')
      .map(name => {
        const start = comment.start + match[0].indexOf(list, 4) + name.index;
        return { start, end: start + name[0].length };
      });
    const rules = names.length > 0 ? names.map(name => report.text.slice(name.start, name.end)) : ['*'];
    const make = (covers: Span): Suppression => ({ rules, covers, comment, names });
    if (verb === 'disable-file') found.push(make({ start: 0, end: report.text.length }));
    else if (verb === 'disable-line') found.push(make(lineOf(report, comment.start)));
    else if (verb === 'disable-next-line') found.push(make(nextParagraph(report, comment.end, blockBehind)));
    else if (verb === 'disable') open.add(make({ start: comment.end, end: report.text.length }));
    else {
      for (const suppression of open.close(rules))
        found.push({ ...suppression, covers: { start: suppression.covers.start, end: comment.start } });
    }
  }
  for (const suppression of open.rest) found.push(suppression);
  return found;
}

/** The ranges that `disable` has opened and no `enable` has closed. */
class OpenRanges {
  readonly rest = new Set<Suppression>();
  private readonly byName = new Map<string, Suppression[]>();

  add(suppression: Suppression): void {
    this.rest.add(suppression);
    for (const name of suppression.rules) {
      const list = this.byName.get(name);
      if (list) list.push(suppression);
      else this.byName.set(name, [suppression]);
    }
  }

  /** Those that name one of the rules that `enable` names, or all of them where it names none. */
  close(rules: readonly string[]): Suppression[] {
    const named = rules.includes('*') ? [...this.rest] : rules.flatMap(name => this.byName.get(name) ?? []);
    for (const name of rules) this.byName.delete(name);
    return named.filter(suppression => this.rest.delete(suppression));
  }
}

function lineOf(report: Report, offset: number): Span {
  const line = report.lines.lineAt(offset);
  const end = line + 1 < report.lines.count ? report.lines.starts[line + 1] : report.text.length;
  return { start: report.lines.starts[line], end };
}

/** The block that begins behind `offset`, whole, or the next line with text on it. */
function nextParagraph(
  report: Report,
  offset: number,
  blockBehind: (offset: number) => Block | undefined,
): Span {
  let at = offset;
  while (at < report.text.length && /\s/.test(report.text[at])) at++;
  const line = lineOf(report, at);
  const block = blockBehind(at);
  return block && block.span.start < line.end
    ? { start: line.start, end: Math.max(line.end, block.span.end) }
    : line;
}

/** Looks up the first block that ends behind an offset; a footnote may end before the paragraph it stands in. */
function firstBlockBehind({ blocks }: Report): (offset: number) => Block | undefined {
  let end = 0;
  const ends = blocks.map(({ span }) => (end = Math.max(end, span.end)));
  return offset => blocks[firstIndex(ends.length, i => ends[i] > offset)];
}
