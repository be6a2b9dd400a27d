import {
  type CodeDescription,
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { Report } from '../report/model.ts';
import { pageOf } from '../rules/index.ts';
import type { Edit, Finding, Severity } from '../rules/rule.ts';
import { endedWith } from '../text/line-ends.ts';
import type { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { OpenDocument } from './documents.ts';

/** The one place where offsets become positions and findings become diagnostics. */

export const SOURCE = 'gca-report';

export const toRange = (lines: LineIndex, span: Span): Range => ({
  start: lines.positionAt(span.start),
  end: lines.positionAt(span.end),
});

/** The offset of a position: at the line's end where it lies beyond, at the start of the character it lies in. */
export function toOffset({ lines, text }: Report, { line, character }: Position): number {
  const at = lines.offsetAt(line, character);
  if (line >= 0 && line + 1 < lines.count && at === lines.starts[line + 1]) return at - 1;
  const inside =
    /^[\udc00-\udfff]/.test(text.slice(at, at + 1)) && /[\ud800-\udbff]$/.test(text.slice(at - 1, at));
  return inside ? at - 1 : at;
}

export const toSpan = (report: Report, range: Range): Span => ({
  start: toOffset(report, range.start),
  end: toOffset(report, range.end),
});

/** Edits as an editor makes them: by line and character, with the line ends that its document has. */
export const toTextEdits = (
  report: Report,
  edits: readonly Edit[],
  { lineEnd }: Pick<OpenDocument, 'lineEnd'>,
): TextEdit[] =>
  edits.map(edit => ({ range: toRange(report.lines, edit), newText: endedWith(edit.newText, lineEnd) }));

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Where the places that a finding points to lie: in the document, or in a report of the archive. */
export interface Places {
  readonly uri: string;
  readonly report: Report;
  /** The report and URI behind a related place's path; undefined where it is gone. */
  readonly other: (path: string) => { uri: string; report: Report } | undefined;
  /** The URI under which the pages of the rules stand; undefined where there are none. */
  readonly pages: string | undefined;
}

export function toDiagnostic(finding: Finding, places: Places): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(places.report.lines, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: finding.message,
  };
  if (places.pages) diagnostic.codeDescription = page(finding.rule, places.pages);
  const related = finding.related?.flatMap(place => {
    const there =
      place.path === undefined ? { uri: places.uri, report: places.report } : places.other(place.path);
    if (!there) return [];
    const location: Location = { uri: there.uri, range: toRange(there.report.lines, place.span) };
    return [{ location, message: place.message }];
  });
  if (related?.length) diagnostic.relatedInformation = related;
  return diagnostic;
}

const page = (rule: string, pages: string): CodeDescription => ({ href: `${pages}/${pageOf(rule)}` });
