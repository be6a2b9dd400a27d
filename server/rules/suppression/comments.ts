import type { Report } from '../../report/model.ts';
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
  const found: Suppression[] = [];
  const open: { suppression: Suppression; start: number }[] = [];
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
    else if (verb === 'disable-next-line') found.push(make(nextParagraph(report, comment.end)));
    else if (verb === 'disable')
      open.push({ suppression: make({ start: comment.end, end: report.text.length }), start: comment.end });
    else close(open, rules, comment.start, found);
  }
  found.push(...open.map(({ suppression }) => suppression));
  return found;
}

/** `enable` ends the open ranges that name one of its rules, or all of them where it names none. */
function close(
  open: { suppression: Suppression; start: number }[],
  rules: readonly string[],
  at: number,
  found: Suppression[],
): void {
  for (let i = open.length - 1; i >= 0; i--) {
    const { suppression, start } = open[i];
    if (!rules.includes('*') && !suppression.rules.some(rule => rules.includes(rule))) continue;
    found.push({ ...suppression, covers: { start, end: at } });
    open.splice(i, 1);
  }
}

function lineOf(report: Report, offset: number): Span {
  const line = report.lines.lineAt(offset);
  const end = line + 1 < report.lines.count ? report.lines.starts[line + 1] : report.text.length;
  return { start: report.lines.starts[line], end };
}

/** The block that begins behind `offset`, whole, or the next line with text on it. */
function nextParagraph(report: Report, offset: number): Span {
  let at = offset;
  while (at < report.text.length && /\s/.test(report.text[at])) at++;
  const line = lineOf(report, at);
  const block = report.blocks.find(block => block.span.end > at && block.span.start < line.end);
  return block ? { start: line.start, end: Math.max(line.end, block.span.end) } : line;
}

/** Whether a suppression speaks of a rule: by its id, by its group, or by naming none. */
export const speaksOf = (suppression: Suppression, rule: string): boolean =>
  suppression.rules.some(name => name === '*' || name === rule || rule.startsWith(`${name}/`));
